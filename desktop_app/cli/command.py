"""What commands are made of: their language, the options they share, and help and refusals in our own words."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

import click

from desktop_app.cli.help import help_text
from desktop_app.cli.session import Session
from desktop_app.domain.message import message
from desktop_app.errors import Problem
from desktop_app.render.words import LANGUAGES, Language

Command = TypeVar("Command", bound=Callable[..., object])
FILE: Final = click.Path(path_type=Path)
JSON: Final = click.option("--json", "as_json", is_flag=True, help="json")


def _set_language(context: click.Context, _: click.Parameter, language: Language | None) -> None:
    if language:
        context.find_object(Session).language = language  # type: ignore[union-attr]  # `run` always hands one in


def speaking(command: Command) -> Command:
    """Gives a command the option `--lang`."""
    option = click.option(
        "--lang", type=OneOf(LANGUAGES), is_eager=True, expose_value=False, callback=_set_language, help="lang"
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

    def get_help(self, ctx: click.Context) -> str:
        """What `--help` prints."""
        return help_text(ctx)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What is left over, which is nothing."""
        try:
            left = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx  # an option without its value does not say whose it is
            raise
        if left:
            raise Problem(message("problems.too_much", value=" ".join(left), command=ctx.command_path))
        return left


class Commands(click.Group):
    """The commands; an unknown one is answered with those there are."""

    command_class = OneCommand

    def get_help(self, ctx: click.Context) -> str:
        """What `--help` prints."""
        return help_text(ctx)

    def resolve_command(
        self, context: click.Context, arguments: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first argument names."""
        if self.get_command(context, arguments[0]) is None and not arguments[0].startswith("-"):
            raise Problem(message("problems.unknown_command", value=arguments[0], allowed=tuple(self.commands)))
        return super().resolve_command(context, arguments)
