"""How far it is to critical-illness cover (大病保险)."""

from desktop_app.domain.figure import CriticalIllness, Gap, Origin, Tier
from desktop_app.domain.money import ZERO, Fen
from desktop_app.domain.year import CriticalStart, Limit
from desktop_app.rules.estimate.extreme_terms import extreme_terms
from desktop_app.rules.estimate.reckoning import Reckoning
from desktop_app.rules.year.counters import YearSoFar
from desktop_app.rules.year.ranges import left_of, once

COUNTED = "critical_out_of_pocket"


def critical_start(here: Reckoning, so_far: YearSoFar) -> CriticalStart | None:
    """How much more own payment must be counted until it pays (R13, R14); None without such cover.

    A higher deductible moves the start up, and so does a tier that may pay nothing: the worst and the best value of
    the figure have the ends of the start.
    """
    figure, counted, hiding = here.benefits.critical, so_far.span(COUNTED), so_far.hiding(COUNTED)
    if isinstance(figure, Gap):
        return _not_known(figure, so_far)
    best, worst = (extreme_terms(here.benefits, worst=worst).critical for worst in (False, True))
    if figure.value is None or best is None or _start(best) is None:
        return None
    starts_at = Limit(_start(best), _start(figure.value), None if worst is None else _start(worst))
    flags = _same_flags(best, figure.value if worst is None else worst)
    return CriticalStart(
        counted=counted,
        starts_at=starts_at,
        distance=None if counted is None else left_of(starts_at, counted),
        counts_deductible=flags[0],
        counts_elsewhere_loss=flags[1],
        provenance=figure.provenance,
        gaps=hiding,
    )


def _not_known(gap: Gap, so_far: YearSoFar) -> CriticalStart:
    return CriticalStart(
        counted=None,
        starts_at=None,
        distance=None,
        counts_deductible=None,
        counts_elsewhere_loss=None,
        provenance=None,
        gaps=once([gap], so_far.hiding(COUNTED)),
    )


def _same_flags(one: CriticalIllness, other: CriticalIllness) -> tuple[bool | None, bool | None]:
    """What counts, where both ends of the figure agree."""
    deductible, loss = one.counts_deductible, one.counts_elsewhere_loss
    return (
        deductible if deductible == other.counts_deductible else None,
        loss if loss == other.counts_elsewhere_loss else None,
    )


def _start(terms: CriticalIllness) -> Fen | None:
    """The counted own payment from which something is paid; None where no tier pays anything."""
    base = terms.deductible if terms.origin is Origin.DEDUCTIBLE else ZERO
    starts = (_lower(tier, terms, base) for tier in terms.tiers if _pays(tier, terms, base))
    return min(starts, default=None)


def _lower(tier: Tier, terms: CriticalIllness, base: Fen) -> Fen:
    return Fen(max(tier.lower + base, terms.deductible))


def _pays(tier: Tier, terms: CriticalIllness, base: Fen) -> bool:
    """Whether a tier pays anything at all: one that ends below the deductible does not."""
    return tier.ratio > 0 and (tier.upper is None or tier.upper + base > _lower(tier, terms, base))
