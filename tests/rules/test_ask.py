"""The call script: every gap, the ranges by what they narrow, what sources dispute; the deciding questions first."""

from dataclasses import replace
from datetime import date
from typing import cast

import pytest

from desktop_app.domain.bill import Bill
from desktop_app.domain.care import CareKind, Reason
from desktop_app.domain.evidence import Evidence, Fact
from desktop_app.domain.figure import FigureName
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Ask, Plan
from desktop_app.domain.person import Scheme, Status
from desktop_app.rules.plan import make_plan
from desktop_app.rules.rulebook import RuleBook
from desktop_app.storage.rule_pack import RulePack
from tests.rules.cases import CHENGDU, case

BILL = Bill(total=Fen(30_000_00), out_of_catalogue=Fen(2_000_00))
ELDERLY = {"insured_region": "140100", "scheme": Scheme.RESIDENT, "status": Status.ELDERLY, "age": 68}


def ranged(plan: Plan) -> list[Ask]:
    """The questions with an amount."""
    return [ask for ask in plan.ask if ask.narrows is not None]


def test_ranges_are_asked_by_how_many_yuan_they_narrow(rulebook: RulePack) -> None:
    """The first is the one the estimate names; each amount is at most the one before, and none less than a yuan."""
    plan = make_plan(case(bill=BILL, person=ELDERLY, reason=Reason.LONG_TERM_RESIDENCE), rulebook)
    assert plan.money is not None
    estimate = plan.money.as_is
    asks = ranged(plan)
    amounts = [ask.narrows or 0 for ask in asks]
    assert len(asks) >= 3
    assert (asks[0].figure, amounts[0]) == (estimate.narrowing, estimate.narrowed_by)
    assert amounts == sorted(amounts, reverse=True)
    assert min(amounts) >= 1_00
    assert {ask.figure for ask in asks} <= {used.name for used in estimate.figures if not used.exact}


def test_a_range_says_what_is_assumed_and_on_what_evidence(rulebook: RulePack) -> None:
    """Whoever rings can say which figure was counted with."""
    plan = make_plan(case(bill=BILL, person=ELDERLY, reason=Reason.LONG_TERM_RESIDENCE), rulebook)
    for ask in ranged(plan):
        assert ask.assumed is not None
        assert ask.provenance is not None
        assert ask.line == "0351-12393"


def test_every_gap_is_asked_before_any_range(rulebook: RulePack) -> None:
    """A day before any figure is known: all that is missing comes first; without an amount no range can be weighed."""
    long_ago = case(bill=BILL, person=ELDERLY, today=date(2020, 3, 1), admitted_on=None, date=date(2020, 3, 20))
    plan = make_plan(long_ago, rulebook)
    assert plan.money is not None
    gaps = [gap.figure for gap in plan.money.as_is.gaps]
    figures = [ask.figure for ask in plan.ask if ask.figure is not None]
    assert gaps
    assert figures[: len(gaps)] == gaps
    assert ranged(plan) == []


def test_a_fact_that_carries_the_plan_and_is_contradicted_is_asked_about(rulebook: RulePack) -> None:
    """That stays are settled directly everywhere (N-077) is contradicted by an article on weaker grounds (S2-05)."""
    plan = make_plan(case(bill=BILL), rulebook)
    [dispute] = [ask for ask in plan.ask if ask.facts == ("N-077", "S2-05")]
    assert dispute.question.id == "ask.dispute"
    assert dispute.assumed is not None
    assert dispute.provenance is not None
    assert dispute.provenance.evidence is Evidence.REPORTED


def test_a_dispute_that_a_question_is_about_already_is_not_asked_twice(rulebook: RulePack) -> None:
    """Whether Shenzhen asks for a filing is disputed (L1017 against S3-05), and asked in plain words."""
    person = {"insured_region": "440300", "tier": "tier2"}
    plan = make_plan(case(bill=BILL, person=person, kind=CareKind.OUTPATIENT, region=CHENGDU), rulebook)
    about = [ask.question.id for ask in plan.ask if {"L1017", "S3-05"} & set(ask.facts)]
    assert about == ["ask.exempt"]


