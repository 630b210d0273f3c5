"""The case file as pydantic models: every key it may hold, and what each may say. Unknown keys are refused.

Importing this costs pydantic's import; `case_file` does so only when a case is read.
"""

from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cache
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, model_validator

from desktop_app.domain.bill import ItemClass
from desktop_app.domain.care import CareKind, FilingState, FilingType, Level, Reason, SettlementMode, Stage
from desktop_app.domain.figure import AccountOrder, DeductibleBasis, Origin, SegmentBasis
from desktop_app.domain.money import ZERO, Fen, Rounding
from desktop_app.domain.person import Assistance, InsuranceState, Scheme, Status
from desktop_app.storage.case_values import (
    Band,
    TierRow,
    bands,
    code,
    count,
    day,
    deductibles,
    flag,
    how_many,
    known_flag,
    money,
    or_none,
    otherwise,
    ratio,
    refuse,
    text,
    texts,
    tier,
    tiers,
    version,
    word,
)

LONGEST_LIFE: Final = 130
MOST_STAYS: Final = 366

Money = Annotated[Fen, PlainValidator(otherwise(ZERO, money))]
NeededMoney = Annotated[Fen, PlainValidator(money)]
MaybeMoney = Annotated[Fen | None, PlainValidator(or_none(money))]
Cap = MaybeMoney
Ratio = Annotated[Fraction, PlainValidator(ratio)]
MaybeRatio = Annotated[Fraction | None, PlainValidator(or_none(ratio))]
MaybeDay = Annotated[date | None, PlainValidator(or_none(day))]
MaybeCode = Annotated[str | None, PlainValidator(or_none(code))]
MaybeTier = Annotated[str | None, PlainValidator(or_none(tier))]
MaybeText = Annotated[str | None, PlainValidator(or_none(text))]
Flag = Annotated[bool, PlainValidator(otherwise(False, flag))]
KnownFlag = Annotated[bool | None, PlainValidator(known_flag)]
Deductibles = Annotated[tuple[Fen, ...] | None, PlainValidator(or_none(deductibles))]


class Block(BaseModel):
    """A block of the case file. Says itself which key it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    @model_validator(mode="before")
    @classmethod
    def _only_known_keys(cls, value: object) -> object:
        known = cls.known_keys()
        if not isinstance(value, dict):
            refuse("not_a_block", allowed=known)
        for key in value:
            if key not in known:
                refuse("unknown_key", unknown=str(key), allowed=known)
        return value

    @classmethod
    def known_keys(cls) -> list[str]:
        """The keys as they stand in the file."""
        return _known_keys(cls)


@cache
def _known_keys(block: type[Block]) -> list[str]:
    return [field.alias or name for name, field in block.model_fields.items()]


class PersonBlock(Block):
    """Who is insured, where and how."""

    scheme: Annotated[Scheme, PlainValidator(word(Scheme))]
    insured_region: MaybeCode = None
    tier: MaybeTier = None
    status: Annotated[Status | None, PlainValidator(or_none(word(Status)))] = None
    age: Annotated[int | None, PlainValidator(or_none(count(0, LONGEST_LIFE)))] = None
    family_doctor: Flag = False
    assistance: Annotated[Assistance, PlainValidator(otherwise(Assistance.NONE, word(Assistance)))] = Assistance.NONE
    chronic: Annotated[tuple[str, ...], PlainValidator(texts)] = ()
    insurance_state: Annotated[
        InsuranceState,
        PlainValidator(otherwise(InsuranceState.UNSTATED, word(InsuranceState, unsaid=InsuranceState.UNSTATED))),
    ] = InsuranceState.UNSTATED


class FilingBlock(Block):
    """A filing as the person has it."""

    type: Annotated[FilingType, PlainValidator(word(FilingType))]
    start: Annotated[date, PlainValidator(day), Field(alias="from")]
    until: MaybeDay = None
    region: Annotated[str, PlainValidator(code)]
    with_papers: KnownFlag = None


class InjuryBlock(Block):
    """Whether somebody else is liable, and whether it happened at work."""

    third_party: KnownFlag = None
    work: KnownFlag = None


class CareBlock(Block):
    """One episode of care."""

    kind: Annotated[CareKind, PlainValidator(word(CareKind))]
    date: Annotated[date, PlainValidator(day)]
    region: MaybeCode = None
    level: Annotated[Level, PlainValidator(otherwise(Level.UNKNOWN, word(Level)))] = Level.UNKNOWN
    admitted_on: MaybeDay = None
    reason: Annotated[Reason, PlainValidator(otherwise(Reason.UNKNOWN, word(Reason)))] = Reason.UNKNOWN
    filing: Annotated[FilingState, PlainValidator(otherwise(FilingState.UNKNOWN, word(FilingState)))] = (
        FilingState.UNKNOWN
    )
    filing_record: FilingBlock | None = None
    stage: Annotated[Stage, PlainValidator(otherwise(Stage.UNKNOWN, word(Stage)))] = Stage.UNKNOWN
    settlement: Annotated[SettlementMode | None, PlainValidator(or_none(word(SettlementMode)))] = None
    networked: KnownFlag = None
    selected: KnownFlag = None
    admission: Annotated[int, PlainValidator(otherwise(1, count(1, MOST_STAYS)))] = 1
    disease: MaybeText = None
    emergency: Flag = False
    injury: InjuryBlock | None = None
    joined: Flag = False


class LineBlock(Block):
    """A line of an itemised bill, price and limit in yuan for one."""

    item_class: Annotated[ItemClass, PlainValidator(word(ItemClass)), Field(alias="class")]
    price: NeededMoney
    quantity: Annotated[Fraction, PlainValidator(otherwise(Fraction(1), how_many))] = Fraction(1)
    price_limit: MaybeMoney = None
    self_pay_ratio: MaybeRatio = None
    name: MaybeText = None


class BillBlock(Block):
    """A bill, in yuan: its total and parts, or the lines they are summed up from."""

    total: Annotated[Fen | None, PlainValidator(money)] = None
    out_of_catalogue: MaybeMoney = None
    class_b: MaybeMoney = None
    class_b_ratio: MaybeRatio = None
    over_limit: MaybeMoney = None
    lines: list[LineBlock] | None = None
    funds_paid: MaybeMoney = None


class EpisodeBlock(Block):
    """One of several stays or visits."""

    care: CareBlock
    bill: BillBlock | None = None


class YearBlock(Block):
    """What the year has already used, in yuan."""

    deductible_paid: Money = ZERO
    basic_fund_paid: Money = ZERO
    supplement_paid: Money = ZERO
    above_deductible: Money = ZERO
    critical_out_of_pocket: Money = ZERO
    critical_paid: Money = ZERO
    assistance_paid: Money = ZERO
    personal_account_balance: Money = ZERO


class AdjustmentKind(StrEnum):
    """The three ways to write a reduction of the ratio."""

    POINTS = "points"
    FACTOR = "factor"
    RATIO = "ratio"


class AdjustmentBlock(Block):
    """A reduction of the ratio for care elsewhere."""

    kind: Annotated[AdjustmentKind, PlainValidator(word(AdjustmentKind))]
    value: Ratio


class SupplementBlock(Block):
    """The employees' large-amount supplement."""

    ratio: Ratio
    cap: Cap = None


