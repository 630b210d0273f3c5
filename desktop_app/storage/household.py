"""The family's own records: cases with every answer as it was given, and what has been ticked off."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Final, Self

from sqlalchemy import Engine, delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from desktop_app.domain.heard import Heard
from desktop_app.domain.message import message
from desktop_app.domain.own_figure import Informant, OwnFigure
from desktop_app.errors import Problem
from desktop_app.storage.household_file import PATIENCE, in_plain_words, open_household_file
from desktop_app.storage.household_tables import AnswerRow, CaseRow, HeardRow, OwnFigureRow, ResultRow, TickRow
from desktop_app.storage.own_figure_rows import PLACE, columns_of, figure_of
from desktop_app.storage.result_rows import KeptResult, result_columns, result_of


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCase:
    """A case as it was left. `answers` are texts by question; `opened_from` is the case file it came from, as JSON."""

    id: int
    begun_at: datetime
    changed_at: datetime
    page: str
    answers: Mapping[str, str]
    opened_from: str | None = None


NO_ANSWERS: Final[Mapping[str, str]] = MappingProxyType({})


class Household:
    """The household's database. Each call is one transaction, on disk when it returns; any may raise Problem."""

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self._path = path

    @classmethod
    def open(cls, path: Path, *, backups: Path, now: datetime, patience: float = PATIENCE) -> Self:
        """The records at `path`, made where there are none. Raises Problem with one sentence where that fails."""
        return cls(open_household_file(path, backups=backups, now=now, patience=patience), path)

    def close(self) -> None:
        """Lets go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def begin_case(
        self, page: str, *, now: datetime, given: Mapping[str, str] = NO_ANSWERS, opened_from: str | None = None
    ) -> int:
        """A new case with its first answers; its number."""
        with self._writing() as session:
            row = CaseRow(begun_at=now, changed_at=now, page=page, opened_from=opened_from)
            session.add(row)
            session.flush()
            _put(session, row.id, given, now)
            return row.id

    def save(
        self, case_id: int, page: str, *, given: Mapping[str, str], withdrawn: Iterable[str], now: datetime
    ) -> None:
        """Keeps what changed in a case: the page, answers given, answers withdrawn; all of it or nothing."""
        with self._writing() as session:
            row = self._row(session, case_id)
            row.page, row.changed_at = page, now
            _put(session, case_id, given, now)
            gone = delete(AnswerRow).where(AnswerRow.case_id == case_id, AnswerRow.question.in_(list(withdrawn)))
            session.execute(gone)

    def cases(self) -> tuple[KeptCase, ...]:
        """All cases, the one last worked on first."""
        with self._reading() as session:
            rows = session.scalars(select(CaseRow).order_by(CaseRow.changed_at.desc(), CaseRow.id.desc())).all()
            return tuple(self._kept(session, row) for row in rows)

    def case(self, case_id: int) -> KeptCase:
        """One case. Raises Problem where there is none of this number."""
        with self._reading() as session:
            return self._kept(session, self._row(session, case_id))

    def delete_case(self, case_id: int) -> None:
        """Removes a case with its answers and ticks."""
        with self._writing() as session:
            session.execute(delete(CaseRow).where(CaseRow.id == case_id))

    def ticks(self, case_id: int) -> frozenset[str]:
        """The lines of the checklist that are done."""
        with self._reading() as session:
            return frozenset(session.scalars(select(TickRow.item).where(TickRow.case_id == case_id)))

    def tick(self, case_id: int, item: str, *, done: bool, now: datetime) -> None:
        """Keeps whether one line of the checklist is done."""
        with self._writing() as session:
            self._row(session, case_id)
            session.execute(delete(TickRow).where(TickRow.case_id == case_id, TickRow.item == item))
            if done:
                session.add(TickRow(case_id=case_id, item=item, ticked_at=now))

    def heard(self, case_id: int) -> dict[str, Heard]:
        """What was written into the blanks of the call script, by question."""
        with self._reading() as session:
            rows = session.scalars(select(HeardRow).where(HeardRow.case_id == case_id))
            return {row.question: Heard(row.text, _informant(row.told_by), row.told_on) for row in rows}

    def hear(self, case_id: int, question: str, heard: Heard, *, now: datetime) -> None:
        """Keeps what was written into a blank; an empty text empties it."""
        by = heard.told_by.value if heard.told_by else None
        with self._writing() as session:
            self._row(session, case_id)
            session.execute(delete(HeardRow).where(HeardRow.case_id == case_id, HeardRow.question == question))
            if heard.text:
                columns = {"text": heard.text, "told_by": by, "told_on": heard.told_on}
                session.add(HeardRow(case_id=case_id, question=question, heard_at=now, **columns))

    def result(self, case_id: int) -> KeptResult | None:
        """What was answered when the case was last looked at; None where that is not known, or not understood."""
        with self._reading() as session:
            row = session.get(ResultRow, case_id)
            return result_of(row) if row else None

    def keep_result(self, case_id: int, result: KeptResult) -> None:
        """Keeps what was answered, in place of what was before."""
        with self._writing() as session:
            self._row(session, case_id)
            session.execute(delete(ResultRow).where(ResultRow.case_id == case_id))
            session.add(ResultRow(case_id=case_id, **result_columns(result)))

    def own_figures(self) -> tuple[OwnFigure, ...]:
        """The figures this household was told itself, by area and figure; what this edition cannot read is left out."""
        with self._reading() as session:
            rows = session.scalars(select(OwnFigureRow).order_by(OwnFigureRow.area, OwnFigureRow.id)).all()
            return tuple(figure for row in rows if (figure := figure_of(row)) is not None)

    def keep_own_figure(self, figure: OwnFigure, *, now: datetime) -> None:
        """Keeps a figure somebody was told, in place of an earlier one for the same."""
        columns = {**columns_of(figure), "entered_at": now}
        changed = {name: value for name, value in columns.items() if name not in PLACE}
        add = insert(OwnFigureRow).values(**columns)
        with self._writing() as session:
            session.execute(add.on_conflict_do_update(index_elements=list(PLACE), set_=changed))

    def remove_own_figure(self, figure: OwnFigure) -> None:
        """Removes a figure somebody was told; the rulebook's counts again."""
        place = {name: value for name, value in columns_of(figure).items() if name in PLACE}
        with self._writing() as session:
            session.execute(delete(OwnFigureRow).filter_by(**place))

    def _row(self, session: Session, case_id: int) -> CaseRow:
        row = session.get(CaseRow, case_id)
        if row is None:
            raise Problem(message("household.no_such_case", value=case_id))
        return row

    def _kept(self, session: Session, row: CaseRow) -> KeptCase:
        answers = session.scalars(select(AnswerRow).where(AnswerRow.case_id == row.id))
        return KeptCase(
            id=row.id,
            begun_at=row.begun_at,
            changed_at=row.changed_at,
            page=row.page,
            answers={answer.question: answer.text for answer in answers},
            opened_from=row.opened_from,
        )

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        with (
            in_plain_words(self._path),
            Session(self._engine.execution_options(writing=True)) as session,
            session.begin(),
        ):
            yield session

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        with in_plain_words(self._path), Session(self._engine) as session:
            yield session


def _put(session: Session, case_id: int, given: Mapping[str, str], now: datetime) -> None:
    """Adds answers, or puts them in place of older ones to the same questions."""
    for question, text in given.items():
        values = {"text": text, "given_at": now}
        add = insert(AnswerRow).values(case_id=case_id, question=question, **values)
        session.execute(add.on_conflict_do_update(index_elements=["case_id", "question"], set_=values))


def _informant(word: str | None) -> Informant | None:
    """Who said it; None where that was not kept, or this edition does not know the word."""
    return Informant(word) if word in set(Informant) else None
