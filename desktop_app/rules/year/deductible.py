"""What is left of the deductible (起付线) that another stay or visit would meet."""

from collections.abc import Iterator

from desktop_app.domain.figure import DeductibleBasis, FigureName, Gap
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Interval
from desktop_app.domain.year import DeductibleLeft, Limit
from desktop_app.rules.estimate.entitlement import deductible_figure
from desktop_app.rules.estimate.extreme_terms import extreme_terms
from desktop_app.rules.estimate.gaps import concerns
from desktop_app.rules.estimate.reckoning import Reckoning
from desktop_app.rules.estimate.terms import likely_terms
from desktop_app.rules.year.counters import YearSoFar
from desktop_app.rules.year.ranges import NOTHING, once, used_of

PAID = "deductible_paid"


def deductible_left(here: Reckoning, so_far: YearSoFar) -> DeductibleLeft:
    """The deductible of the stay `here`; only a yearly one looks at what the year has paid (R4)."""
    elsewhere, basis = here.benefits.elsewhere_deductible, here.benefits.deductible_basis
    stated = here.benefits.deductible if here.terms.elsewhere_deductible is None else elsewhere
    gaps, paid = tuple(_gaps(here)), so_far.span(PAID)
    known_basis = None if isinstance(basis, Gap) else basis.value
    yearly = known_basis is DeductibleBasis.ANNUAL
    figure = None if any(gap.figure is not FigureName.DEDUCTIBLE_BASIS for gap in gaps) else _figure(here)
    used, left = (None, None) if gaps or figure is None else _used_and_left(figure, paid if yearly else NOTHING)
    return DeductibleLeft(
        basis=known_basis,
        paid=paid,
        figure=figure,
        used=used,
        left=left,
        provenance=None if isinstance(stated, Gap) else stated.provenance,
        gaps=once(gaps, so_far.hiding(PAID)),
    )


def _gaps(here: Reckoning) -> Iterator[Gap]:
    """The gaps that leave the deductible or its basis unknown."""
    benefits = here.benefits
    for figure in (benefits.elsewhere_deductible, benefits.deductible, benefits.deductible_basis):
        if isinstance(figure, Gap) and concerns(figure.figure, here):
            yield figure


def _figure(here: Reckoning) -> Interval:
    """The deductible of this stay, by its number among those of the year."""
    best, worst = (extreme_terms(here.benefits, worst=worst) for worst in (False, True))
    terms = (best, likely_terms(here.benefits), worst)
    return Interval(*(deductible_figure(each, here.care.admission) for each in terms))


def _used_and_left(figure: Interval, paid: Interval | None) -> tuple[Interval | None, Interval | None]:
    if paid is None:
        return None, None
    used = used_of(Limit(figure.low, figure.likely, figure.high), paid)
    ends = ((figure.low, paid.high), (figure.likely, paid.likely), (figure.high, paid.low))
    return used, Interval(*(Fen(max(end - gone, 0)) for end, gone in ends))
