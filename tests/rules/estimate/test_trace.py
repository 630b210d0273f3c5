"""The calculation line by line: whoever reads it can redo every sum, and gets the same total."""

import re
from decimal import Decimal
from itertools import groupby

import pytest
from hypothesis import given, settings

from desktop_app.domain.benefits import Benefits
from desktop_app.domain.evidence import Evidence, Provenance
from desktop_app.domain.figure import FigureName, Points, Supplement, exactly
from desktop_app.domain.message import Message, Parameter
from desktop_app.domain.outcome import Estimate, Step, StepName
from desktop_app.paths import resources_dir
from desktop_app.render.words import LANGUAGES, Words, yuan
from desktop_app.rules.estimate.episode import settle
from desktop_app.rules.estimate.gaps import Stage
from desktop_app.rules.estimate.reckoning import reckoning
from desktop_app.rules.estimate.trace import trace
from tests.rules.estimate.boxes import Dice, dice
from tests.rules.estimate.redo import redone
from tests.rules.estimate.sums import benefits, critical, estimated, exact, flat, percent, stay, used
from tests.rules.estimate.sums import yuan as fen
from tests.rules.estimate.test_bounds import CARE

WORDS = [Words(language, resources_dir() / "words") for language in LANGUAGES]


def traced(roll: Dice) -> tuple[Step, ...]:
    """The trace of one random settlement."""
    box = roll.box()
    here = reckoning(box.person, CARE, box.bills[0], box.used, box.benefits)
    return trace(here, settle(box.bills[0], here.due), Stage.COMPLETE)


def amounts(steps: tuple[Step, ...]) -> dict[StepName, list[int]]:
    """The amounts of the lines by name."""
    ordered = sorted(steps, key=lambda step: step.name)
    return {name: [step.amount for step in group] for name, group in groupby(ordered, lambda step: step.name)}


@settings(max_examples=200, deadline=None)
@given(dice(0))
def test_every_line_can_be_redone_from_its_own_numbers(roll: Dice) -> None:
    """The numbers in a line give its amount, with plain arithmetic written down in this test's own way."""
    for step in traced(roll):
        assert redone(step) == step.amount, step


@settings(max_examples=200, deadline=None)
@given(dice(0))
def test_the_lines_hang_together(roll: Dice) -> None:
    """What one line passes on is what an earlier line arrived at; the last two add up to the bill."""
    steps = traced(roll)
    found = amounts(steps)
    last = {step.name: dict(step.how.parameters) for step in steps}
    total, cash = last[StepName.FUND_TOTAL], last[StepName.CASH]
    assert total["basic"] == found[StepName.BASIC_FUND][0]
    assert total["critical"] == sum(found.get(StepName.CRITICAL_FUND, []))
    assert total["supplement"] == sum(found.get(StepName.SUPPLEMENT_FUND, []))
    assert total["assistance"] == sum(found.get(StepName.ASSISTANCE_FUND, []))
    assert cash["fund_total"] == found[StepName.FUND_TOTAL][0]
    assert cash["account"] == sum(found.get(StepName.PERSONAL_ACCOUNT, []))
    due = sum(found.get(StepName.BASIC_SEGMENT, []))
    assert found[StepName.BASIC_FUND][0] == due or last[StepName.BASIC_FUND]["due"] == due
    above = found[StepName.ELIGIBLE][0] - sum(found.get(StepName.ACCOUNT_FIRST, [])) - found[StepName.DEDUCTIBLE][0]
    assert sum(dict(step.how.parameters)["base"] for step in steps if step.name is StepName.BASIC_SEGMENT) == above  # type: ignore[misc]  # bases are fen


def numbers_in(message: Message) -> set[int]:
    """Every amount in fen that a line's sentence rests on, nested ones included; counts and zeros are left out."""
    found: set[int] = set()
    for name, value in message.parameters:
        found |= _amounts_of(name, value)
    return found


def _amounts_of(name: str, value: Parameter) -> set[int]:
    if isinstance(value, Message):
        return numbers_in(value)
    if isinstance(value, tuple):
        return {amount for part in value if isinstance(part, Message) for amount in numbers_in(part)}
    return {value} if isinstance(value, int) and value and name not in {"number", "admission"} else set()


