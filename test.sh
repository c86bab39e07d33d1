#!/usr/bin/env bash
# Every test. Ends with one line: N passed, N failed, N skipped.
cd "$(dirname "$0")"
. eng/common.sh
require_dotnet
eng/native/librdkafka.sh
results=artifacts/test-results
rm -rf "$results"
mkdir -p "$results"
as_root=""
[ "$(id -u)" -eq 0 ] || as_root="sudo -n"
can_install() { command -v apt-get >/dev/null 2>&1 && $as_root true 2>/dev/null; }

# The tests of the simulation's page open it in Chromium.
if [ ! -x /usr/bin/chromium ]; then
  if can_install; then
    say "Installing Debian's chromium, in which the page of a simulation is tested"
    { $as_root apt-get update && $as_root apt-get install --yes --no-install-recommends chromium; } >/dev/null 2>&1 ||
      say "That failed; without CI=true the tests of the page are skipped"
  else
    say "There is no /usr/bin/chromium and no right to install it; without CI=true the tests of the page are skipped"
  fi
fi
# The integration tests meet a real API server, etcd and kubectl, made from Debian's packages.
if [ -z "${KUBEBUILDER_ASSETS:-}" ]; then
  if can_install; then
    say "Building the lab: an API server, etcd and kubectl (about four minutes the first time, then nothing)"
    $as_root env MESH_LAB_CACHE="${MESH_LAB_CACHE:-$HOME/.cache/mesh-lab}" eng/lab/build.sh >&2 ||
      say "That failed; without CI=true the integration tests are skipped"
  else
    say "There is no apt-get or no right to install; without CI=true the integration tests are skipped where there is no lab"
  fi
fi
say "Building everything (about a minute the first time)"
quietly dotnet build Mesh.Sdk.slnx --configuration Release --nologo
say "Running every test"
status=0
# A test that hangs is named and ends the run.
dotnet test Mesh.Sdk.slnx -maxcpucount:1 --configuration Release --no-build --nologo --verbosity minimal --logger trx --results-directory "$results" \
  --blame-hang-timeout 15m --blame-hang-dump-type none || status=$?

# The adapter of the official client is built where its package can be restored.
adapter=tests/Mesh.Sdk.KubernetesClient.Tests
if dotnet restore "$adapter" >/dev/null 2>&1; then
  say "The official KubernetesClient package restores: running the tests of its adapter"
  dotnet test "$adapter" --configuration Release --nologo --verbosity minimal --logger trx --results-directory "$results" || status=$?
else
  say "The official KubernetesClient package does not restore here: its adapter is neither built nor tested"
fi

count() { find "$results" -name '*.trx' -exec sed -n 's/.*<Counters [^>]*'"$1"'="\([0-9]*\)".*/\1/p' {} + | awk '{ n += $1 } END { print n + 0 }'; }
total=$(count total)
executed=$(count executed)
passed=$(count passed)
if [ "$total" -eq 0 ]; then
  say "No test ran"
  status=1
fi
printf '%s passed, %s failed, %s skipped\n' "$passed" "$((executed - passed))" "$((total - executed))"
exit "$status"
