# Sourced by start.sh and test.sh, which set `root`: sets `found` to a Python of at least 3.11.

# Without a UTF-8 locale Python could not even start in a folder with a Chinese name; the language asked for stays.
if [ "$(locale charmap 2>/dev/null)" != UTF-8 ]; then
  export LANG="${LC_ALL:-${LANG:-}}" LC_CTYPE=C.UTF-8
  unset LC_ALL
fi

# Prints the second text to an English locale, the first to any other.
say() {
  case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in
    en*) printf '%s\n' "$2" >&2 ;;
    *) printf '%s\n' "$1" >&2 ;;
  esac
}

find_python() {
  # .venv's own first: another `python3` on PATH today is no reason to set up anew.
  for found in "$root/.venv/bin/python" python3 python3.14 python3.13 python3.12 python3.11; do
    "$found" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && return 0
  done
  return 1
}

if ! find_python; then
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq >&2 || true
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3 >&2 || true
  fi
  find_python || {
    say "需要 Python 3.11 或更高版本，请先运行：sudo apt-get install python3" \
      "Python 3.11 or newer is needed. Please run first: sudo apt-get install python3"
    exit 1
  }
fi
