"""`yidi rules show`: the figures of an area as people and programs read them, and what is refused."""

import json
import re
from typing import Final

import pytest

from desktop_app.paths import resources_dir
from desktop_app.render.figures_text import figures_text
from desktop_app.render.words import LANGUAGES, Language, Words
from desktop_app.services.list_figures import list_figures
from desktop_app.storage.rule_pack import RulePack
from tests.services.conftest import TODAY, Yidi

GIVE: Final = "Give the name of a city or county, its pinyin, or its six-digit code."


def section(text: str, heading: str) -> list[str]:
    """The lines below a heading, up to the next empty one."""
    lines = text.splitlines()
    start = lines.index(heading) + 1
    return lines[start : lines.index("", start) if "" in lines[start:] else None]


def test_show_says_where_when_and_how_to_read_it(yidi: Yidi) -> None:
    """The place with its line, the day, and what the words below the figures mean."""
    assert yidi("show", "太原").splitlines()[:3] == [
        "140100  太原市（山西省）  0351-12393",
        "2026年11月21日有效的待遇数字",
        "每个数字下面写着它有多可靠：官方最可靠，公开资料次之，通行口径只供参考。没有可靠数字的写在每段最后，问清楚再算。",
    ]
    assert yidi("show", "taiyuan", language="en").splitlines()[:2] == [
        "140100  太原市 (山西省)  0351-12393",
        "Figures in force on 21 November 2026",
    ]


def test_show_prints_a_figure_with_its_ground(yidi: Yidi) -> None:
    """Employees pay 80 yuan (40 to 80) a visit at level 3; the notice, its number and its marks stand below."""
    lines = section(yidi("show", "太原", "--scheme", "employee"), "职工医保 · 普通门诊")
    assert lines[0] == "  起付线"
    assert "    三级医院: ¥80.00（可能 ¥40.00 到 ¥80.00）" in lines
    ground = next(line for line in lines if "并政办发〔2022〕42号" in line)
    assert ground.startswith("      公开资料 · 未核对 · 三年没有核实 · 2023年1月1日起 · 太原市人民政府办公室关于印发")


def test_show_names_what_nobody_knows_and_whom_to_ask(yidi: Yidi) -> None:
    """Nothing is written for drugstores in Taiyuan; emergency visits are paid as outpatient visits."""
    text = yidi("show", "太原", "--scheme", "resident")
    assert section(text, "城乡居民医保 · 药店购药")[-1] == (
        "  没有可靠的数字：起付线、起付线的计算方式、支付比例、年度最高支付限额。请问 0351-12393"
    )
    assert any(line.startswith("  没有单独的数字，按普通门诊算：") for line in section(text, "城乡居民医保 · 急诊门诊"))
    in_english = yidi("show", "太原", "--scheme", "resident", language="en")
    assert section(in_english, "resident scheme: drugstore")[-1].startswith("  no reliable figure: deductible, ")


def test_show_says_a_thing_once(yidi: Yidi) -> None:
    """Kinds of care of which the same is said stand under one heading, and no figure under two."""
    headings = [line for line in yidi("show", "太原").splitlines() if line.startswith("职工医保 · ")]
    assert "职工医保 · 生育、外伤" in headings
    assert len(headings) == len(set(headings))


def test_show_speaks_of_a_disagreement_without_doubt(yidi: Yidi) -> None:
    """It is said which of two statements is used, and why; a better one that is not a figure asks for confirmation."""
    text = yidi("show", "太原")
    assert "另一种说法 S1-12（通行口径）：" in text
    assert "这里采用上面的数字，因为证据更可靠。" in text
    assert "这一种证据更可靠，上面的数字请再核实。" in yidi("show", "广州")


def test_show_keeps_a_disagreement_to_the_figures_it_is_about(yidi: Yidi) -> None:
    """Who has to file is not an amount (S4-27 on S4-09); a cut elsewhere (L2100) says nothing of a cap (L2099)."""
    taiyuan = yidi("show", "太原")
    assert "另一种说法 S1-12" in taiyuan
    assert not [number for number in ("S4-27", "S1-01", "N-009", "N-044") if f"另一种说法 {number}" in taiyuan]
    shown = json.loads(yidi("show", "银川", "--json"))
    against = {
        one["figure"] for one in shown["figures"] if "L2100" in {each["other"]["fact"] for each in one["disagreements"]}
    }
    assert against == {"elsewhere"}


