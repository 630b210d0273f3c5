"""How far a line can be trusted: as far as the weakest figure in it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from desktop_app.domain.benefits import Benefits
from desktop_app.domain.evidence import Evidence, Provenance
from desktop_app.domain.figure import FigureName, Gap
from desktop_app.rules.estimate.figure_table import figure_of

WEAKEST_FIRST: Final = (Evidence.TYPICAL, Evidence.REPORTED, Evidence.YOURS, Evidence.OFFICIAL)
_RANKS: Final = {grade: rank for rank, grade in enumerate(WEAKEST_FIRST)}


def provenance_of(benefits: Benefits, names: Iterable[FigureName]) -> Provenance | None:
    """What stands behind a line that rests on these figures: the provenance of the weakest; None without figures.

    What the person was told for any of them stays with the line.
    """
    found = [figure.provenance for name in names if not isinstance(figure := figure_of(benefits, name), Gap)]
    if not found:
        return None
    ground = min(found, key=_rank)
    told = tuple(dict.fromkeys(said for provenance in found for said in provenance.told))
    return ground if told == ground.told else replace(ground, told=told)


def _rank(provenance: Provenance) -> int:
    return _RANKS[provenance.evidence]
