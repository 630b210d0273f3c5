"""How the researched facts became `data/`: run once, kept to document where every entry came from.

    python packaging/convert_facts.py FACTS_FOLDER DATA_FOLDER

FACTS_FOLDER holds national.json, seeds.json, local_east.json, local_west.json, glossary.json, chronic_diseases.json,
trust.json, divisions.csv and regions/*.json. The places (regions.csv, areas.csv) are written by `convert_places`, the
rest by `convert_facts`; pinyin.yaml, short_names.yaml, edition.yaml and every later correction are written by hand.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from pypinyin import lazy_pinyin

Row = dict[str, Any]

ADDED_DIVISIONS = (
    ("133100", "雄安新区", "prefecture", "130000"),
    ("620108", "兰州新区", "county", "620100"),
    ("660000", "新疆生产建设兵团", "province", ""),
)
MUNICIPALITIES = {"110100": "110000", "120100": "120000", "310100": "310000", "500100": "500000"}
LISTED_TWICE = {"620108": "620171"}
"""The dataset's code of a place, and the one the divisions list it under, which becomes an alias."""
CORPS = "660000"
HAINAN = ("460000", "海南省", "460000", "0898-12393", "", "")
ARTICLES = {
    1: ("资讯文章一：深圳职工二档的异地就医（备案、门诊统筹、住院）", ""),
    2: ("资讯文章二：在外地看门诊怎样用医保（通用四步）", ""),
    3: ("资讯文章三：特殊病种（门诊慢特病）异地就医", ""),
    4: ("资讯文章四：深圳参保人异地门诊直接结算", "2023-03-14"),
    5: ("资讯文章五：山西居民与职工异地门诊报销", ""),
}
UNKNOWN_DAY = "日期不详"
REWORDED = {"通用认识；山西种子文有此说": "通用认识；资讯文章五（山西）也有此说"}


class _Dumper(yaml.SafeDumper):
    """Block style with indented lists, so that a change of one value is a change of one line."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT -- PyYAML's signature
        super().increase_indent(flow, indentless=False)


_Dumper.add_representer(Decimal, lambda dumper, number: dumper.represent_scalar("tag:yaml.org,2002:float", str(number)))


def write_yaml(file: Path, heading: str, content: object) -> None:
    """Writes `content` under a comment that says what the file holds."""
    file.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(
        content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, default_flow_style=False, width=10_000
    )
    file.write_text(f"# {heading}\n{text}", encoding="utf-8")


def read(file: Path) -> Any:  # noqa: ANN401 -- researched JSON of many shapes
    """A JSON file with exact decimals."""
    return json.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)


def kept(**fields: object) -> Row:
    """The fields that say something, in this order."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], {})}


class Sources:
    """Documents and articles, each once: the same title, number, issuer, day and link are one source."""

    def __init__(self, unwanted_links: frozenset[str]) -> None:
        self._unwanted = unwanted_links
        self._ids: dict[tuple[str, ...], str] = {}
        self._rows: dict[str, Row] = {}
        self._effective: dict[str, set[str]] = defaultdict(set)

    def id_of(self, source: Row, fact: str) -> str:
        """The id of the source; the first fact that cites one without a document number gives it its name."""
        key = tuple(source[name] for name in ("title", "number", "issuer", "published", "url"))
        if key not in self._ids:
            self._ids[key] = self._new_id(source["number"], fact)
            self._rows[self._ids[key]] = source
        id = self._ids[key]
        self._effective[id].add(source["effective"])
        return id

    def rows(self) -> list[Row]:
        """The sources as they stand in sources.yaml."""
        return [self._row(id, source) for id, source in sorted(self._rows.items())]

    def _row(self, id: str, source: Row) -> Row:
        effective = self._effective[id]
        return kept(
            id=id,
            title=REWORDED.get(source["title"], source["title"]),
            number=source["number"],
            issuer=source["issuer"],
            published=source["published"],
            effective=next(iter(effective)) if len(effective) == 1 else "",
            link=source["url"] if self._may_be_shown(source["url"]) else "",
        )

    def _may_be_shown(self, url: str) -> bool:
        official = (urlsplit(url).hostname or "").endswith(".gov.cn")
        return official and bool(urlsplit(url).path.strip("/")) and url not in self._unwanted

    def _new_id(self, number: str, fact: str) -> str:
        spelled = "".join(lazy_pinyin(re.sub(r"（.*?）|号", "", number))).lower()
        named = re.sub(r"[^a-z0-9]+", "-", spelled).strip("-")
        if not named:
            return f"doc-{fact.lower()}"
        return named if named not in self._rows else f"{named}-{fact.lower()}"


