"""`yidi batch`: many cases from one table into another."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypedDict, Unpack

import click

from desktop_app.cli.command import FILE, OneCommand, speaking
from desktop_app.cli.session import INTERRUPTED, Session, count_of_option, day_of_option
from desktop_app.domain.message import message
from desktop_app.errors import Problem

if TYPE_CHECKING:
    from desktop_app.services.estimate_batch import Batch, Tally

MOST_JOBS: Final = 64


class How(TypedDict):
    """The options of the command as they are written."""

    resume: bool
    force: bool
    jobs: str
    on: str | None


@click.command(cls=OneCommand)
@click.argument("cases", metavar="CASES.csv|.jsonl", type=FILE)
@click.option("-o", "--output", metavar="OUT.csv", type=FILE, required=True, help="output_table")
@click.option("--resume", is_flag=True, help="resume")
@click.option("--force", is_flag=True, help="force")
@click.option("--jobs", metavar="N", default="1", help="jobs")
@click.option("--date", "on", metavar="DAY", help="date_of_rows")
@speaking
@click.pass_obj
def batch(session: Session, cases: Path, output: Path, **how: Unpack[How]) -> int:
    """How much comes back for every row of a table; a row that will not do says why and keeps its place."""
    from desktop_app.services.estimate_batch import Batch, Tally

    if how["resume"] and how["force"]:
        raise Problem(message("batch.problem.resume_and_force"))
    asked = Batch(
        cases=cases,
        output=output,
        today=session.today() if how["on"] is None else day_of_option(how["on"]),
        language=session.language,
        resume=how["resume"],
        replace=how["force"],
        jobs=count_of_option("--jobs", how["jobs"], lowest=0, highest=MOST_JOBS),
    )
    tally = Tally()
    try:
        _run(session, asked, tally)
    except KeyboardInterrupt:
        stopped = message("batch.interrupted", rows=tally.rows, file=str(output))
        click.echo(session.words.text(stopped), err=True)
        return INTERRUPTED
    click.echo(session.words.text(message("batch.done", rows=tally.rows, file=str(output))))
    if tally.errors:
        click.echo(session.words.text(message("batch.errors", errors=tally.errors, rows=tally.rows)), err=True)
    return 0


def _run(session: Session, asked: "Batch", tally: "Tally") -> None:
    from desktop_app.services.estimate_batch import estimate_batch

    rulebook = session.rulebook()
    with _progress(session, tally) as advance:
        estimate_batch(asked, rulebook, tally, advance)


@contextmanager
def _progress(session: Session, tally: "Tally") -> Iterator[Callable[[], None]]:
    """A bar on a terminal, over the bytes of the input; nothing where stderr is a file."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    label = session.words.text(message("batch.under_way"))
    with click.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def advance() -> None:
            bar.length = max(tally.size, 1)
            bar.update(tally.read - bar.pos)

        yield advance
