"""Broken places, sources, facts, diseases, terms and search words, one for each rule."""

from typing import Final

from tests.storage.broken_copy import Broken, Found, gone, in_gb18030, swap
from tests.storage.whole_facts import FACTS

BROKEN_FACTS: Final = (
    Broken(
        "a missing file",
        "edition.yaml",
        gone,
        (Found(1, "", "", "rulebook.no_file", "there is no such file"),),
    ),
    Broken(
        "no YAML",
        FACTS,
        swap("facts:", "facts: ["),
        (Found(2, "", "", "rulebook.no_yaml", "not YAML"),),
    ),
    Broken(
        "a key written twice",
        FACTS,
        swap("    topic: filing", "    number: N-003"),
        (Found(3, "", "", "rulebook.twice", "number stands here twice"),),
    ),
    Broken(
        "a day that does not exist",
        FACTS,
        swap("2023-01-01", "2023-13-01"),
        (
            Found(
                10,
                "",
                "",
                "rulebook.no_value",
                "2023-13-01 is no value: text, a number, true, false, null or a day such as 2026-11-21",
            ),
        ),
    ),
    Broken(
        "a table in another encoding",
        "regions.csv",
        in_gb18030,
        (Found(1, "", "", "rulebook.no_csv", "not a table: values apart by commas, quotes closed, in UTF-8"),),
    ),
    Broken(
        "a missing key",
        FACTS,
        swap("    text: 太原另有规定。\n", ""),
        (Found(11, "text", "", "rulebook.missing", "text is missing"),),
    ),
    Broken(
        "an unknown key",
        FACTS,
        swap("    grade: B", "    grad: B"),
        (Found(20, "grad", "B", "rulebook.unknown_key", "unknown key grad"),),
    ),
    Broken(
        "an unknown choice",
        FACTS,
        swap("in_regions: official", "in_regions: sure"),
        (
            Found(
                16,
                "in_regions",
                "sure",
                "rulebook.choice",
                "in_regions: sure is not one of official, reported, typical",
            ),
        ),
    ),
    Broken(
        "text of a wrong type",
        FACTS,
        swap("text: 太原另有规定。", "text: 2026"),
        (Found(13, "text", "2026", "rulebook.text", "text: 2026 must be text"),),
    ),
    Broken(
        "empty text",
        FACTS,
        swap("太原另有规定。", '"  "'),
        (Found(13, "text", "  ", "rulebook.empty", "text must not be empty"),),
    ),
    Broken(
        "markup in a fact",
        FACTS,
        swap("太原另有规定。", "太原<b>另有</b>规定。"),
        (Found(13, "text", "太原<b>另有</b>规定。", "rulebook.markup", "text must not contain the markup <b>"),),
    ),
    Broken(
        "an unofficial address in a text",
        FACTS,
        swap("太原另有规定。", "太原另有规定，见www.example.com。"),
        (
            Found(
                13,
                "text",
                "太原另有规定，见www.example.com。",
                "rulebook.not_official",
                "text: https://www.example.com is not on .gov.cn and may not be shown as a link",
            ),
        ),
    ),
    Broken(
        "the bare name of an unofficial site in a text",
        FACTS,
        swap("太原另有规定。", "太原另有规定（example.com/health/1），北京见 www.beijing.gov.cn。"),
        (
            Found(
                13,
                "text",
                "太原另有规定（example.com/health/1），北京见 www.beijing.gov.cn。",
                "rulebook.not_official",
                "text: https://example.com is not on .gov.cn and may not be shown as a link",
            ),
        ),
    ),
    Broken(
        "a day of a wrong type",
        FACTS,
        swap("2023-01-01", "坚持"),
        (Found(10, "effective", "坚持", "rulebook.day", "effective: 坚持 must be a day such as 2026-11-21"),),
    ),
    Broken(
        "a list that is none",
        FACTS,
        swap("    regions:\n      - CN\n", "    regions: CN\n"),
        (Found(5, "regions", "CN", "rulebook.list", "regions: CN must be a list"),),
    ),
    Broken(
        "a block that is none",
        FACTS,
        swap("    figures:\n      ratio: 0.85\n", "    figures: 0.85\n"),
        (Found(21, "figures", "0.85", "rulebook.block", "figures: 0.85 must be keys with values"),),
    ),
    Broken(
        "a form that is not kept",
        FACTS,
        swap("number: N-002", "number: N-2"),
        (
            Found(
                11,
                "number",
                "N-2",
                "rulebook.pattern",
                "number: N-2 does not have the form ^([NR]-\\d{3}|S\\d-\\d{2}|L\\d{4})$",
            ),
        ),
    ),
    Broken(
        "a table whose quotes never close",
        "regions.csv",
        swap("140105,小店区", '140105,"小店区'),
        (Found(4, "", "", "rulebook.no_csv", "not a table: values apart by commas, quotes closed, in UTF-8"),),
    ),
    Broken(
        "a value too few",
        "areas.csv",
        swap("0351-12393,,", "0351-12393,"),
        (Found(2, "", "", "rulebook.columns", "the line must have as many values as there are columns"),),
    ),
    Broken(
        "a place whose name is no name",
        "regions.csv",
        swap("小店区", "小店 (区)"),
        (Found(4, "name", "小店 (区)", "rulebook.pattern", "name: 小店 (区) does not have the form ^\\p{Han}+$"),),
    ),
    Broken(
        "a value too many",
        "areas.csv",
        swap("0351-12393,,", "0351-12393,,,x"),
        (Found(2, "", "x", "rulebook.columns", "the line must have as many values as there are columns"),),
    ),
    Broken(
        "an unknown level of division",
        "regions.csv",
        swap("小店区,county", "小店区,village"),
        (
            Found(
                4,
                "level",
                "village",
                "rulebook.choice",
                "level: village is not one of province, prefecture, county",
            ),
        ),
    ),
    Broken(
        "a county of nowhere",
        "regions.csv",
        swap("county,140100", "county,140900"),
        (Found(4, "parent", "140900", "rulebook.unknown", "parent: nothing is called 140900"),),
    ),
    Broken(
        "a division twice",
        "regions.csv",
        swap("140105,小店区,county,140100\n", "140105,小店区,county,140100\n140105,小店区,county,140100\n"),
        (Found(5, "code", "140105", "rulebook.twice", "140105 stands here twice"),),
    ),
    Broken(
        "an area that is no division",
        "areas.csv",
        swap("140100,太原市", "140200,太原市"),
        (Found(2, "code", "140200", "rulebook.unknown", "code: nothing is called 140200"),),
    ),
    Broken(
        "a hotline that is none",
        "areas.csv",
        swap("0351-12393", "0351-12345"),
        (
            Found(
                2,
                "hotline",
                "0351-12345",
                "rulebook.pattern",
                "hotline: 0351-12345 does not have the form ^(0\\d{2,3}-12393)?$",
            ),
        ),
    ),
    Broken(
        "a pinyin exception for an unknown region",
        "pinyin.yaml",
        swap('code: "140105"', 'code: "140199"'),
        (
            Found(
                6,
                "pinyin",
                "xiao dian qu",
                "rulebook.reading",
                "the reading of 140199 小店区 must fit its name in regions.csv, one syllable per character",
            ),
        ),
    ),
    Broken(
        "a pinyin exception with a syllable missing",
        "pinyin.yaml",
        swap("xiao dian qu", "xiao dian"),
        (
            Found(
                6,
                "pinyin",
                "xiao dian",
                "rulebook.reading",
                "the reading of 140105 小店区 must fit its name in regions.csv, one syllable per character",
            ),
        ),
    ),
    Broken(
        "a link that is not official",
        "sources.yaml",
        swap("https://www.nhsa.gov.cn/rules", "https://www.nhsa.gov.cn.example.com/rules"),
        (
            Found(
                4,
                "link",
                "https://www.nhsa.gov.cn.example.com/rules",
                "rulebook.not_official",
                "link: https://www.nhsa.gov.cn.example.com/rules is not on .gov.cn and may not be shown as a link",
            ),
        ),
    ),
    Broken(
        "a link listed as invented",
        "sources.yaml",
        swap("https://www.nhsa.gov.cn/rules", "https://www.nhsa.gov.cn/invented"),
        (
            Found(
                1,
                "link",
                "https://www.nhsa.gov.cn/invented",
                "rulebook.invented",
                "https://www.nhsa.gov.cn/invented is listed in links_not_to_ship.csv as an address that looks invented",
            ),
        ),
    ),
    Broken(
        "a source that nobody cites",
        "sources.yaml",
        swap("- id", "- id: unused\n  title: 无人引用\n- id"),
        (Found(1, "id", "unused", "rulebook.uncited", "source unused is not cited"),),
    ),
    Broken(
        "a source twice",
        "articles/article-1.yaml",
        swap("id: article-1", "id: rules-2022"),
        (Found(2, "id", "rules-2022", "rulebook.twice", "rules-2022 stands here twice"),),
    ),
    Broken(
        "a fact without source",
        FACTS,
        swap("    source: rules-2022\n", ""),
        (Found(2, "source", "", "rulebook.missing", "source is missing"),),
    ),
    Broken(
        "a fact with an unknown source",
        FACTS,
        swap("source: rules-2022", "source: rules-2021"),
        (Found(2, "source", "rules-2021", "rulebook.unknown", "source: nothing is called rules-2021"),),
    ),
    Broken(
        "a fact for an unknown region",
        FACTS,
        swap('"140100"', '"149900"'),
        (Found(11, "regions", "149900", "rulebook.unknown", "regions: nothing is called 149900"),),
    ),
    Broken(
        "a fact twice",
        FACTS,
        swap("number: N-002", "number: N-001"),
        (
            Found(2, "number", "N-001", "rulebook.twice", "N-001 stands here twice"),
            Found(11, "number", "N-001", "rulebook.twice", "N-001 stands here twice"),
        ),
    ),
    Broken(
        "a disagreement with nothing",
        FACTS,
        swap("      - N-001", "      - N-009"),
        (Found(11, "disagrees_with", "N-009", "rulebook.unknown", "disagrees_with: nothing is called N-009"),),
    ),
    Broken(
        "a reference to nothing",
        FACTS,
        swap("    grade: B", "    grade: B\n    see: [N-008]"),
        (Found(11, "see", "N-008", "rulebook.unknown", "see: nothing is called N-008"),),
    ),
    Broken(
        "a disease twice",
        "national/diseases.yaml",
        swap("diseases:\n", "diseases:\n  - {number: 1, name: 高血压, batch: 1, codes: {}, code_confidence: B}\n"),
        (
            Found(2, "number", "1", "rulebook.twice", "1 stands here twice"),
            Found(3, "number", "1", "rulebook.twice", "1 stands here twice"),
        ),
    ),
    Broken(
        "a term that refers to nothing",
        "national/glossary.yaml",
        swap("医保局。", "医保局。\n  see: [报销]"),
        (Found(5, "see", "报销", "rulebook.unknown", "see: nothing is called 报销"),),
    ),
    Broken(
        "search words for an unknown disease",
        "search_words.yaml",
        swap("  1: [血压高]", "  9: [血压高]"),
        (Found(4, "diseases", "9", "rulebook.unknown", "diseases: nothing is called 9"),),
    ),
    Broken(
        "search words for an unknown term",
        "search_words.yaml",
        swap("  备案: [登记]", "  报销: [登记]"),
        (Found(6, "terms", "报销", "rulebook.unknown", "terms: nothing is called 报销"),),
    ),
    Broken(
        "search words for an unknown place",
        "search_words.yaml",
        swap('"140100": [并州]', '"140900": [并州]'),
        (Found(8, "regions", "140900", "rulebook.unknown", "regions: nothing is called 140900"),),
    ),
)
