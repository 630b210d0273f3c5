"""What a route takes, and until when it stays open."""

from datetime import timedelta
from typing import Final

from desktop_app.domain.message import Message, message
from desktop_app.domain.routes import Closing, Route
from desktop_app.rules.claim import claim_limit
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
        facts = situation.cite("N-053", "N-054")
        return Closing(message("compare.until.before_paying", day=situation.care.date), situation.care.date, facts)
    facts = situation.cite(*situation.file_first) if route in FILED else ()
    return _before_it_begins(situation, "file" if route in FILED else "choose", facts)


def _before_it_begins(situation: Situation, what: str, facts: tuple[str, ...]) -> Closing:
    """The day before admission or visit; that day itself where it has come."""
    care = situation.care
    if situation.is_stay and care.admitted_on is None:
        return Closing(message(f"compare.until.{what}_before_admission"), None, facts)
    kind = "stay" if situation.is_stay else "visit"
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
