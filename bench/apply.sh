#!/usr/bin/env bash
# Runs the applier, kubectl and a bare loop of HttpClient side by side against the lab and prints ratios. Needs a built lab (eng/lab/build.sh),
# whose kubectl is taken where there is no other.
# Arguments: the file with Istio's CustomResourceDefinitions, and "speed" or "growth" for one part only.
cd "$(dirname "$0")/.."
. eng/common.sh
require_dotnet
PATH=$PATH:${MESH_LAB_CACHE:-$HOME/.cache/mesh-lab}/bin
command -v kubectl >/dev/null || { say "kubectl is missing, and the lab is not built (eng/lab/build.sh)"; exit 1; }
definitions=${1:-../shared/crds/istio/crd-all.gen.yaml}
say "Building"
quietly dotnet publish bench/Mesh.Sdk.ApplyBench --configuration Release --use-current-runtime --self-contained false --output artifacts/apply-bench --nologo
say "Comparing (some minutes, as kubectl takes its time)"
exec artifacts/apply-bench/Mesh.Sdk.ApplyBench "$definitions" ${2:+"$2"}
