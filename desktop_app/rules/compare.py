"""The same illness by every route still open: what the funds pay, and the difference from the case as it stands."""

from dataclasses import fields, replace
from itertools import product

from desktop_app.domain.bill import Bill
from desktop_app.domain.care import LONG_TERM_TYPES, Care, FilingRecord, FilingState, FilingType, Reason, Stage
from desktop_app.domain.case import Case, Episode
from desktop_app.domain.evidence import Evidence, Provenance
from desktop_app.domain.figure import Benefits, Figure
from desktop_app.domain.message import message
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import (
    Alternative,
    Estimate,
    FilingAdvice,
    FilingVerdict,
    Interval,
    MoneyAdvice,
    Route,
    Standing,
)
from desktop_app.domain.region import Relation
from desktop_app.rules.estimate.entitlement import entitlement
from desktop_app.rules.estimate.episode import settle
from desktop_app.rules.estimate.figures import pick_figures
from desktop_app.rules.estimate.terms import Terms
from desktop_app.rules.estimate.year import estimate_case
from desktop_app.rules.situation import Situation

MOST_CORNERS = 729
"""Six unknown figures at three values each; beyond that the difference is bounded by the two intervals alone."""

CLOSED = frozenset({FilingVerdict.DEEMED})
"""Verdicts after which no route is compared: nobody is to weigh emergency care against money."""


def money_advice(situation: Situation, filing: FilingAdvice) -> MoneyAdvice | None:
    """The estimate of the case as it stands and of every route still open; None without a bill."""
    if situation.bill is None:
        return None
    case = replace(situation.case, episodes=situation.case.episodes[:1], several=False)
    as_is = estimate_case(case, situation.rulebook)[0]
    routes = _open_routes(situation, filing)
    return MoneyAdvice(as_is, tuple(_alternative(situation, case, as_is, route) for route in routes))


def _open_routes(situation: Situation, filing: FilingAdvice) -> tuple[Route, ...]:
    """The routes that lead elsewhere than the case as it stands, the likeliest first."""
    care, away = situation.care, situation.relation not in {None, Relation.SAME_AREA}
    if filing.verdict in CLOSED or not away or situation.stage in {Stage.DISCHARGED_SETTLED, Stage.UNKNOWN}:
        return ()
    unfiled = filing.verdict not in {FilingVerdict.VALID, FilingVerdict.NOT_NEEDED}
    routes = [_filing_route(filing.type)] if unfiled and filing.type else []
    if not situation.ahead:
        return tuple(routes)
    if situation.is_stay and filing.type not in LONG_TERM_TYPES and care.reason is not Reason.REFERRAL:
        routes.append(Route.REFERRAL)
    return (*dict.fromkeys(routes), Route.AT_HOME)


def _filing_route(type: FilingType) -> Route:
    if type in LONG_TERM_TYPES:
        return Route.FILE_LONG_TERM
    return Route.REFERRAL if type is FilingType.REFERRAL else Route.FILE_TEMPORARY


def _alternative(situation: Situation, case: Case, as_is: Estimate, route: Route) -> Alternative:
    other_case = _by_route(situation, case, route)
    other = estimate_case(other_case, situation.rulebook)[0]
    difference = _difference(situation, (case, as_is), (other_case, other))
    return Alternative(
        route=route,
        fund_total=other.fund_total,
        difference=difference,
        standing=_standing(difference),
        evidence=_weakest(other),
        needs=message(f"route.needs.{route.value}", day=situation.care.begins),
    )


def _by_route(situation: Situation, case: Case, route: Route) -> Case:
    """The same case by another route: only filing, reason or place change."""
    episode = case.episodes[0]
    return replace(case, episodes=(Episode(_care(situation, episode.care, route), episode.bill),))


def _care(situation: Situation, care: Care, route: Route) -> Care:
    if route is Route.AT_HOME:
        return replace(care, region=situation.insured_code, filing=FilingState.NONE, filing_record=None)
    type = _ROUTE_TYPES.get(route, FilingType.OTHER_TEMPORARY)
    if route is Route.FILE_LONG_TERM and care.reason in _LONG_REASONS:
        type = _LONG_REASONS[care.reason]
    record = FilingRecord(type=type, start=care.begins, until=None, region=care.region or "", with_papers=True)
    reason = Reason.REFERRAL if route is Route.REFERRAL else care.reason
    state = FilingState.FILED if situation.ahead else FilingState.LATE
    return replace(care, reason=reason, filing=state, filing_record=record)


