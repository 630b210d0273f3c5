"""What a route takes, and until when it stays open."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from desktop_app.domain.care import FilingType
from desktop_app.domain.message import Message, message
from desktop_app.domain.routes import Closing, Route
from desktop_app.rules.claim import claim_limit
from desktop_app.rules.compare.by_route import filed_by
from desktop_app.rules.deadlines import WorkingDays, filing_window, submission
from desktop_app.rules.situation import Situation

FILED: Final = frozenset({Route.FILE_LONG_TERM, Route.REFERRAL, Route.FILE_TEMPORARY})
_FACTS: Final = {
    Route.FILE_LONG_TERM: ("N-064", "N-020"),
    Route.REFERRAL: ("N-023",),
    Route.FILE_TEMPORARY: ("N-025",),
    Route.NOT_FILED: ("S4-23", "N-055"),
    Route.DIRECT: ("N-058", "N-077"),
    Route.MANUAL: ("S1-10", "N-007"),
}


def needs(route: Route) -> Message:
    """What the route takes."""
    return message(f"compare.needs.{route.value}")


def facts_of(situation: Situation, route: Route) -> tuple[str, ...]:
    """The facts behind what a route takes that may be shown."""
    return situation.cite(*_FACTS.get(route, ()))


def closing(situation: Situation, route: Route) -> Closing:
    """Until when the route is open: before the care begins, before it is paid for, or with the claim."""
    if route in {Route.MANUAL, Route.NOT_FILED} or situation.over:
        return _with_the_claim(situation, route)
    if not situation.ahead:
        return _before_paying(situation, route)
    facts = situation.cite(*situation.file_first) if route in FILED else ()
    type = filed_by(situation.care, route) if route in FILED else None
    return _before_it_begins(situation, "file" if type else "choose", facts, type)


def _before_paying(situation: Situation, route: Route) -> Closing:
    """The discharge, or sooner: the insured region's own window after admission, or in time for the review."""
    facts, last = situation.cite("N-053", "N-054"), situation.care.date
    type = filed_by(situation.care, route) if route in FILED else None
    for said, found in _sooner(situation, type):
        if situation.today <= found.day < last:
            text = message(f"compare.until.{said}", day=found.day, days=found.workdays)
            return Closing(text, found.day, (*facts, *situation.cite(found.fact)))
    return Closing(message("compare.until.before_paying", day=last), last, facts)


def _sooner(situation: Situation, type: FilingType | None) -> Iterator[tuple[str, WorkingDays]]:
    if type is not None and (window := filing_window(situation, type)):
        yield "file_window", window
    if type is not None and (review := submission(situation, type)):
        yield "file_reviewed", review


def _before_it_begins(situation: Situation, what: str, facts: tuple[str, ...], type: FilingType | None) -> Closing:
    """The day before admission or visit, or in time for the review; that day itself where it has come."""
    care = situation.care
    if situation.is_stay and care.admitted_on is None:
        return Closing(message(f"compare.until.{what}_before_admission"), None, facts)
    kind = "stay" if situation.is_stay else "visit"
    review = submission(situation, type)
    if review is not None and review.day > situation.today:
        text = message("compare.until.file_reviewed", day=review.day, days=review.workdays)
        return Closing(text, review.day, (*facts, *situation.cite(review.fact)))
    day = max(care.begins - timedelta(days=1), situation.today)
    if day >= care.begins:
        return Closing(message(f"compare.until.{what}_today_{kind}", day=care.begins), care.begins, facts)
    return Closing(message(f"compare.until.{what}_{kind}", day=day), day, facts)


def _with_the_claim(situation: Situation, route: Route) -> Closing:
    """The last day of the claim, counted from discharge; a late filing comes before it."""
    limit = claim_limit(situation)
    what = "late_filing" if route in FILED else "claim"
    late = ("N-055",) if route in FILED else ()
    passed = "_passed" if limit.day < situation.today else ""
    text = message(f"compare.until.{what}{passed}", day=limit.day)
    return Closing(text, limit.day, situation.cite(*late, *limit.facts))
