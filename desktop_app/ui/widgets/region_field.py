"""A place to find by typing: 汉字, full pinyin, initials, the name of a county, or the code."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QListView

from desktop_app.ui import theme
from desktop_app.ui.widgets.line_field import LineField

MOST: Final = 12
_BESIDE: Final = 56
"""Pixels beside a name in the list: margins and scroll bar."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place that was found: the code it has, and its name with where it lies."""

    code: str
    name: str


Search = Callable[[str], Sequence[Place]]
"""Finds the places that fit what was typed, best first."""


class RegionField(LineField):
    """A field for a place; only one of the `suggestions` counts. Arrow keys walk through them, Enter takes one."""

    def __init__(self, search: Search, *, placeholder: str = "") -> None:
        super().__init__(placeholder=placeholder)
        self._search = search
        self._found: Sequence[Place] = ()
        self._place: Place | None = None
        self._names = QStringListModel(self)
        self.suggestions = QListView()
        self.suggestions.setObjectName("suggestions")
        self.suggestions.setAccessibleName(self.tr("Places found"))
        self.suggestions.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._completer = self._make_completer()
        self.textEdited.connect(self._look)
        self.editingFinished.connect(self._settle)

    @property
    def code(self) -> str | None:
        """The code of the place chosen, or None."""
        return self._place.code if self._place else None

    def show_place(self, place: Place | None) -> None:
        """Shows a place; None empties the field."""
        self._place = place
        self.setText(place.name if place else "")

    def problem(self) -> str:
        """What is wrong: words that name no place on the list."""
        typed = self.text().strip()
        if not typed or self._place:
            return ""
        if self._search(typed):
            sentence = self.tr("Please choose “%1” from the list.")
        else:
            sentence = self.tr("No place called “%1”. Try the city, the county, or pinyin such as “taiyuan”.")
        return sentence.replace("%1", typed)

    def remembered(self) -> str:
        """The code where a place is chosen, else the text as typed."""
        return self._place.code if self._place else self.text()

    def put_back(self, text: str) -> None:
        """Shows the place with this code again, or what had been typed."""
        found = self._search(text) if text else ()
        exact = next((place for place in found if place.code == text), None)
        self._place = exact
        self.setText(exact.name if exact else text)

    def _make_completer(self) -> QCompleter:
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(8)
        completer.setPopup(self.suggestions)
        completer.setWidget(self)
        completer.activated.connect(self._take_named)
        return completer

    def _look(self, typed: str) -> None:
        self._place = None
        self._found = tuple(self._search(typed.strip())[:MOST]) if typed.strip() else ()
        self._names.setStringList([place.name for place in self._found])
        if self._found:
            room = self.rect()
            metrics = self.fontMetrics()
            widest = max(metrics.horizontalAdvance(place.name) for place in self._found)
            room.setWidth(max(room.width(), widest + theme.current().px(_BESIDE)))
            self._completer.complete(room)
        else:
            self.suggestions.hide()

    def _take_named(self, name: str) -> None:
        self._take(next(place for place in self._found if place.name == name))

    def _take(self, place: Place) -> None:
        self.suggestions.hide()
        self.show_place(place)
        self.edited.emit()

    def _settle(self) -> None:
        """Takes what can be meant by nothing else: the only place found, or the one whose name was typed in full."""
        if self._place or not self._found:
            return
        typed = self.text().strip()
        named = [place for place in self._found if typed in (place.name, place.code)]
        if len(named) == 1 or len(self._found) == 1:
            self._take((named or list(self._found))[0])
