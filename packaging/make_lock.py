"""Writes the lock files: what start.sh installs, and what test.sh adds.

    python packaging/make_lock.py

Resolves pyproject.toml's ranges in fresh environments with pip's own settings and writes down
what came out. The build group is part of `requirements.lock` because a checkout compiles its own
rule pack. Run it when a dependency changes, then run the whole suite.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEADER = "# Made by packaging/make_lock.py from pyproject.toml; change the ranges there, then run it again.\n"
# Wanted on one system only, so a resolution made on another does not show it.
PLATFORM_ONLY = ["colorama==0.4.6 ; sys_platform == 'win32'"]


def main() -> None:
    """Resolves the runtime and build requirements first, then the development ones on top."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    running = project["project"]["dependencies"] + groups["build"]
    developing = [entry for entry in groups["dev"] if isinstance(entry, str)]
    with tempfile.TemporaryDirectory(prefix="yidi-lock-") as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
        run = _resolve(python, running)
        _write("requirements.lock", [*run, *PLATFORM_ONLY])
        _write("requirements-dev.lock", sorted(set(_resolve(python, developing)) - set(run)))


def _resolve(python: Path, requirements: list[str]) -> list[str]:
    subprocess.run([python, "-m", "pip", "install", "--quiet", *requirements], check=True)
    frozen = subprocess.run([python, "-m", "pip", "freeze"], check=True, capture_output=True, encoding="utf-8")
    return [line for line in frozen.stdout.splitlines() if "==" in line]


def _write(name: str, lines: list[str]) -> None:
    text = HEADER + "".join(f"{line}\n" for line in sorted(lines, key=str.lower))
    (ROOT / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
