"""What a search over everything finds: places, diseases, help, terms and what the articles say."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class FoundKind(StrEnum):
    """What was found, in the order in which kinds that fit alike are shown."""

    REGION = "region"
    DISEASE = "disease"
    TOPIC = "topic"
    TERM = "term"
    PAGE = "page"
    STATEMENT = "statement"


class Fit(IntEnum):
    """How well it fits: it is what was typed, begins with it, or has it inside."""

    EXACT = 0
    BEGINNING = 1
    INSIDE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Something that fits what somebody typed.

    `target` is where it leads: a code, a disease's number, the name of a help topic, a term, an article's id.
    """

    kind: FoundKind
    title: str
    detail: str
    target: str
    fit: Fit = Fit.INSIDE


@dataclass(frozen=True, slots=True)
class SearchWord:
    """A word under which somebody looks for `target`; `pinyin` has one syllable per character."""

    kind: FoundKind
    target: str
    word: str
    pinyin: tuple[str, ...]