def fact_entry(row: Row, sources: Sources) -> Row:
    """A researched row as an entry of a facts file."""
    source: Row = row.get("source", {})
    schemes, tiers = schemes_of(row.get("schemes") or row.get("insurance") or [])
    return kept(
        number=row["id"],
        topic=row["topic"],
        text=row["fact"],
        regions=[MUNICIPALITIES.get(code, code) for code in row["regions"]],
        schemes=schemes,
        tiers=tiers,
        in_regions=row["shown"]["in_regions"],
        elsewhere=row["shown"]["elsewhere"],
        source=sources.id_of(source, row["id"]) if source else None,
        place=source.get("article") or place_in_article(row.get("place", "")),
        effective=whole_day(source.get("effective", "")),
        grade=row.get("grade"),
        quality=row.get("quality"),
        national_status=row.get("national_status"),
        agrees_with_dataset=row.get("agrees_with_dataset"),
        note=fact_numbers(row.get("note", "")),
        disagrees_with=[fact_numbers(number) for number in row.get("disagrees_with", [])],
        see=[fact_numbers(number) for number in row.get("see", [])],
        figures=row["figures"],
        evidence=evidence_of(row, source.get("url", "")),
    )


def schemes_of(words: Iterable[str]) -> tuple[list[str], list[str]]:
    """`employee_tier2` is the scheme employee and the tier tier2."""
    parted = [word.partition("_") for word in words]
    schemes = list(dict.fromkeys(scheme for scheme, _, _ in parted))
    return schemes, list(dict.fromkeys(tier for _, _, tier in parted if tier))


def fact_numbers(text: str) -> str:
    """Facts are called by their number alone."""
    return text.replace("national:", "")


def place_in_article(place: str) -> str:
    """Where an article says it: 正文, or a passage the article page carried beside it (相关片段)."""
    return place.replace("main article", "正文").replace("snippet: ", "相关片段：")


def whole_day(text: str) -> date | None:
    """The day, where the text is nothing but one."""
    return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else None


def evidence_of(row: Row, url: str) -> str:
    """The trail of the research, with the address where the text was found."""
    trail = str(row.get("evidence", ""))
    address = url.partition("://")[2]
    return trail if not address or address in trail else f"{trail}；{url}".strip("；")


def convert_facts(facts: Path, data: Path) -> None:
    """Writes sources, facts, articles, diseases and the glossary."""
    sources = Sources(unwanted_links(facts))
    national = [fact_entry(row, sources) for row in read(facts / "national.json")]
    local = [fact_entry(row, sources) for name in ("east", "west") for row in read(facts / f"local_{name}.json")]
    write_national(data, [entry for entry in national if "CN" in entry["regions"]])
    write_provinces(data, [entry for entry in national if "CN" not in entry["regions"]] + local, provinces(facts))
    write_articles(data, read(facts / "seeds.json"), sources)
    heading = "文件与文章。Documents and articles; `link` only on official sites."
    write_yaml(data / "sources.yaml", heading, sources.rows())
    write_diseases(data, read(facts / "chronic_diseases.json"))
    glossary = [kept(**term) for term in read(facts / "glossary.json")]
    write_yaml(data / "national" / "glossary.yaml", "术语。Terms in plain words.", glossary)


def unwanted_links(facts: Path) -> frozenset[str]:
    """The addresses that look invented."""
    unwanted = {(entry["code"], entry["document"]) for entry in read(facts / "trust.json")["links_not_to_ship"]}
    return frozenset(
        document["url"]
        for area in dataset_areas(facts)
        for document in area["documents"]
        if (area["code"], document["id"]) in unwanted
    )


def dataset_areas(facts: Path) -> list[Row]:
    """The pooling areas of the figures' dataset."""
    return [area for file in sorted((facts / "regions").glob("*.json")) for area in read(file)]


def provinces(facts: Path) -> dict[str, str]:
    """File names by province code: 140000-shanxi."""
    named = {area["province_code"]: file.stem for file in (facts / "regions").glob("*.json") for area in read(file)}
    return {code: f"{code}-{stem}" for code, stem in named.items()}


