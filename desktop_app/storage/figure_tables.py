"""The figures in the rule pack, found by where and when they hold; conditions and values are JSON for the few read."""

from datetime import date
from typing import Final

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.storage.tables import AreaRow, PackTable, SourceRow

OPEN_END: Final = date.max
"""How `until` says that a figure goes on: a day, so that the index leads past everything that has ended."""


class FigureBackingRow(PackTable):
    """What stands behind figures: grade, document, fact, the mark 未核对, a note, a later day that confirmed them."""

    __tablename__ = "figure_backing"
    id: Mapped[int] = mapped_column(primary_key=True)
    evidence: Mapped[str]
    source: Mapped[str] = mapped_column(ForeignKey(SourceRow.id))
    fact: Mapped[str | None]
    unchecked: Mapped[bool]
    note: Mapped[str]
    confirmed: Mapped[date | None]


class FigureRow(PackTable):
    """One figure of a region (or the nation) and scheme; `kind` is empty where it holds for every kind of care."""

    __tablename__ = "figure"
    __table_args__ = (Index("figure_place", "region", "scheme", "kind", "until"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    region: Mapped[str]
    scheme: Mapped[str]
    kind: Mapped[str]
    name: Mapped[str]
    start: Mapped[date]
    until: Mapped[date]
    conditions: Mapped[str]
    spread: Mapped[str]
    backing: Mapped[int] = mapped_column(ForeignKey(FigureBackingRow.id))


class CoverageRow(PackTable):
    """The grade of an area's weakest figure of one kind on the day the facts were checked; None: one is missing.

    `strongest` is that of its best figure.
    """

    __tablename__ = "coverage"
    area: Mapped[str] = mapped_column(ForeignKey(AreaRow.code), primary_key=True)
    scheme: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    evidence: Mapped[str | None]
    strongest: Mapped[str | None]


class CalibrationRow(PackTable):
    """For each figure how many numbers found locally were compared, and how many lie inside which ranges."""

    __tablename__ = "calibration"
    kind: Mapped[str] = mapped_column(primary_key=True)
    figure: Mapped[str] = mapped_column(primary_key=True)
    compared: Mapped[int]
    shipped: Mapped[int]
    foreseen: Mapped[int]
