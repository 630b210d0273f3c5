"""No day falls into a hole: every area, scheme and kind of care at every boundary of validity from 2023 to 2027."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any, Final

import pytest

from desktop_app.domain.care import CareKind, FilingType
from desktop_app.domain.figure import Figure, FigureName, Gap
from desktop_app.domain.message import message
from desktop_app.domain.person import Scheme
from desktop_app.rules.rulebook import BenefitQuery
from desktop_app.storage.rule_pack import RulePack
from tests.storage.figures_at_hand import asked, shelf, stay

YEARS: Final = ("2023", "2027")
QUESTIONS: Final = 10_000
"""Fewer would mean that days, areas or kinds are no longer asked about; when this was written there were 18,578."""

FILINGS: Final = (None, *FilingType)
DEPENDS: Final = "figures.gap.varies"
"""A figure is known, but which of several depends on an answer nobody has given: a question, not a hole."""

Lost = tuple[str, str, str, str, str]


@dataclass(frozen=True)
class Row:
    """A rule as it lies in the pack. `conditions` by name: the values of which one is asked for, or a span of ages."""

    region: str
    scheme: str
    kind: str
    name: str
    start: str
    until: str
    conditions: dict[str, Any]

    @property
    def is_of_elsewhere(self) -> bool:
        """Whether it can differ between care at home and care elsewhere."""
        asked = {"relation", "filing", "reason", "care_area"} & self.conditions.keys()
        return self.name.startswith("elsewhere") or bool(asked)

    def boundaries(self) -> Iterator[date]:
        """The days within the years asked about on which it begins or ceases to hold."""
        yield from (date.fromisoformat(day) for day in (self.start, self.until) if YEARS[0] <= day[:4] <= YEARS[1])


@pytest.fixture(scope="module")
def rows(pack_file: Path) -> list[Row]:
    """Every rule of the pack, read without the code that looks them up."""
    connection = sqlite3.connect(pack_file)
    found = connection.execute("SELECT region, scheme, kind, name, start, until, conditions FROM figure").fetchall()
    connection.close()
    names = [column.name for column in fields(Row)]
    return [Row(**dict(zip(names, row, strict=True)) | {"conditions": json.loads(row[-1] or "{}")}) for row in found]


@pytest.fixture(scope="module")
def places(rulebook: RulePack, rows: list[Row]) -> list[str]:
    """Every pooling area, and the counties that have rules of their own."""
    areas = [area.code for province in rulebook.provinces() for area in province.areas]
    counties = {row.region for row in rows if row.region not in areas and rulebook.pooling_area(row.region)}
    return [*areas, *sorted(counties)]


class Calendar:
    """On which days something changes, by place, scheme and kind of care."""

    def __init__(self, rows: list[Row]) -> None:
        self._days: dict[tuple[str, str, str, bool], set[date]] = defaultdict(set)
        for row in rows:
            self._days[row.region, row.scheme, row.kind, row.is_of_elsewhere].update(row.boundaries())

    def days(self, lineage: tuple[str, ...], scheme: Scheme, kind: CareKind, *, elsewhere: bool) -> list[date]:
        """The boundaries of a place, its province and the nation; emergency care also follows outpatient care."""
        kinds = {"", kind.value} | ({"outpatient"} if kind is CareKind.EMERGENCY_OUTPATIENT else set())
        every = (self._days.get((place, scheme.value, one, elsewhere), set()) for place in lineage for one in kinds)
        return sorted(set[date]().union(*every))


def answers(rulebook: RulePack, query: BenefitQuery) -> dict[FigureName, Figure[Any] | Gap]:
    """One answer for each figure: the figure, or a gap."""
    found = rulebook.benefits(query)
    return {name: getattr(found, name.value) for name in FigureName}


class Asking:
    """Asks on the day before a boundary and on the day itself, and keeps what should not be."""

    def __init__(self, rulebook: RulePack) -> None:
        self._rulebook = rulebook
        self.asked = 0
        self.out_of_date: list[tuple[str, date, FigureName]] = []
        self.wordless: list[tuple[str, date, FigureName]] = []
        self.lost: list[Lost] = []

    def around(self, query: BenefitQuery) -> None:
        """On both days; whatever was known on the first must be known on the second."""
        before, after = (self._answers(query._replace(on=day)) for day in (query.on - timedelta(days=1), query.on))
        for name, known in before.items():
            if isinstance(known, Figure) and isinstance(after[name], Gap) and not self._is_a_question(query, name):
                self.lost.append((query.insured_region, query.scheme, query.kind, name, query.on.isoformat()))

    def _answers(self, query: BenefitQuery) -> dict[FigureName, Figure[Any] | Gap]:
        self.asked += 1
        found = answers(self._rulebook, query)
        for name, answer in found.items():
            where = (query.insured_region, query.on, name)
            if isinstance(answer, Gap):
                self.wordless += [] if answer.figure is name and answer.why.id and answer.ask.id else [where]
            elif query.on not in answer.provenance.period:
                self.out_of_date.append(where)
        return found

    def _is_a_question(self, query: BenefitQuery, name: FigureName) -> bool:
        """Whether each way of filing, asked about by itself, has its figure."""
        each = (query._replace(filings=(), filing_type=filing) for filing in query.filings)
        found = [answers(self._rulebook, one)[name] for one in each]
        return bool(found) and all(isinstance(one, Figure) or one.why.id == DEPENDS for one in found)


def test_every_day_has_one_answer_or_a_declared_gap(rulebook: RulePack, rows: list[Row], places: list[str]) -> None:
    """All levels, statuses and ages at once, at home and, where that can differ, elsewhere under every filing.

    What is answered holds on that day, a gap says why and what to ask, and nothing known the day before is lost.
    """
    asking, calendar = Asking(rulebook), Calendar(rows)
    for place in places:
        lineage, away = rulebook.lineage(place), "110000" if place.startswith("31") else "310000"
        for scheme in Scheme:
            for kind in CareKind:
                for day in calendar.days(lineage, scheme, kind, elsewhere=False):
                    asking.around(BenefitQuery(insured_region=place, scheme=scheme, kind=kind, on=day))
                for day in calendar.days(lineage, scheme, kind, elsewhere=True):
                    query = BenefitQuery(insured_region=place, scheme=scheme, kind=kind, on=day, care_region=away)
                    asking.around(query._replace(filings=FILINGS))
    assert (asking.out_of_date, asking.wordless, asking.lost) == ([], [], [])
    assert asking.asked > QUESTIONS


def test_no_two_rules_claim_the_same_case_on_any_day(rows: list[Row]) -> None:
    """Of one place no two rules with as many conditions hold for the same people on the same day, for any kind."""
    by_figure: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        by_figure[row.region, row.scheme, row.name].append(row)
    compared, tied = 0, []
    for together in by_figure.values():
        for one, other in combinations(together, 2):
            compared += 1
            if as_specific(one, other) and share_a_day(one, other) and share_a_case(one.conditions, other.conditions):
                tied.append((one, other))
    assert tied == []
    assert compared > QUESTIONS


def as_specific(one: Row, other: Row) -> bool:
    """Whether nothing but their conditions could tell them apart: one kind, or the kinds emergency care falls back on.

    Emergency care may use a rule for outpatient care and one for every kind; the kind counts as a condition.
    """
    counts = [len(row.conditions) + (row.kind != "") for row in (one, other)]
    return counts[0] == counts[1] and (one.kind == other.kind or {one.kind, other.kind} == {"", "outpatient"})


def share_a_day(one: Row, other: Row) -> bool:
    """Whether some day lies in both."""
    return one.start < other.until and other.start < one.until


def share_a_case(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether somebody meets all conditions of both."""
    return all(
        (one[name][0] < (other[name][1] or 999) and other[name][0] < (one[name][1] or 999))
        if name == "age"
        else bool(set(one[name]) & set(other[name]))
        for name in one.keys() & other.keys()
    )


