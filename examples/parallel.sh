#!/usr/bin/env bash
# Audits an archive in parts with GNU parallel and merges them into one report.
#
#   parallel.sh <folder> <parts> <report> [options of parallel, for instance --sshlogin server1,server2]
#
# Run again after a stop, it goes on where it was. GENOMLYS names the command ("genomlys" when it is not set).
set -euo pipefail

if [ "$#" -lt 3 ]; then
  echo "usage: parallel.sh <folder> <parts> <report> [options of GNU parallel]" >&2
  exit 2
fi
folder=$1 parts=$2 report=$3
shift 3
genomlys=${GENOMLYS:-genomlys}
lines="$report.parts"
mkdir -p "$lines"

# Each part reads one document at a time: the parts are what fills the cores. 3 says that a file could not be read, which
# stands in the result; anything else but 0 stops the run.
export genomlys folder parts lines
audit_part() {
  code=0
  $genomlys "$folder" --shard "$1/$parts" --resume "$lines/$1.jsonl" --jobs 1 --quiet || code=$?
  [ "$code" -eq 0 ] || [ "$code" -eq 3 ]
}
export -f audit_part
# On another host a job starts in the home folder, and paths are given from here.
seq 1 "$parts" | parallel --halt now,fail=1 --workdir "$PWD" --env genomlys,folder,parts,lines,audit_part "$@" audit_part {}

files=()
for part in $(seq 1 "$parts"); do files+=("$lines/$part.jsonl"); done
$genomlys report "${files[@]}" -o "$report"
