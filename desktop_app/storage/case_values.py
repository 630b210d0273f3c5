"""What single values of a case file may say: read exactly as they are written, or refused with the reason.

Each reader takes whatever JSON or YAML brought and raises pydantic's error with the name of the sentence to show.
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import Final, NoReturn, TypeVar

from pydantic_core import PydanticCustomError

from desktop_app.domain.money import ZERO, Fen, fen_from_yuan
from desktop_app.domain.period import PLAUSIBLE

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")
VERSION: Final = 1
RATIOS_KEPT: Final = 256
LONGEST_NUMBER: Final = 60
MOST_ITEMS: Final = 1_000_000
Band = tuple[Fen | None, Fraction]
TierRow = tuple[Fen, Fen | None, Fraction]
BAND_PARTS, TIER_PARTS = 2, 3
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_CODE: Final = re.compile(r"\d{6}")
_TIERS: Final = ["tier1", "tier2", "tier3"]
_PLAIN_MONEY: Final = re.compile(r"([0-9]{1,15})(?:\.([0-9]{1,2}))?")
_TOO_MUCH: Final = 10**15
_NUMBER: Final = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")


def refuse(problem: str, **context: object) -> NoReturn:
    """Refuses the value; `problem` names the sentence in words/*/problems.toml."""
    raise PydanticCustomError("problem", "refused", {"problem": problem, **context})


def number(value: object, problem: str = "not_a_number") -> Decimal:
    """A decimal number, exactly as written. A float has already lost its digits and is refused, as `problem` says."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        exact = Decimal(value)
        if exact.is_finite() and len(exact.as_tuple().digits) <= LONGEST_NUMBER:
            return exact
    if isinstance(value, str) and len(value) <= LONGEST_NUMBER and _NUMBER.fullmatch(value.strip()):
        return Decimal(value.strip())
    refuse(problem)


def money(value: object) -> Fen:
    """An amount in yuan with at most two places, not negative, as fen (R19)."""
    if isinstance(value, str) and (plain := _PLAIN_MONEY.fullmatch(value)):
        return Fen(int(plain[1]) * 100 + int((plain[2] or "0").ljust(2, "0")))  # most of them; the rest with more care
    if type(value) is int and 0 <= value < _TOO_MUCH:
        return Fen(value * 100)
    amount = number(value)
    if amount < 0:
        refuse("negative")
    try:
        return fen_from_yuan(amount)
    except ValueError:
        refuse("not_money")


def ratio(value: object) -> Fraction:
    """A share between 0 and 1."""
    return _ratio_of_text(value) if isinstance(value, str) else _ratio(value)


@lru_cache(RATIOS_KEPT)
def _ratio_of_text(text: str) -> Fraction:
    """The rows of a table write the same few shares again and again."""
    return _ratio(text)


def _ratio(value: object) -> Fraction:
    share = number(value, "not_a_ratio")
    if not 0 <= share <= 1 or share.adjusted() < -LONGEST_NUMBER:
        refuse("not_a_ratio")
    return Fraction(share)


def how_many(value: object) -> Fraction:
    """How many of an item: more than nothing, in parts where need be (half a box)."""
    several = number(value)
    if not 0 < several <= MOST_ITEMS or several.adjusted() < -LONGEST_NUMBER:
        refuse("not_a_quantity", highest=MOST_ITEMS)
    return Fraction(several)


def day(value: object) -> date:
    """A day of this century, written YYYY-MM-DD."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            found = date.fromisoformat(value)
        except ValueError:
            refuse("not_a_day")
        if found in PLAUSIBLE:
            return found
        refuse("far_day")
    refuse("not_a_day")


def code(value: object) -> str:
    """The six digits of a division; an unquoted number will do."""
    text = str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
    if not _CODE.fullmatch(text):
        refuse("unknown_region")
    return text


def tier(value: object) -> str:
    """A tier (档) of a scheme, where a region has them."""
    if not isinstance(value, str) or value not in _TIERS:
        refuse("not_one_of", allowed=_TIERS)
    return value


def text(value: object) -> str:
    """Free text; a code written without quotes is text as well."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str) or not value.strip():
        refuse("not_text")
    return value.strip()


def flag(value: object) -> bool:
    """Yes or no."""
    if not isinstance(value, bool):
        refuse("not_one_of", allowed=["true", "false"])
    return value


def known_flag(value: object) -> bool | None:
    """Yes, no, or not known."""
    if value is None or value == "unknown":
        return None
    if not isinstance(value, bool):
        refuse("not_one_of", allowed=["true", "false", "unknown"])
    return value


def count(lowest: int, highest: int) -> Callable[[object], int]:
    """A whole number within bounds."""

    def read(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not lowest <= value <= highest:
            refuse("not_a_count", lowest=lowest, highest=highest)
        return value

    return read


def word(choices: type[E], unsaid: E | None = None) -> Callable[[object], E]:
    """One of the words of an enumeration; `unsaid` stands for a key that is left out and is never written."""
    known = {choice.value: choice for choice in choices if choice is not unsaid}

    def read(value: object) -> E:
        if not isinstance(value, str) or value not in known:
            refuse("not_one_of", allowed=list(known))
        return known[value]

    return read


def or_none(read: Callable[[object], T]) -> Callable[[object], T | None]:
    """The same, or null."""
    return lambda value: None if value is None else read(value)


def otherwise(default: T, read: Callable[[object], T]) -> Callable[[object], T]:
    """The same, null standing for what it means when it is left out."""
    return lambda value: default if value is None else read(value)


def inside(place: str, read: Callable[[object], T], value: object) -> T:
    """A value inside a list, read; a refusal names the `place`, such as [0][1], and shows that value alone."""
    try:
        return read(value)
    except PydanticCustomError as error:
        context = dict(error.context or {})
        problem = str(context.pop("problem"))
        refuse(problem, **context, place=f"{place}{context.pop('place', '')}", inner=context.pop("inner", value))


def deductibles(value: object) -> tuple[Fen, ...]:
    """A deductible, or one for each stay of the year."""
    if not isinstance(value, list):
        return (money(value),)
    if not value:
        refuse("not_a_number")
    return tuple(inside(f"[{number}]", money, part) for number, part in enumerate(value))


def bands(value: object) -> tuple[Band, ...]:
    """Pairs of an upper bound and a ratio; the bounds rise to a last null (R20)."""
    found = tuple(
        (inside(f"[{number}][0]", or_none(money), upper), inside(f"[{number}][1]", ratio, share))
        for number, (upper, share) in enumerate(_rows(value, BAND_PARTS, "not_bands"))
    )
    uppers = [ZERO, *(upper for upper, _ in found[:-1])]
    if found[-1][0] is not None or not all(_rises(one, other) for one, other in pairwise(uppers)):
        refuse("bounds_do_not_rise")
    return found


def tiers(value: object) -> tuple[TierRow, ...]:
    """Triples of a lower bound, an upper bound and a ratio; disjoint, rising, only the last without an upper bound."""
    found = tuple(
        (
            inside(f"[{number}][0]", money, lower),
            inside(f"[{number}][1]", or_none(money), upper),
            inside(f"[{number}][2]", ratio, share),
        )
        for number, (lower, upper, share) in enumerate(_rows(value, TIER_PARTS, "not_tiers"))
    )
    filled = all(upper is None or lower < upper for lower, upper, _ in found)
    if not filled or not all(upper is not None and upper <= lower for (_, upper, _), (lower, _, _) in pairwise(found)):
        refuse("bounds_do_not_rise")
    return found


def _rows(value: object, parts: int, problem: str) -> list[list[object]]:
    if not isinstance(value, list) or not value:
        refuse(problem)
    if not all(isinstance(row, list) and len(row) == parts for row in value):
        refuse(problem)
    return value


def _rises(one: Fen | None, other: Fen | None) -> bool:
    return one is not None and other is not None and one < other


def texts(value: object) -> tuple[str, ...]:
    """A list of words."""
    if value is None:
        return ()
    if not isinstance(value, list):
        refuse("not_a_list")
    return tuple(text(part) for part in value)


def version(value: object) -> int:
    """The version of the case file's form; there is one so far."""
    if value != VERSION or isinstance(value, bool):
        refuse("not_one_of", allowed=[str(VERSION)])
    return VERSION
