"""When a question is worth asking: while its answer can change a verdict, and never in the way of an emergency.

Each predicate sees the answers to earlier questions only (`routing.route` sees to that).
"""

from typing import Final

from desktop_app.domain.bill import Bill
from desktop_app.domain.care import LONG_TERM_TYPES, STAYS, CareKind, FilingState, Reason
from desktop_app.domain.person import InsuranceState, Scheme, Status
from desktop_app.domain.region import Relation
from desktop_app.interview.draft import SETTLED, CareStage, Draft, NotKnown
from desktop_app.interview.question import Choice
from desktop_app.interview.setting import Setting

_RESCUE_KINDS: Final = frozenset({CareKind.INPATIENT, CareKind.EMERGENCY_OUTPATIENT, CareKind.INJURY})
_ACCOUNT_KINDS: Final = frozenset({CareKind.DRUGSTORE, CareKind.OUTPATIENT})
_PLANNED: Final = frozenset({CareStage.PLANNING, CareStage.ABOUT_TO_BE_ADMITTED})


def has_tiers(draft: Draft, setting: Setting) -> bool:
    """Something depends on the tier there: Shenzhen's employees, the residents of Chongqing or Ningxia."""
    return bool(setting.tiers(draft.insured_region, draft.scheme, draft.status))


def is_elsewhere(draft: Draft, setting: Setting) -> bool:
    """Treated outside the pooling area, as far as one can tell: at home nothing is filed for any reason."""
    return setting.relation(draft.insured_region, draft.care_region) is not Relation.SAME_AREA


def wants_reason(draft: Draft, setting: Setting) -> bool:
    """In danger the reason is the emergency itself."""
    return not draft.danger and is_elsewhere(draft, setting)


def is_chronic(draft: Draft, _: Setting) -> bool:
    """Outpatient care for a recognised chronic or special disease (门诊慢特病)."""
    return draft.kind is CareKind.CHRONIC_OUTPATIENT


def is_injury(draft: Draft, _: Setting) -> bool:
    """An injury (外伤), where somebody else may be liable."""
    return draft.kind is CareKind.INJURY


def is_other_injury(draft: Draft, setting: Setting) -> bool:
    """An injury that is not known to be a work injury."""
    return is_injury(draft, setting) and concerns_fund(draft, setting)


def concerns_fund(draft: Draft, _: Setting) -> bool:
    """Everything but a work injury (工伤), which another scheme pays whatever else is answered (N-115)."""
    return draft.work_injury is not True


def wants_family_doctor(draft: Draft, _: Setting) -> bool:
    """A contract with a family doctor raises outpatient benefits only."""
    return draft.kind in {CareKind.OUTPATIENT, CareKind.CHRONIC_OUTPATIENT}


def may_be_rescue(draft: Draft, setting: Setting) -> bool:
    """An emergency rescue counts as filed (N-059): asked where one may have happened and nothing is settled yet."""
    if draft.danger or draft.kind not in _RESCUE_KINDS or not wants_filing_at_all(draft, setting):
        return False
    return draft.reason is Reason.EMERGENCY or (draft.stage not in _PLANNED and draft.reason is not Reason.REFERRAL)


def is_stay(draft: Draft, setting: Setting) -> bool:
    """A stay has a day of admission and one of discharge; someone in danger is admitted today."""
    return draft.kind in STAYS and concerns_fund(draft, setting) and not _rushing(draft)


def is_visit(draft: Draft, _: Setting) -> bool:
    """A visit happens on one day; for someone in danger that is today."""
    return draft.kind is not None and draft.kind not in STAYS and not _rushing(draft)


def is_not_begun(draft: Draft, _: Setting) -> bool:
    """Nobody need know the day of something that is only planned."""
    return draft.stage not in {CareStage.ABOUT_TO_BE_ADMITTED, CareStage.ADMITTED, *SETTLED}


def is_not_over(draft: Draft, _: Setting) -> bool:
    """The day of discharge may be unknown until it has come."""
    return draft.stage not in SETTLED


def wants_filing_at_all(draft: Draft, setting: Setting) -> bool:
    """Elsewhere, not settled yet, and not another scheme's affair."""
    return is_elsewhere(draft, setting) and concerns_fund(draft, setting) and not_settled(draft, setting)


def wants_filing_at_home(draft: Draft, setting: Setting) -> bool:
    """At home a filing matters only where one made by letter pays elsewhere alone (N-029, L1034)."""
    open_still = concerns_fund(draft, setting) and not_settled(draft, setting) and not is_elsewhere(draft, setting)
    return open_still and setting.letter_pays_elsewhere_only(draft.insured_region)


def wants_filing(draft: Draft, setting: Setting) -> bool:
    """An emergency rescue counts as filed, so nobody in danger is asked."""
    asked = wants_filing_at_all(draft, setting) or wants_filing_at_home(draft, setting)
    return asked and not draft.danger and draft.rescue is not True


