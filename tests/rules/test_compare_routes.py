"""The routes still open: what each takes, until when, on what evidence, and what is never weighed or recommended."""

from datetime import date
from typing import Any

import pytest

from desktop_app.domain.bill import Bill
from desktop_app.domain.care import FilingState, Level, Reason, Stage
from desktop_app.domain.case import Case
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Alternative, MoneyAdvice
from desktop_app.domain.routes import Route, Standing
from desktop_app.rules.compare.advice import LAST, weakest
from desktop_app.rules.plan import make_plan
from desktop_app.storage.rule_pack import RulePack
from tests.rules.cases import ADMITTED, PAID, TODAY, case

BILL = Bill(total=Fen(3_000_000))
TAIYUAN = {"insured_region": "140100"}


def advice(plain: Case, rulebook: RulePack) -> MoneyAdvice:
    """The money of a plan."""
    money = make_plan(plain, rulebook).money
    assert money is not None
    return money


def route(which: Route, rulebook: RulePack, **answers: Any) -> Alternative:  # noqa: ANN401 -- fields of the care
    """One of the routes open to somebody insured in Taiyuan, unless the answers say otherwise."""
    given: dict[str, Any] = {"bill": BILL, "person": TAIYUAN} | answers
    money = advice(case(**given), rulebook)
    return next(each for each in money.alternatives if each.route is which)


UNTIL: list[tuple[str, Route, dict[str, Any], date | None, str]] = [
    ("filed the day before admission", Route.FILE_TEMPORARY, {}, date(2026, 12, 2), "file_stay"),
    ("filed today, admitted today", Route.FILE_TEMPORARY, {"admitted_on": TODAY}, TODAY, "file_today_stay"),
    ("nobody knows the day", Route.FILE_TEMPORARY, {"admitted_on": None}, None, "file_before_admission"),
    ("referred before admission", Route.REFERRAL, {}, date(2026, 12, 2), "file_stay"),
    ("in hospital until discharge", Route.FILE_TEMPORARY, ADMITTED, date(2026, 11, 28), "before_paying"),
    # Taiyuan reviews at once (S4-28), Jinan takes two working days (S2-14): Tuesday for Thursday 2026-12-03.
    (
        "filed in time for the review",
        Route.FILE_LONG_TERM,
        {"person": {"insured_region": "370100"}, "reason": Reason.WORK_POST},
        date(2026, 12, 1),
        "file_reviewed",
    ),
    # Dalian (L2059): admitted on Wednesday 2026-11-18, five working days later is the Wednesday after.
    (
        "filed in the insured region's own time",
        Route.FILE_TEMPORARY,
        ADMITTED | {"person": {"insured_region": "210200"}, "admitted_on": date(2026, 11, 18)},
        date(2026, 11, 25),
        "file_window",
    ),
    ("another hospital before admission", Route.LEVEL2, {}, date(2026, 12, 2), "choose_stay"),
    ("home before admission", Route.AT_HOME, {}, date(2026, 12, 2), "choose_stay"),
    ("paid, by the last day of the claim", Route.FILE_TEMPORARY, PAID, date(2026, 12, 31), "late_filing"),
    ("claimed by the end of the year", Route.MANUAL, {}, date(2026, 12, 31), "claim"),
]


@pytest.mark.parametrize(("_", "which", "answers", "day", "said"), UNTIL, ids=[row[0] for row in UNTIL])
def test_every_route_says_until_when_it_is_open(
    rulebook: RulePack, _: str, which: Route, answers: dict[str, Any], day: date | None, said: str
) -> None:
    """A date where one can be told, counted from admission, discharge or the claim."""
    closes = route(which, rulebook, **answers).closes
    assert closes is not None
    assert (closes.day, closes.text.id) == (day, f"compare.until.{said}")


