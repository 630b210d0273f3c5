"""Step 5: the basic fund (统筹基金) pays band by band, to the caps that are left."""

from fractions import Fraction
from typing import NamedTuple

from desktop_app.domain.figure import Segment
from desktop_app.domain.money import ZERO, Fen, Rounding, share_of

NOTHING, WHOLE = Fraction(0), Fraction(1)


class BandPart(NamedTuple):
    """The part of the expenses that falls into the n-th band, in fen, and what is due on it, rounded once (R5)."""

    band: int
    base: Fen
    ratio: Fraction
    due: Fen


class BasicFund(NamedTuple):
    """What is due band by band, what the caps let through, and the exact base that no longer fits (R9)."""

    parts: tuple[BandPart, ...]
    due: Fen
    paid: Fen
    overflow: Fraction


def pay_basic(
    parts: tuple[BandPart, ...], *, year_left: Fen | None, visit_left: Fen | None, supplement: Fraction = WHOLE
) -> BasicFund:
    """The basic fund's payment within what is left of the year's cap and the cap per visit; None is no cap.

    Only where the year's cap is the smaller does the rest overflow to the supplement (R11). A `supplement` that
    pays nothing spares the exact arithmetic that only it asks for.
    """
    due = Fen(sum(part.due for part in parts))
    paid = due if year_left is None else min(due, year_left)
    if visit_left is not None:
        paid = min(paid, visit_left)
    binding = year_left is not None and year_left < due and (visit_left is None or year_left < visit_left)
    return BasicFund(parts, due, paid, _overflow(parts, paid) if binding and supplement else NOTHING)


def band_parts(bands: tuple[Segment, ...], start: Fen, stop: Fen, rounding: Rounding) -> tuple[BandPart, ...]:
    """The expenses from `start` to `stop` cut at the bands' bounds, with what is due on each part."""
    parts = []
    lower = start
    for number, band in enumerate(bands):
        upper = stop if band.upper is None or band.upper > stop else band.upper
        if upper > lower:
            base = Fen(upper - lower)
            parts.append(BandPart(number, base, band.ratio, share_of(base, band.ratio, rounding)))
            lower = upper
    return tuple(parts)


def _overflow(parts: tuple[BandPart, ...], room: Fen) -> Fraction:
    """The base that no longer fits: a payment fits when its rounded amount fits, one at ratio 0 always (R10)."""
    beyond = NOTHING
    for part in parts:
        if part.due <= room:
            room = Fen(room - part.due)
        else:
            beyond += part.base - room / part.ratio
            room = ZERO
    return beyond
