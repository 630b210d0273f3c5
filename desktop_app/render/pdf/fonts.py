"""The bundled font, and an application for it to live in where no window has made one."""

from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from desktop_app.paths import resources_dir
from desktop_app.render.charts.style import FONT_FAMILY

_FILES: Final = ("YidiSansSC-Regular.otf", "YidiSansSC-Bold.otf")
_own: list[QGuiApplication] = []


def need_application() -> None:
    """Makes sure that Qt can lay out text: a running window's application, else one of our own that needs no screen."""
    if QGuiApplication.instance() is None:
        _own.append(QGuiApplication(["yidi", "-platform", "offscreen"]))


def paper_font(points: float) -> QFont:
    """The bundled font, which is always the one on paper: a system font may turn text into Kangxi radicals."""
    if FONT_FAMILY not in QFontDatabase.families():
        for file in _FILES:
            QFontDatabase.addApplicationFont(str(resources_dir() / "fonts" / file))
    font = QFont(FONT_FAMILY)
    font.setPointSizeF(points)
    return font
