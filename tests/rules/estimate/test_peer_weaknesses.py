"""Amounts that a public calculator of this kind gets wrong, by the rules it quotes (its own amounts in brackets)."""

from dataclasses import replace

import pytest

from desktop_app.domain.figure import AccountOrder, DeductibleBasis, Factor, Origin, Points
from desktop_app.domain.money import Fen
from desktop_app.rules.estimate.episode import used_after
from desktop_app.rules.estimate.terms import Terms
from tests.rules.estimate.sums import RESIDENT, banded, bill, critical, flat, percent, settled, used, yuan

SHANGLUO_RESIDENT = Terms(ratio=flat(70), deductible=(yuan(500),))
XIAN_OUTPATIENT = Terms(
    ratio=flat(60), deductible=(yuan(200),), deductible_basis=DeductibleBasis.ANNUAL, cap=yuan(2000)
)
BEIJING = Terms(
    ratio=banded((30000, 85), (40000, 90), (None, 95), origin=Origin.ZERO), deductible=(yuan(1300), yuan(650))
)


@pytest.mark.parametrize(("points", "paid"), [(10, 11700), (15, 10725)])
def test_1_percentage_points_are_taken_off_not_multiplied(points: int, paid: int) -> None:
    """Shangluo, 20,000: 19,500 × 60 % and × 55 % (12,285 and 11,602.50)."""
    terms = replace(SHANGLUO_RESIDENT, elsewhere=Points(percent(points)))
    assert settled(bill(20000), terms, person=RESIDENT).fund_total == yuan(paid)


def test_2_elsewhere_may_have_its_own_deductible_and_ratio() -> None:
    """Tongchuan, level 3 elsewhere, 20,000: (20,000 − 2,400) × 60 % = 10,560 (12,220)."""
    terms = Terms(ratio=flat(60), deductible=(yuan(500),), elsewhere_deductible=(yuan(2400),))
    assert settled(bill(20000), terms, person=RESIDENT).fund_total == yuan(10560)


def test_3_a_deductible_paid_this_year_is_paid() -> None:
    """Xi'an, two visits of 300: 60 and 180, together 240 (120)."""
    first = settled(bill(300), XIAN_OUTPATIENT)
    second = settled(bill(300), XIAN_OUTPATIENT, before=used_after(used(), first))
    assert (first.fund_total, second.fund_total) == (yuan(60), yuan(180))


def test_4_what_the_fund_paid_this_year_comes_off_the_cap() -> None:
    """Xi'an, 1,900 of 2,000 used, 1,000: 100 (480)."""
    before = used(deductible_paid=200, basic_fund_paid=1900)
    assert settled(bill(1000), XIAN_OUTPATIENT, before=before).fund_total == yuan(100)


@pytest.mark.parametrize(
    ("deductibles", "ratio", "admission", "total", "paid"),
    [
        ((600, 460, 320), 92, 3, 10000, "8905.60"),  # (10,000 − 320) × 92 % (8,648)
        ((1100, 550, 0), 89, 3, 10000, 8900),  # Tongchuan, none the third time (8,321.50 with another deductible)
        ((1300, 650), 85, 2, 10000, "7947.50"),  # (10,000 − 650) × 85 %
    ],
)
def test_5_later_stays_have_their_own_deductible(
    deductibles: tuple[int, ...], ratio: int, admission: int, total: int, paid: str | int
) -> None:
    """The n-th stay of the year, not a note about it."""
    terms = Terms(ratio=flat(ratio), deductible=tuple(yuan(amount) for amount in deductibles))
    assert settled(bill(total), terms, admission=admission).fund_total == yuan(paid)


def test_6_bands_are_not_flattened() -> None:
    """Beijing, level 3, 60,000: 24,395 + 9,000 + 19,000 = 52,395 (49,895)."""
    assert settled(bill(60000), BEIJING).fund_total == yuan(52395)


def test_7_critical_illness_insurance_for_employees_works_below_the_cap() -> None:
    """Shenzhen, 30,540 of own eligible payment: (30,540 − 10,000) × 80 % = 16,432 (nothing)."""
    terms = Terms(ratio=flat(0), critical=critical(10000, (10000, None, 80)))
    assert settled(bill(30540), terms).closing.critical.paid == yuan(16432)


@pytest.mark.parametrize(("origin", "paid"), [("zero", "95757.60"), ("deductible", "92717.20")])
def test_8_tiers_from_zero_or_above_the_deductible(origin: str, paid: str) -> None:
    """Beijing residents, 170,000 of own payment, 60 % to 50,000 and 70 % above it, deductible 30,404.

    From zero: 19,596 × 60 % + 120,000 × 70 % = 11,757.60 + 84,000. Above the deductible: 50,000 × 60 % +
    89,596 × 70 % = 30,000 + 62,717.20.
    """
    terms = Terms(ratio=flat(0), critical=critical(30404, (0, 50000, 60), (50000, None, 70), origin=Origin(origin)))
    assert settled(bill(170000), terms, person=RESIDENT).fund_total == yuan(paid)


