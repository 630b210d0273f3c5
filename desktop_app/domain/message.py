"""What rules and interview have to say, before it has words: an id and what goes into the sentence."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Union

Parameter = Union[str, int, Fraction, date, tuple[Union[str, "Message"], ...], "Message"]
"""A value inside a sentence.

Text and names, whole fen or a count, an exact ratio, a day, a list, or another message.
"""


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence without words. `id` is dotted: the file and the keys in `resources/words/<language>/`."""

    id: str
    parameters: tuple[tuple[str, Parameter], ...] = ()


def message(id: str, **parameters: Parameter) -> Message:
    """A message with its parameters by name."""
    return Message(id, tuple(parameters.items()))
