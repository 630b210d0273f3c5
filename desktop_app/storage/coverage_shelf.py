"""The honest table out of the rule pack: how far each area's figures can be trusted, and how good the ranges are."""

from dataclasses import fields
from typing import Final

from sqlalchemy import Engine, select

from desktop_app.domain.coverage import Calibration, Coverage, CoverageKind
from desktop_app.domain.evidence import Evidence
from desktop_app.domain.figure import FIGURES, FigureName
from desktop_app.domain.person import Scheme
from desktop_app.storage.figure_tables import CalibrationRow, CoverageRow

_SCHEMES: Final = list(Scheme)
_KINDS: Final = list(CoverageKind)


class CoverageShelf:
    """Where coverage is read; the build has worked it out for the day on which the facts were checked."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def coverage(self) -> tuple[Coverage, ...]:
        """Every pooling area, scheme and kind, in this order."""
        columns = (CoverageRow.area, CoverageRow.scheme, CoverageRow.kind, CoverageRow.evidence, CoverageRow.strongest)
        with self._engine.connect() as connection:
            found = [_coverage(*row) for row in connection.execute(select(*columns))]
        return tuple(sorted(found, key=lambda one: (one.area, _SCHEMES.index(one.scheme), _KINDS.index(one.kind))))

    def calibration(self) -> tuple[Calibration, ...]:
        """For each figure how many local finds can be compared, and how many lie inside the ranges."""
        rows = select(*(getattr(CalibrationRow, each.name) for each in fields(Calibration)))
        with self._engine.connect() as connection:
            found = [
                Calibration(CoverageKind(kind), FigureName(figure), *counts)
                for kind, figure, *counts in connection.execute(rows)
            ]
        return tuple(sorted(found, key=lambda one: (_KINDS.index(one.kind), FIGURES.index(one.figure))))


def _coverage(area: str, scheme: str, kind: str, *grades: str | None) -> Coverage:
    evidence, strongest = (Evidence(grade) if grade else None for grade in grades)
    return Coverage(area, Scheme(scheme), CoverageKind(kind), evidence, strongest)
