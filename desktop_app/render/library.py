"""What pages look up while they are made: places, facts, terms and the rulebook's date. Every rule pack offers it."""

from collections.abc import Sequence
from typing import Protocol

from desktop_app.domain.evidence import Fact
from desktop_app.domain.policy import ChronicDisease
from desktop_app.domain.region import PoolingArea, Region
from desktop_app.domain.term import Term
from desktop_app.rules.rulebook import Edition


class Library(Protocol):
    """The part of the rulebook that paper needs."""

    def edition(self) -> Edition:
        """Which rulebook this is."""

    def region(self, code: str) -> Region | None:
        """The division with this code, or None."""

    def pooling_area(self, code: str) -> PoolingArea | None:
        """The pooling area a division belongs to, or None."""

    def chronic_diseases(self) -> Sequence[ChronicDisease]:
        """The diseases that provinces settle with each other, with their other names and codes."""

    def fact(self, number: str, insured_region: str | None = None) -> Fact | None:
        """The fact, graded as it may be shown for this insured region; None where it may not be shown at all."""


class HelpLibrary(Library, Protocol):
    """What help needs beyond that."""

    def terms(self) -> Sequence[Term]:
        """The glossary."""
