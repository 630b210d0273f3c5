"""The call script: the exact questions for the insured region's line, what is assumed, and a blank for the answer."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.figure import FigureName
from desktop_app.domain.message import message
from desktop_app.domain.outcome import Ask
from desktop_app.interview.heard import Unit, unit_of
from desktop_app.render.views.plan_view import PlanView, Question
from desktop_app.rules.ask_disputes import DISPUTE
from desktop_app.ui import theme
from desktop_app.ui.interview.notebook import Notebook
from desktop_app.ui.interview.say import Say
from desktop_app.ui.interview.statements import StatementRow, with_numbers
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.entered_field import MoneyField, PercentField
from desktop_app.ui.widgets.fold import Fold
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.line_field import LineField
from desktop_app.ui.widgets.text import Divider, Text, selectable

FIGURE: Final = "figure."
"""A blank for a figure is kept under this and the figure's name; any other under the question's own id."""


class Blank(FormRow):
    """A blank to write the answer on. `filled` tells of a text that has changed and can be read."""

    filled = Signal(str)

    def __init__(self, label: str, figure: FigureName | None, text: str, say: Say) -> None:
        self._line = _line(figure, say)
        super().__init__(label, self._line, description=say("script.counts") if unit_of(figure) else "")
        self.setMaximumWidth(theme.current().px(420))
        self._line.put_back(text)
        self._before = text
        self._line.edited.connect(lambda: self.show_error(""))
        self._line.editingFinished.connect(self._finish)

    def _finish(self) -> None:
        problem, text = self._line.problem(), self._line.text().strip()
        self.show_error(problem)
        if not problem and text != self._before:
            self._before = text
            self.filled.emit(text)


class CallScript(Card):
    """A card of questions, with the number to ring above them; those that matter less lie under a fold.

    `heard` tells of a figure that now counts.
    """

    heard = Signal()

    def __init__(self, view: PlanView, asks: Sequence[Ask], notebook: Notebook, say: Say, *, heading: str) -> None:
        super().__init__(heading)
        self._say, self._notebook = say, notebook
        if asks:
            self._add_whom_to_ring(view)
        told = notebook.heard()
        questions = list(enumerate(zip(asks, (*view.questions, *view.more_questions), strict=True), 1))
        rows = [self._question(number, ask, asked, told.pop(_id(ask), "")) for number, (ask, asked) in questions]
        self._add_divided(self.add, rows[: len(view.questions)])
        more = Fold(self._words_of("paper.heading.more_questions"))
        self._add_divided(more.column.addWidget, rows[len(view.questions) :])
        if view.more_questions:
            self.add(Divider(), more)
        self._add_told({id: text for id, text in told.items() if id.startswith(FIGURE)})

    def _add_whom_to_ring(self, view: PlanView) -> None:
        """The number, and that without its area code it leads astray."""
        if view.lines:
            self.add(selectable(Text(self._say("script.line", lines=view.lines), "accent")))
            self.add(Text(self._words_of("paper.ask.short_number"), "small"))
        else:
            self.add(Text(self._words_of("paper.ask.line_none"), "accent"))

    def _add_divided(self, add: Callable[[QWidget], object], rows: Sequence[QWidget]) -> None:
        for number, row in enumerate(rows):
            if number:
                add(Divider())
            add(row)

    def _add_told(self, figures: Mapping[str, str]) -> None:
        """Figures somebody was told that the script, now that they are known, no longer asks for."""
        if figures:
            self.add(Divider(), Text(self._say("script.told"), "strong"))
        for id, text in figures.items():
            name = FigureName(id.removeprefix(FIGURE))
            self.add(self._blank(id, self._words_of(f"figures.name.{name.value}"), name, text))

    def _words_of(self, id: str) -> str:
        return self._say.words.text(message(id))

    def _question(self, number: int, ask: Ask, question: Question, text: str) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addWidget(selectable(Text(f"{number}. {with_numbers(question.text)}", "strong")))
        if question.assumed:
            column.addWidget(StatementRow(question.assumed, part="muted"))
        if question.narrows:
            column.addWidget(Text(question.narrows, "accent"))
        column.addWidget(self._blank(_id(ask), self._say("script.heard"), ask.figure, text))
        return part

    def _blank(self, id: str, label: str, figure: FigureName | None, text: str) -> Blank:
        blank = Blank(label, figure, text, self._say)
        blank.filled.connect(lambda text: self._keep(id, text))
        return blank

    def _keep(self, id: str, text: str) -> None:
        self._notebook.hear(id, text)
        if id.startswith(FIGURE):
            self.heard.emit()


def _id(ask: Ask) -> str:
    """Under what the answer is kept: two disputes are told apart by the facts they are about."""
    if ask.figure:
        return f"{FIGURE}{ask.figure.value}"
    return f"{ask.question.id}.{'.'.join(ask.facts)}" if ask.question.id == DISPUTE else ask.question.id


def _line(figure: FigureName | None, say: Say) -> LineField:
    unit = unit_of(figure)
    if unit is Unit.YUAN:
        return MoneyField(say.words)
    if unit is None:
        return LineField()
    share = PercentField(say.words)
    if unit is Unit.POINTS:
        share.unit = say("script.points")
    return share
