"""The tables of a family's own records. No name, no identity number, no address has a column here."""

from datetime import UTC, date, datetime
from typing import Final

from sqlalchemy import DateTime, Dialect, ForeignKey, TypeDecorator, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

HEAD: Final = "0003"
"""The last migration in `migrations/versions`; a household at this revision needs none."""


class Moment(TypeDecorator[datetime]):
    """A point in time, kept in UTC, since SQLite forgets the zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 -- SQLAlchemy passes both
        """Into the database: as UTC, without the zone."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 -- likewise
        """Out of the database: with the zone again."""
        return None if value is None else value.replace(tzinfo=UTC)


class HouseholdTable(DeclarativeBase):
    """The base of every table in the household's database."""


class CaseRow(HouseholdTable):
    """One walk through the wizard: the page it was left on, and the case file it was opened from, if any."""

    __tablename__ = "case"
    id: Mapped[int] = mapped_column(primary_key=True)
    begun_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment, index=True)
    page: Mapped[str]
    opened_from: Mapped[str | None]


class AnswerRow(HouseholdTable):
    """One answer as it was given: the question's id and the answer as text (`interview.kept`)."""

    __tablename__ = "answer"
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id", ondelete="CASCADE"), primary_key=True)
    question: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
    given_at: Mapped[datetime] = mapped_column(Moment)


class HeardRow(HouseholdTable):
    """What somebody was told, as it was written into the blank of the call script, by which office and when."""

    __tablename__ = "heard"
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id", ondelete="CASCADE"), primary_key=True)
    question: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
    heard_at: Mapped[datetime] = mapped_column(Moment)
    told_by: Mapped[str | None]
    told_on: Mapped[date | None]


class ResultRow(HouseholdTable):
    """What the rulebook of an edition answered to a case, in short; `asked` tells whether the case is still the same.

    Amounts are fen, None without a bill and where a figure is missing.
    """

    __tablename__ = "result"
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id", ondelete="CASCADE"), primary_key=True)
    asked: Mapped[str]
    edition: Mapped[str]
    checked_on: Mapped[date]
    answered_on: Mapped[date]
    filing: Mapped[str]
    filing_type: Mapped[str | None]
    settlement: Mapped[str]
    low: Mapped[int | None]
    likely: Mapped[int | None]
    high: Mapped[int | None]


class TickRow(HouseholdTable):
    """One line of the checklist that has been done; a line without a row has not."""

    __tablename__ = "tick"
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id", ondelete="CASCADE"), primary_key=True)
    item: Mapped[str] = mapped_column(primary_key=True)
    ticked_at: Mapped[datetime] = mapped_column(Moment)


class OwnFigureRow(HouseholdTable):
    """A figure somebody was told: for what it holds, its value as the rule pack writes it, by which office and when."""

    __tablename__ = "own_figure"
    __table_args__ = (UniqueConstraint("area", "scheme", "kind", "name", "conditions"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    area: Mapped[str]
    scheme: Mapped[str]
    kind: Mapped[str]
    name: Mapped[str]
    conditions: Mapped[str]
    value: Mapped[str]
    told_by: Mapped[str]
    told_on: Mapped[date]
    entered_at: Mapped[datetime] = mapped_column(Moment)
