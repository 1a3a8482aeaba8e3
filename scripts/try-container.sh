#!/usr/bin/env bash
# Builds the image of the Containerfile with the engine that this machine has, and audits a folder in it: as an ordinary user,
# with the documents mounted read-only. Skips, and says so, where there is no engine.
#
#   npm run container
#
# A machine that cannot fetch the base image needs one of its own under the name docker.io/library/node:20-slim. Where no
# namespaces can be made, BUILDAH_ISOLATION=chroot and a CONTAINERS_STORAGE_CONF with the driver vfs let buildah work all the same.
set -euo pipefail
cd "$(dirname "$0")/.."
fixtures=$PWD/fixtures/halland
if command -v podman >/dev/null; then
  podman build -t genomlys .
  run() { podman run --rm -v "$fixtures:/work:ro" genomlys "$@"; }
elif docker info >/dev/null 2>&1; then
  docker build -f Containerfile -t genomlys .
  run() { docker run --rm -v "$fixtures:/work:ro" genomlys "$@"; }
elif command -v buildah >/dev/null; then
  buildah build --pull=false --network host -t genomlys .
  container=$(buildah from --pull-never localhost/genomlys)
  trap 'buildah rm "$container" >/dev/null' EXIT
  run() { buildah run -v "$fixtures:/work:ro" "$container" -- genomlys "$@"; }
else
  echo "SKIPPED: no engine for containers found (podman, docker with its daemon, or buildah)"
  exit 0
fi
run --version
run scan . --format json | node --input-type=module -e '
  import { text } from "node:stream/consumers";
  const { summary } = JSON.parse(await text(process.stdin));
  if (summary.documents !== 5 || summary.audited !== 5) throw new Error(JSON.stringify(summary));
'
echo "ok: the image audits the five documents of fixtures/halland"
