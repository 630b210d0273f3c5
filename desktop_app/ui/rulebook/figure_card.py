"""One figure of an area: the person's own, the rulebook's with their grounds, or whom to ask what."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.evidence import Evidence
from desktop_app.domain.own_figure import OWNABLE
from desktop_app.render.views.area_view import FigureBlock, FigureSection, OwnLine
from desktop_app.ui import theme
from desktop_app.ui.rulebook.own_figure_form import OwnFigureForm, ToldFor
from desktop_app.ui.rulebook.say import Say
from desktop_app.ui.widgets.buttons import Button, quiet_button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.evidence_badge import Capsule, EvidenceBadge
from desktop_app.ui.widgets.scroll_page import bring_into_view
from desktop_app.ui.widgets.text import Divider, Text, selectable

_WHEN, _VALUE = 2, 3
_EDGE = 4
"""Pixels beside the words of a button, so that they end where the card's lines do."""

MakeForm = Callable[[FigureSection, OwnLine | None], OwnFigureForm]
"""Makes the form for a figure of one's own, or for another value of one that is kept."""


@dataclass(frozen=True, slots=True)
class OwnDesk:
    """What a card needs to take in own figures; `make` is None where the records cannot be used."""

    say: Say
    hotline: str
    make: MakeForm | None


class FigureCard(Card):
    """`kept` carries a figure of one's own that is to be kept, `removed` one that is to be given up."""

    kept = Signal(object)
    removed = Signal(object)

    def __init__(self, section: FigureSection, desk: OwnDesk) -> None:
        super().__init__(spacing=theme.UNIT)
        self.section, self._desk = section, desk
        self.setAccessibleName(section.title)
        self.form: OwnFigureForm | None = None
        self.button: Button | None = None
        self._head()
        for line in section.own:
            self.add(self._own_line(line))
        if section.gap:
            self._gap()
        for number, block in enumerate(section.blocks):
            if number or section.own:
                self.add(Divider())
            self.add(BlockView(block))

    def open_form(self) -> None:
        """Opens the form for a new figure under the heading; one that is open stays as it is."""
        if self.form is None:
            self._open(None)
        else:
            self.form.take_keyboard()

    def close_form(self) -> None:
        """Closes it again; the keyboard goes back to the button that opened it."""
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None
            self.take_keyboard()

    def take_keyboard(self) -> None:
        """Puts the keyboard on the button for a figure of one's own."""
        if self.button is not None:
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, changed: OwnLine | None) -> None:
        if self._desk.make is None:
            return
        if self.form is not None:
            self.close_form()
        self.form = self._desk.make(self.section, changed)
        self.form.saved.connect(self.kept)
        self.form.left.connect(self.close_form)
        self.body.insertWidget(1, self.form)
        self.form.take_keyboard()
        QTimer.singleShot(0, self.form, partial(bring_into_view, self.form))  # once it has its place

    def _head(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(Text(self.section.title, "strong"), 1)
        if self._desk.make is not None and self.section.name in OWNABLE:
            self.button = quiet_button(self._desk.say("own.button"), "phone")
            self.button.setAccessibleName(f"{self.section.title}: {self.button.text()}")
            self.button.side_room = _EDGE
            self.button.clicked.connect(self.open_form)
            row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.add(row)

    def _own_line(self, line: OwnLine) -> QWidget:
        view, said = QWidget(), self._desk.say
        column = QVBoxLayout(view)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(_line(line.when, line.value, ""))
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(EvidenceBadge(Evidence.YOURS, said("own.word")), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Text(line.told, "small"), 1)
        change, remove = quiet_button(said("own.change")), quiet_button(said("own.remove"), "x")
        for button in (change, remove):
            button.setAccessibleName(f"{button.text()}: {self.section.title}, {line.when}")
            button.side_room = _EDGE
            row.addWidget(button)
        change.setObjectName("change")
        change.clicked.connect(lambda _checked=False: self._open(line))
        remove.clicked.connect(lambda _checked=False: self.removed.emit(line.own))
        column.addLayout(row)
        return view

    def _gap(self) -> None:
        self.add(Text(self.section.gap), selectable(Text(self._asked(), "accent")))

    def _asked(self) -> str:
        return self._desk.say("ask", line=self._desk.hotline, question=self.section.ask)


class BlockView(QWidget):
    """Figures on one ground: a line for each, then how far they can be trusted, since when, and where from."""

    def __init__(self, block: FigureBlock) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.UNIT // 2)
        for line in block.lines:
            column.addLayout(_line(line.when, line.value, line.note))
        column.addLayout(self._ground(block))
        if block.source:
            column.addWidget(selectable(Text(block.source, "small")))
        if block.link:
            column.addWidget(selectable(Text(block.link, "small")))

    def _ground(self, block: FigureBlock) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.UNIT)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(EvidenceBadge(Evidence(block.badge.grade), block.badge.word), 0, middle)
        for mark in block.marks:
            row.addWidget(Capsule("muted", mark), 0, middle)
        row.addWidget(Text(" · ".join(part for part in (block.written_for, block.days) if part), "small"), 1, middle)
        return row


def told_for(section: FigureSection) -> tuple[ToldFor, ...]:
    """The cases the section's lines stand for, each once."""
    lines = [line for block in section.blocks for line in block.lines]
    return tuple(dict.fromkeys(ToldFor(line.when, line.listed.conditions, line.listed.ages) for line in lines))


def _line(when: str, value: str, note: str) -> QGridLayout:
    """For whom at the left, the figure at the right, a remark below it."""
    grid, right = QGridLayout(), QVBoxLayout()
    grid.setContentsMargins(0, 2, 0, 2)
    grid.setHorizontalSpacing(theme.GAP)
    grid.setColumnStretch(0, _WHEN)
    grid.setColumnStretch(1, _VALUE)
    right.setSpacing(0)
    right.addWidget(selectable(Text(value)))
    if note:
        right.addWidget(Text(note, "small"))
    right.addStretch(1)
    left = Text(when, "muted")
    left.setAlignment(Qt.AlignmentFlag.AlignTop)
    grid.addWidget(left, 0, 0)
    grid.addLayout(right, 0, 1)
    return grid
