"""The stay that is supposed to come: its number in the year, its filing, and what the comparison rests on."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.care import Care, CareKind, FilingRecord, FilingState, FilingType
from desktop_app.domain.case import Episode
from desktop_app.domain.figure import DeductibleBasis, FigureName
from desktop_app.domain.year import Supposed, YearOutlook
from tests.rules.estimate.sums import RESIDENT, benefits, bill, exact, flat, gap, stay, used, yuan
from tests.rules.year.outlooks import known, outlook

HALF = benefits(ratio=exact(flat(50)))
"""Half of everything, without a deductible."""

YEARLY = benefits(
    deductible=exact((yuan(1800),)), deductible_basis=exact(DeductibleBasis.ANNUAL), ratio=exact(flat(50))
)
"""A yearly deductible of 1,800, then half."""


CARE = stay(1000).care


def after(care: Care) -> YearOutlook:
    """The outlook after a stay of 1,000."""
    return outlook(HALF, Episode(care, bill(1000)))


@pytest.mark.parametrize(
    ("last", "following"),
    [
        (FilingState.LATE, FilingState.FILED),
        (FilingState.FILED, FilingState.FILED),
        (FilingState.NONE, FilingState.NONE),
        (FilingState.UNKNOWN, FilingState.UNKNOWN),
    ],
)
def test_a_late_filing_is_there_in_time_for_the_next_stay(last: FilingState, following: FilingState) -> None:
    """What was filed late once is on file now; nothing else that was said of filing changes."""
    found = after(replace(CARE, filing=last))
    assert (found.now.care.filing, found.after.care.filing) == (following, following)


def test_the_next_stay_continues_no_other() -> None:
    """The last stay was a transfer; the next is one of its own."""
    found = outlook(HALF, stay(1000, date(2026, 2, 1)), joined_to(stay(1000, date(2026, 2, 9))))
    assert (found.now.care.joined, found.after.care.joined) == (False, False)


def joined_to(episode: Episode) -> Episode:
    """The stay as one that continues another."""
    return replace(episode, care=replace(episode.care, joined=True))


def test_joined_stays_count_as_one() -> None:
    """Four stays that nobody numbered, one continuing another: three, and the next is the fourth."""
    days = [date(2026, month, 1) for month in (1, 2, 3, 4)]
    first, second, third, fourth = (stay(1000, day) for day in days)
    assert outlook(HALF, first, joined_to(second), third, fourth).now.care.admission == 4


def test_the_next_stay_comes_after_the_highest_number() -> None:
    """The fourth and the fifth of the year are listed: the next is the sixth, and the first of next year."""
    stays = [stay(1000, date(2026, month, 1), admission=admission) for month, admission in ((3, 4), (4, 5))]
    found = outlook(HALF, *stays)
    assert (found.now.care.admission, found.after.care.admission) == (6, 1)


def test_visits_are_no_stays() -> None:
    """Two visits and one stay: the next stay is the second; that deductibles may be kept apart is said."""
    visits = [stay(100, date(2026, month, 1), CareKind.OUTPATIENT) for month in (1, 2)]
    found = outlook(HALF, *visits, stay(1000, date(2026, 3, 1)))
    assert found.now.care.admission == 2
    assert [each.id for each in found.notes] == ["estimate.warning.mixed_care"]


def test_the_bill_of_the_last_stay_is_supposed() -> None:
    """Of two bills the later one comes again: half of 3,000."""
    found = outlook(HALF, stay(1000, date(2026, 2, 1)), stay(3000, date(2026, 3, 1)))
    assert (found.supposed, found.now.personal, found.after.personal) == (Supposed.LAST_BILL, known(1500), known(1500))


@pytest.mark.parametrize(
    ("until", "named"),
    [
        (date(2026, 11, 20), False),
        (date(2026, 11, 21), True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 1), False),
        (None, False),
    ],
)
def test_only_a_filing_that_ends_between_the_two_stays_is_named(until: date | None, named: bool) -> None:
    """Seen on 21 November: in force today and no more on 1 January."""
    record = FilingRecord(
        type=FilingType.REFERRAL, start=date(2026, 1, 1), until=until, region="110000", with_papers=True
    )
    found = after(replace(CARE, filing=FilingState.FILED, filing_record=record))
    assert [each.id for each in found.notes] == ["year.note.filing_ends"] * named
    assert after(replace(CARE, filing=FilingState.NONE, filing_record=record)).notes == ()


def test_an_emergency_is_named() -> None:
    """The next stay is supposed to be one again, which nobody knows."""
    assert [each.id for each in after(replace(CARE, emergency=True)).notes] == ["year.note.emergency"]
    assert after(CARE).notes == ()


def test_a_missing_figure_on_one_side_leaves_nothing_to_compare() -> None:
    """Whether 300 paid count again is not known now; on 1 January nothing is paid: 300 + half of 700 = 650."""
    figures = benefits(
        deductible=exact((yuan(300),)), deductible_basis=gap(FigureName.DEDUCTIBLE_BASIS), ratio=exact(flat(50))
    )
    found = outlook(figures, stay(1000), person=RESIDENT)
    assert (found.now.personal, found.after.personal, found.difference) == (None, known(650), None)


def test_an_account_that_a_missing_figure_hides() -> None:
    """Without a ratio nobody knows what the account had to pay; who has no account misses nothing of it."""
    figures, before = benefits(ratio=gap(FigureName.RATIO)), used(personal_account_balance=500)
    hidden = outlook(figures, stay(1000), before=before)
    assert (hidden.balance, [each.figure for each in hidden.balance_gaps]) == (None, [FigureName.RATIO])
    assert outlook(figures, stay(1000)).balance_gaps == ()
    resident = outlook(figures, stay(1000), before=before, person=RESIDENT)
    assert (resident.balance, resident.balance_gaps) == (None, ())


def test_one_fen_is_an_account() -> None:
    """It is gone with the first bill; a resident has none."""
    before = used(personal_account_balance="0.01")
    assert outlook(HALF, stay(1000), before=before).balance == known(0)
    assert outlook(HALF, stay(1000), before=before, person=RESIDENT).balance is None


def test_new_year_forgets_what_was_used_before_a_planned_stay() -> None:
    """No bill yet, 1,000 of 1,800 paid: 800 + half of 200 = 900 now, all 1,000 on 1 January: 100 more."""
    planned = Episode(stay(1).care, None)
    found = outlook(YEARLY, planned, next_total=yuan(1000), before=used(deductible_paid=1000))
    assert (found.deductible.left, found.supposed) == (known(800), Supposed.GIVEN)
    assert (found.now.personal, found.after.personal, found.difference) == (known(900), known(1000), known(100))


def test_new_year_leaves_the_account_for_a_planned_stay() -> None:
    """An account that pays 300 of the 500 that are one's own, now or later."""
    planned = Episode(stay(1).care, None)
    found = outlook(HALF, planned, next_total=yuan(1000), before=used(personal_account_balance=300))
    paid = [each.estimate.amounts.personal_account for each in (found.now, found.after)]
    assert paid == [yuan(300), yuan(300)]