# -- figures nobody has looked at again


@pytest.mark.parametrize(
    ("confirmed", "known", "last_fresh_day"),
    [
        ("", date(2023, 4, 1), date(2026, 4, 1)),
        (", confirmed: 2024-02-29", date(2024, 2, 29), date(2027, 2, 28)),
        (", confirmed: 2022-12-01", date(2023, 4, 1), date(2026, 4, 1)),
    ],
)
def test_a_figure_is_stale_three_years_after_it_was_last_known(
    tmp_path: Path, confirmed: str, known: date, last_fresh_day: date
) -> None:
    """In force since 2023-04-01 and perhaps confirmed later: fresh for three years to the day, stale the day after.

    The amount stays what it was; the answer says since when nobody is known to have seen it in force.
    """
    figures = shelf(
        tmp_path,
        p140000=f"""
        province: "140000"
        blocks:
          - region: "140100"
            scheme: employee
            kind: inpatient
            source: notice
            evidence: reported
            from: 2023-04-01
            figures:
              - {{figure: cap, value: 500000{confirmed}}}
        """.replace("\n        ", "\n"),
    )
    stale = message("figures.remark.stale", day=known)
    for day, remarks in ((last_fresh_day, ()), (last_fresh_day + timedelta(days=1), (stale,))):
        cap = asked(figures, stay(on=day)).cap
        assert isinstance(cap, Figure)
        assert (cap.value, cap.provenance.remarks) == (50_000_000, remarks)
        assert cap.provenance.is_stale(day) is bool(remarks)


def test_a_listed_figure_is_stale_on_the_day_that_is_asked_about(rulebook: RulePack) -> None:
    """Taiyuan's outpatient deductible holds from 2023-01-01 by a notice of December 2022: stale from 2026-01-02 on."""
    listed = rulebook.figures("140100")
    [figure] = [
        one
        for one in listed
        if (one.region, one.scheme, one.kind, one.name)
        == ("140100", Scheme.EMPLOYEE, CareKind.OUTPATIENT, FigureName.DEDUCTIBLE_BASIS)
    ]
    days = [date(2022, 12, 31), date(2023, 1, 1), date(2026, 1, 1), date(2026, 1, 2)]
    assert [(figure.in_force(day), figure.is_stale(day)) for day in days] == [
        (False, False),
        (True, False),
        (True, False),
        (True, True),
    ]
