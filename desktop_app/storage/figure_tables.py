"""The figures in the rule pack, found by where they hold; conditions and values are JSON, decoded for the few read."""

from datetime import date

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.storage.tables import PackTable, SourceRow


class FigureBackingRow(PackTable):
    """What stands behind figures: grade, document, fact, the days they hold, the mark 未核对, a note, a review."""

    __tablename__ = "figure_backing"
    id: Mapped[int] = mapped_column(primary_key=True)
    evidence: Mapped[str]
    source: Mapped[str] = mapped_column(ForeignKey(SourceRow.id))
    fact: Mapped[str | None]
    start: Mapped[date]
    until: Mapped[date | None]
    unchecked: Mapped[bool]
    note: Mapped[str]
    confirmed: Mapped[date | None]


class FigureRow(PackTable):
    """One figure of a region (or the nation) and scheme; `kind` is empty where it holds for every kind of care."""

    __tablename__ = "figure"
    __table_args__ = (Index("figure_place", "region", "scheme", "kind"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    region: Mapped[str]
    scheme: Mapped[str]
    kind: Mapped[str]
    name: Mapped[str]
    conditions: Mapped[str]
    spread: Mapped[str]
    backing: Mapped[int] = mapped_column(ForeignKey(FigureBackingRow.id))
