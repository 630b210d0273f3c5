"""A province that is one pooling area (全省统筹): what the dataset repeats for each of its cities is said once."""

from collections.abc import Sequence
from dataclasses import replace

from convert_figures.dataset import SCHEMES, Area, SchemeFigures


def places_of(areas: Sequence[Area]) -> list[tuple[Area, str]]:
    """The areas of a province with the code each is written under: the first for all where they are one pool.

    They are where all say the same, figure by figure; of the country's provinces only Hainan's do.
    """
    first = areas[0]
    if len(areas) > 1 and all(_figures(area) == _figures(first) for area in areas):
        return [(first, first.province)]
    return [(area, area.code) for area in areas]


def _figures(area: Area) -> list[SchemeFigures]:
    """What is paid, without the documents and remarks in which cities differ all the same."""
    return [_bare(area.schemes[scheme]) for scheme in SCHEMES]


def _bare(figures: SchemeFigures) -> SchemeFigures:
    return SchemeFigures(
        outpatient=replace(figures.outpatient, document="", notes=()),
        inpatient=replace(figures.inpatient, document="", notes=()),
        catastrophic=replace(figures.catastrophic, document="", name=""),
        elsewhere=replace(figures.elsewhere, document="", notes=()),
    )
