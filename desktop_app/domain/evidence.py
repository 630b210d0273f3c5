"""Where a figure or a fact comes from and how far it can be trusted."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from desktop_app.domain.message import Message
from desktop_app.domain.period import ALWAYS, Period, months_after
from desktop_app.domain.person import Scheme

REVIEW_MONTHS: Final = 36
"""After so many months without a look at its document a figure is stale."""


class Evidence(StrEnum):
    """The grade shown beside every figure, strongest first.

    Nothing is ever shown as better than it is (rulebook.md).
    """

    OFFICIAL = "official"
    REPORTED = "reported"
    TYPICAL = "typical"
    YOURS = "yours"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document or article.

    Only `link` may be shown as an address; it is None unless it stands on an official site.
    """

    id: str
    title: str
    number: str = ""
    issuer: str = ""
    published: str = ""
    effective: str = ""
    link: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What stands behind one figure.

    Grade, source (None for the user's own), fact number where there is one, validity.

    `unchecked` marks 未核对: reported by the dataset, not compared with a document. `remarks` say what the lookup did
    to arrive here: a level that stands in for another, a range over an answer not given. `confirmed` is the day on
    which somebody last found it to be in force, where that was noted; else that was the first day it holds.
    """

    evidence: Evidence
    source: Source | None = None
    fact: str | None = None
    period: Period = ALWAYS
    unchecked: bool = False
    note: str = ""
    remarks: tuple[Message, ...] = ()
    confirmed: date | None = None
    told: tuple[Message, ...] = ()

    @property
    def last_known(self) -> date | None:
        """When it was last known to be in force; None where nobody has noted that."""
        return max(filter(None, (self.confirmed, self.period.start)), default=None)

    def is_stale(self, on: date) -> bool:
        """Whether three years have passed since it was last known to be in force."""
        known = self.last_known
        return known is not None and months_after(known, REVIEW_MONTHS) < on


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A numbered statement of the rulebook (N-…, S…-….

    L…) in the form in which it may be shown in the place asked about.

    `schemes` empty: both. `note` is what the rulebook's keepers remark on it.
    """

    number: str
    text: str
    topic: str
    regions: tuple[str, ...]
    evidence: Evidence
    source: Source
    effective: date | None = None
    disagrees_with: tuple[str, ...] = ()
    schemes: tuple[Scheme, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One of the source articles (资讯文章), statement by statement, in its own order."""

    source: Source
    statements: tuple[Fact, ...]
