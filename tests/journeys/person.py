"""Somebody at the keyboard of the real program: presses keys on a real (virtual) screen and looks at the window."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import Final, Self

ROOT: Final = Path(__file__).resolve().parents[2]
ARTEFACTS: Final = ROOT / "tests" / "artefacts"
PATIENCE: Final = 30.0

_PHOTOGRAPHER: Final = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication(["photographer", "-platform", "xcb"])
for line in sys.stdin:
    app.primaryScreen().grabWindow(0).save(line.strip())
    print("taken", flush=True)
"""


class Person:
    """The program, started with records of nobody, and the keys one presses in it. Closes the program at the end."""

    def __init__(self, display: str, records: Path) -> None:
        xdotool = shutil.which("xdotool")
        assert xdotool, "xdotool is missing; ./test.sh installs it"
        self._xdotool, self._records = xdotool, records
        self._env = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
        self._env |= {"DISPLAY": display, "YIDI_DATA_DIR": str(records), "LC_ALL": "C.UTF-8"}
        self._env["HOME"] = str(records.parent)
        self._program: subprocess.Popen[bytes] | None = None
        self._photographer: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None and self._program is not None:
            self.photograph("failed")
        for process in (self._program, self._photographer):
            if process is not None:
                process.kill()
                process.wait(timeout=10)
                for pipe in (process.stdin, process.stdout):
                    if pipe is not None:
                        pipe.close()

    def start(self) -> None:
        """Starts the program as `python -m desktop_app` and waits for its window."""
        self._program = subprocess.Popen([sys.executable, "-P", "-m", "desktop_app"], cwd=ROOT, env=self._env)
        wait_until(lambda: bool(self._own_windows()), "the window never came up")
        self.turn_to_window()

    def turn_to_window(self) -> None:
        """Gives the keyboard to the program's window: this screen has no window manager to do that."""
        wait_until(lambda: bool(self._own_windows()), "the program shows no window")
        self._do("windowfocus", "--sync", self._own_windows()[-1])

    def close(self) -> None:
        """Closes the window by the keyboard, as the person does, and waits for the program to end."""
        assert self._program is not None
        self.press("ctrl+q")
        assert self._program.wait(timeout=PATIENCE) == 0

    def kill(self) -> None:
        """Ends the program without warning, as a power cut does."""
        assert self._program is not None
        self._program.kill()
        self._program.wait(timeout=10)

    def press(self, *keys: str) -> None:
        """Presses keys one after the other."""
        for key in keys:
            self._do("key", "--clearmodifiers", key)

    def type(self, text: str) -> None:
        """Types a text."""
        self._do("type", "--clearmodifiers", "--delay", "15", text)

    def changes_within(self, seconds: float, changed: Callable[[], bool]) -> bool:
        """Whether something happens within so many seconds."""
        deadline = time.monotonic() + seconds
        while not changed():
            if time.monotonic() > deadline:
                return False
            time.sleep(0.02)
        return True

    def sees_window(self, name: str) -> bool:
        """Whether a window of this name is open."""
        return bool(self._windows("--name", name))

    def photograph(self, name: str) -> None:
        """Keeps a picture of the screen among the artefacts."""
        if self._photographer is None:
            command = [sys.executable, "-c", _PHOTOGRAPHER]
            pipe = subprocess.PIPE
            self._photographer = subprocess.Popen(command, env=self._env, stdin=pipe, stdout=pipe, text=True)
        ARTEFACTS.mkdir(exist_ok=True)
        assert self._photographer.stdin
        assert self._photographer.stdout
        self._photographer.stdin.write(f"{ARTEFACTS / name}.png\n")
        self._photographer.stdin.flush()
        assert self._photographer.stdout.readline() == "taken\n"

    def page(self) -> str:
        """The page of the wizard that is on disk as the one on screen; empty before the first answer."""
        rows = self._look("SELECT page FROM 'case' ORDER BY changed_at DESC, id DESC LIMIT 1")
        return rows[0][0] if rows else ""

    def answers(self) -> dict[str, str]:
        """The answers on disk."""
        return {row[0]: row[1] for row in self._look("SELECT question, text FROM answer")}

    def ticks(self) -> set[str]:
        """The ticks on disk."""
        return {item for (item,) in self._look("SELECT item FROM tick")}

    def own_figures(self) -> list[tuple[str, ...]]:
        """The figures one was told, on disk: area, figure, value."""
        return self._look("SELECT area, name, value FROM own_figure")

    def remembered(self) -> str:
        """What the window remembers of itself from one start to the next."""
        return (self._records / "window.ini").read_text(encoding="utf-8")

    def _own_windows(self) -> list[str]:
        assert self._program is not None
        return self._windows("--pid", str(self._program.pid))

    def _look(self, query: str) -> list[tuple[str, ...]]:
        path = self._records / "household.sqlite"
        if not path.exists():
            return []
        with closing(sqlite3.connect(path, timeout=5)) as records:
            if not records.execute("SELECT count(*) FROM sqlite_master WHERE name = 'tick'").fetchone()[0]:
                return []
            return records.execute(query).fetchall()

    def _windows(self, *wanted: str) -> list[str]:
        search = [self._xdotool, "search", "--onlyvisible", *wanted]
        return subprocess.run(search, env=self._env, capture_output=True, text=True, check=False).stdout.split()

    def _do(self, *command: str) -> None:
        subprocess.run([self._xdotool, *command], env=self._env, check=True, timeout=PATIENCE)


def wait_until(happened: Callable[[], bool], otherwise: str, *, patience: float = PATIENCE) -> None:
    """Waits until something has happened. Raises AssertionError with these words when it does not."""
    deadline = time.monotonic() + patience
    while not happened():
        assert time.monotonic() < deadline, otherwise
        time.sleep(0.02)
