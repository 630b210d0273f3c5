"""Answer rows of a batch: cells in, lines of the output out. The same in this process and in those that help it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from desktop_app.errors import Problem
from desktop_app.paths import resources_dir
from desktop_app.render.batch_csv import ResultCells, harmless, lines
from desktop_app.render.words import Language, Words
from desktop_app.rules.estimate.remembered import RememberedFigures
from desktop_app.rules.estimate.year import results
from desktop_app.rules.rulebook import RuleBook
from desktop_app.storage.batch_case import CaseReader, DocumentReader, TableReader
from desktop_app.storage.batch_head import Head

Cells = tuple[str, ...]
NumberedRow = tuple[int, Cells]


class Answered(NamedTuple):
    """The lines of some rows, how many rows they are, and how many of them have no result but an error."""

    lines: bytes
    rows: int
    errors: int


@dataclass(frozen=True, slots=True)
class Task:
    """What makes an answer, apart from the row itself; `headings` empty where each row is a case document."""

    headings: Cells
    today: date
    language: Language


class Answerer:
    """Answers rows by one rulebook."""

    def __init__(self, task: Task, rulebook: RuleBook) -> None:
        self._rulebook = rulebook
        self._find = RememberedFigures()
        self._width = len(task.headings) or 1
        self._cells = ResultCells(Words(task.language, resources_dir() / "words"))
        reader: CaseReader = DocumentReader(rulebook, task.today)
        if task.headings:
            reader = TableReader(Head(task.headings), rulebook, task.today)
        self._reader = reader

    def answer(self, rows: Sequence[NumberedRow]) -> Answered:
        """The lines of these rows, in their order; a row that cannot be answered keeps its place and says why."""
        answered, errors = [], 0
        for number, cells in rows:
            try:
                result = self._cells.of(tuple(results(self._reader.case(cells), self._rulebook, self._find)))
            except Problem as problem:
                result = self._cells.refused(problem.message)
                errors += 1
            answered.append((str(number), *harmless(cells[: self._width]), *result))
        return Answered(lines(answered), len(answered), errors)
