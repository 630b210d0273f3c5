"""The same case by another route: only filing, reason, level, place or way of paying change."""

from dataclasses import replace
from typing import Final

from desktop_app.domain.care import Care, FilingRecord, FilingState, FilingType, Level, Reason, SettlementMode
from desktop_app.domain.case import Case, Episode
from desktop_app.domain.routes import Route
from desktop_app.rules.situation import Situation

_LONG_TYPES: Final = {
    Reason.RETIRED_RELOCATION: FilingType.RETIRED_RELOCATION,
    Reason.WORK_POST: FilingType.WORK_POST,
}
_TYPES: Final = {Route.REFERRAL: FilingType.REFERRAL, Route.FILE_TEMPORARY: FilingType.OTHER_TEMPORARY}
_LEVELS: Final = {Route.LEVEL2: Level.LEVEL2, Route.LEVEL3: Level.LEVEL3}


def by_route(situation: Situation, case: Case, route: Route) -> Case:
    """The case as it would be by `route`."""
    episode = case.episodes[0]
    return replace(case, episodes=(Episode(_care(situation, episode.care, route), episode.bill),))


def _care(situation: Situation, care: Care, route: Route) -> Care:
    match route:
        case Route.AT_HOME:
            return replace(care, region=situation.insured_code, filing=FilingState.NONE, filing_record=None)
        case Route.NOT_FILED:
            return replace(care, filing=FilingState.NONE, filing_record=None)
        case Route.LEVEL2 | Route.LEVEL3:
            return replace(care, level=_LEVELS[route])
        case Route.DIRECT:
            return replace(care, settlement=SettlementMode.DIRECT, networked=True)
        case Route.MANUAL:
            return replace(care, settlement=SettlementMode.MANUAL)
        case _:
            return _filed(situation, care, route)


def filed_by(care: Care, route: Route) -> FilingType:
    """The type under which the route files; for a long stay elsewhere the one that goes with the reason."""
    return _TYPES.get(route) or _LONG_TYPES.get(care.reason, FilingType.LONG_TERM_RESIDENCE)


def _filed(situation: Situation, care: Care, route: Route) -> Care:
    """Filed with papers from the day on which the care begins; late where it has begun already."""
    type = filed_by(care, route)
    record = FilingRecord(type=type, start=care.begins, until=None, region=care.region or "", with_papers=True)
    reason = Reason.REFERRAL if route is Route.REFERRAL else care.reason
    state = FilingState.FILED if situation.ahead else FilingState.LATE
    return replace(care, reason=reason, filing=state, filing_record=record)
