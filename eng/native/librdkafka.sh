#!/usr/bin/env bash
# The native Kafka library, once for a clone. Where the package feed has librdkafka.redist, Confluent.Kafka brings it by itself;
# elsewhere it is built from the source that an npm package carries, kept in a cache of the user, and placed in artifacts/native,
# where Directory.Build.targets finds it. MESH_NATIVE=build builds it in any case.
cd "$(dirname "$0")/../.."
. eng/common.sh
version=2.15.1
out=$PWD/artifacts/native/linux-x64
[[ -f $out/librdkafka.so && "$(cat "$out/VERSION" 2>/dev/null)" == "$version" ]] && exit 0
if [[ ${MESH_NATIVE:-} != build ]] && dotnet restore eng/native/Redist.csproj >/dev/null 2>&1; then
  say "Native Kafka library: the ordinary package librdkafka.redist restores here and is used"
  exit 0
fi

cache=${MESH_NATIVE_CACHE:-$HOME/.cache/mesh-native}/librdkafka-$version-linux-x64
if [[ -f $cache/librdkafka.so ]]; then
  say "Native Kafka library: librdkafka $version, as it was built before, takes the place of librdkafka.redist"
else
  say "Native Kafka library: librdkafka $version is built and takes the place of librdkafka.redist (about a minute, once)"
  eng/native/build-librdkafka.sh "$version" "$cache"
fi
mkdir -p "$out"
install -m 755 "$cache/librdkafka.so" "$out/librdkafka.so"
printf '%s\n' "$version" >"$out/VERSION"
