"""How far a line can be trusted: as far as the weakest figure in it."""

from collections.abc import Iterable
from typing import Final

from desktop_app.domain.evidence import Evidence, Provenance
from desktop_app.domain.figure import Benefits, FigureName, Gap
from desktop_app.rules.estimate.figure_table import figure_of

WEAKEST_FIRST: Final = (Evidence.TYPICAL, Evidence.REPORTED, Evidence.YOURS, Evidence.OFFICIAL)


def provenance_of(benefits: Benefits, names: Iterable[FigureName]) -> Provenance | None:
    """What stands behind a line that rests on these figures: the provenance of the weakest; None without figures."""
    weakest: Provenance | None = None
    for name in names:
        figure = figure_of(benefits, name)
        if isinstance(figure, Gap):
            continue
        if weakest is None or _rank(figure.provenance) < _rank(weakest):
            weakest = figure.provenance
    return weakest


def _rank(provenance: Provenance) -> int:
    return WEAKEST_FIRST.index(provenance.evidence)
