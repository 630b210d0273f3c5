"""The year worked by hand: what is used, what is left, and the same stay once more now and after New Year."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.care import CareKind, FilingRecord, FilingState, FilingType
from desktop_app.domain.case import Episode
from desktop_app.domain.figure import DeductibleBasis, FigureName, Origin, Supplement
from desktop_app.domain.person import Assistance, Person, Scheme
from desktop_app.domain.year import Fund, Limit, Supposed
from desktop_app.errors import Problem
from tests.rules.estimate.sums import (
    RESIDENT,
    banded,
    benefits,
    critical,
    exact,
    flat,
    gap,
    percent,
    ranged,
    stay,
    used,
    yuan,
)
from tests.rules.year.outlooks import between, cap, known, limit, outlook

BEIJING = benefits(
    deductible=exact((yuan(1300), yuan(650))),
    deductible_basis=exact(DeductibleBasis.PER_ADMISSION),
    ratio=exact(banded((30000, 85), (40000, 90), (None, 95), origin=Origin.ZERO)),
    cap=exact(yuan(500000)),
)
"""Beijing's employees at level 3: 1,300 for the first stay and 650 for the next; bands from the first fen."""

SERIOUS = benefits(ratio=exact(flat(60)), critical=exact(critical(10000, (10000, None, 60), cap=300000)))
"""Residents at 60 % whose critical-illness insurance pays 60 % above 10,000 of own payment."""

YEARLY = benefits(
    deductible=exact((yuan(1800),)), deductible_basis=exact(DeductibleBasis.ANNUAL), ratio=exact(flat(50))
)
"""Outpatient care with a yearly deductible of 1,800, then 50 %."""


def test_beijings_second_stay_meets_half_the_deductible() -> None:
    """A stay of 40,000: 28,700 × 85 % + 10,000 × 90 % = 33,395. Again this year: 29,350 × 85 % + 9,000 = 33,947.50.

    After New Year it is the first one again: 6,605 to pay instead of 6,052.50, that is 552.50 more.
    """
    found = outlook(BEIJING, stay(40000))
    assert (found.now.care.admission, found.after.care.admission) == (2, 1)
    assert (found.deductible.left, found.deductible.paid) == (known(650), known(1300))
    assert cap(found, Fund.BASIC).left == limit("466605")
    assert (found.now.personal, found.after.personal) == (known("6052.50"), known(6605))
    assert found.difference == known("552.50")


def test_what_a_stay_would_cost_that_is_given_by_its_amount() -> None:
    """35,000 next time: 29,350 × 85 % + 5,000 × 90 % = 29,447.50, so 5,552.50 to pay; all of it is eligible."""
    found = outlook(BEIJING, stay(40000), next_total=yuan(35000))
    assert (found.supposed, found.now.personal) == (Supposed.GIVEN, known("5552.50"))
    assert (found.bills, found.billed) == (1, yuan(40000))


def test_the_way_to_critical_illness_cover() -> None:
    """Of 15,000 at 60 %, 6,000 are own payment: 4,000 to go. Another such stay brings 12,000: 2,000 × 60 % = 1,200.

    After New Year the 6,000 are forgotten and nothing is paid: 1,200 more.
    """
    found = outlook(SERIOUS, stay(15000), person=RESIDENT)
    assert found.critical is not None
    assert (found.critical.counted, found.critical.starts_at, found.critical.distance) == (
        known(6000),
        limit(10000),
        limit(4000),
    )
    assert cap(found, Fund.CRITICAL).left == limit(300000)
    assert (found.now.personal, found.after.personal, found.difference) == (known(4800), known(6000), known(1200))


def test_cover_that_has_begun() -> None:
    """Of 30,000 at 60 %, 12,000 are own payment: (12,000 − 10,000) × 60 % = 1,200 are paid, nothing is to go."""
    found = outlook(SERIOUS, stay(30000), person=RESIDENT)
    assert found.critical is not None
    assert found.critical.distance == limit(0)
    assert cap(found, Fund.CRITICAL).used == known(1200)


def test_tiers_above_the_deductible_start_there() -> None:
    """A tier from 2,000 above a deductible of 10,000 pays from 12,000 on; 6,000 are counted, 6,000 are to go."""
    above = benefits(
        ratio=exact(flat(60)),
        critical=exact(critical(10000, (0, 2000, 0), (2000, None, 60), origin=Origin.DEDUCTIBLE)),
    )
    found = outlook(above, stay(15000), person=RESIDENT)
    assert found.critical is not None
    assert (found.critical.starts_at, found.critical.distance) == (limit(12000), limit(6000))


