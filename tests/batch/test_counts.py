"""What a row costs, counted instead of timed: calls in this program and questions to the rule pack."""

import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from types import FrameType
from typing import Any, Final

import pytest
from sqlalchemy import Engine, event

from desktop_app.domain.benefits import Benefits
from desktop_app.domain.care import CareKind, FilingType, Level, Reason
from desktop_app.domain.figure import Figure, FigureName
from desktop_app.domain.person import Scheme
from desktop_app.rules.rulebook import BenefitQuery
from desktop_app.services.answer_rows import Answerer, Task
from desktop_app.storage.rule_pack import RulePack
from tests.batch.tables import BASE, TODAY
from tests.rulebooks import DictRuleBook
from tests.storage.test_query_counts import Asked

CALLS_PER_ROW: Final = 260
"""At most, for a row with exact figures of its own; as of writing it takes about 205."""

CALLS_PER_RANGED_ROW: Final = 380
"""The same for a row with figures that are ranges; as of writing it takes about 300."""

AT_TAIYUAN: Final = {
    **{key: cell for key, cell in BASE.items() if not key.startswith("figures")},
    "person.age": "50",
    "person.status": "working",
    "person.insured_region": "140100",
    "care.region": "110000",
    "care.level": "level3",
    "care.reason": "self_chosen",
    "care.filing": "none",
}
"""Somebody of Taiyuan in Beijing, whose figures are the rulebook's, most of them ranges."""

PLACES: Final = ("140100", "140105", "110000", "310000", "440300", "330100", "500000", "320500")


def rows(count: int, row: dict[str, str]) -> list[tuple[int, tuple[str, ...]]]:
    """Rows that differ in age, day and bill."""
    draw = random.Random(count)
    changing = [
        {
            "person.age": str(draw.randint(46, 59)),
            "care.date": f"2026-06-{draw.randint(1, 28):02}",
            "bill.total": f"{draw.randint(2000, 90000)}.{draw.randint(10, 99)}",
        }
        for _ in range(count)
    ]
    return [(number, tuple({**row, **change}.values())) for number, change in enumerate(changing, start=1)]


def calls(answerer: Answerer, some: list[tuple[int, tuple[str, ...]]]) -> int:
    """How many Python functions answering these rows calls."""
    counted = 0

    def count(_frame: FrameType, happened: str, _argument: object) -> None:
        nonlocal counted
        counted += happened == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        answerer.answer(some)
    finally:
        sys.setprofile(before)
    return counted


def test_a_row_with_exact_figures_is_cheap() -> None:
    """Nothing is validated, looked up or worked out again that was so in a row before; no clock is asked."""
    row = {**BASE, "person.age": "50", "figures.cap": "100000", "bill.class_b": "100", "bill.class_b_ratio": "0.1"}
    answerer = Answerer(Task(tuple(row), TODAY, "en"), DictRuleBook())
    answerer.answer(rows(800, row))
    assert 50 < calls(answerer, rows(200, row)) / 200 < CALLS_PER_ROW


def test_a_row_with_figures_that_are_ranges_is_cheap(rulebook: RulePack) -> None:
    """What the ends of the ranges come to is worked out once for all bills; each bill is settled at them."""
    row = {**AT_TAIYUAN, "bill.class_b": "100", "bill.class_b_ratio": "0.1"}
    answerer = Answerer(Task(tuple(row), TODAY, "en"), rulebook)
    answerer.answer(rows(800, row))
    assert 50 < calls(answerer, rows(200, row)) / 200 < CALLS_PER_RANGED_ROW


@pytest.fixture
def asked() -> Iterator[Asked]:
    """Counts what is sent to any pack until the test ends."""
    asked = Asked()
    event.listen(Engine, "before_cursor_execute", asked.send)
    yield asked
    event.remove(Engine, "before_cursor_execute", asked.send)


def test_rows_of_one_place_ask_for_its_figures_once(asked: Asked, pack_file: Path) -> None:
    """A hundred people of Taiyuan, each of another age and on another day of June: one look at its figures.

    One more at when they change, and two at where the places lie.
    """
    with RulePack.open(pack_file) as pack:
        answerer = Answerer(Task(tuple(AT_TAIYUAN), TODAY, "en"), pack)
        answered = asked.during(lambda: answerer.answer(rows(100, AT_TAIYUAN)))
        assert answered.by_table == {"region": 2, "figure": 2}
        assert asked.during(lambda: answerer.answer(rows(50, AT_TAIYUAN))).count == 0


def test_questions_that_are_alike_have_the_same_figures(rulebook: RulePack) -> None:
    """Of four hundred people anywhere, of any age, on any day, most stand for each other.

    Asked on the day and at the age that stand for theirs, no figure differs, nor how good it is.
    """
    draw = random.Random(11)
    asked = [query(draw) for _ in range(400)]
    for one in asked:
        assert figures(rulebook.benefits(rulebook.alike(one))) == figures(rulebook.benefits(one)), one
    taiyuan = [query(draw, place="140100") for _ in range(400)]
    assert len({rulebook.alike(one) for one in taiyuan}) < len(set(taiyuan)) / 2


def query(draw: random.Random, place: str | None = None) -> BenefitQuery:
    """What somebody asks."""
    return BenefitQuery(
        insured_region=place or draw.choice(PLACES),
        scheme=draw.choice(list(Scheme)),
        kind=CareKind.INPATIENT if place else draw.choice(list(CareKind)),
        on=date(2021, 1, 1) + timedelta(days=draw.randrange(2200)),
        level=draw.choice([Level.LEVEL2, Level.LEVEL3, Level.UNKNOWN]),
        age=draw.choice([None, *range(0, 100, 7)]),
        care_region=draw.choice([None, "110000", "510100"]),
        reason=Reason.REFERRAL,
        filing_type=draw.choice([None, FilingType.REFERRAL]),
    )


def figures(benefits: Benefits) -> dict[FigureName, Any]:
    """What the figures say, without what is said of them."""
    named = {name: benefits.named(name) for name in FigureName}
    return {
        name: (one.value, one.low, one.high, one.provenance.evidence, one.provenance.fact)
        if isinstance(one, Figure)
        else one.line
        for name, one in named.items()
    }
