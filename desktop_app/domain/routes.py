"""The ways to the same care that are still open, how each compares in yuan, what it takes and until when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.message import Message


class Route(StrEnum):
    """The ways that are compared in yuan."""

    AS_IS = "as_is"
    FILE_LONG_TERM = "file_long_term"
    REFERRAL = "referral"
    FILE_TEMPORARY = "file_temporary"
    NOT_FILED = "not_filed"
    LEVEL2 = "level2"
    LEVEL3 = "level3"
    AT_HOME = "at_home"
    DIRECT = "direct"
    MANUAL = "manual"


class Standing(StrEnum):
    """How a route stands to the case as it is; only a certain sign is called better or worse."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True)
class Closing:
    """Until when a route stays open, in words; `day` is the last one, None where no day can be told."""

    text: Message
    day: date | None
    facts: tuple[str, ...] = ()
