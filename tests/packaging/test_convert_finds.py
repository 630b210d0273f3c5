"""Better facts win: what of the dataset is left beside the finds, and how it is written down."""

import json
from datetime import date
from pathlib import Path
from textwrap import dedent
from typing import Final

import pytest
import yaml
from convert_figures.__main__ import convert
from convert_figures.carving import boxes
from convert_figures.local_finds import LocalFinds
from convert_figures.pooling import places_of

from desktop_app.domain.care import CareKind
from tests.packaging.dataset_at_hand import EVERYTHING, SCHEMES, area, converted, levels, scheme

FIND: Final = """\
province: "140000"
blocks:
- region: "{region}"
  scheme: employee
  kind: inpatient
  source: notice
  evidence: reported
  from: {start}
  figures:
"""


def left(
    folder: Path, entries: str, region: str = "140100", start: str = "2020-01-01"
) -> list[tuple[str, object, object]]:
    """What is left of the employees' stays beside these finds: figure, its conditions, until when."""
    finds = folder / "finds"
    finds.mkdir()
    text = FIND.format(region=region, start=start) + "".join(
        f"  - {{{line}}}\n" for line in dedent(entries).split("\n") if line
    )
    (finds / "140000-shanxi.yaml").write_text(text, encoding="utf-8")
    block = converted(area(folder))[1]
    return [
        (draft.figure, draft.where, part.until)
        for part in LocalFinds.read(finds).left_of(block)
        for draft in part.drafts
        if draft.figure in {"ratio", "bonus", "cap"}
    ]


def test_a_find_replaces_the_figure_it_states_and_no_other(tmp_path: Path) -> None:
    """The ratio of level 3 was found; the other levels, the bonus at them and the cap stay."""
    assert left(tmp_path, "figure: ratio, level: level3, value: 0.8") == [
        ("ratio", {"level": "level1"}, None),
        ("ratio", {"level": "level2"}, None),
        ("bonus", {"status": "retired"}, None),
        ("cap", {}, None),
    ]


def test_a_find_of_the_province_counts_for_its_cities(tmp_path: Path) -> None:
    """And one of another city does not."""
    ratio = "figure: ratio, value: 0.8"
    assert left(tmp_path, ratio, region="140000") == [("cap", {}, None)]
    other = tmp_path / "other"
    other.mkdir()
    assert len(left(other, ratio, region="140200")) == 5


def test_working_and_retired_together_cover_everybody(tmp_path: Path) -> None:
    """Each find covers half; nothing of the ratio is left, nor of a bonus to add to it."""
    both = "figure: ratio, status: working, value: 0.8\nfigure: ratio, status: retired, value: 0.85"
    assert left(tmp_path, both) == [("cap", {}, None)]
    half = tmp_path / "half"
    half.mkdir()
    only = left(half, "figure: ratio, status: working, value: 0.8")
    assert [figure for figure, *_ in only].count("ratio") == 3
    assert ("bonus", {"status": "retired"}, None) in only


def test_before_a_find_the_dataset_still_speaks(tmp_path: Path) -> None:
    """Found from 2026 on: the dataset's cap of July 2024 holds until then."""
    capped = [row for row in left(tmp_path, "figure: cap, value: 1", start="2026-01-01") if row[0] == "cap"]
    assert capped == [("cap", {}, date(2026, 1, 1))]


def test_a_find_with_an_end_leaves_the_days_after_it(tmp_path: Path) -> None:
    """Found for 2025 alone: the dataset speaks before and after."""
    capped = [
        row for row in left(tmp_path, "figure: cap, value: 1, from: 2025-01-01, until: 2026-01-01") if row[0] == "cap"
    ]
    assert capped == [("cap", {}, date(2025, 1, 1)), ("cap", {}, None)]


@pytest.mark.parametrize(
    ("entry", "ends"),
    [
        ("figure: ratio, tier: tier2, level: level3, value: 0.6", True),
        ("figure: bonus, tier: tier1, status: retired, value: 0.05", True),
        ("figure: bonus, status: retired, value: 0.05", False),
    ],
)
def test_a_bonus_that_ends_where_tiers_are_told_apart_says_so(tmp_path: Path, entry: str, ends: bool) -> None:
    """From 2026 on a find speaks of a tier: whoever's tier it leaves out gets nothing added, and that is said."""
    finds = tmp_path / "finds"
    finds.mkdir()
    everybody = "figure: ratio, value: 0.8"
    text = FIND.format(region="140100", start="2026-01-01") + f"  - {{{entry}}}\n  - {{{everybody}}}\n"
    (finds / "140000-shanxi.yaml").write_text(text, encoding="utf-8")
    [bonus] = [
        (part.until, "ends" in draft.more)
        for part in LocalFinds.read(finds).left_of(converted(area(tmp_path))[1])
        for draft in part.drafts
        if draft.figure == "bonus"
    ]
    assert bonus == (date(2026, 1, 1), ends)


