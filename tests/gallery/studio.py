"""Where screens are photographed: the real window, on a day that does not move, with records of nobody."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.paths import data_dir
from desktop_app.render.words import Language
from desktop_app.storage.rule_pack import RulePack
from desktop_app.ui.main_window import STANDARD_SIZE, MainWindow
from desktop_app.ui.opened import Opened, words_in
from desktop_app.ui.preferences import Memory, Preferences
from desktop_app.ui.run_window import make_window

TODAY = date(2026, 11, 21)

Arrange = Callable[[MainWindow], QWidget | None]
"""Brings the window to a screen; returns what is to be photographed where that is not the whole window."""

Open = Callable[[Path, Language], Opened]
"""Opens the rulebook in this file."""


def open_pack(pack: Path, language: Language) -> Opened:
    """The rulebook in `pack`, wherever it lies."""
    return Opened(RulePack.open(pack), words_in(language))


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """One picture: its stable name, how the window gets there, and what the pages find in their fields (`kept`).

    With `waits` False it is photographed before the rulebook is open.
    """

    name: str
    arrange: Arrange
    size: QSize = STANDARD_SIZE
    kept: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    opener: Open = open_pack
    waits: bool = True


@contextmanager
def standing(screen: Screen, *, pack: Path, preferences: Preferences) -> Iterator[tuple[MainWindow, QWidget]]:
    """The window with this screen on it, and what of it is to be looked at; gone without a trace afterwards."""
    _lay_out_records(screen, preferences)
    window = make_window(application(), lambda: TODAY, lambda language: screen.opener(pack, language))
    try:
        ready: list[bool] = []
        window.ready.connect(lambda: ready.append(True))
        window.resize(screen.size)
        window.show()
        if screen.waits:
            wait_until(lambda: bool(ready), f"{screen.name}: the rulebook was never opened")
        shown = screen.arrange(window) or window
        settle()
        yield window, shown
    finally:
        discard(window)


def application() -> QApplication:
    """The one application there is."""
    app = QApplication.instance() or QApplication(["yidi"])
    assert isinstance(app, QApplication)
    return app


def settle() -> None:
    """Lets everything happen that is due: the pause after typing, then layouts until nothing moves any more."""
    QTest.qWait(140)
    before: list[QRect] = []
    for _ in range(50):
        QTest.qWait(30)
        now = [widget.geometry() for widget in application().allWidgets() if widget.isVisible()]
        if now == before:
            return
        before = now


def wait_until(happened: Callable[[], bool], otherwise: str) -> None:
    """Waits until something has happened, twenty seconds at most. Raises TimeoutError with these words."""
    deadline = time.monotonic() + 20
    while not happened():
        if time.monotonic() > deadline:
            raise TimeoutError(otherwise)
        QTest.qWait(10)


def discard(window: MainWindow) -> None:
    """Closes the window and deletes it now, not when a garbage collector comes by in the middle of an event."""
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def _lay_out_records(screen: Screen, preferences: Preferences) -> None:
    data_dir().mkdir(parents=True, exist_ok=True)
    (data_dir() / "window.ini").unlink(missing_ok=True)
    memory = Memory()
    memory.keep_preferences(preferences)
    for page, kept in screen.kept.items():
        memory.keep_page(page, dict(kept))
    memory.write()
