"""How long a filing holds, how long its review takes and what a long-term one costs later, region by region."""

from datetime import date
from typing import Any

import pytest

from desktop_app.domain.advice import FilingVerdict
from desktop_app.domain.care import CareKind, FilingRecord, FilingType, Injury
from desktop_app.domain.message import Message
from desktop_app.domain.person import Scheme, Status
from desktop_app.rules.claim import claim_papers, nobody_else_liable
from desktop_app.rules.commitment import commitment_costs, filed_elsewhere, still_locked
from desktop_app.rules.deadlines import filing_window
from desktop_app.rules.situation import Situation, situation_of
from desktop_app.rules.validity import change_rule, effective_from, recorded, review_time, validity
from desktop_app.storage.rule_pack import RulePack
from tests.rules.cases import BEIJING, JINAN, SHANGHAI, case, filed

START = date(2026, 11, 21)
LONG, TRIP, REFERRAL = FilingType.LONG_TERM_RESIDENCE, FilingType.OTHER_TEMPORARY, FilingType.REFERRAL
RESIDENT = {"scheme": Scheme.RESIDENT}


def seen(rulebook: RulePack, insured: str = JINAN, **answers: Any) -> Situation:  # noqa: ANN401 -- every field
    """Somebody insured there."""
    person = {"insured_region": insured, **answers.pop("person", {})}
    return situation_of(case(person=person, **answers), rulebook)


def innermost(text: Message) -> str:
    """The sentence inside one that names another source."""
    inner = dict(text.parameters).get("text")
    return innermost(inner) if isinstance(inner, Message) else text.id.rpartition(".")[2]


Held = tuple[str, FilingType, dict[str, Any], str, date | None, tuple[str, ...]]
"""Where, as what, by whom; the sentence, the last day, the facts."""

VALID: list[Held] = [
    # The nation: at least six months for trips and referrals, no end for who lives there.
    ("370100", TRIP, {}, "at_least", date(2027, 5, 21), ("N-046",)),
    ("370100", REFERRAL, {}, "at_least", date(2027, 5, 21), ("N-046",)),
    # Suzhou: twelve months for a trip, for referrals Jiangsu's six (N-047).
    ("320500", TRIP, {}, "months", date(2027, 11, 21), ("L1064",)),
    ("320500", REFERRAL, {}, "at_least", date(2027, 5, 21), ("N-047",)),
    # Guangzhou: five years at most for who works, no end for others.
    ("440100", LONG, {"person": {"status": Status.WORKING}}, "at_most", date(2031, 11, 21), ("L1024",)),
    ("440100", LONG, {"person": {"status": Status.RETIRED}}, "unlimited", None, ("L1024",)),
    # Qinghai lets one choose; Xi'an's 90 days are less well attested than the nation's six months and only named.
    ("630100", TRIP, {}, "chosen", None, ("N-049",)),
    ("610100", TRIP, {}, "at_least", date(2027, 5, 21), ("N-046", "L2041")),
    # Dalian, Ningbo: twelve months.
    ("210200", REFERRAL, {}, "months", date(2027, 11, 21), ("L2059",)),
    ("330200", REFERRAL, {}, "months", date(2027, 11, 21), ("L1049",)),
    # Xiamen: no end in another province, in one's own province what the nation says.
    ("350200", TRIP, {}, "unlimited", None, ("L1086",)),
    ("350200", TRIP, {"region": "350100"}, "at_least", date(2027, 5, 21), ("N-046",)),
]


@pytest.mark.parametrize("row", VALID, ids=[f"{row[0]} {row[1]}" for row in VALID])
def test_how_long_a_filing_holds(rulebook: RulePack, row: Held) -> None:
    """By the most local rule, counted from the first day; its facts come first."""
    insured, type, answers, said, until, facts = row
    found = validity(seen(rulebook, insured, **answers), type, START)
    assert found is not None
    assert (innermost(found.text), found.until, found.facts[: len(facts)]) == (said, until, facts)


def test_a_weaker_statement_that_would_shorten_is_named_and_not_used(rulebook: RulePack) -> None:
    """Taiyuan (S4-27) says a year where the nation knows no end (N-045): the latter holds, the former is quoted."""
    found = validity(seen(rulebook, "140100"), LONG, START)
    assert found is not None
    assert (found.text.id, found.until, found.facts) == ("filing.validity.differs", None, ("N-045", "S4-27"))
    assert innermost(found.text) == "unlimited"


def test_without_a_type_nothing_is_said(rulebook: RulePack) -> None:
    """For a reason nobody knows yet."""
    here = seen(rulebook)
    assert validity(here, None, START) is None
    assert change_rule(here, None, START) is None
    assert review_time(here, None) is None


