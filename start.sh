#!/usr/bin/env bash
# Opens 异地就医助手 (Yidi); the first time it sets everything up.
#   ./start.sh                  the window
#   ./start.sh plan CASE.yaml   the command line `yidi` (./start.sh --help)
set -euo pipefail
root=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
. "$root/packaging/find_python.sh"
yidi=("$root/.venv/bin/python" -P -m desktop_app)

if [ $# -gt 0 ]; then
  "$found" -P "$root/packaging/prepare.py"
  exec "${yidi[@]}" "$@"
fi
"$found" -P "$root/packaging/prepare.py" --window
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
  exec "${yidi[@]}"
fi

say "没有找到屏幕，所以这里用示例情况给出结论、估算和可打印的 PDF。" \
  "There is no screen here, so this runs the sample case: verdicts, estimate and a printable PDF."
samples=("$root"/data/examples/*.yaml)
"${yidi[@]}" plan "${samples[0]}"
"${yidi[@]}" estimate "${samples[0]}"
"${yidi[@]}" summary "${samples[0]}" -o "$(basename -- "${samples[0]}" .yaml).pdf"