def write_national(data: Path, entries: Sequence[Row]) -> None:
    """One file per topic."""
    by_topic: dict[str, list[Row]] = defaultdict(list)
    for entry in entries:
        by_topic[entry["topic"]].append(entry)
    for topic, group in by_topic.items():
        heading = f"全国口径的事实：{topic}。Facts that hold for the whole country."
        write_yaml(data / "national" / f"facts-{topic.replace('_', '-')}.yaml", heading, {"facts": group})


def write_provinces(data: Path, entries: Sequence[Row], files: Mapping[str, str]) -> None:
    """One file per province, with its own facts and those of its places."""
    by_province: dict[str, list[Row]] = defaultdict(list)
    for entry in entries:
        by_province[entry["regions"][0][:2] + "0000"].append(entry)
    for code, group in sorted(by_province.items()):
        heading = "本省及各地的事实。Facts of the province and its places."
        write_yaml(data / "provinces" / f"{files[code]}.yaml", heading, {"facts": group})


def write_articles(data: Path, rows: Sequence[Row], sources: Sources) -> None:
    """One file per source article; what it states, fact by fact."""
    for number, (title, published) in ARTICLES.items():
        article = {"id": f"article-{number}", "title": title, "published": published or UNKNOWN_DAY}
        group = [fact_entry(row, sources) for row in rows if row["id"].startswith(f"S{number - 1}-")]
        heading = "一篇资讯文章所述，逐条。What one article states, fact by fact."
        write_yaml(data / "articles" / f"article-{number}.yaml", heading, {"article": article, "facts": group})


def write_diseases(data: Path, document: Row) -> None:
    """The diseases settled across provinces; remarks in brackets become notes."""
    diseases = [
        kept(
            number=disease["no"],
            name=disease["name"],
            aliases=[alias.partition("（")[0] for alias in disease["aliases"]],
            batch=disease["batch"],
            official_code=disease["official_code"],
            codes=disease["codes_seen"],
            code_confidence=disease["code_confidence"],
            guangdong_items=disease["guangdong_items"],
            note="；".join(filter(None, [disease["note"], *remarks(disease["aliases"])])),
        )
        for disease in document["diseases"]
    ]
    content = {"diseases": diseases, **{name: document[name] for name in ("conditions", "rules", "unknown")}}
    heading = f"{document['title']}。Diseases settled across provinces (N-079, N-080)."
    write_yaml(data / "national" / "diseases.yaml", heading, content)


def remarks(aliases: Iterable[str]) -> list[str]:
    """What stands in brackets behind a name, said of that name."""
    return [alias for alias in aliases if "（" in alias]


def convert_places(facts: Path, data: Path) -> None:
    """Writes regions.csv and areas.csv."""
    with (facts / "divisions.csv").open(encoding="utf-8", newline="") as text:
        listed = [(row["code"], row["name"], row["level"], row["parent"]) for row in csv.DictReader(text)]
    divisions = [division for division in listed if division[0] not in LISTED_TWICE.values()]
    write_csv(data / "regions.csv", ("code", "name", "level", "parent"), [*divisions, *ADDED_DIVISIONS])
    corps = " ".join(code for code, *_ in divisions if code.startswith("6590"))
    areas = [HAINAN]
    for area in dataset_areas(facts):
        code: str = MUNICIPALITIES.get(area["code"]) or area["code"]
        hotline = area["hotline"].partition("-")[0] + "-12393"
        alias = area["code"] if code != area["code"] else LISTED_TWICE.get(code) or ""
        areas.append((code, area["name"], area["province_code"], hotline, corps if code == CORPS else "", alias))
    write_csv(data / "areas.csv", ("code", "name", "province", "hotline", "also", "aliases"), areas)


def write_csv(file: Path, heading: Sequence[str], rows: Iterable[tuple[str, ...]]) -> None:
    """Writes the rows in the order of their codes."""
    with file.open("w", encoding="utf-8", newline="") as text:
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(heading)
        writer.writerows(sorted(rows))


def main() -> None:
    """Converts the folder named first into the folder named second."""
    facts, data = map(Path, sys.argv[1:])
    convert_places(facts, data)
    convert_facts(facts, data)


if __name__ == "__main__":
    main()
