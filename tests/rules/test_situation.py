"""A case as seen at the counter: how far things have come, the reason in the sense of filing, who counts as what."""

from datetime import date
from typing import Any

import pytest

from desktop_app.domain.care import CareKind, Reason, SettlementMode, Stage
from desktop_app.domain.person import InsuranceState, Scheme, Status
from desktop_app.domain.region import Relation
from desktop_app.errors import Problem
from desktop_app.rules.situation import Situation, gathered, situation_of
from desktop_app.storage.rule_pack import RulePack
from tests.rules.cases import TODAY, case

YESTERDAY, TOMORROW = date(2026, 11, 20), date(2026, 11, 22)


def seen(rulebook: RulePack, **answers: Any) -> Situation:  # noqa: ANN401 -- every field of the care
    """The plain case with other answers."""
    return situation_of(case(**answers), rulebook)


STAGES: list[tuple[date | None, date, SettlementMode | None, Stage]] = [
    (TOMORROW, date(2026, 11, 30), None, Stage.PLANNING),
    (TODAY, date(2026, 11, 30), None, Stage.ADMITTED),  # admitted today
    (YESTERDAY, TODAY, None, Stage.ADMITTED),  # discharged today, not yet paid
    (None, TODAY, None, Stage.PLANNING),  # a visit today still lies ahead
    (None, TOMORROW, None, Stage.PLANNING),
    (None, YESTERDAY, None, Stage.UNKNOWN),
    (date(2026, 11, 1), YESTERDAY, None, Stage.UNKNOWN),
    (date(2026, 11, 1), YESTERDAY, SettlementMode.DIRECT, Stage.DISCHARGED_SETTLED),
    (date(2026, 11, 1), YESTERDAY, SettlementMode.MANUAL, Stage.DISCHARGED_PAID),
]


@pytest.mark.parametrize(("admitted", "ends", "settled", "stage"), STAGES)
def test_where_nobody_says_how_far_things_have_come_the_days_do(
    rulebook: RulePack, admitted: date | None, ends: date, settled: SettlementMode | None, stage: Stage
) -> None:
    """Today is 21 November 2026; after the end the way of payment tells the rest."""
    found = seen(rulebook, stage=Stage.UNKNOWN, admitted_on=admitted, date=ends, settlement=settled)
    assert found.stage is stage
    assert found.ahead is (stage is Stage.PLANNING)
    assert found.over is (stage in {Stage.DISCHARGED_PAID, Stage.DISCHARGED_SETTLED})


def test_what_is_said_of_the_stage_is_believed(rulebook: RulePack) -> None:
    """Said to be in hospital although the day of admission lies ahead."""
    assert seen(rulebook, stage=Stage.ADMITTED, admitted_on=TOMORROW).stage is Stage.ADMITTED


REASONS = [
    ({"emergency": True, "reason": Reason.REFERRAL}, Reason.EMERGENCY),
    ({"emergency": True, "reason": Reason.EMERGENCY}, Reason.EMERGENCY),
    ({"reason": Reason.EMERGENCY}, Reason.SELF_CHOSEN),  # urgent without rescue
    ({"reason": Reason.REFERRAL}, Reason.REFERRAL),
    ({"reason": Reason.UNKNOWN}, Reason.UNKNOWN),
]


@pytest.mark.parametrize(("answers", "reason"), REASONS)
def test_the_reason_in_the_sense_of_filing(rulebook: RulePack, answers: dict[str, Any], reason: Reason) -> None:
    """Only rescue is an emergency; urgent care without it is a trip of one's own choice."""
    assert seen(rulebook, **answers).reason is reason


@pytest.mark.parametrize(
    ("kind", "stay"),
    [
        (CareKind.INPATIENT, True),
        (CareKind.CHILDBIRTH, True),
        (CareKind.INJURY, True),
        (CareKind.OUTPATIENT, False),
        (CareKind.CHRONIC_OUTPATIENT, False),
        (CareKind.EMERGENCY_OUTPATIENT, False),
        (CareKind.DRUGSTORE, False),
    ],
)
def test_stays_and_visits(rulebook: RulePack, kind: CareKind, stay: bool) -> None:
    """A stay has an admission; without its day the start is that of admission, whenever that will be."""
    assert seen(rulebook, kind=kind).is_stay is stay
    undated = seen(rulebook, kind=kind, admitted_on=None).start_day
    assert undated.id == ("filing.start.admission" if stay else "filing.start.day")
    dated = seen(rulebook, kind=CareKind.INPATIENT).start_day
    assert (dated.id, dict(dated.parameters)) == ("filing.start.day", {"day": date(2026, 12, 3)})


