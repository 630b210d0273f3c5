"""Money in whole fen: what is read, what is refused, how it is written and rounded."""

from decimal import Decimal
from fractions import Fraction

import pytest

from desktop_app.domain.money import Fen, Rounding, fen_from_yuan, rounded, share_of, yuan_text


@pytest.mark.parametrize(
    ("written", "fen"),
    [
        ("0", 0),
        ("-0", 0),
        ("0.00", 0),
        ("0.01", 1),
        ("1", 100),
        ("12345.67", 1_234_567),
        ("0.5", 50),
        ("1e2", 10_000),
        ("1.230", 123),  # more places, the same amount
        ("0.0100", 1),
        ("-2.50", -250),
        ("999999999999999.99", 99_999_999_999_999_999),  # just below 10^15 yuan
        ("1E+14", 10_000_000_000_000_000),
    ],
)
def test_an_amount_is_read_exactly(written: str, fen: int) -> None:
    """As many fen as are written, however they are written."""
    assert fen_from_yuan(Decimal(written)) == fen
    assert fen_from_yuan(written) == fen


@pytest.mark.parametrize("written", ["0.001", "0.005", "1.234", "12.3401", "0.009", "1e-3", "1e-30"])
def test_parts_of_a_fen_are_refused(written: str) -> None:
    """Nothing is rounded away on reading (R19)."""
    with pytest.raises(ValueError, match="finer than a fen"):
        fen_from_yuan(written)


@pytest.mark.parametrize("written", ["1e15", "1000000000000000", "-1e15", "NaN", "Infinity", "-Infinity", "x", ""])
def test_what_is_no_amount_is_refused(written: str) -> None:
    """No numbers, and more than there is money."""
    with pytest.raises(ValueError, match="not an amount of money"):
        fen_from_yuan(written)


@pytest.mark.parametrize(
    ("fen", "written"),
    [
        (0, "0.00"),
        (1, "0.01"),
        (9, "0.09"),
        (10, "0.10"),
        (99, "0.99"),
        (100, "1.00"),
        (123_456, "1234.56"),
        (-1, "-0.01"),
        (-250, "-2.50"),
    ],
)
def test_an_amount_is_written_with_two_places(fen: int, written: str) -> None:
    """Yuan, a point, two digits; one sign in front."""
    assert yuan_text(Fen(fen)) == written


@pytest.mark.parametrize(
    ("base", "ratio", "half_up", "down", "half_even"),
    [
        (1, Fraction(1, 2), 1, 0, 0),
        (3, Fraction(1, 2), 2, 1, 2),  # 1.5
        (5, Fraction(1, 2), 3, 2, 2),  # 2.5
        (10, Fraction(1, 3), 3, 3, 3),  # 3.33…
        (10, Fraction(2, 3), 7, 6, 7),  # 6.67
        (7, Fraction(49, 100), 3, 3, 3),  # 3.43
        (7, Fraction(51, 100), 4, 3, 4),  # 3.57
        (7, Fraction(1), 7, 7, 7),
        (7, Fraction(0), 0, 0, 0),
    ],
)
def test_a_share_is_rounded_by_its_rule(base: int, ratio: Fraction, half_up: int, down: int, half_even: int) -> None:
    """Halves go up, away, or to the even fen; everything else to the nearer one, or down."""
    rules = (Rounding.HALF_UP, Rounding.DOWN, Rounding.HALF_EVEN)
    assert [share_of(base, ratio, rule) for rule in rules] == [half_up, down, half_even]
    assert [rounded(base * ratio, rule) for rule in rules] == [half_up, down, half_even]
