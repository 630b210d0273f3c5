"""Makes a checkout ready to run: system packages, .venv, locked Python packages, rule pack.

start.sh, start.bat, start.command and test.sh call it with whatever Python there is, so it uses
the standard library alone. Each step is skipped when it is done and marks its end last, so a set-up
that was interrupted goes on where it stopped, and a second start touches neither pip nor network.

    python packaging/prepare.py --window    to open the window: without Qt's libraries there is none
    python packaging/prepare.py             for the command line, which can do much without them
    python packaging/prepare.py --tests     for ./test.sh, which compiles the rules itself
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
RULE_PACK = ROOT / "desktop_app" / "shipped" / "rules.sqlite"
LIBRARIES_FOUND = VENV / ".libraries-found"

# What a window, a picture and a PDF cannot do without.
NEEDED_BINARIES = (
    "QtGui.abi3.so",
    "QtWidgets.abi3.so",
    "QtPrintSupport.abi3.so",
    "QtSvg.abi3.so",
    "Qt/plugins/platforms/libqoffscreen.so",
    "Qt/plugins/platforms/libqxcb.so",
)
TEST_COMMANDS = {"Xvfb": "xvfb", "pdftotext": "poppler-utils"}


def main(arguments: list[str]) -> None:
    """Does what is still to do; ends with a sentence and status 1 where it cannot go on."""
    for_tests = "--tests" in arguments
    if sys.platform == "linux":
        get_debian_packages([*_packages_for_the_window(), *(_packages_for_tests() if for_tests else [])])
    locks = ["requirements.lock"] + (["requirements-dev.lock"] if for_tests else [])
    install_python_packages(locks, stamp=VENV / (".installed-for-tests" if for_tests else ".installed"))
    if sys.platform == "linux":
        check_libraries(needed=for_tests or "--window" in arguments)
    compile_translations()
    if not for_tests:
        compile_rules()


def _packages_for_the_window() -> list[str]:
    """Packages for the shared libraries the linker does not know, and for making .venv."""
    packages = []
    if importlib.util.find_spec("ensurepip") is None and not any(VENV.glob(".installed*")):
        packages.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    if not LIBRARIES_FOUND.is_file():
        known = subprocess.run(["/sbin/ldconfig", "-p"], check=False, capture_output=True, encoding="utf-8")
        provided = tomllib.loads((ROOT / "packaging" / "debian-packages.toml").read_text(encoding="utf-8"))
        names = {line.split()[0] for line in known.stdout.splitlines() if line.strip()}
        packages += sorted({package for library, package in provided.items() if library not in names})
    return packages


def _packages_for_tests() -> list[str]:
    return [package for command, package in TEST_COMMANDS.items() if not shutil.which(command)]


def get_debian_packages(packages: list[str]) -> None:
    """Installs as root at once, with sudo after a yes at a terminal, and else says the command."""
    apt = shutil.which("apt-get")
    if not packages or apt is None:
        return
    wanted = " ".join(packages)
    install = [apt, "install", "-y", "--no-install-recommends", *packages]
    rights = _rights_to_install(wanted)
    if rights is None:
        say("run-first", "sudo apt-get update && " + shlex.join(["sudo", "apt-get", *install[1:]]))
        return
    say("packages", wanted)
    # A stale or failing list may still know the package, so only the installation decides.
    subprocess.run([*rights, apt, "update", "-qq"], check=False, stdout=subprocess.DEVNULL)
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", *install, "-qq"]
    if subprocess.run([*rights, *quiet], check=False, stdout=subprocess.DEVNULL).returncode:
        say("packages-failed", wanted)


def _rights_to_install(wanted: str) -> list[str] | None:
    """The words to put before a command, or None where nobody may or nobody said yes."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None or not sys.stdin.isatty():
        return None
    return ["sudo"] if input(_sentence("ask", wanted)).strip().lower() in {"", "y", "yes"} else None


