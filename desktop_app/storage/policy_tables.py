"""The decision rules in the rule pack: where and when each holds as columns, what it says as JSON for the few read."""

from datetime import date

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.storage.tables import FactRow, PackTable


class PolicyRow(PackTable):
    """One rule. `topic` is the name of its file; `terms` what it says beyond where, when and for whom."""

    __tablename__ = "policy"
    __table_args__ = (Index("policy_place", "region", "topic"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    topic: Mapped[str]
    region: Mapped[str]
    fact: Mapped[str] = mapped_column(ForeignKey(FactRow.number))
    evidence: Mapped[str]
    start: Mapped[date | None]
    until: Mapped[date | None]
    schemes: Mapped[list[str]]
    tiers: Mapped[list[str]]
    exceptions: Mapped[list[str]]
    terms: Mapped[str]
