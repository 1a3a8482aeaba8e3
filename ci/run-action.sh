#!/usr/bin/env bash
# One step of a GitHub job: annotations on standard output, findings as SARIF, the report as the step's summary.
# Inputs come as variables and never as text in a script: what a pull request may name is not run.
set -uo pipefail

arguments=("$GENOMLYS_COMMAND")
while IFS= read -r line; do
  [ -z "$line" ] || arguments+=("$line")
done <<<"${GENOMLYS_OPTIONS:-}"
arguments+=(--format github)
if [ -n "${GENOMLYS_SARIF:-}" ]; then
  arguments+=(--format sarif -o "$GENOMLYS_SARIF")
fi
if [ "${GENOMLYS_SUMMARY:-}" = true ]; then
  # GitHub takes at most 1 MiB.
  arguments+=(--format markdown --max-bytes 900000 -o "$GITHUB_STEP_SUMMARY")
fi
arguments+=(--)
while IFS= read -r line; do
  [ -z "$line" ] || arguments+=("$line")
done <<<"$GENOMLYS_PATHS"

code=0
node "$GITHUB_ACTION_PATH/bin/genomlys.js" "${arguments[@]}" || code=$?
{
  echo "exit-code=$code"
  if [ -f "${GENOMLYS_SARIF:-}" ]; then echo "sarif=$GENOMLYS_SARIF"; else echo "sarif="; fi
} >>"$GITHUB_OUTPUT"
exit "$code"
