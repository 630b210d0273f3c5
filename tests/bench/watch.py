"""What a window reports about its own start."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

AFTER = 1000
"""Milliseconds after the first picture at which memory is read."""


class Watch(QObject):
    """Notes when a window is mapped and when it has answered a key pressed then; ends the program a second later.

    Answered means: the key was handled, and so was everything it caused, painting included.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._begin, self._window = float(sys.argv[1]), window
        self._noted: dict[str, float] = {}
        window.winId()
        self._handle = window.windowHandle()
        self._handle.installEventFilter(self)

    def note(self, name: str) -> None:
        """Notes the time of something that happens once."""
        self._noted.setdefault(name, (time.monotonic() - self._begin) * 1000)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees the window come up, and the key arrive."""
        if watched is self._handle and event.type() == QEvent.Type.Expose and "mapped" not in self._noted:
            self.note("mapped")
            QTimer.singleShot(AFTER, self, self._report)
            QTimer.singleShot(0, self, self._press_key)
        elif watched is self._window and event.type() == QEvent.Type.KeyPress:
            QTimer.singleShot(0, self, lambda: self.note("answers"))
        return super().eventFilter(watched, event)

    def _press_key(self) -> None:
        self._window.installEventFilter(self)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.postEvent(self._window, key)
        self._window.update()

    def _report(self) -> None:
        resident = next(
            line for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines() if "VmRSS" in line
        )
        self._noted["memory"] = int(resident.split()[1]) / 1024
        print(json.dumps(self._noted), flush=True)
        QCoreApplication.quit()
