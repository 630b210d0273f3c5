"""One figure out of several possible ones: the likely value, and a range that holds them all."""

from collections.abc import Sequence
from fractions import Fraction

from desktop_app.domain.figure import Factor, Points, Schedule, Segment, Times
from desktop_app.storage.figure_values import FigureValue, Spread, anatomy, rank, with_numbers


def hull(spreads: Sequence[Spread]) -> Spread | None:
    """The first spread, widened until it holds the others; None where they cannot be laid over each other."""
    likely = spreads[0]
    if all(spread == likely for spread in spreads):
        return likely
    parts = [part for spread in spreads for part in (spread.value, spread.low, spread.high)]
    aligned = _aligned(parts)
    shapes = [anatomy(part)[0] for part in aligned]
    if any(shape != shapes[0] for shape in shapes):
        return None
    columns = list(zip(*(anatomy(part)[1] for part in aligned), strict=True))
    lows = [min(column, key=rank) for column in columns]
    highs = [max(column, key=rank) for column in columns]
    return Spread(aligned[0], with_numbers(aligned[0], lows), with_numbers(aligned[0], highs))


def _aligned(parts: list[FigureValue]) -> list[FigureValue]:
    """The values in one shape: the last stay repeats, a plain ratio fills every band, no reduction takes nothing."""
    stays = max((len(part) for part in parts if isinstance(part, tuple)), default=0)
    bands = next((part for part in parts if isinstance(part, Schedule) and len(part.segments) > 1), None)
    neutral: FigureValue = None
    if any(isinstance(part, Points) for part in parts):
        neutral = Points(Fraction(0))
    elif any(isinstance(part, Factor) for part in parts):
        neutral = Factor(Fraction(1))
    elif any(isinstance(part, Times) for part in parts):
        neutral = Times(Fraction(1))
    return [_in_shape(part, stays, bands, neutral) for part in parts]


def _in_shape(part: FigureValue, stays: int, bands: Schedule | None, neutral: FigureValue) -> FigureValue:
    match part:
        case tuple():
            return part + part[-1:] * (stays - len(part))
        case Schedule(segments=(Segment(ratio=ratio),)) if bands:
            return with_numbers(bands, [ratio] * len(bands.segments))
        case None:
            return neutral
        case _:
            return part
