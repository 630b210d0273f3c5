"""`yidi rules diff`: what one rulebook says differently from another, and what is no rulebook."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any, Final

import pytest

from desktop_app.cli import run
from desktop_app.storage.compile_pack import build
from tests.services.conftest import TODAY, Yidi
from tests.storage.small_facts import change, write_small_facts

FIGURES: Final = """\
province: "140000"
gaps:
- {region: "140100", scheme: employee, kind: inpatient, reason: 没有找到}
- {region: "140100", scheme: employee, kind: outpatient, reason: 没有找到}
- {region: "140100", scheme: resident, kind: inpatient, reason: 没有找到}
- {region: "140100", scheme: resident, kind: outpatient, reason: 没有找到}
blocks:
- region: "140100"
  scheme: employee
  kind: inpatient
  source: rules-2022
  evidence: typical
  from: 2025-01-01
  figures:
  - {figure: cap, value: 500000}
  - {figure: cap_per_visit, value: 30000}
  - {figure: ratio, level: level2, value: 0.85}
  - {figure: ratio, level: level3, value: 0.80}
"""


@pytest.fixture
def before(tmp_path: Path) -> Path:
    """A small folder of facts with four figures."""
    folder = write_small_facts(tmp_path / "before")
    (folder / "figures" / "140000-shanxi.yaml").write_text(FIGURES, encoding="utf-8")
    return folder


@pytest.fixture
def after(before: Path, tmp_path: Path) -> Path:
    """With edits: a cap raised, a cap for one visit gone, a ratio regraded, a deductible new, a figure moved."""
    folder = write_small_facts(tmp_path / "after")
    edited = (
        FIGURES.replace("value: 500000", "value: 600000")
        .replace("  - {figure: cap_per_visit, value: 30000}\n", "")
        .replace("level: level3, value: 0.80", "level: level3, value: 0.80, evidence: reported")
        .replace("  - {figure: ratio, level: level2, value: 0.85}\n", "  - {figure: deductible, value: 800}\n")
    )
    moved = FIGURES[FIGURES.index("- region") : FIGURES.index("  - {figure: cap,")].replace("140100", "140105")
    edited += moved + "  - {figure: ratio, level: level2, value: 0.85}\n"
    (folder / "figures" / "140000-shanxi.yaml").write_text(edited, encoding="utf-8")
    change(folder, "national/facts.yaml", "text: 先备案。", "text: 先备案，后看病。")
    assert before.is_dir()
    return folder


def test_diff_says_what_came_went_and_changed(yidi: Yidi, before: Path, after: Path) -> None:
    """A line each: + and − for the deductible, the cap for one visit and both places of what moved; old → new."""
    lines = yidi("diff", str(before), str(after)).splitlines()
    typical = "通行口径 · 2025年1月1日起 · 办法 · 22号"
    assert lines[0] == "7 处不同：+ 新增，− 删去，~ 改动"
    assert sorted(lines[1:]) == sorted(
        [
            f"+ 140100 太原市 职工医保 · 住院 · 起付线（不分情形）: ¥800.00 · {typical}",
            f"+ 140105 小店区 职工医保 · 住院 · 支付比例（二级医院）: 85% · {typical}",
            f"− 140100 太原市 职工医保 · 住院 · 单次支付限额（不分情形）: ¥30,000.00 · {typical}",
            f"− 140100 太原市 职工医保 · 住院 · 支付比例（二级医院）: 85% · {typical}",
            "~ 140100 太原市 职工医保 · 住院 · 支付比例（三级医院）: 通行口径 → 公开资料",
            "~ 140100 太原市 职工医保 · 住院 · 年度最高支付限额（不分情形）: ¥500,000.00 → ¥600,000.00",
            "~ N-001: 先备案。 → 先备案，后看病。",
        ]
    )


def test_diff_in_english(yidi: Yidi, before: Path, after: Path) -> None:
    """The same lines; places, sources and facts keep their Chinese names."""
    lines = yidi("diff", str(before), str(after), language="en").splitlines()
    assert lines[0] == "7 differences: + added, − removed, ~ changed"
    assert (
        "~ 140100 太原市 employee scheme, inpatient care, payment ratio (level 3 hospital): Typical → Reported" in lines
    )


def test_diff_as_json(yidi: Yidi, before: Path, after: Path) -> None:
    """Added, removed and changed, of what changed both, so that a program can apply it."""
    document = json.loads(yidi("diff", str(before), str(after), "--json"))
    figures, facts = document["figures"], document["facts"]

    def said(one: dict[str, Any]) -> tuple[object, ...]:
        return one["region"], one["figure"], one["value"], one["evidence"]

    assert sorted(map(said, figures["added"]), key=str) == [
        ("140100", "deductible", ["800.00"], "typical"),
        ("140105", "ratio", "0.85", "typical"),
    ]
    assert sorted(map(said, figures["removed"]), key=str) == [
        ("140100", "cap_per_visit", "30000.00", "typical"),
        ("140100", "ratio", "0.85", "typical"),
    ]
    changed = [(said(one["before"])[1:], said(one["after"])[1:]) for one in figures["changed"]]
    assert sorted(changed) == [
        (("cap", "500000.00", "typical"), ("cap", "600000.00", "typical")),
        (("ratio", "0.8", "typical"), ("ratio", "0.8", "reported")),
    ]
    assert (facts["added"], facts["removed"]) == ([], [])
    assert [(one["before"]["text"], one["after"]["text"]) for one in facts["changed"]] == [
        ("先备案。", "先备案，后看病。")
    ]


def test_diff_the_other_way_round_swaps_plus_and_minus(yidi: Yidi, before: Path, after: Path) -> None:
    """What came has gone and the arrows turn."""
    there, back = (yidi("diff", *map(str, pair)).splitlines()[1:] for pair in ((before, after), (after, before)))
    signs = [Counter(line[0] for line in lines) for lines in (there, back)]
    assert signs == [Counter({"+": 2, "−": 2, "~": 3}), Counter({"+": 2, "−": 2, "~": 3})]
    assert "~ N-001: 先备案，后看病。 → 先备案。" in back


def test_diff_of_the_same_is_nothing(yidi: Yidi, before: Path, tmp_path: Path) -> None:
    """A folder and the pack compiled from it say the same, and so does a file in which the entries stand otherwise."""
    pack = tmp_path / "pack.sqlite"
    build(before, pack)
    assert yidi("diff", str(before), str(pack)) == "没有不同。\n"
    assert yidi("diff", str(pack), str(pack), language="en") == "No difference.\n"
    entries = ("  - {figure: cap, value: 500000}\n", "  - {figure: cap_per_visit, value: 30000}\n")
    change(before, "figures/140000-shanxi.yaml", "".join(entries), "".join(reversed(entries)))
    assert yidi("diff", str(before), str(pack)) == "没有不同。\n"
    nothing: dict[str, list[str]] = {"added": [], "removed": [], "changed": []}
    assert json.loads(yidi("diff", str(before), str(pack), "--json")) == {"figures": nothing, "facts": nothing}


def test_diff_of_the_shipped_rulebook_with_itself(yidi: Yidi, pack_file: Path) -> None:
    """Seventeen thousand figures, none of them different."""
    assert yidi("diff", str(pack_file), str(pack_file)) == "没有不同。\n"


def test_diff_refuses_what_is_no_rulebook(refused: Yidi, before: Path, tmp_path: Path) -> None:
    """A file that is not there, one that is none, half of one, and a folder without facts: each in one sentence."""
    letter, half, empty = tmp_path / "letter.txt", tmp_path / "half.sqlite", tmp_path / "empty"
    letter.write_text("亲爱的", encoding="utf-8")
    build(before, tmp_path / "whole.sqlite")
    half.write_bytes((tmp_path / "whole.sqlite").read_bytes()[:5000])
    empty.mkdir()
    assert refused("diff", str(before), "nowhere") == (
        "没有 nowhere 这个文件或文件夹：请写编译好的规则库（rules.sqlite），或者放规则原文的文件夹。"
    )
    for file in (letter, half):
        assert refused("diff", str(before), str(file)) == (
            f"{file} 不是完整的规则库：请写用 yidi rules build 编译出来的文件，或者放规则原文的文件夹。"
        )
    assert refused("diff", str(empty), str(before)) == (
        f"{empty} 里没有规则原文（regions.csv 等）：请写放规则原文的文件夹，或者编译好的规则库。"
    )
    assert refused("diff", str(before)) == "还要写：B。可以看 yidi rules diff --help。"


def test_diff_lists_what_keeps_a_folder_from_being_compiled(
    before: Path, after: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 1 and file:line: message, as the linter says it."""
    change(after, "figures/140000-shanxi.yaml", "value: 600000", "value: lots")
    assert run(["rules", "diff", str(before), str(after), "--lang", "en"], lambda: TODAY) == 1
    streams = capsys.readouterr()
    assert streams.out.startswith("figures/140000-shanxi.yaml:15: ")
    assert "lots" in streams.out
    assert streams.err == ""


def test_the_real_program_refuses_too() -> None:
    """In a process of its own, in another folder, with a console that knows no Chinese: exit 2 and no traceback."""
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "desktop_app",
            "--lang",
            "en",
            "rules",
            "diff",
            "/nowhere/a.sqlite",
            "/nowhere/b",
        ],
        cwd="/",
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        "There is no /nowhere/a.sqlite: name a compiled rulebook (rules.sqlite) or a folder of facts."
    ]
