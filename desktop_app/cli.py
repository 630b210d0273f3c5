"""The command line `yidi`: the same services as the window. Each command imports what it needs when it runs."""

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from desktop_app.cli_batch import batch
from desktop_app.cli_changed import changed
from desktop_app.cli_rules import rules
from desktop_app.cli_session import FILE, JSON, Commands, Session, as_json_text, complain, language_asked, speaking
from desktop_app.cli_slip import slip
from desktop_app.cli_year import year
from desktop_app.domain.message import Message, message
from desktop_app.errors import Problem
from desktop_app.paths import DATA_DIR_VARIABLE
from desktop_app.render.words import Words

if TYPE_CHECKING:
    from desktop_app.domain.case import Case
    from desktop_app.rules.rulebook import RuleBook

INTERRUPTED: Final = 130


def run(arguments: Sequence[str], today: Callable[[], date]) -> int:
    """Runs one command line and returns its exit code; 2, with one line on stderr, for what a person can put right."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a console may lack ¥; a test may swap streams
    session = Session(today)
    session.language = language_asked(arguments) or session.language
    try:
        code: object = yidi.main(list(arguments), prog_name="yidi", standalone_mode=False, obj=session)
    except Problem as problem:
        return complain(session, problem.message)
    except click.ClickException as error:
        return complain(session, _usage(error))
    except click.Abort:
        return INTERRUPTED
    return code if isinstance(code, int) else 0


def say_there_is_no_screen(today: Callable[[], date]) -> int:
    """One sentence for a start without a screen."""
    return complain(Session(today), message("problems.no_screen"))


def _usage(error: click.ClickException) -> Message:
    """What click found wrong, in our own words."""
    if isinstance(error, click.NoSuchOption):
        return message("problems.unknown_option", value=error.option_name)
    context = error.ctx if isinstance(error, click.UsageError) else None
    if isinstance(error, click.BadOptionUsage):
        wrong = "argument_missing" if error.option_name in _wanting_values(yidi) else "value_refused"
        return message(f"problems.{wrong}", value=error.option_name)
    if isinstance(error, click.MissingParameter) and error.param is not None:
        return message("problems.argument_missing", value=error.param.human_readable_name)
    command = context.command_path if context else "yidi"
    if context and isinstance(context.command, click.Group):
        return message("problems.command_missing", command=command, allowed=tuple(context.command.commands))
    return message("problems.usage", command=command)


def _wanting_values(command: click.Command) -> set[str]:
    """The names of all options of a command and those below it that take a value."""
    options = [option for option in command.params if isinstance(option, click.Option) and not option.is_flag]
    below = command.commands.values() if isinstance(command, click.Group) else ()
    return {name for option in options for name in option.opts}.union(*map(_wanting_values, below))


def _set_data_folder(_: click.Context, __: click.Parameter, folder: Path | None) -> None:
    if folder:
        os.environ[DATA_DIR_VARIABLE] = str(folder)


@click.group(cls=Commands)
@click.option(
    "--data-folder",
    type=FILE,
    expose_value=False,
    callback=_set_data_folder,
    help="Where the family's records are kept.",
)
@speaking
def yidi() -> None:
    """异地就医助手: what to file, which papers, and how much comes back when treated in another city."""


yidi.add_command(rules)
yidi.add_command(batch)
yidi.add_command(slip)
yidi.add_command(changed)
yidi.add_command(year)

CASES: Final = click.argument("files", metavar="CASE...", nargs=-1, required=True, type=FILE)


@yidi.command()
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


@yidi.command()
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


@yidi.command()
@click.argument("file", metavar="CASE", type=FILE)
@click.option("-o", "--output", metavar="FILE.pdf", type=FILE, required=True, help="The PDF to write.")
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


@yidi.command()
@click.argument("query")
@JSON
@speaking
@click.pass_obj
def regions(session: Session, query: str, as_json: bool) -> None:
    """Find a place by 汉字, pinyin, initials, county name or code."""
    from desktop_app.render.region_text import region_document, region_message
    from desktop_app.services.open_rulebook import open_rulebook
    from desktop_app.services.search_regions import search_regions

    with open_rulebook() as rulebook:
        matches = search_regions(rulebook, query)
    if as_json:
        click.echo(as_json_text([region_document(match) for match in matches]))
        return
    found = [region_message(match) for match in matches] or [message("rulebook.search.nothing", query=query)]
    click.echo("\n".join(map(session.words.text, found)))


@yidi.command()
@click.argument("query")
@JSON
@speaking
@click.pass_obj
def search(session: Session, query: str, as_json: bool) -> None:
    """Find anything by 汉字, pinyin or initials: places, diseases, help, terms, what the articles say."""
    from desktop_app.render.found_text import found_document, found_message
    from desktop_app.services.open_rulebook import open_rulebook
    from desktop_app.services.search_everything import EverythingSearch

    with open_rulebook() as rulebook:
        found = EverythingSearch(rulebook, session.words).find(query)
    if as_json:
        click.echo(as_json_text([found_document(each) for each in found]))
        return
    said = [found_message(each) for each in found] or [message("rulebook.everything.nothing", query=query)]
    click.echo("\n".join(map(session.words.text, said)))


@yidi.group("desktop-entry", cls=Commands, invoke_without_command=True)
@speaking
@click.pass_context
def desktop_entry(context: click.Context) -> None:
    """Put the program into the desktop's menu, or take it out again."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


@desktop_entry.command()
@speaking
@click.pass_obj
def install(session: Session) -> None:
    """Put launcher and icon into the menu, so that a double-click starts the program."""
    from desktop_app.services.desktop_entry import install as into_the_menu

    click.echo(session.words.text(message("desktop.installed", file=str(into_the_menu()))))


@desktop_entry.command()
@speaking
@click.pass_obj
def remove(session: Session) -> None:
    """Take launcher and icon out of the menu again."""
    from desktop_app.services.desktop_entry import remove as out_of_the_menu

    click.echo(session.words.text(message("desktop.removed" if out_of_the_menu() else "desktop.absent")))
