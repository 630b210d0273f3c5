"""The whole plan: deadlines, questions, warnings, the list to tick, and the routes compared in yuan."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from desktop_app.domain.benefits import EnteredFigures
from desktop_app.domain.bill import Bill
from desktop_app.domain.care import CareKind, FilingState, FilingType, Injury, Level, Reason
from desktop_app.domain.case import Case
from desktop_app.domain.figure import AccountOrder, DeductibleBasis, FigureName, Points, Schedule, Segment
from desktop_app.domain.money import Fen, Rounding
from desktop_app.domain.outcome import Plan
from desktop_app.domain.person import InsuranceState
from desktop_app.domain.routes import Route, Standing
from desktop_app.rules.plan import make_plan
from desktop_app.storage.rule_pack import RulePack
from tests.rules.cases import ADMITTED, BEIJING, PAID, case, filed

BILL = Bill(total=Fen(3_000_000), out_of_catalogue=Fen(200_000))


def asked(plan: Plan) -> set[str]:
    """The questions by the last part of their ids."""
    return {ask.question.id.rpartition(".")[2] for ask in plan.ask}


def warned(plan: Plan) -> list[str]:
    """The warnings by the last part of their ids, in order."""
    return [warning.text.id.rpartition(".")[2] for warning in plan.warnings]


def due(plan: Plan) -> list[tuple[str, date | None, bool]]:
    """The days to keep."""
    return [(deadline.what.id.rpartition(".")[2], deadline.day, deadline.firm) for deadline in plan.deadlines]


DAYS: list[tuple[str, dict[str, Any], list[tuple[str, date, bool]]]] = [
    ("needed before admission", {}, [("before_stay", date(2026, 12, 3), True)]),
    (
        "advised before admission",
        {"person": {"insured_region": "120000"}},
        [("better_before_stay", date(2026, 12, 3), True)],
    ),
    (
        "needed, the day of admission not said",
        {"admitted_on": None},
        [("before_undated_stay", date(2026, 12, 10), False)],
    ),
    # The discharge is expected, not known: no such day is firm.
    ("late before discharge", ADMITTED, [("before_paying_stay", date(2026, 11, 28), False)]),
    (
        "to be looked up before discharge",
        ADMITTED | {"filing": FilingState.UNKNOWN},
        [("look_up_before_paying_stay", date(2026, 11, 28), False)],
    ),
    (
        "to be looked up before a stay, the day of admission not said",
        {"admitted_on": None, "filing": FilingState.UNKNOWN},
        [("look_up_before_undated_stay", date(2026, 12, 10), False)],
    ),
    (
        "still in hospital after the expected discharge",
        ADMITTED | {"date": date(2026, 11, 20)},
        [("before_paying_overdue", date(2026, 11, 21), False)],
    ),
    (
        "planned for a day that has passed",
        {"admitted_on": date(2026, 11, 2), "date": date(2026, 11, 9)},
        [("before_passed", date(2026, 11, 2), False)],
    ),
    # Reviewed for two working days (S2-14): for Thursday 2026-12-03 it is handed in on the Tuesday before.
    (
        "long-term, reviewed for two working days",
        {"reason": Reason.WORK_POST},
        [("submit", date(2026, 12, 1), False), ("before_stay", date(2026, 12, 3), True)],
    ),
    # Two working days before Monday 2026-11-23 are the Thursday before, which has passed.
    (
        "long-term, too late for the review",
        {"reason": Reason.WORK_POST, "admitted_on": date(2026, 11, 23)},
        [("submit_today", date(2026, 11, 21), False), ("before_stay", date(2026, 11, 23), True)],
    ),
    (
        "long-term from the ward, reviewed for two working days",
        ADMITTED | {"reason": Reason.WORK_POST},
        [("submit", date(2026, 11, 26), False), ("before_paying_stay", date(2026, 11, 28), False)],
    ),
    (
        "a filing that ends",
        filed(BEIJING, date(2026, 6, 3), date(2027, 6, 3)),
        [("filing_ends", date(2027, 6, 3), True)],
    ),
    # Discharged on Thursday 2026-12-10: five working days later is the Thursday after.
    (
        "Chongqing's district",
        {"person": {"insured_region": "500101"}, "region": "500103"},
        [("window_discharge", date(2026, 12, 17), False)],
    ),
    # Admitted on Sunday 2026-11-15: five working days later is Friday.
    (
        "Dalian after admission",
        ADMITTED | {"person": {"insured_region": "210200"}},
        [("window_admission_passed", date(2026, 11, 20), False), ("before_paying_stay", date(2026, 11, 28), False)],
    ),
    # Dalian's window is for referrals and trips (L2059), not for somebody who lives elsewhere.
    (
        "Dalian, living elsewhere",
        ADMITTED | {"person": {"insured_region": "210200"}, "reason": Reason.LONG_TERM_RESIDENCE},
        [("submit", date(2026, 11, 26), False), ("before_paying_stay", date(2026, 11, 28), False)],
    ),
    # Rescued outside the home district: discharged on Saturday 2026-11-28, the fifth working day is Friday.
    (
        "a rescue in Chongqing outside the home district",
        ADMITTED | {"person": {"insured_region": "500101"}, "region": "500103", "emergency": True},
        [("window_discharge", date(2026, 12, 4), False)],
    ),
]


@pytest.mark.parametrize(("_", "answers", "days"), DAYS, ids=[row[0] for row in DAYS])
def test_every_day_to_keep_is_told(
    rulebook: RulePack, _: str, answers: dict[str, Any], days: list[tuple[str, date, bool]]
) -> None:
    """Nearest first; firm only where the rule leaves no doubt about the day."""
    assert due(make_plan(case(**answers), rulebook)) == days


def test_nothing_is_due_for_care_at_home(rulebook: RulePack) -> None:
    """No filing, no claim: no day to keep and nobody to ring."""
    plan = make_plan(case(region="370102"), rulebook)
    assert (plan.deadlines, plan.ask, plan.warnings) == ((), (), ())


UNKNOWN_ANSWERS = [
    ({"filing": FilingState.UNKNOWN}, "filing_record"),
    ({"reason": Reason.UNKNOWN}, "reason"),
    ({"networked": None}, "connected"),
    ({"person": {"insurance_state": InsuranceState.UNKNOWN}}, "insurance"),
    ({"region": None}, "place"),
    ({"kind": CareKind.CHRONIC_OUTPATIENT, "disease": None}, "recognition"),
    ({"kind": CareKind.INJURY}, "liability"),
    ({"kind": CareKind.CHILDBIRTH}, "childbirth"),
    ({"person": {"insured_region": "120000"}}, "exempt"),
    (PAID, "late_filing"),
    (ADMITTED, "late_start"),
    ({"person": {"insured_region": "500000"}, "region": "500000"}, "district"),
    ({"kind": CareKind.INJURY, "injury": Injury(third_party=True)}, "advance"),
]


@pytest.mark.parametrize(("answers", "question"), UNKNOWN_ANSWERS, ids=[row[1] for row in UNKNOWN_ANSWERS])
def test_what_is_not_known_is_asked(rulebook: RulePack, answers: dict[str, Any], question: str) -> None:
    """Every open point becomes a question with the insured region's line."""
    plan = make_plan(case(**answers), rulebook)
    assert question in asked(plan)
    assert all(ask.line and ask.line.endswith("12393") for ask in plan.ask)


