#!/usr/bin/env bash
# Builds the genomlys that the action was checked out with, once a job. Nothing is taken from the caller's repository.
set -euo pipefail
cd "$GITHUB_ACTION_PATH"
if [ ! -f dist/cli/main.js ]; then
  npm ci --no-audit --no-fund
fi
