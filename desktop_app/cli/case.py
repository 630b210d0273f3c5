"""`yidi estimate`, `yidi plan` and `yidi summary`: the answers to a case file as text, as JSON and on paper."""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from desktop_app.cli.command import FILE, JSON, OneCommand, speaking
from desktop_app.cli.session import Session, complain
from desktop_app.domain.message import message
from desktop_app.errors import Problem
from desktop_app.render.words import Words

if TYPE_CHECKING:
    from desktop_app.domain.case import Case
    from desktop_app.rules.rulebook import RuleBook

CASES: Final = click.argument("files", metavar="CASE...", nargs=-1, required=True, type=FILE)


@click.command(cls=OneCommand)
@CASES
@JSON
@speaking
@click.pass_obj
def estimate(session: Session, files: tuple[Path, ...], as_json: bool) -> int:
    """How much comes back, line by line; several files give one JSON object per line."""

    def answer(case: "Case", rulebook: "RuleBook", words: Words) -> "str | dict[str, Any]":
        from desktop_app.render.estimate_json import case_document
        from desktop_app.render.estimate_text import estimates_text
        from desktop_app.services.estimate_case import estimate_case

        estimates = estimate_case(case, rulebook)
        return case_document(case, estimates, words) if as_json else estimates_text(case, estimates, words)

    return _answer_each(session, files, answer)


@click.command(cls=OneCommand)
@CASES
@JSON
@speaking
@click.pass_obj
def plan(session: Session, files: tuple[Path, ...], as_json: bool) -> int:
    """What to file, how it is settled, and what each way costs; several files give one JSON object per line."""

    def answer(case: "Case", rulebook: "RuleBook", words: Words) -> "str | dict[str, Any]":
        from desktop_app.render.plan_json import plan_document
        from desktop_app.render.plan_text import plan_text
        from desktop_app.services.plan_case import plan_case

        made = plan_case(case, rulebook)
        write = plan_document if as_json else plan_text
        return write(made, case, rulebook, words)

    return _answer_each(session, files, answer)


@click.command(cls=OneCommand)
@click.argument("file", metavar="CASE", type=FILE)
@click.option("-o", "--output", metavar="FILE.pdf", type=FILE, required=True, help="output_pdf")
@speaking
@click.pass_obj
def summary(session: Session, file: Path, output: Path) -> None:
    """The printable plan of a case as a PDF."""
    from desktop_app.services.export_summary import export_summary
    from desktop_app.services.read_case import read_case

    rulebook = session.rulebook()
    case = read_case(file, rulebook, session.today())
    export_summary(case, rulebook, session.language, output)
    click.echo(session.words.text(message("paper.written.summary", file=str(output))))


Answer = Callable[["Case", "RuleBook", Words], "str | dict[str, Any]"]


def _answer_each(session: Session, files: Sequence[Path], answer: Answer) -> int:
    """Prints the answer to every case in turn; one that has none costs a line on stderr and the exit code."""
    code, rulebook, words = 0, session.rulebook(), session.words
    for file in files:
        try:
            found = answer(_read(session, file, rulebook), rulebook, words)
        except Problem as problem:
            named = message("problems.in_file", file=file.name, problem=problem.message)
            code = complain(session, named if len(files) > 1 else problem.message)
            continue
        click.echo("\n".join(_printed(found, alone=len(files) == 1)))
    return code


def _read(session: Session, file: Path, rulebook: "RuleBook") -> "Case":
    from desktop_app.services.read_case import read_case

    return read_case(file, rulebook, session.today())


def _printed(found: "str | dict[str, Any]", *, alone: bool) -> Iterator[str]:
    """Text as it is; one object over several lines when it is alone, else on one."""
    yield found if isinstance(found, str) else json.dumps(found, ensure_ascii=False, indent=2 if alone else None)
