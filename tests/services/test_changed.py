"""`yidi changed`: the same case under two rulebooks and on two days."""

import json
from pathlib import Path
from typing import Any, Final

import pytest

from desktop_app.cli import run
from tests.services.conftest import TODAY
from tests.storage.small_facts import write_small_facts

FIGURES: Final = """\
province: "140000"
gaps:
- {region: "140100", scheme: employee, kind: inpatient, reason: 没有找到}
- {region: "140100", scheme: employee, kind: outpatient, reason: 没有找到}
- {region: "140100", scheme: resident, kind: inpatient, reason: 没有找到}
- {region: "140100", scheme: resident, kind: outpatient, reason: 没有找到}
blocks:
- region: "140100"
  scheme: employee
  kind: inpatient
  source: rules-2022
  evidence: typical
  from: 2025-01-01
  figures:
  - {figure: cap, value: 7000}
  - {figure: ratio, level: level3, value: 0.80}
"""
"""Ten thousand yuan at 80 % are 8,000, but the cap lets 7,000 through."""

CASE: Final[dict[str, Any]] = {
    "version": 1,
    "person": {"insured_region": "140100", "scheme": "employee", "status": "working", "age": 45},
    "care": {"region": "140100", "kind": "inpatient", "level": "level3", "date": "2026-11-10", "stage": "admitted"},
    "bill": {"total": 10000},
    "figures": {
        "deductible": 0,
        "deductible_basis": "per_admission",
        "supplement": None,
        "critical": None,
        "rounding": "half_up",
    },
}
SHENZHEN: Final[dict[str, Any]] = {
    "version": 1,
    "person": {"insured_region": "440300", "scheme": "employee", "tier": "tier1", "status": "working", "age": 35},
    "care": {
        "region": "510100",
        "kind": "outpatient",
        "level": "level3",
        "date": "2026-03-10",
        "reason": "self_chosen",
        "filing": "none",
        "stage": "planning",
        "networked": True,
    },
    "bill": {"total": 100},
}