def test_a_route_names_the_facts_it_rests_on(rulebook: RulePack) -> None:
    """Filing beforehand, identity alone, and that a letter never stands in for the certificate of referral."""
    assert set(route(Route.FILE_TEMPORARY, rulebook).facts) == {"N-025", "N-044", "N-095"}
    assert "N-023" in route(Route.REFERRAL, rulebook).facts
    assert set(route(Route.FILE_TEMPORARY, rulebook, **ADMITTED).facts) == {"N-025", "N-053", "N-054"}
    plan = make_plan(case(bill=BILL, person=TAIYUAN), rulebook)
    assert plan.money is not None
    assert {number for each in plan.money.alternatives for number in each.facts} <= set(plan.facts)


@pytest.mark.parametrize("stage", [Stage.PLANNING, Stage.ADMITTED, Stage.DISCHARGED_PAID])
def test_rescue_is_never_weighed_against_money(rulebook: RulePack, stage: Stage) -> None:
    """Whatever the stage: no route, so none that would leave out or put off rescue."""
    rescue = case(bill=BILL, person=TAIYUAN, emergency=True, reason=Reason.EMERGENCY, stage=stage)
    assert advice(rescue, rulebook).alternatives == ()


def test_urgent_care_waits_for_no_certificate_and_goes_nowhere_else(rulebook: RulePack) -> None:
    """Filing and the way of paying are all that is left to choose."""
    urgent = advice(case(bill=BILL, person=TAIYUAN, reason=Reason.EMERGENCY), rulebook)
    assert {each.route for each in urgent.alternatives} == {Route.FILE_TEMPORARY, Route.MANUAL}


def test_what_is_left_undone_comes_last(rulebook: RulePack) -> None:
    """Not filing, and paying first, stand after everything that can be done, whatever they pay."""
    money = advice(case(bill=BILL, person=TAIYUAN, filing=FilingState.UNKNOWN), rulebook)
    routes = [each.route for each in money.alternatives]
    assert set(routes[-2:]) == {Route.NOT_FILED, Route.MANUAL}


def test_the_best_comes_first(rulebook: RulePack) -> None:
    """Certainly better before open or the same, certainly worse after."""
    rank = {Standing.BETTER: 0, Standing.SAME: 1, Standing.CANNOT_TELL: 1, Standing.WORSE: 2}
    for insured in ("140100", "320500", "450100", "610100"):
        money = advice(case(bill=BILL, person={"insured_region": insured}), rulebook)
        done = [rank[each.standing] for each in money.alternatives if each.route not in LAST]
        assert done == sorted(done)


def test_where_nothing_can_be_told_the_question_is_named(rulebook: RulePack) -> None:
    """Home or away depends on what Taiyuan takes off elsewhere: ask for that."""
    home = route(Route.AT_HOME, rulebook)
    assert home.standing is Standing.CANNOT_TELL
    assert home.ask is not None
    assert home.ask.id == "figures.ask.elsewhere"
    assert home.difference is not None
    assert home.difference.low == 0


def test_a_gap_is_asked_for(rulebook: RulePack) -> None:
    """Where a figure is missing, the question is the one that fills the gap."""
    money = advice(case(bill=BILL, person={"insured_region": "140100"}, level=Level.COMMUNITY), rulebook)
    for each in money.alternatives:
        assert (each.ask is not None) == (each.standing is Standing.CANNOT_TELL)


def test_evidence_weaker_than_now_is_marked(rulebook: RulePack) -> None:
    """Whatever the grades are, a weaker one is never passed over."""
    grades = ["yours", "official", "reported", "typical"]
    for insured in ("140100", "320500", "330100", "360100", "310000"):
        money = advice(case(bill=BILL, person={"insured_region": insured}), rulebook)
        own = weakest(money.as_is)
        assert own is not None
        for each in money.alternatives:
            assert each.evidence is not None
            assert each.weaker == (grades.index(each.evidence.evidence) > grades.index(own.evidence))


def test_not_filed_yet_is_said_of_the_case_as_it_stands(rulebook: RulePack) -> None:
    """What happens if nothing is done is the case as it is: it says that nothing is filed."""
    assert advice(case(bill=BILL, person=TAIYUAN), rulebook).unfiled
    assert not advice(case(bill=BILL, person=TAIYUAN, region="140105"), rulebook).unfiled
