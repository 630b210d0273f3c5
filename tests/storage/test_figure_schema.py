"""What data/figures may say, and how the build points at what it may not."""

from fractions import Fraction
from pathlib import Path
from textwrap import dedent

import pytest

from desktop_app.domain.figure import Figure, OwnRatio, Points, Segment
from desktop_app.render.words import Words
from tests.storage.figures_at_hand import asked, compiled, shelf, stay

WORDS = Path(__file__).parents[2] / "resources" / "words"
HEAD = """\
province: "140000"
blocks:
- region: "140100"
  scheme: employee
  kind: inpatient
  source: notice
  evidence: reported
  from: 2025-01-01
  figures:
"""


def entry(text: str) -> str:
    """A file with this entry on line 10."""
    return f"{HEAD}  - {text}\n"


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("{figure: ratio, value: 85}", "value", "85"),
        ("{figure: ratio, value: 0.85, low: 80, high: 0.9}", "low", "80"),
        ("{figure: bonus, value: -0.05}", "value", "-0.05"),
        ("{figure: cap, value: 600000.005}", "value", "600000.005"),
        ("{figure: cap, value: lots}", "value", "lots"),
        ("{figure: deductible, value: []}", "value", "[]"),
        ("{figure: deductible, value: {first: 600, floor: 300}}", "value", "{first: 600, floor: 300"),
        ("{figure: deductible, value: {first: 600, times: 1, floor: 300}}", "value", "{first: 600, times: 1"),
        ("{figure: deductible, value: {first: 600, less: 0, floor: 300}}", "value", "{first: 600, less: 0"),
        ("{figure: deductible, value: {first: 600, times: 0.5, floor: 700}}", "value", "{first: 600, times: 0.5"),
        ("{figure: deductible, value: {first: 600, times: 2, floor: 0}}", "value", "{first: 600, times: 2"),
        ("{figure: cap, filed: early, value: 800}", "filed", "early"),
        ("{figure: cap, settlement: cash, value: 800}", "settlement", "cash"),
        ("{figure: deductible, level: level9, value: 800}", "level", "level9"),
        ("{figure: elsewhere, value: {points: 0.1, factor: 0.9}}", "value", "{points: 0.1, factor:"),
        ("{figure: elsewhere, value: {percent: 10}}", "percent", "10"),
        ("{figure: ratio, value: [[30000, 0.85], [20000, 0.9], [null, 0.95]]}", "value", "[[30000, 0.85]"),
        ("{figure: ratio, value: [[30000, 0.85]]}", "value", "[[30000, 0.85]]"),
        ("{figure: deductible, value: 800, colour: red}", "colour", "red"),
        ("{figure: deductible}", "value", ""),
    ],
)
def test_a_wrong_value_is_named_with_its_line(tmp_path: Path, text: str, field: str, value: str) -> None:
    """A percentage for a ratio, part of a fen, a level nobody knows: file, line, field and value."""
    _, problems = compiled(tmp_path, p140000=entry(text))
    assert [(one.file, one.line, one.field) for one in problems] == [("figures/140000.yaml", 10, field)]
    assert problems[0].value.startswith(value)


def test_a_figure_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    """An entry names a figure of the estimator, nothing else."""
    _, problems = compiled(tmp_path, p140000=entry("{figure: discount, value: 0.9}"))
    assert [(one.line, one.field, one.value) for one in problems] == [(10, "figure", "discount")]


@pytest.mark.parametrize(
    ("line", "field"),
    [("  source: notice\n", "source"), ("  evidence: reported\n", "evidence"), ("  from: 2025-01-01\n", "from"),
     ("  scheme: employee\n", "scheme")],
)  # fmt: skip
def test_a_figure_without_ground_is_refused(tmp_path: Path, line: str, field: str) -> None:
    """Source, evidence, first day and scheme: a value without them is not a value."""
    text = entry("{figure: ratio, value: 0.85}")
    assert line in text
    _, problems = compiled(tmp_path, p140000=text.replace(line, ""))
    assert [(one.line, one.field) for one in problems] == [(9, field)]


@pytest.mark.parametrize(
    ("before", "after", "line", "field", "value"),
    [
        ('region: "140100"', 'region: "149999"', 3, "region", "149999"),
        ("source: notice", "source: rumour", 10, "source", "rumour"),
        ("source: notice", "fact: L9999", 10, "fact", "L9999"),
        ("evidence: reported", "evidence: yours", 7, "evidence", "yours"),
    ],
)
def test_what_an_entry_leans_on_must_exist(
    tmp_path: Path, before: str, after: str, line: int, field: str, value: str
) -> None:
    """Region, source and fact are known to the rulebook; `yours` belongs to the person, not to the data."""
    _, problems = compiled(tmp_path, p140000=entry("{figure: ratio, value: 0.85}").replace(before, after))
    assert [(one.line, one.field, one.value) for one in problems] == [(line, field, value)]


