"""Ranges cut in two: nothing between the ends is lost, and nothing is added."""

from fractions import Fraction

import pytest

from desktop_app.domain.figure import CriticalIllness, Figure, Supplement
from desktop_app.rules.year.halves import halves, in_the_middle, open_numbers
from tests.rulebooks import TYPICAL
from tests.rules.estimate.sums import critical, percent, yuan


@pytest.mark.parametrize(
    ("low", "high", "ends"),
    [
        (3, 8, [(3, 5), (6, 8)]),
        (3, 4, [(3, 3), (4, 4)]),
        (0, Fraction(1, 2), [(0, Fraction(1, 4)), (Fraction(1, 4), Fraction(1, 2))]),
        (False, True, [(False, False), (True, True)]),
        (Fraction(1, 2), Fraction(3, 4), [(Fraction(1, 2), Fraction(5, 8)), (Fraction(5, 8), Fraction(3, 4))]),
    ],
)
def test_the_halves_of_a_number(low: object, high: object, ends: list[tuple[object, object]]) -> None:
    """Whole fen split between two of them, a no and a yes apart, shares in the middle."""
    found = halves(Figure(low, low, high, TYPICAL), ())
    assert [(half.low, half.high) for half in found] == ends


def test_the_likely_value_stays_inside() -> None:
    """Likely 4 of 3 to 8: 4 in the lower half, and 6, the nearest, in the upper one."""
    lower, upper = halves(Figure(4, 3, 8, TYPICAL), ())
    assert (lower.value, upper.value) == (4, 6)


def test_a_number_inside_a_structure() -> None:
    """Only the deductible of critical-illness insurance is cut; its ratio, also open, keeps its range."""
    terms = [critical(deductible, (0, None, ratio)) for deductible, ratio in ((8000, 50), (9000, 55), (10000, 60))]
    figure: Figure[object] = Figure(terms[1], terms[0], terms[2], TYPICAL)
    assert list(open_numbers(figure.low, figure.high)) == [("deductible",), ("tiers", 0, "ratio")]
    lower, _ = halves(figure, ("deductible",))
    assert isinstance(lower.high, CriticalIllness)
    assert (lower.high.deductible, lower.high.tiers[0].ratio) == (yuan(9000), percent(60))
    middle = in_the_middle(figure, ("tiers", 0, "ratio"))
    assert list(open_numbers(middle.low, middle.high)) == [("deductible",)]


def test_what_has_no_end_is_not_cut() -> None:
    """A cap of 300,000 or none at all has no middle."""
    low, high = Supplement(percent(80), yuan(300000)), Supplement(percent(90), None)
    assert list(open_numbers(low, high)) == [("ratio",)]
    assert list(open_numbers(high, low)) == [("ratio",)]


@pytest.mark.parametrize(("place", "below", "above"), [(0, 150, 151), (1, 500, 501), (2, 950, 951)])
def test_a_number_of_a_row(place: int, below: int, above: int) -> None:
    """Of three deductibles one is cut: 100 to 200 at 150, 400 to 600 at 500, 900 to 1,000 at 950; the others stay."""
    least, most = (100, 400, 900), (200, 600, 1000)
    figure: Figure[object] = Figure(least, least, most, TYPICAL)
    lower, upper = halves(figure, (place,))
    assert (lower.low, upper.high) == (least, most)
    assert lower.high == (*most[:place], below, *most[place + 1 :])
    assert upper.low == (*least[:place], above, *least[place + 1 :])
