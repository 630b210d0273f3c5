"""Puts the window on the screen. What it needs later is imported later."""

import gc
import sys
from collections.abc import Callable
from datetime import date

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop_app.paths import resources_dir
from desktop_app.ui import fonts, theme
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.opened import open_everything
from desktop_app.ui.opening import Opener
from desktop_app.ui.preferences import Memory
from desktop_app.ui.translation import speak


def run_window(today: Callable[[], date]) -> int:
    """Shows the window until it is closed and returns the exit code. `today` is asked when a page opens."""
    app = QApplication(sys.argv[:1])
    window = make_window(app, today)
    window.ready.connect(gc.enable)
    window.bugs.stand_guard()
    window.show()
    return app.exec()


def make_window(app: QApplication, today: Callable[[], date], opener: Opener = open_everything) -> MainWindow:
    """The window as this person left it, in their language and look, not shown yet."""
    app.setApplicationName("yidi")
    app.setDesktopFileName("yidi")
    app.setWindowIcon(QIcon(str(resources_dir() / "icons" / "app" / "yidi.svg")))
    app.setStyle("Fusion")
    memory = Memory()
    chosen = memory.preferences()
    speak(app, chosen.language)
    fonts.install(app)
    fonts.suit(app, chosen.language)
    theme.wear(app, theme.theme_for(chosen.look, chosen.percent))
    return MainWindow(memory, today=today, opener=opener)