def test_the_script_asks_for_the_figure_that_matters(rulebook: RulePack) -> None:
    """The figure that would narrow the estimate most is asked for, with what was assumed meanwhile."""
    plan = make_plan(case(bill=BILL, person={"insured_region": "140100"}), rulebook)
    assert plan.money is not None
    narrowing = plan.money.as_is.narrowing
    question = next(ask for ask in plan.ask if ask.figure is not None)
    assert question.figure is narrowing
    assert question.assumed is not None
    assert question.provenance is not None


def test_life_comes_before_every_other_warning(rulebook: RulePack) -> None:
    """In a rescue the first warning sends to the nearest hospital, whatever the insurance."""
    interrupted = {"insurance_state": InsuranceState.INTERRUPTED}
    plan = make_plan(case(emergency=True, reason=Reason.EMERGENCY, person=interrupted), rulebook)
    assert warned(plan) == ["rescue_first", "insurance_interrupted", "waiting_employee", "balance_stays"]


@pytest.mark.parametrize(
    "state",
    [
        InsuranceState.INTERRUPTED,
        InsuranceState.ARREARS,
        InsuranceState.NEW,
        InsuranceState.UNKNOWN,
        InsuranceState.NOT_ENROLLED,
    ],
)
def test_doubtful_insurance_is_always_warned_of(rulebook: RulePack, state: InsuranceState) -> None:
    """Whatever the verdict, insurance that may not be in force is said aloud (N-127 to N-131)."""
    assert f"insurance_{state.value}" in warned(make_plan(case(person={"insurance_state": state}), rulebook))


