"""`yidi regions` and `yidi rules build|check`, as somebody at a terminal sees them."""

import json
from datetime import date
from pathlib import Path

import pytest

from desktop_app.cli import run
from tests.storage.small_facts import change, write_small_facts


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """A small folder of facts that is in order."""
    return write_small_facts(tmp_path / "data")


@pytest.fixture
def _shipped(pack_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pack of this run stands where the program looks for its own."""
    monkeypatch.setattr("desktop_app.services.open_rulebook.rule_pack_file", lambda: pack_file)


def yidi(*arguments: str) -> int:
    """One command line on a fixed day."""
    return run(arguments, lambda: date(2026, 11, 21))


@pytest.mark.usefixtures("_shipped")
def test_regions_prints_one_place_per_line(capsys: pytest.CaptureFixture[str]) -> None:
    """Code, name, what it lies in, its pooling area where that is another, and the line to call."""
    assert yidi("regions", "太原", "--lang", "zh_CN") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "140100  太原市（山西省）  0351-12393"
    assert lines[1] == "140105  小店区（山西省太原市）  统筹区：太原市  0351-12393"


@pytest.mark.usefixtures("_shipped")
def test_regions_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    """The county comes with its pooling area, as other programs want it."""
    assert yidi("regions", "xiaodian", "--json") == 0
    assert json.loads(capsys.readouterr().out)[0] == {
        "code": "140105",
        "name": "小店区",
        "level": "county",
        "within": "山西省太原市",
        "pinyin": "xiao dian qu",
        "area": {"code": "140100", "name": "太原市", "province": "140000", "line": "0351-12393"},
    }


@pytest.mark.usefixtures("_shipped")
def test_regions_says_when_nothing_fits(capsys: pytest.CaptureFixture[str]) -> None:
    """With what may be typed; to a program, an empty list."""
    assert yidi("regions", "zzz", "--lang", "en") == 0
    assert capsys.readouterr().out == (
        'Nothing found for "zzz": type Chinese characters, pinyin, initials, a county or a six-digit code.\n'
    )
    assert yidi("regions", "zzz", "--json") == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_missing_rulebook_costs_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 2, and how to get it back."""
    monkeypatch.setattr("desktop_app.services.open_rulebook.rule_pack_file", lambda: tmp_path / "rules.sqlite")
    assert yidi("regions", "太原", "--lang", "en") == 2
    streams = capsys.readouterr()
    assert streams.out == ""
    assert streams.err == (
        f"The rulebook rules.sqlite is missing from {tmp_path}: "
        "install the program again, or run yidi rules build in the source folder.\n"
    )


def test_rules_build_writes_the_pack(facts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says which edition it wrote, and where."""
    out = tmp_path / "rules.sqlite"
    assert yidi("rules", "build", "--data", str(facts), "-o", str(out), "--lang", "en") == 0
    assert capsys.readouterr().out == f"Rulebook 2026.11 written to {out}.\n"
    assert out.is_file()


def test_rules_build_stops_at_problems(facts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1, one line per problem, and no pack."""
    change(facts, "national/facts.yaml", "in_regions: official", "in_regions: sure")
    out = tmp_path / "rules.sqlite"
    assert yidi("rules", "build", "--data", str(facts), "-o", str(out), "--lang", "en") == 1
    streams = capsys.readouterr()
    assert streams.out.startswith("national/facts.yaml:16: in_regions: sure is not one of")
    assert streams.err == "1 problem in the facts; the rulebook stays as it was.\n"
    assert not out.exists()


def test_a_pack_that_cannot_be_written_costs_one_line(
    facts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder stands where the file is to go: exit 2, the folder stays, and nothing is left beside it."""
    out = tmp_path / "packs" / "rules.sqlite"
    out.mkdir(parents=True)
    assert yidi("rules", "build", "--data", str(facts), "-o", str(out), "--lang", "en") == 2
    expected = f"The rulebook cannot be written to {out}: it is a folder. Name another file with -o.\n"
    assert capsys.readouterr().err == expected
    assert [file.name for file in out.parent.iterdir()] == ["rules.sqlite"]


def test_a_pack_makes_no_folder_for_itself(facts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder mistyped is said, exit 2, and not made."""
    out = tmp_path / "pcaks" / "rules.sqlite"
    assert yidi("rules", "build", "--data", str(facts), "-o", str(out), "--lang", "en") == 2
    expected = f"The rulebook cannot be written to {out}: there is no such file or folder. Name another file with -o.\n"
    assert capsys.readouterr().err == expected
    assert not out.parent.exists()


def test_the_language_may_stand_anywhere(capsys: pytest.CaptureFixture[str]) -> None:
    """Before `rules`, between the two words, and after them: the same answer."""
    asked = ("rules", "show", "太原", "--scheme", "employee")
    said = []
    for place in (0, 1, len(asked)):
        assert yidi(*asked[:place], "--lang", "en", *asked[place:]) == 0
        said.append(capsys.readouterr().out)
    assert "employee scheme: inpatient care" in said[0]
    assert said[0] == said[1] == said[2]


def test_rules_check_lists_problems(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 0 and a word where all is well; exit 1 and file:line: message where not."""
    assert yidi("rules", "check", "--data", str(facts), "--lang", "en") == 0
    assert capsys.readouterr().out == "The facts are in order.\n"
    change(facts, "sources.yaml", "- id", "- id: unused\n  title: 无人引用\n- id")
    assert yidi("rules", "check", "--data", str(facts), "--lang", "en") == 1
    assert capsys.readouterr().out == "sources.yaml:1: source unused is not cited\n"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 2 and one line."""
    assert yidi("rules", "check", "--data", str(tmp_path / "无"), "--lang", "zh_CN") == 2
    assert capsys.readouterr().err == f"找不到规则原文 {tmp_path / '无'}：请用 --data 指明 data 文件夹。\n"


def test_rules_alone_says_what_it_can_do(capsys: pytest.CaptureFixture[str]) -> None:
    """No command, no complaint."""
    assert yidi("rules") == 0
    out = capsys.readouterr().out
    assert "build" in out
    assert "check" in out
