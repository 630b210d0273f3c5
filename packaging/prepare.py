"""Makes a checkout ready to run: .venv, locked packages, system libraries, rule pack.

start.sh, start.bat, start.command and test.sh call it with whatever Python there is, so it uses
the standard library alone. Each step is skipped when it is done and marks its end last, so a set-up
that was interrupted goes on where it stopped, and a second start touches neither pip nor network.

    python packaging/prepare.py             to run the program
    python packaging/prepare.py --tests     to run ./test.sh, which compiles the rules itself
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

# Everything the window may load at run time; a plugin whose libraries are missing fails silently.
QT_BINARIES = (
    "QtGui.abi3.so",
    "QtWidgets.abi3.so",
    "QtPrintSupport.abi3.so",
    "QtSvg.abi3.so",
    "Qt/plugins/platforms/libqoffscreen.so",
    "Qt/plugins/platforms/libqxcb.so",
    "Qt/plugins/platforms/libqwayland*.so",
    "Qt/plugins/xcbglintegrations/*.so",
    "Qt/plugins/platforminputcontexts/lib[ci]*.so",
    "Qt/plugins/printsupport/*.so",
    "Qt/plugins/wayland-shell-integration/libxdg-shell.so",
    "Qt/plugins/wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",
)
TEST_COMMANDS = {"Xvfb": "xvfb", "pdftotext": "poppler-utils"}


def main(arguments: list[str]) -> None:
    """Does what is still to do; ends with a sentence and status 1 where it cannot go on."""
    for_tests = "--tests" in arguments
    locks = ["requirements.lock"] + (["requirements-dev.lock"] if for_tests else [])
    install_python_packages(locks, stamp=VENV / (".installed-for-tests" if for_tests else ".installed"))
    if sys.platform == "linux":
        install_libraries()
    if for_tests:
        absent = [package for command, package in TEST_COMMANDS.items() if not shutil.which(command)]
        install_debian_packages(absent)
    else:
        compile_rules()


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
    """Changes with the files and with the folder, for an installation knows its place."""
    digest = hashlib.sha256(f"{ROOT}\n".encode())
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
    if importlib.util.find_spec("ensurepip") is None:
        install_debian_packages([f"python{sys.version_info.major}.{sys.version_info.minor}-venv"])
    if PYTHON.exists() and _quiet([PYTHON, "-m", "pip", "--version"]):
        return
    # start.sh runs this with .venv's own Python once there is one; that one cannot remake itself.
    system = getattr(sys, "_base_executable", sys.executable)
    if subprocess.run([system, "-m", "venv", "--clear", VENV], check=False).returncode:
        stop("venv-failed", str(VENV))


def install_libraries() -> None:
    """Gets the shared libraries Qt asks for and this system lacks; looked up once per installation."""
    if LIBRARIES_FOUND.is_file():
        return
    missing = missing_libraries()
    packages = tomllib.loads((ROOT / "packaging" / "debian-packages.toml").read_text(encoding="utf-8"))
    if missing:
        install_debian_packages(sorted({packages[name] for name in missing if name in packages}))
        still = missing_libraries()
        if still:
            stop("libraries-unknown", " ".join(sorted(still)))
    LIBRARIES_FOUND.touch()


def missing_libraries() -> set[str]:
    """The names the dynamic linker does not find for any part of Qt that the window may load."""
    [qt] = VENV.glob("lib/python3*/site-packages/PySide6")
    binaries = [str(file) for pattern in QT_BINARIES for file in qt.glob(pattern)]
    told = subprocess.run(["ldd", *binaries], check=False, capture_output=True, encoding="utf-8").stdout
    return set(re.findall(r"^\s*(\S+) => not found", told, flags=re.MULTILINE))


def install_debian_packages(packages: list[str]) -> None:
    """Installs as root at once, with sudo after a yes at a terminal, and else says the command."""
    if not packages:
        return
    wanted = " ".join(packages)
    apt = shutil.which("apt-get")
    if apt is None:
        stop("libraries-unknown", wanted)
    install = [apt, "install", "-y", "--no-install-recommends", *packages]
    rights = _rights_to_install(wanted)
    if rights is None:
        stop("run-first", shlex.join(["sudo", "apt-get", *install[1:]]))
    say("packages", wanted)
    # A stale or failing list may still know the package, so only the installation decides.
    subprocess.run([*rights, apt, "update", "-qq"], check=False, stdout=subprocess.DEVNULL)
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", *install, "-qq"]
    if subprocess.run([*rights, *quiet], check=False, stdout=subprocess.DEVNULL).returncode:
        stop("packages-failed", wanted)


def _rights_to_install(wanted: str) -> list[str] | None:
    """The words to put before a command, or None where nobody may or nobody said yes."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None or not sys.stdin.isatty():
        return None
    return ["sudo"] if input(_sentence("ask", wanted)).strip().lower() in {"", "y", "yes"} else None


def compile_rules() -> None:
    """Compiles data/ into the rule pack when a fact, or the compiler itself, is newer than the pack."""
    if RULE_PACK.is_file():
        made = RULE_PACK.stat().st_mtime
        sources = [ROOT / "data", *(ROOT / "data").rglob("*")]
        sources += (ROOT / "desktop_app" / "storage").glob("*.py")
        if all(source.stat().st_mtime <= made for source in sources):
            return
    if subprocess.run([PYTHON, "-P", "-m", "desktop_app", "rules", "build"], check=False).returncode:
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
