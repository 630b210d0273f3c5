"""The same illness by every route still open: what the funds pay, and the difference from the case as it stands."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from desktop_app.domain.advice import FilingAdvice, SettlementAdvice
from desktop_app.domain.care import Care, FilingState
from desktop_app.domain.case import Case
from desktop_app.domain.evidence import Evidence, Provenance
from desktop_app.domain.figure import FigureName
from desktop_app.domain.message import Message, message
from desktop_app.domain.outcome import Alternative, Estimate, Interval, MoneyAdvice
from desktop_app.domain.routes import Route, Standing
from desktop_app.rules.compare.by_route import by_route
from desktop_app.rules.compare.closing import closing, facts_of, needs
from desktop_app.rules.compare.open_routes import SETTLED_FILING, open_routes
from desktop_app.rules.compare.sides import Difference, Side, difference
from desktop_app.rules.estimate.figures import pick_figures
from desktop_app.rules.estimate.year import estimate_case
from desktop_app.rules.situation import Situation

LAST: Final = frozenset({Route.NOT_FILED, Route.MANUAL})
"""What happens where something is left undone is said after everything that can be done."""


def money_advice(situation: Situation, filing: FilingAdvice, settlement: SettlementAdvice) -> MoneyAdvice | None:
    """The estimate of the case as it stands and of every route still open, the best first; None without a bill."""
    if situation.bill is None:
        return None
    as_is = _side(situation, replace(situation.case, episodes=situation.case.episodes[:1], several=False))
    routes = open_routes(situation, filing, settlement)
    found = [_alternative(situation, as_is, route) for route in routes]
    unfiled = filing.verdict not in SETTLED_FILING and not _says_filed(situation.care)
    return MoneyAdvice(as_is.estimate, _ordered(found), unfiled=unfiled)


def _says_filed(care: Care) -> bool:
    """Whoever says that they have filed is not told that they have not, whatever is known of the filing."""
    return care.filing_record is not None or care.filing in {FilingState.FILED, FilingState.LATE}


def _side(situation: Situation, case: Case) -> Side:
    estimate = estimate_case(case, situation.rulebook)[0]
    return Side(case, pick_figures(case, case.episodes[0], situation.rulebook), estimate)


def _alternative(situation: Situation, as_is: Side, route: Route) -> Alternative:
    other = _side(situation, by_route(situation, as_is.case, route))
    found, closes = difference(as_is, other), closing(situation, route)
    interval = found.interval if found else None
    standing, evidence = _standing(interval), weakest(other.estimate)
    return Alternative(
        route=route,
        fund_total=other.estimate.fund_total,
        difference=interval,
        standing=standing,
        evidence=evidence,
        weaker=_rank_of(evidence) > _rank_of(weakest(as_is.estimate)),
        needs=needs(route),
        closes=closes,
        ask=_question(situation, (as_is, other), found) if standing is Standing.CANNOT_TELL else None,
        facts=tuple(dict.fromkeys((*facts_of(situation, route), *closes.facts))),
    )


def _standing(difference: Interval | None) -> Standing:
    """Better or worse only where the sign is certain."""
    if difference is None:
        return Standing.CANNOT_TELL
    if difference.low == difference.high == 0:
        return Standing.SAME
    if difference.low > 0:
        return Standing.BETTER
    return Standing.WORSE if difference.high < 0 else Standing.CANNOT_TELL


def _question(situation: Situation, sides: Iterable[Side], found: Difference | None) -> Message | None:
    """What to ask first where it cannot be told which route pays more: what is missing, else what sways it most."""
    if found is None:
        return next((gap.ask for side in sides for gap in side.estimate.gaps), None)
    if found.open_figure is None:
        return None
    return figure_question(situation, found.open_figure)


def figure_question(situation: Situation, name: FigureName) -> Message:
    """The question for a figure of this person's scheme and kind of care."""
    scheme, kind = situation.person.scheme.value, situation.care.kind.value
    return message(
        f"figures.ask.{name.value}", scheme=message(f"terms.scheme.{scheme}"), kind=message(f"terms.kind.{kind}")
    )


def _ordered(found: Iterable[Alternative]) -> tuple[Alternative, ...]:
    """What certainly pays more comes first, the most of it foremost; then as found, what certainly pays less after it.

    What happens where something is left undone stands last, whatever it pays.
    """
    return tuple(sorted(found, key=_rank))


def _rank(alternative: Alternative) -> tuple[int, int]:
    if alternative.route in LAST:
        return (3, 0)
    certain = alternative.standing is Standing.BETTER and alternative.fund_total
    return (_ORDER[alternative.standing], -certain.likely if certain else 0)


_ORDER: Final = {Standing.BETTER: 0, Standing.SAME: 1, Standing.CANNOT_TELL: 1, Standing.WORSE: 2}


def weakest(estimate: Estimate) -> Provenance | None:
    """What stands behind the least certain figure that enters the sum."""
    used = {name for step in estimate.trace if step.amount for name in step.figures}
    provenances = [each.provenance for each in estimate.figures if not used or each.name in used]
    return max(provenances, key=_rank_of, default=None)


def _rank_of(provenance: Provenance | None) -> int:
    return _GRADES.index(provenance.evidence) if provenance else 0


_GRADES: Final = (Evidence.YOURS, Evidence.OFFICIAL, Evidence.REPORTED, Evidence.TYPICAL)
