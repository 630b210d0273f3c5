"""Step 7: critical-illness insurance (大病保险) on the year's eligible personal payment."""

from fractions import Fraction
from typing import NamedTuple

from desktop_app.domain.figure import CriticalIllness, Origin, Tier
from desktop_app.domain.money import ZERO, Fen, Rounding, share_of


class TierPart(NamedTuple):
    """The part of the counted payment in the n-th tier, in fen, and what is due on it, rounded once (R5)."""

    tier: int
    base: Fen
    ratio: Fraction
    due: Fen


class Critical(NamedTuple):
    """What is due tier by tier and what the cap lets through."""

    parts: tuple[TierPart, ...]
    due: Fen
    paid: Fen


NO_CRITICAL = Critical((), ZERO, ZERO)


def tiers_from(terms: CriticalIllness, before: Fen) -> tuple[Tier, ...]:
    """The tiers as seen from `before`, what the year has already accumulated.

    Bounds are absolute or counted above the deductible; nothing is paid below the deductible (R13). A tier that is
    already behind has an upper bound of 0.
    """
    base = terms.deductible if terms.origin is Origin.DEDUCTIBLE else ZERO
    return tuple(
        Tier(
            Fen(max(tier.lower + base, terms.deductible, before) - before),
            None if tier.upper is None else Fen(max(tier.upper + base - before, 0)),
            tier.ratio,
        )
        for tier in terms.tiers
    )


def pay_critical(tiers: tuple[Tier, ...], counted: Fen, left: Fen | None, rounding: Rounding) -> Critical:
    """The payment on `counted`: P(before + now) − P(before), tier by tier, to what is left of the cap."""
    parts = []
    for number, tier in enumerate(tiers):
        upper = counted if tier.upper is None or tier.upper > counted else tier.upper
        if upper > tier.lower:
            base = Fen(upper - tier.lower)
            parts.append(TierPart(number, base, tier.ratio, share_of(base, tier.ratio, rounding)))
    if not parts:
        return NO_CRITICAL
    due = Fen(sum(part.due for part in parts))
    return Critical(tuple(parts), due, due if left is None else min(due, left))
