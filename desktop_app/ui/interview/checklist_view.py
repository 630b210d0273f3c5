"""The checklist to tick off, the way through the hospital, and the ways onto paper."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.case import Case
from desktop_app.domain.outcome import Plan
from desktop_app.render.environment import Pages
from desktop_app.render.views.citations import Bibliography
from desktop_app.render.views.plan_view import plan_view
from desktop_app.ui import theme
from desktop_app.ui.interview.notebook import Notebook
from desktop_app.ui.interview.say import Say
from desktop_app.ui.interview.statements import StatementRow, rows_of
from desktop_app.ui.opened import Opened
from desktop_app.ui.widgets.buttons import Button, primary_button, secondary_button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.check_row import CheckRow
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.text import Divider, Text

_NARROW = 760


class ChecklistView(QWidget):
    """`pdf_wanted`, `preview_wanted` and `print_wanted` ask for paper."""

    pdf_wanted = Signal()
    preview_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, case: Case, plan: Plan, library: Opened, notebook: Notebook) -> None:
        super().__init__()
        self._plan, self._notebook, self._words = plan, notebook, library.words
        self._say, self._pages = Say(library.words), Pages(library.words)
        cite = Bibliography(library.rulebook, case.person.insured_region, library.words)
        self._view = plan_view(plan, cite, library.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(Text(self._say("step.checklist"), "title"))
        column.addWidget(self._paper())
        column.addWidget(Columns([(self._checklist(), 1), (self._route(), 1)], narrow=_NARROW))
        column.addWidget(Text(self._pages.label("paper.foot.disclaimer"), "small"))
        column.addStretch(1)

    def say_saved(self, sentence: str) -> None:
        """Says where the file went, or what was wrong."""
        self._saved.setText(sentence)
        self._saved.setVisible(bool(sentence))

    def _paper(self) -> Card:
        card = Card(self._say("paper.heading"))
        card.add(Text(self._say("paper.text"), "muted"))
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        self.pdf = primary_button(self._say("button.pdf"), "file-down")
        self.preview = secondary_button(self._say("button.preview"), "search")
        self.print = secondary_button(self._say("button.print"), "printer")
        ways: tuple[tuple[Button, Callable[[], None]], ...] = (
            (self.pdf, self.pdf_wanted.emit),
            (self.preview, self.preview_wanted.emit),
            (self.print, self.print_wanted.emit),
        )
        for button, wanted in ways:
            button.clicked.connect(wanted)
            row.addWidget(button)
        row.addStretch(1)
        card.add(row)
        self._saved = Text("", "accent")
        self._saved.setObjectName("saved")
        self._saved.setVisible(False)
        card.add(self._saved)
        return card

    def _checklist(self) -> Card:
        card = Card(self._pages.label("paper.heading.checklist"), spacing=0)
        ticked = self._notebook.ticks()
        for number, (item, tick) in enumerate(zip(self._plan.checklist, self._view.checklist, strict=True)):
            if number:
                card.add(Divider())
            row = CheckRow(item.id, tick.text, tick.due, ticked=item.id in ticked)
            row.toggled.connect(lambda done, id=item.id: self._notebook.tick(id, done=done))
            card.add(row)
        return card

    def _route(self) -> Card:
        card = Card(self._pages.label("paper.heading.route"), spacing=4)
        for stretch in self._view.route:
            card.add(Text(stretch.when, "strong"))
            card.add(*(StatementRow(step, icon="check") for step in stretch.steps))
        if self._view.if_it_fails:
            card.add(Divider(), Text(self._pages.label("paper.heading.if_it_fails"), "strong"))
            card.add(*rows_of(self._view.if_it_fails, icon="info"))
        return card
