"""Sums a clerk would do with the shipped figures of thirteen provinces: `more_estimates.json`, the working in `why`."""

import json
from datetime import date
from decimal import Decimal
from functools import reduce
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest

from desktop_app.paths import resources_dir
from desktop_app.render.estimate_json import case_document
from desktop_app.render.words import Words
from desktop_app.rules.estimate.year import estimate_case
from desktop_app.storage.case_file import parse_case
from desktop_app.storage.rule_pack import RulePack

EXAMPLES = Path(__file__).with_name("more_estimates.json")
ROWS: list[dict[str, Any]] = json.loads(EXAMPLES.read_text(encoding="utf-8"), parse_float=Decimal)
SOME_DAY = date(2026, 11, 21)
"""Every example says its own day; this stands in for the clock, which must not matter."""


@pytest.mark.parametrize("row", ROWS, ids=itemgetter("id"))
def test_a_sum_with_the_shipped_figures_comes_out(row: dict[str, Any], rulebook: RulePack) -> None:
    """Every amount agrees to the fen, and the likely fund payment lies inside its range."""
    case = parse_case(row["case"], rulebook, SOME_DAY)
    document: dict[str, Any] = case_document(
        case, estimate_case(case, rulebook), Words("zh_CN", resources_dir() / "words")
    )
    found = document.get("results") or [document["result"]]
    expectations = row["expect"] if isinstance(row["expect"], list) else [row["expect"]]
    for result, expected in zip(found, expectations, strict=True):
        for key, value in expected.items():
            said: Any = reduce(lambda place, part: place[part], key.split("."), result)
            assert said == value, key
        if result["range"]:
            low, likely, high = (Decimal(result["range"][name]) for name in ("low", "likely", "high"))
            assert low <= likely <= high
            assert likely == Decimal(result["fund_total"])


def test_childbirth_without_figures_names_the_line_to_ask(rulebook: RulePack) -> None:
    """No figure is borrowed: Shenzhen's childbirth is a gap with Shenzhen's own line."""
    row = next(row for row in ROWS if row["case"].get("care", {}).get("kind") == "childbirth")
    case = parse_case(row["case"], rulebook, SOME_DAY)
    gaps = estimate_case(case, rulebook)[0].gaps
    assert {gap.figure.value for gap in gaps} >= {"deductible", "ratio"}
    assert {gap.line for gap in gaps} == {"0755-12393"}
