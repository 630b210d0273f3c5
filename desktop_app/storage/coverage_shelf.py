"""The honest table out of the rule pack: how far each area's figures can be trusted, and how good the ranges are."""

from typing import Final

from sqlalchemy import Engine, select

from desktop_app.domain.coverage import Calibration, Coverage, CoverageKind
from desktop_app.domain.evidence import Evidence
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
        rows = select(CoverageRow.area, CoverageRow.scheme, CoverageRow.kind, CoverageRow.evidence)
        with self._engine.connect() as connection:
            found = [_coverage(*row) for row in connection.execute(rows)]
        return tuple(sorted(found, key=lambda one: (one.area, _SCHEMES.index(one.scheme), _KINDS.index(one.kind))))

    def calibration(self) -> Calibration:
        """How many local finds can be compared, and how many lie inside the ranges."""
        row = select(CalibrationRow.compared, CalibrationRow.shipped, CalibrationRow.foreseen)
        with self._engine.connect() as connection:
            found = connection.execute(row).first()
        return Calibration(*found) if found else Calibration(0, 0, 0)


def _coverage(area: str, scheme: str, kind: str, evidence: str | None) -> Coverage:
    return Coverage(area, Scheme(scheme), CoverageKind(kind), Evidence(evidence) if evidence else None)
