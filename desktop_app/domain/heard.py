"""What somebody was told when they asked: the words in a blank of the call script, by which office, on which day."""

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.own_figure import Informant


@dataclass(frozen=True, slots=True)
class Heard:
    """An answer as it was written down. None: kept by an edition that did not ask who said it, or when."""

    text: str
    told_by: Informant | None = None
    told_on: date | None = None
