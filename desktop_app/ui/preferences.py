"""How this person wants the window: language, text size, look, and where it stood last time."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QLocale, QSettings

from desktop_app.paths import data_dir
from desktop_app.ui.roles import Look
from desktop_app.ui.theme import TEXT_PERCENTS

if TYPE_CHECKING:
    from desktop_app.render.words import Language

_FILE: Final = "window.ini"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What can be chosen in the settings."""

    language: "Language"
    percent: int = TEXT_PERCENTS[0]
    look: Look = Look.SYSTEM


class Memory:
    """Remembers the window between two starts, in a small file in the data folder. What makes no sense is ignored."""

    def __init__(self) -> None:
        self._file = QSettings(str(data_dir() / _FILE), QSettings.Format.IniFormat)

    def preferences(self) -> Preferences:
        """What was chosen, else the standard."""
        chosen = Preferences(system_language())
        language, percent, look = (self._text(f"chosen/{name}") for name in ("language", "percent", "look"))
        if language in ("zh_CN", "en"):
            chosen = replace(chosen, language="en" if language == "en" else "zh_CN")
        if percent in {str(known) for known in TEXT_PERCENTS}:
            chosen = replace(chosen, percent=int(percent))
        return replace(chosen, look=Look(look)) if look in set(Look) else chosen

    def keep_preferences(self, chosen: Preferences) -> None:
        """Remembers what was chosen."""
        for name, value in (("language", chosen.language), ("percent", chosen.percent), ("look", chosen.look.value)):
            self._file.setValue(f"chosen/{name}", str(value))

    def geometry(self) -> QByteArray | None:
        """Where the window stood and how large it was."""
        kept = self._file.value("window/geometry")
        return kept if isinstance(kept, QByteArray) else None

    def last_page(self) -> str:
        """The page that was open; empty at the first start."""
        return self._text("window/page")

    def keep_window(self, geometry: QByteArray, page: str) -> None:
        """Remembers where the window stands and what it shows."""
        self._file.setValue("window/geometry", geometry)
        self._file.setValue("window/page", page)

    def page(self, id: str) -> dict[str, str]:
        """What a page had in its fields."""
        self._file.beginGroup(f"page_{id}")
        kept = {key: self._text(key) for key in self._file.childKeys()}
        self._file.endGroup()
        return kept

    def keep_page(self, id: str, kept: dict[str, str]) -> None:
        """Remembers what a page has in its fields."""
        self._file.remove(f"page_{id}")
        for key, value in kept.items():
            self._file.setValue(f"page_{id}/{key}", value)

    def write(self) -> None:
        """Puts everything on disk now."""
        self._file.sync()

    def _text(self, key: str) -> str:
        value = self._file.value(key, "")
        return value if isinstance(value, str) else ""


def system_language() -> "Language":
    """English where the system speaks English, else Chinese."""
    return "en" if QLocale.system().language() is QLocale.Language.English else "zh_CN"
