"""Which question comes next: for every question, the answers that make a difference and what they lead to."""

from datetime import date

import pytest

from desktop_app.domain.bill import Bill
from desktop_app.domain.care import CareKind, FilingState, FilingType, Reason
from desktop_app.domain.money import Fen
from desktop_app.domain.person import InsuranceState, Scheme, Status
from desktop_app.interview.draft import NOT_KNOWN, Answer, CareStage, Draft, FilingPeriod
from desktop_app.interview.progress import Page
from desktop_app.interview.questions import BY_ID, QUESTIONS
from desktop_app.interview.routing import choices
from tests.interview.places import BEIJING, CHENGDU, SETTING, TAIYUAN, XIAODIAN
from tests.interview.samples import SAMPLES, SHENZHEN_EMPLOYEE, SUZHOU_EMPLOYEE, TAIYUAN_MOTHER
from tests.interview.walk import asked, walked

NEXT: list[tuple[str, dict[str, Answer], dict[str, Answer], str]] = [
    ("danger", TAIYUAN_MOTHER, {"danger": False}, "scheme"),
    ("danger", TAIYUAN_MOTHER, {"danger": True}, Page.EMERGENCY),
    ("scheme", TAIYUAN_MOTHER, {}, "status"),
    ("status", TAIYUAN_MOTHER, {}, "age"),
    ("age", TAIYUAN_MOTHER, {"age": NOT_KNOWN}, "assistance"),
    ("assistance", TAIYUAN_MOTHER, {}, "insured_region"),
    ("insured_region", TAIYUAN_MOTHER, {}, "care_region"),
    ("insured_region", SHENZHEN_EMPLOYEE, {}, "tier"),
    ("insured_region", TAIYUAN_MOTHER, {"insured_region": CHENGDU}, "tier"),
    ("insured_region", TAIYUAN_MOTHER, {"status": Status.CHILD, "insured_region": CHENGDU}, "care_region"),
    ("insured_region", SHENZHEN_EMPLOYEE, {"insured_region": CHENGDU}, "care_region"),
    ("tier", SHENZHEN_EMPLOYEE, {"tier": NOT_KNOWN}, "care_region"),
    ("care_region", TAIYUAN_MOTHER, {}, "reason"),
    ("care_region", TAIYUAN_MOTHER, {"care_region": XIAODIAN}, "kind"),
    ("care_region", TAIYUAN_MOTHER, {"danger": True}, "kind"),
    ("reason", TAIYUAN_MOTHER, {"reason": NOT_KNOWN}, "kind"),
    ("kind", TAIYUAN_MOTHER, {}, "stage"),
    ("kind", TAIYUAN_MOTHER, {"kind": CareKind.CHRONIC_OUTPATIENT}, "disease"),
    ("kind", TAIYUAN_MOTHER, {"kind": CareKind.INJURY}, "work_injury"),
    ("kind", SHENZHEN_EMPLOYEE, {}, "family_doctor"),
    ("disease", TAIYUAN_MOTHER, {"kind": CareKind.CHRONIC_OUTPATIENT, "disease": "高血压"}, "recognised"),
    (
        "recognised",
        TAIYUAN_MOTHER,
        {"kind": CareKind.CHRONIC_OUTPATIENT, "disease": NOT_KNOWN, "recognised": NOT_KNOWN},
        "family_doctor",
    ),
    ("work_injury", TAIYUAN_MOTHER, {"kind": CareKind.INJURY, "work_injury": True}, Page.CHECK),
    ("work_injury", TAIYUAN_MOTHER, {"kind": CareKind.INJURY, "work_injury": False}, "third_party"),
    ("third_party", TAIYUAN_MOTHER, {"kind": CareKind.INJURY, "work_injury": False, "third_party": True}, "stage"),
    ("family_doctor", SHENZHEN_EMPLOYEE, {}, "stage"),
    ("stage", TAIYUAN_MOTHER, {}, "admitted_on"),
    ("stage", SHENZHEN_EMPLOYEE, {}, "visited_on"),
    ("stage", TAIYUAN_MOTHER, {"reason": Reason.EMERGENCY}, "rescue"),
    ("stage", TAIYUAN_MOTHER, {"danger": True}, Page.CHECK),
    ("rescue", TAIYUAN_MOTHER, {"reason": Reason.EMERGENCY, "rescue": True}, "admitted_on"),
    ("admitted_on", TAIYUAN_MOTHER, {}, "discharged_on"),
    ("discharged_on", TAIYUAN_MOTHER, {}, "filing"),
    ("discharged_on", TAIYUAN_MOTHER, {"care_region": TAIYUAN}, "level"),
    ("discharged_on", TAIYUAN_MOTHER, {"reason": Reason.EMERGENCY, "rescue": True}, "level"),
    ("visited_on", SHENZHEN_EMPLOYEE, {}, "filing"),
    ("filing", TAIYUAN_MOTHER, {}, "level"),
    ("filing", TAIYUAN_MOTHER, {"filing": NOT_KNOWN}, "level"),
    ("filing", TAIYUAN_MOTHER, {"filing": FilingState.FILED}, "filing_type"),
    ("level", TAIYUAN_MOTHER, {"level": NOT_KNOWN}, "networked"),
    ("networked", TAIYUAN_MOTHER, {"networked": NOT_KNOWN}, "insurance_state"),
    ("networked", SHENZHEN_EMPLOYEE, {}, "selected"),
    ("selected", SHENZHEN_EMPLOYEE, {}, "insurance_state"),
    ("insurance_state", TAIYUAN_MOTHER, {}, "bill"),
    ("insurance_state", SHENZHEN_EMPLOYEE, {}, "account_balance"),
    ("insurance_state", SUZHOU_EMPLOYEE, {}, "bill"),
    ("insurance_state", SUZHOU_EMPLOYEE, {"insurance_state": InsuranceState.ARREARS}, "account_balance"),
    ("account_balance", SHENZHEN_EMPLOYEE, {"account_balance": NOT_KNOWN}, "bill"),
    ("bill", TAIYUAN_MOTHER, {}, "admission"),
    ("bill", TAIYUAN_MOTHER, {"bill": NOT_KNOWN}, Page.CHECK),
    ("bill", SHENZHEN_EMPLOYEE, {"bill": Bill(total=Fen(300_00))}, Page.CHECK),
    ("admission", TAIYUAN_MOTHER, {}, Page.CHECK),
]


