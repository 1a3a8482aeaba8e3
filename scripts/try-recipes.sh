#!/usr/bin/env bash
# Runs the recipes of examples/ on this host and holds each result against that of one run. What is not installed is skipped,
# and said. Debian: apt-get install parallel slurm-wlm openssh-server. Run it after `npm run build`.
#
#   npm run recipes
#
# Slurm runs as a cluster of one node that is made for this and ends with it, sshd on a port of the loopback.
set -uo pipefail
cd "$(dirname "$0")/.."
root=$PWD
export GENOMLYS="node $root/bin/genomlys.js"
here=$(mktemp -d)
started=()
end() {
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null; done
  wait 2>/dev/null
  rm -rf "$here"
}
trap end EXIT
failed=0
say() { printf '%-22s %s\n' "$1" "$2"; }
same() {
  if cmp -s "$here/one.json" "$2"; then say "$1" "ok: the same report as of one run"; else
    say "$1" "FAILED: not the report of one run"
    failed=1
  fi
}

$GENOMLYS fixtures/halland --format jsonl -o "$here/one.jsonl" --quiet
$GENOMLYS report "$here/one.jsonl" -o "$here/one.json" --quiet

if ! parallel --version 2>/dev/null | grep -q "^GNU parallel"; then
  say "GNU parallel" "skipped: parallel is not installed"
else
  examples/parallel.sh fixtures/halland 3 "$here/parallel.json" >/dev/null 2>&1
  same "GNU parallel" "$here/parallel.json"
fi

sshd=$(command -v sshd || echo /usr/sbin/sshd)
if ! parallel --version 2>/dev/null | grep -q "^GNU parallel" || [ ! -x "$sshd" ] || ! command -v ssh >/dev/null; then
  say "with --sshlogin" "skipped: parallel, ssh or sshd is not installed"
else
  port=$((20000 + RANDOM % 10000))
  mkdir -m 700 "$here/ssh"
  mkdir -p /run/sshd 2>/dev/null
  for key in host user; do ssh-keygen -q -t ed25519 -N "" -f "$here/ssh/$key"; done
  cp "$here/ssh/user.pub" "$here/ssh/known"
  printf '%s\n' "Port $port" "ListenAddress 127.0.0.1" "HostKey $here/ssh/host" "AuthorizedKeysFile $here/ssh/known" \
    "StrictModes no" "PidFile none" "UsePAM no" "PasswordAuthentication no" "PermitRootLogin prohibit-password" \
    >"$here/ssh/sshd_config"
  "$sshd" -D -f "$here/ssh/sshd_config" -E "$here/ssh/log" &
  started+=($!)
  # Two names for one host: parallel takes them for two machines. A login shell of another's has another PATH.
  printf '%s\n' "Host first second" "HostName 127.0.0.1" "Port $port" "User $(id -un)" "IdentityFile $here/ssh/user" \
    "StrictHostKeyChecking no" "UserKnownHostsFile /dev/null" "LogLevel ERROR" >"$here/ssh/config"
  sleep 1
  GENOMLYS="$(command -v node) $root/bin/genomlys.js" examples/parallel.sh fixtures/halland 3 "$here/ssh.json" \
    --ssh "ssh -F $here/ssh/config" --sshlogin 1/first,1/second --joblog "$here/ssh/jobs" >/dev/null 2>"$here/ssh/errors"
  same "with --sshlogin" "$here/ssh.json"
  hosts=$(awk 'NR > 1 { print $2 }' "$here/ssh/jobs" 2>/dev/null | sort -u | wc -l)
  [ "$hosts" -eq 2 ] || { say "" "FAILED: parts ran on $hosts of 2 hosts: $(head -c 300 "$here/ssh/errors")"; failed=1; }
fi

slurmctld=$(command -v slurmctld || echo /usr/sbin/slurmctld)
slurmd=$(command -v slurmd || echo /usr/sbin/slurmd)
if ! command -v sbatch >/dev/null || [ ! -x "$slurmctld" ] || [ ! -x "$slurmd" ]; then
  say "Slurm job array" "skipped: slurm-wlm is not installed"
elif [ "$(id -u)" -ne 0 ]; then
  say "Slurm job array" "skipped: slurmd starts for root only"
else
  port=$((20000 + RANDOM % 10000))
  mkdir -p "$here/slurm/state" "$here/slurm/spool"
  cat >"$here/slurm/slurm.conf" <<CONF
ClusterName=prov
SlurmctldHost=$(hostname -s)(127.0.0.1)
SlurmUser=root
AuthType=auth/none
CredType=cred/none
SlurmctldPort=$port
SlurmdPort=$((port + 1))
SlurmctldPidFile=$here/slurm/slurmctld.pid
SlurmdPidFile=$here/slurm/slurmd.pid
StateSaveLocation=$here/slurm/state
SlurmdSpoolDir=$here/slurm/spool
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
MpiDefault=none
ReturnToService=2
SchedulerParameters=sched_interval=1
NodeName=$(hostname -s) NodeAddr=127.0.0.1 CPUs=$(nproc)
PartitionName=alla Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
  export SLURM_CONF="$here/slurm/slurm.conf"
  "$slurmctld" -D -f "$SLURM_CONF" >"$here/slurm/slurmctld.log" 2>&1 &
  started+=($!)
  sleep 2
  "$slurmd" -D -f "$SLURM_CONF" >"$here/slurm/slurmd.log" 2>&1 &
  started+=($!)
  for _ in $(seq 30); do
    sinfo -h -o %t 2>/dev/null | grep -q "idle" && break
    sleep 1
  done
  if last=$(examples/slurm.sh fixtures/halland 3 "$here/slurm.json" 2>"$here/slurm/errors"); then
    for _ in $(seq 240); do
      [ -z "$(squeue -h -j "$last" 2>/dev/null)" ] && break
      sleep 1
    done
    same "Slurm job array" "$here/slurm.json"
  else
    say "Slurm job array" "FAILED: $(head -c 300 "$here/slurm/errors") $(tail -2 "$here/slurm/slurmctld.log")"
    failed=1
  fi
fi

if ! command -v kubectl >/dev/null || ! kubectl get --raw /readyz --request-timeout=2s >/dev/null 2>&1; then
  say "Kubernetes Indexed Job" "skipped: no cluster answers to kubectl (its manifests are checked in the tests)"
else
  for file in examples/kubernetes.yaml examples/kubernetes-report.yaml; do
    kubectl create --dry-run=server -f "$file" >/dev/null && say "$file" "ok: accepted by the cluster" || failed=1
  done
fi
exit "$failed"
