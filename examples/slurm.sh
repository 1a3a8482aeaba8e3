#!/usr/bin/env bash
# Audits an archive in parts as a Slurm job array and merges them into one report.
#
#   slurm.sh <folder> <parts> <report> [options of sbatch, for instance --partition=long --time=08:00:00]
#
# Every node must see the folder and the place of the report under the same names. Given again after a stop, it goes on where
# it was. GENOMLYS names the command ("genomlys" when it is not set). Prints the id of the job that merges.
set -euo pipefail

if [ "$#" -lt 3 ]; then
  echo "usage: slurm.sh <folder> <parts> <report> [options of sbatch]" >&2
  exit 2
fi
folder=$1 parts=$2 report=$3
shift 3
genomlys=${GENOMLYS:-genomlys}
lines="$report.parts"
mkdir -p "$lines"

# 3 says that a file could not be read, which stands in the result; anything else but 0 is a failed part. Each part reads one
# document at a time: the array is what fills the cores.
array=$(
  sbatch --parsable --array="1-$parts" --cpus-per-task=1 --job-name=genomlys --output="$lines/%a.log" "$@" <<JOB
#!/usr/bin/env bash
code=0
$genomlys $(printf %q "$folder") --shard "\$SLURM_ARRAY_TASK_ID/$parts" \\
  --resume $(printf %q "$lines")/"\$SLURM_ARRAY_TASK_ID.jsonl" --jobs 1 --log-progress || code=\$?
[ "\$code" -eq 0 ] || [ "\$code" -eq 3 ]
JOB
)

# Starts when every part is there, and never when one has failed.
sbatch --parsable --dependency="afterok:${array%%;*}" --kill-on-invalid-dep=yes --cpus-per-task=1 \
  --job-name=genomlys-report --output="$lines/report.log" "$@" <<JOB
#!/usr/bin/env bash
files=()
for part in \$(seq 1 $parts); do files+=($(printf %q "$lines")/"\$part.jsonl"); done
$genomlys report "\${files[@]}" -o $(printf %q "$report")
JOB
