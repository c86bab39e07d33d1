#!/usr/bin/env bash
# Runs the example on three API servers of its own, which eng/lab/build.sh made, and stops them again.
#
#   examples/AttachAndApply/lab.sh ISTIO-CRDS.yaml     (crd-all.gen.yaml of istio/istio)
set -eu
crds=$(readlink -f "${1:?usage: lab.sh ISTIO-CRDS.yaml}")
cd "$(dirname "$0")"
bin=${MESH_LAB_CACHE:-$HOME/.cache/mesh-lab}/bin
dir=$(mktemp -d)
port=${ETCD_PORT:-12579}
trap 'kill $(jobs -p) 2>/dev/null; wait; rm -rf "$dir"' EXIT
"$bin/etcd" --data-dir "$dir/etcd" --unsafe-no-fsync --log-level error \
  --listen-client-urls "http://127.0.0.1:$port" --advertise-client-urls "http://127.0.0.1:$port" \
  --listen-peer-urls "http://127.0.0.1:$((port + 1))" --initial-advertise-peer-urls "http://127.0.0.1:$((port + 1))" \
  --initial-cluster "default=http://127.0.0.1:$((port + 1))" >"$dir/etcd.log" 2>&1 &
for name in host aws gke; do
  : >"$dir/$name.log"
  "$bin/mesh-lab" --out "$dir/$name" --cluster-name "$name" --etcd-servers "http://127.0.0.1:$port" --etcd-prefix "/$name" \
    >"$dir/$name.log" 2>&1 &
  until grep -q '^READY' "$dir/$name.log"; do kill -0 $! && sleep 0.1; done
done
"$bin/kubectl" --kubeconfig "$dir/host/kubeconfig" apply --server-side -f "$crds" >/dev/null
dotnet run -- "$dir/host/kubeconfig" "$dir/aws/kubeconfig" "$dir/gke/kubeconfig"
