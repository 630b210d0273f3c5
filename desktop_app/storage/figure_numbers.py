"""The numbers of data/figures: yuan and ratios, read exactly from decimals and never through a float."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Annotated, Final, Literal

from pydantic import BeforeValidator, PlainValidator
from pydantic_core import PydanticCustomError

from desktop_app.domain.figure import Segment, Tier, Times
from desktop_app.domain.money import Fen, Rounding, fen_from_yuan, rounded

LARGEST_FACTOR: Final = 10
_FALLING: Final = ({"first", "times", "floor"}, {"first", "less", "floor"})


def _is_number(written: object) -> bool:
    return isinstance(written, Decimal | int) and not isinstance(written, bool)


def _ratio(written: object) -> Fraction:
    if isinstance(written, Decimal | int) and _is_number(written) and 0 <= written <= 1:
        return Fraction(written)
    raise PydanticCustomError("ratio", "not a ratio from 0 to 1 (85% is written 0.85)")


def _yuan(written: object) -> Fen:
    if isinstance(written, Decimal | int) and _is_number(written) and written >= 0:
        try:
            return fen_from_yuan(written)
        except ValueError as error:
            raise PydanticCustomError("fen", "finer than a fen") from error
    raise PydanticCustomError("yuan", "not an amount in yuan")


def _yuan_or_none(written: object) -> Fen | None:
    return None if written is None else _yuan(written)


def _amounts(written: object) -> tuple[Fen, ...]:
    if isinstance(written, dict):
        return tuple(_falling(written))
    if written == []:
        raise PydanticCustomError("no_amount", "no amount")
    return tuple(_yuan(part) for part in (written if isinstance(written, list) else [written]))


def _falling(written: dict[object, object]) -> Iterator[Fen]:
    """Each stay less than the one before, by an amount or a factor, down to the floor, which then stays."""
    if set(written) not in _FALLING:
        raise PydanticCustomError("falling", "not {first, times or less, floor}")
    amount, floor = _yuan(written["first"]), _yuan(written["floor"])
    times = _ratio(written.get("times", 1))
    less = _yuan(written.get("less", 0))
    if floor > amount or (times == 1 and not less):
        raise PydanticCustomError("falling", "does not fall to its floor")
    exact = Fraction(amount)
    while exact > floor:
        yield rounded(exact, Rounding.HALF_UP)
        exact = exact * times - less
        if rounded(max(exact, Fraction(0)), Rounding.HALF_UP) == 0:
            break
    yield floor


def _factor(written: object) -> Fraction:
    if isinstance(written, Decimal | int) and _is_number(written) and 0 <= written <= LARGEST_FACTOR:
        return Fraction(written)
    raise PydanticCustomError("factor", "not a factor from 0 to 10 (raised by half is written 1.5)")


def _elsewhere_amounts(written: object) -> tuple[Fen, ...] | Times | None:
    if isinstance(written, dict):
        if set(written) != {"times"}:
            raise PydanticCustomError("times", "neither amounts in yuan nor {times: factor}")
        return Times(_factor(written["times"]))
    return None if written is None else _amounts(written)


def _rows(written: object, columns: int, code: Literal["bands", "tiers"]) -> list[list[object]]:
    if isinstance(written, list) and all(isinstance(row, list) and len(row) == columns for row in written):
        return written
    raise PydanticCustomError(code, "not a list of lists")


def _bands(written: object) -> tuple[Segment, ...]:
    if _is_number(written):
        return (Segment(None, _ratio(written)),)
    rows = _rows(written, 2, "bands")
    bands = tuple(Segment(_yuan_or_none(upper), _ratio(ratio)) for upper, ratio in rows)
    _must_rise([band.upper for band in bands])
    return bands


def _tiers(written: object) -> tuple[Tier, ...]:
    rows = _rows(written, 3, "tiers")
    tiers = tuple(Tier(_yuan(lower), _yuan_or_none(upper), _ratio(ratio)) for lower, upper, ratio in rows)
    _must_rise([tiers[0].lower, *(tier.upper for tier in tiers)] if tiers else [])
    if any(after.lower != before.upper for before, after in pairwise(tiers)):
        raise PydanticCustomError("tiers_apart", "tiers must follow one another without gap or overlap")
    return tiers


def _must_rise(bounds: list[Fen | None]) -> None:
    inner = [bound for bound in bounds if bound is not None]
    if not bounds or bounds[-1] is not None or len(inner) != len(bounds) - 1 or sorted(set(inner)) != inner:
        raise PydanticCustomError("bounds", "bounds must rise to a last null")


def _code(written: object) -> object:
    return f"{written:06d}" if isinstance(written, int) else written


def several(written: object) -> object:
    """One value where several are allowed."""
    return written if isinstance(written, list) else [written]


Ratio = Annotated[Fraction, PlainValidator(_ratio)]
"""A share of one."""

Multiple = Annotated[Fraction, PlainValidator(_factor)]
"""A factor that may exceed one."""

Yuan = Annotated[Fen, PlainValidator(_yuan)]
"""An amount in yuan, kept in fen."""

Amounts = Annotated[tuple[Fen, ...], PlainValidator(_amounts)]
"""One amount, one for each stay of the year, the last of which repeats, or how it falls: {first, times, floor}."""

ElsewhereAmounts = Annotated[tuple[Fen, ...] | Times | None, PlainValidator(_elsewhere_amounts)]
"""Amounts as for a local deductible, {times: 1.5} for a multiple of it, or none of its own."""

Bands = Annotated[tuple[Segment, ...], PlainValidator(_bands)]
"""A ratio, or [[30000, 0.85], [null, 0.95]]: upper bound and ratio of each band."""

Tiers = Annotated[tuple[Tier, ...], PlainValidator(_tiers)]
"""[[10000, 50000, 0.60], [50000, null, 0.70]]: bounds and ratio of each tier."""

Code = Annotated[str, BeforeValidator(_code)]
"""A region's code; six digits without quotes are an int to YAML."""
