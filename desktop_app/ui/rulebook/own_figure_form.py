"""The small form for a figure of one's own: for which case, the value, who said it and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop_app.domain.area_sheet import AreaSheet
from desktop_app.domain.care import Level
from desktop_app.domain.figure import Dimension, FigureName
from desktop_app.domain.listing import AgeSpan, Condition
from desktop_app.domain.message import message
from desktop_app.domain.own_figure import Informant, OwnFigure, counts_since
from desktop_app.ui import theme
from desktop_app.ui.rulebook.flow_grid import FlowGrid
from desktop_app.ui.rulebook.say import Say
from desktop_app.ui.rulebook.value_fields import ValueFields
from desktop_app.ui.widgets.button_row import ButtonRow
from desktop_app.ui.widgets.buttons import primary_button, secondary_button
from desktop_app.ui.widgets.entered_field import DateField
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.select import Select
from desktop_app.ui.widgets.text import Text

_LEVELS: Final = (Level.COMMUNITY, Level.LEVEL1, Level.LEVEL2, Level.LEVEL3, Level.LEVEL3_TOP)


@dataclass(frozen=True, slots=True)
class ToldFor:
    """A case a figure may have been told for: its words, and the conditions behind them."""

    words: str
    conditions: tuple[Condition, ...] = ()
    ages: AgeSpan | None = None


def with_levels(cases: Sequence[ToldFor], every: str, levels: Sequence[tuple[Level, str]]) -> tuple[ToldFor, ...]:
    """The cases of the rulebook's lines, `every` case among them; where there is no other, each level by itself."""
    found = dict.fromkeys((*cases, ToldFor(every)))
    if all(not case.conditions for case in found):
        found |= dict.fromkeys(ToldFor(words, (Condition(Dimension.LEVEL, (level.value,)),)) for level, words in levels)
    return tuple(found)


def hospital_levels(say: Say) -> list[tuple[Level, str]]:
    """The levels with their words."""
    return [(level, say.words.text(message(f"terms.level.{level.value}"))) for level in _LEVELS]


class OwnFigureForm(QFrame):
    """`saved` carries the figure, `left` tells that nothing is to be kept."""

    saved = Signal(object)
    left = Signal()

    def __init__(self, name: FigureName, sheet: AreaSheet, cases: Sequence[ToldFor], *, say: Say, today: date) -> None:
        super().__init__()
        self._name, self._sheet, self._cases = name, sheet, tuple(cases)
        self._say, self._today = say, today
        self.values = ValueFields(name, sheet.kind, say)
        self.told_for = Select([(str(number), case.words) for number, case in enumerate(self._cases)])
        self.told_by = Select(say.among("informant", [each.value for each in Informant]))
        self.told_on = DateField(say.words, today=today)
        self.told_on.show_day(today)
        self.told_on_row = FormRow(say("own.told_on"), self.told_on)
        self.told_on.edited.connect(self._say_since)
        self._say_since()
        self._lay_out()

    def change(self, own: OwnFigure) -> None:
        """Shows a figure that was kept; the day stays today, on which it was asked for again."""
        self.values.show(own.value)
        self.told_by.put_back(own.told_by.value)

    def take_keyboard(self) -> None:
        """Puts the keyboard into the first field that has a choice."""
        first = self.told_for if len(self._cases) > 1 else next(iter(self.values.fields.values()))
        first.setFocus()

    def save(self) -> None:
        """Hands the figure over, or says beside each field what is wrong."""
        wrong = self.values.problems()
        for id, row in self.values.rows.items():
            row.show_error(wrong.get(id, ""))
        day = self.told_on.day()
        late = "" if day and day <= self._today else self.told_on.problem() or self._say("own.not_later")
        self.told_on_row.show_error(late)
        if wrong or late or day is None:
            return
        case = self._cases[int(self.told_for.value)]
        self.saved.emit(
            OwnFigure(
                area=self._sheet.area.code,
                scheme=self._sheet.scheme,
                kind=self._sheet.kind,
                name=self._name,
                value=self.values.value(),
                told_by=Informant(self.told_by.value),
                told_on=day,
                conditions=case.conditions,
                ages=case.ages,
            )
        )

    def _say_since(self) -> None:
        """Says from which day on the figure will count; while no day stands there, nothing."""
        day = self.told_on.day()
        self.told_on_row.explain(self._say("own.since", since=counts_since(day)) if day else "")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.UNIT, 0, theme.UNIT)
        column.setSpacing(theme.UNIT)
        column.addWidget(Text(self._say("own.explanation"), "small"))
        told_for = FormRow(self._say("own.told_for"), self.told_for)
        told_by = FormRow(self._say("own.told_by"), self.told_by)
        column.addWidget(FlowGrid([told_for, *self.values.rows.values(), told_by, self.told_on_row], least=230))
        save = primary_button(self._say("own.save"), "save")
        leave = secondary_button(self._say("own.leave"))
        save.clicked.connect(self.save)
        leave.clicked.connect(self.left)
        column.addWidget(ButtonRow([save, leave]))
        self.values.fit()
