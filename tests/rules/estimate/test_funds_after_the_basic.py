"""Steps 6 to 8: supplement, critical-illness insurance, medical assistance."""

from fractions import Fraction

import pytest

from desktop_app.domain.bill import YearToDate
from desktop_app.domain.figure import AssistanceTerms, Origin, Supplement
from desktop_app.domain.money import Rounding
from desktop_app.domain.person import Assistance, Person, Scheme
from desktop_app.rules.estimate.critical import pay_critical, tiers_from
from desktop_app.rules.estimate.supplement import pay_supplement
from desktop_app.rules.estimate.terms import Terms
from tests.rules.estimate.sums import RESIDENT, bill, critical, flat, percent, settled, used, yuan

POOR = Person(scheme=Scheme.RESIDENT, assistance=Assistance.LOW_INCOME)


def test_the_supplement_pays_on_the_exact_overflow() -> None:
    """555.5555… × 90 % = 500.00 exactly; on 555.56 it would be 500.004, rounded 500.00, on 555.55 only 499.995."""
    assert pay_supplement(Fraction(500000, 9), percent(90), None, Rounding.DOWN) == yuan(500)


def test_the_supplement_stops_at_its_own_cap() -> None:
    """1,000 × 90 % = 900, 250 left."""
    assert pay_supplement(Fraction(100000), percent(90), yuan(250), Rounding.HALF_UP) == yuan(250)


def test_a_resident_has_no_supplement() -> None:
    """R12: whatever is entered. The basic fund pays its 100, the rest is the resident's."""
    terms = Terms(ratio=flat(50), cap=yuan(100), supplement=Supplement(percent(90), None))
    assert settled(bill(1000), terms, person=RESIDENT).fund_total == yuan(100)


@pytest.mark.parametrize(
    ("before", "now", "paid"),
    [
        (0, 10000, 0),
        (0, 30000, 12000),  # 20,000 × 60 %
        (0, 150000, 101000),  # 20,000 × 60 % + 70,000 × 70 % + 50,000 × 80 %
        (25000, 10000, 6500),  # 5,000 × 60 % + 5,000 × 70 %
        (120000, 1000, 800),
    ],
)
def test_tiers_over_the_year(before: int, now: int, paid: int) -> None:
    """P(before + now) − P(before), tiers from 10,000 at 60 %, 30,000 at 70 %, 100,000 at 80 %."""
    terms = critical(10000, (10000, 30000, 60), (30000, 100000, 70), (100000, None, 80))
    found = pay_critical(tiers_from(terms, yuan(before)), yuan(now), None, Rounding.HALF_UP)
    assert found.paid == yuan(paid)


def test_two_stays_reach_the_deductible_together() -> None:
    """8,000 twice against 10,000 at 60 %: nothing the first time, (16,000 − 10,000) × 60 % = 3,600 the second."""
    terms = critical(10000, (10000, None, 60))
    first = pay_critical(tiers_from(terms, yuan(0)), yuan(8000), None, Rounding.HALF_UP)
    second = pay_critical(tiers_from(terms, yuan(8000)), yuan(8000), None, Rounding.HALF_UP)
    assert (first.paid, second.paid) == (0, yuan(3600))


@pytest.mark.parametrize(("origin", "paid"), [("zero", "11757.60"), ("deductible", 30000)])
def test_where_the_bounds_of_tiers_are_counted_from(origin: str, paid: str | int) -> None:
    """Beijing, 50,000 of own payment, deductible 30,404, 60 % to 50,000 and 70 % above.

    Absolute: (50,000 − 30,404) × 60 % = 11,757.60. With bounds above the deductible 80,404 of own payment gives
    50,000 × 60 % = 30,000.
    """
    terms = critical(30404, (0, 50000, 60), (50000, None, 70), origin=Origin(origin))
    own = yuan(50000) if origin == "zero" else yuan(80404)
    assert pay_critical(tiers_from(terms, yuan(0)), own, None, Rounding.HALF_UP).paid == yuan(paid)


def test_each_tier_is_rounded() -> None:
    """100.01 × 50 % = 50.005 twice: 50.01 + 50.01, not 100.01 (R5)."""
    terms = critical(0, (0, "100.01", 50), ("100.01", None, 50))
    assert pay_critical(tiers_from(terms, yuan(0)), yuan("200.02"), None, Rounding.HALF_UP).paid == yuan("100.02")


def test_the_cap_of_critical_illness_insurance() -> None:
    """90,000 × 60 % = 54,000, of 60,000 a year 20,000 are paid already: 40,000."""
    terms = Terms(ratio=flat(0), critical=critical(10000, (10000, None, 60), cap=60000))
    before = used(critical_paid=20000)
    assert settled(bill(100000), terms, before=before).closing.critical.paid == yuan(40000)


def test_the_deductible_may_not_count() -> None:
    """10,000 − 5,400 of the fund = 4,600 own; without the deductible of 1,000 only 3,600 count."""
    terms = Terms(
        ratio=flat(60),
        deductible=(yuan(1000),),
        critical=critical(1000, (0, None, 60), counts_deductible=False),
    )
    assert settled(bill(10000), terms, person=RESIDENT).closing.counted == yuan(3600)


def test_assistance_on_what_is_left() -> None:
    """452.82 × 50 % = 226.41, at most 200 a year (a published example)."""
    terms = Terms(ratio=flat(0), assistance=AssistanceTerms(yuan(0), percent(50), yuan(200)))
    assert settled(bill("452.82"), terms, person=POOR).closing.assistance == yuan(200)


def test_the_deductible_of_assistance_is_taken_each_time() -> None:
    """(500 − 300) × 50 % = 100, whatever was paid before (R16)."""
    terms = Terms(ratio=flat(50), assistance=AssistanceTerms(yuan(300), percent(50), None))
    assert settled(bill(1000), terms, person=POOR, before=used(assistance_paid=100)).closing.assistance == yuan(100)


def test_assistance_is_for_its_categories_only() -> None:
    """R16: a resident without a hardship category gets none."""
    terms = Terms(ratio=flat(0), assistance=AssistanceTerms(yuan(0), percent(50), None))
    assert settled(bill(1000), terms, person=RESIDENT, before=YearToDate()).closing.assistance == 0
