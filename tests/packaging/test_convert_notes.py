"""What the dataset says only in its notes: whose deductible, whose cap, from which day, which part of a sum."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from convert_figures.blocks import blocks_of, populations_of
from convert_figures.wording import (
    basic_cap_in_words,
    cap_from_age,
    caps_per_visit,
    repeated,
    retired_deductibles,
    starts,
)
from convert_figures.written import file_text

from tests.packaging.dataset_at_hand import area, converted, drafts, judged, levels, numbers, scheme


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("退休起付线低100元（最低100元），多次住院依次递减", {"community": 100, "level1": 100, "level3_top": 800}),
        ("退休起付线低100元", {"community": 0, "level1": 0, "level3_top": 800}),
        ("退休住院起付线500元", {"community": 500, "level1": 500, "level3_top": 500}),
        ("退休起付线一/二/三级50/200/300元", {"community": 50, "level1": 50, "level3_top": 300}),
    ],
)
def test_deductibles_of_the_retired(note: str, expected: dict[str, int]) -> None:
    """100 less than 100 leaves 100 where that is the least; a community centre goes by level 1, the top by level 3."""
    own = {"community": Decimal(100), "level1": Decimal(100), "level3_top": Decimal(900)}
    assert retired_deductibles([note], own) == expected


def test_later_stays_fall_to_a_floor_at_the_lowest() -> None:
    """年度内第二次起递减，最低200元: by how much nobody says, so between 200 and the first stay's 800."""
    rule = repeated(Decimal(800), "年度内第二次起递减，最低200元")
    assert numbers([rule.likely, rule.low, rule.high]) == [["800", "800"], ["800", "200"], ["800", "800"]]
    assert not rule.known


@pytest.mark.parametrize(
    ("note", "yuan"),
    [
        ("50万元限额含大额互助，基本统筹15万元", 150_000),
        ("文件所述统筹限额10万元，大病补助50万元", 100_000),
        ("50万元限额含互助", None),
    ],
)
def test_the_basic_part_of_a_combined_cap(note: str, yuan: int | None) -> None:
    """The fund's own part where the note names it."""
    assert basic_cap_in_words([note]) == yuan


def test_a_cap_from_an_age_on(tmp_path: Path) -> None:
    """Shijiazhuang's 3,500 for the working, 4,500 from 45 on, 6,000 for the retired."""
    assert cap_from_age(["基层免起付线", "45周岁及以上在职限额4500元"]) == (45, Decimal(4500))
    package = scheme(outpatient={"notes": ["45岁及以上在职限额4500元"], "cap": 3500, "cap_retired": 6000})
    city = area(tmp_path, employee=package)
    caps = drafts(converted(city), "employee", "outpatient", "cap")
    assert [(one.where, numbers(one.span.value)) for one in caps] == [
        ({"status": "working", "age": {"under": 45}}, "3500"),
        ({"status": "working", "age": {"from": 45}}, "4500"),
        ({"status": "retired"}, "6000"),
    ]
    written = file_text("某省", "140000-shanxi.yaml", "140000", [(city, converted(city))])
    assert "{figure: cap, status: working, age: {from: 45}, value: 4500" in written


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("单次限额：村卫生室20元、卫生院30元", {"community": 20, "level1": 30}),
        ("每诊次限额：一级及卫生院40元、村卫生室30元", {"community": 30, "level1": 40}),
        ("年限额：村卫生室200元", {}),
    ],
)
def test_caps_per_visit(note: str, expected: dict[str, int]) -> None:
    """Yan'an's and Xianyang's residents: so much for one visit, at a village clinic and at a township's hospital."""
    assert caps_per_visit([note]) == expected


@pytest.mark.parametrize("note", ["次均起付年度累计满300元后免收", "次均起付年内累计超300元免收"])
def test_a_deductible_of_visits_may_be_waived_later_in_the_year(tmp_path: Path, note: str) -> None:
    """Shanxi's cities take a deductible of each visit until the year has brought 300: of a later one perhaps none."""
    blocks = converted(area(tmp_path, employee=scheme(outpatient={"notes": [note], "deductible_basis": "per_visit"})))
    [deductible] = drafts(blocks, "employee", "outpatient", "deductible")
    assert numbers([deductible.span.value, deductible.span.low, deductible.span.high]) == ["100", "0", "100"]


def test_a_cap_per_visit_has_the_range_of_those_who_have_one(tmp_path: Path) -> None:
    """20 and 30 yuan a visit in one city, 30 and 40 in the other: each may be off by as much as they differ."""
    notes = ("单次限额：村卫生室20元、卫生院30元", "每诊次限额：一级及卫生院40元、村卫生室30元")
    cities = [
        area(tmp_path, code, resident=scheme(outpatient={"notes": [note]}))
        for code, note in zip(("610600", "610400"), notes, strict=True)
    ]
    judgement = judged("individual", "610600", "610400")
    blocks = list(blocks_of(cities[0], judgement, populations_of(cities, judgement)))
    caps = drafts(blocks, "resident", "outpatient", "cap_per_visit")
    assert [(one.where, numbers([one.span.value, one.span.low, one.span.high])) for one in caps] == [
        ({"level": "community"}, ["20", "20", "30"]),
        ({"level": "level1"}, ["30", "30", "40"]),
    ]


@pytest.mark.parametrize(
    ("note", "begin"),
    [
        ("限额自2023-05-01起执行", {"cap"}),
        ("比例自2023-05-01起执行", {"ratio", "bonus"}),
        ("2023-05-01起执行", {"cap", "ratio", "bonus", "deductible", "deductible_basis"}),
        ("2023-05-01起一级取消起付线", set()),
    ],
)
def test_a_note_says_from_which_day(tmp_path: Path, note: str, begin: set[str]) -> None:
    """Caps, ratios or everything; what the note does not speak of begins with the document (2024-07-01 here)."""
    blocks = converted(area(tmp_path, employee=scheme(outpatient={"notes": [note]})))
    [block] = [one for one in blocks if (one.scheme, one.kinds) == ("employee", ("outpatient",))]
    assert {draft.figure for draft in block.drafts if draft.more.get("from") == date(2023, 5, 1)} == begin
    assert block.start == date(2024, 7, 1)
    assert list(starts([note])) or not begin


def test_a_community_centre_is_paid_no_less_than_level_1(tmp_path: Path) -> None:
    """85 % under a level 1 of 90 % is a slip: community centres go by level 1."""
    rows = levels([100, 0.85, 0], [200, 0.9, 0], [500, 0.75, 0], [900, 0.6, 0], [900, 0.6, 0])
    blocks = converted(area(tmp_path, resident=scheme(inpatient={"levels": rows})))
    found = drafts(blocks, "resident", "inpatient", "ratio")
    assert [(one.where["level"], numbers(one.span.value)) for one in found] == [
        ("level1", "0.9"), ("level2", "0.75"), ("level3", "0.6"),
    ]  # fmt: skip


def test_a_note_keeps_quiet_about_the_datasets_nines(tmp_path: Path) -> None:
    """不设年度封顶线（9999999表示不封顶）: the second half explains the dataset, not the place."""
    package = scheme(outpatient={"cap": 9999999, "notes": ["不设年度封顶线（9999999表示不封顶）"]})
    [visits, *_] = converted(area(tmp_path, employee=package))
    assert visits.note == "不设年度封顶线"
