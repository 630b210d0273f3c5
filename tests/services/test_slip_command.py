"""`yidi slip` as people use it: the example, JSON, and one sentence for what is wrong."""

import json
from datetime import date
from pathlib import Path

import pytest

from desktop_app.cli import run
from desktop_app.paths import examples_dir

CASE = examples_dir() / "3-suzhou-shanghai.yaml"
SLIP = examples_dir() / "slips" / "3-suzhou-shanghai.yaml"


def yidi(*arguments: str | Path) -> int:
    """Runs the command line in this process."""
    return run([str(each) for each in arguments], lambda: date(2026, 11, 21))


def plain(folder: Path) -> Path:
    """A case without a region: 10,000, deductible 1,000, ratio 80 %: 7,200.00."""
    file = folder / "case.json"
    case = {
        "version": 1,
        "person": {"scheme": "employee"},
        "care": {"kind": "inpatient", "date": "2026-06-15", "filing": "none"},
        "bill": {"total": 10000},
        "figures": {"deductible": 1000, "ratio": 0.8},
    }
    file.write_text(json.dumps(case), encoding="utf-8")
    return file


def written(folder: Path, text: str) -> Path:
    """A slip."""
    file = folder / "slip.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_example_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    """The sample slip beside its case: filed after all, and the hospital's own split; both normal."""
    assert yidi("slip", CASE, SLIP, "--lang", "zh_CN") == 0
    said = capsys.readouterr().out
    assert said.startswith("有差别，但属于正常情况。")
    assert "基本医保统筹基金支出：单子 ¥63,234.70" in said
    assert "按“异地转诊人员”的备案结算" in said
    assert said.rstrip().endswith("以参保地医保部门为准。")


def test_json_line_by_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """9,000 × 70 % = 6,300.00 without a filing: ten points off, normal, and a figure for next time."""
    slip = written(tmp_path, "total: 10000\ndeductible: 1000\nbasic_fund: 6300\ncash: 3700\n")
    assert yidi("slip", plain(tmp_path), slip, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    lines = {line["line"]: line for line in found["lines"]}
    assert list(lines) == ["total", "deductible", "basic_fund", "cash"]
    assert lines["basic_fund"] == {
        "line": "basic_fund",
        "slip": "6300.00",
        "estimate": "7200.00",
        "range": {"low": "7200.00", "likely": "7200.00", "high": "7200.00"},
        "difference": "-900.00",
        "verdict": "differs",
        "explained_by": ["other_reduction", "other_ratio"],
    }
    reduction = next(each for each in found["explanations"] if each["rules"][0]["cause"] == "other_reduction")
    assert reduction["how_sure"] == "likely"
    assert reduction["fund_total"] == "6300.00"
    assert reduction["rules"][0]["judgement"] == "normal"
    assert (found["judgement"], found["tolerance"]) == ("normal", "0.05")
    [suggestion] = found["suggestions"]
    assert suggestion["figure"] == "elsewhere"
    assert suggestion["value"] == {"kind": "points", "value": "0.1000"}


def test_a_slip_that_agrees(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One calm sentence first."""
    assert yidi("slip", plain(tmp_path), written(tmp_path, "basic_fund: 7200.03\n"), "--lang", "en") == 0
    assert capsys.readouterr().out.startswith("The slip agrees with the estimate.")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("basic: 1\n", "basic"),
        ("cash: -1\n", "cash"),
        ("total: 1\ncash: 2\n", "cash"),
        ("{}\n", "slip"),
    ],
)
def test_bad_input_is_one_sentence(text: str, named: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 2, nothing on stdout, one line on stderr that names the key."""
    assert yidi("slip", plain(tmp_path), written(tmp_path, text)) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert named in printed.err


def test_a_slip_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same for a missing file and for a stay there is not."""
    assert yidi("slip", plain(tmp_path), tmp_path / "absent.yaml") == 2
    assert yidi("slip", plain(tmp_path), written(tmp_path, "cash: 1\n"), "--episode", "2") == 2
    assert "--episode" in capsys.readouterr().err


@pytest.mark.parametrize("episode", ["0", "2", "-1", "last", ""])
def test_a_stay_is_named_by_its_number(tmp_path: Path, capsys: pytest.CaptureFixture[str], episode: str) -> None:
    """The case has one stay: whatever else is written costs one sentence with what was written and what may be."""
    slip = written(tmp_path, "cash: 1\n")
    assert yidi("--lang", "zh_CN", "slip", plain(tmp_path), slip, f"--episode={episode}") == 2
    assert capsys.readouterr().err.splitlines() == [f"--episode：“{episode}”不对，要写 1 到 1 的整数。"]
