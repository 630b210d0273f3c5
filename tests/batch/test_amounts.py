"""A row comes to the same as its case on its own, however the case is written down."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from desktop_app.errors import Problem
from desktop_app.paths import resources_dir
from desktop_app.render.estimate_json import case_document
from desktop_app.render.words import Words
from desktop_app.services.estimate_case import estimate_case
from desktop_app.storage.batch_case import DocumentReader, TableReader
from desktop_app.storage.batch_head import Head, known_paths
from desktop_app.storage.case_file import parse_case
from desktop_app.storage.rule_pack import RulePack
from tests.batch.tables import BASE, TODAY, as_json, flat, read_table, write_table, yidi_batch
from tests.rulebooks import DictRuleBook

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
FILES = ("worked.json", "worked_other.json", "corners.json", "more_estimates.json")
AMOUNTS = (
    *("total", "out_of_catalogue", "over_limit", "prior_self_pay", "elsewhere_first_pay", "eligible", "deductible"),
    *("basic_fund", "supplement_fund", "critical_fund", "assistance_fund", "fund_total", "personal_account"),
    *("cash", "personal_total"),
)


def cases() -> list[dict[str, Any]]:
    """The case files of all examples, figures as they are written there."""
    found = [json.loads((EXAMPLES / file).read_text(encoding="utf-8"), parse_float=Decimal) for file in FILES]
    return [row["case"] for rows in found for row in rows if "case" in row]


@pytest.fixture(autouse=True)
def _the_pack_of_this_run(monkeypatch: pytest.MonkeyPatch, pack_file: Path) -> None:
    """The command opens the pack compiled from this checkout's facts."""
    monkeypatch.setattr("desktop_app.services.open_rulebook.rule_pack_file", lambda: pack_file)


def alone(case: dict[str, Any], rulebook: RulePack) -> dict[str, str]:
    """What `yidi estimate` says of a case, as the cells of its row; episodes added up."""
    words = Words("en", resources_dir() / "words")
    try:
        read = parse_case(case, rulebook, TODAY)
        document: Any = case_document(read, estimate_case(read, rulebook), words)
    except Problem as problem:
        return {"error": " ".join(words.text(problem.message).split())}
    results = document.get("results") or [document["result"]]
    row = {name: added([result[name] for result in results]) for name in AMOUNTS}
    for end in ("low", "likely", "high"):
        row[end] = added([result["range"] and result["range"][end] for result in results])
    if len(results) == 1:
        row["actual_ratio"] = results[0]["actual_ratio"] or ""
        row["gaps"] = ", ".join(gap["figure"] for gap in results[0]["gaps"])
        row["warnings"] = " ".join(results[0]["warnings"])
    grades = {figure["evidence"] for result in results for figure in result["figures"].values()}
    row["evidence"] = next((grade for grade in ("typical", "reported", "yours", "official") if grade in grades), "")
    row["error"] = ""
    return row


def added(parts: list[str | None]) -> str:
    """The sum of amounts in yuan; nothing where one is unknown."""
    if any(part is None for part in parts):
        return ""
    return f"{sum(Decimal(part or 0) for part in parts):.2f}"


def fits_a_table(case: dict[str, Any]) -> bool:
    """Whether each of its keys can be a heading beside all others: none unknown, no block in a single cell."""
    blocks = {path.rpartition(".")[0] for path in known_paths()}
    return "version" in case and all(key in known_paths() and key not in blocks for key in flat(case))


def test_every_example_comes_out_alike_in_a_table(tmp_path: Path, rulebook: RulePack) -> None:
    """All worked examples and corner cases as rows with dotted headings, their lists as JSON in the cell."""
    every = [case for case in cases() if fits_a_table(case)]
    table = write_table(tmp_path / "cases.csv", [flat(case) for case in every])
    assert yidi_batch(table, "-o", tmp_path / "out.csv") == 0
    rows = read_table(tmp_path / "out.csv")
    assert len(rows) > 60
    for case, row in zip(every, rows, strict=True):
        expected = alone(case, rulebook)
        assert {name: row[name] for name in expected} == expected, case


