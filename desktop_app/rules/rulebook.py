"""The questions rules may ask of the rulebook.

`storage/rule_pack.py` answers them from SQLite; a test may answer from a dict.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

from desktop_app.domain.benefits import Benefits
from desktop_app.domain.care import CareKind, Filed, FilingType, Level, Reason, SettlementMode
from desktop_app.domain.evidence import Fact, Source
from desktop_app.domain.person import Assistance, Scheme, Status
from desktop_app.domain.policy import (
    CategoryRule,
    ChannelRule,
    ChronicDisease,
    ClaimLimit,
    CommitmentRule,
    ConsequenceRule,
    FilingRule,
    FilingWindow,
    ListingRule,
    PaperRule,
    RemarkRule,
    ReviewRule,
    SettlementRule,
    ValidityRule,
)
from desktop_app.domain.region import PoolingArea, Region


class BenefitQuery(NamedTuple):
    """Everything a benefit figure may depend on.

    Regions are codes as entered; `filing_type` None means that nothing is filed. Where it is not known what is filed,
    `filings` holds all it may be, the likely one first, and is empty otherwise.

    `filed` says when the filing was made, `settlement` how the bill is settled, None for either.

    `care_region` None, or in the same pooling area, means care at home: then the figures for elsewhere are neutral.
    """

    insured_region: str
    scheme: Scheme
    kind: CareKind
    on: date
    level: Level = Level.UNKNOWN
    tier: str | None = None
    status: Status | None = None
    age: int | None = None
    family_doctor: bool = False
    assistance: Assistance = Assistance.NONE
    disease: str | None = None
    care_region: str | None = None
    reason: Reason = Reason.UNKNOWN
    filing_type: FilingType | None = None
    filings: tuple[FilingType | None, ...] = ()
    filed: Filed = Filed.IN_TIME
    settlement: SettlementMode | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """Which rulebook this is: its version and the day on which its facts were last checked."""

    version: str
    checked_on: date


class RuleBook(Protocol):
    """A dated, sourced rulebook.

    Everything it returns is bound to the insured region and, where a day is given, in force on it.

    Rules of a region come with those of the province and the nation that hold there, most specific first.
    """

    def edition(self) -> Edition:
        """Which rulebook this is."""

    def region(self, code: str) -> Region | None:
        """The division with this code, or None."""

    def pooling_area(self, code: str) -> PoolingArea | None:
        """The pooling area a division belongs to; None for Hong Kong, Macau, Taiwan and unknown codes."""

    def benefits(self, query: BenefitQuery) -> Benefits:
        """Every figure separately, or a gap that says what is missing and whom to ask."""

    def alike(self, query: BenefitQuery) -> BenefitQuery:
        """The question that stands for all those, on other days and at other ages, that have the same figures.

        What is said of them may differ: which day a gap was asked for, how long ago a figure was confirmed.
        """

    def fact(self, number: str, insured_region: str | None = None) -> Fact | None:
        """The fact, graded as it may be shown for this insured region; None where it may not be shown at all."""

    def source(self, id: str) -> Source | None:
        """The source with this id."""

    def filing_rules(self, insured_region: str, on: date) -> Sequence[FilingRule]:
        """Rules that free care elsewhere from filing or ask for it."""

    def claim_limits(self, insured_region: str, on: date) -> Sequence[ClaimLimit]:
        """Time limits for manual claims."""

    def channels(self, insured_region: str, on: date) -> Sequence[ChannelRule]:
        """Ways to file, the region's own first."""

    def validity_rules(self, insured_region: str, on: date) -> Sequence[ValidityRule]:
        """How long filings hold."""

    def commitment_rules(self, insured_region: str, on: date) -> Sequence[CommitmentRule]:
        """What filing by commitment letter costs later."""

    def review_rules(self, insured_region: str, on: date) -> Sequence[ReviewRule]:
        """How long reviews take."""

    def categories(self, insured_region: str, on: date) -> Sequence[CategoryRule]:
        """The region's own filing categories."""

    def filing_windows(self, insured_region: str, on: date) -> Sequence[FilingWindow]:
        """Filings that may still be made some working days after admission or discharge."""

    def settlement_rules(self, insured_region: str, on: date) -> Sequence[SettlementRule]:
        """What the region says about settling certain kinds of care elsewhere."""

    def paper_rules(self, insured_region: str, on: date) -> Sequence[PaperRule]:
        """Papers for a manual claim, the region's own list first."""

    def consequences(self, insured_region: str, on: date) -> Sequence[ConsequenceRule]:
        """Facts that say what care elsewhere costs in benefits, by how it was filed."""

    def remarks(self, insured_region: str, on: date) -> Sequence[RemarkRule]:
        """Facts worth knowing with a kind of care or a disease, the region's own first."""

    def listings(self, on: date) -> Sequence[ListingRule]:
        """The batches of chronic diseases that are settled across provinces that day."""

    def chronic_diseases(self) -> Sequence[ChronicDisease]:
        """The diseases settled across provinces."""