_ROUTE_TYPES = {Route.FILE_LONG_TERM: FilingType.LONG_TERM_RESIDENCE, Route.REFERRAL: FilingType.REFERRAL}
_LONG_REASONS = {
    Reason.RETIRED_RELOCATION: FilingType.RETIRED_RELOCATION,
    Reason.WORK_POST: FilingType.WORK_POST,
}


def _difference(situation: Situation, one: tuple[Case, Estimate], other: tuple[Case, Estimate]) -> Interval | None:
    """What the other route's funds pay more, over the same unknown figures; None where a gap stands in the way.

    Both routes are settled at every combination of lowest, likely and highest value of the figures either of them
    does not know, a figure they share at the same value in both.
    """
    (case, as_is), (other_case, estimate) = one, other
    if as_is.fund_total is None or estimate.fund_total is None:
        return None
    likely = Fen(estimate.fund_total.likely - as_is.fund_total.likely)
    sides = [_Side(situation, case, as_is), _Side(situation, other_case, estimate)]
    unknown = list(dict.fromkeys(figure for side in sides for figure in side.unknown))
    if 3 ** len(unknown) > MOST_CORNERS:
        low = Fen(estimate.fund_total.low - as_is.fund_total.high)
        return Interval(low, likely, Fen(estimate.fund_total.high - as_is.fund_total.low))
    differences = [likely]
    for choice in product(_VALUES, repeat=len(unknown)):
        chosen = dict(zip(unknown, choice, strict=True))
        mine, theirs = (side.fund_total(chosen) for side in sides)
        differences.append(Fen(theirs - mine))
    return Interval(min(differences), likely, max(differences))


_VALUES = ("low", "value", "high")
Unknown = tuple[str, Figure[object]]
"""A figure that is not known exactly, by its field and its range: equal ones are the same figure."""


class _Side:
    """One route, ready to be settled at chosen values of its unknown figures."""

    def __init__(self, situation: Situation, case: Case, estimate: Estimate) -> None:
        self._case, self._episode = case, case.episodes[0]
        self._benefits = pick_figures(case, self._episode, situation.rulebook)
        open_names = {used.name.value for used in estimate.figures if not used.exact}
        self.unknown = tuple(
            (name, figure) for name, figure in _figures(self._benefits) if not figure.exact and name in open_names
        )

    def fund_total(self, chosen: dict[Unknown, str]) -> Fen:
        """What the funds pay with these values."""
        values = {
            name: getattr(figure, chosen.get((name, figure), "value")) for name, figure in _figures(self._benefits)
        }
        terms = Terms(**values)
        care = self._episode.care
        due = entitlement(terms, self._case.person, care.admission, self._case.year_to_date)
        return settle(self._episode.bill or Bill(total=Fen(0)), due).fund_total


def _figures(benefits: Benefits) -> list[Unknown]:
    found = [(field.name, getattr(benefits, field.name)) for field in fields(benefits)]
    return [(name, figure) for name, figure in found if isinstance(figure, Figure)]


def _standing(difference: Interval | None) -> Standing:
    """Better or worse only where the sign is certain."""
    if difference is None:
        return Standing.CANNOT_TELL
    if difference.low == difference.high == 0:
        return Standing.SAME
    if difference.low > 0:
        return Standing.BETTER
    return Standing.WORSE if difference.high < 0 else Standing.CANNOT_TELL


def _weakest(estimate: Estimate) -> Provenance | None:
    """What stands behind the least certain figure of an estimate."""
    provenances = [used.provenance for used in estimate.figures]
    return max(provenances, key=lambda provenance: _ORDER.index(provenance.evidence), default=None)


_ORDER = (Evidence.YOURS, Evidence.OFFICIAL, Evidence.REPORTED, Evidence.TYPICAL)
