"""Step 5: the basic fund, band by band to its caps."""

from fractions import Fraction

import pytest

from desktop_app.domain.money import Fen, Rounding
from desktop_app.rules.estimate.basic_fund import BasicFund, band_parts, pay_basic
from tests.rules.estimate.sums import banded, yuan

Bands = tuple[tuple[str | int | None, str | int], ...]
FLAT: Bands = ((None, 50),)


def pay(
    amount: str | int,
    bands: Bands = FLAT,
    *,
    start: str | int = 0,
    year: str | int | None = None,
    visit: str | int | None = None,
    rounding: Rounding = Rounding.HALF_UP,
) -> BasicFund:
    """What is paid on the stretch from `start` to `amount`, in yuan."""
    parts = band_parts(banded(*bands).segments, yuan(start), yuan(amount), rounding)
    return pay_basic(parts, year_left=_or_none(year), visit_left=_or_none(visit))


def _or_none(cap: str | int | None) -> Fen | None:
    return None if cap is None else yuan(cap)


def test_each_band_at_its_own_ratio() -> None:
    """58,700 of Beijing's: 30,000 × 85 % + 10,000 × 90 % + 18,700 × 95 % = 25,500 + 9,000 + 17,765 = 52,265."""
    fund = pay(58700, ((30000, 85), (40000, 90), (None, 95)))
    assert [part.due for part in fund.parts] == [yuan(25500), yuan(9000), yuan(17765)]
    assert fund.paid == yuan(52265)


def test_a_stretch_may_begin_inside_a_band() -> None:
    """From 28,650 to 38,000: 1,350 × 85 % + 8,000 × 90 % = 1,147.50 + 7,200 = 8,347.50."""
    assert pay(38000, ((30000, 85), (None, 90)), start=28650).paid == yuan("8347.50")


@pytest.mark.parametrize(
    ("rounding", "of_five", "of_seven"),
    [("half_up", "0.03", "0.04"), ("down", "0.02", "0.03"), ("half_even", "0.02", "0.04")],
)
def test_each_band_is_rounded_once(rounding: str, of_five: str, of_seven: str) -> None:
    """0.05 × 50 % is 2.5 fen, 0.07 × 50 % is 3.5 fen: up, down, or to the even one."""
    assert pay("0.05", rounding=Rounding(rounding)).paid == yuan(of_five)
    assert pay("0.07", rounding=Rounding(rounding)).paid == yuan(of_seven)


def test_the_yearly_cap_stops_it_and_the_exact_rest_overflows() -> None:
    """1,000 × 90 % = 900, 400 left: 1,000 − 400 ÷ 0.9 = 555.5555… yuan overflow, not rounded (R9)."""
    fund = pay(1000, ((None, 90),), year=400)
    assert fund.paid == yuan(400)
    assert fund.overflow == Fraction(5000, 9) * 100


def test_a_payment_fits_when_its_rounded_amount_fits() -> None:
    """1.01 × 50 % = 0.505, rounded 0.51; with 0.51 left nothing overflows (R10)."""
    fund = pay("1.01", year="0.51")
    assert fund.paid == yuan("0.51")
    assert not fund.overflow


def test_a_band_that_pays_nothing_does_not_overflow() -> None:
    """Bands at 80 %, 0 and 90 %, 1,000 each, 400 left: 500 of the first and the third overflow (R10)."""
    assert pay(3000, ((1000, 80), (2000, 0), (None, 90)), year=400).overflow == yuan(1500)


def test_an_exhausted_cap_leaves_the_whole_base() -> None:
    """Nothing left this year: nothing is paid, all 1,000 overflow."""
    fund = pay(1000, year=0)
    assert fund.paid == 0
    assert fund.overflow == yuan(1000)


@pytest.mark.parametrize(
    ("year", "visit", "paid", "overflow"), [(10000, 100, 100, 0), (100, 300, 100, 800), (100, 100, 100, 0)]
)
def test_what_a_cap_per_visit_turns_away_does_not_overflow(year: int, visit: int, paid: int, overflow: int) -> None:
    """1,000 × 50 % = 500 due; only where the year's cap is the smaller the rest overflows: 1,000 − 100 ÷ 0.5 (R11)."""
    fund = pay(1000, year=year, visit=visit)
    assert fund.paid == yuan(paid)
    assert fund.overflow == yuan(overflow)


def test_nothing_above_the_deductible_means_no_band() -> None:
    """An empty stretch has no parts and pays nothing."""
    assert pay(0) == BasicFund((), Fen(0), Fen(0), Fraction(0))
