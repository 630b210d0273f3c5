"""The program's own window, made and shown as `desktop_app.ui.run_window` does it."""

# ruff: noqa: E402 -- as desktop_app.app does it, before anything is imported
from __future__ import annotations

import gc
import sys

gc.disable()

from PySide6.QtWidgets import QApplication

from desktop_app.app import today
from desktop_app.ui.run_window import make_window
from tests.bench.watch import Watch


def main() -> None:
    """Shows the window and reports."""
    app = QApplication(sys.argv[:1])
    window = make_window(app, today)
    watch = Watch(window)
    window.ready.connect(gc.enable)
    window.ready.connect(lambda: watch.note("loaded"))
    window.show()
    app.exec()


if __name__ == "__main__":
    main()
