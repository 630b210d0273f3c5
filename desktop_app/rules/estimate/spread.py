"""What is not known, gathered into two entitlements: the worst and the best that figures and counters allow."""

from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from desktop_app.domain.benefits import Benefits
from desktop_app.domain.figure import Adjustment, Factor, Figure, Gap, Origin, Points, Segment, Tier
from desktop_app.domain.money import Fen
from desktop_app.rules.estimate.entitlement import Claimant, Entitlement, claimant, entitlement, year_position
from desktop_app.rules.estimate.envelope import absolute_tiers, banded, envelope, stepped
from desktop_app.rules.estimate.extreme_terms import Counters, extreme_counters, extreme_terms
from desktop_app.rules.estimate.reckoning import JoinedPaid, Reckoning
from desktop_app.rules.estimate.same import Same
from desktop_app.rules.estimate.schedule import Bands, effective_bands, shifted
from desktop_app.rules.estimate.terms import KEPT, NONE, WHOLE, Terms


class Spread(NamedTuple):
    """The worst and the best entitlement; every other one lies between them, number by number.

    `reduced`: the ratio may be lower elsewhere than at home. `ratio_outweighs`, `deductible_outweighs`: a higher local
    ratio, or a lower deductible that counts, certainly pays more, even where the loss elsewhere is kept out of
    critical-illness insurance. `bands_loose` and `tiers_loose` are how many fen the rounding may add where bounds of
    bands or tiers move.
    """

    worst: Entitlement
    best: Entitlement
    reduced: bool
    ratio_outweighs: bool
    deductible_outweighs: bool
    bands_loose: int
    tiers_loose: int

    @property
    def loose(self) -> int:
        """What rounding may add on all that moves, in fen."""
        return self.bands_loose + self.tiers_loose


class Unknown(NamedTuple):
    """All that a spread depends on; the bill is not among it, so that many bills share one."""

    figures: Same[Benefits]
    who: Claimant
    used: Counters
    joined: JoinedPaid


def spread(here: Reckoning, used: Counters) -> Spread:
    """The spread of an episode's figures and counters."""
    return _spread(Unknown(Same(here.benefits), claimant(here.person, here.care.admission), used, here.joined))


@lru_cache(KEPT)
def _spread(of: Unknown) -> Spread:
    worst, *worst_loose = _extreme(of, worst=True)
    best, *best_loose = _extreme(of, worst=False)
    elsewhere = of.figures.value.elsewhere
    reduced = not isinstance(elsewhere, Gap) and elsewhere.value is not None
    share = max((tier.ratio for tier in best.tiers), default=NONE)
    return Spread(
        worst,
        best,
        reduced,
        _slope(elsewhere, worst, best) >= share,
        _pays_above(share, worst.bands, best.local_bands),
        *map(max, worst_loose, best_loose),
    )


def _extreme(of: Unknown, *, worst: bool) -> tuple[Entitlement, int, int]:
    """One end of the spread, and how many fen its rounding may be off where bounds of bands and of tiers move."""
    benefits, used = of.figures.value, of.used
    terms = extreme_terms(benefits, worst=worst)
    joined = of.joined.least if worst else of.joined.most
    end = entitlement(terms, of.who, extreme_counters(used, worst=worst), joined)
    loose = 0
    nearest, farthest = year_position(terms, used.least), year_position(terms, used.most)
    if nearest != farthest or not _exact(benefits.own_share_factor):
        paid, local = (
            _seen(bands, nearest, farthest, worst=worst) for bands in _extreme_bands(terms, benefits, worst=worst)
        )
        end = end._replace(bands=paid, local_bands=local)
        loose = len(paid) if nearest != farthest else 0
    tiers = _moving_tiers(benefits, used, terms, worst=worst)
    if tiers is None:
        return end, loose, 0
    return end._replace(tiers=tiers), loose, len(tiers)


def _seen(bands: Bands, nearest: Fen, farthest: Fen, *, worst: bool) -> Bands:
    """The bands from where the year stands, or may stand."""
    if nearest == farthest:
        return shifted(bands, nearest)
    return banded(envelope(stepped(bands), nearest, farthest, min if worst else max))


def _exact(figure: Figure[Fraction] | Gap) -> bool:
    return isinstance(figure, Gap) or figure.exact


def _extreme_bands(terms: Terms, benefits: Benefits, *, worst: bool) -> tuple[Bands, Bands]:
    """The bands as paid and at home, from the year's beginning.

    Above a ratio of 1 the factor on the own share works the other way round, so both its ends are looked at.
    """
    factor = benefits.own_share_factor
    ends = (WHOLE, WHOLE) if isinstance(factor, Gap) else (factor.low, factor.high)
    extreme = min if worst else max

    def outer(one: Bands, other: Bands) -> Bands:
        return tuple(Segment(a.upper, extreme(a.ratio, b.ratio)) for a, b in zip(one, other, strict=True))

    one, other = (effective_bands(terms.ratio.segments, terms.bonus, end, terms.elsewhere) for end in ends)
    return outer(one[0], other[0]), outer(one[1], other[1])


def _moving_tiers(benefits: Benefits, used: Counters, terms: Terms, *, worst: bool) -> tuple[Tier, ...] | None:
    """The tiers where they move with what the year has accumulated or with the deductible; None where they stay."""
    figure = benefits.critical
    if isinstance(figure, Gap) or figure.low is None or figure.high is None or terms.critical is None:
        return None
    nearest, farthest = used.least.critical_out_of_pocket, used.most.critical_out_of_pocket
    if terms.critical.origin is Origin.DEDUCTIBLE:
        nearest = Fen(nearest - figure.high.deductible)
        farthest = Fen(farthest - figure.low.deductible)
    if nearest == farthest:
        return None
    return envelope(absolute_tiers(terms.critical), nearest, farthest, min if worst else max)


def _slope(figure: Figure[Adjustment | None] | Gap, worst: Entitlement, best: Entitlement) -> Fraction:
    """The least by which a paid ratio follows its local ratio: points fully, a factor in part, its own ratio not."""
    if isinstance(figure, Gap) or figure.low is None:
        return WHOLE
    if isinstance(figure.low, Factor):
        return figure.low.value
    if not isinstance(figure.low, Points) or not _aligned(worst.bands, best.local_bands):
        return NONE
    above_zero = all(paid.ratio or not local.ratio for paid, local in zip(worst.bands, best.local_bands, strict=True))
    return WHOLE if above_zero else NONE


def _pays_above(share: Fraction, paid: Bands, local: Bands) -> bool:
    """Whether every band pays at least this share of what it may pay at home."""
    if not _aligned(paid, local):
        return False
    return all(one.ratio >= share * other.ratio for one, other in zip(paid, local, strict=True))


def _aligned(one: Bands, other: Bands) -> bool:
    """Whether two rows of bands have the same bounds, so that they can be compared band by band."""
    return [band.upper for band in one] == [band.upper for band in other]
