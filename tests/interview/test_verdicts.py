"""Whoever answers the questions can reach every verdict that a case file can, with the rulebook as it is."""

from datetime import date
from typing import cast

import pytest

from desktop_app.domain.advice import FilingVerdict, SettlementVerdict
from desktop_app.domain.care import CareKind, FilingState, FilingType, Level, Reason
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Plan
from desktop_app.domain.person import Assistance, InsuranceState, Scheme, Status
from desktop_app.errors import Problem
from desktop_app.interview import progress as interview
from desktop_app.interview.draft import NOT_KNOWN, Answer, CareStage, Draft, FilingPeriod, case_from
from desktop_app.interview.progress import Page, Progress
from desktop_app.interview.question import Input
from desktop_app.interview.questions import BY_ID, QUESTIONS
from desktop_app.interview.routing import choices, route
from desktop_app.interview.setting import Setting
from desktop_app.rules.plan import make_plan
from desktop_app.storage.rule_pack import RulePack

TODAY = date(2026, 11, 21)

XINYANG: dict[str, Answer] = {
    "danger": False,
    "scheme": Scheme.EMPLOYEE,
    "status": Status.WORKING,
    "age": 50,
    "assistance": Assistance.NONE,
    "insured_region": "411500",
    "care_region": "420100",
    "reason": Reason.SELF_CHOSEN,
    "kind": CareKind.INPATIENT,
    "rescue": False,
    "stage": CareStage.ABOUT_TO_BE_ADMITTED,
    "admitted_on": date(2026, 12, 1),
    "discharged_on": NOT_KNOWN,
    "visited_on": date(2026, 11, 24),
    "family_doctor": False,
    "filing": FilingState.NONE,
    "level": Level.LEVEL3,
    "networked": True,
    "selected": NOT_KNOWN,
    "insurance_state": InsuranceState.NORMAL,
    "account_balance": NOT_KNOWN,
    "bill": NOT_KNOWN,
}
"""An employee of Xinyang about to be admitted in Wuhan, connected, with nothing filed yet."""

IN_HOSPITAL: dict[str, Answer] = {"stage": CareStage.ADMITTED, "admitted_on": date(2026, 11, 15)}
PAID: dict[str, Answer] = {
    "stage": CareStage.DISCHARGED_PAID,
    "admitted_on": date(2026, 11, 2),
    "discharged_on": date(2026, 11, 12),
}
FILED: dict[str, Answer] = {
    "filing": FilingState.FILED,
    "filing_type": FilingType.OTHER_TEMPORARY,
    "filing_region": "420100",
    "filing_period": FilingPeriod(date(2026, 10, 1), date(2027, 4, 1)),
}


def planned(answers: dict[str, Answer], rulebook: RulePack) -> Plan:
    """The plan at the end of the interview: each question answered as it comes up, "I don't know" where unsaid."""
    setting = Setting(rulebook, TODAY)
    here = Progress()
    while here.at != Page.CHECK:
        given = None if here.at == Page.EMERGENCY else answers.get(here.at, NOT_KNOWN)
        here = interview.forward(here, setting) if given is None else interview.answer(here, given, setting)
    return make_plan(case_from(route(here.draft, setting).draft, TODAY), rulebook)


DRUGSTORE: dict[str, Answer] = {
    "kind": CareKind.DRUGSTORE,
    "stage": CareStage.PLANNING,
    "account_balance": Fen(50_000),
}

FILING: list[tuple[FilingVerdict, dict[str, Answer]]] = [
    (FilingVerdict.NOT_NEEDED, {"care_region": "411500"}),
    (FilingVerdict.DEEMED, {"danger": True, **IN_HOSPITAL}),
    (FilingVerdict.DEEMED, {"rescue": True, **PAID}),
    (FilingVerdict.VALID, FILED),
    (FilingVerdict.ADVISED, {"insured_region": "340200", "care_region": "310000"}),
    (FilingVerdict.LATE_BEFORE_DISCHARGE, IN_HOSPITAL),
    (FilingVerdict.LATE_AFTER_DISCHARGE, PAID),
    (FilingVerdict.NEEDED, {}),
    (FilingVerdict.UNKNOWN, {"filing": NOT_KNOWN}),
]


@pytest.mark.parametrize(("verdict", "answers"), FILING)
def test_answers_reach_every_filing_verdict(
    rulebook: RulePack, verdict: FilingVerdict, answers: dict[str, Answer]
) -> None:
    """Each line of the filing table can be reached by answering."""
    assert planned(XINYANG | answers, rulebook).filing.verdict is verdict


