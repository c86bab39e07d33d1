#!/usr/bin/env bash
# build-librdkafka.sh VERSION FOLDER: builds FOLDER/librdkafka.so from the source in the npm package @confluentinc/kafka-javascript.
. "$(dirname "$0")/../common.sh"
version=$1
folder=$2
package=@confluentinc/kafka-javascript@1.10.1
sha512=KVePUBn21EqCVP9mfxzEuM3SYJHHEF7X+iiC2e43QQgDSyEaksInmCGooT3w5q+cNAdkSCrK71j0ICfqoSqZLw==
fail() { say "$*"; exit 1; }

has() { printf '#include <%s>\n' "$1" | gcc -E - >/dev/null 2>&1; }
complete() { command -v gcc make npm openssl >/dev/null 2>&1 && has openssl/ssl.h && has zlib.h && has zstd.h; }
as_root=""
[ "$(id -u)" -eq 0 ] || as_root="sudo -n"
if ! complete && command -v apt-get >/dev/null 2>&1 && $as_root true 2>/dev/null; then
  say "Installing what it is built with: gcc make libssl-dev zlib1g-dev libzstd-dev"
  { $as_root apt-get update && $as_root apt-get install --yes --no-install-recommends gcc libc6-dev make python3 openssl libssl-dev zlib1g-dev libzstd-dev; } >/dev/null 2>&1 || true
fi
for tool in gcc make npm openssl; do
  command -v "$tool" >/dev/null 2>&1 || fail "librdkafka needs $tool to be built"
done
has openssl/ssl.h && has zlib.h || fail "librdkafka needs the headers of OpenSSL and zlib to be built (Debian: libssl-dev zlib1g-dev)"
features="ZLIB SSL SASL_SCRAM ZSTD"
options=""
has zstd.h || { features="ZLIB SSL SASL_SCRAM"; options=--disable-zstd; say "There are no headers of zstd (Debian: libzstd-dev): built without zstd compression"; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
quietly npm pack --silent "$package"
archive=$(ls ./*.tgz)
[[ "$(openssl dgst -sha512 -binary "$archive" | base64 -w0)" == "$sha512" ]] || fail "The package $package has another checksum than expected"
tar xzf "$archive" package/deps/librdkafka
cd package/deps/librdkafka
# A missing header only makes configure drop a feature, so features are checked; its own log must not be called configure.*.
./configure --no-download --disable-debug-symbols --disable-lz4-ext --disable-gssapi --disable-curl $options >"$work/configured" 2>&1 || { tail -30 "$work/configured" >&2; exit 1; }
grep -q "^  RDKAFKA_VERSION_STR *${version//./\\.}" "$work/configured" || fail "The source in $package is not librdkafka $version"
for feature in $features; do
  grep -E '^  BUILT_WITH' "$work/configured" | grep -qw "$feature" || fail "librdkafka would lack $feature"
done
quietly make -C src -j"$(nproc)" librdkafka.so.1
mkdir -p "$folder"
install -m 755 src/librdkafka.so.1 "$folder/librdkafka.so.new"
mv "$folder/librdkafka.so.new" "$folder/librdkafka.so"
