"""One figure out of several possible ones: the likely value, and a range that holds them all."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from desktop_app.domain.figure import Factor, Points, Schedule, Segment, Share, Times
from desktop_app.domain.money import Fen
from desktop_app.storage.figure_values import FigureValue, Spread, anatomy, rank, with_numbers


def hull(spreads: Sequence[Spread]) -> Spread | None:
    """The first spread, widened until it holds the others; None where they cannot be laid over each other."""
    likely, *others = spreads = _each_once(spreads)
    if all(spread == likely for spread in others):
        return likely
    parts = [part for spread in spreads for part in (spread.value, spread.low, spread.high)]
    if any(isinstance(part, Share) for part in parts):
        return _with_shares(likely, [part for part in parts if not isinstance(part, Share)])
    aligned = _aligned(parts)
    shapes = [anatomy(part)[0] for part in aligned]
    if any(shape != shapes[0] for shape in shapes):
        return None
    columns = list(zip(*(anatomy(part)[1] for part in aligned), strict=True))
    lows = [min(column, key=rank) for column in columns]
    highs = [max(column, key=rank) for column in columns]
    return Spread(aligned[0], with_numbers(aligned[0], lows), with_numbers(aligned[0], highs))


def _each_once(spreads: Sequence[Spread]) -> list[Spread]:
    """Most answers meet the same few rules."""
    return list({id(spread): spread for spread in spreads}.values())


def _with_shares(likely: Spread, others: list[FigureValue]) -> Spread | None:
    """With the dataset's shares of the local ratio among them, all that can be compared is their bounds in points."""
    aligned = _aligned([likely.value, *others])
    points = [part.value for part in aligned if isinstance(part, Points)]
    if any(not isinstance(part, Points | Share) for part in aligned):
        return None
    return Spread(aligned[0], Points(min(points)), Points(max(points)))


def _aligned(parts: list[FigureValue]) -> list[FigureValue]:
    """The values in one shape: the last stay repeats, bands end wherever some band does, no reduction takes nothing."""
    stays = max((len(part) for part in parts if isinstance(part, tuple)), default=0)
    bands = _common_bands([part for part in parts if isinstance(part, Schedule) and len(part.segments) > 1])
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
        case Schedule() if bands:
            return _cut_along(bands, part)
        case None:
            return neutral
        case _:
            return part


def _common_bands(schedules: list[Schedule]) -> Schedule | None:
    """Bands that end wherever one of these does; their ratios mean nothing yet."""
    if not schedules:
        return None
    ends = {segment.upper for schedule in schedules for segment in schedule.segments if segment.upper is not None}
    return replace(schedules[0], segments=tuple(Segment(end, Fraction(0)) for end in (*sorted(ends), None)))


def _cut_along(bands: Schedule, schedule: Schedule) -> Schedule:
    """The same ratios in these bands; a plain ratio is counted from wherever they are."""
    if len(schedule.segments) > 1 and (schedule.origin, schedule.basis) != (bands.origin, bands.basis):
        return schedule
    return replace(
        bands, segments=tuple(Segment(band.upper, _ratio_under(schedule, band.upper)) for band in bands.segments)
    )


def _ratio_under(schedule: Schedule, end: Fen | None) -> Fraction:
    """What is paid just below this amount, or above every bound where there is none."""
    return next(
        segment.ratio
        for segment in schedule.segments
        if segment.upper is None or (end is not None and end <= segment.upper)
    )
