"""Itemised bills in case files: what a line may say, what it adds up to, and what is refused."""

import json
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli import run
from desktop_app.domain.bill import Bill, ClassBPart
from desktop_app.domain.case import Case
from desktop_app.domain.money import Fen
from desktop_app.errors import Problem
from desktop_app.interview.kept_bill import bill_from_text, bill_text
from desktop_app.paths import resources_dir
from desktop_app.render.words import LANGUAGES, Words
from desktop_app.storage.case_file import case_document, parse_case
from tests.rulebooks import DictRuleBook

TODAY = date(2026, 11, 21)
BED = {"class": "A", "price": 50, "quantity": 3, "price_limit": None, "name": "床位费"}
DRUG = {"class": "B", "price": Decimal("120.55"), "quantity": 2, "price_limit": 100, "self_pay_ratio": Decimal("0.15")}
HALF_A_BOX = {"class": "B", "price": Decimal("33.33"), "quantity": Decimal("0.5")}
OUTSIDE = {"class": "C", "price": 50, "quantity": 1}
LINES = [BED, DRUG, HALF_A_BOX, OUTSIDE]


def document(bill: dict[str, Any]) -> dict[str, Any]:
    """A small case with this bill."""
    return {
        "version": 1,
        "person": {"scheme": "employee"},
        "care": {"kind": "inpatient", "date": "2026-06-15"},
        "bill": bill,
        "figures": {"deductible": 0, "ratio": Decimal("0.8")},
    }


def parsed(**bill: object) -> Case:
    """The case of this bill."""
    return parse_case(document(bill), DictRuleBook(), TODAY)


def billed(**bill: object) -> Bill:
    """The bill itself."""
    found = parsed(**bill).episodes[0].bill
    assert found is not None
    return found


def test_lines_add_up_to_a_bill() -> None:
    """150 + 241.10 + 16.67 + 50 = 457.77; 41.10 over the limit; class B 200 at 15 % and 16.67 at the bill's 10 %."""
    bill = billed(lines=LINES, class_b_ratio=Decimal("0.1"))
    assert (bill.total, bill.out_of_catalogue, bill.class_b, bill.over_limit) == (45777, 5000, 21667, 4110)
    assert bill.own_ratio_parts == (ClassBPart(Fen(20000), Fraction(15, 100)),)
    assert (bill.class_b_ratio, bill.lines[0].name) == (Fraction(1, 10), "床位费")


def test_sums_beside_the_lines_may_stand_if_they_agree() -> None:
    """The hospital's own sums are welcome where they are the same to the fen."""
    sums = {"total": Decimal("457.77"), "out_of_catalogue": 50, "class_b": Decimal("216.67"), "over_limit": "41.10"}
    assert billed(lines=LINES, **sums) == billed(lines=LINES)


def test_a_ratio_that_the_class_has_anyway_may_be_printed() -> None:
    """Lists print 0 beside class A and 1 beside class C."""
    lines = [{**BED, "self_pay_ratio": 0}, {**OUTSIDE, "self_pay_ratio": Decimal("1.0")}]
    assert billed(lines=lines).total == 20000


def test_an_itemised_bill_reads_back_from_its_document() -> None:
    """The lines are written, and say the same again."""
    case = parsed(lines=LINES, class_b_ratio=Decimal("0.1"))
    assert parse_case(case_document(case), DictRuleBook(), TODAY) == case


def test_what_the_funds_have_paid_already_is_kept_and_read_back() -> None:
    """With sums or with lines, in the case file and in the household."""
    for bill in ({"total": 100, "class_b": 50, "funds_paid": 30}, {"lines": LINES, "funds_paid": 0}):
        case = parsed(**bill)
        assert parse_case(case_document(case), DictRuleBook(), TODAY) == case
        assert bill_from_text(bill_text(billed(**bill))) == billed(**bill)


def test_an_itemised_bill_is_kept_with_its_lines() -> None:
    """What the household keeps reads back as the same bill."""
    bill = billed(lines=LINES, class_b_ratio=Decimal("0.1"))
    assert bill_from_text(bill_text(bill)) == bill


