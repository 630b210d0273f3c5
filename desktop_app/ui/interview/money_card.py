"""The money: what comes back as things stand, and on every route still open, as a picture."""

from desktop_app.domain.message import message
from desktop_app.domain.outcome import MoneyAdvice
from desktop_app.render.charts.bill_bar import bill_bar
from desktop_app.render.charts.route_bars import route_bars
from desktop_app.render.environment import Pages
from desktop_app.render.views.money_view import MoneyView
from desktop_app.ui.estimate.sum_table import add_lines
from desktop_app.ui.interview.say import Say
from desktop_app.ui.interview.way_row import WayRow
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.chart_view import ChartView
from desktop_app.ui.widgets.fold import Fold
from desktop_app.ui.widgets.text import Text


class MoneyCard(Card):
    """A card with the comparison, what is not known, and the sum line by line under a fold."""

    def __init__(self, money: MoneyAdvice, view: MoneyView, pages: Pages) -> None:
        super().__init__(pages.label("paper.heading.routes" if money.alternatives else "paper.heading.money"))
        say = Say(pages.words)
        self.add(Text(view.headline, "strong"))
        if view.share:
            self.add(Text(view.share, "muted"))
        self.add(ChartView(lambda style: route_bars(money, pages, style)))
        if view.ways:
            self.add(self._ways(view, pages))
        for missing in view.missing:
            self.add(Text(" ".join(part for part in (missing.why, missing.ask, missing.line) if part), "accent"))
        for line in (view.narrowing, *view.warnings):
            if line:
                self.add(Text(line, "accent"))
        fold = Fold(pages.words.text(message("paper.heading.sum")))
        lines = Card(spacing=4)
        add_lines(lines, view.lines)
        fold.column.addWidget(ChartView(lambda style: bill_bar(money.as_is.amounts, pages, style)))
        fold.column.addWidget(lines)
        self.add(fold)
        self.setAccessibleDescription(say("money.compared"))

    def _ways(self, view: MoneyView, pages: Pages) -> Fold:
        """What each way takes and until when it is open, folded away; open where there is no chart to stand for it."""
        fold = Fold(pages.label("paper.heading.ways"), opened=view.routes is None)
        for way in view.ways:
            fold.column.addWidget(WayRow(way))
        return fold