@pytest.fixture(autouse=True)
def shipped(pack_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """This run's pack stands for the one the program ships."""
    monkeypatch.setattr("desktop_app.services.open_rulebook.rule_pack_file", lambda: pack_file)


@pytest.fixture
def case_file(tmp_path: Path) -> Path:
    """The stay in Taiyuan as a file."""
    return written(tmp_path, CASE)


def written(folder: Path, case: dict[str, Any]) -> Path:
    """A case as a file."""
    file = folder / "case.json"
    file.write_text(json.dumps(case), encoding="utf-8")
    return file


def facts(folder: Path, figures: str) -> Path:
    """A small folder of facts with these figures."""
    write_small_facts(folder)
    (folder / "figures" / "140000-shanxi.yaml").write_text(figures, encoding="utf-8")
    return folder


def answered(capsys: pytest.CaptureFixture[str], *arguments: object, code: int = 0) -> str:
    """What the command prints."""
    assert run(["changed", *map(str, arguments)], lambda: TODAY) == code
    streams = capsys.readouterr()
    return streams.err if code == 2 else streams.out


def document(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict[str, Any]:
    """The JSON the command prints."""
    found: dict[str, Any] = json.loads(answered(capsys, *arguments, "--json"))
    return found


def test_a_figure_that_moved_is_named_with_what_it_does_to_the_amount(
    case_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The cap rises from 7,000 to 7,500: the funds pay 7,500 instead of 7,000, the person 2,500 instead of 3,000."""
    from desktop_app.storage.compile_pack import build

    newer = tmp_path / "newer.sqlite"
    build(facts(tmp_path / "new", FIGURES.replace("value: 7000", "value: 7500")), newer)
    monkeypatch.setattr("desktop_app.services.open_rulebook.rule_pack_file", lambda: newer)
    found = document(capsys, case_file, "--before", facts(tmp_path / "old", FIGURES))
    [episode] = found["episodes"]
    assert found["changed"] is True
    assert [(move["figure"], move["before"]["value"], move["after"]["value"]) for move in episode["figures"]] == [
        ("cap", "¥7,000.00", "¥7,500.00")
    ]
    assert episode["fund_total"] == {
        "before": {"low": "7000.00", "likely": "7000.00", "high": "7000.00"},
        "after": {"low": "7500.00", "likely": "7500.00", "high": "7500.00"},
    }
    moved = {move["name"]: (move["before"], move["after"]) for move in episode["amounts"]}
    assert moved["basic_fund"] == ("7000.00", "7500.00")
    assert moved["cash"] == ("3000.00", "2500.00")
    text = answered(capsys, case_file, "--before", tmp_path / "old")
    assert "¥7,000.00 → ¥7,500.00，按最可能的数字多 ¥500.00" in text


def test_the_same_rulebook_moves_nothing(case_file: Path, capsys: pytest.CaptureFixture[str], pack_file: Path) -> None:
    """Compared with itself: one plain sentence, and `changed` is false."""
    found = document(capsys, case_file, "--before", pack_file)
    assert found["changed"] is False
    assert [episode["figures"] for episode in found["episodes"]] == [[]]
    assert "没有变化" in answered(capsys, case_file, "--before", pack_file)


def test_two_days_are_compared_from_the_earlier_to_the_later(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Shenzhen asked for a filing before its own rules of October 2023 (S3-04); since then it is advised."""
    found = document(capsys, written(tmp_path, SHENZHEN), "--date", "2023-03-10")
    assert [episode["date"] for episode in found["episodes"]] == [{"before": "2023-03-10", "after": "2026-03-10"}]
    assert found["filing"] == {
        "before": {"verdict": "needed", "type": "other_temporary"},
        "after": {"verdict": "advised", "type": "other_temporary"},
    }
    assert "2023年3月10日和在 2026年3月10日相比" in answered(capsys, tmp_path / "case.json", "--date", "2023-03-10")


def test_without_a_bill_what_to_do_is_compared_all_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No amounts, but the verdicts."""
    case = {key: value for key, value in SHENZHEN.items() if key != "bill"}
    found = document(capsys, written(tmp_path, case), "--date", "2023-03-10")
    assert found["episodes"] == []
    assert found["filing"]["before"]["verdict"] == "needed"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "请在 --before"),
        (("--before", "x", "--date", "2024-01-01"), "请在 --before"),
        (("--date", "2024-13-01"), "2024-13-01"),
        (("--before", "/nowhere/rules.sqlite"), "/nowhere/rules.sqlite"),
    ],
)
def test_a_wrong_question_costs_one_sentence(
    arguments: tuple[str, ...], said: str, case_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 2, one line on stderr that names what was wrong."""
    assert said in answered(capsys, case_file, *arguments, code=2)


def test_broken_facts_are_listed_by_line(case_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that cannot be compiled: its problems, exit 1."""
    folder = facts(tmp_path / "old", FIGURES.replace("0.80", "80"))
    assert "140000-shanxi.yaml:16: " in answered(capsys, case_file, "--before", folder, code=1)


def test_a_day_on_which_nothing_is_known_says_which_figures_are_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before 2024 nobody has Shenzhen's outpatient figures: the amounts are not known, and the text says what lacks."""
    said = answered(capsys, written(tmp_path, SHENZHEN), "--date", "2023-03-10")
    assert "前：没有可靠的数字：起付线、支付比例、统筹基金全年最高支付限额" in said
    assert "后：没有可靠的数字" not in said


def test_days_and_validity_are_said_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What went and what came, each with its day; the figure of 2023 held until Shenzhen's own rules of October."""
    said = answered(capsys, written(tmp_path, {**SHENZHEN, "today": "2026-03-01"}), "--date", "2023-03-10")
    assert "不再有这个期限：2023年3月10日，看病以前办好备案" in said
    assert "新的期限：2026年3月10日，最好在看病以前办好备案" in said
    assert "2023年1月1日至2023年9月30日" in said
    assert "2023-" not in said


def test_conditions_that_changed_are_named_and_the_clock_is_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """To file first became to file better first; that the other day lies before the rulebook's is no change."""
    found = document(capsys, written(tmp_path, SHENZHEN), "--date", "2023-03-10")
    assert found["conditions"] == {
        "removed": ["去之前先备案到成都市。"],
        "added": ["最好先备案到成都市：有的说法是不用，但备了最稳妥。"],
    }
    assert found["warnings"] == {"removed": [], "added": []}


def test_both_rulebooks_are_named_with_their_day(
    case_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder of facts of 3 May 2025 before, the one in use after."""
    folder = facts(tmp_path / "old", FIGURES)
    edition = folder / "edition.yaml"
    edition.write_text("version: '2025.05'\nchecked_on: 2025-05-03\n", encoding="utf-8")
    said = answered(capsys, case_file, "--before", folder)
    assert said.startswith("前：规则库“old”，2025.05（2025年5月3日核对）；后：现在的规则库，")
