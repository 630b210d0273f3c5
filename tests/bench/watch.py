"""What a window reports about its own start."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QWindow

AFTER = 1000
"""Milliseconds after the first picture at which memory is read."""


class Watch(QObject):
    """Notes when a window is first exposed and when it answers, and ends the program a second later."""

    def __init__(self, window: QWindow) -> None:
        super().__init__(window)
        self._begin = float(sys.argv[1])
        self._noted: dict[str, float] = {}
        window.installEventFilter(self)

    def note(self, name: str) -> None:
        """Notes the time of something that happens once."""
        self._noted.setdefault(name, (time.monotonic() - self._begin) * 1000)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees the window come up."""
        if event.type() == QEvent.Type.Expose and "mapped" not in self._noted:
            self.note("mapped")
            QTimer.singleShot(0, self, lambda: self.note("answers"))
            QTimer.singleShot(AFTER, self, self._report)
        return super().eventFilter(watched, event)

    def _report(self) -> None:
        resident = next(
            line for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines() if "VmRSS" in line
        )
        self._noted["memory"] = int(resident.split()[1]) / 1024
        print(json.dumps(self._noted), flush=True)
        QCoreApplication.quit()
