"""Arithmetic with numbers known only between two ends: sums worked by hand, ends and slopes."""

from collections.abc import Callable
from fractions import Fraction

import pytest

from desktop_app.rules.compare.enclosed import (
    BEYOND,
    NOUGHT,
    ONE,
    UNIT,
    Enclosed,
    Span,
    above,
    between,
    leaping,
    least,
    most,
    number,
    whole,
)


def span(low: int | Fraction, high: int | Fraction) -> Span:
    """A span in ones."""
    return Span(int(low * ONE), int(high * ONE))


def follows(low: int | Fraction, high: int | Fraction, **slopes: tuple[int | Fraction, int | Fraction]) -> Enclosed:
    """A number from `low` to `high`; `f0=(1, 2)` says that it follows the unknown figure 0 by 1 to 2."""
    return Enclosed(*span(low, high), {int(name[1:]): span(*slope) for name, slope in slopes.items()})


two_to_three = follows(2, 3, f0=(1, 1))
five_to_seven = follows(5, 7, f1=(2, 2))
both_ways = follows(-1, 4, f0=(-2, 3))


def test_sums_and_differences() -> None:
    """Ends add up crosswise, and so do slopes; what both follow is added figure by figure."""
    assert two_to_three + five_to_seven == follows(7, 10, f0=(1, 1), f1=(2, 2))
    assert five_to_seven - two_to_three == follows(2, 5, f0=(-1, -1), f1=(2, 2))
    assert two_to_three + both_ways == follows(1, 7, f0=(-1, 4))
    assert two_to_three - both_ways == follows(-2, 4, f0=(-2, 3))
    assert two_to_three - whole(1) == follows(1, 2, f0=(1, 1))
    assert whole(9) - two_to_three == follows(6, 7, f0=(-1, -1))


def test_products() -> None:
    """2..3 × 5..7 = 10..21; it follows the one by 5..7 and the other by twice 2..3. With negative ends, all corners."""
    assert two_to_three * five_to_seven == follows(10, 21, f0=(5, 7), f1=(4, 6))
    assert both_ways * five_to_seven == follows(-7, 28, f0=(-14, 21), f1=(-2, 8))
    # −2..3 by −1..4 and once more: −8..12 each.
    assert both_ways * both_ways == follows(-4, 16, f0=(-16, 24))
    assert five_to_seven * follows(-3, -2) == follows(-21, -10, f1=(-6, -4))
    assert two_to_three * NOUGHT == follows(0, 0, f0=(0, 0))
    assert two_to_three * UNIT == two_to_three


def test_quotients() -> None:
    """6 ÷ 2..3 = 2..3; by the slope −6 ÷ 9 .. −6 ÷ 4, rounded outwards."""
    found = whole(6).over(two_to_three)
    assert (found.low, found.high) == (2 * ONE - 2, 3 * ONE)
    slope = found.slopes[0]
    assert slope.low == -ONE * 6 // 4
    assert -ONE * 6 // 9 <= slope.high <= -ONE * 6 // 9 + 12
    halves = two_to_three.over(number(Fraction(1, 2)))
    assert halves == follows(4, 6, f0=(2, 2))


def test_ends_are_rounded_outwards() -> None:
    """A third lies between ...333 and ...334; whole numbers are exact; a product of thirds still holds a ninth."""
    third = number(Fraction(1, 3))
    assert (third.low, third.high) == (ONE // 3, ONE // 3 + 1)
    assert between(Fraction(-1, 3), Fraction(2, 3)) == Span(-(ONE // 3) - 1, 2 * ONE // 3 + 1)
    assert between(1, 2) == span(1, 2)
    ninth = third * third
    assert (ninth.low, ninth.high) == (ONE // 9 - 1, ONE // 9 + 1)


Chosen = Callable[[Enclosed, Enclosed], Enclosed]


@pytest.mark.parametrize(
    ("choose", "one", "other", "found"),
    [
        (least, two_to_three, five_to_seven, two_to_three),
        (least, five_to_seven, two_to_three, two_to_three),
        (most, two_to_three, five_to_seven, five_to_seven),
        (most, five_to_seven, two_to_three, five_to_seven),
        # Where they only touch there is nothing to choose.
        (least, two_to_three, follows(3, 4, f1=(1, 1)), two_to_three),
        (least, follows(3, 4, f1=(1, 1)), two_to_three, two_to_three),
        (most, two_to_three, follows(3, 4, f1=(1, 1)), follows(3, 4, f1=(1, 1))),
        (most, follows(3, 4, f1=(1, 1)), two_to_three, follows(3, 4, f1=(1, 1))),
        # Where they overlap either slope is possible, also that of not moving at all.
        (least, two_to_three, follows(1, 9, f1=(2, 2)), follows(1, 3, f0=(0, 1), f1=(0, 2))),
        (most, two_to_three, follows(1, 9, f1=(2, 2)), follows(2, 9, f0=(0, 1), f1=(0, 2))),
        (least, two_to_three, both_ways, follows(-1, 3, f0=(-2, 3))),
        (most, two_to_three, both_ways, follows(2, 4, f0=(-2, 3))),
    ],
)
def test_the_smaller_and_the_larger(choose: Chosen, one: Enclosed, other: Enclosed, found: Enclosed) -> None:
    """The ends of whichever is chosen."""
    assert choose(one, other) == found


def test_nothing_below_nought() -> None:
    """−1..4 is 0..4; 2..3 stays as it is."""
    assert above(both_ways) == follows(0, 4, f0=(-2, 3))
    assert above(two_to_three) is two_to_three


def test_a_leap_has_any_slope_in_what_decides() -> None:
    """Between 2..3 and 5..7 the number may lie anywhere; by the figure that decides it may leap."""
    found = leaping(two_to_three, five_to_seven, (2,))
    assert (found.low, found.high) == span(2, 7)
    assert found.slopes == {0: span(0, 1), 1: span(0, 2), 2: Span(-BEYOND, BEYOND)}
    assert leaping(five_to_seven, two_to_three, ()).slopes == {0: span(0, 1), 1: span(0, 2)}