SILENT = {"paid", "before", "after", "due"}


@settings(max_examples=60, deadline=None)
@given(dice(0))
def test_the_numbers_stand_in_the_sentences(roll: Dice) -> None:
    """In either language a line shows the amount it arrives at, and every figure of the sum is printed somewhere."""
    for step in traced(roll):
        for words in WORDS:
            sentence = words.text(step.how)
            assert yuan(step.amount) in sentence
            shown = {int(Decimal(text.replace(",", "")) * 100) for text in re.findall(r"¥([\d,]+\.\d\d)", sentence)}
            assert {value for value in numbers_in(step.how) if value not in shown} <= _unsaid(step)


def _unsaid(step: Step) -> set[int]:
    """Numbers a sentence may leave out because they say nothing there."""
    numbers = dict(step.how.parameters)
    return {value for name, value in numbers.items() if name in SILENT and isinstance(value, int)}


def graded(**grades: Evidence) -> Benefits:
    """60 % above 500, points less elsewhere, each figure with its own grade."""
    values = {"ratio": flat(60), "deductible": (fen(500),), "elsewhere": Points(percent(10))}
    return benefits(
        **{name: exactly(value, Provenance(evidence=grades[name])) for name, value in values.items() if name in grades}
    )


def line_of(estimate: Estimate, name: StepName) -> Step:
    """The first line with this name."""
    return next(step for step in estimate.trace if step.name is name)


@pytest.mark.parametrize(
    ("ratio", "elsewhere", "shown"),
    [
        (Evidence.OFFICIAL, Evidence.OFFICIAL, Evidence.OFFICIAL),
        (Evidence.OFFICIAL, Evidence.TYPICAL, Evidence.TYPICAL),
        (Evidence.REPORTED, Evidence.OFFICIAL, Evidence.REPORTED),
        (Evidence.YOURS, Evidence.OFFICIAL, Evidence.YOURS),
        (Evidence.YOURS, Evidence.TYPICAL, Evidence.TYPICAL),
    ],
)
def test_a_line_is_graded_by_its_weakest_figure(ratio: Evidence, elsewhere: Evidence, shown: Evidence) -> None:
    """A ratio from a document less points from common practice is common practice."""
    (found,) = estimated(graded(ratio=ratio, elsewhere=elsewhere, deductible=Evidence.OFFICIAL), stay(1000))
    step = line_of(found, StepName.BASIC_SEGMENT)
    assert step.figures == (FigureName.RATIO, FigureName.ELSEWHERE)
    assert step.provenance is not None
    assert step.provenance.evidence is shown


def test_the_figures_used_are_listed_with_what_stands_behind_them() -> None:
    """Those that say nothing (no bonus, no cap per visit) are left out."""
    (found,) = estimated(
        benefits(ratio=exact(flat(60)), deductible=exact((fen(500),)), cap=exact(fen(100000))), stay(1000)
    )
    names = {figure.name for figure in found.figures}
    assert {FigureName.RATIO, FigureName.DEDUCTIBLE, FigureName.CAP} <= names
    assert not names & {FigureName.BONUS, FigureName.CAP_PER_VISIT, FigureName.ELSEWHERE, FigureName.CLASS_B_RATIO}


@pytest.mark.parametrize("words", WORDS, ids=LANGUAGES)
def test_every_kind_of_figure_can_be_shown(words: Words) -> None:
    """Values, ranges and structures have words in either language."""
    figures = benefits(
        ratio=exact(flat(60)),
        deductible=exact((fen(1300), fen(650))),
        cap=exact(None),
        supplement=exact(Supplement(percent(80), None)),
        critical=exact(critical(10000, (10000, 30000, 60), (30000, None, 70), cap=300000)),
        elsewhere=exact(Points(percent(10))),
    )
    (found,) = estimated(figures, stay(1000), before=used(personal_account_balance=10))
    shown = [words.text(figure.value) for figure in found.figures]
    assert any("¥1,300.00" in text and "¥650.00" in text for text in shown)
    assert any("¥300,000.00" in text and "70%" in text for text in shown)
