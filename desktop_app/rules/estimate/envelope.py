"""Step functions whose place is not known exactly: the lowest and highest ratio that may hold at each point."""

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Final

from desktop_app.domain.figure import CriticalIllness, Origin, Segment, Tier
from desktop_app.domain.money import ZERO, Fen

NOTHING: Final = Fraction(0)
FAR: Final = Fen(10**20)
Extreme = Callable[[Iterable[Fraction]], Fraction]
"""min for the lowest ratio, max for the highest."""


def envelope(steps: tuple[Tier, ...], nearest: Fen, farthest: Fen, extreme: Extreme) -> tuple[Tier, ...]:
    """The extreme ratio at each point from 0 on, seen from a place that lies between `nearest` and `farthest`.

    Where no step covers a point, its ratio is 0.
    """
    whole = _filled(steps)
    edges = {step.lower - place for step in whole for place in (nearest, farthest)}
    starts = sorted({0, *(edge for edge in edges if edge > 0)})
    return tuple(
        Tier(Fen(start), None if end is None else Fen(end), extreme(_ratios(whole, start + nearest, start + farthest)))
        for start, end in zip(starts, [*starts[1:], None], strict=True)
    )


def banded(steps: tuple[Tier, ...]) -> tuple[Segment, ...]:
    """Steps that follow on one another from 0, as bands."""
    return tuple(Segment(step.upper, step.ratio) for step in steps)


def stepped(bands: tuple[Segment, ...]) -> tuple[Tier, ...]:
    """Bands as steps."""
    lowers = [ZERO, *(band.upper for band in bands)]
    return tuple(Tier(lower or ZERO, band.upper, band.ratio) for lower, band in zip(lowers, bands, strict=False))


def absolute_tiers(terms: CriticalIllness) -> tuple[Tier, ...]:
    """The tiers where they pay (R13): those with bounds of their own not below the deductible."""
    if terms.origin is Origin.DEDUCTIBLE:
        return terms.tiers
    cut = (Tier(max(tier.lower, terms.deductible), tier.upper, tier.ratio) for tier in terms.tiers)
    return tuple(tier for tier in cut if tier.upper is None or tier.lower < tier.upper)


def _filled(steps: tuple[Tier, ...]) -> tuple[Tier, ...]:
    """The steps with ratio 0 wherever there is none, from far below to no end."""
    whole, reached = [], Fen(-FAR)
    for step in steps:
        if reached < step.lower:
            whole.append(Tier(reached, step.lower, NOTHING))
        whole.append(step)
        reached = FAR if step.upper is None else step.upper
    if reached < FAR:
        whole.append(Tier(reached, None, NOTHING))
    return tuple(whole)


def _ratios(steps: tuple[Tier, ...], first: int, last: int) -> list[Fraction]:
    """The ratios that hold somewhere from `first` to `last`."""
    return [step.ratio for step in steps if step.lower <= last and (step.upper is None or first < step.upper)]