def test_an_old_rulebook_and_a_wrong_clock_are_warned_of(rulebook: RulePack) -> None:
    """Twelve months after the last check the rules are old; before it the clock is wrong."""
    checked = rulebook.edition().checked_on
    old = make_plan(case(today=checked.replace(year=checked.year + 2)), rulebook)
    early = make_plan(case(today=checked.replace(year=checked.year - 1)), rulebook)
    assert "rulebook_old" in warned(old)
    assert "clock" in warned(early)


def test_the_list_to_tick_has_stable_names(rulebook: RulePack) -> None:
    """Ticks are kept by id: papers first, then the filing, then the way; no id twice."""
    plan = make_plan(case(reason=Reason.LONG_TERM_RESIDENCE), rulebook)
    ids = [item.id for item in plan.checklist]
    assert ids[:4] == ["paper.identity", "paper.filing_form", "paper.residence_proof", "filing.submit"]
    assert len(set(ids)) == len(ids)
    assert {item.due for item in plan.checklist[:4]} == {date(2026, 12, 1)}  # two working days before admission


# --- the routes compared ----------------------------------------------------------------------------------------------


def with_figures(answers: dict[str, Any]) -> Case:
    """A case whose figures are all the user's own: 1,000 off, then 80%, and 10 points less elsewhere."""
    figures = EnteredFigures(
        present=frozenset(FigureName) - {FigureName.CLASS_B_RATIO},
        deductible=(Fen(100_000),),
        ratio=Schedule(segments=(Segment(None, Fraction(4, 5)),)),
        elsewhere=Points(Fraction(1, 10)),
        bonus=Fraction(0),
        own_share_factor=Fraction(1),
        elsewhere_first_pay=Fraction(0),
        deductible_basis=DeductibleBasis.PER_ADMISSION,
        account_order=AccountOrder.LAST,
        rounding=Rounding.HALF_UP,
    )
    return replace(case(bill=BILL, **answers), figures=figures)


def test_the_same_figures_make_the_same_difference(rulebook: RulePack) -> None:
    """Exact figures, exact differences: filing changes nothing here, staying at home saves the 10 points.

    Eligible 28,000; above the deductible 27,000: 70% elsewhere is 18,900, 80% at home 21,600.
    """
    money = make_plan(with_figures({}), rulebook).money
    assert money is not None
    by_route = {alternative.route: alternative for alternative in money.alternatives}
    assert money.as_is.fund_total is not None
    assert money.as_is.fund_total.likely == 1_890_000
    home, filing = by_route[Route.AT_HOME], by_route[Route.FILE_TEMPORARY]
    assert home.difference is not None
    assert (home.difference.low, home.difference.high, home.standing) == (270_000, 270_000, Standing.BETTER)
    assert filing.standing is Standing.SAME


