"""The money as a page shows it: the answer, the bar, the sum line by line, and the other routes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from desktop_app.domain.message import message
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Estimate, MoneyAdvice, Step, StepName
from desktop_app.domain.routes import Standing
from desktop_app.render.charts.bill_bar import bill_bar
from desktop_app.render.charts.route_bars import interval_text, route_bars
from desktop_app.render.charts.style import Chart, ChartStyle
from desktop_app.render.environment import Pages
from desktop_app.render.views.citations import Bibliography, Statement
from desktop_app.render.views.difference_words import NEVER_URGED, difference_message, route_name
from desktop_app.render.views.way_view import Way, ways
from desktop_app.render.words import Words, percent, yuan

_TAKEN_OFF: Final = frozenset(
    {
        StepName.OUT_OF_CATALOGUE,
        StepName.OVER_LIMIT,
        StepName.PRIOR_SELF_PAY,
        StepName.ELSEWHERE_FIRST_PAY,
        StepName.ACCOUNT_FIRST,
        StepName.DEDUCTIBLE,
    }
)
_SUMS: Final = frozenset({StepName.TOTAL, StepName.ELIGIBLE, StepName.FUND_TOTAL, StepName.CASH})
_DETAILS: Final = frozenset(
    {
        StepName.BASIC_SEGMENT,
        StepName.LOCAL_SEGMENT,
        StepName.ELSEWHERE_LOSS,
        StepName.CRITICAL_COUNTED,
        StepName.CRITICAL_TIER,
    }
)
_ALWAYS: Final = _SUMS | {StepName.DEDUCTIBLE, StepName.BASIC_FUND}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the sum: `weight` is `sum`, `part` or `detail`."""

    name: str
    how: Statement
    amount: str
    weight: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A figure nobody has: what is missing, and what to ask whom."""

    why: str
    ask: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyView:
    """Everything about the money of one case."""

    headline: str
    share: str
    better: tuple[str, ...]
    bar: Chart | None
    lines: tuple[Line, ...]
    missing: tuple[Missing, ...]
    warnings: tuple[str, ...]
    narrowing: str
    routes: Chart | None
    ways: tuple[Way, ...]


def money_view(money: MoneyAdvice, cite: Bibliography, pages: Pages, style: ChartStyle) -> MoneyView:
    """The money in words and pictures; `cite` numbers the sources of the figures."""
    estimate, words = money.as_is, pages.words
    return MoneyView(
        headline=pages.label("paper.money.headline", amount=interval_text(estimate.fund_total, pages)),
        share=_share(estimate, pages),
        better=tuple(_better(money, pages)),
        bar=bill_bar(estimate.amounts, pages, style),
        lines=sum_lines(estimate, cite, words),
        missing=tuple(
            Missing(why=words.text(gap.why), ask=words.text(gap.ask), line=gap.line or "") for gap in estimate.gaps
        ),
        warnings=tuple(words.text(warning) for warning in estimate.warnings),
        narrowing=narrowing_text(estimate, pages),
        routes=route_bars(money, pages, style),
        ways=ways(money, cite, words),
    )


def sum_lines(estimate: Estimate, cite: Bibliography, words: Words) -> tuple[Line, ...]:
    """The trace as lines that a reader can add up again; lines of nothing are left out."""
    return tuple(_line(step, cite, words) for step in estimate.trace if step.amount or step.name in _ALWAYS)


def _line(step: Step, cite: Bibliography, words: Words) -> Line:
    taken_off = step.name in _TAKEN_OFF and step.amount
    return Line(
        name=words.text(message(f"paper.step.{step.name}")),
        how=cite.figure(words.text(step.how), step.provenance),
        amount=yuan(Fen(-step.amount) if taken_off else step.amount),
        weight="sum" if step.name in _SUMS else "detail" if step.name in _DETAILS else "part",
    )


def _share(estimate: Estimate, pages: Pages) -> str:
    if estimate.actual_ratio is None:
        return ""
    return pages.label(
        "paper.money.share", total=estimate.amounts.total, ratio=percent(round(estimate.actual_ratio, 3))
    )


def _better(money: MoneyAdvice, pages: Pages) -> Iterator[str]:
    """The routes that certainly pay more, each with how much more."""
    for each in money.alternatives:
        if each.standing is Standing.BETTER and each.route not in NEVER_URGED:
            route, gain = route_name(each.route, money), difference_message(each)
            said = pages.label("paper.money.better", route=route, gain=gain)
            yield f"{said} ({pages.label('compare.say.weaker')})" if each.weaker else said


def narrowing_text(estimate: Estimate, pages: Pages) -> str:
    """Which figure to ask for first, and by how much the answer would narrow the range; empty where none would."""
    if estimate.narrowing is None:
        return ""
    figure = message(f"estimate.figure_name.{estimate.narrowing}")
    return pages.label("paper.money.narrowing", figure=figure, by=estimate.narrowed_by)