def test_a_statement_no_figure_rests_on_is_about_those_whose_notes_name_it(yidi: Yidi) -> None:
    """Later stays in Chengdu (L2006) contradict the deductible of L2005, and not its ratio or its bonus by age."""
    shown = json.loads(yidi("show", "成都", "--json"))
    against = {
        one["figure"] for one in shown["figures"] if "L2006" in {each["other"]["fact"] for each in one["disagreements"]}
    }
    assert against == {"deductible"}


def test_show_writes_shares_and_tiers_as_people_say_them(yidi: Yidi) -> None:
    """Shenzhen pays nine tenths of its own ratio; tiers counted from the deductible say so, and none begins at zero."""
    assert "    省内异地 · 自己外出（已备案）、没有备案: 本地比例的 90%" in yidi("show", "深圳", "--scheme", "employee")
    texts = [yidi("show", area, "--scheme", "resident") for area in ("太原", "唐山", "苏州", "郑州")]
    critical = [line for text in texts for line in text.splitlines() if "起付线 ¥" in line and "付 " in line]
    assert critical
    assert not [line for line in critical if "¥0.00 到" in line or "¥0.00 以上" in line]
    assert any("起付线以上的部分：" in line for line in critical)


def test_show_of_one_scheme(yidi: Yidi) -> None:
    """`--scheme` leaves the other out, in text and as JSON."""
    text = yidi("show", "太原", "--scheme", "resident")
    assert "城乡居民医保 · 住院" in text
    assert "职工医保" not in text.replace("太原职工医保", "")
    shown = json.loads(yidi("show", "太原", "--scheme", "resident", "--json"))
    assert {one["scheme"] for one in (*shown["figures"], *shown["gaps"])} == {"resident"}


def test_show_as_json(yidi: Yidi) -> None:
    """The same for programs: amounts in yuan and ratios as exact decimals in strings, days, grade and source."""
    shown = json.loads(yidi("show", "140100", "--json"))
    assert set(shown) == {"region", "date", "figures", "gaps"}
    assert (shown["region"]["code"], shown["region"]["area"]["line"], shown["date"]) == (
        *("140100", "0351-12393"),
        "2026-11-21",
    )
    [deductible] = [
        one
        for one in shown["figures"]
        if (one["scheme"], one["kind"], one["figure"]) == ("employee", "outpatient", "deductible")
        and one["conditions"] == {"level": ["level3"]}
    ]
    assert [deductible[name] for name in ("low", "value", "high")] == [["40.00"], ["80.00"], ["80.00"]]
    assert (deductible["from"], deductible["until"]) == ("2023-01-01", None)
    assert (deductible["evidence"], deductible["unchecked"], deductible["stale"]) == ("reported", True, True)
    assert deductible["source"]["number"] == "并政办发〔2022〕42号"
    gap = next(one for one in shown["gaps"] if (one["scheme"], one["kind"]) == ("resident", "drugstore"))
    assert (gap["figure"], gap["line"]) == ("deductible", "0351-12393")
    assert set(gap) == {"figure", "scheme", "kind", "why", "ask", "line"}


def test_show_asks_for_a_day(yidi: Yidi) -> None:
    """What holds on that day, and what is stale by then: the notice three years after 2023-01-01."""
    for day, stale in (("2022-12-31", None), ("2026-01-01", False), ("2026-01-02", True)):
        shown = json.loads(yidi("show", "太原", "--date", day, "--scheme", "employee", "--json"))
        assert shown["date"] == day
        basis = [
            one["stale"]
            for one in shown["figures"]
            if (one["region"], one["kind"], one["figure"]) == ("140100", "outpatient", "deductible_basis")
        ]
        assert basis == ([] if stale is None else [stale])