STARTS: list[tuple[FilingVerdict, dict[str, Any], date | None]] = [
    (FilingVerdict.NEEDED, {}, START),  # today; the stay begins on 3 December
    (FilingVerdict.NEEDED, {"admitted_on": date(2026, 11, 15)}, date(2026, 11, 15)),
    (FilingVerdict.LATE_BEFORE_DISCHARGE, {"admitted_on": date(2026, 11, 15)}, date(2026, 11, 15)),
    (FilingVerdict.LATE_AFTER_DISCHARGE, {"admitted_on": date(2026, 11, 15)}, date(2026, 11, 15)),
    (FilingVerdict.LATE_BEFORE_DISCHARGE, {"admitted_on": START}, START),
    (FilingVerdict.LATE_BEFORE_DISCHARGE, {}, START),
    (FilingVerdict.NEEDED, {"region": "370102"}, None),  # at home
]


@pytest.mark.parametrize(("verdict", "answers", "start"), STARTS)
def test_from_when_a_filing_holds(
    rulebook: RulePack, verdict: FilingVerdict, answers: dict[str, Any], start: date | None
) -> None:
    """Today, or the day of admission where that has passed (N-054)."""
    assert effective_from(seen(rulebook, **answers), verdict) == start


REVIEWS: list[tuple[str, FilingType, str, int, tuple[str, ...]]] = [
    ("370100", LONG, "workdays", 2, ("S2-14",)),
    ("370100", TRIP, "at_once", 0, ("S2-14",)),
    ("320500", LONG, "workdays", 1, ("N-038",)),
    ("320500", TRIP, "workdays", 1, ("N-038",)),
    ("440100", TRIP, "workdays", 2, ("L1023",)),
    ("140100", LONG, "at_once", 0, ("S4-28",)),
]


@pytest.mark.parametrize(("insured", "type", "said", "days", "facts"), REVIEWS)
def test_how_long_a_review_takes(
    rulebook: RulePack, insured: str, type: FilingType, said: str, days: int, facts: tuple[str, ...]
) -> None:
    """In working days, by the most local statement; none at home."""
    found = review_time(seen(rulebook, insured), type)
    assert found is not None
    assert (found.text.id, dict(found.text.parameters), found.facts) == (f"filing.review.{said}", {"days": days}, facts)
    assert review_time(seen(rulebook, insured, region=insured), type) is None


COSTS: list[tuple[str, dict[str, Any], list[tuple[str, date | None]]]] = [
    ("370100", {}, []),
    ("320500", {}, [("lock_letter", date(2027, 5, 21))]),  # six months for a letter (N-027)
    ("440100", {}, [("filed_place_only", None)]),  # N-029
    ("440600", {}, [("lock_letter", date(2027, 5, 21)), ("filed_place_only", None)]),  # Foshan, L1034
    ("330200", {}, [("lock_any", date(2027, 2, 21))]),  # Ningbo: three months for everybody
    ("410100", {}, [("cut", None)]),  # Henan: 20 points
    ("210100", {}, [("cut", None)]),  # Shenyang's employees in Beijing: 10 points
    ("210100", {"region": "120000"}, []),
    ("210100", {"person": RESIDENT}, []),
]


@pytest.mark.parametrize(("insured", "answers", "costs"), COSTS)
def test_what_a_long_term_filing_costs_later(
    rulebook: RulePack, insured: str, answers: dict[str, Any], costs: list[tuple[str, date | None]]
) -> None:
    """Each cost by itself, with the day until which it binds."""
    found = commitment_costs(seen(rulebook, insured, **answers), START)
    told = [(each.text.id.rpartition(".")[2], dict(each.text.parameters).get("until")) for each in found]
    assert told == costs


def test_costs_are_part_of_what_may_change(rulebook: RulePack) -> None:
    """A trip may be changed by another; a long-term filing at will, or only after what a letter costs."""
    trip = change_rule(seen(rulebook), TRIP, START)
    free = change_rule(seen(rulebook), LONG, START)
    bound = change_rule(seen(rulebook, "440600"), LONG, START)
    assert trip is not None
    assert free is not None
    assert bound is not None
    assert (trip.text.id, trip.facts) == ("filing.change.temporary", ("N-046", "N-040"))
    assert (free.text.id, free.facts) == ("filing.change.long_term", ("N-045", "N-050", "N-145"))
    inner = dict(bound.text.parameters)["one"]
    assert isinstance(inner, Message)
    first = dict(inner.parameters)["one"]
    assert isinstance(first, Message)
    assert (bound.text.id, inner.id, first.id) == ("filing.two", "filing.two", "filing.change.long_term_locked")
    assert bound.facts == ("N-045", "N-050", "L1034")


