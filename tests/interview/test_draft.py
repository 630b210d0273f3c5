"""From answers to a case and back: what the wizard collects is what the rules are asked."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.bill import Bill, YearToDate
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
from desktop_app.errors import Problem
from desktop_app.interview.draft import NOT_KNOWN, Answer, CareStage, Draft, case_from
from desktop_app.interview.opened import draft_of
from desktop_app.interview.routing import Route, route
from tests.interview.places import BEIJING, CHENGDU, SETTING, SHANGHAI, SHENZHEN, SUZHOU, TAIYUAN, TODAY, XIAODIAN
from tests.interview.samples import SHENZHEN_EMPLOYEE, SUZHOU_EMPLOYEE, TAIYUAN_MOTHER
from tests.interview.walk import walked

MOTHER_CASE = Case(
    today=TODAY,
    person=Person(
        scheme=Scheme.RESIDENT,
        insured_region=TAIYUAN,
        status=Status.ELDERLY,
        age=68,
        insurance_state=InsuranceState.NORMAL,
    ),
    episodes=(
        Episode(
            Care(
                kind=CareKind.INPATIENT,
                date=date(2026, 12, 3),
                admitted_on=date(2026, 12, 3),
                region=BEIJING,
                level=Level.LEVEL3,
                reason=Reason.LONG_TERM_RESIDENCE,
                filing=FilingState.NONE,
                stage=Stage.PLANNING,
                networked=True,
            ),
            Bill(total=Fen(50_000_00), out_of_catalogue=Fen(3_000_00)),
        ),
    ),
)


def _case(answers: dict[str, Answer]) -> Case:
    return case_from(route(walked(answers).draft, SETTING).draft, TODAY)


def test_the_mother_from_taiyuan_becomes_the_case_a_clerk_would_write() -> None:
    """Eighteen answers, one case; the day of discharge is not known, so the day of admission stands for it."""
    assert _case(TAIYUAN_MOTHER) == MOTHER_CASE


def test_what_is_not_known_stays_unknown() -> None:
    """No answer is made up: unknown level, connection, reason, filing and state reach the rules as unknown."""
    unsure: dict[str, Answer] = dict.fromkeys(
        ("reason", "level", "networked", "filing", "insurance_state", "bill", "age", "status", "stage"), NOT_KNOWN
    )
    unsure |= {"rescue": NOT_KNOWN, "admitted_on": NOT_KNOWN}
    case = _case({**TAIYUAN_MOTHER, **unsure})
    care = case.episodes[0].care
    assert (care.reason, care.level, care.filing, care.stage) == (
        Reason.UNKNOWN,
        Level.UNKNOWN,
        FilingState.UNKNOWN,
        Stage.UNKNOWN,
    )
    assert care.networked is None
    assert case.person.age is None
    assert case.person.insurance_state is InsuranceState.UNKNOWN
    assert case.episodes[0].bill is None


def test_a_day_nobody_knows_yet_is_today() -> None:
    """The rules of today are applied, and nothing claims to know an admission."""
    case = _case({**TAIYUAN_MOTHER, "stage": CareStage.PLANNING, "admitted_on": NOT_KNOWN})
    assert case.episodes[0].care.date == TODAY
    assert case.episodes[0].care.admitted_on is None


def test_a_patient_still_in_hospital_is_judged_on_the_admission() -> None:
    """Admitted on the 15th and still there on the 21st: the filing is judged on the 15th, the figures on the 21st."""
    care = _case({**SUZHOU_EMPLOYEE, "discharged_on": NOT_KNOWN}).episodes[0].care
    assert (care.begins, care.date) == (date(2026, 11, 15), date(2026, 11, 21))


def test_answers_that_are_no_longer_asked_do_not_reach_the_case() -> None:
    """After turning a hospital stay into a drugstore visit, neither level nor admission remains in the case."""
    stay = walked(TAIYUAN_MOTHER).draft
    visit = route(stay.answering("kind", CareKind.DRUGSTORE), SETTING).draft
    care = case_from(visit, TODAY).episodes[0].care
    assert (care.level, care.admitted_on) == (Level.UNKNOWN, None)


def test_danger_means_emergency_rescue() -> None:
    """Danger now is an emergency rescue today, whatever the reason for being away."""
    case = _case({**TAIYUAN_MOTHER, "danger": True})
    care = case.episodes[0].care
    assert care.emergency
    assert care.reason is Reason.EMERGENCY
    assert care.date == TODAY


def test_a_filing_without_its_days_is_no_record_to_rely_on() -> None:
    """Filed, but nobody knows from when to when: the rules must ask instead of calling it valid."""
    filed: dict[str, Answer] = {
        "filing": FilingState.FILED,
        "filing_type": FilingType.OTHER_TEMPORARY,
        "filing_region": BEIJING,
        "filing_period": NOT_KNOWN,
    }
    care = _case({**TAIYUAN_MOTHER, **filed}).episodes[0].care
    assert care.filing is FilingState.FILED
    assert care.filing_record is None


def test_a_recognised_disease_is_added_to_what_the_case_brought() -> None:
    """Recognised: it stands among the recognised diseases. Not recognised: it does not, even if the case said so."""
    chronic: dict[str, Answer] = {
        "kind": CareKind.CHRONIC_OUTPATIENT,
        "disease": "高血压",
        "recognised": True,
        "family_doctor": NOT_KNOWN,
        "visited_on": date(2026, 11, 30),
        "stage": CareStage.PLANNING,
    }
    assert _case({**TAIYUAN_MOTHER, **chronic}).person.chronic == ("高血压",)
    assert _case({**TAIYUAN_MOTHER, **chronic, "recognised": False}).person.chronic == ()


def test_settled_and_paid_say_how_it_was_settled() -> None:
    """Settled at discharge is direct settlement, paid in full leads to a manual claim."""
    days: dict[str, Answer] = {"rescue": False, "discharged_on": date(2026, 11, 20)}
    paid = _case({**SUZHOU_EMPLOYEE, **days, "stage": CareStage.DISCHARGED_PAID}).episodes[0].care
    settled = _case({**SUZHOU_EMPLOYEE, **days, "stage": CareStage.DISCHARGED_SETTLED}).episodes[0].care
    assert paid.settlement is SettlementMode.MANUAL
    assert settled.settlement is SettlementMode.DIRECT


def test_a_draft_without_scheme_is_no_case() -> None:
    """Asking the rules too early is a mistake in the program, and is said so."""
    with pytest.raises(ValueError, match="scheme"):
        case_from(Draft(), TODAY)


FILED = FilingRecord(
    type=FilingType.LONG_TERM_RESIDENCE, start=date(2025, 9, 1), until=None, region=CHENGDU, with_papers=True
)

OPENED = {
    "mother": MOTHER_CASE,
    "shenzhen, filed, with a balance": Case(
        today=TODAY,
        person=Person(
            scheme=Scheme.EMPLOYEE,
            insured_region=SHENZHEN,
            tier="tier2",
            status=Status.WORKING,
            age=35,
            insurance_state=InsuranceState.UNKNOWN,
        ),
        episodes=(
            Episode(
                Care(
                    kind=CareKind.OUTPATIENT,
                    date=date(2026, 11, 24),
                    region=CHENGDU,
                    level=Level.LEVEL3,
                    reason=Reason.LONG_TERM_RESIDENCE,
                    filing=FilingState.FILED,
                    filing_record=FILED,
                    stage=Stage.PLANNING,
                    networked=True,
                    selected=True,
                ),
                None,
            ),
        ),
        year_to_date=YearToDate(personal_account_balance=Fen(800_00), deductible_paid=Fen(200_00)),
    ),
    "rescued while away": Case(
        today=TODAY,
        person=Person(
            scheme=Scheme.EMPLOYEE,
            insured_region=SUZHOU,
            status=Status.WORKING,
            age=52,
            insurance_state=InsuranceState.ARREARS,
        ),
        episodes=(
            Episode(
                Care(
                    kind=CareKind.INJURY,
                    date=date(2026, 11, 29),
                    admitted_on=date(2026, 11, 17),
                    region=SHANGHAI,
                    level=Level.LEVEL3,
                    reason=Reason.EMERGENCY,
                    stage=Stage.ADMITTED,
                    networked=True,
                    emergency=True,
                    injury=Injury(third_party=None, work=False),
                ),
                None,
            ),
        ),
    ),
    "at home in a district": Case(
        today=TODAY,
        person=Person(
            scheme=Scheme.EMPLOYEE,
            insured_region=XIAODIAN,
            status=Status.WORKING,
            assistance=Assistance.LOW_INCOME,
            insurance_state=InsuranceState.NORMAL,
        ),
        episodes=(
            Episode(
                Care(
                    kind=CareKind.INPATIENT,
                    date=date(2026, 12, 1),
                    region=TAIYUAN,
                    level=Level.LEVEL2,
                    stage=Stage.PLANNING,
                    networked=True,
                    joined=True,
                ),
                Bill(total=Fen(12_000_00)),
            ),
        ),
    ),
}


def still_open(way: Route) -> list[str]:
    """The questions on this way that nobody has answered."""
    return [question.id for question in way.questions if question.answer(way.draft) is None]


@pytest.mark.parametrize("name", list(OPENED))
def test_an_opened_case_walks_through_unchanged(name: str) -> None:
    """Opened, walked to the page of answers and turned into a case again, it is the same case."""
    way = route(draft_of(OPENED[name]), SETTING)
    assert still_open(way) == []
    assert case_from(way.draft, TODAY) == OPENED[name]


@pytest.mark.parametrize("answers", [TAIYUAN_MOTHER, SHENZHEN_EMPLOYEE, SUZHOU_EMPLOYEE])
def test_a_walked_case_opens_again_as_it_was(answers: dict[str, Answer]) -> None:
    """Case to draft to case is the identity for what the wizard itself made."""
    case = _case(answers)
    assert case_from(route(draft_of(case), SETTING).draft, TODAY) == case


def test_an_unstated_insurance_state_is_asked_when_the_case_is_opened() -> None:
    """A case that says nothing about it leads to the question; the wizard itself never leaves it unstated."""
    silent = replace(MOTHER_CASE, person=replace(MOTHER_CASE.person, insurance_state=InsuranceState.UNSTATED))
    assert still_open(route(draft_of(silent), SETTING)) == ["insurance_state"]


def test_several_episodes_are_refused_with_their_number() -> None:
    """The wizard plans one stay; a file with two is not cut short in silence."""
    two = replace(MOTHER_CASE, episodes=MOTHER_CASE.episodes * 2, several=True)
    with pytest.raises(Problem) as refused:
        draft_of(two)
    assert dict(refused.value.message.parameters) == {"value": 2}