def test_a_yearly_deductible_for_visits() -> None:
    """1,000 of 1,800 are paid. The next visit of 1,000 pays 800 more and gets 200 × 50 % = 100; in January nothing."""
    found = outlook(YEARLY, stay(1000, kind=CareKind.OUTPATIENT))
    left = found.deductible
    assert (left.figure, left.used, left.left) == (known(1800), known(1000), known(800))
    assert (found.now.care.admission, found.difference) == (1, known(100))


def test_a_cap_nearly_used_up() -> None:
    """99,000 of 100,000 are paid; of 8,000 due 1,000 come, then nothing. In January all 8,000 do: 8,000 less to pay."""
    figures = benefits(ratio=exact(flat(80)), cap=exact(yuan(100000)))
    found = outlook(figures, stay(10000), before=used(basic_fund_paid=99000), person=RESIDENT)
    basic = cap(found, Fund.BASIC)
    assert (basic.used, basic.left) == (known(100000), limit(0))
    assert (found.now.personal, found.after.personal, found.difference) == (known(10000), known(2000), known(-8000))


def test_a_bill_of_last_year_uses_nothing_of_this() -> None:
    """Discharged in December 2025; seen from 2026 no bill is of this year, and the deductible is whole."""
    found = outlook(YEARLY, stay(3000, date(2025, 12, 20), kind=CareKind.OUTPATIENT))
    assert (found.year, found.bills, found.deductible.left) == (2026, 0, known(1800))
    assert found.now.care.date == date(2026, 11, 21)
    assert found.difference == known(0)


def test_a_stay_across_new_year_counts_where_it_ends() -> None:
    """Admitted in December 2025, discharged in January 2026: a stay of 2026, and the next would be its second."""
    across = replace(stay(40000, date(2026, 1, 4)).care, admitted_on=date(2025, 12, 20))
    found = outlook(BEIJING, stay(40000, date(2025, 5, 1)), Episode(across, stay(40000).bill))
    assert (found.bills, found.now.care.admission, found.deductible.paid) == (1, 2, known(1300))


def test_a_stay_that_lies_ahead_is_seen_from_its_end() -> None:
    """Planned into January 2027: the year is 2027, and after New Year means 2028."""
    found = outlook(BEIJING, stay(40000, date(2027, 1, 9)))
    assert (found.on, found.after.care.date) == (date(2027, 1, 9), date(2028, 1, 1))


def test_stays_are_counted_even_where_nobody_numbered_them() -> None:
    """Two stays, both written down as the first: the next would be the third."""
    found = outlook(BEIJING, stay(1000, date(2026, 2, 1)), stay(1000, date(2026, 3, 1)))
    assert found.now.care.admission == 3


def test_an_episode_without_a_bill_is_itself_the_next_stay() -> None:
    """Planned as the second stay, for 40,000: it costs 6,052.50 now and 6,605 as the first one of next year."""
    planned = Episode(stay(1, date(2026, 12, 5), admission=2).care, None)
    found = outlook(BEIJING, stay(40000), planned, next_total=yuan(40000))
    assert (found.bills, found.now.care.admission, found.now.care.date) == (1, 2, date(2026, 12, 5))
    assert found.difference == known("552.50")


def test_no_bill_and_no_amount_is_refused() -> None:
    """There is nothing to suppose."""
    with pytest.raises(Problem) as refused:
        outlook(BEIJING, Episode(stay(1).care, None))
    assert refused.value.message.id == "problems.missing"


def test_funds_that_do_not_exist_are_left_out() -> None:
    """A resident has no supplement, and without a hardship category no assistance; no cover, no way to it."""
    assert [each.fund for each in outlook(YEARLY, stay(1000), person=RESIDENT).caps] == [Fund.BASIC]
    poor = Person(scheme=Scheme.EMPLOYEE, assistance=Assistance.LOW_INCOME)
    figures = benefits(ratio=exact(flat(60)), supplement=exact(Supplement(percent(90), None)))
    found = outlook(figures, stay(1000), person=poor)
    assert [each.fund for each in found.caps] == [Fund.BASIC, Fund.SUPPLEMENT]
    assert cap(found, Fund.SUPPLEMENT).left == Limit(None, None, None)
    assert found.critical is None


def test_a_deductible_known_as_a_range() -> None:
    """1,500 to 2,000 a year, likely 1,800, of which 300 are paid: 1,200, 1,500, 1,700 are left."""
    figures = benefits(
        deductible=ranged((yuan(1500),), (yuan(1800),), (yuan(2000),)),
        deductible_basis=exact(DeductibleBasis.ANNUAL),
        ratio=exact(flat(50)),
    )
    left = outlook(figures, stay(300)).deductible
    assert (left.used, left.left) == (known(300), between(1200, 1500, 1700))