class CriticalBlock(Block):
    """Critical-illness insurance; what is left out takes nothing away."""

    deductible: NeededMoney
    tiers: Annotated[tuple[TierRow, ...], PlainValidator(tiers)]
    origin: Annotated[Origin, PlainValidator(otherwise(Origin.ZERO, word(Origin)))] = Origin.ZERO
    cap: Cap = None
    counts_deductible: Annotated[bool, PlainValidator(otherwise(True, flag))] = True
    counts_elsewhere_loss: Annotated[bool, PlainValidator(otherwise(True, flag))] = True


class AssistanceBlock(Block):
    """Medical assistance."""

    deductible: Money = ZERO
    ratio: Ratio
    cap: Cap = None


class FiguresBlock(Block):
    """The person's own figures. A key left out keeps the rulebook's figure; null states that there is none."""

    deductible: Deductibles = None
    deductible_basis: Annotated[DeductibleBasis | None, PlainValidator(or_none(word(DeductibleBasis)))] = None
    ratio: MaybeRatio = None
    segments: Annotated[tuple[Band, ...] | None, PlainValidator(or_none(bands))] = None
    segment_origin: Annotated[Origin | None, PlainValidator(or_none(word(Origin)))] = None
    segment_basis: Annotated[SegmentBasis | None, PlainValidator(or_none(word(SegmentBasis)))] = None
    bonus: MaybeRatio = None
    own_share_factor: MaybeRatio = None
    cap: Cap = None
    cap_per_visit: Cap = None
    elsewhere: AdjustmentBlock | None = None
    elsewhere_deductible: Deductibles = None
    elsewhere_first_pay: MaybeRatio = None
    supplement: SupplementBlock | None = None
    critical: CriticalBlock | None = None
    assistance: AssistanceBlock | None = None
    account_order: Annotated[AccountOrder | None, PlainValidator(or_none(word(AccountOrder)))] = None
    rounding: Annotated[Rounding | None, PlainValidator(or_none(word(Rounding)))] = None


class CaseBlock(Block):
    """The whole case file."""

    version: Annotated[int, PlainValidator(version)]
    today: MaybeDay = None
    person: PersonBlock
    care: CareBlock | None = None
    bill: BillBlock | None = None
    episodes: list[EpisodeBlock] | None = None
    year_to_date: YearBlock | None = None
    figures: FiguresBlock | None = None
