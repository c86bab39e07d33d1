#!/usr/bin/env bash
# Every test. Ends with one line: N passed, N failed, N skipped.
cd "$(dirname "$0")"
. eng/common.sh
require_dotnet
results=artifacts/test-results
rm -rf "$results"
say "Building everything (about a minute the first time)"
quietly dotnet build Mesh.Sdk.slnx --configuration Release --nologo
say "Running every test"
status=0
dotnet test Mesh.Sdk.slnx --configuration Release --no-build --nologo --verbosity minimal --logger trx --results-directory "$results" || status=$?

count() { sed -n 's/.*<Counters [^>]*'"$1"'="\([0-9]*\)".*/\1/p' "$results"/*.trx | awk '{ n += $1 } END { print n + 0 }'; }
total=$(count total)
executed=$(count executed)
passed=$(count passed)
if [ "$total" -eq 0 ]; then
  say "No test ran"
  status=1
fi
printf '%s passed, %s failed, %s skipped\n' "$passed" "$((executed - passed))" "$((total - executed))"
exit "$status"
