"""Cases that a public calculator of this kind answers with another case's rule, or not at all.

Weaknesses 15 to 23: missing figures, people told apart, kinds of care, filing and settlement. What a case file cannot
say stands in a small pack. 22 and 23, about tests and data instead of sums, are those of tests/architecture's as well.
"""

import ast
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from desktop_app.render.estimate_json import estimate_document
from desktop_app.render.plan_json import plan_document
from desktop_app.rules.estimate.year import estimate_case
from desktop_app.rules.plan import make_plan
from desktop_app.storage.case_file import parse_case
from desktop_app.storage.rule_pack import RulePack
from tests.examples.small_packs import FAR, result, small_pack
from tests.rules.estimate.told import RESIDENT, TODAY, WORDS, funds, told

FUNDS = ("basic_fund", "supplement_fund", "critical_fund", "assistance_fund")


def shipped(rulebook: RulePack, person: dict[str, Any], care: dict[str, Any], bill: object) -> dict[str, Any]:
    """What `estimate --json` says by the figures the program ships."""
    stay = {"kind": "inpatient", "level": "level3", "date": "2026-06-15", **care}
    case = {"version": 1, "person": {"status": "adult", **person}, "care": stay, "bill": {"total": bill}}
    [estimate] = estimate_case(parse_case(case, rulebook, TODAY), rulebook)
    return estimate_document(estimate, WORDS)


LEVELS = """
figure: deductible_basis, value: per_admission
figure: deductible, level: level3, value: 1000
figure: ratio, level: level3, value: 0.80
"""


def test_15_a_missing_level_is_a_gap_with_whom_to_ask(tmp_path: Path) -> None:
    """Only level 3 is known: a stay at level 2 has no amount, not 50 % above 500."""
    found = result(small_pack(tmp_path, LEVELS), level="level2")
    assert {gap["figure"] for gap in found["gaps"]} == {"deductible", "ratio"}
    assert all(gap["ask"] and gap["line"] for gap in found["gaps"])
    assert [found[name] for name in ("deductible", "basic_fund", "fund_total", "cash", "range")] == [None] * 5
    assert found["eligible"] == "10000.00"


def test_15_shipped_figures_do_not_fall_back_either(rulebook: RulePack) -> None:
    """Jinan residents' outpatient care for a chronic disease: the region's document is not at hand, so no amount."""
    found = shipped(rulebook, {**RESIDENT, "insured_region": "370100"}, {"kind": "chronic_outpatient"}, 2000)
    assert {"ratio"} <= {gap["figure"] for gap in found["gaps"]}
    assert (found["basic_fund"], found["fund_total"]) == (None, None)


RETIREES = """
figure: deductible_basis, value: per_admission
figure: deductible, status: working, value: 600
figure: deductible, status: retired, value: 500
figure: cap_per_visit, status: working, value: 5000
figure: cap_per_visit, status: retired, value: 20000
figure: ratio, value: 0.93
"""


@pytest.mark.parametrize(
    ("status", "total", "deductible", "paid"),
    [
        ("retired", 10000, "500.00", "8835.00"),  # (10,000 − 500) × 93 % (8,742 with 600)
        ("working", 5000, "600.00", "4092.00"),  # (5,000 − 600) × 93 %
        ("working", 10000, "600.00", "5000.00"),  # 8,742, of which the cap of those at work lets 5,000 through
    ],
)
def test_16_retirees_have_their_own_deductible_and_cap(
    tmp_path: Path, status: str, total: int, deductible: str, paid: str
) -> None:
    """Jiangmen's 600 less 100, and a cap that is read, not only stored."""
    found = result(small_pack(tmp_path, RETIREES), total, person={"status": status})
    assert (found["deductible"], found["fund_total"]) == (deductible, paid)


AGES = """
figure: deductible_basis, value: per_admission
figure: deductible, age: {under: 45}, value: 750
figure: deductible, age: {from: 45}, value: 650
figure: ratio, value: 0.89
"""


@pytest.mark.parametrize(("age", "paid"), [(44, "8232.50"), (45, "8321.50")])
def test_16_age_may_raise_the_deductible(tmp_path: Path, age: int, paid: str) -> None:
    """Tongchuan, under 45 100 more: (10,000 − 750) × 89 %, (10,000 − 650) × 89 % (8,321.50 for both)."""
    assert result(small_pack(tmp_path, AGES), person={"age": age})["fund_total"] == paid


