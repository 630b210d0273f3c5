"""How often the pack is asked: a number pinned for each thing people do, so that no loop ever asks row by row."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy import Engine, event

from desktop_app.domain.care import CareKind
from desktop_app.domain.person import Scheme
from desktop_app.paths import resources_dir
from desktop_app.render.words import Words
from desktop_app.rules.rulebook import BenefitQuery
from desktop_app.services.estimate_case import estimate_case
from desktop_app.services.plan_case import plan_case
from desktop_app.services.search_everything import EverythingSearch
from desktop_app.storage.case_file import read_case
from desktop_app.storage.policy_schema import SHAPES
from desktop_app.storage.rule_pack import RulePack

EXAMPLES: Final = sorted((Path(__file__).parents[2] / "data" / "examples").glob("*.yaml"))
TODAY: Final = date(2026, 11, 21)

OPENING: Final = 2
"""Which version it was made for, and whether it has every table."""

FULL_FIGURES: Final = 1
"""All sixteen figures of a place on a day, with those of its province and the nation and all their sources, in one."""

PLACES: Final = 2
"""The insured place and the place of care, each once."""

EDITION: Final = 1
"""The version and the day that stand on the plan."""

DISEASES: Final = 1
"""The national list, read whole."""

LAYERS: Final = 3
"""An area's listing reads the area, its province and the nation, and keeps the last two for the areas after it."""

FACTS_OF_A_PLAN: Final = 60
"""At most: each statement a plan cites is read once, and no plan cites more."""

INDEX: Final = 13
"""What is searched, read once: words, diseases, terms, five articles and their titles, places and all they go by."""

KEYSTROKE: Final = 0
"""Between two keys nobody waits for a disk."""


class Asked:
    """The statements sent to any pack while something is done."""

    def __init__(self) -> None:
        self._sent: list[tuple[str, str]] = []

    def send(self, _connection: object, _cursor: object, statement: str, parameters: object, *_: object) -> None:
        """Called by SQLAlchemy before each statement."""
        self._sent.append((statement, repr(parameters)))

    def during(self, doing: Callable[[], object]) -> "Asked":
        """Forgets what was sent and does it."""
        self._sent.clear()
        doing()
        return self

    @property
    def count(self) -> int:
        """How many there were."""
        return len(self._sent)

    @property
    def by_table(self) -> Counter[str]:
        """How many asked each table, by the first one they name."""
        tables = (re.search(r"\bFROM (\w+)", statement) for statement, _ in self._sent)
        return Counter(found[1] for found in tables if found)

    @property
    def repeated(self) -> list[tuple[str, str]]:
        """What was asked twice with the same answers to come."""
        return [asked for asked, times in Counter(self._sent).items() if times > 1]


@pytest.fixture
def asked() -> Iterator[Asked]:
    """Counts what is sent until the test ends."""
    asked = Asked()
    event.listen(Engine, "before_cursor_execute", asked.send)
    yield asked
    event.remove(Engine, "before_cursor_execute", asked.send)


@pytest.fixture
def pack(pack_file: Path) -> Iterator[RulePack]:
    """The pack, opened for this test alone: nothing is remembered from another."""
    with RulePack.open(pack_file) as pack:
        yield pack


def stay(region: str, on: date = TODAY, age: int | None = None) -> BenefitQuery:
    """A stay of somebody of whom hardly anything is known: every level and status at once."""
    return BenefitQuery(insured_region=region, scheme=Scheme.EMPLOYEE, kind=CareKind.INPATIENT, on=on, age=age)


def test_the_counter_counts(asked: Asked, pack: RulePack) -> None:
    """A gate that cannot close is none: a pack that is read twice for one place is found out."""
    asked.during(lambda: [pack.source("nobody"), pack.source("nobody")])
    assert asked.count == 2
    assert len(asked.repeated) == 1


def test_opening(asked: Asked, pack_file: Path) -> None:
    """The same for a pack of any size."""
    asked.during(lambda: RulePack.open(pack_file).close())
    assert asked.count == OPENING


@pytest.mark.parametrize("region", ["140100", "140105", "110000", "660000", "350200"])
def test_one_area_s_full_figures_are_one_query(asked: Asked, pack: RulePack, region: str) -> None:
    """Besides where the place lies. Asked again on that day nothing is read; on another day one query more."""
    asked.during(lambda: pack.benefits(stay(region)))
    assert asked.by_table == {"region": 1, "figure": FULL_FIGURES}
    assert asked.during(lambda: pack.benefits(stay(region, age=70))).count == 0
    assert asked.during(lambda: pack.benefits(stay(region, on=date(2025, 5, 1)))).by_table == {"figure": FULL_FIGURES}


def test_listing_an_area(asked: Asked, pack: RulePack) -> None:
    """The first of a province reads three layers and each statement that disagrees once; its neighbour only its own."""
    asked.during(lambda: pack.figures("140100"))
    assert asked.by_table["figure"] == LAYERS
    assert asked.repeated == []
    assert asked.during(lambda: pack.figures("140100")).count == 0
    assert asked.during(lambda: pack.figures("140200")).by_table["figure"] == 1


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_an_estimate(asked: Asked, pack: RulePack, file: Path) -> None:
    """Reading the case looks up the places, the sum one area's figures; doing the sum again reads nothing."""
    case = read_case(file, pack, TODAY)
    assert asked.during(lambda: estimate_case(case, pack)).by_table == {"figure": FULL_FIGURES}
    assert asked.during(lambda: estimate_case(case, pack)).count == 0


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_a_plan(asked: Asked, pack_file: Path, file: Path) -> None:
    """Each way of going compared, all from one area's figures; each topic of rules once; nothing asked twice."""
    with RulePack.open(pack_file) as other:
        case = read_case(file, other, TODAY)
    with RulePack.open(pack_file) as pack:
        tables = asked.during(lambda: plan_case(case, pack)).by_table
        assert asked.repeated == []
        assert tables.pop("fact") <= FACTS_OF_A_PLAN
        assert tables.pop("policy") <= len(SHAPES)
        assert tables == {"region": PLACES, "figure": FULL_FIGURES, "meta": EDITION, "disease": DISEASES}
        asked.during(lambda: plan_case(case, pack))
        assert asked.by_table == {"meta": EDITION, "disease": DISEASES}


def test_a_keystroke(asked: Asked, pack: RulePack) -> None:
    """The index is read when the search is prepared; from then on no key reads anything."""
    search = EverythingSearch(pack, Words("zh_CN", resources_dir() / "words"))
    assert asked.during(search.prepare).count == INDEX
    assert asked.repeated == []
    for query in ("b", "be", "备", "备案", "太原南站", "zz"):
        assert asked.during(partial(search.find, query)).count == KEYSTROKE
        assert asked.during(partial(pack.find_regions, query)).count == KEYSTROKE
