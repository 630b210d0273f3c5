"""The command line `yidi`: the same services as the window. Each command imports what it needs when it runs."""

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Final

import click

from desktop_app.cli import batch, case, changed, desktop_entry, find, rules, slip, year
from desktop_app.cli.command import FILE, Commands, speaking
from desktop_app.cli.session import INTERRUPTED, Session, complain, language_asked
from desktop_app.domain.message import Message, message
from desktop_app.errors import Problem
from desktop_app.paths import DATA_DIR_VARIABLE


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
    context = error.ctx if isinstance(error, click.UsageError) else None
    command = context.command_path if context else "yidi"
    if isinstance(error, click.NoSuchOption):
        return message("problems.unknown_option", value=error.option_name, command=command)
    if isinstance(error, click.BadOptionUsage) and error.option_name not in _wanting_values(yidi):
        return message("problems.value_refused", value=error.option_name)
    if isinstance(error, click.BadOptionUsage):
        return message("problems.argument_missing", value=error.option_name, command=command)
    if isinstance(error, click.MissingParameter) and error.param is not None:
        option = isinstance(error.param, click.Option)
        wanted = error.param.opts[0] if option else error.param.human_readable_name
        return message("problems.argument_missing", value=wanted, command=command)
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
    "--data-folder", metavar="FOLDER", type=FILE, expose_value=False, callback=_set_data_folder, help="data_folder"
)
@speaking
def yidi() -> None:
    """What to file, which papers, and how much comes back when treated in another city."""


COMMANDS: Final = (
    case.plan,
    case.estimate,
    year.year,
    slip.slip,
    changed.changed,
    case.summary,
    batch.batch,
    find.regions,
    find.search,
    rules.rules,
    desktop_entry.desktop_entry,
)
"""In the order in which somebody would want them."""

for command in COMMANDS:
    yidi.add_command(command)
