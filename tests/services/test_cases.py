"""Cases from answer to answer: saved, resumed, listed, opened from files, and brought to today."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.bill import YearToDate
from desktop_app.domain.heard import Heard
from desktop_app.domain.money import Fen
from desktop_app.domain.own_figure import Informant
from desktop_app.errors import Problem
from desktop_app.interview import progress as interview
from desktop_app.interview.draft import case_from
from desktop_app.interview.progress import Page, Progress
from desktop_app.interview.routing import route
from desktop_app.interview.setting import Setting
from desktop_app.services.hear_answer import hear_answer
from desktop_app.services.list_cases import list_cases
from desktop_app.services.open_case_file import open_case_file
from desktop_app.services.open_example import example_files, open_example
from desktop_app.services.open_household import open_household
from desktop_app.services.resume_case import resume_case
from desktop_app.services.save_answer import CaseOnFile, save_answer
from desktop_app.services.tick_item import tick_item
from desktop_app.storage.household import Household
from desktop_app.storage.rule_pack import RulePack
from tests.interview.samples import SHENZHEN_EMPLOYEE, TAIYUAN_MOTHER
from tests.interview.walk import walked

TODAY = date(2026, 11, 21)

SHENZHEN_FILE = {
    "version": 1,
    "person": {
        "insured_region": "440300",
        "scheme": "employee",
        "tier": "tier2",
        "status": "working",
        "age": 35,
        "chronic": ["高血压"],
        "insurance_state": "normal",
    },
    "care": {
        "region": "510100",
        "kind": "outpatient",
        "level": "level3",
        "date": "2026-11-24",
        "reason": "self_chosen",
        "filing": "none",
        "stage": "planning",
        "networked": True,
        "selected": False,
    },
    "year_to_date": {"deductible_paid": 200, "personal_account_balance": 800},
    "figures": {"ratio": 0.6},
}


@pytest.fixture
def household() -> Iterator[Household]:
    """An empty household in the test's own folder."""
    with open_household() as opened:
        yield opened


def test_only_what_changed_is_written(household: Household) -> None:
    """Answer by answer the records follow; saving twice without a change writes nothing."""
    first = save_answer(household, CaseOnFile(), walked({"danger": False}))
    second = save_answer(household, first, walked(TAIYUAN_MOTHER))
    assert second.id == first.id == 1
    assert household.case(1).answers == second.saved
    assert save_answer(household, second, walked(TAIYUAN_MOTHER)) is second


def test_a_case_without_answers_is_no_case(household: Household) -> None:
    """Opening the wizard leaves nothing behind."""
    assert save_answer(household, CaseOnFile(), Progress()) == CaseOnFile()
    assert household.cases() == ()


def test_what_failed_to_be_saved_is_saved_with_the_next_answer(household: Household) -> None:
    """With the state from before the failure in hand, the next save brings the missed answer along."""
    before = save_answer(household, CaseOnFile(), walked({"danger": False}))
    later = walked({**TAIYUAN_MOTHER, "level": TAIYUAN_MOTHER["level"]})
    after = save_answer(household, before, later)
    assert after.saved["scheme"] == "resident"
    assert household.case(1).answers["scheme"] == "resident"


def test_a_case_is_resumed_where_it_was_left(household: Household, rulebook: RulePack) -> None:
    """All answers, the page, and the number of the case."""
    left = interview.jump(walked(TAIYUAN_MOTHER), "level", Setting(rulebook, TODAY))
    save_answer(household, CaseOnFile(), left)
    on_file, progress = resume_case(household, 1, rulebook, TODAY)
    assert (progress.at, progress.draft) == ("level", left.draft)
    assert save_answer(household, on_file, progress) is on_file


def test_a_deleted_case_is_said(household: Household, rulebook: RulePack) -> None:
    """Resuming what is gone is a sentence."""
    with pytest.raises(Problem):
        resume_case(household, 5, rulebook, TODAY)


def test_an_opened_case_keeps_what_the_wizard_does_not_ask(
    household: Household, rulebook: RulePack, tmp_path: Path
) -> None:
    """Own figures, counters and other diseases of a case file survive saving and resuming."""
    file = tmp_path / "case.json"
    file.write_text(json.dumps(SHENZHEN_FILE), encoding="utf-8")
    on_file, progress = open_case_file(file, rulebook, TODAY)
    assert progress.at == Page.CHECK
    save_answer(household, on_file, progress)
    _, again = resume_case(household, 1, rulebook, TODAY)
    case = case_from(route(again.draft, Setting(rulebook, TODAY)).draft, TODAY)
    assert case.person.chronic == ("高血压",)
    assert case.year_to_date == YearToDate(deductible_paid=Fen(200_00), personal_account_balance=Fen(800_00))
    assert case.figures is not None


def test_a_list_of_cases_says_how_far_each_has_come(household: Household, rulebook: RulePack) -> None:
    """One finished, one just begun; the one last worked on first."""
    save_answer(household, CaseOnFile(), walked(SHENZHEN_EMPLOYEE))
    save_answer(household, CaseOnFile(), walked({"danger": False}))
    begun, finished = list_cases(household, rulebook)
    assert (begun.answered, begun.complete) == (1, False)
    assert finished.complete
    assert finished.draft.tier == "tier2"


def test_ticks_and_blanks_are_kept_with_their_case(household: Household) -> None:
    """What was ticked and what was heard."""
    save_answer(household, CaseOnFile(), walked({"danger": False}))
    tick_item(household, 1, "paper.identity", done=True)
    told = Heard("65%", Informant.COUNTER, date(2026, 11, 20))
    hear_answer(household, 1, "figure.ratio", told)
    assert household.ticks(1) == {"paper.identity"}
    assert household.heard(1) == {"figure.ratio": told}


def test_every_sample_opens_at_its_answers_on_any_day(rulebook: RulePack) -> None:
    """Years from now the samples still stand twelve days before an admission, not years after it."""
    later = date(2031, 5, 2)
    assert len(example_files()) == 3
    for file in example_files():
        on_file, progress = open_example(file, rulebook, later)
        assert progress.at == Page.CHECK, file.name
        assert on_file.id is None
    _, mother = open_example(example_files()[0], rulebook, later)
    assert mother.draft.admitted_on == date(2031, 5, 14)
