#!/bin/bash
# Opens 异地就医助手 (Yidi) on macOS, by a double-click; the first time it sets everything up.
# Needs Python 3.11 or newer.
root=$(cd "$(dirname "$0")" && pwd) || exit 1
if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  echo "需要 Python 3.11 或更高版本 / Python 3.11 or newer is needed: https://www.python.org/downloads/"
  exit 1
fi
python3 -P "$root/packaging/prepare.py" --window || exit 1
exec "$root/.venv/bin/python" -P -m desktop_app "$@"
