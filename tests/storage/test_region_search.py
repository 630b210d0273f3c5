"""What somebody types, and what they expect to see first."""

import time

import pytest

from desktop_app.storage.region_keys import typed
from desktop_app.storage.rule_pack import RulePack


def first(rulebook: RulePack, query: str) -> str:
    """The name of the best match."""
    return rulebook.find_regions(query)[0].region.name


@pytest.mark.parametrize(("query", "name"), [
    ("太原", "太原市"),
    ("太原市", "太原市"),
    ("taiyuan", "太原市"),
    ("tai'yuan", "太原市"),
    ("Tai Yuan", "太原市"),
    ("ty", "太原市"),
    ("襄阳", "襄阳市"),
    ("xiangyang", "襄阳市"),
    ("xian", "西安市"),
    ("luan", "六安市"),
    ("liuan", "六安市"),
    ("changzhi", "长治市"),
    ("lvliang", "吕梁市"),
    ("lüliang", "吕梁市"),
    ("luliang", "吕梁市"),
    ("吉林", "吉林市"),
    ("chaoyang", "朝阳市"),
    ("海南", "海南省"),
    ("恩施", "恩施土家族苗族自治州"),
    ("兵团", "新疆生产建设兵团"),
    ("雄安", "雄安新区"),
    ("杨凌", "杨陵区"),
    ("bj", "北京市"),
    ("小店", "小店区"),
    ("五指山", "五指山市"),
    ("140100", "太原市"),
    ("１４０１００", "太原市"),
    ("110100", "北京市"),
    ("北京朝阳", "朝阳区"),
    ("北京市朝阳区", "朝阳区"),
    ("太原市小店区", "小店区"),
    ("山西太原小店", "小店区"),
    ("beijingchaoyang", "朝阳区"),
])  # fmt: skip
def test_the_place_one_means_comes_first(rulebook: RulePack, query: str, name: str) -> None:
    """汉字, pinyin, initials, short names, codes, counties with or without their city."""
    assert first(rulebook, query) == name


def test_exact_comes_before_beginning_before_inside(rulebook: RulePack) -> None:
    """大兴 is a district of Beijing before it is the beginning of 大兴安岭; 东兴 has 兴 inside and comes after 兴安."""
    names = [match.region.name for match in rulebook.find_regions("大兴")]
    assert names[:2] == ["大兴区", "大兴安岭地区"]
    inside = [match.region.name for match in rulebook.find_regions("兴", limit=200)]
    assert inside.index("兴安盟") < inside.index("兴县") < inside.index("嘉兴市") < inside.index("大兴区")


def test_cities_come_before_counties(rulebook: RulePack) -> None:
    """朝阳 is one city, two districts and a county, all exactly; the city can be chosen as it is."""
    found = [(match.region.name, match.within) for match in rulebook.find_regions("朝阳")][:4]
    assert found == [("朝阳市", "辽宁省"), ("朝阳区", "北京市"), ("朝阳县", "辽宁省朝阳市"), ("朝阳区", "吉林省长春市")]


@pytest.mark.parametrize("query", ["山西", "shanxi"])
def test_a_province_is_followed_by_its_cities(rulebook: RulePack, query: str) -> None:
    """Who types a province wants one of its cities next; the province itself cannot be insured in."""
    matches = rulebook.find_regions(query, limit=40)
    assert matches[0].region.name == "山西省"
    assert matches[0].area is None
    cities = [match.region.name for match in matches if match.area and match.area.code == match.region.code]
    assert cities[:3] == ["太原市", "大同市", "阳泉市"]


def test_a_county_brings_its_pooling_area(rulebook: RulePack) -> None:
    """The person lives in 小店区; what counts is 太原市."""
    match = rulebook.find_regions("小店区")[0]
    assert match.within == "山西省太原市"
    assert match.area is not None
    assert match.area.name == "太原市"


def test_one_place_is_listed_once(rulebook: RulePack) -> None:
    """Several keys of one place fit; it still stands there once."""
    codes = [match.region.code for match in rulebook.find_regions("兰州", limit=50)]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("query", ["", "   ", "'", "不存在的地方", "zzzzz", "%", "\U0010ffff"])
def test_nothing_is_found_for_nothing(rulebook: RulePack, query: str) -> None:
    """Neither an empty line nor nonsense finds a place."""
    assert rulebook.find_regions(query) == ()


def test_the_list_is_as_long_as_asked_for(rulebook: RulePack) -> None:
    """A short list has the same beginning as a long one."""
    assert rulebook.find_regions("a", limit=3) == rulebook.find_regions("a", limit=30)[:3]


def test_what_is_typed_is_compared_without_its_marks() -> None:
    """Case, width, apostrophes and spaces do not matter; ü is v."""
    assert typed(" Xi'an ") == "xian"
    assert typed("ＬÜ Liang") == "lvliang"


def test_an_answer_is_there_before_the_next_letter(rulebook: RulePack) -> None:
    """Each keystroke takes less than 3 milliseconds at best, once the list is read."""
    rulebook.find_regions("x")
    for query in ["s", "sh", "shi", "州", "zhou", "x", "xi", "1", "14", "北", "山西"]:
        times = []
        for _ in range(5):
            start = time.perf_counter()
            rulebook.find_regions(query)
            times.append(time.perf_counter() - start)
        assert min(times) < 0.003, query