@pytest.mark.parametrize(
    ("bill", "parts"),
    [
        ({"lines": [BED, {**BED, "price": -5}]}, ["bill.lines[1].price", "-5"]),
        ({"lines": [BED, {**BED, "price": Decimal("0.005")}]}, ["bill.lines[1].price", "0.005"]),
        ({"lines": [{"class": "A"}]}, ["bill.lines[0].price"]),
        ({"lines": [{"price": 5}]}, ["bill.lines[0].class"]),
        ({"lines": [{**BED, "class": "D"}]}, ["bill.lines[0].class", "D", "A"]),
        ({"lines": [{**BED, "quantity": 0}]}, ["bill.lines[0].quantity", "0"]),
        ({"lines": [{**BED, "quantity": -1}]}, ["bill.lines[0].quantity", "-1"]),
        ({"lines": [{**BED, "quantity": Decimal("1e9")}]}, ["bill.lines[0].quantity", "1000000"]),
        ({"lines": [{**BED, "quantity": "many"}]}, ["bill.lines[0].quantity", "many"]),
        ({"lines": [{**BED, "price_limit": -1}]}, ["bill.lines[0].price_limit", "-1"]),
        ({"lines": [{**DRUG, "self_pay_ratio": 15}]}, ["bill.lines[0].self_pay_ratio", "15", "0.85"]),
        ({"lines": [{**BED, "self_pay_ratio": Decimal("0.1")}]}, ["bill.lines[0].self_pay_ratio", "0.1", "A"]),
        ({"lines": [{**OUTSIDE, "self_pay_ratio": 0}]}, ["bill.lines[0].self_pay_ratio", "0", "C", "1"]),
        ({"lines": [{**BED, "amount": 5}]}, ["bill.lines[0].amount", "price_limit"]),
        ({"lines": {"class": "A"}}, ["bill.lines"]),
        ({"lines": [5]}, ["bill.lines[0]", "5", "class"]),
        ({"lines": LINES, "total": 457}, ["bill.total", "457.00", "457.77"]),
        ({"lines": LINES, "class_b": 0}, ["bill.class_b", "0.00", "216.67"]),
        ({"lines": [], "total": 5}, ["bill.total", "5.00", "0.00"]),
        ({"class_b": 5}, ["bill.total"]),
        ({"total": 5, "funds_paid": 6}, ["bill.funds_paid", "6.00", "5.00"]),
        ({"lines": [OUTSIDE], "funds_paid": 51}, ["bill.funds_paid", "51.00", "50.00"]),
    ],
    ids=str,
)
def test_lines_that_make_no_sense_are_refused(bill: dict[str, Any], parts: list[str]) -> None:
    """One sentence with the line's key, the value, and what is allowed, in either language."""
    with pytest.raises(Problem) as refusal:
        parsed(**bill)
    for language in LANGUAGES:
        sentence = Words(language, resources_dir() / "words").text(refusal.value.message)
        assert "\n" not in sentence
        assert [part for part in parts if part not in sentence] == []


def test_the_line_of_an_episode_is_named_with_its_episode() -> None:
    """episodes[1].bill.lines[0].price."""
    care = {"kind": "inpatient", "date": "2026-06-15"}
    episodes = [{"care": care, "bill": {"total": 1}}, {"care": care, "bill": {"lines": [{**BED, "price": -1}]}}]
    case = document({}) | {"episodes": episodes}
    del case["care"], case["bill"]
    with pytest.raises(Problem) as refusal:
        parse_case(case, DictRuleBook(), TODAY)
    assert dict(refusal.value.message.parameters)["key"] == "episodes[1].bill.lines[0].price"


def test_an_itemised_bill_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """457.77 − 50 − 41.10 − (200 × 15 % + 16.67 × 10 % = 31.667, so 31.67) = 335.00; 80 % of it is 268."""
    file = tmp_path / "case.json"
    bill = {"lines": LINES, "class_b_ratio": "0.1"}
    file.write_text(json.dumps(document(bill), default=str), encoding="utf-8")
    assert run(("estimate", "--json", str(file)), lambda: TODAY) == 0
    result = json.loads(capsys.readouterr().out)["result"]
    found = {name: result[name] for name in ("prior_self_pay", "eligible", "fund_total", "cash")}
    assert found == {"prior_self_pay": "31.67", "eligible": "335.00", "fund_total": "268.00", "cash": "189.77"}
