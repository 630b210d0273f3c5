#!/usr/bin/env bash
# Every check there is, in one command: ./test.sh [pytest's arguments]
# Runs them all, even after one has failed; without a network once everything is installed.
set -uo pipefail
root=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
. "$root/packaging/find_python.sh"
cd "$root" || exit 1
"$found" -P packaging/prepare.py --tests || exit 1

bin=$root/.venv/bin
failed=()
check() {
  local name=$1
  shift
  printf '== %s\n' "$name"
  "$@" || failed+=("$name")
}

check "rules build" "$bin/python" -P -m desktop_app rules build
check "rules check" "$bin/python" -P -m desktop_app rules check
check "ruff check" "$bin/ruff" check --quiet .
check "ruff format" "$bin/ruff" format --quiet --check .
check "mypy --strict" "$bin/mypy"

printf '== pytest\n'
# pytest's summary comes last and repeats what failed above (tests/conftest.py).
# By file on two workers: a wheel or a screen that tests of one file share is made once.
YIDI_FAILED_CHECKS=$(IFS=,; printf '%s' "${failed[*]-}") \
  "$bin/python" -m pytest -n 2 --dist loadfile "$@"
tests=$?
[ ${#failed[@]} -eq 0 ] || exit 1
exit $tests
