"""The questions of the wizard, each declared once, in the order in which they are asked (wizard.md, 1 to 13)."""

from typing import Final

from desktop_app.domain.care import CareKind, FilingState, FilingType, Level, Reason
from desktop_app.domain.person import Assistance, InsuranceState, Scheme, Status
from desktop_app.interview import checks, relevance
from desktop_app.interview.draft import CareStage, Draft
from desktop_app.interview.question import Input, Question, Step
from desktop_app.interview.setting import Setting

YES_NO: Final = (True, False)


def _never(_draft: Draft, _: Setting) -> bool:
    """For questions without which nothing can be said at all."""
    return False


_WHO: Final = (
    Question(id="danger", step=Step.WHO, input=Input.CHOICE, choices=YES_NO, allows_unknown=_never),
    Question(
        id="scheme",
        step=Step.WHO,
        input=Input.CHOICE,
        choices=(Scheme.EMPLOYEE, Scheme.RESIDENT),
        allows_unknown=_never,
        headline=True,
    ),
    Question(
        id="status",
        step=Step.WHO,
        input=Input.CHOICE,
        choices=(Status.WORKING, Status.RETIRED, Status.ELDERLY, Status.ADULT, Status.STUDENT, Status.CHILD),
        offered=relevance.status_is_possible,
        headline=True,
    ),
    Question(id="age", step=Step.WHO, input=Input.COUNT, lowest=0, highest=120, headline=True),
    Question(
        id="assistance",
        step=Step.WHO,
        input=Input.CHOICE,
        choices=(Assistance.NONE, Assistance.LOW_INCOME, Assistance.EXTREMELY_POOR, Assistance.POVERTY_RISK),
    ),
)

_PLACES: Final = (
    Question(
        id="insured_region",
        step=Step.INSURED_WHERE,
        input=Input.PLACE,
        allows_unknown=_never,
        fits=checks.place_has_rules,
        headline=True,
    ),
    Question(
        id="tier",
        step=Step.INSURED_WHERE,
        input=Input.TIER,
        relevant=relevance.has_tiers,
        fits=checks.tier_exists,
        headline=True,
    ),
    Question(
        id="care_region",
        step=Step.CARE_WHERE,
        input=Input.PLACE,
        allows_unknown=_never,
        fits=checks.place_has_rules,
        headline=True,
    ),
    Question(
        id="reason",
        step=Step.WHY,
        input=Input.CHOICE,
        choices=(
            Reason.LONG_TERM_RESIDENCE,
            Reason.RETIRED_RELOCATION,
            Reason.WORK_POST,
            Reason.REFERRAL,
            Reason.EMERGENCY,
            Reason.SELF_CHOSEN,
            Reason.STUDY,
        ),
        relevant=relevance.wants_reason,
        offered=relevance.reason_is_possible,
        headline=True,
    ),
)

_CARE: Final = (
    Question(
        id="kind",
        step=Step.WHAT_CARE,
        input=Input.CHOICE,
        choices=tuple(CareKind),
        allows_unknown=_never,
        offered=relevance.kind_is_possible,
        headline=True,
    ),
    Question(id="disease", step=Step.WHAT_CARE, input=Input.DISEASE, relevant=relevance.is_chronic, headline=True),
    Question(id="recognised", step=Step.WHAT_CARE, input=Input.CHOICE, choices=YES_NO, relevant=relevance.is_chronic),
    Question(id="work_injury", step=Step.WHAT_CARE, input=Input.CHOICE, choices=YES_NO, relevant=relevance.is_injury),
    Question(
        id="third_party",
        step=Step.WHAT_CARE,
        input=Input.CHOICE,
        choices=YES_NO,
        relevant=relevance.is_other_injury,
    ),
    Question(
        id="family_doctor",
        step=Step.WHAT_CARE,
        input=Input.CHOICE,
        choices=YES_NO,
        relevant=relevance.wants_family_doctor,
    ),
)

