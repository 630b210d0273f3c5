"""What an interview needs to know beyond the answers: the places, and which day it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from desktop_app.domain.person import Scheme, Status
from desktop_app.domain.policy import ChronicDisease, CommitmentRule
from desktop_app.domain.region import PoolingArea, Region, Relation, relation_between


class Places(Protocol):
    """The part of the rulebook the interview asks; every rule pack can answer it."""

    def region(self, code: str) -> Region | None:
        """The division with this code, or None."""

    def pooling_area(self, code: str) -> PoolingArea | None:
        """The pooling area a division belongs to; None for Hong Kong, Macau, Taiwan and unknown codes."""

    def tiers(self, insured_region: str, scheme: Scheme, status: Status | None = None) -> Sequence[str]:
        """The tiers (档次) between which rules divide the insured there; empty where nothing depends on one."""

    def commitment_rules(self, insured_region: str, on: date) -> Sequence[CommitmentRule]:
        """What filing by commitment letter (承诺书) costs those insured there."""

    def chronic_diseases(self) -> Sequence[ChronicDisease]:
        """The diseases settled across provinces."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and when an interview takes place."""

    places: Places
    today: date

    def relation(self, insured: str | None, care: str | None) -> Relation | None:
        """How the two places lie to each other; None as long as one of them is not known."""
        insured_area = self.places.pooling_area(insured) if insured else None
        care_area = self.places.pooling_area(care) if care else None
        if insured_area is None or care_area is None:
            return None
        return relation_between(insured_area, care_area)

    def tiers(self, insured_region: str | None, scheme: Scheme | None, status: object) -> tuple[str, ...]:
        """The tiers that matter to somebody of this scheme and status; none as long as scheme or place is not known."""
        if insured_region is None or scheme is None:
            return ()
        return tuple(self.places.tiers(insured_region, scheme, status if isinstance(status, Status) else None))

    def letter_pays_elsewhere_only(self, insured_region: str | None) -> bool:
        """Whether a long-term filing made by letter would cost benefits at home (Guangzhou N-029, Foshan L1034)."""
        rules = self.places.commitment_rules(insured_region, self.today) if insured_region else ()
        return any(rule.filed_place_only for rule in rules)

    def area_name(self, code: str | None) -> str:
        """The name of the pooling area a division belongs to, or nothing."""
        area = self.places.pooling_area(code) if code else None
        return area.name if area else ""
