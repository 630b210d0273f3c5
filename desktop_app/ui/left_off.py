"""What was begun and not finished: the protocol between the home page and whoever keeps cases."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOff:
    """A case to go on with: `subject` is what its page opens at; `answered` of `asked` questions are done.

    `note` stands at the right in the colour of a warning: a day by which something is due.
    """

    page: str
    subject: str
    title: str
    detail: str
    answered: int
    asked: int
    note: str = ""


FindLeftOff = Callable[[], Sequence[LeftOff]]
"""Finds what to go on with, the latest first. Asked each time the home page is shown."""