SETTLEMENT: list[tuple[SettlementVerdict, dict[str, Answer]]] = [
    (SettlementVerdict.DIRECT, FILED),
    (SettlementVerdict.DIRECT_IF, {}),
    (SettlementVerdict.PERSONAL_ACCOUNT, DRUGSTORE),
    (SettlementVerdict.MANUAL, FILED | {"networked": False}),
    (SettlementVerdict.NOT_COVERED, {"kind": CareKind.INJURY, "work_injury": True}),
    (SettlementVerdict.UNKNOWN, {**PAID, "stage": NOT_KNOWN}),
]


@pytest.mark.parametrize(("verdict", "answers"), SETTLEMENT)
def test_answers_reach_every_settlement_verdict(
    rulebook: RulePack, verdict: SettlementVerdict, answers: dict[str, Answer]
) -> None:
    """Each way of settling can be reached by answering."""
    assert planned(XINYANG | answers, rulebook).settlement.verdict is verdict


def test_no_verdict_is_left_out() -> None:
    """The two tables above name every verdict there is."""
    assert {verdict for verdict, _ in FILING} == set(FilingVerdict)
    assert {verdict for verdict, _ in SETTLEMENT} == set(SettlementVerdict)


@pytest.mark.parametrize(("insured", "there"), [("440100", "430100"), ("440600", "450100")])
def test_a_letter_that_pays_elsewhere_only_is_asked_about_at_home(rulebook: RulePack, insured: str, there: str) -> None:
    """Back in Guangzhou or Foshan with a long-term filing by letter, papers come first (N-029, L1034)."""
    letter: dict[str, Answer] = {
        "insured_region": insured,
        "care_region": insured,
        "filing": FilingState.FILED,
        "filing_type": FilingType.LONG_TERM_RESIDENCE,
        "filing_region": there,
        "filing_period": FilingPeriod(date(2026, 3, 1), None),
        "filing_papers": False,
    }
    plan = planned(XINYANG | letter, rulebook)
    assert (plan.filing.verdict, plan.settlement.verdict) == (FilingVerdict.NOT_NEEDED, SettlementVerdict.DIRECT_IF)
    with_papers = planned(XINYANG | letter | {"filing_papers": True}, rulebook)
    assert with_papers.settlement.verdict is SettlementVerdict.DIRECT


def test_settled_at_discharge_nothing_is_left_to_file(rulebook: RulePack) -> None:
    """Line 1: the interview asks for no filing any more, and the plan says to check the slip."""
    plan = planned(XINYANG | PAID | {"stage": CareStage.DISCHARGED_SETTLED}, rulebook)
    assert (plan.filing.verdict, plan.settlement.verdict) == (FilingVerdict.NOT_NEEDED, SettlementVerdict.DIRECT)
    assert "route.after.check_slip" in {step.do.text.id for step in plan.settlement.steps}


KINDS = [kind for kind in CareKind if kind is not CareKind.DRUGSTORE]


@pytest.mark.parametrize("kind", KINDS)
def test_i_do_not_know_is_an_answer_to_everything(rulebook: RulePack, kind: CareKind) -> None:
    """Whoever knows only who is insured where, and for what care, still gets a plan that says what to ask."""
    known = {id: XINYANG[id] for id in ("danger", "scheme", "insured_region", "care_region")} | {"kind": kind}
    plan = planned(known, rulebook)
    assert plan.filing.verdict is FilingVerdict.UNKNOWN
    assert plan.settlement.verdict in {SettlementVerdict.DIRECT_IF, SettlementVerdict.UNKNOWN}
    assert plan.ask


def test_every_choice_of_every_question_ends_in_a_plan(rulebook: RulePack) -> None:
    """Whichever of the offered choices is taken, alone and against the rest, the way leads to a plan."""
    setting = Setting(rulebook, TODAY)
    taken = 0
    way = route(Draft(), setting)
    for id in [question.id for question in QUESTIONS if question.input is Input.CHOICE]:
        question = BY_ID[id]
        for choice in (*choices(question, way.draft, setting), *question.choices):
            try:
                plan = planned(XINYANG | {id: cast("Answer", choice)}, rulebook)
            except Problem:
                continue
            assert plan.filing.why
            taken += 1
    assert taken > len(QUESTIONS)
