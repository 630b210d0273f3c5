"""Other bills of the year beside the one asked about: their order, their numbers, their places."""

from dataclasses import replace
from datetime import date

from desktop_app.domain.bill import Bill
from desktop_app.domain.care import CareKind, Level
from desktop_app.domain.case import Case
from desktop_app.domain.money import Fen
from desktop_app.interview.other_bills import OtherBill, place_of, with_other_bills
from tests.rules.cases import BEIJING, JINAN, case

ASKED = case(bill=Bill(total=Fen(50_000_00)))
"""A stay of Jinan's insured in Beijing, from 3 to 10 December 2026."""


def other(day: date, kind: CareKind = CareKind.INPATIENT, *, at_home: bool = False) -> OtherBill:
    """A bill of 1,000."""
    return OtherBill(day=day, kind=kind, bill=Bill(total=Fen(1_000_00)), level=Level.LEVEL2, at_home=at_home)


def admissions(found: Case) -> dict[str, int]:
    """The number of each stay, by its day."""
    return {each.care.date.isoformat(): each.care.admission for each in found.episodes}


def test_no_other_bill_changes_nothing() -> None:
    """The very same case."""
    assert with_other_bills(ASKED, (), numbered=False) is ASKED


def test_stays_are_numbered_by_their_day() -> None:
    """March and June come first, so December is the third; a visit in May is no stay."""
    others = [other(date(2026, 6, 1)), other(date(2026, 3, 1)), other(date(2026, 5, 1), CareKind.OUTPATIENT)]
    found = with_other_bills(ASKED, others, numbered=False)
    assert admissions(found) == {"2026-03-01": 1, "2026-05-01": 1, "2026-06-01": 2, "2026-12-10": 3}
    assert found.several


def test_a_stay_that_continues_another_has_its_number() -> None:
    """Transferred from the second stay of the year, December is the second too; the others continue nothing."""
    [asked] = ASKED.episodes
    joined = replace(ASKED, episodes=(replace(asked, care=replace(asked.care, joined=True)),))
    found = with_other_bills(joined, [other(date(2026, 3, 1)), other(date(2026, 12, 2))], numbered=False)
    assert admissions(found) == {"2026-03-01": 1, "2026-12-02": 2, "2026-12-10": 2}
    assert [each.care.joined for each in found.episodes] == [False, False, True]


def test_a_number_somebody_gave_is_kept() -> None:
    """Said to be the first: it stays the first."""
    found = with_other_bills(ASKED, [other(date(2026, 3, 1))], numbered=True)
    assert admissions(found)["2026-12-10"] == 1


def test_a_stay_after_the_one_asked_about_comes_after_it() -> None:
    """20 December is the second stay, 28 December the third."""
    found = with_other_bills(ASKED, [other(date(2026, 12, 28)), other(date(2026, 12, 20))], numbered=False)
    assert admissions(found) == {"2026-12-10": 1, "2026-12-20": 2, "2026-12-28": 3}
    assert place_of(found, found.episodes[-1]) == 0


def test_last_year_has_numbers_of_its_own() -> None:
    """A stay of 2025 does not make December's the second."""
    found = with_other_bills(ASKED, [other(date(2025, 11, 1))], numbered=False)
    assert admissions(found) == {"2025-11-01": 1, "2026-12-10": 1}
    assert place_of(found, found.episodes[-1]) == 1


def test_the_place_of_another_bill() -> None:
    """The same place, or the insured region; level and kind are its own."""
    others = [other(date(2026, 3, 1), at_home=True), other(date(2026, 4, 1))]
    found = with_other_bills(ASKED, others, numbered=False)
    assert [each.care.region for each in found.episodes] == [JINAN, BEIJING, BEIJING]
    assert [each.care.level for each in found.episodes] == [Level.LEVEL2, Level.LEVEL2, Level.LEVEL3]
    assert found.episodes[0].care.admitted_on is None
