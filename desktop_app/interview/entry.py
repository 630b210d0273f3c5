"""What people type becomes a value, or one sentence that says what is wrong with it."""

import re
import unicodedata
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Final

from desktop_app.domain.message import message
from desktop_app.domain.money import Fen, fen_from_yuan
from desktop_app.errors import Problem

_DAY: Final = re.compile(r"(\d{4})\s*[-/.\u5e74\s]\s*(\d{1,2})\s*[-/.\u6708\s]\s*(\d{1,2})\s*[\u65e5\u53f7]?")
"""2026-12-03, 2026/12/3, 2026.12.3, 2026 12 3 and the Chinese way with its marks for year, month and day."""

_PACKED_DAY: Final = re.compile(r"(\d{4})(\d{2})(\d{2})")
_MONEY_MARKS: Final = "\u00a5\u5143, "
"""The yen sign, the character for yuan, thousands commas and blanks: read over, wherever they stand."""

_MYRIAD: Final = "\u4e07"
"""Ten thousand, the unit in which people speak of hospital bills."""

LARGEST: Final = Fen(100_000_000_00)
"""A hundred million yuan: no bill is larger, and a slip of the finger is seen at once."""


def count_entered(text: str, lowest: int, highest: int) -> int:
    """A whole number within bounds. Raises Problem, naming the text and the bounds."""
    plain = _plain(text)
    if not re.fullmatch(r"\d{1,6}", plain) or not lowest <= int(plain) <= highest:
        raise Problem(message("interview.wrong.count", value=text, lowest=lowest, highest=highest))
    return int(plain)


def yuan_entered(text: str) -> Fen:
    """An amount in yuan, as people type it. Raises Problem for what is no amount, negative, or finer than a fen."""
    plain = _plain(text).translate({ord(mark): None for mark in _MONEY_MARKS})
    match = re.fullmatch(rf"(-?\d{{1,18}}(?:\.\d*)?)({_MYRIAD}?)", plain, re.ASCII)
    try:
        amount = fen_from_yuan(Decimal(match[1]) * (10_000 if match[2] else 1) if match else "none")
    except ValueError as error:
        raise Problem(message("interview.wrong.amount", value=text)) from error
    if amount < 0:
        raise Problem(message("interview.wrong.negative", value=text))
    if amount > LARGEST:
        raise Problem(message("interview.wrong.large", value=text))
    return amount


def percent_entered(text: str) -> Fraction:
    """A share in per cent, between 0 and 100, with or without the sign. Raises Problem."""
    plain = _plain(text).removesuffix("%").strip()
    try:
        share = Fraction(Decimal(plain)) / 100
    except (InvalidOperation, ValueError, OverflowError) as error:
        raise Problem(message("interview.wrong.percent", value=text)) from error
    if not 0 <= share <= 1:
        raise Problem(message("interview.wrong.percent", value=text))
    return share


def quantity_entered(text: str) -> Fraction:
    """How many of an item: more than none, in parts where need be (0.5 of a box). Raises Problem."""
    plain = _plain(text)
    if not re.fullmatch(r"\d{1,6}(?:\.\d{1,4})?", plain, re.ASCII) or not Fraction(plain):
        raise Problem(message("interview.wrong.quantity", value=text))
    return Fraction(plain)


def day_entered(text: str) -> date:
    """A day of the calendar. Raises Problem for what is none, like 30 February, and says how to write one."""
    plain = _plain(text)
    match = _DAY.fullmatch(plain) or _PACKED_DAY.fullmatch(plain)
    if match is None:
        raise Problem(message("interview.wrong.day", value=text))
    year, month, day = (int(part) for part in match.groups())
    try:
        return date(year, month, day)
    except ValueError as error:
        raise Problem(message("interview.wrong.no_such_day", value=text)) from error


def _plain(text: str) -> str:
    """Without blanks around it, and with full-width digits as plain ones."""
    return unicodedata.normalize("NFKC", text).strip()