_WHEN: Final = (
    Question(
        id="stage",
        step=Step.WHEN,
        input=Input.CHOICE,
        choices=tuple(CareStage),
        relevant=relevance.concerns_fund,
        offered=relevance.stage_is_possible,
        headline=True,
    ),
    Question(id="rescue", step=Step.WHEN, input=Input.CHOICE, choices=YES_NO, relevant=relevance.may_be_rescue),
    Question(
        id="admitted_on",
        step=Step.WHEN,
        input=Input.DAY,
        allows_unknown=relevance.is_not_begun,
        relevant=relevance.is_stay,
        fits=checks.day_is_plausible,
        timely=checks.begun_by_today,
        headline=True,
    ),
    Question(
        id="discharged_on",
        step=Step.WHEN,
        input=Input.DAY,
        allows_unknown=relevance.is_not_over,
        relevant=relevance.is_stay,
        fits=checks.not_before_admission,
        timely=checks.discharge_agrees,
    ),
    Question(
        id="visited_on",
        step=Step.WHEN,
        input=Input.DAY,
        allows_unknown=relevance.is_not_over,
        relevant=relevance.is_visit,
        fits=checks.day_is_plausible,
        timely=checks.visit_agrees,
        headline=True,
    ),
)

_FILING: Final = (
    Question(
        id="filing",
        step=Step.WHEN,
        input=Input.CHOICE,
        choices=(FilingState.NONE, FilingState.FILED, FilingState.LATE),
        relevant=relevance.wants_filing,
        offered=relevance.filing_is_possible,
        headline=True,
    ),
    Question(
        id="filing_type",
        step=Step.WHEN,
        input=Input.CHOICE,
        choices=tuple(FilingType),
        relevant=relevance.has_filing,
    ),
    Question(
        id="filing_region",
        step=Step.WHEN,
        input=Input.PLACE,
        relevant=relevance.has_filing,
        fits=checks.place_has_rules,
    ),
    Question(
        id="filing_period",
        step=Step.WHEN,
        input=Input.PERIOD,
        relevant=relevance.has_filing,
        fits=checks.period_runs_forward,
    ),
    Question(
        id="filing_papers",
        step=Step.WHEN,
        input=Input.CHOICE,
        choices=YES_NO,
        relevant=relevance.has_long_term_filing,
    ),
)

_HOSPITAL_AND_BILL: Final = (
    Question(
        id="level",
        step=Step.WHEN,
        input=Input.CHOICE,
        choices=(Level.LEVEL3, Level.LEVEL3_TOP, Level.LEVEL2, Level.LEVEL1, Level.COMMUNITY),
        relevant=relevance.wants_level,
    ),
    Question(id="networked", step=Step.WHEN, input=Input.CHOICE, choices=YES_NO, relevant=relevance.wants_connection),
    Question(id="selected", step=Step.WHEN, input=Input.CHOICE, choices=YES_NO, relevant=relevance.wants_selection),
    Question(
        id="insurance_state",
        step=Step.WHEN,
        input=Input.CHOICE,
        choices=(
            InsuranceState.NORMAL,
            InsuranceState.INTERRUPTED,
            InsuranceState.ARREARS,
            InsuranceState.NEW,
            InsuranceState.NOT_ENROLLED,
        ),
        relevant=relevance.wants_insurance_state,
    ),
    Question(id="account_balance", step=Step.WHEN, input=Input.AMOUNT, relevant=relevance.wants_account),
    Question(
        id="bill",
        step=Step.WHEN,
        input=Input.BILL,
        relevant=relevance.wants_bill,
        fits=checks.parts_fit_total,
    ),
    Question(
        id="admission",
        step=Step.WHEN,
        input=Input.COUNT,
        lowest=1,
        highest=99,
        relevant=relevance.counts_admissions,
    ),
)

QUESTIONS: Final[tuple[Question, ...]] = (*_WHO, *_PLACES, *_CARE, *_WHEN, *_FILING, *_HOSPITAL_AND_BILL)

BY_ID: Final[dict[str, Question]] = {question.id: question for question in QUESTIONS}
