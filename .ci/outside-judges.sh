#!/usr/bin/env bash
# What others say of what we ship, with tools too heavy for every install: publint and "are the types wrong" on the package,
# Microsoft's multitool on a SARIF report. Fetches them from the npm registry. Needs a whole build (npm run build).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm pack --ignore-scripts --pack-destination "$folder" >/dev/null
npx --yes publint@0.3.25 run "$folder"/genomlys-*.tgz --strict
# The package is an ES module alone: CommonJS programs import() it.
npx --yes @arethetypeswrong/cli@0.18.5 --profile esm-only "$folder"/genomlys-*.tgz
node bin/genomlys.js fixtures/halland --format sarif -o "$folder/halland.sarif" --quiet
cd "$folder"
npm install --no-audit --no-fund --silent --prefix "$folder" @microsoft/sarif-multitool@5.7.0
# npm may have been told to run no scripts of packages; this is all that theirs does.
chmod u+x "$folder"/node_modules/@microsoft/sarif-multitool-*/Sarif.Multitool 2>/dev/null || true
"$folder/node_modules/.bin/sarif-multitool" validate "$folder/halland.sarif" --level "Error"
