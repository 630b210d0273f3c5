"""The shape of `data/policy/*.yaml` and `data/agreements/*.yaml`: one entry per rule, bound to a region and a fact."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Final, Self

from pydantic import ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from desktop_app.domain.care import CareKind, FilingType, Reason, Stage
from desktop_app.domain.person import Scheme, Status
from desktop_app.domain.policy import FilingEffect, FilingGround, LimitStart, SettlementEffect
from desktop_app.domain.region import Relation
from desktop_app.storage.compile_facts import FactNumber
from desktop_app.storage.data_text import Entry, PlainText, Remark

Count = Annotated[int, Field(gt=0)]
WordId = Annotated[str, StringConstraints(pattern=r"^[a-z_]+$")]
PaperId = Annotated[str, StringConstraints(pattern=r"^[a-z_]+(/[a-z_]+)?$")]
Region = Annotated[str, StringConstraints(pattern=r"^(CN|[0-9]{6})$")]
Ratio = Annotated[Decimal, Field(gt=0, le=1)]


class RuleTerms(Entry):
    """What every rule has: its fact, for whom and when it holds. `except` names places where it does not.

    `ends` says why nothing follows a rule whose days are over.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    fact: FactNumber
    start_day: date | None = Field(default=None, alias="from")
    until: date | None = None
    ends: PlainText | None = None
    schemes: tuple[Scheme, ...] = ()
    tiers: tuple[str, ...] = ()
    exceptions: tuple[Region, ...] = Field(default=(), alias="except")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start_day and self.until and self.until <= self.start_day:
            given = {"field": "until", "given": self.until.isoformat()}
            raise PydanticCustomError("period", "until does not lie after from", given)
        return self


COMMON: Final = frozenset(RuleTerms.model_fields)
"""The fields that become columns; the rest of an entry is what the rule says."""


class RuleEntry(RuleTerms):
    """A rule that names its insured region itself."""

    region: Region


class FilingTerms(RuleTerms):
    """What frees from filing, or asks for it."""

    effect: FilingEffect = FilingEffect.EXEMPT
    relations: tuple[Relation, ...] = ()
    areas: tuple[Region, ...] = ()
    kinds: tuple[CareKind, ...] = ()
    reasons: tuple[Reason, ...] = ()
    temporary_only: bool = False


class FilingEntry(FilingTerms, RuleEntry):
    """`policy/filing.yaml`."""

    ground: FilingGround = FilingGround.OWN


class AgreementFile(Entry):
    """`agreements/*.yaml`: a mutual agreement, by the insured region that keeps it."""

    name: PlainText
    rules: dict[Region, tuple[FilingTerms, ...]]


class ClaimLimitEntry(RuleEntry):
    """`policy/claim_limits.yaml`: months or days, one of them."""

    months: Count | None = None
    days: Count | None = None
    kinds: tuple[CareKind, ...] = ()
    relations: tuple[Relation, ...] = ()
    start: LimitStart = LimitStart.DISCHARGE
    late_filing: bool = False

    @model_validator(mode="after")
    def _one_length(self) -> Self:
        if (self.months is None) == (self.days is None):
            given = {"field": "months", "given": self.months or ""}
            raise PydanticCustomError("length", "either months or days", given)
        return self


class FilingWindowEntry(RuleEntry):
    """`policy/filing_windows.yaml`."""

    start: LimitStart
    workdays: Count
    relations: tuple[Relation, ...] = ()
    types: tuple[FilingType, ...] = ()


class ChannelEntry(RuleEntry):
    """`policy/channels.yaml`."""

    id: WordId
    name: Remark = ""
    types: tuple[FilingType, ...] = ()


class ValidityEntry(RuleEntry):
    """`policy/validity.yaml`."""

    types: Annotated[tuple[FilingType, ...], Field(min_length=1)]
    months: Count | None = None
    days: Count | None = None
    at_least: bool = False
    at_most: bool = False
    chosen: bool = False
    one_stay: bool = False
    statuses: tuple[Status, ...] = ()
    relations: tuple[Relation, ...] = ()


class CommitmentEntry(RuleEntry):
    """`policy/commitment.yaml`."""

    lock_months: Count | None = None
    filed_place_only: bool = False
    cut_points: Ratio | None = None
    with_papers_too: bool = False
    areas: tuple[Region, ...] = ()


class ReviewEntry(RuleEntry):
    """`policy/review.yaml`."""

    online_workdays: Annotated[int, Field(ge=0)]
    types: tuple[FilingType, ...] = ()


class CategoryEntry(RuleEntry):
    """`policy/categories.yaml`."""

    id: WordId
    number: Count | None = None
    reasons: tuple[Reason, ...] = ()
    statuses: tuple[Status, ...] = ()
    kinds: tuple[CareKind, ...] = ()
    relations: tuple[Relation, ...] = ()
    type: FilingType | None = None


class SettlementEntry(RuleEntry):
    """`policy/settlement.yaml`."""

    effect: SettlementEffect
    kinds: Annotated[tuple[CareKind, ...], Field(min_length=1)]
    relations: tuple[Relation, ...] = ()
    temporary_only: bool = False


class PaperEntry(RuleEntry):
    """`policy/papers.yaml`."""

    id: WordId
    papers: Annotated[tuple[PaperId, ...], Field(min_length=1)]


class ConsequenceEntry(RuleEntry):
    """`policy/consequences.yaml`."""

    kinds: tuple[CareKind, ...] = ()
    relations: tuple[Relation, ...] = ()
    outside: tuple[Region, ...] = ()


class RemarkEntry(RuleEntry):
    """`policy/remarks.yaml`."""

    id: WordId
    kinds: tuple[CareKind, ...] = ()
    reasons: tuple[Reason, ...] = ()
    stages: tuple[Stage, ...] = ()
    relations: tuple[Relation, ...] = ()
    areas: tuple[Region, ...] = ()
    diseases: tuple[Count, ...] = ()
    filed_elsewhere: bool = False
    across_new_year: bool = False


class ListingEntry(RuleEntry):
    """`policy/listing.yaml`."""

    batch: Count
    certain: bool


SHAPES: Final[dict[str, type[RuleEntry]]] = {
    "filing": FilingEntry,
    "claim_limits": ClaimLimitEntry,
    "filing_windows": FilingWindowEntry,
    "channels": ChannelEntry,
    "validity": ValidityEntry,
    "commitment": CommitmentEntry,
    "review": ReviewEntry,
    "categories": CategoryEntry,
    "settlement": SettlementEntry,
    "papers": PaperEntry,
    "consequences": ConsequenceEntry,
    "remarks": RemarkEntry,
    "listing": ListingEntry,
}
"""The files of `data/policy/` by name, in the order in which they are compiled."""
