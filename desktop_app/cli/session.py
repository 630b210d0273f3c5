"""What every command works with: the day, the language and its words, the rulebook, and how a problem is said."""

import json
import os
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import click

from desktop_app.domain.message import Message, message
from desktop_app.errors import Problem
from desktop_app.paths import resources_dir
from desktop_app.render.words import LANGUAGES, Language, Words

if TYPE_CHECKING:
    from desktop_app.rules.rulebook import RuleBook

DATA_ERROR: Final = 1
USAGE_ERROR: Final = 2
INTERRUPTED: Final = 130


class Session:
    """What every command shares: the day, the language and its words, and the rulebook, opened when first asked."""

    def __init__(self, today: Callable[[], date]) -> None:
        self.today = today
        self.language = language_of_locale(os.environ)
        self._words: dict[Language, Words] = {}

    @property
    def words(self) -> Words:
        """The words of the chosen language."""
        return self._words.setdefault(self.language, Words(self.language, resources_dir() / "words"))

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


def count_of_option(option: str, written: str, *, lowest: int, highest: int) -> int:
    """The whole number that an option names. Raises Problem for what is none, or out of bounds."""
    if not written.isascii() or not written.isdecimal() or not lowest <= int(written) <= highest:
        raise Problem(message("problems.not_a_count", key=option, value=written, lowest=lowest, highest=highest))
    return int(written)
