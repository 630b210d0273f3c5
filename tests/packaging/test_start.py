"""start.sh and the set-up behind it, in a copy of the checkout whose Python only writes down what it is told."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop_app.paths import checkout_dir

# Stands in for .venv/bin/python: runs what sets up, and only notes pip and the program.
NOTING_PYTHON = """#!/bin/bash
printf '%s\\n' "$*" >> "{log}"
case "$*" in
  *prepare.py*|-c*) exec "{python}" "$@" ;;
  "-m pip install"*) exit ${{PIP_STATUS:-0}} ;;
  *"rules build") : > "{folder}/desktop_app/shipped/rules.sqlite" ;;
esac
"""


class Checkout:
    """A copy of what start.sh touches, in a folder as people name them."""

    def __init__(self, folder: Path) -> None:
        root = checkout_dir()
        assert root is not None
        self.folder = folder
        self.log = folder.parent / "log"
        shutil.copytree(root / "packaging", folder / "packaging")
        for name in ("start.sh", "pyproject.toml", "requirements.lock"):
            shutil.copy2(root / name, folder / name)
        for made in ("desktop_app/shipped", "desktop_app/storage", "data/examples", ".venv/bin"):
            (folder / made).mkdir(parents=True)
        (folder / "data/examples/first.yaml").touch()
        [site] = Path(sys.prefix).glob("lib/python3*/site-packages")
        here = folder / ".venv" / site.relative_to(sys.prefix)
        here.mkdir(parents=True)
        (here / "PySide6").symlink_to(site / "PySide6")
        python = folder / ".venv/bin/python"
        text = NOTING_PYTHON.format(log=self.log, python=sys.executable, folder=folder)
        python.write_text(text, encoding="utf-8")
        python.chmod(0o755)

    def start(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Runs start.sh as from a file manager, in another folder, on a screen unless told otherwise."""
        self.log.write_text("", encoding="utf-8")
        plain = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        return subprocess.run(
            [self.folder / "start.sh", *arguments],
            cwd=self.folder.parent,
            env=plain | {"DISPLAY": ":7", "LANG": "en_US.UTF-8"} | environment,
            stdin=subprocess.DEVNULL,
            check=False,
            capture_output=True,
            encoding="utf-8",
        )

    def told(self) -> list[str]:
        """What the last start asked of Python, apart from the set-up itself."""
        lines = self.log.read_text(encoding="utf-8").splitlines()
        return [line for line in lines if "prepare.py" not in line and not line.startswith("-c")]


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A fresh copy in a folder with a space and Chinese characters in its name."""
    folder = tmp_path / "新 文件夹"
    folder.mkdir()
    return Checkout(folder)


def test_the_first_start_installs_compiles_and_opens(checkout: Checkout) -> None:
    """Locked packages, then the program itself without its dependencies, then the rules, then the window."""
    assert checkout.start().returncode == 0
    pip = [line for line in checkout.told() if line.startswith("-m pip install")]
    assert f"-r {checkout.folder}/requirements.lock" in pip[0]
    assert f"--no-deps -e {checkout.folder}" in pip[1]
    assert checkout.told()[-2:] == ["-P -m desktop_app rules build", "-P -m desktop_app"]


def test_the_second_start_only_opens_the_window(checkout: Checkout) -> None:
    """Neither pip nor the compiler runs again, and start.sh itself takes less than half a second."""
    checkout.start()
    began = time.perf_counter()
    assert checkout.start().returncode == 0
    assert checkout.told() == ["-P -m desktop_app"]
    assert time.perf_counter() - began < 0.5


def test_an_interrupted_installation_goes_on_at_the_next_start(checkout: Checkout) -> None:
    """A failed pip ends in one sentence and status 1; the next start tries again instead of opening."""
    failed = checkout.start(PIP_STATUS="1")
    assert failed.returncode == 1
    assert "goes on from here" in failed.stderr
    assert checkout.told()[-1].startswith("-m pip install")
    assert checkout.start().returncode == 0
    assert any(line.startswith("-m pip install") for line in checkout.told())


def test_a_new_lock_file_is_installed(checkout: Checkout) -> None:
    """After an update that changes a version the next start installs it."""
    checkout.start()
    with (checkout.folder / "requirements.lock").open("a", encoding="utf-8") as lock:
        lock.write("# one more\n")
    checkout.start()
    assert any(line.startswith("-m pip install") for line in checkout.told())


def test_a_moved_folder_is_installed_anew(checkout: Checkout) -> None:
    """An editable install remembers its folder, so a renamed one is set up again."""
    checkout.start()
    moved = checkout.folder.rename(checkout.folder.with_name("移动后"))
    checkout.folder = moved
    checkout.start()
    assert any(f"-e {moved}" in line for line in checkout.told())


def test_changed_facts_are_compiled(checkout: Checkout) -> None:
    """Editing a fact is enough: the next start compiles the rule pack."""
    checkout.start()
    later = time.time() + 60
    os.utime(checkout.folder / "data/examples/first.yaml", (later, later))
    checkout.start()
    assert checkout.told() == ["-P -m desktop_app rules build", "-P -m desktop_app"]


def test_arguments_reach_the_command_line_as_they_are(checkout: Checkout) -> None:
    """With arguments it is `yidi`, from whatever folder, screen or not."""
    checkout.start()
    checkout.start("plan", "妈妈 住院.yaml", DISPLAY="")
    assert checkout.told() == ["-P -m desktop_app plan 妈妈 住院.yaml"]


def test_without_a_screen_it_says_so_and_runs_the_sample(checkout: Checkout) -> None:
    """One sentence, then plan, estimate and summary of the first sample, the PDF in the current folder."""
    checkout.start()
    shown = checkout.start(DISPLAY="")
    assert shown.returncode == 0
    assert len(shown.stderr.splitlines()) == 1
    assert "no screen" in shown.stderr
    sample = f"{checkout.folder}/data/examples/first.yaml"
    assert checkout.told() == [
        f"-P -m desktop_app plan {sample}",
        f"-P -m desktop_app estimate {sample}",
        f"-P -m desktop_app summary {sample} -o first.pdf",
    ]


def test_it_speaks_chinese_unless_the_locale_is_english(checkout: Checkout) -> None:
    """The people this is for read Chinese; an English locale gets English."""
    checkout.start()
    assert "没有找到屏幕" in checkout.start(DISPLAY="", LANG="zh_CN.UTF-8").stderr
    assert "没有找到屏幕" in checkout.start(DISPLAY="", LANG="C").stderr
