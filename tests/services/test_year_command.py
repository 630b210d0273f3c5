"""`yidi year` as people and scripts use it."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli import run

TODAY = date(2026, 11, 21)
FIGURES: dict[str, Any] = {
    "deductible": [1300, 650],
    "segments": [[30000, 0.85], [40000, 0.90], [None, 0.95]],
    "segment_origin": "zero",
    "cap": 500000,
}
"""Beijing's employees at level 3."""


def yidi(*arguments: str) -> int:
    """Runs the command line in this process."""
    return run(arguments, lambda: TODAY)


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """The locale of these tests."""
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


def write(folder: Path, *bills: tuple[str, object], **changes: object) -> str:
    """A case file with these days and totals."""
    document: dict[str, Any] = {"version": 1, "person": {"scheme": "employee"}, "figures": FIGURES, **changes}
    document["episodes"] = [
        {
            "care": {"kind": "inpatient", "date": day, "level": "level3", "admission": number},
            "bill": {"total": total},
        }
        for number, (day, total) in enumerate(bills, 1)
    ]
    file = folder / "case.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    return str(file)


def test_the_year_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two stays of 40,000 paid 33,395 and 33,947.50; the third costs 6,052.50 now, the first of 2027 costs 6,605."""
    assert yidi("year", "--json", write(tmp_path, ("2026-03-01", 40000), ("2026-06-01", 40000))) == 0
    document = json.loads(capsys.readouterr().out)
    exact = {"low": "552.50", "likely": "552.50", "high": "552.50"}
    assert (document["year"], document["on"], document["bills"], document["billed"]) == (
        2026,
        "2026-11-21",
        2,
        "80000.00",
    )
    assert document["deductible"]["left"]["likely"] == "650.00"
    assert document["deductible"]["paid_this_year"]["likely"] == "1950.00"
    assert document["deductible"]["evidence"] == "yours"
    assert document["caps"]["basic_fund"]["used"]["likely"] == "67342.50"
    assert document["caps"]["basic_fund"]["left"]["likely"] == "432657.50"
    assert document["next"]["difference"] == exact
    assert document["next"]["now"]["personal_total"]["likely"] == "6052.50"
    assert document["next"]["after_new_year"]["date"] == "2027-01-01"
    assert document["next"]["after_new_year"]["estimate"]["fund_total"] == "33395.00"
    assert document["gaps"] == []


def test_an_amount_for_the_next_stay(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """35,000 as the second stay: 29,350 × 85 % + 5,000 × 90 % = 29,447.50, so 5,552.50 to pay."""
    assert yidi("year", write(tmp_path, ("2026-03-01", 40000)), "--next", "35000", "--json") == 0
    following = json.loads(capsys.readouterr().out)["next"]
    assert (following["supposed"], following["total"]) == ("given", "35000.00")
    assert following["now"]["personal_total"]["likely"] == "5552.50"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("zh_CN", "到 2027 年（1月1日起），自己要多付 ¥552.50。"), ("en", "From 1 January 2027 you pay ¥552.50 more.")],
)
def test_the_year_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, sentence: str) -> None:
    """The answer in one sentence, in the language asked for, with the evidence of the figures."""
    assert yidi("year", "--lang", language, write(tmp_path, ("2026-03-01", 40000))) == 0
    lines = capsys.readouterr().out.splitlines()
    assert sentence in lines
    assert any("¥650.00" in line for line in lines)
    assert any({"zh_CN": "[您的]", "en": "[Yours]"}[language] in line for line in lines)


@pytest.mark.parametrize(
    ("amount", "sentence"),
    [
        ("abc", "--next: “abc” is not an amount of money: yuan with at most two places, below 10^15."),
        ("1.005", "--next: “1.005” is not an amount of money: yuan with at most two places, below 10^15."),
        ("-1", "--next: “-1” is negative; an amount is at least 0."),
    ],
)
def test_an_amount_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str], amount: str, sentence: str) -> None:
    """One sentence that names the option, what was written and what is allowed; exit code 2."""
    assert yidi("year", write(tmp_path, ("2026-03-01", 40000)), f"--next={amount}") == 2
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", sentence + "\n")


def test_a_case_without_a_bill(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither a bill nor an amount: the key that is missing."""
    file = tmp_path / "plan.json"
    care = {"kind": "inpatient", "date": "2026-12-01"}
    document = {"version": 1, "person": {"scheme": "employee"}, "care": care, "figures": FIGURES}
    file.write_text(json.dumps(document), encoding="utf-8")
    assert yidi("year", str(file)) == 2
    assert capsys.readouterr().err == "bill is missing and must be given.\n"