def test_filing_first_is_stressed_since_2024(rulebook: RulePack) -> None:
    """N-044 is of 2024; across provinces the steps of N-095 stand beside it, or alone before."""
    year = {"today": date(2023, 1, 1)}
    before = seen(rulebook, **year, admitted_on=date(2023, 12, 31), date=date(2024, 1, 5))
    assert (before.filing_stressed, before.file_first) == (False, ("N-095",))
    since = seen(rulebook, **year, admitted_on=date(2024, 1, 1), date=date(2024, 1, 5))
    assert (since.filing_stressed, since.file_first) == (True, ("N-044", "N-095"))
    inside = seen(rulebook, region="370200")
    assert (inside.relation, inside.file_first) == (Relation.SAME_PROVINCE, ("N-044",))


@pytest.mark.parametrize(("admitted", "wait"), [(date(2024, 12, 31), False), (date(2025, 1, 1), True)])
def test_residents_wait_since_2025(rulebook: RulePack, admitted: date, wait: bool) -> None:
    """Who missed a year's payment waits for stays from 2025 on (N-129)."""
    assert seen(rulebook, admitted_on=admitted, date=date(2025, 1, 5)).residents_wait is wait


def test_only_employees_have_an_account(rulebook: RulePack) -> None:
    """A balance beside a resident's name is nobody's."""
    assert seen(rulebook, balance=500).balance == 500
    resident = seen(rulebook, balance=500, person={"scheme": Scheme.RESIDENT})
    assert (resident.balance, resident.employee) == (0, False)


NEWBORNS = [
    (Status.CHILD, 0, InsuranceState.NORMAL, True, False),
    (Status.CHILD, 0, InsuranceState.NOT_ENROLLED, True, True),
    (Status.CHILD, 1, InsuranceState.NOT_ENROLLED, False, False),
    (Status.STUDENT, 0, InsuranceState.NOT_ENROLLED, False, False),
]


@pytest.mark.parametrize(("status", "age", "state", "newborn", "to_enrol"), NEWBORNS)
def test_a_newborn_is_a_child_of_no_years(
    rulebook: RulePack, status: Status, age: int, state: InsuranceState, newborn: bool, to_enrol: bool
) -> None:
    """And still to be enrolled where it is not insured (N-116)."""
    person = {"scheme": Scheme.RESIDENT, "status": status, "age": age, "insurance_state": state}
    found = seen(rulebook, person=person)
    assert (found.newborn, found.newborn_to_enrol) == (newborn, to_enrol)


@pytest.mark.parametrize(
    ("region", "abroad", "relation"),
    [
        ("810000", True, None),
        ("820000", True, None),
        ("710000", True, None),
        (None, False, None),
        ("110105", False, Relation.CROSS_PROVINCE),
        ("370102", False, Relation.SAME_AREA),
    ],
)
def test_where_the_care_is(rulebook: RulePack, region: str | None, abroad: bool, relation: Relation | None) -> None:
    """Hong Kong, Macau and Taiwan are outside; a district belongs to its pooling area."""
    found = seen(rulebook, region=region)
    assert (found.abroad, found.relation) == (abroad, relation)


def test_places_are_called_by_their_names(rulebook: RulePack) -> None:
    """By the pooling area, abroad by the place itself, else by nothing yet."""
    assert seen(rulebook, region="110105").place_name == "北京市"
    assert seen(rulebook, region="810000").place_name == "香港特别行政区"
    assert getattr(seen(rulebook, region=None).place_name, "id", "") == "filing.place_not_known"
    assert seen(rulebook).insured_name == "济南市"
    wanzhou = seen(rulebook, person={"insured_region": "500101"}, region="500103")
    assert wanzhou.insured_name == "万州区"


@pytest.mark.parametrize("code", [None, "810000"])
def test_nobody_is_insured_nowhere(rulebook: RulePack, code: str | None) -> None:
    """Without an insured region in the mainland there is no plan."""
    with pytest.raises(Problem):
        seen(rulebook, person={"insured_region": code})


def test_only_facts_of_the_region_are_cited(rulebook: RulePack) -> None:
    """Each once, in order; Jiangsu's own papers (N-100) are not Shandong's."""
    found = seen(rulebook)
    assert found.cite("N-095", "N-100", "N-040", "N-095") == ("N-095", "N-040")
    assert (found.may_cite("N-095"), found.may_cite("N-100")) == (True, False)
    assert not found.statement("N-095").endswith("。")
    assert found.statement("N-100") == ""


def test_facts_are_gathered_once(rulebook: RulePack) -> None:
    """From several groups, in order, at most so many."""
    found = seen(rulebook)
    one = [found.reasoned(found.start_day, "N-095", "N-040")]
    other = [found.reasoned(found.start_day, "N-040", "N-044")]
    assert gathered(one, other) == ("N-095", "N-040", "N-044")
    assert gathered(one, other, most=2) == ("N-095", "N-040")
