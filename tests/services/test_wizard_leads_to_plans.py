"""The wizard loses nothing on the way: a case walked through its questions gets the same plan as the case file."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.advice import FilingVerdict
from desktop_app.domain.case import Case
from desktop_app.interview.draft import case_from
from desktop_app.interview.opened import draft_of
from desktop_app.interview.routing import route
from desktop_app.interview.setting import Setting
from desktop_app.services.plan_case import plan_case
from desktop_app.storage.case_file import read_case
from desktop_app.storage.rule_pack import RulePack

PLANS: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "examples" / "plans.json").read_text(encoding="utf-8")
)
SETTLED_WITH_A_FILING = "PP-12"
"""Once the bill is settled the wizard no longer asks for the filing: nothing is left to file either way."""


@pytest.mark.parametrize("example", PLANS, ids=[example["id"] for example in PLANS])
def test_a_case_that_goes_through_the_wizard_gets_the_same_plan(
    example: dict[str, Any], rulebook: RulePack, tmp_path: Path
) -> None:
    """Filing, settlement and money are what they are for the case as it was written down."""
    case = _read(example["case"], rulebook, tmp_path)
    today = case.today
    way = route(draft_of(case), Setting(rulebook, today))
    unanswered = {question.id for question in way.questions if question.answer(way.draft) is None}
    assert unanswered <= {"insurance_state"}, "the file states all but that"
    written, walked = plan_case(case, rulebook), plan_case(case_from(way.draft, today), rulebook)
    assert walked.settlement.verdict is written.settlement.verdict
    assert (walked.money is None) == (written.money is None)
    if example["id"] == SETTLED_WITH_A_FILING:
        assert walked.filing.verdict is FilingVerdict.NOT_NEEDED
        return
    assert (walked.filing.verdict, walked.filing.type) == (written.filing.verdict, written.filing.type)
    if walked.money and written.money:
        assert walked.money.as_is.fund_total == written.money.as_is.fund_total


def test_a_filing_not_asked_for_leaves_a_range_that_holds_it(rulebook: RulePack, tmp_path: Path) -> None:
    """What the funds pay where nothing is known of the filing reaches up to what they pay with it."""
    example = next(one for one in PLANS if one["id"] == SETTLED_WITH_A_FILING)
    case = _read(example["case"], rulebook, tmp_path)
    way = route(draft_of(case), Setting(rulebook, case.today))
    written, walked = (
        plan.money.as_is.fund_total if plan.money else None
        for plan in (plan_case(case, rulebook), plan_case(case_from(way.draft, case.today), rulebook))
    )
    assert written is not None
    assert walked is not None
    assert walked.low <= written.low <= written.high <= walked.high


def _read(document: dict[str, Any], rulebook: RulePack, folder: Path) -> Case:
    file = folder / "case.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    return read_case(file, rulebook, date(2026, 11, 21))
