"""A Chinese face for the screen: the system's own where it has one, else the one bundled with the program."""

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from desktop_app.paths import resources_dir

if TYPE_CHECKING:
    from desktop_app.render.words import Language

BUNDLED: Final = "Yidi Sans SC"
_FILES: Final = ("YidiSansSC-Regular.otf", "YidiSansSC-Bold.otf")
_NARROW: Final = QFont.Tag("pwid")
"""The face's own narrow signs (OpenType "proportional width"), where it has them."""

_KNOWN: Final = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "HarmonyOS Sans SC",
    "WenQuanYi Micro Hei",
)
"""Faces for simplified Chinese on Linux, Windows and macOS, best first. Named, because left alone Linux may draw
Chinese text with its Japanese face."""


def install(app: QApplication) -> str:
    """Gives the application a face that can write Chinese, and returns its family."""
    family = system_family()
    if family is None:
        load_bundled()
        family = BUNDLED
    font = QFont(app.font())
    font.setFamilies([family, *dict.fromkeys(app.font().families())])
    app.setFont(font)
    return family


def suit(app: QApplication, language: "Language") -> None:
    """Writes quotation marks as the language does: in English narrow, in Chinese as wide as a character.

    They are the same signs in both, and a Chinese face draws them the Chinese way unless it is told otherwise.
    """
    font, narrow = QFont(app.font()), language == "en"
    if font.isFeatureSet(_NARROW) is narrow:
        return
    if narrow:
        font.setFeature(_NARROW, 1)
    else:
        font.unsetFeature(_NARROW)
    app.setFont(font)


def system_family() -> str | None:
    """The system's best family for simplified Chinese, or None."""
    there = set(QFontDatabase.families())
    known = next((family for family in _KNOWN if family in there), None)
    if known:
        return known
    chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    return next((family for family in chinese if not QFontDatabase.isPrivateFamily(family)), None)


def load_bundled() -> None:
    """Makes the bundled family known to Qt; harmless when it is known already."""
    if BUNDLED in QFontDatabase.families():
        return
    for file in _FILES:
        QFontDatabase.addApplicationFont(str(resources_dir() / "fonts" / file))
