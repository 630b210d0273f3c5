"""The answers so far: a case in the making, in which every answer may still be missing or be "not known"."""

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, StrEnum
from typing import Final, Never, TypeVar, cast

from desktop_app.domain.benefits import EnteredFigures
from desktop_app.domain.bill import NOTHING_USED, Bill, YearToDate
from desktop_app.domain.care import (
    Care,
    CareKind,
    FilingRecord,
    FilingState,
    FilingType,
    Injury,
    Level,
    Reason,
    SettlementMode,
    Stage,
)
from desktop_app.domain.case import Case, Episode
from desktop_app.domain.money import Fen
from desktop_app.domain.person import Assistance, InsuranceState, Person, Scheme, Status

T = TypeVar("T")


class NotKnown(Enum):
    """The answer "I don't know" (我不知道): given, unlike an answer that is still missing (None)."""

    NOT_KNOWN = "not_known"


NOT_KNOWN: Final = NotKnown.NOT_KNOWN


class CareStage(StrEnum):
    """How far things have come, as people say it; about to be admitted still counts as planning."""

    PLANNING = "planning"
    ABOUT_TO_BE_ADMITTED = "about_to_be_admitted"
    ADMITTED = "admitted"
    DISCHARGED_SETTLED = "discharged_settled"
    DISCHARGED_PAID = "discharged_paid"


STAGES: Final[dict[CareStage, Stage]] = {
    CareStage.PLANNING: Stage.PLANNING,
    CareStage.ABOUT_TO_BE_ADMITTED: Stage.PLANNING,
    CareStage.ADMITTED: Stage.ADMITTED,
    CareStage.DISCHARGED_SETTLED: Stage.DISCHARGED_SETTLED,
    CareStage.DISCHARGED_PAID: Stage.DISCHARGED_PAID,
}

SETTLED: Final[dict[CareStage, SettlementMode]] = {
    CareStage.DISCHARGED_SETTLED: SettlementMode.DIRECT,
    CareStage.DISCHARGED_PAID: SettlementMode.MANUAL,
}


@dataclass(frozen=True, slots=True)
class FilingPeriod:
    """From when to when a filing holds, both days included; `until` None has no end."""

    start: date
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What an opened case states and the wizard does not ask: it goes back into the case as it came."""

    chronic: tuple[str, ...] = ()
    year_to_date: YearToDate = NOTHING_USED
    figures: EnteredFigures | None = None
    joined: bool = False


NOTHING_CARRIED: Final = Carried()

Answer = bool | int | str | date | FilingPeriod | Bill | NotKnown
"""An answer as a value; choices are members of the field's own enums (which are text)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One field per question; None where it has not been answered. Regions are division codes, amounts fen."""

    danger: bool | None = None
    scheme: Scheme | None = None
    status: Status | NotKnown | None = None
    age: int | NotKnown | None = None
    assistance: Assistance | NotKnown | None = None
    insured_region: str | None = None
    tier: str | NotKnown | None = None
    care_region: str | None = None
    reason: Reason | NotKnown | None = None
    kind: CareKind | None = None
    disease: str | NotKnown | None = None
    recognised: bool | NotKnown | None = None
    work_injury: bool | NotKnown | None = None
    third_party: bool | NotKnown | None = None
    family_doctor: bool | NotKnown | None = None
    stage: CareStage | NotKnown | None = None
    rescue: bool | NotKnown | None = None
    admitted_on: date | NotKnown | None = None
    discharged_on: date | NotKnown | None = None
    visited_on: date | NotKnown | None = None
    filing: FilingState | NotKnown | None = None
    filing_type: FilingType | NotKnown | None = None
    filing_period: FilingPeriod | NotKnown | None = None
    filing_region: str | NotKnown | None = None
    filing_papers: bool | NotKnown | None = None
    level: Level | NotKnown | None = None
    networked: bool | NotKnown | None = None
    selected: bool | NotKnown | None = None
    insurance_state: InsuranceState | NotKnown | None = None
    account_balance: Fen | NotKnown | None = None
    bill: Bill | NotKnown | None = None
    admission: int | NotKnown | None = None
    carried: Carried = NOTHING_CARRIED

    def answer(self, field: str) -> Answer | None:
        """What stands in `field`, or None."""
        answer: Answer | None = getattr(self, field)
        return answer

    def answering(self, field: str, answer: Answer | None) -> "Draft":
        """The same draft with `answer` in `field`; None takes it out. Whether it fits, the question says."""
        change = cast("dict[str, Never]", {field: answer})  # whichever field it is, the question has seen to the type
        return replace(self, **change)