def test_every_example_comes_out_alike_line_by_line(tmp_path: Path, rulebook: RulePack) -> None:
    """The same as one case document per line; the document itself is the input column."""
    every = [as_json(case) for case in cases()]
    (tmp_path / "cases.jsonl").write_text("\n".join(every), encoding="utf-8")
    assert yidi_batch(tmp_path / "cases.jsonl", "-o", tmp_path / "out.csv") == 0
    rows = read_table(tmp_path / "out.csv")
    assert [row["case"] for row in rows] == every
    for line, row in zip(every, rows, strict=True):
        expected = alone(json.loads(line, parse_float=Decimal), rulebook)
        assert {name: row[name] for name in expected} == expected, line


def test_the_sum_by_hand(tmp_path: Path) -> None:
    """10000 less 1000 is 9000, of which 0.8 is 7200; 2800 stay with the person: 72 per cent of the bill comes back."""
    yidi_batch(write_table(tmp_path / "cases.csv", [BASE]), "-o", tmp_path / "out.csv")
    (row,) = read_table(tmp_path / "out.csv")
    assert (row["row"], row["total"], row["deductible"], row["fund_total"]) == ("1", "10000.00", "1000.00", "7200.00")
    assert (row["cash"], row["actual_ratio"], row["evidence"]) == ("2800.00", "0.7200", "yours")
    assert (row["low"], row["likely"], row["high"]) == ("7200.00", "7200.00", "7200.00")
    assert (row["gaps"], row["warnings"], row["error"]) == ("", "", "")


def test_several_stays_in_one_cell_are_added_up(tmp_path: Path) -> None:
    """(10000 − 1000) × 0.8 + (5000 − 500) × 0.8 = 7200 + 3600 = 10800 of 15000: 72 per cent."""
    stays = [
        {"care": {"kind": "inpatient", "date": "2026-03-01", "admission": 1}, "bill": {"total": 10000}},
        {"care": {"kind": "inpatient", "date": "2026-06-01", "admission": 2}, "bill": {"total": 5000}},
    ]
    row = {
        "person.scheme": "employee",
        "figures.deductible": "[1000, 500]",
        "figures.ratio": "0.8",
        "episodes": json.dumps(stays),
    }
    yidi_batch(write_table(tmp_path / "cases.csv", [row]), "-o", tmp_path / "out.csv")
    (found,) = read_table(tmp_path / "out.csv")
    assert (found["total"], found["fund_total"], found["actual_ratio"]) == ("15000.00", "10800.00", "0.7200")
    assert (found["low"], found["high"]) == ("10800.00", "10800.00")


def test_a_range_shows_its_ends(tmp_path: Path) -> None:
    """With figures of the rulebook the payment lies between two amounts, and its evidence is the weakest there is."""
    row = {
        **{key: cell for key, cell in BASE.items() if not key.startswith("figures")},
        "person.insured_region": "140100",
        "person.scheme": "resident",
        "person.status": "adult",
        "care.region": "110000",
        "care.level": "level3",
        "care.reason": "self_chosen",
        "care.filing": "none",
    }
    yidi_batch(write_table(tmp_path / "cases.csv", [row]), "-o", tmp_path / "out.csv")
    (found,) = read_table(tmp_path / "out.csv")
    assert found["error"] == ""
    assert Decimal(found["low"]) < Decimal(found["likely"]) < Decimal(found["high"])
    assert found["evidence"] == "typical"


def test_the_day_is_the_one_asked_for_where_a_row_names_none() -> None:
    """`--date` stands for the clock; a row's own `today` counts before it, in tables and documents alike."""
    asked = date(2025, 1, 31)
    row = {**BASE, "today": ""}
    table = TableReader(Head(list(row)), DictRuleBook(), asked)
    assert table.case(tuple(row.values())).today == asked
    assert table.case(tuple({**row, "today": "2024/12/31"}.values())).today == date(2024, 12, 31)
    assert TableReader(Head(list(BASE)), DictRuleBook(), asked).case(tuple(BASE.values())).today == asked
    document = {"version": 1, "person": {"scheme": "employee"}, "care": {"kind": "inpatient", "date": "2026-06-15"}}
    lines = DocumentReader(DictRuleBook(), asked)
    assert lines.case([as_json(document)]).today == asked
    assert lines.case([as_json({**document, "today": "2024-12-31"})]).today == date(2024, 12, 31)