def install_python_packages(locks: list[str], *, stamp: Path) -> None:
    """Installs what the lock files name, unless this very installation was finished before."""
    wanted = _fingerprint([ROOT / "pyproject.toml", *(ROOT / lock for lock in locks)])
    if _is_stamped(stamp, wanted):
        return
    with _one_at_a_time():
        if _is_stamped(stamp, wanted):
            return
        _make_venv()
        say("installing")
        pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        named = [word for lock in locks for word in ("-r", str(ROOT / lock))]
        for command in ([*pip, *named], [*pip, "--no-build-isolation", "--no-deps", "-e", str(ROOT)]):
            if subprocess.run(command, check=False).returncode:
                stop("pip-failed")
        stamp.write_text(wanted, encoding="utf-8")


def _fingerprint(files: Iterable[Path]) -> str:
    """Changes with the files, with Python's version and with the folder: an installation knows its place."""
    digest = hashlib.sha256(f"{ROOT}\n{sys.version_info[:2]}\n".encode())
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _is_stamped(stamp: Path, wanted: str) -> bool:
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Lets one set-up work while a second, from a double double-click, waits for it."""
    if os.name == "nt":
        yield
        return
    import fcntl

    with (ROOT / "pyproject.toml").open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _make_venv() -> None:
    if PYTHON.exists() and _quiet([PYTHON, "-m", "pip", "--version"]):
        return
    # start.sh runs this with .venv's own Python once there is one; that one cannot remake itself.
    system = getattr(sys, "_base_executable", sys.executable)
    if not _quiet([system, "-m", "venv", "--clear", VENV]):
        shutil.rmtree(VENV, ignore_errors=True)
        stop("venv-failed", str(VENV))


def check_libraries(*, needed: bool) -> None:
    """Makes sure, once per .venv, that Qt can be loaded; where it is `needed`, stops if not."""
    if LIBRARIES_FOUND.is_file():
        return
    missing = missing_libraries()
    if not missing:
        LIBRARIES_FOUND.touch()
    elif needed:
        stop("libraries-missing", " ".join(sorted(missing)))
    else:
        say("libraries-missing", " ".join(sorted(missing)))


def missing_libraries() -> set[str]:
    """The names the dynamic linker does not find for any part of Qt the program needs."""
    [qt] = VENV.glob("lib/python3*/site-packages/PySide6")
    binaries = [str(qt / name) for name in NEEDED_BINARIES]
    told = subprocess.run(["ldd", *binaries], check=False, capture_output=True, encoding="utf-8").stdout
    return set(re.findall(r"^\s*(\S+) => not found", told, flags=re.MULTILINE))


def compile_translations() -> None:
    """Compiles what the windows say in other languages, where the text is newer than what was made of it."""
    for source in sorted((ROOT / "resources" / "translations").glob("*.ts")):
        made = source.with_suffix(".qm")
        if made.is_file() and source.stat().st_mtime <= made.stat().st_mtime:
            continue
        command = [str(part) for part in (PYTHON.with_name("pyside6-lrelease"), "-silent", source, "-qm", made)]
        if subprocess.run(command, check=False, stdout=sys.stderr).returncode:
            sys.exit(1)


def compile_rules() -> None:
    """Compiles data/ into the rule pack when a fact, or the compiler itself, is newer than the pack."""
    if RULE_PACK.is_file():
        made = RULE_PACK.stat().st_mtime
        sources = [ROOT / "data", *(ROOT / "data").rglob("*")]
        sources += (ROOT / "desktop_app" / "storage").glob("*.py")
        if all(source.stat().st_mtime <= made for source in sources):
            return
    command = [str(PYTHON), "-P", "-m", "desktop_app", "rules", "build"]
    if subprocess.run(command, check=False, stdout=sys.stderr).returncode:
        sys.exit(1)


def say(message: str, *about: str) -> None:
    """Prints one of the sentences of prepare.toml."""
    print(_sentence(message, *about), file=sys.stderr, flush=True)


def stop(message: str, *about: str) -> NoReturn:
    """Says why it cannot go on, and ends."""
    say(message, *about)
    sys.exit(1)


def _sentence(message: str, *about: str) -> str:
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    sentences = tomllib.loads((ROOT / "packaging" / "prepare.toml").read_text(encoding="utf-8"))
    text: str = sentences["en" if locale.startswith("en") else "zh"][message]
    return text.format(*about)


def _quiet(command: list[Path | str]) -> bool:
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


if __name__ == "__main__":
    main(sys.argv[1:])
