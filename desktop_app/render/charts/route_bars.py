"""The routes still open, side by side: what the funds would pay on each, on the scale of the whole bill."""

from dataclasses import dataclass
from typing import Final

from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Alternative, Interval, MoneyAdvice
from desktop_app.domain.routes import Route, Standing
from desktop_app.render.charts.style import Chart, ChartStyle
from desktop_app.render.environment import Pages
from desktop_app.render.views.difference_words import NEVER_URGED, difference_message, route_name

_BAR_HEIGHT: Final = 12
_BELOW_LABEL: Final = 5
_BETWEEN: Final = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteBar:
    """One route as it is drawn: full colour to `low`, pale to `high`, a mark at `likely`.

    They are pixels, -1 where nothing is known; `notes` say how the route compares. The amount stands
    `below` the name where both do not fit on one line.
    """

    name: str
    amount: str
    notes: tuple[str, ...]
    tone: str
    best: bool
    below: bool
    y: int
    low: int
    likely: int
    high: int

    @property
    def known(self) -> bool:
        """Whether there is an amount to draw."""
        return self.high >= 0


def route_bars(money: MoneyAdvice, pages: Pages, style: ChartStyle) -> Chart | None:
    """The comparison; None where there is nothing to compare or the case itself cannot be estimated."""
    own = money.as_is.fund_total
    if own is None or not money.alternatives:
        return None
    total = money.as_is.amounts.total
    best, bars, y = _best(money), list[RouteBar](), 0
    for route, interval, alternative in _rows(money, own):
        notes = _notes(alternative, pages)
        name, amount = pages.words.text(route_name(route, money)), interval_text(interval, pages)
        below = style.width_of(f"{name}  {amount}") > style.width
        low, likely, high = _pixels(interval, total, style)
        bars.append(
            RouteBar(
                name=name,
                amount=amount,
                notes=notes,
                tone=_tone(alternative),
                best=route is best,
                below=below,
                y=y,
                low=low,
                likely=likely,
                high=high,
            )
        )
        y += style.line * (2 if below else 1) + _BELOW_LABEL + _BAR_HEIGHT + _BETWEEN + style.line * len(notes)
    title = pages.label("paper.routes.title", routes=tuple(f"{bar.name} {bar.amount}" for bar in bars))
    layout = {"title": title, "bar_height": _BAR_HEIGHT, "height": y - _BETWEEN + 4}
    svg = pages.render("charts/route_bars.svg.j2", bars=bars, style=style, **layout)
    return Chart(svg=svg, width=style.width, height=y - _BETWEEN + 4, title=title)


def interval_text(interval: Interval | None, pages: Pages) -> str:
    """An amount for people: exact, or likely with its range, or not known."""
    if interval is None:
        return pages.label("paper.money.unknown")
    if interval.exact:
        return pages.label("paper.money.exact", amount=interval.likely)
    return pages.label("paper.money.range", low=interval.low, likely=interval.likely, high=interval.high)


def _rows(money: MoneyAdvice, own: Interval) -> list[tuple[Route, Interval | None, Alternative | None]]:
    others = [(each.route, each.fund_total, each) for each in money.alternatives]
    return [(Route.AS_IS, own, None), *others]


def _best(money: MoneyAdvice) -> Route | None:
    """The first route of which it is certain that no other pays more; None where that is open or all pay the same."""
    own = Alternative(
        route=Route.AS_IS, fund_total=money.as_is.fund_total, difference=None, standing=Standing.SAME, evidence=None
    )
    routes = (own, *money.alternatives)
    if all(each.standing is Standing.SAME for each in routes):
        return None
    best = next((each.route for each in routes if all(_at_least(each, other) for other in routes)), None)
    return None if best in NEVER_URGED else best


def _at_least(one: Alternative, other: Alternative) -> bool:
    """Whether `one` certainly pays no less: by the computed difference where there is one, else by the ranges."""
    if one.route is other.route:
        return True
    if other.route is Route.AS_IS:
        return one.standing in {Standing.BETTER, Standing.SAME}
    if one.route is Route.AS_IS:
        return other.standing in {Standing.WORSE, Standing.SAME}
    if one.fund_total is None or other.fund_total is None:
        return False
    return one.fund_total.low >= other.fund_total.high


def _notes(alternative: Alternative | None, pages: Pages) -> tuple[str, ...]:
    return (pages.words.text(difference_message(alternative)),) if alternative else ()


def _tone(alternative: Alternative | None) -> str:
    tones = {Standing.BETTER: "good", Standing.WORSE: "warning"}
    return tones.get(alternative.standing, "muted") if alternative else "muted"


def _pixels(interval: Interval | None, total: Fen, style: ChartStyle) -> tuple[int, int, int]:
    if interval is None or not total:
        return -1, -1, -1
    low, likely, high = (amount * style.width // total for amount in (interval.low, interval.likely, interval.high))
    return low, likely, high