def case_from(draft: Draft, today: date) -> Case:
    """The case a draft describes on `today`; what is not known stays unknown, and a day nobody knows yet is today.

    Hand in the draft of the route (`routing.Route.draft`): it holds only what is asked. Raises ValueError
    while scheme or kind of care is missing.
    """
    if draft.scheme is None or draft.kind is None:
        raise ValueError("a case needs at least the scheme and the kind of care")
    return Case(
        today=today,
        person=_person(draft, draft.scheme),
        episodes=(Episode(_care(draft, draft.kind, today), _known(draft.bill)),),
        year_to_date=_year_to_date(draft),
        figures=draft.carried.figures,
    )


def _person(draft: Draft, scheme: Scheme) -> Person:
    return Person(
        scheme=scheme,
        insured_region=draft.insured_region,
        tier=_known(draft.tier),
        status=_known(draft.status),
        age=_known(draft.age),
        family_doctor=draft.family_doctor is True,
        assistance=_known(draft.assistance) or Assistance.NONE,
        chronic=_chronic(draft),
        insurance_state=_insurance_state(draft),
    )


def _insurance_state(draft: Draft) -> InsuranceState:
    """Not asked is unstated; asked and not known is unknown, which is worth a warning."""
    if draft.insurance_state is None:
        return InsuranceState.UNSTATED
    return _known(draft.insurance_state) or InsuranceState.UNKNOWN


def _care(draft: Draft, kind: CareKind, today: date) -> Care:
    stage = _known(draft.stage)
    admitted_on, ended_on = _days(draft, today)
    return Care(
        kind=kind,
        date=ended_on,
        region=draft.care_region,
        level=_known(draft.level) or Level.UNKNOWN,
        admitted_on=admitted_on,
        reason=Reason.EMERGENCY if draft.danger else _known(draft.reason) or Reason.UNKNOWN,
        filing=_known(draft.filing) or FilingState.UNKNOWN,
        filing_record=_record(draft),
        stage=STAGES[stage] if stage else Stage.UNKNOWN,
        settlement=SETTLED.get(stage) if stage else None,
        networked=_known(draft.networked),
        selected=_known(draft.selected),
        admission=_known(draft.admission) or 1,
        disease=_known(draft.disease),
        emergency=draft.danger is True or draft.rescue is True,
        injury=_injury(draft),
        joined=draft.carried.joined,
    )


def _days(draft: Draft, today: date) -> tuple[date | None, date]:
    """Admission and the day the figures go by: the visit, or the (expected) discharge, never before the admission."""
    visited_on = _known(draft.visited_on)
    admitted_on = _known(draft.admitted_on)
    discharged_on = _known(draft.discharged_on)
    if visited_on:
        return None, visited_on
    if discharged_on:
        return admitted_on, discharged_on
    return admitted_on, max(today, admitted_on) if admitted_on else today


def _record(draft: Draft) -> FilingRecord | None:
    """The filing as a record; None as long as its type, days or place are not known, so that nobody relies on it."""
    type, period, region = _known(draft.filing_type), _known(draft.filing_period), _known(draft.filing_region)
    if type is None or period is None or region is None:
        return None
    papers = _known(draft.filing_papers)
    return FilingRecord(type=type, start=period.start, until=period.until, region=region, with_papers=papers)


def _injury(draft: Draft) -> Injury | None:
    if draft.work_injury is None and draft.third_party is None:
        return None
    return Injury(third_party=_known(draft.third_party), work=_known(draft.work_injury))


def _chronic(draft: Draft) -> tuple[str, ...]:
    """The recognised diseases: those of the opened case, corrected by what was said about the one in question."""
    disease, carried = _known(draft.disease), draft.carried.chronic
    if disease is None or draft.recognised is None:
        return carried
    others = tuple(name for name in carried if name != disease)
    return (*others, disease) if draft.recognised is True else others


def _year_to_date(draft: Draft) -> YearToDate:
    balance, carried = _known(draft.account_balance), draft.carried.year_to_date
    return carried if balance is None else replace(carried, personal_account_balance=balance)


def _known(answer: T | NotKnown | None) -> T | None:
    return None if isinstance(answer, NotKnown) else answer
