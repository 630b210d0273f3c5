"""`yidi rules …`: compile the facts, check them, show what they say, compare two rulebooks."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from desktop_app.cli.command import FILE, JSON, Commands, OneOf, speaking
from desktop_app.cli.session import DATA_ERROR, Session, as_json_text, day_of_option
from desktop_app.domain.message import message

if TYPE_CHECKING:
    from desktop_app.storage.data_text import DataProblem


@click.group(cls=Commands, invoke_without_command=True)
@speaking
@click.pass_context
def rules(context: click.Context) -> None:
    """Compile the facts as text into the rulebook, or check them."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


DATA: Final = click.option("--data", metavar="FOLDER", type=FILE, help="facts")


@rules.command()
@DATA
@click.option("-o", "--output", metavar="PACK.sqlite", type=FILE, help="output_pack")
@speaking
@click.pass_obj
def build(session: Session, data: Path | None, output: Path | None) -> int:
    """Compile the facts; the old rulebook stays where they do not hold together."""
    from desktop_app.services.build_rules import build_rules
    from desktop_app.storage.data_text import DataProblems

    try:
        built = build_rules(data, output)
    except DataProblems as found:
        list_problems(session, found.problems)
        click.echo(session.words.text(message("rulebook.build.failed", count=len(found.problems))), err=True)
        return DATA_ERROR
    done = message("rulebook.build.done", version=built.edition.version, file=str(built.file))
    click.echo(session.words.text(done))
    return 0


@rules.command()
@DATA
@speaking
@click.pass_obj
def check(session: Session, data: Path | None) -> int:
    """List everything that is wrong with the facts, as file:line: message."""
    from desktop_app.services.check_rules import check_rules

    found = check_rules(data)
    list_problems(session, found.problems)
    list_problems(session, found.warnings, form="warning")
    clean = "clean" if not found.warnings else "warned"
    if not found.problems:
        click.echo(session.words.text(message(f"rulebook.check.{clean}", count=len(found.warnings))))
    return DATA_ERROR if found.problems else 0


@rules.command()
@click.argument("region")
@click.option("--scheme", type=OneOf(["employee", "resident"]), help="scheme")
@click.option("--date", "on", metavar="DAY", help="date_of_figures")
@JSON
@speaking
@click.pass_obj
def show(session: Session, region: str, scheme: str | None, on: str | None, as_json: bool) -> None:
    """All figures of an area: value, range, days, evidence, source, and what other sources state."""
    from desktop_app.domain.person import Scheme
    from desktop_app.render.figures_text import figures_document, figures_text
    from desktop_app.services.list_figures import list_figures
    from desktop_app.services.open_rulebook import open_rulebook

    day = session.today() if on is None else day_of_option(on)
    with open_rulebook() as rulebook:
        shown = list_figures(rulebook, region, day, [Scheme(scheme)] if scheme else list(Scheme))
        text = "" if as_json else figures_text(shown, rulebook, session.words)
    click.echo(as_json_text(figures_document(shown, session.words)) if as_json else text)


@rules.command()
@JSON
@speaking
@click.pass_obj
def coverage(session: Session, as_json: bool) -> None:
    """How far each area's figures can be trusted, by scheme and kind, and how good the ranges are."""
    from desktop_app.render.coverage_text import coverage_document, coverage_text
    from desktop_app.services.list_coverage import list_coverage
    from desktop_app.services.open_rulebook import open_rulebook

    with open_rulebook() as rulebook:
        found = list_coverage(rulebook)
    text = coverage_text(found.rows, found.provinces, found.calibration, session.words)
    click.echo(as_json_text(coverage_document(found.rows)) if as_json else text)


@rules.command()
@click.argument("before", metavar="A", type=FILE)
@click.argument("after", metavar="B", type=FILE)
@JSON
@speaking
@click.pass_obj
def diff(session: Session, before: Path, after: Path, as_json: bool) -> int:
    """What rulebook B says differently from A; each is a compiled pack or a folder of facts."""
    from desktop_app.render.changes_text import changes_document, changes_text
    from desktop_app.services.compare_rules import compare_rules
    from desktop_app.services.open_rulebook import open_rulebook
    from desktop_app.storage.data_text import DataProblems

    try:
        changes = compare_rules(before, after)
    except DataProblems as found:
        list_problems(session, found.problems)
        return DATA_ERROR
    if as_json:
        click.echo(as_json_text(changes_document(changes)))
        return 0
    with open_rulebook() as rulebook:
        click.echo(changes_text(changes, rulebook, session.words))
    return 0


def list_problems(session: Session, problems: "Iterable[DataProblem]", form: str = "problem") -> None:
    """A line for each problem in the facts, with its file and line."""
    for problem in problems:
        what = message(f"rulebook.check.{form}", file=problem.file, line=problem.line, what=problem.message)
        click.echo(session.words.text(what))
