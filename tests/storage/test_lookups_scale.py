"""What a lookup costs does not depend on how many rules there are.

No clock: SQLite says which index it takes, and counts its own steps. `python -m tests.bench rulebook` has the seconds.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
from sqlalchemy import Engine, event

from desktop_app.domain.care import CareKind
from desktop_app.domain.person import Scheme
from desktop_app.rules.rulebook import BenefitQuery
from desktop_app.storage.rule_pack import RulePack
from tests.storage.many_rules import with_history, with_other_places

XIAODIAN = "140105"
"""A district of Taiyuan (小店区), so that county, pooling area, province and nation are all asked."""

ON = date(2026, 11, 21)
TIMES = 20
OPENING = ("schema", "tables")
"""What opening asks for."""

FEW = 5
"""Steps more that do not count: whether something follows the last row that is read."""


def benefits(pack: RulePack, kind: CareKind = CareKind.INPATIENT, disease: str | None = None) -> object:
    """Every figure for one episode of care in Beijing."""
    return pack.benefits(
        BenefitQuery(
            insured_region=XIAODIAN, scheme=Scheme.RESIDENT, kind=kind, on=ON, care_region="110000", disease=disease
        )
    )


LOOKUPS: Final[dict[str, Callable[[RulePack], object]]] = {
    "edition": lambda pack: pack.edition(),
    "region": lambda pack: pack.region(XIAODIAN),
    "lineage": lambda pack: pack.lineage(XIAODIAN),
    "benefits": benefits,
    "emergency": lambda pack: benefits(pack, CareKind.EMERGENCY_OUTPATIENT),
    "figures": lambda pack: pack.figures(XIAODIAN),
    "fact": lambda pack: pack.fact("N-005", XIAODIAN),
    "facts_about": lambda pack: pack.facts_about(XIAODIAN),
    "source": lambda pack: pack.source("doc-l1001"),
    "articles": lambda pack: pack.articles(),
    "tiers": lambda pack: pack.tiers(XIAODIAN, Scheme.RESIDENT),
    "filing_rules": lambda pack: pack.filing_rules(XIAODIAN, ON),
    "claim_limits": lambda pack: pack.claim_limits(XIAODIAN, ON),
    "channels": lambda pack: pack.channels(XIAODIAN, ON),
    "validity_rules": lambda pack: pack.validity_rules(XIAODIAN, ON),
    "commitment_rules": lambda pack: pack.commitment_rules(XIAODIAN, ON),
    "review_rules": lambda pack: pack.review_rules(XIAODIAN, ON),
    "categories": lambda pack: pack.categories(XIAODIAN, ON),
    "filing_windows": lambda pack: pack.filing_windows(XIAODIAN, ON),
    "settlement_rules": lambda pack: pack.settlement_rules(XIAODIAN, ON),
    "paper_rules": lambda pack: pack.paper_rules(XIAODIAN, ON),
    "consequences": lambda pack: pack.consequences(XIAODIAN, ON),
    "remarks": lambda pack: pack.remarks(XIAODIAN, ON),
    "listings": lambda pack: pack.listings(ON),
}
"""Every question about one place, one day or one number. What asks for everything (a list, a comparison) is none."""


@pytest.mark.parametrize("lookup", LOOKUPS)
def test_every_lookup_takes_an_index(pack_file: Path, lookup: str) -> None:
    """SQLite plans no look through a whole table, neither for the pack itself nor for its parts."""
    with statements() as asked, RulePack.open(pack_file) as pack:
        LOOKUPS[lookup](pack)
    assert len(asked) > len(OPENING), "the lookup asked nothing"
    assert [step for statement in asked for step in plan(pack_file, *statement) if looks_through(step)] == []


def test_a_chronic_disease_is_looked_for_among_the_national_few_alone(pack_file: Path) -> None:
    """The one list that is read whole is as long with a hundred times the rules: the nation's chronic diseases."""
    with statements() as asked, RulePack.open(pack_file) as pack:
        benefits(pack, CareKind.CHRONIC_OUTPATIENT, "高血压")
    steps = [step for statement in asked for step in plan(pack_file, *statement)]
    assert [step for step in steps if looks_through(step)] == ["SCAN disease"]


def test_a_look_through_a_table_would_be_seen(pack_file: Path) -> None:
    """Who asks for everything reads everything, and this check says so."""
    with statements() as asked, RulePack.open(pack_file) as pack:
        pack.statements()
    steps = [step for statement in asked for step in plan(pack_file, *statement)]
    assert any(looks_through(step) and "figure" in step for step in steps)


@pytest.fixture(scope="module")
def wide_pack(pack_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twenty times the rules, for other places."""
    out = tmp_path_factory.mktemp("wide") / "rules.sqlite"
    with_other_places(pack_file, out, TIMES)
    return out


@pytest.fixture(scope="module")
def long_pack(pack_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twenty times the figures, all others long ended."""
    out = tmp_path_factory.mktemp("long") / "rules.sqlite"
    with_history(pack_file, out, TIMES)
    return out


@pytest.mark.parametrize("lookup", LOOKUPS)
def test_a_lookup_costs_the_same_among_many_more_places(pack_file: Path, wide_pack: Path, lookup: str) -> None:
    """SQLite answers alike with twenty times the rules, after as many steps, give or take the end of an index."""
    small, answer = steps_taken(pack_file, LOOKUPS[lookup])
    large, same = steps_taken(wide_pack, LOOKUPS[lookup])
    assert same == answer
    assert large <= small + FEW


def test_figures_that_have_ended_cost_nothing(pack_file: Path, long_pack: Path) -> None:
    """Nineteen years of history at the place itself: the index leads past all of it."""
    small, answer = steps_taken(pack_file, benefits)
    large, same = steps_taken(long_pack, benefits)
    assert same == answer
    assert large <= small + FEW


def test_steps_would_be_seen_to_grow(pack_file: Path, wide_pack: Path) -> None:
    """What reads everything takes many times the steps, and this count says so."""
    small, _ = steps_taken(pack_file, RulePack.facts_in_use)
    large, _ = steps_taken(wide_pack, RulePack.facts_in_use)
    assert large > 10 * small


Statement = tuple[str, Any]


@contextmanager
def statements() -> Iterator[list[Statement]]:
    """What is asked of any database meanwhile, with its parameters."""
    asked: list[Statement] = []

    def note(*arguments: Any) -> None:  # noqa: ANN401 -- SQLAlchemy hands over connection, cursor and more
        asked.append(arguments[2:4])

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def plan(pack: Path, statement: str, parameters: Any) -> list[str]:  # noqa: ANN401 -- as SQLAlchemy binds them
    """How SQLite goes about a statement, step by step."""
    with closing(sqlite3.connect(pack)) as connection:
        return [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)]


def looks_through(step: str) -> bool:
    """Whether a step of a plan reads a whole table or a whole index; opening may read the list of tables."""
    return step.startswith("SCAN") and step != "SCAN sqlite_master"


def steps_taken(file: Path, ask: Callable[[RulePack], object]) -> tuple[int, object]:
    """How many steps SQLite's machine takes to open the pack and answer, and the answer."""
    taken = 0

    def count() -> int:
        nonlocal taken
        taken += 1
        return 0

    def watch(connection: sqlite3.Connection, _record: object) -> None:
        connection.set_progress_handler(count, 1)

    event.listen(Engine, "connect", watch)
    try:
        with RulePack.open(file) as pack:
            answer = ask(pack)
    finally:
        event.remove(Engine, "connect", watch)
    return taken, answer
