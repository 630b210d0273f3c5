"""Money as whole fen (分), and the only places where it is rounded or written out."""

from decimal import Decimal, InvalidOperation
from enum import StrEnum
from fractions import Fraction
from typing import Final, NewType

Fen = NewType("Fen", int)
"""An amount of money in whole fen, a hundredth of a yuan. Never a float, never part of a fen."""

ZERO = Fen(0)
_PLACES: Final = tuple(f"{fen:02}" for fen in range(100))
"""The places after the point, written once: a table of cases has twenty amounts a row."""

LARGEST_EXPONENT, SMALLEST_EXPONENT = 14, -2
"""Amounts stay below 10^15 yuan, far above any bill, and above a hundredth of a yuan."""


class Rounding(StrEnum):
    """How a fund's payment becomes whole fen (estimator.md, R2 and R5)."""

    HALF_UP = "half_up"
    DOWN = "down"
    HALF_EVEN = "half_even"


def fen_from_yuan(yuan: Decimal | str | int) -> Fen:
    """The amount that is written as `yuan`, exactly, however many digits it has.

    Raises ValueError for what is no number, for parts of a fen (R19) and for more than there is money (10^15 yuan).
    """
    try:
        number = Decimal(yuan)
    except InvalidOperation as error:
        raise ValueError(f"{yuan!r} is not an amount of money") from error
    if not number.is_finite() or number.adjusted() > LARGEST_EXPONENT:
        raise ValueError(f"{yuan!r} is not an amount of money")
    if number and number.adjusted() < SMALLEST_EXPONENT:
        raise ValueError(f"{yuan!r} is finer than a fen")
    if isinstance(exponent := number.as_tuple().exponent, int) and exponent >= SMALLEST_EXPONENT:
        return Fen(int(number * 100))  # at most seventeen digits: exact
    fen = Fraction(number) * 100
    if fen.denominator != 1:
        raise ValueError(f"{yuan!r} is finer than a fen")
    return Fen(fen.numerator)


def yuan_text(amount: Fen) -> str:
    """The amount in yuan with two places, as it stands in JSON: 12345.67."""
    if amount < 0:
        return f"-{yuan_text(Fen(-amount))}"
    yuan, fen = divmod(amount, 100)
    return f"{yuan}.{_PLACES[fen]}"


def rounded(amount: Fraction, rounding: Rounding) -> Fen:
    """`amount` (in fen, not negative) as whole fen."""
    return share_of(1, amount, rounding)


def share_of(base: int, ratio: Fraction, rounding: Rounding) -> Fen:
    """`base × ratio` as whole fen, both not negative.

    Integer arithmetic throughout, so nothing is lost before the rounding.
    """
    parts, unit = ratio.as_integer_ratio()
    whole, rest = divmod(base * parts, unit)
    if not rest or rest * 2 < unit or rounding is Rounding.DOWN:
        return Fen(whole)
    if rest * 2 > unit or rounding is Rounding.HALF_UP:
        return Fen(whole + 1)
    return Fen(whole + whole % 2)
