"""Worked examples as data: published sums and settlement slips, and cases that pin down how the document is read.

`worked.json` and `corners.json` hold case files with what must come out; each row names its source or its reading.
"""

import json
from datetime import date
from decimal import Decimal
from functools import reduce
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.money import Fen
from desktop_app.errors import Problem
from desktop_app.paths import resources_dir
from desktop_app.render.estimate_json import case_document
from desktop_app.render.words import LANGUAGES, Words
from desktop_app.rules.estimate.entitlement import deductible_figure
from desktop_app.rules.estimate.terms import NOT_PAID, Terms
from desktop_app.rules.estimate.year import estimate_case
from desktop_app.storage.case_file import parse_case
from tests.rulebooks import DictRuleBook

Row = dict[str, Any]
HERE = Path(__file__).parent
TODAY = date(2026, 11, 21)
WORDS = {language: Words(language, resources_dir() / "words") for language in LANGUAGES}


def rows(name: str) -> list[Row]:
    """A file of examples, its numbers as they are written."""
    found: list[Row] = json.loads((HERE / name).read_text(encoding="utf-8"), parse_float=Decimal)
    return found


ALL = [*rows("worked.json"), *rows("corners.json")]
SETTLED = [row for row in ALL if "expect" in row]
REFUSED = [row for row in ALL if row.get("expect_error")]
OTHER = rows("worked_other.json")


def results(row: Row) -> list[Row]:
    """What `estimate --json` says of the row's case, one result per episode."""
    rulebook = DictRuleBook()
    case = parse_case(row["case"], rulebook, TODAY)
    document: Row = case_document(case, estimate_case(case, rulebook), WORDS["zh_CN"])
    return document.get("results") or [document["result"]]


def fen_apart(said: str, expected: str) -> Decimal:
    """How far two amounts lie apart, in fen."""
    return abs(Decimal(said) - Decimal(expected)) * 100


def test_every_row_says_what_it_expects() -> None:
    """25 published examples, 28 readings, 22 refusals: nothing fell out on the way."""
    assert (len(rows("worked.json")), len(SETTLED), len(REFUSED)) == (25, 53, 22)


@pytest.mark.parametrize("row", SETTLED, ids=itemgetter("id"))
def test_a_worked_example_comes_out(row: Row) -> None:
    """Every amount agrees to the fen; a printed slip may be off by the fen its hospital rounded line by line."""
    expectations = row["expect"] if isinstance(row["expect"], list) else [row["expect"]]
    found = results(row)
    assert len(found) == len(expectations)
    for result, expected in zip(found, expectations, strict=True):
        for key, value in expected.items():
            said: Any = reduce(lambda place, part: place[part], key.split("."), result)
            if value is None or not row["tolerance_fen"]:
                assert said == value, key
            else:
                assert fen_apart(said, value) <= row["tolerance_fen"], key


@pytest.mark.parametrize("row", SETTLED, ids=itemgetter("id"))
def test_an_example_with_exact_figures_has_no_range(row: Row) -> None:
    """Figures that were entered are exact: lowest, likely and highest are the amount itself."""
    for result in results(row):
        assert set(result["range"].values()) == {result["fund_total"]}


@pytest.mark.parametrize("row", REFUSED, ids=itemgetter("id"))
def test_a_case_that_does_not_fit_is_refused_in_one_sentence(row: Row) -> None:
    """The sentence names the key and the value as written, in either language."""
    with pytest.raises(Problem) as refused:
        results(row)
    for words in WORDS.values():
        sentence = words.text(refused.value.message)
        assert "\n" not in sentence
        assert [part for part in row["stderr_has"] if part not in sentence] == []


@pytest.mark.parametrize("row", [row for row in OTHER if "admissions" in row["given"]], ids=itemgetter("id"))
def test_the_deductible_by_the_number_of_the_stay(row: Row) -> None:
    """The second and later stays of a year have their own, as the rule states them or as its factor gives them."""
    given = row["given"]
    stated = given.get("deductible_by_admission") or row["expect"]["deductible"]
    terms = Terms(ratio=NOT_PAID, deductible=tuple(Fen(int(Decimal(amount) * 100)) for amount in stated))
    found = [deductible_figure(terms, admission) for admission in given["admissions"]]
    assert found == [int(Decimal(amount) * 100) for amount in row["expect"]["deductible"]]


@pytest.mark.parametrize("row", [row for row in OTHER if "lines" in row["given"]], ids=itemgetter("id"))
def test_item_lines_are_split_by_class(row: Row) -> None:
    """What is charged, in scope and the person's own comes out line by line, before deductible and ratio."""
    document = {
        "version": 1,
        "person": {"scheme": "employee"},
        "care": {"kind": "inpatient", "date": "2026-06-15"},
        "bill": {"lines": row["given"]["lines"]},
        "figures": {"deductible": 0, "ratio": 1},
    }
    [result] = results({"case": document})
    said = {
        "charged": result["total"],
        "in_scope": result["eligible"],
        "out_of_catalogue": result["out_of_catalogue"],
        "personal": result["personal_total"],
    }
    assert {name: said[name] for name in row["expect"]} == row["expect"]


def test_no_example_is_left_out() -> None:
    """Every example beside the case files is of one of the two forms that are run."""
    assert [row["id"] for row in OTHER if ("lines" in row["given"]) == ("admissions" in row["given"])] == []
