"""Which figures, once known exactly, would narrow the answer, and by how much each."""

from functools import lru_cache

from desktop_app.domain.benefits import Benefits
from desktop_app.domain.figure import FigureName, Gap, exactly
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Interval, Narrows
from desktop_app.rules.estimate.bounds import fund_total_interval
from desktop_app.rules.estimate.extreme_terms import Counters
from desktop_app.rules.estimate.figure_table import figure_of, with_figures
from desktop_app.rules.estimate.reckoning import Reckoning
from desktop_app.rules.estimate.same import Same
from desktop_app.rules.estimate.spread import spread
from desktop_app.rules.estimate.terms import KEPT


def narrowing(here: Reckoning, used: Counters, interval: Interval) -> tuple[Narrows, ...]:
    """The figures whose exact values narrow `interval`, the one that does so most foremost.

    Each by itself, supposing it turns out as is likely.
    """
    found = (Narrows(name, _narrowed_by(name, here, used, interval)) for name in open_figures(here))
    return tuple(sorted((each for each in found if each.by > 0), key=lambda each: -each.by))


def _narrowed_by(name: FigureName, here: Reckoning, used: Counters, interval: Interval) -> Fen:
    known = here._replace(benefits=_with_likely(Same(here.benefits), name))
    rest = fund_total_interval(here.bill, interval.likely, spread(known, used))
    return Fen((interval.high - interval.low) - (rest.high - rest.low))


def open_figures(here: Reckoning) -> tuple[FigureName, ...]:
    """The figures that are known only as a range."""
    return here.benefits.ranges


@lru_cache(KEPT)
def _with_likely(of: Same[Benefits], name: FigureName) -> Benefits:
    """The benefits with one figure as if its likely value were known: the same object for every bill."""
    figure = figure_of(of.value, name)
    if isinstance(figure, Gap):
        return of.value
    return with_figures(of.value, {name: exactly(figure.value, figure.provenance)})
