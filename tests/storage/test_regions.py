"""Divisions, pooling areas, pinyin and short names in the rule pack."""

import csv

import pytest

from desktop_app.domain.region import Relation, relation_between
from desktop_app.storage.place_names import ShortNames
from desktop_app.storage.rule_pack import RulePack
from tests.conftest import FACTS

PINYIN = {
    "140400": "chang zhi shi",
    "140428": "zhang zi xian",
    "411100": "luo he shi",
    "510117": "pi du qu",
    "511822": "ying jing xian",
    "500000": "chong qing shi",
    "350200": "xia men shi",
    "341500": "lu an shi",
    "340300": "beng bu shi",
    "341600": "bo zhou shi",
    "331000": "tai zhou shi",
    "331100": "li shui shi",
    "361124": "yan shan xian",
    "440113": "pan yu qu",
    "371524": "dong e xian",
    "330382": "yue qing shi",
    "441422": "da bu xian",
    "652823": "yu li xian",
    "371722": "shan xian",
    "130726": "yu xian",
    "130982": "ren qiu shi",
    "141024": "hong tong xian",
    "130121": "jing xing xian",
    "513200": "a ba zang zu qiang zu zi zhi zhou",
    "410621": "xun xian",
    "411726": "bi yang xian",
    "371522": "shen xian",
    "370612": "mu ping qu",
    "410122": "zhong mu xian",
    "130524": "bai xiang xian",
    "130225": "lao ting xian",
    "310112": "min hang qu",
    "320116": "lu he qu",
    "211300": "chao yang shi",
    "510100": "cheng du shi",
    "152500": "xi lin guo le meng",
    "653100": "ka shi di qu",
    "622900": "lin xia hui zu zi zhi zhou",
}


@pytest.mark.parametrize(("code", "area"), [
    ("140105", "140100"),  # 小店区 belongs to 太原市
    ("310115", "310000"),  # a district of a municipality to the municipality
    ("500101", "500000"),
    ("429004", "429004"),  # 仙桃 is a pooling area of its own
    ("130681", "130600"),
    ("130682", "130682"),  # 定州 as well, although a county of 保定
    ("130181", "130181"),
    ("610403", "610403"),
    ("419001", "419001"),
    ("469001", "460000"),  # counties run by Hainan: the province's pooling area
    ("460105", "460100"),
    ("659001", "660000"),  # 石河子 belongs to the corps
    ("652801", "652800"),
    ("133100", "133100"),
    ("620108", "620108"),
])  # fmt: skip
def test_a_division_belongs_to_its_pooling_area(rulebook: RulePack, code: str, area: str) -> None:
    """Whichever county somebody names, the money is pooled where the region's rules say."""
    found = rulebook.pooling_area(code)
    assert found is not None
    assert found.code == area


@pytest.mark.parametrize("code", ["710000", "810000", "810001", "820000", "820008", "140000", "999999", "", "CN"])
def test_some_places_have_no_pooling_area(rulebook: RulePack, code: str) -> None:
    """Hong Kong, Macau, Taiwan, provinces with several areas, and codes nobody has given."""
    assert rulebook.pooling_area(code) is None


@pytest.mark.parametrize(("alias", "code"), [
    ("110100", "110000"),
    ("120100", "120000"),
    ("310100", "310000"),
    ("500100", "500000"),
    ("620171", "620108"),
])  # fmt: skip
def test_codes_of_other_lists_are_understood(rulebook: RulePack, alias: str, code: str) -> None:
    """The municipalities, and 兰州新区, which two lists number differently."""
    region, area = rulebook.region(alias), rulebook.pooling_area(alias)
    assert region is not None
    assert area is not None
    assert (region.code, area.code) == (code, code)


def test_a_pooling_area_knows_its_line(rulebook: RulePack) -> None:
    """The 12393 line is given with the area code and nothing else."""
    taiyuan, beijing = rulebook.pooling_area("140100"), rulebook.pooling_area("110105")
    assert taiyuan is not None
    assert beijing is not None
    assert (taiyuan.name, taiyuan.province_name, taiyuan.hotline) == ("太原市", "山西省", "0351-12393")
    assert (beijing.name, beijing.hotline) == ("北京市", "010-12393")


def test_there_are_349_pooling_areas(rulebook: RulePack) -> None:
    """The 348 that have figures, and Hainan for the counties it runs itself; each can be opened by its code."""
    with (FACTS / "areas.csv").open(encoding="utf-8", newline="") as lines:
        codes = [line["code"] for line in csv.DictReader(lines)]
    assert len(codes) == 349
    assert all((area := rulebook.pooling_area(code)) and area.code == code for code in codes)


def test_the_corps_is_not_the_autonomous_region(rulebook: RulePack) -> None:
    """Somebody insured with the corps in 石河子 is elsewhere in 乌鲁木齐."""
    corps, urumqi = rulebook.pooling_area("659001"), rulebook.pooling_area("650100")
    assert corps is not None
    assert urumqi is not None
    assert relation_between(corps, urumqi) is Relation.CROSS_PROVINCE


@pytest.mark.parametrize(("code", "pinyin"), PINYIN.items())
def test_place_names_are_read_as_people_there_read_them(rulebook: RulePack, code: str, pinyin: str) -> None:
    """Characters with several readings: reviewed by hand."""
    region = rulebook.region(code)
    assert region is not None
    assert region.pinyin == pinyin


def test_every_division_is_in_the_pack_with_pinyin_and_initials(rulebook: RulePack) -> None:
    """One syllable per character, letters only, the initials taken from them."""
    with (FACTS / "regions.csv").open(encoding="utf-8", newline="") as lines:
        codes = [line["code"] for line in csv.DictReader(lines)]
    assert len(codes) == 3399
    for code in codes:
        region = rulebook.region(code)
        assert region is not None
        syllables = region.pinyin.split()
        assert len(syllables) == len(region.name), region
        assert all(syllable.isascii() and syllable.isalpha() for syllable in syllables), region
        assert region.initials == "".join(syllable[0] for syllable in syllables)


def test_short_names_drop_what_nobody_says() -> None:
    """Endings go, and the names of peoples before 自治; a single character is no name."""
    names = ShortNames(
        endings=("自治区", "族自治县", "省", "市", "县", "区"), kept=("开发区",), peoples=("回", "土家", "苗")
    )
    shortened = {
        "太原市": "太原",
        "恩施土家族苗族自治州": "恩施",
        "宁夏回族自治区": "宁夏",
        "东乡族自治县": "东乡",
        "单县": "单县",
        "成都开发区": "成都开发区",
    }
    assert {name: names.of(name) for name in shortened} == shortened


def test_rules_for_a_place_may_stand_on_four_levels(rulebook: RulePack) -> None:
    """County, pooling area, province, nation, in this order; the municipality only once."""
    assert rulebook.lineage("140105") == ("140105", "140100", "140000", "CN")
    assert rulebook.lineage("110105") == ("110105", "110000", "CN")
    assert rulebook.lineage("659001") == ("659001", "660000", "CN")
