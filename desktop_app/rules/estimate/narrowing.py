"""Which single figure, once known exactly, would narrow the answer most."""

from typing import NamedTuple

from desktop_app.domain.figure import FigureName, Gap, exactly
from desktop_app.domain.money import ZERO, Fen
from desktop_app.domain.outcome import Interval
from desktop_app.rules.estimate.bounds import fund_total_interval
from desktop_app.rules.estimate.extreme_terms import Counters
from desktop_app.rules.estimate.figure_table import AnyFigure, figure_of, with_figures
from desktop_app.rules.estimate.reckoning import Reckoning
from desktop_app.rules.estimate.spread import spread


class Narrowing(NamedTuple):
    """The figure to ask for, and by how many fen its likely value would narrow the interval; None where none would."""

    figure: FigureName | None
    by: Fen


def narrowing(here: Reckoning, used: Counters, interval: Interval) -> Narrowing:
    """The figure whose exact value narrows `interval` most, supposing it turns out as is likely."""
    best = Narrowing(None, ZERO)
    for name in open_figures(here):
        benefits = with_figures(here.benefits, {name: _at_its_likely_value(here, name)})
        known = here._replace(benefits=benefits)
        rest = fund_total_interval(here.bill, interval.likely, spread(known, used))
        by = Fen((interval.high - interval.low) - (rest.high - rest.low))
        if by > best.by:
            best = Narrowing(name, by)
    return best


def open_figures(here: Reckoning) -> tuple[FigureName, ...]:
    """The figures that are known only as a range."""
    return here.benefits.ranges


def _at_its_likely_value(here: Reckoning, name: FigureName) -> AnyFigure:
    figure = figure_of(here.benefits, name)
    return figure if isinstance(figure, Gap) else exactly(figure.value, figure.provenance)
