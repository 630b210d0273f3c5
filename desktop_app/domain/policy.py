"""Policy as records.

The rules of regions about filing, claims and channels, each bound to where, for whom and when it holds.
"""

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.care import CareKind, FilingType, Reason
from desktop_app.domain.evidence import Evidence
from desktop_app.domain.period import ALWAYS, Period
from desktop_app.domain.person import Scheme
from desktop_app.domain.region import Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """Where a rule holds: the insured region (a city, a province or CN), and for whom and when.

    An empty set does not restrict.
    """

    fact: str
    region: str
    evidence: Evidence
    period: Period = ALWAYS
    schemes: frozenset[Scheme] = frozenset()
    tiers: frozenset[str] = frozenset()


class FilingEffect(StrEnum):
    """What a filing rule says of the cases it covers."""

    EXEMPT = "exempt"
    REQUIRED = "required"


class FilingGround(StrEnum):
    """What an exemption rests on.

    The region's own rule, a mutual agreement between regions (互认), or a reason it frees.
    """

    OWN = "own"
    AGREEMENT = "agreement"
    REASON = "reason"


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingRule:
    """A region's rule that frees some care elsewhere from filing, or asks for it. Empty sets do not restrict.

    `areas` are provinces or pooling areas of care; `temporary_only` frees no long-term reason and no referral.
    """

    binding: Binding
    effect: FilingEffect
    ground: FilingGround = FilingGround.OWN
    relations: frozenset[Relation] = frozenset()
    areas: frozenset[str] = frozenset()
    kinds: frozenset[CareKind] = frozenset()
    reasons: frozenset[Reason] = frozenset()
    temporary_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLimit:
    """How long after discharge or payment a manual claim may be handed in: `months` or `days`, one of them."""

    binding: Binding
    months: int | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelRule:
    """A way to file: `id` names it in the words, `name` is its proper name where it is a region's own."""

    binding: Binding
    id: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidityRule:
    """How long a filing of these types holds: `months`, or None for as long as nothing changes.

    `at_least` for a minimum.
    """

    binding: Binding
    types: frozenset[FilingType]
    months: int | None
    at_least: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentRule:
    """What filing by commitment letter (承诺书) costs later.

    Months without a change, and benefits at the filed place only.
    """

    binding: Binding
    lock_months: int | None = None
    filed_place_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRule:
    """How long the review of a filing takes: working days online, 0 for at once; None where it is not said."""

    binding: Binding
    online_workdays: int | None
    types: frozenset[FilingType] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryRule:
    """A region's own filing category for a reason (Shenzhen's six, S3-06…S3-12).

    `condition` names a test the words spell out.
    """

    binding: Binding
    number: int | None
    id: str
    reasons: frozenset[Reason]
    type: FilingType | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChronicDisease:
    """A disease settled across provinces for recognised patients (门诊慢特病, N-079, N-080).

    Batch 1 or 2, its names and codes.
    """

    number: int
    name: str
    aliases: tuple[str, ...]
    codes: tuple[str, ...]
    batch: int
