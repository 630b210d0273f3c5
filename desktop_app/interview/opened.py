"""An opened case becomes a draft, so that a sample or a case from a file can be walked through and changed."""

from datetime import date
from typing import TypeVar

from desktop_app.domain.care import STAYS, Care, FilingRecord, FilingState, Injury, Level, Reason, Stage
from desktop_app.domain.case import Case
from desktop_app.domain.message import message
from desktop_app.domain.money import Fen
from desktop_app.domain.person import InsuranceState, Scheme
from desktop_app.errors import Problem
from desktop_app.interview.draft import NOT_KNOWN, CareStage, Carried, Draft, FilingPeriod, NotKnown

T = TypeVar("T")


def draft_of(case: Case) -> Draft:
    """The draft that leads to this case; what the case leaves out is "not known".

    Raises Problem for a case with several episodes: the wizard plans one.
    """
    if len(case.episodes) != 1:
        raise Problem(message("interview.wrong.several", value=len(case.episodes)))
    person, care, bill = case.person, case.episodes[0].care, case.episodes[0].bill
    danger = care.emergency and _is_happening(care)
    admitted_on, discharged_on, visited_on = _days(care)
    record = care.filing_record
    injury = care.injury or Injury()
    return Draft(
        danger=danger,
        scheme=person.scheme,
        status=_or_not_known(person.status),
        age=_or_not_known(person.age),
        assistance=person.assistance,
        insured_region=person.insured_region,
        tier=_or_not_known(person.tier),
        care_region=care.region or person.insured_region,
        reason=NOT_KNOWN if care.reason is Reason.UNKNOWN else care.reason,
        kind=care.kind,
        disease=_or_not_known(care.disease),
        recognised=True if care.disease in person.chronic else NOT_KNOWN,
        work_injury=_or_not_known(injury.work),
        third_party=_or_not_known(injury.third_party),
        family_doctor=person.family_doctor,
        stage=_stage(care),
        rescue=care.emergency and not danger,
        admitted_on=admitted_on,
        discharged_on=discharged_on,
        visited_on=visited_on,
        filing=NOT_KNOWN if care.filing is FilingState.UNKNOWN else care.filing,
        filing_type=record.type if record else NOT_KNOWN,
        filing_period=_period(record),
        filing_region=record.region if record else NOT_KNOWN,
        filing_papers=_or_not_known(record.with_papers) if record else NOT_KNOWN,
        level=NOT_KNOWN if care.level is Level.UNKNOWN else care.level,
        networked=_or_not_known(care.networked),
        selected=_or_not_known(care.selected),
        insurance_state=_insurance_state(person.insurance_state),
        account_balance=_balance(case),
        bill=_or_not_known(bill),
        admission=care.admission,
        carried=Carried(
            chronic=person.chronic, year_to_date=case.year_to_date, figures=case.figures, joined=care.joined
        ),
    )


def _is_happening(care: Care) -> bool:
    """An emergency rescue that lies ahead, or that nobody would be asked about later, is a danger now."""
    return care.stage in {Stage.PLANNING, Stage.UNKNOWN} or care.reason is Reason.REFERRAL


def _stage(care: Care) -> CareStage | NotKnown:
    if care.stage is Stage.UNKNOWN:
        return NOT_KNOWN
    if care.stage is Stage.PLANNING and care.kind in STAYS and care.admitted_on:
        return CareStage.ABOUT_TO_BE_ADMITTED
    return CareStage(care.stage.value)


def _days(care: Care) -> tuple[date | NotKnown | None, date | None, date | None]:
    """Admission, discharge and visit, those that the kind of care has."""
    if care.kind in STAYS:
        return _or_not_known(care.admitted_on), care.date, None
    return None, None, care.date


def _period(record: FilingRecord | None) -> FilingPeriod | NotKnown:
    return FilingPeriod(record.start, record.until) if record else NOT_KNOWN


def _insurance_state(state: InsuranceState) -> InsuranceState | NotKnown | None:
    """What a case leaves unstated is asked."""
    if state is InsuranceState.UNSTATED:
        return None
    return NOT_KNOWN if state is InsuranceState.UNKNOWN else state


def _balance(case: Case) -> Fen | NotKnown:
    """An employee's account holds what the case says; nobody else has one."""
    balance = case.year_to_date.personal_account_balance
    return balance if balance or case.person.scheme is not Scheme.EMPLOYEE else NOT_KNOWN


def _or_not_known(value: T | None) -> T | NotKnown:
    return NOT_KNOWN if value is None else value
