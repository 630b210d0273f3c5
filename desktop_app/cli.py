"""The command line `yidi`: the same services as the window. Each command imports what it needs when it runs."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from desktop_app.domain.message import Message, message
from desktop_app.errors import Problem
from desktop_app.paths import DATA_DIR_VARIABLE, resources_dir
from desktop_app.render.words import LANGUAGES, Language, Words

if TYPE_CHECKING:
    from desktop_app.domain.case import Case
    from desktop_app.rules.rulebook import RuleBook
    from desktop_app.storage.data_text import DataProblem

Command = TypeVar("Command", bound=Callable[..., object])
INTERRUPTED: Final = 130
DATA_ERROR: Final = 1
USAGE_ERROR: Final = 2
FILE: Final = click.Path(path_type=Path)


class Session:
    """What every command shares: the day, the language and its words, and the rulebook, opened when first asked."""

    def __init__(self, today: Callable[[], date]) -> None:
        self.today = today
        self.language = language_of_locale(os.environ)

    @property
    def words(self) -> Words:
        """The words of the chosen language."""
        return Words(self.language, resources_dir() / "words")

    def rulebook(self) -> "RuleBook":
        """The shipped rulebook; it stays shut until somebody asks it something."""
        from desktop_app.services.late_rulebook import late_rulebook

        def opened() -> "RuleBook":
            from desktop_app.services.open_rulebook import open_rulebook

            return open_rulebook()

        return late_rulebook(opened)


def run(arguments: Sequence[str], today: Callable[[], date]) -> int:
    """Runs one command line and returns its exit code; 2, with one line on stderr, for what a person can put right."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a console may lack ¥; a test may swap streams
    session = Session(today)
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


def complain(session: Session, problem: Message) -> int:
    """One line on stderr; returns the exit code that goes with it."""
    click.echo(" ".join(session.words.text(problem).split()), err=True)
    return USAGE_ERROR


def language_of_locale(environment: Mapping[str, str]) -> Language:
    """The language of the locale, else Chinese."""
    named = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return "en" if named.lower().startswith("en") else "zh_CN"


def _usage(error: click.ClickException) -> Message:
    """What click found wrong, in our own words."""
    if isinstance(error, click.NoSuchOption):
        return message("problems.unknown_option", value=error.option_name)
    if isinstance(error, click.MissingParameter) and error.param is not None:
        return message("problems.argument_missing", value=error.param.human_readable_name)
    return message("problems.usage", detail=error.format_message().rstrip("."))


def _set_language(context: click.Context, _: click.Parameter, language: Language | None) -> None:
    if language:
        context.find_object(Session).language = language  # type: ignore[union-attr]  # `run` always hands one in


def _set_data_folder(_: click.Context, __: click.Parameter, folder: Path | None) -> None:
    if folder:
        os.environ[DATA_DIR_VARIABLE] = str(folder)


def speaking(command: Command) -> Command:
    """Gives a command the option `--lang`."""
    option = click.option(
        "--lang", type=click.Choice(LANGUAGES), expose_value=False, callback=_set_language, help="zh_CN or en."
    )
    return option(command)


class Commands(click.Group):
    """The commands; an unknown one is answered with those there are."""

    def resolve_command(
        self, context: click.Context, arguments: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first argument names."""
        if self.get_command(context, arguments[0]) is None and not arguments[0].startswith("-"):
            raise Problem(message("problems.unknown_command", value=arguments[0], allowed=tuple(self.commands)))
        return super().resolve_command(context, arguments)


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


JSON: Final = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
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
        click.echo(_json([region_document(match) for match in matches]))
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
        click.echo(_json([found_document(each) for each in found]))
        return
    said = [found_message(each) for each in found] or [message("rulebook.everything.nothing", query=query)]
    click.echo("\n".join(map(session.words.text, said)))


@yidi.group(cls=Commands, invoke_without_command=True)
@click.pass_context
def rules(context: click.Context) -> None:
    """Compile the facts as text into the rulebook, or check them."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


DATA: Final = click.option("--data", type=FILE, help="The folder with the facts; the checkout's own if left out.")


@rules.command()
@DATA
@click.option("-o", "--output", type=FILE, help="The rule pack to write; the program's own if left out.")
@speaking
@click.pass_obj
def build(session: Session, data: Path | None, output: Path | None) -> int:
    """Compile the facts; the old rulebook stays where they do not hold together."""
    from desktop_app.services.build_rules import build_rules
    from desktop_app.storage.data_text import DataProblems

    try:
        built = build_rules(data, output)
    except DataProblems as found:
        _list_problems(session, found.problems)
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
    _list_problems(session, found.problems)
    _list_problems(session, found.warnings, form="warning")
    clean = "clean" if not found.warnings else "warned"
    if not found.problems:
        click.echo(session.words.text(message(f"rulebook.check.{clean}", count=len(found.warnings))))
    return DATA_ERROR if found.problems else 0


@rules.command()
@click.argument("region")
@click.option("--scheme", type=click.Choice(["employee", "resident"]), help="Of one scheme only.")
@click.option("--date", "on", metavar="DAY", help="In force on this day (2026-11-21); today if left out.")
@JSON
@speaking
@click.pass_obj
def show(session: Session, region: str, scheme: str | None, on: str | None, as_json: bool) -> None:
    """All figures of an area: value, range, days, evidence, source, and what other sources state."""
    from desktop_app.domain.person import Scheme
    from desktop_app.render.figures_text import figures_document, figures_text
    from desktop_app.services.list_figures import list_figures
    from desktop_app.services.open_rulebook import open_rulebook

    day = session.today() if on is None else _day(on)
    with open_rulebook() as rulebook:
        shown = list_figures(rulebook, region, day, [Scheme(scheme)] if scheme else list(Scheme))
        text = "" if as_json else figures_text(shown, rulebook, session.words)
    click.echo(_json(figures_document(shown, session.words)) if as_json else text)


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
    click.echo(_json(coverage_document(found.rows)) if as_json else text)


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise Problem(message("problems.not_a_day", key="--date", value=written)) from error


def _json(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2)


def _list_problems(session: Session, problems: "Iterable[DataProblem]", form: str = "problem") -> None:
    for problem in problems:
        what = message(f"rulebook.check.{form}", file=problem.file, line=problem.line, what=problem.message)
        click.echo(session.words.text(what))


@yidi.group("desktop-entry", cls=Commands, invoke_without_command=True)
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