def test_show_of_a_county_uses_its_pooling_area(yidi: Yidi) -> None:
    """小店区 belongs to 太原市: its figures, under its own name."""
    of_county, of_city = (yidi("show", place).splitlines() for place in ("小店区", "太原市"))
    assert of_county[0] == "140105  小店区（山西省太原市）  统筹区：太原市  0351-12393"
    assert of_county[1:] == of_city[1:]


@pytest.mark.parametrize("language", LANGUAGES)
def test_show_finds_words_for_every_province(rulebook: RulePack, language: Language) -> None:
    """The last area of each province: both schemes, no gap in the words, no zero that means nothing."""
    words = Words(language, resources_dir() / "words")
    for province in rulebook.provinces():
        text = figures_text(list_figures(rulebook, province.areas[-1].code, TODAY), rulebook, words)
        assert len(re.findall(r"^\S.*(?:住院|inpatient care)", text, re.MULTILINE)) == 2, province.name
        assert not re.search(r"None|减 0 个百分点|(?<!\d)0 points less|\{\{|: $|  ·", text), province.name


@pytest.mark.parametrize(
    ("arguments", "chinese", "english"),
    [
        (
            ["show", "太塬"],
            "没有找到“太塬”，是不是太原市？可以写市、县的名称、拼音或六位代码。",
            f"Nothing found for “太塬”; did you mean 太原市? {GIVE}",
        ),
        (
            ["show", "泰原"],
            "没有找到“泰原”，是不是太原市、泰州市、泰安市？可以写市、县的名称、拼音或六位代码。",
            f"Nothing found for “泰原”; did you mean 太原市 or 泰州市 or 泰安市? {GIVE}",
        ),
        (
            ["show", "福洲市"],
            "没有找到“福洲市”，是不是福州市、抚州市、株洲市？可以写市、县的名称、拼音或六位代码。",
            f"Nothing found for “福洲市”; did you mean 福州市 or 抚州市 or 株洲市? {GIVE}",
        ),
        (
            ["show", "qqqqqq"],
            "没有找到“qqqqqq”。可以写市、县的名称、拼音或六位代码。",
            f"Nothing found for “qqqqqq”. {GIVE}",
        ),
        (
            ["show", "朝阳区"],
            "“朝阳区”可能指几个地方：110105 北京市朝阳区、220104 吉林省长春市朝阳区。请写代码。",
            "“朝阳区” may be several places: 110105 北京市朝阳区, 220104 吉林省长春市朝阳区. Give the code.",
        ),
        (
            ["show", "宁夏"],
            "宁夏回族自治区有 5 个统筹区，各有各的规定，请写其中一个：银川市、石嘴山市、吴忠市、固原市、中卫市。",
            (
                "宁夏回族自治区 has 5 pooling areas with rules of their own; "
                "give one of them: 银川市, 石嘴山市, 吴忠市, 固原市, 中卫市."
            ),
        ),
        (
            ["show", "香港"],
            "香港特别行政区不在国家医保之内，有自己的医疗保险，这里没有它的数字。",
            "香港特别行政区 has a health insurance of its own: nobody is insured there under these rules.",
        ),
        (
            ["show", "太原", "--date", "2026-02-30"],
            "--date：“2026-02-30”不是日期，请写成 2026-11-21 这样。",
            "--date: “2026-02-30” is not a day; write it like 2026-11-21.",
        ),
        (
            ["show", "太原", "--date", "1926-02-03"],
            "--date：“1926-02-03”不对，要写 2000 年到 2099 年之间的日期。",
            "--date: “1926-02-03” will not do; allowed are days from 2000 to 2099.",
        ),
        (
            ["show", "太原", "--scheme", "urban"],
            "--scheme：“urban”不在可选范围内，可以写：employee、resident。",
            "--scheme: “urban” is not allowed; choose one of employee, resident.",
        ),
        (
            ["show"],
            "还要写：REGION。可以看 yidi rules show --help。",
            "Something is missing: REGION. See yidi rules show --help.",
        ),
    ],
)
def test_show_refuses_in_one_sentence(refused: Yidi, arguments: list[str], chinese: str, english: str) -> None:
    """What was typed, what is wrong with it, and what may be typed instead."""
    assert refused(*arguments) == chinese
    assert refused(*arguments, language="en") == english
