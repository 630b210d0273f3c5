"""What the linter says of facts that do not hold together: the file, the line, and what is wrong."""

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


def test_facts_in_order_have_no_problems(facts: Path) -> None:
    """The folder the other tests break is whole to begin with."""
    assert said(facts) == []


BROKEN = {
    "regions.csv": [
        ("小店区,county", "小店区,village", "4: level: village is not one of 'province', 'prefecture' or 'county'"),
        ("county,140100", "county,140900", "4: parent: nothing is called 140900"),
        ("140105,", "140100,", "4: 140100 stands here twice"),
        ("140105,", "14010,", "4: code: 14010 does not have the form"),
    ],
    "areas.csv": [
        ("140100,太原市", "140200,太原市", "2: code: nothing is called 140200"),
        ("0351-12393", "0351-12345", "2: hotline: 0351-12345 does not have the form"),
    ],
    "pinyin.yaml": [
        ("xiao dian qu", "xiao dian", "6: the reading of 140105 小店区 must fit"),
        ("name: 小店区", "name: 小站区", "6: the reading of 140105 小站区 must fit"),
    ],
    "national/facts.yaml": [
        ("    source: rules-2022\n", "", "2: source is missing"),
        ("source: rules-2022", "source: rules-2021", "2: source: nothing is called rules-2021"),
        ('"140100"', '"149900"', "11: regions: nothing is called 149900"),
        ("      - N-001", "      - N-009", "11: disagrees_with: nothing is called N-009"),
        ("number: N-002", "number: N-001", "2: N-001 stands here twice"),
        ("in_regions: official", "in_regions: sure", "16: in_regions: sure is not one of 'official', 'reported' or"),
        ("    text: 太原另有规定。\n", "", "11: text is missing"),
        ("太原另有规定。", "太原<b>另有</b>规定。", "13: text must not contain the markup <b>"),
        ("太原另有规定。", "{{ 太原 }}另有规定。", "13: not YAML"),
        ("太原另有规定。", "'{{ name }}另有规定。'", "13: text must not contain the markup {{"),
        ("太原另有规定。", '"  "', "13: text must not be empty"),
        ("    topic: filing", "    topik: filing", "2: topic is missing"),
        ("    grade: B", "    grad: B", "20: unknown key grad"),
        ("2023-01-01", "2023-13-01", "10: 2023-13-01 is no value"),
        ("2023-01-01", "坚持", "10: effective: 坚持 must be a day such as 2026-11-21"),
        ("    topic: filing", "    number: N-003", "3: number stands here twice"),
        ("facts:", "facts: [", "2: not YAML"),
    ],
    "sources.yaml": [
        ("nhsa.gov.cn", "nhsa.gov.com", "4: link: https://www.nhsa.gov.com/rules is not on .gov.cn"),
        ("- id", "- id: unused\n  title: 无人引用\n- id", "1: source unused is not cited"),
    ],
    "articles/article-1.yaml": [("id: article-1", "id: rules-2022", "2: rules-2022 stands here twice")],
    "national/glossary.yaml": [("医保局。", "医保局。\n  see: [报销]", "5: see: nothing is called 报销")],
    "national/diseases.yaml": [("batch: 1", "batch: 3", "4: batch: 3 is not one of 1 or 2")],
    "edition.yaml": [('version: "2026.11"\n', "", "1: version is missing")],
}


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"), [(name, *change) for name, changes in BROKEN.items() for change in changes]
)
def test_a_problem_is_named_with_file_and_line(facts: Path, name: str, old: str, new: str, expected: str) -> None:
    """One thing is wrong; the linter says where and what, and the first line it prints is about it."""
    change(facts, name, old, new)
    lines = said(facts)
    assert lines
    assert lines[0].startswith(f"{name}:{expected}"), lines


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
