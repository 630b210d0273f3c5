"""Pinyin of place names: known readings, and every pooling area laid beside what a dictionary would read."""

import csv
from pathlib import Path
from typing import Final

import pytest
from pypinyin import lazy_pinyin

from desktop_app.domain.region import PoolingArea, Region
from desktop_app.storage.rule_pack import RulePack

KNOWN: Final = Path(__file__).with_name("place_readings.csv")
"""Beginnings of names with their readings, typed by hand: characters that are read in several ways, or rarely."""

READ_OTHERWISE: Final = {"长治市", "锡林郭勒盟", "朝阳市", "漯河市", "克孜勒苏柯尔克孜自治州", "阿勒泰地区"}
"""The pooling areas a dictionary reads wrongly; each was looked up by hand."""


@pytest.fixture(scope="module")
def divisions(rulebook: RulePack) -> list[Region]:
    """Every division there is."""
    with (Path(__file__).parents[2] / "data" / "regions.csv").open(encoding="utf-8", newline="") as lines:
        return [region for line in csv.DictReader(lines) if (region := rulebook.region(line["code"]))]


@pytest.fixture(scope="module")
def areas(rulebook: RulePack) -> list[PoolingArea]:
    """Every pooling area."""
    return [area for province in rulebook.provinces() for area in province.areas]


def test_known_readings_are_those_of_the_pack(divisions: list[Region]) -> None:
    """Each of some six hundred beginnings names at least one division, and all it names are read like that."""
    with KNOWN.open(encoding="utf-8", newline="") as lines:
        known = [(line["name"], line["reading"]) for line in csv.DictReader(lines)]
    assert len(known) > 600
    for name, reading in known:
        read = {" ".join(one.pinyin.split()[: len(name)]) for one in divisions if one.name.startswith(name)}
        assert read == {reading}, name


def test_every_area_is_read_as_a_dictionary_does_or_was_reviewed(rulebook: RulePack, areas: list[PoolingArea]) -> None:
    """Of 349 names six differ from pypinyin: each of them is an exception somebody has looked up, and no other is."""
    differing = set()
    for area in areas:
        region = rulebook.region(area.code)
        assert region is not None
        if " ".join(lazy_pinyin(region.name)) != region.pinyin:
            differing.add(region.name)
    assert len(areas) == 349
    assert differing == READ_OTHERWISE


@pytest.mark.parametrize(("query", "name"), [
    ("luohe", "漯河市"),
    ("changzhi", "长治市"),
    ("yingjing", "荥经县"),
    ("luan", "六安市"),
    ("guoyang", "涡阳县"),
    ("daicheng", "大城县"),
    ("hongtong", "洪洞县"),
    ("laoting", "乐亭县"),
    ("leting", "乐亭县"),
    ("tanchang", "宕昌县"),
    ("dangchang", "宕昌县"),
    ("suileng", "绥棱县"),
    ("suiling", "绥棱县"),
    ("lueyang", "略阳县"),
    ("lveyang", "略阳县"),
    ("luyang", "庐阳区"),
])  # fmt: skip
def test_the_right_reading_finds_and_so_does_the_usual_slip(rulebook: RulePack, query: str, name: str) -> None:
    """Who comes from there types the one, who reads it off a map the other; both get there."""
    assert rulebook.find_regions(query)[0].region.name == name
