"""The order of a settlement: deductible, caps of the year, account, and what the year has used afterwards."""

from dataclasses import replace

import pytest

from desktop_app.domain.bill import YearToDate
from desktop_app.domain.figure import (
    AccountOrder,
    DeductibleBasis,
    Origin,
    OwnRatio,
    Points,
    SegmentBasis,
    Supplement,
)
from desktop_app.rules.estimate.episode import used_after
from desktop_app.rules.estimate.terms import Terms
from tests.rules.estimate.sums import RESIDENT, banded, bill, critical, flat, percent, settled, used, yuan

BEIJING = Terms(
    ratio=banded((30000, 85), (40000, 90), (None, 95), origin=Origin.ZERO),
    deductible=(yuan(1300), yuan(650)),
)


@pytest.mark.parametrize(
    ("basis", "taken"),
    [(DeductibleBasis.ANNUAL, 50), (DeductibleBasis.PER_VISIT, 200), (DeductibleBasis.PER_ADMISSION, 200)],
)
def test_only_a_yearly_deductible_looks_back(basis: DeductibleBasis, taken: int) -> None:
    """200, of which 150 are paid this year: 50 of a yearly one, 200 of any other (R4)."""
    terms = Terms(ratio=flat(60), deductible=(yuan(200),), deductible_basis=basis)
    assert settled(bill(300), terms, before=used(deductible_paid=150)).opening.deductible == yuan(taken)


@pytest.mark.parametrize(("admission", "taken"), [(1, 1300), (2, 650), (3, 650), (9, 650)])
def test_the_deductible_of_the_nth_stay(admission: int, taken: int) -> None:
    """1,300, then 650; the last value repeats."""
    assert settled(bill(60000), BEIJING, admission=admission).opening.deductible == yuan(taken)


def test_a_deductible_for_care_elsewhere_replaces_the_figure_and_keeps_the_basis() -> None:
    """1,000 instead of 500, yearly, 400 paid: 600 left."""
    terms = Terms(
        ratio=flat(50),
        deductible=(yuan(500),),
        deductible_basis=DeductibleBasis.ANNUAL,
        elsewhere_deductible=(yuan(1000),),
    )
    assert settled(bill(2000), terms, before=used(deductible_paid=400)).opening.deductible == yuan(600)


def test_the_deductible_lies_in_the_first_band_when_bands_begin_at_zero() -> None:
    """(30,000 − 1,300) × 85 % + 10,000 × 90 % + 20,000 × 95 % = 24,395 + 9,000 + 19,000 = 52,395."""
    assert settled(bill(60000), BEIJING).basic.paid == yuan(52395)


def test_bands_through_the_year() -> None:
    """28,000 before, then 650 and 9,350: from 28,650 to 38,000, 1,350 × 85 % + 8,000 × 90 % = 8,347.50 (R6)."""
    terms = replace(BEIJING, ratio=replace(BEIJING.ratio, basis=SegmentBasis.YEAR))
    before = used(deductible_paid=1300, above_deductible=26700)
    found = settled(bill(10000), terms, admission=2, before=before)
    assert found.basic.paid == yuan("8347.50")
    assert used_after(before, found).above_deductible == yuan(36050)


def test_bands_through_the_year_above_the_deductible() -> None:
    """9,000 above the deductible before, 1,900 now, bound at 10,000: 1,000 × 70 % + 900 × 80 % = 1,420 (R6)."""
    ratio = replace(banded((10000, 70), (None, 80)), basis=SegmentBasis.YEAR)
    terms = Terms(ratio=ratio, deductible=(yuan(100),))
    assert settled(bill(2000), terms, before=used(deductible_paid=500, above_deductible=9000)).basic.paid == yuan(1420)


def test_what_the_fund_has_paid_comes_off_its_cap() -> None:
    """1,000 × 75 % = 750, 2,450 of 2,500 paid: 50."""
    terms = Terms(ratio=flat(75), cap=yuan(2500))
    assert settled(bill(1000), terms, person=RESIDENT, before=used(basic_fund_paid=2450)).basic.paid == yuan(50)


