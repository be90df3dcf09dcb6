#!/usr/bin/env bash
# Grades on a real SLURM on this one machine: starts munged, slurmctld and slurmd with a configuration of their own in a
# temporary folder, on loopback; runs tests/slurm/grade_on_slurm.py; ends what it started. Needs root, and
#   apt-get install --no-install-recommends slurm-wlm munge openssl bubblewrap
# Usage: tests/slurm/run.sh [PYTHON] [arguments for pytest]
set -euo pipefail
cd "$(dirname "$0")/../.."
python=${1:-.venv/bin/python}
shift || true

for program in munged slurmctld slurmd sbatch openssl bwrap; do
  PATH=$PATH:/usr/sbin command -v "$program" >/dev/null ||
    { echo "$program is missing: apt-get install --no-install-recommends slurm-wlm munge openssl bubblewrap" >&2; exit 2; }
done
[[ $EUID == 0 ]] || { echo "run as root: slurmd starts the jobs of others" >&2; exit 2; }

folder=$(mktemp --directory --tmpdir qampus-slurm-XXXXXX)
daemons=()
end() {
  set +e
  for ((i = ${#daemons[@]} - 1; i >= 0; i--)); do
    kill "${daemons[i]}" 2>/dev/null
    for _ in {1..50}; do kill -0 "${daemons[i]}" 2>/dev/null || break; sleep 0.1; done
    kill -9 "${daemons[i]}" 2>/dev/null
  done
  if [[ -n ${KEEP_LOGS:-} ]]; then echo "logs are in $folder"; else rm -rf "$folder"; fi
}
trap end EXIT

port() { "$python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
wait_for() {  # WHAT COMMAND...
  for _ in {1..150}; do "${@:2}" >/dev/null 2>&1 && return; sleep 0.2; done
  echo "$1 did not start; its log ends with:" >&2
  tail -n 20 "$folder"/*.log >&2
  exit 1
}

chmod 755 "$folder"
mkdir "$folder"/{munge,state,spool}
chmod 700 "$folder/munge"
dd if=/dev/urandom of="$folder/munge/key" bs=128 count=1 status=none
chmod 400 "$folder/munge/key"
# --force: the socket lies in a folder of root's below /tmp, which munged warns about.
/usr/sbin/munged --foreground --force --key-file "$folder/munge/key" --socket "$folder/munge.socket" \
  --pid-file "$folder/munge/pid" --log-file "$folder/munged.log" --seed-file "$folder/munge/seed" 2>"$folder/munged.err.log" &
daemons+=($!)
wait_for munged test -S "$folder/munge.socket"

cat >"$folder/slurm.conf" <<CONF
ClusterName=campus
SlurmctldHost=$(hostname --short)(127.0.0.1)
SlurmctldPort=$(port)
SlurmdPort=$(port)
SlurmUser=root
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket=$folder/munge.socket
CommunicationParameters=NoInAddrAny
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=sched_interval=1,batch_sched_delay=0
MpiDefault=none
ReturnToService=2
KillWait=5
NodeName=$(hostname --short) NodeAddr=127.0.0.1 CPUs=$(nproc) RealMemory=2000
PartitionName=campus Nodes=ALL Default=YES MaxTime=60 State=UP OverSubscribe=FORCE:2
CONF
export SLURM_CONF=$folder/slurm.conf

/usr/sbin/slurmctld -D -f "$SLURM_CONF" >"$folder/slurmctld.log" 2>&1 &
daemons+=($!)
wait_for slurmctld scontrol ping
/usr/sbin/slurmd -D -f "$SLURM_CONF" >"$folder/slurmd.log" 2>&1 &
daemons+=($!)
wait_for slurmd bash -c 'sinfo --noheader --format=%T | grep -q idle'

sinfo
"$python" -m pytest -p no:cacheprovider --timeout 300 -v "$@" tests/slurm/grade_on_slurm.py