def record(type: FilingType, until: date | None) -> FilingRecord:
    """A filing at hand."""
    return FilingRecord(type=type, start=START, until=until, region=BEIJING, with_papers=True)


@pytest.mark.parametrize(
    ("filing", "said", "facts"),
    [
        (record(LONG, None), "recorded_open", ("N-045",)),
        (record(TRIP, None), "recorded_no_end", ("N-046",)),
        (record(LONG, date(2027, 1, 1)), "recorded_until", ("N-042",)),
    ],
)
def test_a_filing_at_hand_is_shown_as_it_is(
    rulebook: RulePack, filing: FilingRecord, said: str, facts: tuple[str, ...]
) -> None:
    """Its own last day, or none."""
    found = recorded(seen(rulebook), filing)
    assert (found.text.id, found.until, found.facts) == (f"filing.validity.{said}", filing.until, facts)


LOCKS: list[tuple[str, date, bool | None, date | None]] = [
    ("320500", date(2026, 5, 22), False, date(2026, 11, 22)),  # six months for a letter, until tomorrow
    ("320500", date(2026, 5, 22), None, date(2026, 11, 22)),
    ("320500", date(2026, 5, 21), False, None),  # until today: free
    ("320500", date(2026, 5, 22), True, None),  # with papers nothing is locked
    ("330200", date(2026, 8, 22), True, date(2026, 11, 22)),  # Ningbo: three months for everybody
    ("440100", date(2026, 11, 30), False, None),  # Guangzhou locks nothing, even before the filing begins
]


@pytest.mark.parametrize(("insured", "start", "with_papers", "until"), LOCKS)
def test_a_filing_that_cannot_be_changed_yet(
    rulebook: RulePack, insured: str, start: date, with_papers: bool | None, until: date | None
) -> None:
    """Filed for Shanghai, to be treated in Beijing on 3 December: locked where the insured region says so."""
    filing = filed(SHANGHAI, start, None, type=LONG, with_papers=with_papers)
    found = still_locked(seen(rulebook, insured, **filing))
    assert (None if found is None else dict(found.text.parameters)["until"]) == until


INJURIES = [
    (Injury(third_party=False, work=False), True),
    (Injury(third_party=None, work=False), False),
    (Injury(third_party=False, work=None), False),
    (Injury(third_party=True, work=False), False),
    (Injury(third_party=False, work=True), False),
    (None, False),
]


@pytest.mark.parametrize(("injury", "sure"), INJURIES)
def test_the_letter_about_liability_is_asked_of_who_is_sure(
    rulebook: RulePack, injury: Injury | None, sure: bool
) -> None:
    """Neither a third party nor work, both said for certain: only then must it be signed (N-111)."""
    here = seen(rulebook, kind=CareKind.INJURY, injury=injury)
    assert nobody_else_liable(here) is sure
    assert [paper.required for paper in claim_papers(here) if paper.id == "injury_statement"] == [sure]


def test_only_some_regions_take_a_filing_some_days_after_admission(rulebook: RulePack) -> None:
    """Dalian (L2059): five working days from Thursday 3 December, for trips and referrals; nobody else."""
    dalian = seen(rulebook, "210200")
    for type in (TRIP, REFERRAL):
        found = filing_window(dalian, type)
        assert found is not None
        assert (found.day, found.workdays, found.fact) == (date(2026, 12, 10), 5, "L2059")
    assert filing_window(dalian, LONG) is None
    assert filing_window(seen(rulebook), TRIP) is None
    # Chongqing counts from discharge, and at home.
    assert filing_window(seen(rulebook, "500101", region="500103"), TRIP) is None


@pytest.mark.parametrize(
    ("region", "start", "until", "type", "in_force"),
    [
        (SHANGHAI, date(2026, 1, 1), None, LONG, True),
        (SHANGHAI, date(2026, 1, 1), date(2026, 12, 3), LONG, True),  # to the day on which the stay begins
        (SHANGHAI, date(2026, 1, 1), date(2026, 12, 2), LONG, False),
        (SHANGHAI, date(2026, 12, 3), None, LONG, True),
        (SHANGHAI, date(2026, 12, 4), None, LONG, False),
        (SHANGHAI, date(2026, 1, 1), None, TRIP, False),
        (JINAN, date(2026, 1, 1), None, LONG, False),  # at home that is no other place
    ],
)
def test_a_long_term_filing_in_force_elsewhere(
    rulebook: RulePack, region: str, start: date, until: date | None, type: FilingType, in_force: bool
) -> None:
    """When the stay begins on 3 December; trips do not count."""
    here = seen(rulebook, **filed(region, start, until, type=type))
    assert (filed_elsewhere(here) is not None) is in_force
