#!/usr/bin/env bash
# Runs the SDK and its peers side by side and prints ratios. Needs node and npm beside the .NET SDK.
cd "$(dirname "$0")/.."
. eng/common.sh
require_dotnet
command -v npm >/dev/null || { say "node and npm are missing: apt-get install nodejs npm"; exit 1; }
say "Installing cdk8s"
quietly npm install --prefix bench/peers/cdk8s --no-package-lock --no-audit --no-fund
say "Building"
# As a console program is published that has to start fast.
quietly dotnet publish bench/Mesh.Sdk.Compare --configuration Release --use-current-runtime --self-contained false -p:PublishReadyToRun=true --output artifacts/compare --nologo
say "Comparing (about a minute)"
exec artifacts/compare/Mesh.Sdk.Compare bench/peers/cdk8s/render.js artifacts/compare-files
