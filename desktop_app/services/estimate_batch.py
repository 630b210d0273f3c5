"""Estimate many cases at once: row by row from one file into another, in constant memory, and resumable."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Final

from desktop_app.domain.message import message
from desktop_app.errors import Problem
from desktop_app.render.batch_csv import NUMBER, RESULT, harmless, head_line
from desktop_app.render.words import Language
from desktop_app.rules.rulebook import RuleBook
from desktop_app.services.answer_rows import Answered, Answerer, Cells, NumberedRow, Task
from desktop_app.storage.batch_file import CasesFile
from desktop_app.storage.batch_head import Head
from desktop_app.storage.batch_output import BatchOutput, kept_rows

ROWS_AT_ONCE: Final = 200
"""Written together: an interruption costs at most so many rows, to be done again by `resume`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What is to be done: `resume` continues an earlier output, `replace` throws it away; `jobs` processes."""

    cases: Path
    output: Path
    today: date
    language: Language
    resume: bool = False
    replace: bool = False
    jobs: int = 1


@dataclass(slots=True)
class Tally:
    """How far a batch has come: rows in the output, those with an error, and bytes of the input."""

    rows: int = 0
    errors: int = 0
    read: int = 0
    size: int = 0


def estimate_batch(batch: Batch, rulebook: RuleBook, tally: Tally, advance: Callable[[], None]) -> None:
    """Writes the output, keeps `tally` and calls `advance` as it goes on.

    Raises Problem for files and headings that will not do, before anything is written, and for a full disk; whatever
    happens, also KeyboardInterrupt, leaves whole lines behind.
    """
    if batch.output.exists() and batch.cases.exists() and batch.output.samefile(batch.cases):
        raise Problem(message("batch.problem.same_file", file=str(batch.output)))
    with CasesFile(batch.cases) as cases:
        task = Task(() if cases.has_documents else cases.headings, batch.today, batch.language)
        if task.headings:
            _check_own(Head(task.headings))
        answerer, rows = Answerer(task, rulebook), enumerate(cases.rows(), start=1)
        tally.size = cases.size
        with _output(batch, cases.headings, answerer, rows, tally) as output:
            for answered in _answers(batch, task, answerer, rows):
                output.append(answered.lines)
                tally.rows += answered.rows
                tally.errors += answered.errors
                tally.read = cases.read
                advance()


def _check_own(head: Head) -> None:
    """The person's own columns must not be mistaken for those of the result."""
    for name in head.own():
        if name.strip() in {NUMBER, *RESULT}:
            raise Problem(message("batch.problem.heading_taken", value=name.strip()))


def _output(
    batch: Batch, headings: Cells, answerer: Answerer, rows: Iterator[NumberedRow], tally: Tally
) -> BatchOutput:
    """The file to write: new, or the earlier one with the rows that it has already taken from `rows`."""
    head = head_line(headings)
    if not batch.resume or not batch.output.exists():
        return BatchOutput.anew(batch.output, head, replace=batch.replace)
    width = 1 + len(headings) + len(RESULT)
    whole = 0
    last: tuple[NumberedRow, int] | None = None
    for kept in kept_rows(batch.output, head, width):
        number, cells = next(rows, (0, ()))
        if kept.cells[: 1 + len(headings)] != (str(number), *harmless(cells[: len(headings)])):
            raise Problem(message("batch.problem.other_row", file=str(batch.output), row=tally.rows + 1))
        tally.rows, whole, last = number, kept.stop, ((number, cells), kept.start)
        tally.errors += bool(kept.cells[-1])
    if last is None:
        return BatchOutput.anew(batch.output, head, replace=True)
    _check_alike(batch.output, answerer.answer([last[0]]), last[1])
    return BatchOutput.continuing(batch.output, whole)


def _check_alike(output: Path, again: Answered, start: int) -> None:
    """The last row of an earlier output comes out alike: the day, the language and the rulebook are the same."""
    with output.open("rb") as file:
        file.seek(start)
        if file.read(len(again.lines)) != again.lines:
            raise Problem(message("batch.problem.other_answer", file=str(output)))


def _answers(batch: Batch, task: Task, answerer: Answerer, rows: Iterator[NumberedRow]) -> Iterator[Answered]:
    """What every so many rows come to, in their order."""
    portions = iter(lambda: list(islice(rows, ROWS_AT_ONCE)), [])
    if batch.jobs == 1:
        return map(answerer.answer, portions)
    from desktop_app.services.answer_in_parallel import answer_in_parallel

    return answer_in_parallel(task, portions, batch.jobs)
