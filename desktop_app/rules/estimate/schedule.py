"""Step 4: the ratio of every band, with bonuses and the reduction elsewhere."""

from fractions import Fraction

from desktop_app.domain.figure import Adjustment, Factor, OwnRatio, Points, Segment
from desktop_app.domain.money import Fen

NONE, WHOLE = Fraction(0), Fraction(1)
Bands = tuple[Segment, ...]


def effective_bands(
    segments: Bands, bonus: Fraction, own_share_factor: Fraction, elsewhere: Adjustment | None
) -> tuple[Bands, Bands]:
    """The schedule's bands, each at the ratio at which it is paid; and as they would be paid at home.

    Bonus first, then the factor on the person's own share, then the reduction elsewhere (R7). A ratio of its own for
    care elsewhere replaces everything, even a local 0; otherwise a local 0 stays 0 (R8). The one clamp to 0..1 comes at
    the end.
    """
    at_home = [_at_home(segment.ratio, bonus, own_share_factor) for segment in segments]
    local = tuple(Segment(segment.upper, _clamped(ratio)) for segment, ratio in zip(segments, at_home, strict=True))
    if elsewhere is None:
        return local, local
    reduced = (_reduced(ratio, elsewhere) for ratio in at_home)
    return tuple(Segment(segment.upper, ratio) for segment, ratio in zip(segments, reduced, strict=True)), local


def _at_home(local: Fraction, bonus: Fraction, own_share_factor: Fraction) -> Fraction:
    """The ratio before any reduction elsewhere, not yet clamped."""
    if not local:
        return NONE
    ratio = local + bonus if bonus else local
    return ratio if own_share_factor == WHOLE else WHOLE - (WHOLE - ratio) * own_share_factor


def _reduced(ratio: Fraction, elsewhere: Adjustment | None) -> Fraction:
    match elsewhere:
        case None:
            return _clamped(ratio)
        case OwnRatio(value):
            return value
        case Points(value):
            return _clamped(ratio - value)
        case Factor(value):
            return _clamped(ratio * value)


def _clamped(ratio: Fraction) -> Fraction:
    if ratio.numerator <= 0:
        return NONE
    return WHOLE if ratio.numerator >= ratio.denominator else ratio


def shifted(bands: Bands, position: Fen) -> Bands:
    """The bands as seen from `position`, where the year already stands; those left behind have an upper bound of 0."""
    if not position:
        return bands
    return tuple(
        Segment(None if band.upper is None else Fen(max(band.upper - position, 0)), band.ratio) for band in bands
    )
