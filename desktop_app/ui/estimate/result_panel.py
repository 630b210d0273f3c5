"""The result: one large figure or a range, the bar of the whole bill, the sum line by line, and what is not known."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.case import Case
from desktop_app.domain.outcome import Estimate, Interval
from desktop_app.render.charts.bill_bar import bill_bar
from desktop_app.render.environment import Pages
from desktop_app.render.estimate_text import top_up_text
from desktop_app.render.help import topic_title
from desktop_app.render.summary import stale_warning
from desktop_app.render.views.citations import Bibliography
from desktop_app.render.views.money_view import narrowing_text, sum_lines
from desktop_app.render.words import percent, yuan
from desktop_app.ui import theme
from desktop_app.ui.estimate.figure_row import FigureRow
from desktop_app.ui.estimate.sum_table import add_lines, add_sources
from desktop_app.ui.estimate.ways_card import WaysCard
from desktop_app.ui.estimate.year_card import YearCard
from desktop_app.ui.page import Desk
from desktop_app.ui.slip.slip_door import SlipDoor
from desktop_app.ui.slip.subject import Subject
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.buttons import LinkButton
from desktop_app.ui.widgets.card import Card, emptied
from desktop_app.ui.widgets.chart_view import ChartView
from desktop_app.ui.widgets.help_link import HelpLink
from desktop_app.ui.widgets.text import Text, selectable


class ResultPanel(QWidget):
    """Shows an estimate, or calmly what is still needed for one. `wanted` names a field that is to be filled in."""

    wanted = Signal(str)
    slip_wanted = Signal(str)
    """A real slip is to be checked against the case shown: the case, as the slip page takes it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._library, self._today, self._background = desk.library, desk.today, desk.background
        self._year_opened: bool | None = None
        self._ways_opened = False
        self._pages = Pages(self._library.words)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GAP)

    def show_needs(self, needs: Mapping[str, str]) -> None:
        """Says what has to be filled in first: labels by the names of their fields."""
        self._show_fields(self.tr("The result appears here as soon as these are filled in:"), needs, tone="plain")

    def show_mistakes(self, mistaken: Mapping[str, str]) -> None:
        """Says which fields have to be mended first; what is wrong stands beside them."""
        self._show_fields(self.tr("Please mend these first:"), mistaken, tone="danger")

    def _show_fields(self, sentence: str, labels: Mapping[str, str], *, tone: str) -> None:
        emptied(self._column)
        card = Card(self.tr("What comes back"), spacing=2)
        card.add(Text(sentence, "muted"))
        for name, label in labels.items():
            link = LinkButton(label, tone=tone)
            link.clicked.connect(lambda _checked=False, name=name: self.wanted.emit(name))
            card.add(link)
        self._column.addWidget(card)
        self._column.addStretch(1)

    def show_problem(self, sentence: str) -> None:
        """Says why nothing can be computed."""
        emptied(self._column)
        self._column.addWidget(Banner("warning", self.tr("Not computed"), sentence))
        self._column.addStretch(1)

    def show_estimate(self, estimate: Estimate, case: Case, place: int) -> None:
        """Shows the answer for the stay at this place by date, how it came about, and where it leaves the year."""
        emptied(self._column)
        cite = Bibliography(self._library.rulebook, case.person.insured_region, self._library.words)
        lines = sum_lines(estimate, cite, self._library.words)
        self._column.addWidget(self._answer(estimate))
        if estimate.gaps:
            self._column.addWidget(self._gaps(estimate))
        stale = stale_warning(self._today, self._library.rulebook.edition().checked_on, self._pages)
        for warning in (stale, *(self._library.words.text(warning) for warning in estimate.warnings)):
            if warning:
                self._column.addWidget(Banner("warning", warning))
        how = Card(self.tr("How it comes about"), spacing=4)
        add_lines(how, lines)
        self._column.addWidget(how)
        if not case.several:  # a plan is made for one stay
            self._column.addWidget(self._ways(case))
        self._column.addWidget(self._year(case))
        self._column.addWidget(self._slip(case, place))
        if cite.entries():
            sources = Card(self.tr("Sources"))
            add_sources(sources, cite.entries())
            self._column.addWidget(sources)
        for topic in ("estimate", "batch"):
            link = HelpLink(topic_title(topic, self._library.words), topic)
            self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(
            Text(self.tr("An estimate, not a decision: the bureau of the insured region decides."), "small")
        )
        self._column.addStretch(1)

    def _ways(self, case: Case) -> WaysCard:
        """The other ways, opened or folded as they were left."""
        card = WaysCard(case, self._library, self._background, opened=self._ways_opened)
        card.turned.connect(self._keep_ways)
        return card

    def _keep_ways(self, opened: bool) -> None:
        self._ways_opened = opened

    def _year(self, case: Case) -> YearCard:
        """The year, opened or folded as it was left; open at first where there are several bills."""
        opened = case.several if self._year_opened is None else self._year_opened
        card = YearCard(case, self._library, opened=opened)
        card.turned.connect(self._keep_year)
        return card

    def _slip(self, case: Case, place: int) -> SlipDoor:
        """The way on once the real slip is there."""
        door = SlipDoor(Subject(case, place + 1 if case.several else None), self._library.words)
        door.opened.connect(self.slip_wanted)
        return door

    def _keep_year(self, opened: bool) -> None:
        self._year_opened = opened

    def _answer(self, estimate: Estimate) -> Card:
        card = Card(spacing=theme.UNIT)
        card.add(Text(self.tr("The funds are expected to pay"), "muted"), self._figure(estimate.fund_total))
        for line in self._about(estimate):
            card.add(line)
        card.body.addSpacing(4)
        card.add(ChartView(lambda style: bill_bar(estimate.amounts, self._pages, style)))
        return card

    def _figure(self, total: Interval | None) -> QWidget:
        if total is None:
            return Text(self.tr("Not known yet"), "title")
        figure = Text(short_yuan(total.likely), "figure", wraps=False)
        figure.setAccessibleName(self.tr("The funds are expected to pay") + " " + short_yuan(total.likely))
        if total.exact:
            return figure
        low, high = short_yuan(total.low - total.low % 100), short_yuan(total.high + -total.high % 100)
        between = self.tr("(%1 – %2)").replace("%1", low).replace("%2", high)
        return FigureRow(figure, Text(between, "beside_figure", wraps=False))

    def _about(self, estimate: Estimate) -> list[QWidget]:
        said: list[QWidget] = []
        if estimate.amounts.personal_total is not None:
            words = self.tr("You pay %1 of %2 yourself.").replace("%1", yuan(estimate.amounts.personal_total))
            words = words.replace("%2", yuan(estimate.amounts.total))
            if estimate.actual_ratio is not None:
                share = self.tr(" About %1 of the whole bill comes back.")
                words += share.replace("%1", percent(round(estimate.actual_ratio, 3)))
            said.append(Text(words))
        if estimate.top_up is not None:
            said.append(Text(self._library.words.text(top_up_text(estimate.top_up)), "strong"))
        narrowing = narrowing_text(estimate, self._pages)
        if narrowing:
            said.append(Text(narrowing, "accent"))
        return said

    def _gaps(self, estimate: Estimate) -> Card:
        card = Card(self.tr("What nobody has told us yet"))
        words = self._library.words
        for gap in estimate.gaps:
            card.add(Text(words.text(gap.why)))
            asked = words.text(gap.ask)
            if gap.line:
                asked = self.tr("Ask %1: %2").replace("%1", gap.line).replace("%2", asked)
            card.add(selectable(Text(asked, "accent")))
        return card


def short_yuan(amount: int) -> str:
    """The amount without needless zeros behind the point: ¥30,300, ¥27,940.50."""
    return yuan(amount).removesuffix(".00")
