"""What every command of the command line shares: the session, the language, JSON, and how a problem is said."""

import json
import os
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

import click

from desktop_app.domain.message import Message, message
from desktop_app.errors import Problem
from desktop_app.paths import resources_dir
from desktop_app.render.words import LANGUAGES, Language, Words

if TYPE_CHECKING:
    from desktop_app.rules.rulebook import RuleBook

Command = TypeVar("Command", bound=Callable[..., object])
DATA_ERROR: Final = 1
USAGE_ERROR: Final = 2
FILE: Final = click.Path(path_type=Path)
JSON: Final = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")


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


def complain(session: Session, problem: Message) -> int:
    """One line on stderr; returns the exit code that goes with it."""
    click.echo(" ".join(session.words.text(problem).split()), err=True)
    return USAGE_ERROR


def language_of_locale(environment: Mapping[str, str]) -> Language:
    """The language of the locale, else Chinese."""
    named = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return "en" if named.lower().startswith("en") else "zh_CN"


def language_asked(arguments: Sequence[str]) -> Language | None:
    """The language that `--lang` names, wherever it stands: what is wrong before it is read is said in it as well."""
    named = [after for before, after in pairwise(arguments) if before == "--lang"]
    named += [argument.removeprefix("--lang=") for argument in arguments if argument.startswith("--lang=")]
    return next((language for language in LANGUAGES if language in named), None)


def _set_language(context: click.Context, _: click.Parameter, language: Language | None) -> None:
    if language:
        context.find_object(Session).language = language  # type: ignore[union-attr]  # `run` always hands one in


def speaking(command: Command) -> Command:
    """Gives a command the option `--lang`."""
    option = click.option(
        "--lang", type=OneOf(LANGUAGES), is_eager=True, expose_value=False, callback=_set_language, help="zh_CN or en."
    )
    return option(command)


class OneOf(click.Choice[str]):
    """A choice that is refused in our own words."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The value, where it is one of the choices."""
        if value not in self.choices:
            key = param.opts[0] if param else ""
            raise Problem(message("problems.not_one_of", key=key, value=value, allowed=tuple(self.choices)))
        return super().convert(value, param, ctx)


class OneCommand(click.Command):
    """A command; more words than it wants are refused in our own."""

    allow_extra_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What is left over, which is nothing."""
        left = super().parse_args(ctx, args)
        if left:
            raise Problem(message("problems.too_much", value=" ".join(left), command=ctx.command_path))
        return left


class Commands(click.Group):
    """The commands; an unknown one is answered with those there are."""

    command_class = OneCommand

    def resolve_command(
        self, context: click.Context, arguments: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first argument names."""
        if self.get_command(context, arguments[0]) is None and not arguments[0].startswith("-"):
            raise Problem(message("problems.unknown_command", value=arguments[0], allowed=tuple(self.commands)))
        return super().resolve_command(context, arguments)


def as_json_text(document: object) -> str:
    """A document as JSON over several lines."""
    return json.dumps(document, ensure_ascii=False, indent=2)


def day_of_option(written: str) -> date:
    """The day that `--date` names. Raises Problem for what is none."""
    from desktop_app.domain.period import PLAUSIBLE

    try:
        day = date.fromisoformat(written)
    except ValueError as error:
        raise Problem(message("problems.not_a_day", key="--date", value=written)) from error
    if day not in PLAUSIBLE:
        raise Problem(message("problems.far_day", key="--date", value=written))
    return day
