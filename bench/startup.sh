#!/usr/bin/env bash
# Start-up time: from calling ./yiwang start on the built program until a page answers 200.
#   bench/startup.sh [RUNS]                  prints the first start (makes the database) and RUNS later ones
#   HOW=--background bench/startup.sh [RUNS]  the same for ./yiwang start --background
set -euo pipefail
home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
runs="${1:-5}"
port="${PORT:-18077}"
data="$(mktemp -d "${TMPDIR:-/tmp}/yiwang-startup.XXXXXX")"
chmod 755 "$data"
pid=""
how="${HOW:-}"
end() { "$home/yiwang" stop --data "$data" >/dev/null 2>&1 || true; [ -z "$pid" ] || { kill "$pid" 2>/dev/null || true; wait "$pid" 2>/dev/null || true; }; rm -rf "$data"; }
trap end EXIT

answers() { # the first page, with nothing but bash
  local line
  { exec 3<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null || return 1
  printf 'GET / HTTP/1.0\r\nHost: localhost\r\nAccept: text/html\r\n\r\n' >&3
  read -r line <&3 || line=""
  exec 3>&-
  case "$line" in *" 200"*) return 0 ;; *) return 1 ;; esac
}

once() {
  local began ended
  began="$(date +%s%N)"
  # shellcheck disable=SC2086 # one word or none
  "$home/yiwang" start --port "$port" --data "$data" $how >"$data/said.log" 2>&1 &
  pid=$!
  until answers; do
    kill -0 "$pid" 2>/dev/null || { cat "$data/said.log" >&2; exit 1; }
    sleep 0.01
  done
  ended="$(date +%s%N)"
  if [ -n "$how" ]; then # the program that stays is another process
    wait "$pid" || true
    pid="$(sed -n 's/^pid=//p' "$data/yiwang.pid")"
  fi
  printf '%s\t%d ms\tprocessor %d ms\tload %s\n' "$1" $(((ended - began) / 1000000)) \
    "$(awk '{print ($14 + $15) * 10}' "/proc/$pid/stat")" "$(cut -d' ' -f1 /proc/loadavg)"
  "$home/yiwang" stop --data "$data" >/dev/null
  wait "$pid" 2>/dev/null || true
  pid=""
}

"$home/yiwang" start --port 0 --data "$data/thrown-away" --background >/dev/null # builds and trains if need be
"$home/yiwang" stop --data "$data/thrown-away" >/dev/null
rm -rf "$data/thrown-away"
once "first start"
for number in $(seq "$runs"); do once "start $((number + 1))"; done
