"""Step 1: the bill split into what insurance looks at and what it does not."""

from fractions import Fraction

from desktop_app.rules.estimate.split import split_bill
from tests.rules.estimate.sums import bill, percent, yuan

NONE = Fraction(0)


def test_class_b_is_paid_first_in_part() -> None:
    """10,000 of class B at 10 %: 1,000 first; 50,000 − 3,000 − 200 − 1,000 = 45,800 is eligible."""
    split = split_bill(bill(50000, out_of_catalogue=3000, over_limit=200, class_b=10000), percent(10), NONE)
    assert (split.prior_self_pay, split.eligible) == (yuan(1000), yuan(45800))


def test_half_a_fen_of_prior_self_pay_goes_up() -> None:
    """0.05 × 10 % = 0.005, rounded to 0.01 (R2)."""
    assert split_bill(bill(10, class_b="0.05"), percent(10), NONE).prior_self_pay == yuan("0.01")


def test_the_first_pay_share_comes_off_what_is_left() -> None:
    """(1,000 − 100) × 10 % = 90; 900 − 90 = 810 (R3)."""
    split = split_bill(bill(1000, out_of_catalogue=100), NONE, percent(10))
    assert (split.in_scope, split.first_pay, split.eligible) == (yuan(900), yuan(90), yuan(810))


def test_nothing_is_left_of_a_bill_outside_the_catalogue() -> None:
    """1,000 of 1,000: nothing is eligible, nothing is paid first."""
    split = split_bill(bill(1000, out_of_catalogue=1000), percent(10), percent(10))
    assert (split.prior_self_pay, split.first_pay, split.eligible) == (0, 0, 0)