CHILDREN = """
figure: deductible_basis, value: annual
figure: deductible, status: [child, student, elderly], value: 300
figure: deductible, status: adult, value: 500
figure: ratio, value: 0.50
"""


@pytest.mark.parametrize(
    ("status", "paid"), [("child", "2350.00"), ("student", "2350.00"), ("elderly", "2350.00"), ("adult", "2250.00")]
)
def test_16_children_and_students_are_told_apart(tmp_path: Path, status: str, paid: str) -> None:
    """Shanghai residents, a visit of 5,000: (5,000 − 300) × 50 % or (5,000 − 500) × 50 %."""
    pack = small_pack(tmp_path, CHILDREN, scheme="resident", kind="outpatient")
    found = result(pack, 5000, person={"scheme": "resident", "status": status}, kind="outpatient")
    assert found["fund_total"] == paid


@pytest.mark.parametrize(
    ("order", "fund", "account", "cash"),
    [
        ("first", "1450.00", "600.00", "2950.00"),  # W48: 600, then 1,500, then (5,000 − 600 − 1,500) × 50 %
        ("last", "1750.00", "600.00", "2650.00"),  # (5,000 − 1,500) × 50 %, then 600
    ],
)
def test_17_the_account_may_pay_first(order: str, fund: str, account: str, cash: str) -> None:
    """Shanghai, 5,000 with 600 in the account, and the cash that remains (it gives no cash at all)."""
    figures = {
        "ratio": Decimal("0.50"),
        "deductible": 1500,
        "deductible_basis": "annual",
        "account_order": order,
    }
    before = {"personal_account_balance": 600}
    [found] = told(5000, figures=figures, year_to_date=before, care={"kind": "outpatient"})
    assert (found["fund_total"], found["personal_account"], found["cash"]) == (fund, account, cash)


def test_18_a_visit_may_have_its_own_cap() -> None:
    """Yan'an, 100 at a village clinic: 60 % but at most 20; a second visit has its own 20 (60)."""
    figures = {"ratio": Decimal("0.60"), "deductible": 0, "cap_per_visit": 20}
    assert funds(100, 100, figures=figures, person=RESIDENT, care={"kind": "outpatient"}) == ["20.00", "20.00"]


LOCAL_ONLY = """
figure: deductible_basis, value: annual
figure: deductible, value: 0
figure: ratio, value: 0.70
figure: elsewhere, value: {ratio: 0}
"""


def test_19_what_is_not_covered_elsewhere_pays_nothing(tmp_path: Path) -> None:
    """Xi'an residents, 100 at contracted local clinics only: 70 at home, 0 elsewhere (56)."""
    pack = small_pack(tmp_path, LOCAL_ONLY, scheme="resident", kind="outpatient")
    visit = {"kind": "outpatient", "level": "community", "reason": "self_chosen"}
    paid = [result(pack, 100, person=RESIDENT, region=place, **visit)["fund_total"] for place in ("140100", FAR)]
    assert paid == ["70.00", "0.00"]


@pytest.mark.parametrize("kind", ["childbirth", "drugstore", "chronic_outpatient"])
def test_20_care_without_figures_is_a_gap_not_another_kinds_amount(rulebook: RulePack, kind: str) -> None:
    """Xi'an employees: no amount for what no document at hand says, each gap with the area's line."""
    person = {"scheme": "employee", "status": "working", "insured_region": "610100"}
    found = shipped(rulebook, person, {"kind": kind}, 1000)
    assert (found["fund_total"], found["cash"], found["range"]) == (None, None, None)
    assert {gap["line"] for gap in found["gaps"]} == {"029-12393"}


def test_20_assistance_is_modelled() -> None:
    """10,000 at 60 % above 1,000 leaves 4,600; assistance 70 % above 1,600 of them is 2,100."""
    figures = {
        "ratio": Decimal("0.60"),
        "deductible": 1000,
        "assistance": {"deductible": 1600, "ratio": Decimal("0.70"), "cap": 50000},
    }
    [found] = told(10000, figures=figures, person={**RESIDENT, "assistance": "low_income"})
    assert [found[name] for name in FUNDS] == ["5400.00", "0.00", "0.00", "2100.00"]