@pytest.mark.parametrize(
    "text",
    [
        "{figure: ratio, value: 0.85, low: 0.86}",
        "{figure: ratio, value: 0.85, high: 0.80}",
        "{figure: cap, value: null, high: 500000}",
        "{figure: deductible, value: [800, 400], low: 500}",
        "{figure: ratio, value: [[30000, 0.85], [null, 0.9]], low: 0.8}",
        "{figure: elsewhere, value: {points: 0.1}, low: {factor: 0.9}}",
    ],
)
def test_a_range_holds_its_value_and_has_its_shape(tmp_path: Path, text: str) -> None:
    """Low above the value, high below it, or something else than the value altogether."""
    _, problems = compiled(tmp_path, p140000=entry(text))
    assert [(one.line, one.message.id) for one in problems] == [(10, "figures.data.range")]


def test_days_that_overlap_are_a_problem(tmp_path: Path) -> None:
    """The new figure starts while the old one still holds: the old one wants an end."""
    text = entry("{figure: cap, value: 500000}") + "  - {figure: cap, value: 600000, from: 2026-01-01}\n"
    _, problems = compiled(tmp_path, p140000=text)
    assert [(one.line, one.field, one.message.id) for one in problems] == [(11, "from", "figures.data.overlap")]
    ended = text.replace("value: 500000}", "value: 500000, until: 2026-01-01}")
    assert compiled(tmp_path / "again", p140000=ended)[1] == []


def test_a_period_ends_after_it_begins(tmp_path: Path) -> None:
    """`until` is the first day it no longer holds."""
    _, problems = compiled(tmp_path, p140000=entry("{figure: cap, value: 500000, until: 2025-01-01}"))
    assert [(one.line, one.field, one.message.id) for one in problems] == [(10, "until", "figures.data.period")]


def test_two_rules_as_specific_as_each_other_are_a_problem(tmp_path: Path) -> None:
    """Level 3 says one thing, the retired another: nobody could tell what a retired person at level 3 gets."""
    text = entry("{figure: ratio, level: level3, value: 0.82}") + "  - {figure: ratio, status: retired, value: 0.91}\n"
    _, problems = compiled(tmp_path, p140000=text)
    assert [(one.line, one.message.id) for one in problems] == [(11, "figures.data.tie")]
    sentence = Words("en", WORDS).text(problems[0].message)
    assert sentence.startswith("as many conditions as ratio in 140000.yaml:10, and both may hold at once")


def test_rules_that_exclude_each_other_do_not_tie(tmp_path: Path) -> None:
    """Under and from 60, filed and unfiled, one level and another: no answer meets both."""
    text = HEAD + dedent("""\
        - {figure: ratio, age: {under: 60}, value: 0.60}
        - {figure: ratio, age: {from: 60}, value: 0.70}
        - {figure: elsewhere, filing: long_term, value: {points: 0}}
        - {figure: elsewhere, filing: unfiled, value: {points: 0.2}}
        """).replace("- {", "  - {")
    assert compiled(tmp_path, p140000=text)[1] == []


def test_decimals_are_read_exactly(tmp_path: Path) -> None:
    """0.895 is 895 thousandths and 2,619.60 yuan are 261,960 fen; no binary fraction comes near them."""
    text = HEAD + (
        "  - {figure: ratio, value: 0.895}\n"
        "  - {figure: cap, value: 2619.60}\n"
        "  - {figure: elsewhere, relation: cross_province, value: {ratio: 0.345}}\n"
    )
    found = asked(shelf(tmp_path, p140000=text), stay(care_region="510100"))
    assert isinstance(found.ratio, Figure)
    assert isinstance(found.cap, Figure)
    assert isinstance(found.elsewhere, Figure)
    assert found.ratio.value.segments == (Segment(None, Fraction(895, 1000)),)
    assert found.cap.value == 261_960
    assert found.elsewhere.value == OwnRatio(Fraction(345, 1000))


def test_an_entry_says_more_than_its_block(tmp_path: Path) -> None:
    """Evidence, source and days of an entry count before those of its block."""
    text = entry("{figure: ratio, value: 0.85, evidence: typical, fact: L2042, note: 转述}")
    found = asked(shelf(tmp_path, p140000=text), stay())
    assert isinstance(found.ratio, Figure)
    ground = found.ratio.provenance
    assert (ground.evidence.value, ground.fact, ground.note) == ("typical", "L2042", "转述")
    assert ground.source is not None
    assert ground.source.title == "通知"


def test_several_regions_schemes_and_kinds_make_a_rule_each(tmp_path: Path) -> None:
    """One entry may speak for several places, schemes and kinds of care."""
    text = HEAD.replace('region: "140100"', "region: [140100, 140200]").replace(
        "scheme: employee", "scheme: [employee, resident]"
    )
    found = asked(shelf(tmp_path, p140000=text + "  - {figure: elsewhere, value: {points: 0.05}}\n"),
                  stay(insured_region="140200", care_region="510100"))  # fmt: skip
    assert isinstance(found.elsewhere, Figure)
    assert found.elsewhere.value == Points(Fraction(5, 100))
