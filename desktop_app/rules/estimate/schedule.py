"""Step 4: the ratio of every band, with bonuses and the reduction elsewhere."""

from fractions import Fraction

from desktop_app.domain.figure import Adjustment, Factor, OwnRatio, Points, Segment
from desktop_app.domain.money import Fen

NONE, WHOLE = Fraction(0), Fraction(1)


def effective_ratio(
    local: Fraction, bonus: Fraction, own_share_factor: Fraction, elsewhere: Adjustment | None
) -> Fraction:
    """The ratio a band is paid at: bonus, then the factor on the person's own share, then the reduction elsewhere (R7).

    A ratio of its own for care elsewhere replaces everything, even a local 0; otherwise a local 0 stays 0 (R8).
    The one clamp to 0..1 comes at the end.
    """
    if isinstance(elsewhere, OwnRatio):
        return elsewhere.value
    if not local:
        return NONE
    ratio = local + bonus if bonus else local
    if own_share_factor != WHOLE:
        ratio = WHOLE - (WHOLE - ratio) * own_share_factor
    if isinstance(elsewhere, Points):
        ratio -= elsewhere.value
    elif isinstance(elsewhere, Factor):
        ratio *= elsewhere.value
    if ratio.numerator <= 0:
        return NONE
    return WHOLE if ratio.numerator >= ratio.denominator else ratio


def effective_bands(
    segments: tuple[Segment, ...], bonus: Fraction, own_share_factor: Fraction, elsewhere: Adjustment | None
) -> tuple[Segment, ...]:
    """The schedule's bands, each at the ratio at which it is paid."""
    return tuple(
        Segment(segment.upper, effective_ratio(segment.ratio, bonus, own_share_factor, elsewhere))
        for segment in segments
    )


def shifted(bands: tuple[Segment, ...], position: Fen) -> tuple[Segment, ...]:
    """The bands as seen from `position`, where the year already stands; those left behind have an upper bound of 0."""
    if not position:
        return bands
    return tuple(
        Segment(None if band.upper is None else Fen(max(band.upper - position, 0)), band.ratio) for band in bands
    )
