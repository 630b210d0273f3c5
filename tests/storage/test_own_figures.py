"""Figures somebody was told: kept as told, one for each thing, gone when removed; old records are brought on."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from desktop_app.domain.care import CareKind
from desktop_app.domain.figure import (
    CriticalIllness,
    DeductibleBasis,
    Dimension,
    Factor,
    FigureName,
    Origin,
    OwnRatio,
    Points,
    Schedule,
    Segment,
    Supplement,
    Tier,
)
from desktop_app.domain.listing import AgeSpan, Condition
from desktop_app.domain.money import Fen
from desktop_app.domain.own_figure import Informant, OwnFigure, OwnValue
from desktop_app.domain.person import Scheme
from desktop_app.storage.household import Household

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
FROZEN = Path(__file__).parent.parent / "frozen"
LEVEL3 = Condition(Dimension.LEVEL, ("level3",))
RATIO = OwnFigure(
    area="140100",
    scheme=Scheme.RESIDENT,
    kind=CareKind.INPATIENT,
    name=FigureName.RATIO,
    value=Schedule(segments=(Segment(None, Fraction(13, 20)),)),
    told_by=Informant.HOTLINE,
    told_on=date(2026, 11, 20),
    conditions=(LEVEL3,),
)


@pytest.fixture
def household(tmp_path: Path) -> Iterator[Household]:
    """An empty household."""
    with Household.open(tmp_path / "household.sqlite", backups=tmp_path / "backups", now=NOW) as opened:
        yield opened


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (FigureName.DEDUCTIBLE, (Fen(1_000_00), Fen(500_00), Fen(0))),
        (FigureName.DEDUCTIBLE_BASIS, DeductibleBasis.ANNUAL),
        (FigureName.RATIO, Schedule(segments=(Segment(Fen(30_000_00), Fraction(1, 2)), Segment(None, Fraction(3, 4))))),
        (FigureName.BONUS, Fraction(1, 20)),
        (FigureName.CAP, None),
        (FigureName.CAP, Fen(70_000_00)),
        (FigureName.ELSEWHERE, Points(Fraction(1, 10))),
        (FigureName.ELSEWHERE, Factor(Fraction(9, 10))),
        (FigureName.ELSEWHERE, OwnRatio(Fraction(1, 2))),
        (FigureName.ELSEWHERE, None),
        (FigureName.SUPPLEMENT, Supplement(Fraction(9, 10), Fen(450_000_00))),
        (
            FigureName.CRITICAL,
            CriticalIllness(
                deductible=Fen(10_000_00),
                tiers=(Tier(Fen(10_000_00), None, Fraction(3, 4)),),
                origin=Origin.ZERO,
                cap=None,
                counts_deductible=True,
                counts_elsewhere_loss=False,
            ),
        ),
    ],
    ids=str,
)
def test_every_kind_of_value_comes_back_as_it_was_told(household: Household, name: FigureName, value: OwnValue) -> None:
    """Money, shares, words, bands and tiers are kept exactly, in the figure's own type; None stays "there is none"."""
    told = replace(RATIO, name=name, value=value)
    household.keep_own_figure(told, now=NOW)
    assert household.own_figures() == (told,)


def test_conditions_and_ages_come_back(household: Household) -> None:
    """What the figure was told for is kept with it, a range of ages too."""
    told = replace(RATIO, conditions=(Condition(Dimension.STATUS, ("retired",)), LEVEL3), ages=AgeSpan(70, None))
    household.keep_own_figure(told, now=NOW)
    assert household.own_figures() == (told,)


def test_a_newer_answer_takes_the_place_of_the_older_one(household: Household) -> None:
    """Asked again, told otherwise: one figure is left, with the later day and office."""
    later = replace(RATIO, value=Schedule(segments=(Segment(None, Fraction(7, 10)),)), told_by=Informant.COUNTER)
    household.keep_own_figure(RATIO, now=NOW)
    household.keep_own_figure(later, now=NOW)
    assert household.own_figures() == (later,)


def test_figures_for_different_things_stand_side_by_side(household: Household) -> None:
    """Another level, kind or area is another figure; removing one leaves the others."""
    others = (replace(RATIO, conditions=()), replace(RATIO, kind=CareKind.OUTPATIENT), replace(RATIO, area="110000"))
    for figure in (RATIO, *others):
        household.keep_own_figure(figure, now=NOW)
    household.remove_own_figure(RATIO)
    assert set(household.own_figures()) == set(others)


def test_a_word_of_a_later_edition_is_left_out(household: Household, tmp_path: Path) -> None:
    """A figure this program does not know is not guessed at, and does not hide the others."""
    household.keep_own_figure(RATIO, now=NOW)
    household.keep_own_figure(replace(RATIO, area="110000"), now=NOW)
    with closing(sqlite3.connect(tmp_path / "household.sqlite")) as raw, raw:
        raw.execute("UPDATE own_figure SET told_by = 'oracle' WHERE area = '110000'")
    assert household.own_figures() == (RATIO,)


def test_records_of_the_first_edition_are_brought_on_and_copied_first(tmp_path: Path) -> None:
    """A household kept since revision 0001 opens with everything in it, takes own figures, and left a copy behind."""
    path = tmp_path / "household.sqlite"
    shutil.copy(FROZEN / "household-0001.sqlite", path)
    with Household.open(path, backups=tmp_path / "backups", now=NOW) as household:
        first, second = household.case(1), household.case(2)
        assert first.page == "filing"
        assert first.answers == {
            "danger": "no",
            "scheme": "resident",
            "age": "68",
            "insured_region": "140100",
            "care_region": "110000",
        }
        assert {id: heard.text for id, heard in household.heard(1).items()} == {"figure.ratio": "65 %"}
        assert household.ticks(1) == {"identity"}
        assert second.opened_from == '{"version": 1}'
        assert household.own_figures() == ()
        household.keep_own_figure(RATIO, now=NOW)
        assert household.own_figures() == (RATIO,)
    [copy] = (tmp_path / "backups").iterdir()
    with closing(sqlite3.connect(copy)) as before:
        assert before.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
