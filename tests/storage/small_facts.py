"""A folder of facts small enough to know every line of it."""

from pathlib import Path

from desktop_app.storage.policy_schema import SHAPES

FILES = {
    "regions.csv": """\
code,name,level,parent
140000,山西省,province,
140100,太原市,prefecture,140000
140105,小店区,county,140100
""",
    "areas.csv": """\
code,name,province,hotline,also,aliases
140100,太原市,140000,0351-12393,,
""",
    "pinyin.yaml": """\
characters:
  店: dian
places:
  - code: "140105"
    name: 小店区
    pinyin: xiao dian qu
""",
    "short_names.yaml": """\
endings:
  - 省
  - 市
  - 区
kept:
  - 开发区
peoples:
  - 回
""",
    "edition.yaml": """\
version: "2026.11"
checked_on: 2026-11-21
""",
    "sources.yaml": """\
- id: rules-2022
  title: 办法
  number: 22号
  link: https://www.nhsa.gov.cn/rules
""",
    "national/facts.yaml": """\
facts:
  - number: N-001
    topic: filing
    text: 先备案。
    regions:
      - CN
    in_regions: reported
    elsewhere: reported
    source: rules-2022
    effective: 2023-01-01
  - number: N-002
    topic: filing
    text: 太原另有规定。
    regions:
      - "140100"
    in_regions: official
    source: rules-2022
    disagrees_with:
      - N-001
    grade: B
    figures:
      ratio: 0.85
""",
    "articles/article-1.yaml": """\
article:
  id: article-1
  title: 一篇文章
  published: 日期不详
facts:
  - number: S0-01
    topic: filing
    text: 文章如是说。
    regions:
      - CN
    in_regions: typical
    elsewhere: typical
""",
    "national/diseases.yaml": """\
diseases:
  - number: 1
    name: 高血压
    batch: 1
    codes: {M03900: 高血压病}
    code_confidence: B
conditions: []
rules: []
unknown: []
""",
    "national/glossary.yaml": """\
- term: 备案
  pinyin: bèi àn
  english: filing
  explanation: 先告诉医保局。
  in_english: Tell the bureau first.
""",
    "links_not_to_ship.csv": """\
fingerprint,area,document
b75ab05832ad6718,140100,somebody-invented-2022
""",
    "figures/140000-shanxi.yaml": """\
province: "140000"
gaps:
- {region: "140100", scheme: employee, kind: inpatient, reason: 没有找到}
- {region: "140100", scheme: employee, kind: outpatient, reason: 没有找到}
- {region: "140100", scheme: resident, kind: inpatient, reason: 没有找到}
- {region: "140100", scheme: resident, kind: outpatient, reason: 没有找到}
blocks: []
""",
    "search_words.yaml": """\
topics:
  filing: [备案, 怎么办]
diseases:
  1: [血压高]
terms:
  备案: [登记]
regions:
  "140100": [并州]
""",
}


def write_small_facts(folder: Path) -> Path:
    """Writes the folder and returns it."""
    no_rules = {f"policy/{topic}.yaml": "[]\n" for topic in SHAPES}
    for name, text in (FILES | no_rules).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def change(folder: Path, name: str, old: str, new: str) -> None:
    """Changes one place in one of the files, which must be there."""
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert text.count(old) >= 1, f"{old!r} is not in {name}"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
