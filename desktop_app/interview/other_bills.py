"""The other bills of a year beside the one in question, put into a case: by date, each stay with its number."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.domain.bill import Bill
from desktop_app.domain.care import STAYS, Care, CareKind, Level
from desktop_app.domain.case import Case, Episode


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherBill:
    """A bill as a family remembers it: the day of the visit or discharge, what care, and whether it was at home."""

    day: date
    kind: CareKind
    bill: Bill
    level: Level = Level.UNKNOWN
    at_home: bool = False


def with_other_bills(case: Case, others: Sequence[OtherBill], *, numbered: bool) -> Case:
    """The case of one episode with the other bills of the year in front of it.

    The others were in the same place for the same reason and by the same filing, unless they were at home. `numbered`:
    somebody said which stay of the year the one in question is; else it comes after those that ended before it.
    """
    if not others:
        return case
    [asked] = case.episodes
    episodes = [Episode(_care(asked.care, other, case.person.insured_region), other.bill) for other in others]
    episodes.sort(key=lambda each: each.care.date)
    before = [each for each in _stays_of(episodes, asked.care.date.year) if each.care.date <= asked.care.date]
    own = asked.care.admission if numbered or asked.care.kind not in STAYS else _number(before, asked.care)
    asked = replace(asked, care=replace(asked.care, admission=own))
    return replace(case, episodes=(*_numbered(episodes, asked), asked), several=True)


def place_of(case: Case, episode: Episode) -> int:
    """Where an episode of a case stands among the results, which are in order of date."""
    ordered = sorted(case.episodes, key=lambda each: each.care.date)
    return next(number for number, each in enumerate(ordered) if each is episode)


def _care(asked: Care, other: OtherBill, insured_region: str | None) -> Care:
    return replace(
        asked,
        kind=other.kind,
        date=other.day,
        admitted_on=None,
        level=other.level,
        admission=1,
        region=insured_region if other.at_home else asked.region,
        disease=asked.disease if other.kind is asked.kind else None,
        emergency=False,
        joined=False,
    )


def _number(before: Sequence[Episode], asked: Care) -> int:
    """Which stay of the year it is; one that continues the stay before it has that one's number."""
    return max(len(before), 1) if asked.joined else len(before) + 1


def _stays_of(episodes: Iterable[Episode], year: int) -> list[Episode]:
    return [each for each in episodes if each.care.kind in STAYS and each.care.date.year == year]


def _numbered(others: Sequence[Episode], asked: Episode) -> list[Episode]:
    """The other episodes with each stay's number in its year; those after the one asked about count on from it."""
    found, counts = list[Episode](), dict[tuple[int, bool], int]()
    for each in others:
        day = each.care.date
        if each.care.kind in STAYS:
            after = asked.care.kind in STAYS and day.year == asked.care.date.year and day > asked.care.date
            counts[day.year, after] = counts.get((day.year, after), asked.care.admission if after else 0) + 1
            found.append(replace(each, care=replace(each.care, admission=counts[day.year, after])))
        else:
            found.append(each)
    return found
