# Sourced by run.sh and test.sh: checks what the machine has and says what happens.
set -euo pipefail
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

say() { printf '\033[1m» %s\033[0m\n' "$*" >&2; }

require_dotnet() {
  if ! command -v dotnet >/dev/null 2>&1; then
    say "The .NET 10 SDK is missing: https://dotnet.microsoft.com/download/dotnet/10.0"
    exit 1
  fi
  if ! dotnet --version >/dev/null 2>&1; then
    say "This repository needs the .NET SDK that global.json names; installed are:"
    dotnet --list-sdks >&2
    exit 1
  fi
}

# Runs a long step in silence; shows what it printed only if it fails.
quietly() {
  local log
  log=$(mktemp)
  if ! "$@" >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    exit 1
  fi
  rm -f "$log"
}
