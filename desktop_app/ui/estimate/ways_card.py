"""The other ways still open (换一种办法，差多少): each in yuan beside this one, with what it takes and until when."""

from dataclasses import asdict
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal

from desktop_app.domain.case import Case
from desktop_app.domain.message import message
from desktop_app.domain.outcome import MoneyAdvice, Plan
from desktop_app.errors import Problem
from desktop_app.render.charts.route_bars import route_bars
from desktop_app.render.charts.style import ChartStyle
from desktop_app.render.environment import Pages
from desktop_app.render.help import topic_title
from desktop_app.render.views.citations import Bibliography
from desktop_app.render.views.money_view import money_view
from desktop_app.services.plan_case import plan_case
from desktop_app.ui import theme
from desktop_app.ui.background import Background
from desktop_app.ui.estimate.sum_table import add_sources
from desktop_app.ui.interview.way_row import WayRow
from desktop_app.ui.opened import Opened
from desktop_app.ui.widgets.card import Card, emptied
from desktop_app.ui.widgets.chart_view import ChartView
from desktop_app.ui.widgets.fold import Fold
from desktop_app.ui.widgets.help_link import HelpLink
from desktop_app.ui.widgets.text import Text

_HELP: Final = "types"


class WaysCard(Card):
    """Folded until somebody wants it; then worked out away from the window. `turned` tells whether it is open."""

    turned = Signal(bool)

    def __init__(self, case: Case, library: Opened, background: Background, *, opened: bool = False) -> None:
        super().__init__(spacing=4)
        self._case, self._library, self._background = case, library, background
        self._pages = Pages(library.words)
        self._asked = False
        title = self._pages.label("paper.heading.routes")
        self.setAccessibleName(title)
        self.fold = Fold(title)
        self.add(self.fold)
        self.fold.button.toggled.connect(self._open)
        self.fold.button.setChecked(opened)

    def _open(self, opened: bool) -> None:
        if opened and not self._asked:
            self._asked = True
            self._say(self._library.words.text(message("interview.page.computing")))
            work = partial(plan_case, self._case, self._library.rulebook)
            self._background.run(work, owner=self, done=self._take, failed=self._object)
        self.turned.emit(opened)

    def _take(self, plan: Plan) -> None:
        if plan.money is None or not plan.money.alternatives:
            self._say(self._library.words.text(message("compare.none")))
        else:
            self._show(plan.money)

    def _show(self, money: MoneyAdvice) -> None:
        words, region = self._library.words, self._case.person.insured_region
        cite = Bibliography(self._library.rulebook, region, words)
        style = ChartStyle(roles=asdict(theme.current().roles))
        column = self.fold.column
        emptied(column)
        column.addWidget(ChartView(lambda worn: route_bars(money, self._pages, worn)))
        ways = Fold(self._pages.label("paper.heading.ways"))
        for way in money_view(money, cite, self._pages, style).ways:
            ways.column.addWidget(WayRow(way))
        column.addWidget(ways)
        if cite.entries():
            sources, fold = Card(spacing=4), Fold(words.text(message("year.title.sources")))
            add_sources(sources, cite.entries())
            fold.column.addWidget(sources)
            column.addWidget(fold)
        column.addWidget(HelpLink(topic_title(_HELP, words), _HELP), 0, Qt.AlignmentFlag.AlignLeft)

    def _object(self, problem: Problem) -> None:
        self._say(self._library.words.text(problem.message))

    def _say(self, sentence: str) -> None:
        emptied(self.fold.column)
        self.fold.column.addWidget(Text(sentence, "muted"))
