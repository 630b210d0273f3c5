"""What `--help` prints, in the language asked for: how a command is written, what it is for, what goes with it.

An option's `help` names its sentence in the word list; a command and an argument have theirs under their own names.
"""

from collections.abc import Iterator, Sequence

import click

from desktop_app.cli.session import Session
from desktop_app.domain.message import Parameter, message
from desktop_app.render.columns import aligned


def help_text(context: click.Context) -> str:
    """The help on the command in hand. Raises KeyError for a command, argument or option nobody has described."""
    session = context.find_object(Session)
    if session is None:
        raise RuntimeError("a command without a session")
    return "\n".join(_Help(context, session).lines())


class _Help:
    def __init__(self, context: click.Context, session: Session) -> None:
        self._context, self._words = context, session.words
        command = context.command
        self._arguments = [each for each in command.params if isinstance(each, click.Argument)]
        self._options = [each for each in command.get_params(context) if isinstance(each, click.Option)]
        self._commands = list(command.commands) if isinstance(command, click.Group) else []

    def lines(self) -> Iterator[str]:
        """How it is written, what it is for, and what each word that goes with it means."""
        path = self._context.command_path
        yield self._usage()
        yield ""
        yield f"  {self._say(f'does.{_key(path)}')}"
        if f"commands.more.{_key(path)}" in self._words:
            yield from (f"  {line}" for line in self._say(f"more.{_key(path)}").splitlines())
        yield from self._table("arguments", [self._argument(each) for each in self._arguments])
        yield from self._table("options", [self._option(each) for each in self._options])
        does = [(name, self._say(f"does.{_key(f'{path} {name}')}")) for name in self._commands]
        yield from self._table("commands", does)

    def _usage(self) -> str:
        pieces = [argument.make_metavar(self._context) for argument in self._arguments]
        pieces += [self._say("usage.command")] if self._commands else []
        written = " ".join([self._context.command_path, *pieces, self._say("usage.options")])
        return self._say("usage.line", written=written)

    def _argument(self, argument: click.Argument) -> tuple[str, str]:
        return argument.make_metavar(self._context), self._say(f"argument.{argument.name}")

    def _option(self, option: click.Option) -> tuple[str, str]:
        record = option.get_help_record(self._context)
        id = "help" if option is self._context.command.get_help_option(self._context) else option.help
        return record[0] if record else "", self._say(f"option.{id}")

    def _table(self, heading: str, rows: Sequence[tuple[str, str]]) -> Iterator[str]:
        if rows:
            yield ""
            yield self._say(f"heading.{heading}")
            yield from (f"  {line}" for line in aligned(rows))

    def _say(self, id: str, **parameters: Parameter) -> str:
        return self._words.text(message(f"commands.{id}", **parameters))


def _key(path: str) -> str:
    """Where the words of a command stand: `yidi rules show` under rules_show, `yidi` under its own name."""
    return "_".join(path.split()[1:]).replace("-", "_") or path
