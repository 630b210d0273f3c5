"""Messages become sentences: TOML word lists per language, each entry a small Jinja template."""

import tomllib
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from desktop_app.domain.message import Message, Parameter
from desktop_app.domain.money import Fen, yuan_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment, Template

Language = Literal["zh_CN", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("zh_CN", "en")
_LIST_MARKS: Final[dict[Language, str]] = {"zh_CN": "、", "en": ", "}
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def yuan(amount: int) -> str:
    """An amount in fen as people read it: ¥12,345.67."""
    whole, fen = yuan_text(Fen(abs(amount))).split(".")
    return f"{'−' if amount < 0 else ''}¥{int(whole):,}.{fen}"


def yuan_exact(amount: int | Fraction) -> str:
    """An amount that need not be whole fen, to six places of a yuan and without needless zeros: ¥67,039.634743."""
    places = round(Decimal(Fraction(amount).numerator) / (100 * Fraction(amount).denominator), 6)
    whole, _, rest = f"{places:f}".partition(".")
    return f"¥{int(whole):,}.{rest.rstrip('0').ljust(2, '0')}"


def percent(ratio: Fraction) -> str:
    """A ratio in per cent, to four places at most and without needless zeros: 85%, 63.5%."""
    value = round(Decimal(ratio.numerator * 100) / ratio.denominator, 4)
    return f"{value.normalize():f}%"


def day_text(day: date, language: Language) -> str:
    """A day as people read it: 2026年11月21日, 21 November 2026."""
    if language == "zh_CN":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def filters(language: Language) -> "dict[str, Callable[..., str]]":
    """The filters every template has, in word lists and on pages alike."""
    return {
        "yuan": yuan,
        "yuan_exact": yuan_exact,
        "percent": percent,
        "points": lambda ratio: percent(ratio)[:-1],
        "day": lambda day: day_text(day, language),
        "listed": _LIST_MARKS[language].join,
    }


class Words:
    """The words of one language.

    Raises KeyError for an unknown message id and jinja2.UndefinedError for a missing parameter.
    """

    def __init__(self, language: Language, folder: Path) -> None:
        self.language = language
        self._folder = folder / language
        self._entries: dict[str, str] = {}
        self._templates: dict[str, Template] = {}
        self._files: set[str] = set()

    def text(self, message: Message) -> str:
        """The sentence that `message` stands for."""
        values = {name: self._value(value) for name, value in message.parameters}
        return self._template(message.id).render(values)

    def __contains__(self, id: str) -> bool:
        self._load(id.partition(".")[0])
        return id in self._entries

    def _value(self, value: Parameter) -> Parameter:
        if isinstance(value, Message):
            return self.text(value)
        return tuple(str(self._value(part)) for part in value) if isinstance(value, tuple) else value

    def _template(self, id: str) -> "Template":
        if id not in self._templates:
            if id not in self:
                raise KeyError(f"no words for {id} in {self._folder}")
            self._templates[id] = self._environment.from_string(self._entries[id])
        return self._templates[id]

    def _load(self, file: str) -> None:
        if file in self._files:
            return
        self._files.add(file)
        path = self._folder / f"{file}.toml"
        if path.is_file():
            self._collect(file, tomllib.loads(path.read_text(encoding="utf-8")))

    def _collect(self, prefix: str, table: dict[str, object]) -> None:
        for key, entry in table.items():
            if isinstance(entry, dict):
                self._collect(f"{prefix}.{key}", entry)
            else:
                self._entries[f"{prefix}.{key}"] = str(entry)

    @cached_property
    def _environment(self) -> "Environment":
        from jinja2 import Environment, StrictUndefined

        environment = Environment(undefined=StrictUndefined, autoescape=False, trim_blocks=True, lstrip_blocks=True)
        environment.filters.update(filters(self.language))
        return environment
