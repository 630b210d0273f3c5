"""The care itself: where, what kind, why there, how far along, and what has been filed."""

import datetime
from dataclasses import dataclass
from enum import StrEnum


class CareKind(StrEnum):
    """What care; each kind has its own settlement rules."""

    INPATIENT = "inpatient"
    OUTPATIENT = "outpatient"
    CHRONIC_OUTPATIENT = "chronic_outpatient"
    EMERGENCY_OUTPATIENT = "emergency_outpatient"
    DRUGSTORE = "drugstore"
    CHILDBIRTH = "childbirth"
    INJURY = "injury"


STAYS = frozenset({CareKind.INPATIENT, CareKind.CHILDBIRTH, CareKind.INJURY})
"""Kinds of care with an admission and a discharge; the others are visits on one day."""


class Level(StrEnum):
    """The hospital's level (医院等级).

    `level3_top` is 三级甲等 or a provincial hospital where a region tells them apart.
    """

    COMMUNITY = "community"
    LEVEL1 = "level1"
    LEVEL2 = "level2"
    LEVEL3 = "level3"
    LEVEL3_TOP = "level3_top"
    UNKNOWN = "unknown"


class Reason(StrEnum):
    """Why there."""

    RETIRED_RELOCATION = "retired_relocation"
    LONG_TERM_RESIDENCE = "long_term_residence"
    WORK_POST = "work_post"
    REFERRAL = "referral"
    EMERGENCY = "emergency"
    SELF_CHOSEN = "self_chosen"
    STUDY = "study"
    UNKNOWN = "unknown"


class FilingType(StrEnum):
    """The six national filing types (备案类型, N-009)."""

    RETIRED_RELOCATION = "retired_relocation"
    LONG_TERM_RESIDENCE = "long_term_residence"
    WORK_POST = "work_post"
    REFERRAL = "referral"
    EMERGENCY = "emergency"
    OTHER_TEMPORARY = "other_temporary"


LONG_TERM_TYPES = frozenset({FilingType.RETIRED_RELOCATION, FilingType.LONG_TERM_RESIDENCE, FilingType.WORK_POST})


class FilingState(StrEnum):
    """What the person says about filing: none, filed, filed after admission, or not known."""

    NONE = "none"
    FILED = "filed"
    LATE = "late"
    UNKNOWN = "unknown"


class Filed(StrEnum):
    """When a filing was made: before admission, or late (补备案), still in hospital or only after discharge."""

    IN_TIME = "in_time"
    IN_HOSPITAL = "in_hospital"
    AFTER_DISCHARGE = "after_discharge"


class Stage(StrEnum):
    """How far the case has come."""

    PLANNING = "planning"
    ADMITTED = "admitted"
    DISCHARGED_SETTLED = "discharged_settled"
    DISCHARGED_PAID = "discharged_paid"
    UNKNOWN = "unknown"


OVER = frozenset({Stage.DISCHARGED_SETTLED, Stage.DISCHARGED_PAID})
"""The stages at which the care is over and paid for in one way or another."""


class SettlementMode(StrEnum):
    """Settled at the hospital (直接结算) or claimed afterwards (手工报销)."""

    DIRECT = "direct"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingRecord:
    """A filing as the person has it: `until` None for no end.

    `with_papers` False for a commitment letter (承诺书), None unknown.
    """

    type: FilingType
    start: datetime.date
    until: datetime.date | None
    region: str
    with_papers: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Injury:
    """Whether somebody else is liable and whether it happened at work; None is not known."""

    third_party: bool | None = None
    work: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Care:
    """One episode of care.

    `date` is the visit or the (expected) discharge; a filing is judged on `admitted_on`, if given.

    None in `networked` (hospital connected for this kind of care) and `selected` (chosen institution, 选点) means
    not known;
    `emergency` is true only for emergency rescue (急诊抢救). `joined`: the stay continues the one before it by a
    referral or transfer (转院), and has its number in `admission`.
    """

    kind: CareKind
    date: datetime.date
    region: str | None = None
    level: Level = Level.UNKNOWN
    admitted_on: datetime.date | None = None
    reason: Reason = Reason.UNKNOWN
    filing: FilingState = FilingState.UNKNOWN
    filing_record: FilingRecord | None = None
    stage: Stage = Stage.UNKNOWN
    settlement: SettlementMode | None = None
    networked: bool | None = None
    selected: bool | None = None
    admission: int = 1
    disease: str | None = None
    emergency: bool = False
    injury: Injury | None = None
    joined: bool = False

    @property
    def begins(self) -> datetime.date:
        """The day on which a filing must be in force: admission, else the visit."""
        return self.admitted_on or self.date

    @property
    def settled_by(self) -> SettlementMode | None:
        """As it was said, else as stage and hospital say; None where it may still turn out either way."""
        if self.settlement is not None:
            return self.settlement
        if self.stage is Stage.DISCHARGED_SETTLED:
            return SettlementMode.DIRECT
        claimed = self.stage is Stage.DISCHARGED_PAID or self.networked is False
        return SettlementMode.MANUAL if claimed else None
