"""What a page of the main window is, and how it is declared."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.background import Background
from desktop_app.ui.opened import Opened
from desktop_app.ui.preferences import Preferences

if TYPE_CHECKING:
    from desktop_app.render.words import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a page is given to work with.

    `opened` is None until the rulebook is open; `problem` says why it cannot be.
    """

    preferences: Preferences
    today: date
    background: Background
    opened: Opened | None
    problem: str = ""

    @property
    def language(self) -> "Language":
        """The language of the window."""
        return self.preferences.language

    @property
    def library(self) -> Opened:
        """The rulebook and the words, for pages that are only built once they are there. Raises RuntimeError before."""
        if self.opened is None:
            raise RuntimeError("the rulebook is not open yet")
        return self.opened


class Page(QWidget):
    """A page of the main window.

    `wants` asks for another page, with the subject it is to open at. Pages are built anew when the language changes:
    what a person has typed goes through `remembered` and `put_back`, then and from one start to the next.
    """

    wants = Signal(str, str)
    chose = Signal(object)
    """The settings page tells of new preferences."""
    told = Signal()
    """The rulebook page tells that a figure of one's own was kept or given up."""
    searches = Signal()
    """The home page asks for the search over everything."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.sheet = QVBoxLayout(self)
        self.sheet.setContentsMargins(0, 0, 0, 0)
        self.sheet.setSpacing(0)

    def remembered(self) -> dict[str, str]:
        """What is to be put back into the fields, by their names."""
        return {}

    def put_back(self, kept: Mapping[str, str]) -> None:
        """Puts back what `remembered` gave."""

    def open_at(self, subject: str) -> None:
        """Opens at a subject: a help topic, a case that was begun."""

    def figures_changed(self) -> None:
        """A figure of one's own was kept or given up: what was worked out with figures is out of date."""

    def opened(self, opened: Opened) -> None:
        """The rulebook is open now. For pages that are shown before it is."""

    def not_opened(self, problem: str) -> None:
        """The rulebook cannot be opened: what is wrong and how to mend it."""


def page_of(part: QWidget) -> Page | None:
    """The page a part stands on."""
    above: QWidget | None = part
    while above is not None and not isinstance(above, Page):
        above = above.parentWidget()
    return above


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEntry:
    """A page of the rail: its id and icon, its name in the language of the moment, and how it is built.

    A page that `needs_rules` is built once the rulebook is open. One that is reached from another page has no button
    of its own in the rail: `under` is the id of the one it belongs to.
    """

    id: str
    icon: str
    name: Callable[[], str]
    build: Callable[[Desk], Page]
    needs_rules: bool = False
    under: str = ""
