"""The program against a second evaluator written from the description alone: published examples, then random cases.

`YIDI_SECOND_CASES=20000 pytest tests/second` tries more of them.
"""

import json
import os
from collections import Counter
from datetime import date
from decimal import Decimal
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest

from desktop_app.errors import Problem
from desktop_app.paths import resources_dir
from desktop_app.render.estimate_json import estimate_document
from desktop_app.render.words import Words
from desktop_app.rules.estimate.year import estimate_case
from desktop_app.rules.rulebook import RuleBook
from desktop_app.storage.case_file import parse_case
from tests.second.cases import documents
from tests.second.evaluator import evaluate
from tests.second.shrink import shrunk

Document = dict[str, Any]
EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
SEED = 20261121
COUNT = int(os.environ.get("YIDI_SECOND_CASES", "1500"))
TODAY = date(2026, 11, 21)
WORDS = Words("zh_CN", resources_dir() / "words")


def read(name: str) -> list[Document]:
    """A file of examples, its numbers exactly as written."""
    found: list[Document] = json.loads((EXAMPLES / name).read_text(encoding="utf-8"), parse_float=Decimal)
    return found


def differences(document: Document, rulebook: RuleBook) -> list[str]:
    """What the program says otherwise than the evaluator, an entry per amount."""
    estimates = estimate_case(parse_case(document, rulebook, TODAY), rulebook)
    told = [estimate_document(estimate, WORDS) for estimate in estimates]
    expected = evaluate(document)
    if len(told) != len(expected):
        return [f"{len(told)} results, expected {len(expected)}"]
    return [
        f"episode {number}: {name} {said.get(name)}, expected {value}"
        for number, (said, right) in enumerate(zip(told, expected, strict=True), start=1)
        for name, value in {**right, "gaps": []}.items()
        if said.get(name) != value
    ]


def disagrees(document: Document, rulebook: RuleBook) -> bool:
    """Whether it is a case at all, and the two differ on it."""
    try:
        return bool(differences(document, rulebook))
    except (Problem, KeyError, IndexError):
        return False


def look_up(result: Document, dotted: str) -> str | None:
    """A key of an expectation: year_to_date.deductible_paid."""
    found: Any = result
    for key in dotted.split("."):
        found = found[key]
    assert found is None or isinstance(found, str)
    return found


SETTLED = [example for name in ("worked.json", "corners.json") for example in read(name) if "expect" in example]
STAYS = [example for example in read("worked_other.json") if "admissions" in example["given"]]


@pytest.mark.parametrize("example", SETTLED, ids=itemgetter("id"))
def test_the_evaluator_reproduces_an_example(example: Document) -> None:
    """Every amount of a worked example comes out to the fen, or within the fen its printed slip is off."""
    results, expected = evaluate(example["case"]), example["expect"]
    tolerance = Decimal(example["tolerance_fen"]) / 100
    for result, amounts in zip(results, expected if isinstance(expected, list) else [expected], strict=True):
        for name, amount in amounts.items():
            found = look_up(result, name)
            if found is None or amount is None:
                assert found == amount, name
            else:
                assert abs(Decimal(found) - Decimal(amount)) <= tolerance, name


@pytest.mark.parametrize("example", STAYS, ids=itemgetter("id"))
def test_the_evaluator_knows_the_deductible_of_each_stay(example: Document) -> None:
    """Deductibles that fall from stay to stay, as a list or as a first one with a factor for the later ones."""
    given = example["given"]
    listed = given.get("deductible_by_admission") or [
        Decimal(given["first_deductible"]),
        Decimal(given["first_deductible"]) * Decimal(given["later_factor"]),
    ]
    figures = {"deductible": listed, "deductible_basis": "per_admission", "ratio": Decimal("0.5")}
    for admission, deductible in zip(given["admissions"], example["expect"]["deductible"], strict=True):
        care = {"kind": "inpatient", "date": "2026-06-15", "admission": admission}
        case = {"person": {"scheme": "employee"}, "care": care, "bill": {"total": 10000}, "figures": figures}
        assert evaluate(case)[0]["deductible"] == deductible


def test_random_cases_reach_every_amount() -> None:
    """Every part of the bill, every fund and the account is at work in 200 episodes at least."""
    at_work: Counter[str] = Counter()
    for document in documents(SEED, 1500):
        for result in evaluate(document):
            at_work.update(name for name, amount in result.items() if isinstance(amount, str) and Decimal(amount))
    assert {name: count for name, count in at_work.items() if count < 200} == {}
    assert len(at_work) == 16


def test_program_and_evaluator_agree_on_random_cases(rulebook: RuleBook) -> None:
    """The same amounts, range and counters for every case; the first other one is shown as small as it gets."""
    for number, document in enumerate(documents(SEED, COUNT)):
        if differences(document, rulebook):
            small = shrunk(document, lambda case: disagrees(case, rulebook))
            told = "\n".join(differences(small, rulebook))
            pytest.fail(f"case {number} of seed {SEED}, made small:\n{json.dumps(small, default=str)}\n{told}")


def test_a_disagreement_is_shown_small() -> None:
    """Two readings that differ from a bill of 30 on are shown with a bill of 30 and nothing else that matters."""
    case = {
        "version": 1,
        "person": {"scheme": "employee", "status": "working"},
        "care": {"kind": "outpatient", "date": "2026-06-15", "admission": 2},
        "bill": {"total": Decimal("31234.56"), "class_b": Decimal("12.34"), "class_b_ratio": Decimal("0.1")},
        "figures": {"deductible": Decimal("99.99"), "ratio": Decimal("0.85"), "cap": 0},
    }
    assert shrunk(case, lambda smaller: smaller["bill"]["total"] >= 30) == {
        "version": 0,
        "person": {"scheme": "employee"},
        "care": {"kind": "outpatient", "date": "2026-06-15"},
        "bill": {"total": 30},
        "figures": {"deductible": 0},
    }