@pytest.mark.parametrize(("question", "person", "changes", "then"), NEXT)
def test_next_question(question: str, person: dict[str, Answer], changes: dict[str, Answer], then: str) -> None:
    """After this question, with these answers, comes that page."""
    pages = asked(person | changes)
    assert pages[pages.index(question) + 1] == then


def test_long_term_filing_is_asked_about_papers_and_a_temporary_one_is_not() -> None:
    """Only a long-term filing can have been made by commitment letter, so only there it is asked."""
    filed: dict[str, Answer] = {
        "filing": FilingState.FILED,
        "filing_type": FilingType.LONG_TERM_RESIDENCE,
        "filing_region": BEIJING,
        "filing_period": FilingPeriod(date(2025, 1, 1), None),
    }
    assert walked(TAIYUAN_MOTHER | filed).at == "filing_papers"
    temporary = filed | {"filing_type": FilingType.OTHER_TEMPORARY}
    assert walked(TAIYUAN_MOTHER | temporary).at == Page.CHECK


def test_every_question_is_somebodys_next() -> None:
    """The table above leaves no question out."""
    led_to = {then for _, _, _, then in NEXT} | {"filing_region", "filing_period", "filing_papers", "danger"}
    assert {question.id for question in QUESTIONS} <= led_to


def test_emergency_comes_first_and_shows_the_card_at_once() -> None:
    """The very first page asks for danger; a yes shows the card before anything else is asked."""
    assert asked({})[0] == "danger"
    assert asked({"danger": True}) == ["danger", Page.EMERGENCY, "scheme"]


def test_in_danger_nothing_is_asked_that_could_delay_care() -> None:
    """On the way to the nearest hospital nobody is asked for reason, filing, dates, level, connection or money."""
    pages = asked(TAIYUAN_MOTHER | {"danger": True, "stage": CareStage.PLANNING})
    assert pages[-2:] == ["stage", Page.CHECK]
    assert "reason" not in pages


def test_once_settled_only_what_changes_the_money_is_asked() -> None:
    """After direct settlement neither filing nor connection nor the state of the insurance can change anything."""
    settled: dict[str, Answer] = {
        "stage": CareStage.DISCHARGED_SETTLED,
        "admitted_on": date(2026, 11, 2),
        "discharged_on": date(2026, 11, 12),
    }
    pages = asked(TAIYUAN_MOTHER | settled)
    assert not {"rescue", "filing", "networked", "insurance_state"} & set(pages)
    assert {"level", "bill", "admission"} <= set(pages)


def test_at_home_neither_reason_nor_filing_is_asked() -> None:
    """Inside one pooling area nothing is filed; a district counts as its city."""
    pages = asked(TAIYUAN_MOTHER | {"care_region": XIAODIAN})
    assert not {"reason", "filing"} & set(pages)
    assert pages[-1] == Page.CHECK


@pytest.mark.parametrize("name", list(SAMPLES))
def test_samples_reach_the_page_of_answers(name: str) -> None:
    """The three people of the samples are through in twenty-odd pages at most."""
    pages = asked(SAMPLES[name])
    assert pages[-1] == Page.CHECK
    assert len(pages) <= 22


def test_a_question_that_allows_it_takes_not_known() -> None:
    """Somebody who knows nothing but scheme, places and kind still reaches the end."""
    knows_little: dict[str, Answer] = {question.id: NOT_KNOWN for question in QUESTIONS}
    knows_little |= {
        "danger": False,
        "scheme": Scheme.EMPLOYEE,
        "insured_region": TAIYUAN,
        "care_region": CHENGDU,
        "kind": CareKind.INPATIENT,
    }
    assert walked(knows_little).at == Page.CHECK


def test_choices_follow_from_what_was_answered() -> None:
    """Residents are not asked whether they are retired employees, and the retired cannot be posted by an employer."""
    resident = Draft(scheme=Scheme.RESIDENT)
    assert Status.RETIRED not in choices(BY_ID["status"], resident, SETTING)
    assert set(choices(BY_ID["status"], Draft(scheme=Scheme.EMPLOYEE), SETTING)) == {Status.WORKING, Status.RETIRED}
    assert Reason.WORK_POST not in choices(BY_ID["reason"], Draft(status=Status.RETIRED), SETTING)
    assert CareStage.ADMITTED not in choices(BY_ID["stage"], Draft(kind=CareKind.OUTPATIENT), SETTING)
    assert choices(BY_ID["tier"], Draft(insured_region="440300", scheme=Scheme.EMPLOYEE), SETTING) == ("tier1", "tier2")
