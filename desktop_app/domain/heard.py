"""What somebody was told when they asked: the words in a blank of the call script, by which office, on which day."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop_app.domain.own_figure import Informant

FIGURE: Final = "figure."
"""A blank for a figure is kept under this and the figure's name; any other under its question's own id."""


@dataclass(frozen=True, slots=True)
class Heard:
    """An answer as it was written down. None: kept by an edition that did not ask who said it, or when."""

    text: str
    told_by: Informant | None = None
    told_on: date | None = None