def test_20_assistance_without_figures_is_a_gap(rulebook: RulePack) -> None:
    """Xi'an residents on low income: the basic fund is told, the assistance asked for."""
    person = {**RESIDENT, "insured_region": "610100", "assistance": "low_income"}
    found = shipped(rulebook, person, {"region": "610100"}, 50000)
    assert [gap["figure"] for gap in found["gaps"]] == ["assistance"]
    assert (found["assistance_fund"], found["fund_total"]) == (None, None)
    assert Decimal(found["basic_fund"]) > 0


def plan(rulebook: RulePack, *, state: str = "normal", **care: object) -> dict[str, Any]:
    """What `plan --json` says of a resident of Xi'an in Beijing."""
    stay = {"kind": "inpatient", "level": "level3", "date": "2026-12-10", "region": "110000", "networked": True, **care}
    person = {**RESIDENT, "insured_region": "610100", "insurance_state": state}
    document = {"version": 1, "today": "2026-11-21", "person": person, "care": stay, "bill": {"total": 20000}}
    case = parse_case(document, rulebook, TODAY)
    return plan_document(make_plan(case, rulebook), case, rulebook, WORDS)


def test_20_insurance_that_lapsed_is_warned_of(rulebook: RulePack) -> None:
    """An interrupted insurance is no reason not to file, but nothing is promised at the till."""
    stay = {"reason": "self_chosen", "filing": "none", "stage": "planning"}
    whole, lapsed = plan(rulebook, **stay), plan(rulebook, state="interrupted", **stay)
    assert lapsed["filing"]["verdict"] == whole["filing"]["verdict"] == "needed"
    assert lapsed["settlement"]["verdict"] != "direct"
    assert set(lapsed["warnings"]) - set(whole["warnings"])


def test_20_paid_in_full_leads_to_a_claim(rulebook: RulePack) -> None:
    """A manual claim after self-payment, with its papers and, no limit being known, the year's end; a late filing."""
    stay = {"reason": "self_chosen", "filing": "none", "stage": "discharged_paid"}
    whole = plan(rulebook, date="2026-11-10", admitted_on="2026-11-01", **stay)
    assert whole["filing"]["verdict"] == "late_after_discharge"
    assert whole["settlement"]["verdict"] == "manual"
    assert whole["settlement"]["claim"]["papers"]
    assert whole["settlement"]["claim"]["deadline"].count("2026年12月31日") == 1


def test_21_an_emergency_is_deemed_filed_and_never_called_unfiled(rulebook: RulePack) -> None:
    """Rescue counts as filed: 18,800 × 60 % as with a referral, not × 40 %; its verdict never says "not filed"."""
    stay = {"filing": "none", "stage": "planning"}
    rescue = plan(rulebook, reason="emergency", emergency=True, **stay)
    unfiled = plan(rulebook, reason="self_chosen", **stay)
    record = {"type": "referral", "from": "2026-12-01", "until": None, "region": "110000"}
    referred = plan(rulebook, reason="referral", filing="filed", filing_record=record, stage="planning")
    assert (rescue["filing"]["verdict"], rescue["filing"]["type"], rescue["filing"]["materials"]) == (
        "deemed",
        "emergency",
        [],
    )
    assert not any("未备案" in line for line in rescue["filing"]["why"][:2])
    paid = [whole["money"]["as_is"]["fund_total"] for whole in (unfiled, rescue, referred)]
    assert paid == ["7520.00", "11280.00", "11280.00"]


def test_22_expected_amounts_are_typed_never_computed() -> None:
    """None of these tests asks the engine for its own formula: what is expected is a literal beside its working."""
    here = Path(__file__).parent
    files = [here / "told.py", *here.glob("test_peer_weaknesses*.py")]
    assert len(files) == 3
    nodes = [node for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))]
    imported = {node.module for node in nodes if isinstance(node, ast.ImportFrom)}
    engine = {name for name in imported if name and name.startswith("desktop_app.rules.estimate")}
    assert engine == {"desktop_app.rules.estimate.year"}


@pytest.mark.parametrize("percent", [1, 49, 66, 68, 72, 76, 78, 99])
def test_23_an_unusual_ratio_is_a_ratio(tmp_path: Path, percent: int) -> None:
    """66, 78 or 49 % are kept as they are written; nothing "corrects" them to look like the neighbours'."""
    entries = f"""
figure: deductible_basis, value: per_admission
figure: deductible, value: 0
figure: ratio, value: {Decimal(percent) / 100}
"""
    assert result(small_pack(tmp_path, entries))["fund_total"] == f"{percent * 100}.00"
