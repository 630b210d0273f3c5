"""The first page: what can be done here, what was begun, and what to do when someone is in danger."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui import theme
from desktop_app.ui.icons import IconView
from desktop_app.ui.opened import Opened
from desktop_app.ui.page import Desk, Page
from desktop_app.ui.page_list import ESTIMATOR, HELP, WIZARD
from desktop_app.ui.search.search_box import SearchBox
from desktop_app.ui.widgets.buttons import Button, LinkButton, primary_button, secondary_button
from desktop_app.ui.widgets.card import Card, emptied
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.scroll_page import ScrollPage
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from desktop_app.ui.left_off import LeftOff

EMERGENCY = "emergency"
"""The help topic behind the line about danger."""

_NARROW = 620


class HomePage(Page):
    """Painted before anything else is loaded, so it needs nothing but words."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._opened = desk.opened
        scroll = ScrollPage(widest=960)
        self.sheet.addWidget(scroll)
        words = QVBoxLayout()
        words.setContentsMargins(0, theme.UNIT, 0, theme.UNIT)
        words.setSpacing(4)
        words.addWidget(Text(self.tr("Hello. What would you like to do?"), "title"))
        words.addWidget(
            Text(self.tr("A few questions, and you know what to file, what to bring and how much comes back."), "muted")
        )
        scroll.add(self._search(), words, self._tasks())
        self._trouble = QVBoxLayout()
        scroll.add(self._trouble)
        if desk.problem:
            self.not_opened(desk.problem)
        self._begun = QWidget()
        self._begun.setVisible(False)
        self._rows = QVBoxLayout(self._begun)
        self._rows.setContentsMargins(0, theme.GAP, 0, 0)
        self._rows.setSpacing(10)
        scroll.add(self._begun, self._danger())
        scroll.end()

    def opened(self, opened: Opened) -> None:
        """Now it can be told what was begun."""
        self._opened = opened
        self._find_left_off()

    def not_opened(self, problem: str) -> None:
        """Says what is wrong and how to mend it."""
        from desktop_app.ui.widgets.banner import Banner

        emptied(self._trouble)
        self._trouble.addWidget(Banner("warning", self.tr("The rulebook cannot be opened"), problem))

    def showEvent(self, event: QShowEvent) -> None:
        """Looks again each time: a case may have gone on meanwhile."""
        super().showEvent(event)
        self._find_left_off()

    def show_left_off(self, found: "Sequence[LeftOff]") -> None:
        """Shows what was begun and not finished; nothing at all where there is nothing."""
        emptied(self._rows)
        self._begun.setVisible(bool(found))
        if not found:
            return
        from desktop_app.ui.pages.left_off_row import LeftOffRow

        self._rows.addWidget(Text(self.tr("Continue where you left off"), "heading"))
        for left in found:
            row = LeftOffRow(left)
            row.clicked.connect(lambda _checked=False, left=left: self.wants.emit(left.page, left.subject))
            self._rows.addWidget(row)

    def _find_left_off(self) -> None:
        if self._opened:
            self.show_left_off(self._opened.left_off())

    def _search(self) -> SearchBox:
        examples = self.tr(", for example “Taiyuan”, “hypertension”, “emergency”")
        box = SearchBox(self.tr("Search places, diseases, questions"), examples, self.tr("Ctrl K"))
        box.clicked.connect(self.searches)
        return box

    def _tasks(self) -> Columns:
        start = primary_button(self.tr("Start the wizard"), "chevron-right", trailing=True)
        start.clicked.connect(lambda: self.wants.emit(WIZARD, "new"))
        estimate = secondary_button(self.tr("Open the estimator"), "chevron-right", trailing=True)
        estimate.clicked.connect(lambda: self.wants.emit(ESTIMATOR, ""))
        read = secondary_button(self.tr("Read"), "chevron-right", trailing=True)
        read.clicked.connect(lambda: self.wants.emit(HELP, ""))
        cards = (
            _task(
                "compass",
                self.tr("I am going elsewhere for treatment"),
                self.tr("Whether to file and as what, which papers, how the bill is settled: step by step."),
                start,
            ),
            _task(
                "calculator",
                self.tr("How much comes back?"),
                self.tr("Enter the bill and see what the funds pay and what is left to you, line by line."),
                estimate,
            ),
            _task(
                "book-open",
                self.tr("What does that mean?"),
                self.tr("Filing, direct settlement, deductible: the words of medical insurance, explained plainly."),
                read,
            ),
        )
        return Columns([(card, 1) for card in cards], narrow=_NARROW, level=True)

    def _danger(self) -> QWidget:
        danger, line = QWidget(), QGridLayout()
        row = QHBoxLayout(danger)
        row.setContentsMargins(0, theme.UNIT, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconView("ambulance", "danger", size=20), 0, Qt.AlignmentFlag.AlignVCenter)
        asked = Text(self.tr("In danger of life?"), "error", wraps=False)
        told = Text(self.tr("Go to the nearest hospital first; rescue elsewhere counts as filed."))
        more = LinkButton(self.tr("What matters in an emergency"), tone="danger")
        more.clicked.connect(lambda: self.wants.emit(HELP, EMERGENCY))
        line.setHorizontalSpacing(8)
        line.addWidget(asked, 0, 0)
        line.addWidget(told, 0, 1)
        line.addWidget(more, 0, 2)
        line.setColumnStretch(3, 1)
        row.addLayout(line, 1)
        return danger


def _task(icon_name: str, title: str, text: str, button: Button) -> Card:
    card = Card(spacing=theme.UNIT)
    card.setAccessibleName(title)
    card.add(IconView(icon_name, "primary", ground="primary_weak"))
    card.body.addSpacing(12)
    card.add(Text(title, "heading"), Text(text, "muted"))
    card.body.addSpacing(14)
    card.body.addStretch(1)
    card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
    return card