@pytest.mark.parametrize("region", ["110000", "140100", "440300", "640100", "510100"])
def test_each_question_is_put_once_and_no_fact_disputes_itself(rulebook: RulePack, region: str) -> None:
    """Also where several facts are contradicted by the same source, or a figure's fact is."""
    plan = make_plan(case(bill=BILL, person={"insured_region": region}, region=CHENGDU), rulebook)
    questions = [ask.question for ask in plan.ask]
    figures = [ask.figure for ask in plan.ask if ask.figure is not None]
    assert len(set(questions)) == len(questions)
    assert len(set(figures)) == len(figures)
    for ask in plan.ask:
        assert len(set(ask.facts)) == len(ask.facts)


def test_what_sways_a_comparison_is_asked_last(rulebook: RulePack) -> None:
    """Where it cannot be told which of two ways pays more, the figure that would tell is in the script as well."""
    plan = make_plan(case(bill=BILL, person=ELDERLY, reason=Reason.LONG_TERM_RESIDENCE), rulebook)
    assert plan.money is not None
    swaying = {each.ask for each in plan.money.alternatives if each.ask is not None}
    assert swaying <= {ask.question for ask in plan.ask}


class Regraded:
    """The rulebook with one fact on other evidence."""

    def __init__(self, rulebook: RulePack, number: str, evidence: Evidence) -> None:
        self._rulebook, self._number, self._evidence = rulebook, number, evidence

    def fact(self, number: str, insured_region: str | None = None) -> Fact | None:
        """The fact, regraded if it is that one."""
        found = self._rulebook.fact(number, insured_region)
        return replace(found, evidence=self._evidence) if found and number == self._number else found

    def __getattr__(self, question: str) -> object:
        return getattr(self._rulebook, question)


def disputes(rulebook: RuleBook) -> list[tuple[tuple[str, ...], bool]]:
    """What the plain stay asks about disputes, in order: the facts, and whether something is assumed."""
    plan = make_plan(case(bill=BILL), rulebook)
    return [(ask.facts, ask.assumed is not None) for ask in plan.ask if ask.question.id == "ask.dispute"]


def test_against_better_evidence_nothing_is_assumed_and_it_is_asked_first(rulebook: RulePack) -> None:
    """Were the article an official document (S1-03), nobody could say that ours holds: that has to be asked at once."""
    ours, theirs = ("N-077", "S2-05"), ("N-040", "S1-03")
    as_it_is = disputes(rulebook)
    assert {ours: True, theirs: True}.items() <= dict(as_it_is).items()
    official = disputes(cast("RuleBook", Regraded(rulebook, "S1-03", Evidence.OFFICIAL)))
    assert official[0] == (theirs, False)
    assert (ours, True) in official


def test_what_carries_no_verdict_is_not_asked_about(rulebook: RulePack) -> None:
    """A fact that is only typical carries nothing: what is said against it is no question for the telephone."""
    typical = disputes(cast("RuleBook", Regraded(rulebook, "N-077", Evidence.TYPICAL)))
    assert ("N-077", "S2-05") not in dict(typical)
    assert ("N-040", "S1-03") in dict(typical)


def test_a_figure_that_is_asked_for_is_not_disputed_besides(rulebook: RulePack) -> None:
    """Chengdu's bonus rests on L2005, which L2006 contradicts: whoever is asked for the figure says both."""
    person = {"insured_region": "510100", "status": Status.WORKING, "age": 45}
    plan = make_plan(case(bill=BILL, person=person), rulebook)
    assert plan.money is not None
    facts = {used.provenance.fact for used in plan.money.as_is.figures if used.name is FigureName.BONUS}
    assert facts == {"L2005"}
    assert FigureName.BONUS in {ask.figure for ask in plan.ask}
    assert all("L2006" not in ask.facts for ask in plan.ask)