def test_a_cap_overdrawn_pays_nothing() -> None:
    """More was paid than the cap of today allows: nothing, never less than nothing."""
    terms = Terms(ratio=flat(75), cap=yuan(2500), supplement=Supplement(percent(80), yuan(100)))
    found = settled(bill(1000), terms, before=used(basic_fund_paid=9999, supplement_paid=9999))
    assert found.fund_total == 0


@pytest.mark.parametrize(("order", "fund", "account", "cash"), [("first", 1450, 600, 2950), ("last", 1750, 600, 2650)])
def test_the_account_first_or_last(order: str, fund: int, account: int, cash: int) -> None:
    """Shanghai, 5,000 with 600 in the account and a deductible of 1,500, 50 %.

    First: (5,000 − 600 − 1,500) × 50 % = 1,450. Last: 3,500 × 50 % = 1,750.
    """
    terms = Terms(ratio=flat(50), deductible=(yuan(1500),), account_order=AccountOrder(order))
    found = settled(bill(5000), terms, before=used(personal_account_balance=600))
    assert (found.fund_total, found.account, found.cash) == (yuan(fund), yuan(account), yuan(cash))


def test_the_account_pays_nothing_outside_the_catalogue() -> None:
    """Of 1,000 only 100 are eligible; with 50 of the fund the account of 5,000 pays the other 50."""
    found = settled(bill(1000, out_of_catalogue=900), Terms(ratio=flat(50)), before=used(personal_account_balance=5000))
    assert (found.account, found.cash) == (yuan(50), yuan(900))


def test_a_resident_has_no_account() -> None:
    """R12: the balance stays, the account pays nothing."""
    found = settled(bill(1000), Terms(ratio=flat(50)), person=RESIDENT, before=used(personal_account_balance=300))
    assert (found.account, found.cash) == (0, yuan(500))


@pytest.mark.parametrize(("counts", "counted", "paid"), [(True, 4600, 2160), (False, 2800, 1080)])
def test_the_loss_elsewhere_may_not_count(counts: bool, counted: int, paid: int) -> None:
    """9,000 at 60 % instead of 80 %: 1,800 lost. 4,600 or 2,800 count; less 1,000, at 60 % (R14)."""
    terms = Terms(
        ratio=flat(80),
        deductible=(yuan(1000),),
        elsewhere=Points(percent(20)),
        critical=critical(1000, (0, None, 60), origin=Origin.DEDUCTIBLE, counts_elsewhere_loss=counts),
    )
    found = settled(bill(10000), terms, person=RESIDENT)
    assert (found.closing.counted, found.closing.critical.paid) == (yuan(counted), yuan(paid))


def test_a_gain_elsewhere_is_no_loss() -> None:
    """A better ratio elsewhere (90 instead of 80 %) leaves nothing to take off: 1,000 of 10,000 count."""
    terms = Terms(
        ratio=flat(80),
        elsewhere=OwnRatio(percent(90)),
        critical=critical(0, (0, None, 60), counts_elsewhere_loss=False),
    )
    assert settled(bill(10000), terms, person=RESIDENT).closing.counted == yuan(1000)


def test_everything_the_year_remembers() -> None:
    """900 above the deductible at 50 % are 450; 60 % of the other 550 are 330; the account pays 220."""
    terms = Terms(ratio=flat(50), deductible=(yuan(100),), critical=critical(0, (0, None, 60)))
    before = used(personal_account_balance=1000, deductible_paid=20)
    after = used_after(before, settled(bill(1000), terms, before=before))
    assert after == YearToDate(
        deductible_paid=yuan(120),
        basic_fund_paid=yuan(450),
        above_deductible=yuan(900),
        critical_out_of_pocket=yuan(550),
        critical_paid=yuan(330),
        personal_account_balance=yuan(780),  # 1,000 − (550 − 330)
    )
