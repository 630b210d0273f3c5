"""Better facts win: what of the dataset is left beside the finds, and how it is written down."""

import json
from datetime import date
from pathlib import Path
from textwrap import dedent
from typing import Final

import yaml
from convert_figures.__main__ import convert
from convert_figures.local_finds import LocalFinds

from tests.packaging.dataset_at_hand import EVERYTHING, SCHEMES, area, converted

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
    convert(facts, figures, provinces=("14",))
    written = yaml.safe_load((figures / "dataset" / "140000-shanxi.yaml").read_text(encoding="utf-8"))
    assert [(one["scheme"], one.get("kind")) for one in written["blocks"]][:2] == [
        ("employee", "outpatient"), ("employee", "inpatient"),
    ]  # fmt: skip
    [ratio] = [one for one in written["blocks"][1]["figures"] if one["figure"] == "ratio" and one["level"] == "level3"]
    assert ratio["value"] == 0.8
    [source] = yaml.safe_load((figures / "dataset" / "sources-140000-shanxi.yaml").read_text(encoding="utf-8"))
    assert (source["id"], source["link"]) == ("140100-notice", "http://ybj.example.gov.cn/1.html")
    (figures / "dataset" / "140000-shanxi.yaml").write_text("corrected by hand")
    convert(facts, figures, provinces=("14",))
    assert (figures / "dataset" / "140000-shanxi.yaml").read_text() == "corrected by hand"
