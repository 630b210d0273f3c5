"""Benefit figures (待遇参数).

What each is made of, its range where it is not known exactly, and what stands behind it.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final, Generic, TypeVar

from desktop_app.domain.evidence import Provenance
from desktop_app.domain.message import Message
from desktop_app.domain.money import Fen

T = TypeVar("T")


class FigureName(StrEnum):
    """The figures by the names they have in case files and JSON (estimator.md)."""

    CLASS_B_RATIO = "class_b_ratio"
    DEDUCTIBLE = "deductible"
    DEDUCTIBLE_BASIS = "deductible_basis"
    RATIO = "ratio"
    BONUS = "bonus"
    OWN_SHARE_FACTOR = "own_share_factor"
    CAP = "cap"
    CAP_PER_VISIT = "cap_per_visit"
    ELSEWHERE = "elsewhere"
    ELSEWHERE_DEDUCTIBLE = "elsewhere_deductible"
    ELSEWHERE_FIRST_PAY = "elsewhere_first_pay"
    SUPPLEMENT = "supplement"
    CRITICAL = "critical"
    ASSISTANCE = "assistance"
    ACCOUNT_ORDER = "account_order"
    ROUNDING = "rounding"


FIGURES: Final = tuple(FigureName)
"""All of them, in the order of the calculation."""


class DeductibleBasis(StrEnum):
    """What a deductible (起付线) is counted against.

    `PER_JOINED_STAYS` is per admission, but stays joined by a referral or transfer count as one (转院算一次住院).
    """

    ANNUAL = "annual"
    PER_VISIT = "per_visit"
    PER_ADMISSION = "per_admission"
    PER_JOINED_STAYS = "per_joined_stays"


BY_ADMISSION = frozenset({DeductibleBasis.PER_ADMISSION, DeductibleBasis.PER_JOINED_STAYS})
"""The bases that know the number of the stay; only they may go with a list of deductibles (R4)."""


class Origin(StrEnum):
    """Where bands are measured from: the first fen, or what lies above the deductible."""

    ZERO = "zero"
    DEDUCTIBLE = "deductible"


class SegmentBasis(StrEnum):
    """Whether bands start anew with each stay or run through the year."""

    STAY = "stay"
    YEAR = "year"


class AccountOrder(StrEnum):
    """When the personal account (个人账户) pays.

    After all funds, or before the deductible (Shanghai outpatient).
    """

    LAST = "last"
    FIRST = "first"


class Dimension(StrEnum):
    """What a figure may depend on besides region, scheme, kind of care and day."""

    TIER = "tier"
    STATUS = "status"
    FAMILY_DOCTOR = "family_doctor"
    ASSISTANCE = "assistance"
    LEVEL = "level"
    DISEASE = "disease"
    RELATION = "relation"
    FILING = "filing"
    FILED = "filed"
    SETTLEMENT = "settlement"
    REASON = "reason"
    CARE_AREA = "care_area"


@dataclass(frozen=True, slots=True)
class Segment:
    """A band of expenses with its payment ratio (支付比例); `upper` None has no upper bound."""

    upper: Fen | None
    ratio: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """The basic fund's ratios: one segment without bound is a plain ratio. Bounds rise, the last is None (R20)."""

    segments: tuple[Segment, ...]
    origin: Origin = Origin.DEDUCTIBLE
    basis: SegmentBasis = SegmentBasis.STAY


@dataclass(frozen=True, slots=True)
class Points:
    """A reduction in percentage points (百分点): 0.80 less 0.10 is 0.70."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Factor:
    """A reduction by multiplying: 0.80 times 0.90 is 0.72."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class OwnRatio:
    """A ratio of its own for care elsewhere, replacing every segment's (R8)."""

    value: Fraction


Adjustment = Points | Factor | OwnRatio


@dataclass(frozen=True, slots=True)
class Share:
    """A reduction elsewhere as the figures' dataset writes it: the share of the local ratio that is left.

    Only listings show it: a lookup turns it into the percentage points it comes to at the local ratio.
    """

    value: Fraction


@dataclass(frozen=True, slots=True)
class Times:
    """A deductible for care elsewhere as a multiple of the local one: raised by half is 1.5.

    Only listings show it: a lookup turns it into the amounts it comes to.
    """

    value: Fraction


@dataclass(frozen=True, slots=True)
class Supplement:
    """The employees' large-amount supplement (职工大额补助) on what no longer fits under the basic cap.

    `cap` per year, None: none.
    """

    ratio: Fraction
    cap: Fen | None


@dataclass(frozen=True, slots=True)
class Tier:
    """A tier of critical-illness insurance: bounds in fen, `upper` None for no bound."""

    lower: Fen
    upper: Fen | None
    ratio: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class CriticalIllness:
    """Critical-illness insurance (大病保险) on the year's eligible personal payment (R13, R14)."""

    deductible: Fen
    tiers: tuple[Tier, ...]
    origin: Origin
    cap: Fen | None
    counts_deductible: bool
    counts_elsewhere_loss: bool


@dataclass(frozen=True, slots=True)
class AssistanceTerms:
    """Medical assistance (医疗救助): its deductible per episode, ratio and yearly cap (R16)."""

    deductible: Fen
    ratio: Fraction
    cap: Fen | None


@dataclass(frozen=True, slots=True)
class Figure(Generic[T]):
    """One figure: the likely `value`, the numerically lowest and highest it may be, and its provenance.

    For structures `low` and `high` have the shape of `value` and differ only in numbers.
    """

    value: T
    low: T
    high: T
    provenance: Provenance

    @property
    def exact(self) -> bool:
        """Whether it is known exactly."""
        return self.low is self.high or self.low == self.high


def exactly(value: T, provenance: Provenance) -> Figure[T]:
    """A figure without a range."""
    return Figure(value, value, value, provenance)


@dataclass(frozen=True, slots=True)
class Gap:
    """A figure nobody has: what is missing, why, whom to ask what; `line` is the hotline, None where unknown."""

    figure: FigureName
    why: Message
    ask: Message
    line: str | None
