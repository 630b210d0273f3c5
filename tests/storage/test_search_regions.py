"""Finding a place: every pooling area by every way to type it, counties with their area, other names, and the order."""

import pytest

from desktop_app.domain.found import Fit
from desktop_app.domain.region import PoolingArea, Region
from desktop_app.storage.rule_pack import RulePack


@pytest.fixture(scope="module")
def areas(rulebook: RulePack) -> list[tuple[PoolingArea, Region]]:
    """Every pooling area with its division."""
    every = (area for province in rulebook.provinces() for area in province.areas)
    return [(area, region) for area in every if (region := rulebook.region(area.code))]


def place_in_list(rulebook: RulePack, query: str, code: str) -> int:
    """Where a place stands among what is found, from 0."""
    return [match.region.code for match in rulebook.find_regions(query)].index(code)


def test_its_name_and_its_code_bring_an_area_first(rulebook: RulePack, areas: list[tuple[PoolingArea, Region]]) -> None:
    """All 349 of them, whatever else is called alike."""
    assert len(areas) == 349
    for area, _ in areas:
        assert place_in_list(rulebook, area.name, area.code) == 0
        assert place_in_list(rulebook, area.code, area.code) == 0


def test_two_characters_are_enough(rulebook: RulePack, areas: list[tuple[PoolingArea, Region]]) -> None:
    """With two characters, in Chinese or in full pinyin, an area is among the first four; mostly it is the first."""
    first = 0
    for area, region in areas:
        for query in (area.name[:2], "".join(region.pinyin.split()[:2])):
            found = place_in_list(rulebook, query, area.code)
            assert found < 4, query
            first += found == 0
    assert first > 650


def test_initials_are_enough(rulebook: RulePack, areas: list[tuple[PoolingArea, Region]]) -> None:
    """`ty` means 太原 and some others; the area is in the list that opens."""
    for area, region in areas:
        assert place_in_list(rulebook, region.initials[:-1], area.code) < 20


@pytest.mark.parametrize(("county", "area"), [
    ("小店区", "太原市"),
    ("浦东新区", "上海市"),
    ("昆山", "苏州市"),
    ("义乌", "金华市"),
    ("五台", "忻州市"),
    ("石河子", "新疆生产建设兵团"),
    ("五指山", "海南省"),
    ("新民", "沈阳市"),
    ("kunshan", "苏州市"),
])  # fmt: skip
def test_a_county_leads_to_its_pooling_area(rulebook: RulePack, county: str, area: str) -> None:
    """People know where they live; where the money is pooled the program knows."""
    found = rulebook.find_regions(county)[0].area
    assert found is not None
    assert found.name == area


@pytest.mark.parametrize(("query", "name"), [
    ("襄樊", "襄阳市"),
    ("xiangfan", "襄阳市"),
    ("蒙", "内蒙古自治区"),
    ("沪", "上海市"),
    ("渝", "重庆市"),
    ("穗", "广州市"),
    ("崖县", "三亚市"),
    ("中甸", "香格里拉市"),
    ("灌县", "都江堰市"),
    ("迪化", "乌鲁木齐市"),
    ("北平", "北京市"),
    ("呼市", "呼和浩特市"),
    ("乌市", "乌鲁木齐市"),
    ("shaanxi", "陕西省"),
    ("Lhasa", "拉萨市"),
    ("Hong Kong", "香港特别行政区"),
    ("Urumqi", "乌鲁木齐市"),
])  # fmt: skip
def test_old_short_and_foreign_names_lead_to_the_place(rulebook: RulePack, query: str, name: str) -> None:
    """What is no longer on the map, what people say for short, and what maps abroad write."""
    match, fit = rulebook.rank_regions(query)[0]
    assert (match.region.name, fit) == (name, Fit.EXACT)


@pytest.mark.parametrize(("query", "names"), [
    ("太原南站", ["太原市"]),
    ("北京协和医院", ["北京市"]),
    ("山西省人民医院", ["山西省"]),
    ("朝阳医院", ["朝阳市", "朝阳区", "朝阳县", "朝阳区"]),
    ("齐齐哈尔站", ["齐齐哈尔市"]),
])  # fmt: skip
def test_a_station_or_a_hospital_brings_its_city(rulebook: RulePack, query: str, names: list[str]) -> None:
    """No such division: the places the name begins with, and they do not count as a good fit."""
    ranked = rulebook.rank_regions(query)
    assert [match.region.name for match, _ in ranked] == names
    assert {fit for _, fit in ranked} == {Fit.INSIDE}


@pytest.mark.parametrize("query", ["太原", "taiyuan", "朝阳", "山", "yang", "海南", "长", "ba"])
def test_exact_comes_before_beginning_before_inside(rulebook: RulePack, query: str) -> None:
    """The better fit is never below the worse one."""
    fits = [fit for _, fit in rulebook.rank_regions(query, limit=200)]
    assert fits == sorted(fits)
    assert fits


def test_the_city_comes_before_what_is_named_after_it(rulebook: RulePack) -> None:
    """太原 is the city, then its districts; 保定 is the city, then the zones that bear its name."""
    assert [match.region.name for match in rulebook.find_regions("太原", limit=3)] == ["太原市", "小店区", "迎泽区"]
    names = [match.region.name for match in rulebook.find_regions("保定", limit=20)]
    assert names[0] == "保定市"
    assert "保定高新技术产业开发区" in names[1:]
