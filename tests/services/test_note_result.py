"""What was answered is noted with the case; a newer rulebook's answer is compared with it, and nothing else is."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path
from typing import cast

import pytest

from desktop_app.domain.bill import Bill
from desktop_app.domain.care import CareKind
from desktop_app.domain.case import Case
from desktop_app.domain.figure import FigureName, Schedule, Segment
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Interval
from desktop_app.domain.own_figure import Informant, OwnFigure
from desktop_app.domain.person import Scheme
from desktop_app.rules.plan import make_plan
from desktop_app.rules.rulebook import Edition, RuleBook
from desktop_app.services.note_result import NewEdition, accept_result, note_result
from desktop_app.storage.household import Household
from desktop_app.storage.rule_pack import RulePack
from tests.rules.cases import JINAN, case

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
STAY = case(bill=Bill(total=Fen(30_000_00)))
NEXT = Edition("2027.02", date(2027, 2, 1))


class Reprinted:
    """The same rulebook under another edition's name."""

    def __init__(self, rulebook: RulePack, edition: Edition) -> None:
        self._rulebook, self._edition = rulebook, edition

    def edition(self) -> Edition:
        """The other edition."""
        return self._edition

    def __getattr__(self, question: str) -> object:
        return getattr(self._rulebook, question)


@pytest.fixture
def household(tmp_path: Path) -> Iterator[Household]:
    """Records with one case in them."""
    with Household.open(tmp_path / "household.sqlite", backups=tmp_path / "backups", now=NOW) as opened:
        opened.begin_case("verdicts", now=NOW)
        yield opened


@pytest.fixture
def newer(rulebook: RulePack) -> RuleBook:
    """The next edition, which says the same."""
    return cast("RuleBook", Reprinted(rulebook, NEXT))


def noted(household: Household, asked: Case, rulebook: RuleBook) -> NewEdition | None:
    """The case answered and noted."""
    return note_result(household, 1, asked, make_plan(asked, rulebook), rulebook)


def test_the_first_answer_is_noted_and_no_news(household: Household, rulebook: RulePack) -> None:
    """Nothing to compare it with; noted again it is the same."""
    assert noted(household, STAY, rulebook) is None
    kept = household.result(1)
    assert kept is not None
    assert kept.edition == rulebook.edition()
    assert kept.answered_on == STAY.today
    assert noted(household, STAY, rulebook) is None
    assert household.result(1) == kept


def test_another_edition_that_answers_the_same_is_told_once(
    household: Household, rulebook: RulePack, newer: RuleBook
) -> None:
    """Nothing moved, and that is said; from then on the newer edition's answer is the one kept."""
    noted(household, STAY, rulebook)
    news = noted(household, STAY, newer)
    assert news is not None
    assert news.nothing
    assert (news.editions.before, news.editions.after) == (rulebook.edition(), NEXT)
    assert noted(household, STAY, newer) is None


def test_what_moved_is_told_until_it_is_accepted(household: Household, rulebook: RulePack, newer: RuleBook) -> None:
    """The older edition answered 100 yuan: told each time the case is opened, until somebody has read it."""
    noted(household, STAY, rulebook)
    kept = household.result(1)
    assert kept is not None
    hundred = Interval(Fen(100_00), Fen(100_00), Fen(100_00))
    household.keep_result(1, replace(kept, gist=replace(kept.gist, fund_total=hundred)))
    for _ in range(2):
        news = noted(household, STAY, newer)
        assert news is not None
        assert not news.nothing
        assert (news.gists.before.fund_total, news.gists.after) == (hundred, kept.gist)
    accept_result(household, 1, STAY, make_plan(STAY, newer), newer)
    assert noted(household, STAY, newer) is None


def test_another_answer_to_other_questions_is_no_news(
    household: Household, rulebook: RulePack, newer: RuleBook
) -> None:
    """The bill was changed along with the edition: what moved is the family's own doing."""
    noted(household, STAY, rulebook)
    assert noted(household, case(bill=Bill(total=Fen(40_000_00))), newer) is None
    kept = household.result(1)
    assert kept is not None
    assert kept.edition == NEXT


def test_a_figure_of_ones_own_is_no_news_either(household: Household, rulebook: RulePack, newer: RuleBook) -> None:
    """A figure kept in the rulebook's place since then: nobody can tell what the edition did."""
    noted(household, STAY, rulebook)
    half = Schedule(segments=(Segment(None, Fraction(1, 2)),))
    own = OwnFigure(
        area=JINAN,
        scheme=Scheme.EMPLOYEE,
        kind=CareKind.INPATIENT,
        name=FigureName.RATIO,
        value=half,
        told_by=Informant.HOTLINE,
        told_on=date(2026, 11, 20),
    )
    household.keep_own_figure(own, now=NOW)
    assert noted(household, STAY, newer) is None


def test_the_day_alone_is_no_news(household: Household, rulebook: RulePack, newer: RuleBook) -> None:
    """Looked at again after the admission everything is later; only what the rulebook does on the same day counts."""
    noted(household, STAY, rulebook)
    later = replace(STAY, today=date(2027, 3, 1))
    news = noted(household, later, newer)
    assert news is not None
    assert news.nothing
