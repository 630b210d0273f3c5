"""Rows into cases: the blocks of a row are checked once for all rows that write them alike.

What a case may say is decided by `case_file` alone. A row is put together from blocks that `case_file` has read, and
where one of them is refused the whole row is given to `case_file`, so that its sentence is the one people know.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import Any, Final, Protocol

from desktop_app.domain.benefits import EnteredFigures
from desktop_app.domain.bill import NOTHING_USED, Bill, YearToDate
from desktop_app.domain.care import Care
from desktop_app.domain.case import Case, Episode
from desktop_app.domain.message import message
from desktop_app.domain.person import Person
from desktop_app.errors import Problem
from desktop_app.rules.rulebook import RuleBook
from desktop_app.storage.batch_head import Head, Path, nested, typed
from desktop_app.storage.case_file import parse_case
from desktop_app.storage.case_text import parse_document
from desktop_app.storage.case_values import VERSION

KEPT: Final = 4096
"""How many ways to fill a block stay read; memory does not grow with the rows."""

_SOMEBODY: Final = {"scheme": "employee"}
_SOME_CARE: Final = {"kind": "inpatient", "date": "2026-01-01"}


class CaseReader(Protocol):
    """Whatever makes cases of rows."""

    def case(self, cells: Sequence[str]) -> Case:
        """The case of a row. Raises Problem for everything the case file's form does not allow."""


class DocumentReader:
    """Cases from lines that hold one case document each."""

    def __init__(self, rulebook: RuleBook, today: date) -> None:
        self._rulebook = rulebook
        self._today = today

    def case(self, cells: Sequence[str]) -> Case:
        """The case of a line."""
        return parse_case(parse_document(cells[0], name="case"), self._rulebook, self._today)


class TableReader:
    """Cases from the rows of a table."""

    def __init__(self, head: Head, rulebook: RuleBook, today: date) -> None:
        self._head = head
        self._rulebook = rulebook
        self._today = today
        blocks = {name: _Block(head, name) for name in ("person", "care", "bill", "year_to_date", "figures")}
        self._blocks = blocks
        self._day = blocks["care"].apart("date", unless="admitted_on")
        self._quick = {path[0] for path in head.meanings.values()} <= blocks.keys() and not any(
            len(path) == 1 for path in head.meanings.values()
        )
        self._person = lru_cache(KEPT)(self._read_person)
        self._care = lru_cache(KEPT)(self._read_care)
        self._year = lru_cache(KEPT)(self._read_year)
        self._figures = lru_cache(KEPT)(self._read_figures)
        self._date = lru_cache(KEPT)(_day)

    def case(self, cells: Sequence[str]) -> Case:
        """The case of a row."""
        width = len(self._head.headings)
        if len(cells) > width:
            raise Problem(message("batch.problem.too_many_cells", found=len(cells), headings=width))
        case = self._assembled(cells) if self._quick else None
        return case or parse_case(self._head.document(cells), self._rulebook, self._today)

    def _assembled(self, cells: Sequence[str]) -> Case | None:
        """The case put together from its blocks; None where one of them does not hold."""
        blocks = self._blocks
        try:
            care = self._dated_care(cells)
            return Case(
                today=self._today,
                person=self._person(blocks["person"].cells(cells)),
                episodes=(Episode(care, self._bill(cells)),),
                year_to_date=self._year(blocks["year_to_date"].cells(cells)),
                figures=self._figures(blocks["figures"].cells(cells)),
            )
        except (Problem, ValueError):
            return None

    def _dated_care(self, cells: Sequence[str]) -> Care:
        """Dates differ from row to row; where no other is compared with it, care is the same but for its date."""
        if self._day is None or not self._day.is_alone(cells):
            return self._care(self._blocks["care"].cells(cells))
        care = self._care(self._day.without(self._blocks["care"].cells(cells)))
        return replace(care, date=self._date(cells[self._day.position]))

    def _bill(self, cells: Sequence[str]) -> Bill | None:
        from desktop_app.storage.case_bill import bill_from
        from desktop_app.storage.case_schema import BillBlock

        written = self._blocks["bill"].document(self._blocks["bill"].cells(cells))
        return bill_from(BillBlock.model_validate(written), "bill") if written else None

    def _read_person(self, cells: Sequence[str]) -> Person:
        return self._parsed(person=self._blocks["person"].document(cells)).person

    def _read_care(self, cells: Sequence[str]) -> Care:
        return self._parsed(care=self._blocks["care"].document(cells)).episodes[0].care

    def _read_year(self, cells: Sequence[str]) -> YearToDate:
        written = self._blocks["year_to_date"].document(cells)
        return self._parsed(year_to_date=written).year_to_date if written else NOTHING_USED

    def _read_figures(self, cells: Sequence[str]) -> EnteredFigures | None:
        written = self._blocks["figures"].document(cells)
        return self._parsed(figures=written).figures if written else None

    def _parsed(self, **blocks: dict[str, Any]) -> Case:
        document = {"version": VERSION, "person": _SOMEBODY, "care": _SOME_CARE, **blocks}
        return parse_case(document, self._rulebook, self._today)


class _Block:
    """The columns of one block of the case file."""

    def __init__(self, head: Head, name: str) -> None:
        self._columns: list[tuple[int, Path]] = [
            (position, path[1:]) for position, path in head.meanings.items() if path[0] == name
        ]
        self.cells = _picking([position for position, _ in self._columns])

    def document(self, cells: Sequence[str]) -> dict[str, Any]:
        """The block as the case file writes it."""
        return nested((path, cell) for (_, path), cell in zip(self._columns, cells, strict=True))

    def apart(self, key: str, *, unless: str) -> "_Apart | None":
        """The column of one key, to be read apart where the column of another is empty; None without one."""
        places = {path: (number, position) for number, (position, path) in enumerate(self._columns)}
        if (key,) not in places:
            return None
        number, position = places[(key,)]
        return _Apart(number, position, places[(unless,)][1] if (unless,) in places else None)


class _Apart:
    """A column of a block that is read apart; `position` is its place in the row."""

    def __init__(self, number: int, position: int, other: int | None) -> None:
        self._number = number
        self.position = position
        self._other = other

    def is_alone(self, cells: Sequence[str]) -> bool:
        """Whether nothing in the row is compared with it."""
        return self._other is None or not cells[self._other]

    def without(self, block: tuple[str, ...]) -> tuple[str, ...]:
        """The block's cells with a stand-in for this one."""
        return (*block[: self._number], _SOME_CARE["date"], *block[self._number + 1 :])


def _picking(positions: Sequence[int]) -> Callable[[Sequence[str]], tuple[str, ...]]:
    """Picks these cells out of a row, as a tuple however many there are."""
    if len(positions) > 1:
        return itemgetter(*positions)
    return lambda cells: tuple(cells[position] for position in positions)


def _day(cell: str) -> date:
    from desktop_app.storage.case_values import day

    return day(typed(cell.strip() or "null"))
