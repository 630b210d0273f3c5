"""Policy as records.

The rules of regions about filing, claims and channels, each bound to where, for whom and when it holds.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from desktop_app.domain.care import CareKind, FilingType, Reason, Stage
from desktop_app.domain.evidence import Evidence
from desktop_app.domain.period import ALWAYS, Period
from desktop_app.domain.person import Person, Scheme, Status
from desktop_app.domain.region import Relation

NATION = "CN"
"""The region of a rule that holds in the whole country."""


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

    @property
    def national(self) -> bool:
        """Whether it holds everywhere: the background from which regions depart."""
        return self.region == NATION

    @property
    def firm(self) -> bool:
        """Whether the rule may carry a verdict by itself; a `typical` one never does."""
        return self.evidence in {Evidence.OFFICIAL, Evidence.REPORTED}

    def covers(self, person: Person) -> bool:
        """Whether this person is meant. A rule for one tier does not bind somebody whose tier is not known."""
        return (not self.schemes or person.scheme in self.schemes) and (not self.tiers or person.tier in self.tiers)


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


class LimitStart(StrEnum):
    """From which day a time limit runs."""

    ADMISSION = "admission"
    DISCHARGE = "discharge"
    PAYMENT = "payment"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLimit:
    """How long after discharge or payment a manual claim may be handed in: `months` or `days`, one of them.

    `late_filing` binds only claims for care that no filing covered, to be filed late with the claim. Empty sets do not
    restrict.
    """

    binding: Binding
    months: int | None = None
    days: int | None = None
    kinds: frozenset[CareKind] = frozenset()
    relations: frozenset[Relation] = frozenset()
    start: LimitStart = LimitStart.DISCHARGE
    late_filing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingWindow:
    """A filing of these types that may still be made so many working days after admission or discharge.

    Empty sets do not restrict.
    """

    binding: Binding
    start: LimitStart
    workdays: int
    relations: frozenset[Relation] = frozenset()
    types: frozenset[FilingType] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelRule:
    """A way to file: `id` names it in the words, `name` is its proper name where it is a region's own."""

    binding: Binding
    id: str
    name: str = ""
    types: frozenset[FilingType] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidityRule:
    """How long a filing of these types holds: `months` or `days`, or neither for as long as nothing changes.

    `at_least` marks a minimum, `at_most` a maximum, `chosen` a last day the person picks, `one_stay` that it serves
    for a single stay. Empty sets do not restrict.
    """

    binding: Binding
    types: frozenset[FilingType]
    months: int | None = None
    days: int | None = None
    at_least: bool = False
    at_most: bool = False
    chosen: bool = False
    one_stay: bool = False
    statuses: frozenset[Status] = frozenset()
    relations: frozenset[Relation] = frozenset()

    @property
    def unlimited(self) -> bool:
        """Whether it holds for as long as nothing changes."""
        return self.months is None and self.days is None and not (self.chosen or self.one_stay)


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentRule:
    """What a long-term filing costs later: months without a change, benefits at the filed place only, points less.

    It binds filings made with a commitment letter (承诺书); `with_papers_too` those made with papers as well.
    `areas` restricts it to care in these places.
    """

    binding: Binding
    lock_months: int | None = None
    filed_place_only: bool = False
    cut_points: Fraction | None = None
    with_papers_too: bool = False
    areas: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRule:
    """How long the review of a filing takes: working days online, 0 for at once; None where it is not said."""

    binding: Binding
    online_workdays: int | None
    types: frozenset[FilingType] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryRule:
    """A region's own filing category (Shenzhen's six, S3-06…S3-12; Guangdong's 异地生育): `id` names it in the words.

    `type` is the national type it amounts to, where the reason alone does not say. Empty sets do not restrict.
    """

    binding: Binding
    id: str
    number: int | None = None
    reasons: frozenset[Reason] = frozenset()
    statuses: frozenset[Status] = frozenset()
    kinds: frozenset[CareKind] = frozenset()
    relations: frozenset[Relation] = frozenset()
    type: FilingType | None = None


class SettlementEffect(StrEnum):
    """What a region's rule says about settling a kind of care elsewhere."""

    GRANTED = "granted"
    """Paid elsewhere without choosing an institution first."""
    SELECTION = "selection"
    """Paid only at the one connected primary institution that was chosen beforehand (选点)."""
    ACCOUNT = "account"
    """The personal account (个人账户) may pay."""
    ACCOUNT_WITH_BALANCE = "account_with_balance"
    """The personal account may pay if there is money in it."""
    REBOOKED = "rebooked"
    """A bill paid in full may still be booked at the hospital once the filing is made (补记账)."""
    NOT_PAID = "not_paid"
    """The fund does not pay this elsewhere."""
    AS_INPATIENT = "as_inpatient"
    """Settled like inpatient care (childbirth inside Guangdong)."""
    RECOGNISED_THERE = "recognised_there"
    """A chronic disease may be recognised at the place of care."""
    CHOICE = "choice"
    """Settled only if the person did not choose a monthly allowance instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettlementRule:
    """A region's rule about settling some kinds of care. Empty sets do not restrict; `temporary_only`: trips alone."""

    binding: Binding
    effect: SettlementEffect
    kinds: frozenset[CareKind]
    relations: frozenset[Relation] = frozenset()
    temporary_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRule:
    """The papers a region asks for with a manual claim, by their ids; `paper/other` is an alternative to the other."""

    binding: Binding
    id: str
    papers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsequenceRule:
    """A fact that says what care elsewhere costs in benefits, by how it was filed. Empty sets do not restrict.

    `outside` are places of care it does not speak of.
    """

    binding: Binding
    kinds: frozenset[CareKind] = frozenset()
    relations: frozenset[Relation] = frozenset()
    outside: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkRule:
    """A fact worth knowing with a kind of care or a disease: `id` names the sentence around it in the words.

    `diseases` are numbers of the cross-province list, `areas` places of care; `filed_elsewhere` speaks to somebody who
    has, or may have, a long-term filing in force for another area; `across_new_year` of stays that begin in one year
    and end in the next. Empty sets do not restrict.
    """

    binding: Binding
    id: str
    kinds: frozenset[CareKind] = frozenset()
    reasons: frozenset[Reason] = frozenset()
    stages: frozenset[Stage] = frozenset()
    relations: frozenset[Relation] = frozenset()
    areas: frozenset[str] = frozenset()
    diseases: frozenset[int] = frozenset()
    filed_elsewhere: bool = False
    across_new_year: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingRule:
    """When a batch of diseases is settled across provinces; not `certain` while regions still connect (N-080)."""

    binding: Binding
    batch: int
    certain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChronicDisease:
    """A disease settled across provinces for recognised patients (门诊慢特病, N-079, N-080)."""

    number: int
    name: str
    aliases: tuple[str, ...]
    codes: tuple[str, ...]
    batch: int
