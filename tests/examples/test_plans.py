"""The decisions a counter clerk expects, case by case, each with its story and the rows it rests on."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from desktop_app.paths import resources_dir
from desktop_app.render.plan_json import plan_document
from desktop_app.render.plan_text import plan_text
from desktop_app.render.words import LANGUAGES, Language, Words
from desktop_app.rules.plan import make_plan
from desktop_app.storage.case_file import parse_case
from desktop_app.storage.rule_pack import RulePack
from tests.examples.expectations import mismatches

HERE = Path(__file__).parent
CASES: list[dict[str, Any]] = [
    example
    for name in ("plans.json", "more_plans.json")
    for example in json.loads((HERE / name).read_text(encoding="utf-8"), parse_float=Decimal)
]
SOME_DAY = date(2026, 11, 21)
"""Every example says its own day; this stands in for the clock, which must not matter."""


@pytest.mark.parametrize("example", CASES, ids=[example["id"] for example in CASES])
def test_a_plan_says_what_a_clerk_expects(example: dict[str, Any], rulebook: RulePack) -> None:
    """The plan in Chinese meets every expectation of the example."""
    case = parse_case(example["case"], rulebook, SOME_DAY)
    words = Words("zh_CN", resources_dir() / "words")
    answer = plan_document(make_plan(case, rulebook), case, rulebook, words)
    assert mismatches(answer, example["expect"]) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plan_can_be_read_in_both_languages(language: Language, rulebook: RulePack) -> None:
    """The printed plan of every example has words for all it says, and names the disclaimer."""
    words = Words(language, resources_dir() / "words")
    for example in CASES:
        case = parse_case(example["case"], rulebook, SOME_DAY)
        printed = plan_text(make_plan(case, rulebook), case, rulebook, words)
        assert "12393" in printed
        assert "{{" not in printed
