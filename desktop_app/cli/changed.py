"""`yidi changed`: the same case under an older rulebook, or had the care been on another day."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop_app.cli.command import FILE, JSON, OneCommand, speaking
from desktop_app.cli.rules import list_problems
from desktop_app.cli.session import DATA_ERROR, Session, as_json_text, day_of_option
from desktop_app.domain.message import Message, message
from desktop_app.errors import Problem

if TYPE_CHECKING:
    from desktop_app.domain.answer_changes import AnswerChanges
    from desktop_app.services.compare_answers import SinceRules


@click.command(cls=OneCommand)
@click.argument("file", metavar="CASE", type=FILE)
@click.option("--before", metavar="RULES", type=FILE, help="before")
@click.option("--date", "on", metavar="DAY", help="date_of_care")
@JSON
@speaking
@click.pass_obj
def changed(session: Session, file: Path, before: Path | None, on: str | None, as_json: bool) -> int:
    """Which figures moved and the result from … to …, under another rulebook or on another day."""
    from desktop_app.render.answer_changes_json import answer_changes_document
    from desktop_app.render.answer_changes_text import answer_changes_text
    from desktop_app.storage.data_text import DataProblems

    if (before is None) == (on is None):
        raise Problem(message("changes.problem.one_of"))
    try:
        changes, heading = _compared(session, file, before, on)
    except DataProblems as found:
        list_problems(session, found.problems)
        return DATA_ERROR
    if as_json:
        click.echo(as_json_text(answer_changes_document(changes, session.words)))
    else:
        click.echo(answer_changes_text(changes, heading, session.words))
    return 0


def _compared(session: Session, file: Path, before: Path | None, on: str | None) -> "tuple[AnswerChanges, Message]":
    from desktop_app.services.compare_answers import on_day, since_rules
    from desktop_app.services.read_case import read_case

    rulebook = session.rulebook()
    case = read_case(file, rulebook, session.today())
    if before is not None:
        found = since_rules(case, before, rulebook)
        return found.changes, _heading(before, found)
    day = day_of_option(on or "")
    earlier, later = sorted([min(episode.care.date for episode in case.episodes), day])
    return on_day(case, day, rulebook), message("changes.heading.day", before=earlier, after=later)


def _heading(file: Path, found: "SinceRules") -> Message:
    """Which rulebook is compared with which."""
    before, after = (
        message("changes.edition", version=edition.version, day=edition.checked_on)
        for edition in (found.before, found.after)
    )
    return message("changes.heading.rules", file=file.name, before=before, after=after)