def test_own_payment_known_as_a_range() -> None:
    """10,000 at 55 to 70 %, likely 60: 3,000 to 4,500 are counted, and 5,500, 6,000, 7,000 of 10,000 are to go."""
    figures = benefits(ratio=ranged(flat(55), flat(60), flat(70)), critical=exact(critical(10000, (10000, None, 60))))
    found = outlook(figures, stay(10000), person=RESIDENT)
    assert found.critical is not None
    assert found.critical.counted == between(3000, 4000, 4500)
    assert found.critical.distance == Limit(yuan(5500), yuan(6000), yuan(7000))


def test_the_difference_is_bound_over_the_same_figures() -> None:
    """The same ratio counts now and then, so 500 more of deductible cost 500 × 55 to 70 %: 275, 300, 350.

    The two payments by themselves differ by thousands; the bound is to come within 30 of the truth.
    """
    figures = benefits(deductible=exact((yuan(1000), yuan(500))), ratio=ranged(flat(55), flat(60), flat(70)))
    difference = outlook(figures, stay(10000)).difference
    assert difference is not None
    assert difference.likely == yuan(300)
    assert yuan(245) <= difference.low <= yuan(275)
    assert yuan(350) <= difference.high <= yuan(380)


def test_nothing_used_that_matters_makes_no_difference() -> None:
    """Each stay has the same deductible and no cap is near: whatever the ratio is, it is the same in January."""
    figures = benefits(
        deductible=exact((yuan(1000),)), ratio=ranged(flat(55), flat(60), flat(70)), cap=exact(yuan(500000))
    )
    assert outlook(figures, stay(10000)).difference == known(0)


def test_a_gap_hides_only_what_depends_on_it() -> None:
    """Nobody knows the critical-illness terms: deductible and basic fund are told, the way to cover is not."""
    figures = benefits(
        deductible=exact((yuan(1800),)),
        deductible_basis=exact(DeductibleBasis.ANNUAL),
        ratio=exact(flat(50)),
        cap=exact(yuan(2000)),
        critical=gap(FigureName.CRITICAL),
    )
    found = outlook(figures, stay(3000), person=RESIDENT)
    assert (found.deductible.left, cap(found, Fund.BASIC).used) == (known(0), known(600))
    assert found.critical is not None
    assert (found.critical.distance, [each.figure for each in found.critical.gaps]) == (None, [FigureName.CRITICAL])
    assert (found.now.personal, found.difference) == (None, None)
    assert [each.figure for each in found.gaps] == [FigureName.CRITICAL]


def test_a_gap_in_the_deductible_hides_everything_after_it() -> None:
    """What the fund paid cannot be told either, and the gap is named with each."""
    figures = benefits(ratio=exact(flat(50)), cap=exact(yuan(2000)), deductible=gap(FigureName.DEDUCTIBLE))
    found = outlook(figures, stay(3000), person=RESIDENT)
    assert (found.deductible.figure, found.deductible.left, cap(found, Fund.BASIC).left) == (None, None, None)
    assert [each.figure for each in cap(found, Fund.BASIC).gaps] == [FigureName.DEDUCTIBLE]


def test_a_basis_nobody_knows_matters_once_something_is_paid() -> None:
    """Whether the 300 that were paid count against the next deductible cannot be told; the deductible itself can."""
    figures = benefits(
        deductible=exact((yuan(300),)), deductible_basis=gap(FigureName.DEDUCTIBLE_BASIS), ratio=exact(flat(50))
    )
    left = outlook(figures, stay(1000), person=RESIDENT).deductible
    assert (left.basis, left.figure, left.used, left.left) == (None, known(300), None, None)
    assert [each.figure for each in left.gaps] == [FigureName.DEDUCTIBLE_BASIS]


def test_the_account_after_the_bills() -> None:
    """Of 500 in the account 400 pay what the fund leaves of 1,000: 100 are left. Without an account there is none."""
    figures = benefits(ratio=exact(flat(60)))
    assert outlook(figures, stay(1000), before=used(personal_account_balance=500)).balance == known(100)
    assert outlook(figures, stay(1000)).balance is None


def test_a_filing_that_ends_before_new_year_is_named() -> None:
    """Filed until 10 December: in January it would have to be filed again."""
    record = FilingRecord(
        type=FilingType.REFERRAL, start=date(2026, 1, 1), until=date(2026, 12, 10), region="110000", with_papers=True
    )
    care = replace(stay(1000).care, filing=FilingState.FILED, filing_record=record)
    found = outlook(BEIJING, Episode(care, stay(1000).bill))
    assert [each.id for each in found.notes] == ["year.note.filing_ends"]