def test_9_critical_illness_insurance_looks_at_the_year() -> None:
    """Two stays with 8,000 of own payment, deductible 10,000, 60 %: nothing, then 3,600 (nothing twice)."""
    terms = Terms(ratio=flat(0), critical=critical(10000, (10000, None, 60)))
    first = settled(bill(8000), terms, person=RESIDENT)
    second = settled(bill(8000), terms, person=RESIDENT, before=used_after(used(), first))
    assert (first.fund_total, second.fund_total) == (0, yuan(3600))


@pytest.mark.parametrize(("counts", "paid"), [(True, 64000), (False, 52000)])
def test_10_whether_the_penalty_is_paid_back_is_the_regions_to_say(counts: bool, paid: int) -> None:
    """100,000 at 60 % less 20 points; critical illness 60 % above 20,000; it neither asks nor says.

    40,000 of the fund leave 60,000, of which 20,000 are lost elsewhere. Where they count, 40,000 × 60 % = 24,000 come
    on top; where they do not, 20,000 × 60 % = 12,000.
    """
    terms = Terms(
        ratio=flat(60),
        elsewhere=Points(percent(20)),
        critical=critical(20000, (20000, None, 60), counts_elsewhere_loss=counts),
    )
    assert settled(bill(100000), terms, person=RESIDENT).fund_total == yuan(paid)


def test_11_no_cap_is_no_number() -> None:
    """Beijing outpatient, 19,999,998: (19,999,998 − 1,800) × 70 % = 13,998,738.60 (9,999,999)."""
    terms = Terms(ratio=flat(70), deductible=(yuan(1800),), cap=None)
    assert settled(bill(19999998), terms).fund_total == yuan("13998738.60")


@pytest.mark.parametrize(("local", "paid"), [("90.5", 81450), ("94.5", 85050)])
def test_12_ratios_are_exact(local: str, paid: int) -> None:
    """0.905 × 0.9 and 0.945 × 0.9 of 100,000 (81,500 and 85,000)."""
    assert settled(bill(100000), Terms(ratio=flat(local), elsewhere=Factor(percent(90)))).fund_total == yuan(paid)


def test_13_money_is_exact() -> None:
    """2.01 × 50 % = 1.005, half-up 1.01 (1.00)."""
    assert settled(bill("2.01"), Terms(ratio=flat(50))).fund_total == yuan("1.01")


@pytest.mark.parametrize(("share", "paid"), [(5, 14640), (20, 13440)])
def test_14_class_b_goes_by_its_own_ratio(share: int, paid: int) -> None:
    """Xi'an, 20,000 with 10,000 of class B, 80 % above 1,200: 14,640 at 5 %, 13,440 at 20 %."""
    terms = Terms(ratio=flat(80), deductible=(yuan(1200),), class_b_ratio=percent(share))
    assert settled(bill(20000, class_b=10000), terms).fund_total == yuan(paid)


def test_16_retirees_may_have_their_own_deductible() -> None:
    """Jiangmen, 10,000 at 93 %: (10,000 − 500) × 93 % = 8,835 (8,742 with 600)."""
    assert settled(bill(10000), Terms(ratio=flat(93), deductible=(yuan(500),))).fund_total == yuan(8835)


def test_17_the_account_may_pay_first() -> None:
    """Shanghai, 5,000 with 600 in the account: (5,000 − 600 − 1,500) × 50 % = 1,450, and 2,950 in cash (1,750)."""
    terms = Terms(ratio=flat(50), deductible=(yuan(1500),), account_order=AccountOrder.FIRST)
    found = settled(bill(5000), terms, before=used(personal_account_balance=600))
    assert (found.fund_total, found.cash) == (yuan(1450), yuan(2950))


def test_18_a_visit_may_have_its_own_cap() -> None:
    """Yan'an, 100 at a village clinic: 60 % but at most 20 (60)."""
    assert settled(bill(100), Terms(ratio=flat(60), cap_per_visit=yuan(20)), person=RESIDENT).fund_total == yuan(20)


def test_19_what_is_not_covered_elsewhere_pays_nothing() -> None:
    """A ratio of 0 elsewhere is 0 (56)."""
    terms = Terms(ratio=flat(70), elsewhere=Factor(percent(0)))
    assert settled(bill(100), terms, person=RESIDENT).fund_total == Fen(0)