def test_the_written_file_is_what_was_meant(tmp_path: Path) -> None:
    """Facts in, YAML out: parsed again it has the figures, the documents of individual blocks and no foreign link."""
    facts, figures = tmp_path / "facts", tmp_path / "figures"
    (facts / "regions").mkdir(parents=True)
    figures.mkdir()
    area(facts / "regions", "140100")
    (facts / "regions" / "140100.json").rename(facts / "regions" / "shanxi.json")
    blocks = [
        {
            "code": "140100",
            "scheme": which,
            "part": part,
            "verdict": "individual" if part == "inpatient" else "template",
        }
        for which in SCHEMES
        for part in EVERYTHING
    ]
    (facts / "trust.json").write_text(json.dumps({"blocks": blocks, "links_not_to_ship": []}))
    for name in ("local_east", "local_west"):
        (facts / f"{name}.json").write_text("[]")
    convert(facts, figures, on=date(2026, 11, 21), provinces=("14",))
    written = yaml.safe_load((figures / "dataset" / "140000-shanxi.yaml").read_text(encoding="utf-8"))
    assert [(one["scheme"], one.get("kind")) for one in written["blocks"]][:2] == [
        ("employee", "outpatient"), ("employee", "inpatient"),
    ]  # fmt: skip
    [ratio] = [one for one in written["blocks"][1]["figures"] if one["figure"] == "ratio" and one["level"] == "level3"]
    assert ratio["value"] == 0.8
    [source] = yaml.safe_load((figures / "dataset" / "sources-140000-shanxi.yaml").read_text(encoding="utf-8"))
    assert (source["id"], source["link"]) == ("140100-notice", "http://ybj.example.gov.cn/1.html")
    (figures / "dataset" / "140000-shanxi.yaml").write_text("corrected by hand")
    convert(facts, figures, on=date(2026, 11, 21), provinces=("14",))
    assert (figures / "dataset" / "140000-shanxi.yaml").read_text() == "corrected by hand"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([], []),
        ([()], [()]),
        ([("a",), ("b",)], [(("a", "b"),)]),
        ([("a", "x"), ("a", "y"), ("b", "y")], [(("a",), ("x", "y")), (("b",), ("y",))]),
        ([("a", "x"), ("b", "x"), ("c", "y")], [(("a", "b"), ("x",)), (("c",), ("y",))]),
    ],
)
def test_cells_are_said_in_few_boxes(cells: list[tuple[str, ...]], expected: list[object]) -> None:
    """What is left of a table is written as blocks of it: every cell once, none that is covered."""
    assert list(boxes(cells)) == expected


def elsewhere_left(folder: Path, entries: str, region: str) -> list[tuple[object, object, object]]:
    """What is left of the reductions elsewhere after a referral: kinds of care, conditions, until when."""
    finds = folder / "finds"
    finds.mkdir(parents=True)
    text = FIND.format(region=region, start="2020-01-01").replace("  kind: inpatient\n", "")
    (finds / "140000-shanxi.yaml").write_text(text + f"  - {{{entries}}}\n", encoding="utf-8")
    block = converted(area(folder))[3]
    return [
        (part.kinds, {name: value for name, value in draft.where.items() if name != "filing"}, part.until)
        for part in LocalFinds.read(finds).left_of(block)
        for draft in part.drafts
        if draft.where["filing"] == "referral"
    ]


def test_a_find_of_the_province_is_cut_out_of_its_cities_entries(tmp_path: Path) -> None:
    """Outpatient visits in other provinces were found for the province: the city's entry must not hide that.

    Left are visits in the own province, and all other kinds of care anywhere.
    """
    find = "figure: elsewhere, kind: outpatient, relation: cross_province, value: {points: 0.1}"
    others = tuple(kind for kind in CareKind if kind is not CareKind.OUTPATIENT)
    assert elsewhere_left(tmp_path, find, "140000") == [
        (others, {}, None),
        ((CareKind.OUTPATIENT,), {"relation": "same_province"}, None),
    ]


def test_a_find_of_the_city_itself_needs_no_cutting(tmp_path: Path) -> None:
    """In one place the entry with more conditions counts anyway."""
    find = "figure: elsewhere, kind: outpatient, relation: cross_province, value: {points: 0.1}"
    assert elsewhere_left(tmp_path, find, "140100") == [((), {}, None)]


def test_levels_said_together_are_cut_apart_by_a_find(tmp_path: Path) -> None:
    """Level 2 was found; the entry for levels 2 and 3 would be as specific, so it keeps level 3 alone."""
    finds = tmp_path / "finds"
    finds.mkdir()
    text = FIND.format(region="140100", start="2020-01-01") + "  - {figure: ratio, level: level2, value: 0.6}\n"
    (finds / "140000-shanxi.yaml").write_text(text, encoding="utf-8")
    rows = levels([0, 0.9, 0], [0, 0.9, 0], [0, 0.5, 0], [0, 0.5, 0], [0, 0.5, 0])
    block = converted(area(tmp_path, employee=scheme(inpatient={"levels": rows})))[1]
    left = [
        draft.where
        for part in LocalFinds.read(finds).left_of(block)
        for draft in part.drafts
        if draft.figure == "ratio"
    ]
    assert left == [{"level": "level1"}, {"level": "level3"}]


def test_a_province_that_is_one_pool_is_written_once(tmp_path: Path) -> None:
    """Hainan's cities say the same: one set of figures for the province. A city that differs keeps them apart."""
    one, other = area(tmp_path, "460100"), area(tmp_path, "460200")
    assert places_of([one, other]) == [(one, "460000")]
    different = area(tmp_path, "460300", resident=scheme(outpatient={"cap": 300}))
    assert places_of([one, different]) == [(one, "460100"), (different, "460300")]
    assert places_of([one]) == [(one, "460100")]
