"""The call script: the exact questions for the insured region's line, what is assumed, and a blank for the answer."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.render.views.plan_view import PlanView, Question
from desktop_app.ui.interview.notebook import Notebook
from desktop_app.ui.interview.say import Say
from desktop_app.ui.interview.statements import StatementRow, with_numbers
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.line_field import LineField
from desktop_app.ui.widgets.text import Divider, Text, selectable


class CallScript(Card):
    """A card of questions, with the number to ring above them."""

    def __init__(self, view: PlanView, ids: Sequence[str], notebook: Notebook, say: Say, *, heading: str) -> None:
        super().__init__(heading)
        self._say, self._notebook = say, notebook
        if view.lines:
            self.add(selectable(Text(say("script.line", lines=view.lines), "accent")))
        heard = notebook.heard()
        for number, (id, question) in enumerate(zip(ids, view.questions, strict=True), 1):
            if number > 1:
                self.add(Divider())
            self.add(self._question(number, id, question, heard.get(id, "")))

    def _question(self, number: int, id: str, question: Question, heard: str) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addWidget(selectable(Text(f"{number}. {with_numbers(question.text)}", "strong")))
        if question.assumed:
            column.addWidget(StatementRow(question.assumed, part="muted"))
        blank = LineField()
        blank.setText(heard)
        blank.editingFinished.connect(lambda: self._notebook.hear(id, blank.text().strip()))
        column.addWidget(FormRow(self._say("script.heard"), blank))
        return part
