"""Advice on filing and on settlement: the verdict, and everything needed to act on it. Messages, never words."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.care import FilingType
from desktop_app.domain.message import Message


class FilingVerdict(StrEnum):
    """Must anything be filed? The first line of wizard.md's table that fits decides."""

    NOT_NEEDED = "not_needed"
    DEEMED = "deemed"
    VALID = "valid"
    ADVISED = "advised"
    LATE_BEFORE_DISCHARGE = "late_before_discharge"
    LATE_AFTER_DISCHARGE = "late_after_discharge"
    NEEDED = "needed"
    UNKNOWN = "unknown"


class SettlementVerdict(StrEnum):
    """How the bill is settled."""

    DIRECT = "direct"
    DIRECT_IF = "direct_if"
    PERSONAL_ACCOUNT = "personal_account"
    MANUAL = "manual"
    NOT_COVERED = "not_covered"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reasoned:
    """A statement with the numbers of the facts it rests on."""

    text: Message
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """A paper to bring or hand in.

    An alternative has `required` False and `instead_of` naming the one it replaces.
    """

    id: str
    name: Message
    required: bool = True
    instead_of: str | None = None
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Validity:
    """How long a filing holds, in words, and its last day where one can be told."""

    text: Message
    until: date | None
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LocalCategory:
    """The category the insured region itself would file it under (Shenzhen's six), by number and name."""

    number: int | None
    name: Message
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingAdvice:
    """The filing verdict and everything needed to act on it."""

    verdict: FilingVerdict
    type: FilingType | None
    why: tuple[Reasoned, ...]
    materials: tuple[Material, ...] = ()
    channels: tuple[Reasoned, ...] = ()
    review_time: Reasoned | None = None
    validity: Validity | None = None
    effective_from: date | None = None
    change_rule: Reasoned | None = None
    local_category: LocalCategory | None = None
    facts: tuple[str, ...] = ()


class Moment(StrEnum):
    """When a step of the route is due."""

    BEFORE = "before"
    REGISTRATION = "registration"
    DURING = "during"
    DISCHARGE = "discharge"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class RouteStep:
    """One thing to do, and when."""

    when: Moment
    do: Reasoned


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimAdvice:
    """The manual claim (手工报销): papers, where to hand them in, and by when."""

    papers: tuple[Material, ...]
    where: Reasoned
    deadline: Reasoned


@dataclass(frozen=True, slots=True, kw_only=True)
class SettlementAdvice:
    """The settlement verdict, its conditions, and the route step by step."""

    verdict: SettlementVerdict
    why: tuple[Reasoned, ...] = ()
    conditions: tuple[Reasoned, ...] = ()
    steps: tuple[RouteStep, ...] = ()
    bring: tuple[Material, ...] = ()
    if_it_fails: tuple[Reasoned, ...] = ()
    claim: ClaimAdvice | None = None
    facts: tuple[str, ...] = ()
