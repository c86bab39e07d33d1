#!/usr/bin/env bash
# The main job: defines the article's mesh, renders it and shows where every request goes.
cd "$(dirname "$0")"
. eng/common.sh
require_dotnet
eng/native/librdkafka.sh
say "Building examples/HybridFailover (about half a minute the first time)"
quietly dotnet build examples/HybridFailover --configuration Release --nologo
say "Running it"
exec dotnet run --project examples/HybridFailover --configuration Release --no-build -- "$@"
