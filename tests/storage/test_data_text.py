"""How facts are read: every value with its kind and line, every problem of a file at once (rule by rule: test_lint)."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from desktop_app.paths import resources_dir
from desktop_app.render.words import Words
from desktop_app.storage.compile_pack import check
from desktop_app.storage.data_text import YamlError, read_yaml
from tests.storage.small_facts import change, write_small_facts


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """A small folder of facts that is in order."""
    return write_small_facts(tmp_path / "data")


def said(facts: Path) -> list[str]:
    """The linter's lines, in English."""
    words = Words("en", resources_dir() / "words")
    return [f"{problem.file}:{problem.line}: {words.text(problem.message)}" for problem in check(facts).problems]


def test_one_wrong_code_is_not_a_hundred_problems(facts: Path) -> None:
    """Later stages wait until the places are in order: their complaints would say the same again."""
    change(facts, "regions.csv", "140100,太原市", "140109,太原市")
    assert {line.partition(":")[0] for line in said(facts)} == {"regions.csv", "areas.csv"}


def test_all_problems_of_a_file_are_reported_at_once(facts: Path) -> None:
    """Nobody should have to run the linter once per mistake."""
    change(facts, "national/facts.yaml", "in_regions: reported", "in_regions: sure")
    change(facts, "national/facts.yaml", "in_regions: official", "in_regions: certain")
    assert [line.split(": ")[0] for line in said(facts)] == ["national/facts.yaml:7", "national/facts.yaml:16"]


@pytest.mark.parametrize("name", ["regions.csv", "areas.csv", "pinyin.yaml", "edition.yaml", "national/glossary.yaml"])
def test_a_missing_file_is_a_problem(facts: Path, name: str) -> None:
    """It is named, with the first line."""
    (facts / name).unlink()
    assert f"{name}:1: there is no such file" in said(facts)


def test_values_keep_their_kind_and_numbers_stay_exact(tmp_path: Path) -> None:
    """A ratio is a Decimal, never a float; a day is a day; a quoted code is text."""
    file = tmp_path / "values.yaml"
    file.write_text(
        '{ratio: 0.85, yuan: 1300, on: 2026-11-21, code: "110000", none: null, yes: true}', encoding="utf-8"
    )
    content, _ = read_yaml(file)
    assert content == {
        "ratio": Decimal("0.85"),
        "yuan": 1300,
        "on": date(2026, 11, 21),
        "code": "110000",
        "none": None,
        "yes": True,
    }
    assert isinstance(content, dict)
    assert not any(isinstance(value, float) for value in content.values())


def test_the_line_of_every_value_is_known(tmp_path: Path) -> None:
    """Through lists and mappings; a missing key has the line of what should hold it."""
    file = tmp_path / "lines.yaml"
    file.write_text("# note\nblocks:\n  - region: a\n    figures:\n      - 1\n      - 2\n", encoding="utf-8")
    _, lines = read_yaml(file)
    assert lines.of() == 1
    assert lines.of("blocks") == 2
    assert lines.of("blocks", 0, "figures", 1) == 6
    assert lines.of("blocks", 0, "missing") == 3


@pytest.mark.parametrize("text", ["a: yes", "a: !!python/object:os.system x", "a: 12:30:45", "a: .inf"])
def test_yaml_beyond_plain_values_is_refused(tmp_path: Path, text: str) -> None:
    """What looks like text and is read as something else would go wrong silently."""
    file = tmp_path / "odd.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(YamlError):
        read_yaml(file)
