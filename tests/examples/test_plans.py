"""The decisions a counter clerk expects, case by case, each with its story and the rows it rests on."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.advice import FilingVerdict, Moment, SettlementVerdict
from desktop_app.domain.care import Stage
from desktop_app.paths import resources_dir
from desktop_app.render.plan_json import plan_document
from desktop_app.render.plan_text import plan_text
from desktop_app.render.words import LANGUAGES, Language, Words
from desktop_app.rules.filing import TO_FILE
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


PASSED = {
    Stage.ADMITTED: {Moment.BEFORE, Moment.REGISTRATION},
    Stage.DISCHARGED_SETTLED: set(Moment) - {Moment.AFTER},
    Stage.DISCHARGED_PAID: set(Moment) - {Moment.AFTER},
}
"""The moments that are over at each stage."""


@pytest.mark.parametrize("example", CASES, ids=[example["id"] for example in CASES])
def test_no_plan_contradicts_itself(example: dict[str, Any], rulebook: RulePack) -> None:
    """Conditions where some are open, no step twice or too late, papers for what is filed, a day for a claim."""
    case = parse_case(example["case"], rulebook, SOME_DAY)
    plan = make_plan(case, rulebook)
    filing, settlement = plan.filing, plan.settlement
    if settlement.verdict in {SettlementVerdict.DIRECT, SettlementVerdict.DIRECT_IF}:
        assert bool(settlement.conditions) is (settlement.verdict is SettlementVerdict.DIRECT_IF)
    steps = [step.do.text for step in settlement.steps]
    assert len(steps) == len(set(steps))
    assert not {step.when for step in settlement.steps} & PASSED.get(case.episodes[0].care.stage, set())
    to_file = "route.before.file" in {text.id for text in steps}
    assert bool(filing.materials) is (filing.verdict in TO_FILE)
    assert not to_file or filing.materials
    if settlement.verdict is SettlementVerdict.MANUAL:
        assert settlement.claim
        assert plan.deadlines
    if filing.verdict is FilingVerdict.UNKNOWN:
        assert plan.ask