ROUTES: list[tuple[str, dict[str, Any], set[Route]]] = [
    ("a trip", {}, {Route.FILE_TEMPORARY, Route.REFERRAL, Route.LEVEL2, Route.AT_HOME, Route.MANUAL}),
    (
        "living there",
        {"reason": Reason.LONG_TERM_RESIDENCE},
        {Route.FILE_LONG_TERM, Route.FILE_TEMPORARY, Route.LEVEL2, Route.AT_HOME, Route.MANUAL},
    ),
    (
        "referred",
        {"reason": Reason.REFERRAL},
        {Route.REFERRAL, Route.FILE_TEMPORARY, Route.LEVEL2, Route.AT_HOME, Route.MANUAL},
    ),
    (
        "nobody says why, at level 2",
        {"reason": Reason.UNKNOWN, "level": Level.LEVEL2},
        {Route.FILE_LONG_TERM, Route.FILE_TEMPORARY, Route.REFERRAL, Route.LEVEL3, Route.AT_HOME, Route.MANUAL},
    ),
    ("in hospital", ADMITTED, {Route.FILE_TEMPORARY, Route.MANUAL}),
    ("paid", PAID, {Route.FILE_TEMPORARY}),
    (
        "a visit",
        {"kind": CareKind.OUTPATIENT, "admitted_on": None},
        {Route.FILE_TEMPORARY, Route.LEVEL2, Route.AT_HOME, Route.MANUAL},
    ),
    (
        "not connected",
        {"networked": False},
        {Route.FILE_TEMPORARY, Route.REFERRAL, Route.LEVEL2, Route.AT_HOME, Route.DIRECT},
    ),
    ("rescue", {"emergency": True}, set()),
    ("urgent", {"reason": Reason.EMERGENCY}, {Route.FILE_TEMPORARY, Route.MANUAL}),
    ("at home", {"region": "370102"}, {Route.LEVEL2}),
    (
        "filed",
        filed(BEIJING, date(2026, 6, 3), None, type=FilingType.OTHER_TEMPORARY),
        {Route.REFERRAL, Route.LEVEL2, Route.AT_HOME, Route.MANUAL},
    ),
    (
        "perhaps filed",
        {"filing": FilingState.UNKNOWN},
        {Route.FILE_TEMPORARY, Route.REFERRAL, Route.NOT_FILED, Route.LEVEL2, Route.AT_HOME, Route.MANUAL},
    ),
]


@pytest.mark.parametrize(("_", "answers", "routes"), ROUTES, ids=[row[0] for row in ROUTES])
def test_only_open_routes_are_compared(rulebook: RulePack, _: str, answers: dict[str, Any], routes: set[Route]) -> None:
    """Nobody in hospital is sent home, urgent care waits for nothing, nobody weighs a rescue against money."""
    money = make_plan(with_figures(answers), rulebook).money
    assert money is not None
    assert {alternative.route for alternative in money.alternatives} == routes


def test_a_gap_leaves_the_routes_but_no_difference(rulebook: RulePack) -> None:
    """Where figures are missing the routes stay open and nothing is called better: Handan says nothing of diseases."""
    chronic = case(bill=BILL, person={"insured_region": "130400"}, kind=CareKind.CHRONIC_OUTPATIENT, admitted_on=None)
    money = make_plan(chronic, rulebook).money
    assert money is not None
    assert money.as_is.gaps
    assert {alternative.standing for alternative in money.alternatives} == {Standing.CANNOT_TELL}


def test_better_is_said_only_where_the_sign_is_certain(rulebook: RulePack) -> None:
    """For every route of the three pooled samples: the standing follows the ends of the difference."""
    for insured, place in (("140100", BEIJING), ("320500", "310000"), ("440300", "510100")):
        person = {"insured_region": insured, "tier": "tier1" if insured == "440300" else None}
        money = make_plan(case(bill=BILL, person=person, region=place, level=Level.LEVEL3), rulebook).money
        assert money is not None
        for alternative in money.alternatives:
            if alternative.difference is None:
                assert alternative.standing is Standing.CANNOT_TELL
                continue
            low, high = alternative.difference.low, alternative.difference.high
            assert low <= alternative.difference.likely <= high
            assert (alternative.standing is Standing.BETTER) == (low > 0)
            assert (alternative.standing is Standing.WORSE) == (high < 0)


def test_without_a_bill_there_is_no_money(rulebook: RulePack) -> None:
    """Nothing is estimated from nothing."""
    assert make_plan(case(), rulebook).money is None