def has_filing(draft: Draft, setting: Setting) -> bool:
    """There is a filing whose type, days and place decide whether it covers this care."""
    return wants_filing(draft, setting) and draft.filing in {FilingState.FILED, FilingState.LATE}


def has_long_term_filing(draft: Draft, setting: Setting) -> bool:
    """Only long-term filings can be made by commitment letter (承诺书), which costs something later (N-027, N-029)."""
    return has_filing(draft, setting) and draft.filing_type in LONG_TERM_TYPES


def wants_level(draft: Draft, setting: Setting) -> bool:
    """A drugstore has no level, and someone in danger goes to the nearest hospital."""
    return draft.kind is not CareKind.DRUGSTORE and concerns_fund(draft, setting) and not _rushing(draft)


def wants_connection(draft: Draft, _: Setting) -> bool:
    """Whether the hospital is connected decides only what is not yet paid."""
    return draft.stage not in SETTLED and _fund_may_pay(draft) and not _rushing(draft)


def wants_selection(draft: Draft, setting: Setting) -> bool:
    """Ordinary outpatient care may be bound to a chosen institution (选点, N-078, N-096)."""
    return draft.kind is CareKind.OUTPATIENT and is_elsewhere(draft, setting) and wants_connection(draft, setting)


def not_settled(draft: Draft, _: Setting) -> bool:
    """Not settled at discharge: after that nothing is left to decide but the money."""
    return draft.stage is not CareStage.DISCHARGED_SETTLED


def wants_insurance_state(draft: Draft, setting: Setting) -> bool:
    """An interruption stops the settlement (N-127…N-131), unless it has already happened."""
    return not_settled(draft, setting) and _fund_may_pay(draft) and not _rushing(draft)


def wants_bill(draft: Draft, setting: Setting) -> bool:
    """Money is for later while somebody is on the way to the nearest hospital."""
    return concerns_fund(draft, setting) and not _rushing(draft)


def wants_account(draft: Draft, setting: Setting) -> bool:
    """An employee's personal account (个人账户) pays where the fund does not: drugstore, or insurance at rest."""
    if draft.scheme is not Scheme.EMPLOYEE or not wants_insurance_state(draft, setting):
        return False
    rests = draft.insurance_state is not None and draft.insurance_state is not InsuranceState.NORMAL
    return draft.kind in _ACCOUNT_KINDS or (rests and not isinstance(draft.insurance_state, NotKnown))


def counts_admissions(draft: Draft, _: Setting) -> bool:
    """Later stays of a year may have a lower deductible; that matters only with a bill."""
    return draft.kind is CareKind.INPATIENT and isinstance(draft.bill, Bill)


def status_is_possible(draft: Draft, choice: Choice) -> bool:
    """Working and retired are employees; the age groups are residents."""
    employee = choice in {Status.WORKING, Status.RETIRED}
    return employee is (draft.scheme is Scheme.EMPLOYEE)


def reason_is_possible(draft: Draft, choice: Choice) -> bool:
    """No retirement before retiring, no posting after it, no studies for those who work or have retired."""
    impossible: dict[Choice, frozenset[Status]] = {
        Reason.RETIRED_RELOCATION: frozenset({Status.WORKING, Status.CHILD, Status.STUDENT}),
        Reason.WORK_POST: frozenset({Status.RETIRED, Status.CHILD, Status.STUDENT, Status.ELDERLY}),
        Reason.STUDY: frozenset({Status.WORKING, Status.RETIRED, Status.ELDERLY}),
    }
    return draft.status not in impossible.get(choice, frozenset())


def kind_is_possible(draft: Draft, choice: Choice) -> bool:
    """Someone in danger buys no medicine and waits for no appointment."""
    hurried = {CareKind.INPATIENT, CareKind.EMERGENCY_OUTPATIENT, CareKind.INJURY, CareKind.CHILDBIRTH}
    return not draft.danger or choice in hurried


def stage_is_possible(draft: Draft, choice: Choice) -> bool:
    """Only a stay has an admission."""
    admission = choice in {CareStage.ABOUT_TO_BE_ADMITTED, CareStage.ADMITTED}
    return draft.kind in STAYS or not admission


def filing_is_possible(draft: Draft, choice: Choice) -> bool:
    """Nothing can have been filed after an admission that lies ahead."""
    return choice is not FilingState.LATE or draft.stage not in _PLANNED


def _fund_may_pay(draft: Draft) -> bool:
    """Neither a work injury (N-115) nor one that somebody else is liable for (N-112)."""
    return draft.work_injury is not True and draft.third_party is not True


def _rushing(draft: Draft) -> bool:
    """In danger and on the way: no question about level, connection or dates delays care."""
    return draft.danger is True and draft.stage in _PLANNED
