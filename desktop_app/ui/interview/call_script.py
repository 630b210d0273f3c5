"""The call script: the exact questions for the insured region's line, what is assumed, and a blank for the answer."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.care import CareKind
from desktop_app.domain.figure import FigureName
from desktop_app.domain.heard import FIGURE, Heard
from desktop_app.domain.message import message
from desktop_app.domain.outcome import Ask
from desktop_app.domain.own_figure import Informant
from desktop_app.render.views.plan_view import PlanView
from desktop_app.render.views.question_view import Question
from desktop_app.ui import theme
from desktop_app.ui.interview.blank import NOTHING, Blank, blank_for
from desktop_app.ui.interview.notebook import Notebook
from desktop_app.ui.interview.say import Say
from desktop_app.ui.interview.statements import StatementRow, with_numbers
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.fold import Fold
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.select import Select
from desktop_app.ui.widgets.text import Divider, Text, selectable


@dataclass(frozen=True, slots=True)
class JustHeard:
    """A blank that was filled a moment ago, and what that moved in the answer; no line where nothing moved."""

    id: str
    moved: tuple[str, ...]


class CallScript(Card):
    """A card of questions, with the number to ring above them; those that matter less lie under a fold.

    `heard` tells of a figure that now counts, by the id of its blank. `moved` says what a blank just filled has moved.
    """

    heard = Signal(str)

    def __init__(
        self,
        view: PlanView,
        asks: Sequence[Ask],
        notebook: Notebook,
        say: Say,
        *,
        kind: CareKind,
        just: JustHeard | None = None,
    ) -> None:
        super().__init__(say.words.text(message("paper.heading.questions")))
        self._say, self._notebook, self._kind, self._just = say, notebook, kind, just
        self.moved: QWidget | None = None
        self.told_by = Select([(each.value, self._words_of(f"rulebook_page.informant.{each}")) for each in Informant])
        if asks:
            self._add_whom_to_ring(view)
        told = notebook.heard()
        questions = list(enumerate(zip(asks, (*view.questions, *view.more_questions), strict=True), 1))
        rows = [self._question(number, ask, asked, told.pop(ask.blank, NOTHING)) for number, (ask, asked) in questions]
        self._add_divided(self.add, rows[: len(view.questions)])
        behind = [ask for ask in asks[len(view.questions) :] if just and just.id == ask.blank]
        more = Fold(self._words_of("paper.heading.more_questions"), opened=bool(behind))
        self._add_divided(more.column.addWidget, rows[len(view.questions) :])
        if view.more_questions:
            self.add(Divider(), more)
        self._add_told({id: heard for id, heard in told.items() if id.startswith(FIGURE)})

    def _add_whom_to_ring(self, view: PlanView) -> None:
        """The number, and that without its area code it leads astray."""
        if view.lines:
            self.add(selectable(Text(self._say("script.line", lines=view.lines), "accent")))
            self.add(Text(self._words_of("paper.ask.short_number"), "small"))
        else:
            self.add(Text(self._words_of("paper.ask.line_none"), "accent"))
        row = FormRow(self._say("script.who"), self.told_by)
        row.setMaximumWidth(theme.current().px(420))
        self.add(row)

    def _add_divided(self, add: Callable[[QWidget], object], rows: Sequence[QWidget]) -> None:
        for number, row in enumerate(rows):
            if number:
                add(Divider())
            add(row)

    def _add_told(self, figures: Mapping[str, Heard]) -> None:
        """Figures somebody was told that the script, now that they are known, no longer asks for."""
        if figures:
            self.add(Divider(), Text(self._say("script.told"), "strong"))
        for id, heard in figures.items():
            name = FigureName(id.removeprefix(FIGURE))
            self.add(self._blank(id, name, heard, self._words_of(f"figures.name.{name.value}")))

    def _words_of(self, id: str) -> str:
        return self._say.words.text(message(id))

    def _question(self, number: int, ask: Ask, question: Question, heard: Heard) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addWidget(selectable(Text(f"{number}. {with_numbers(question.text)}", "strong")))
        if question.assumed:
            column.addWidget(StatementRow(question.assumed, part="muted"))
        if question.worth:
            column.addWidget(Text(question.worth, "accent"))
        column.addWidget(self._blank(ask.blank, ask.figure, heard))
        return part

    def _blank(self, id: str, figure: FigureName | None, heard: Heard, label: str = "") -> QWidget:
        blank = blank_for(figure, self._kind, heard, self._say, label)
        blank.filled.connect(lambda text: self._keep(id, blank, text))
        if self._just is None or self._just.id != id:
            return blank
        said = "\n".join((self._say("script.moved" if self._just.moved else "script.not_moved"), *self._just.moved))
        self.moved = Text(said, "accent")
        blank.column.addWidget(self.moved)
        return blank

    def _keep(self, id: str, blank: Blank, text: str) -> None:
        told_by = Informant(self.told_by.value)
        self._notebook.hear(id, text, told_by)
        blank.note(Heard(text, told_by, self._notebook.setting.today))
        if id.startswith(FIGURE):
            self.heard.emit(id)
