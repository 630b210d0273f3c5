"""The field's terms in plain words, for everybody who is not of the field."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A term (术语) with its reading and English name, an explanation in plain words, and terms to see with it."""

    name: str
    pinyin: str
    english: str
    explanation: str
    in_english: str
    see: tuple[str, ...]
