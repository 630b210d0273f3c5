"""Which figures, once known exactly, would narrow the answer, and by how much each."""

from desktop_app.domain.figure import FigureName, Gap, exactly
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Interval, Narrows
from desktop_app.rules.estimate.bounds import fund_total_interval
from desktop_app.rules.estimate.extreme_terms import Counters
from desktop_app.rules.estimate.figure_table import AnyFigure, figure_of, with_figures
from desktop_app.rules.estimate.reckoning import Reckoning
from desktop_app.rules.estimate.spread import spread


def narrowing(here: Reckoning, used: Counters, interval: Interval) -> tuple[Narrows, ...]:
    """The figures whose exact values narrow `interval`, the one that does so most foremost.

    Each by itself, supposing it turns out as is likely.
    """
    found = (Narrows(name, _narrowed_by(name, here, used, interval)) for name in open_figures(here))
    return tuple(sorted((each for each in found if each.by > 0), key=lambda each: -each.by))


def _narrowed_by(name: FigureName, here: Reckoning, used: Counters, interval: Interval) -> Fen:
    benefits = with_figures(here.benefits, {name: _at_its_likely_value(here, name)})
    rest = fund_total_interval(here.bill, interval.likely, spread(here._replace(benefits=benefits), used))
    return Fen((interval.high - interval.low) - (rest.high - rest.low))


def open_figures(here: Reckoning) -> tuple[FigureName, ...]:
    """The figures that are known only as a range."""
    return here.benefits.ranges


def _at_its_likely_value(here: Reckoning, name: FigureName) -> AnyFigure:
    figure = figure_of(here.benefits, name)
    return figure if isinstance(figure, Gap) else exactly(figure.value, figure.provenance)
