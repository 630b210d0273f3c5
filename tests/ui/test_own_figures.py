"""Figures a person was told: typed in, checked, changed, used by the estimator and given up again."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.domain.care import CareKind
from desktop_app.domain.figure import (
    AccountOrder,
    AssistanceTerms,
    CriticalIllness,
    DeductibleBasis,
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
from desktop_app.domain.money import Fen
from desktop_app.domain.own_figure import OWNABLE, Informant, OwnValue
from desktop_app.render.words import Words
from desktop_app.storage.household import Household
from desktop_app.ui.estimate.estimate_page import EstimatePage
from desktop_app.ui.estimate.sum_table import SumLine
from desktop_app.ui.page import Desk
from desktop_app.ui.rulebook.rulebook_page import RulebookPage
from desktop_app.ui.rulebook.say import Say
from desktop_app.ui.rulebook.value_fields import ValueFields
from desktop_app.ui.widgets.entered_field import MoneyField, PercentField
from tests.gallery.estimate_screens import MOTHER
from tests.gallery.rulebook_screens import TAIYUAN
from tests.ui.rulebook_steps import RESIDENTS, area, form_of, marks, press, said

pytestmark = pytest.mark.usefixtures("chinese")


@pytest.fixture
def page(qtbot: QtBot, own_desk: Desk) -> RulebookPage:
    """The rulebook page with records behind it."""
    page = RulebookPage(own_desk)
    qtbot.addWidget(page)
    page.resize(984, 780)
    page.show()
    qtbot.waitUntil(lambda: bool(page.country.map.tiles))
    return page


def test_a_figure_one_was_told_is_used_and_can_be_given_up(
    qtbot: QtBot, page: RulebookPage, own_desk: Desk, records: Household
) -> None:
    """Typed in by keyboard, it is kept, marked and dated, used by the estimator, and gone again when removed."""
    estimator = EstimatePage(own_desk)
    qtbot.addWidget(estimator)
    page.told.connect(estimator.figures_changed)
    estimator.put_back({**MOTHER, "care_region": "140100", "class_b": "", "out_of_catalogue": ""})
    estimator.resize(984, 780)
    estimator.show()
    cards = area(qtbot, page, RESIDENTS)
    form = form_of(cards["deductible"])
    form.told_for.setCurrentText("三级医院")
    first = form.values.fields["first"]
    assert isinstance(first, MoneyField)
    first.setFocus()
    QTest.keyClicks(first, "700")
    form.save()
    [told] = records.own_figures()
    assert told.value == (70_000,)
    qtbot.waitUntil(lambda: "您的" in marks(page.area))
    assert "2026年11月21日，12393 热线" in said(page.area.cards["deductible"])
    [line] = [
        line for line in estimator.findChildren(SumLine) if "起付线" in line.accessibleName() and line.isVisible()
    ]
    assert line.accessibleName().endswith("¥700.00")
    assert any("您问到的：2026年11月21日，12393 热线" in text for text in said(line))
    press(page.area.cards["deductible"], "删掉")
    assert records.own_figures() == ()
    qtbot.waitUntil(lambda: "您的" not in marks(page.area))


def test_an_own_figure_needs_a_value_and_a_day_that_has_come(qtbot: QtBot, page: RulebookPage) -> None:
    """What is missing or wrong is said beside its field, nothing is kept, and what was typed stays."""
    form = form_of(area(qtbot, page, TAIYUAN)["ratio"])
    form.save()
    assert form.values.rows["share"].error.text() == "请填这一项。"
    share = form.values.fields["share"]
    assert isinstance(share, PercentField)
    share.setFocus()
    QTest.keyClicks(share, "850")
    form.told_on.put_back("2027-01-01")
    form.save()
    assert "850" in form.values.rows["share"].error.text()
    assert form.told_on_row.error.text() == "不能晚于今天。"
    assert share.text() == "850"


def test_from_which_day_a_figure_counts_stands_beside_its_day(qtbot: QtBot, page: RulebookPage) -> None:
    """From New Year of the year in which it was told; while no day stands there, nothing is said."""
    form = form_of(area(qtbot, page, TAIYUAN)["ratio"])
    sentence = "从 2026年1月1日起看病的，用这个数；更早的，仍用规则库的。"
    assert form.told_on_row.explanation.text() == sentence
    assert sentence in form.told_on.accessibleDescription()
    form.told_on.setFocus()
    QTest.keySequence(form.told_on, "Ctrl+A")
    QTest.keyClicks(form.told_on, "2025-12-3")
    assert form.told_on_row.explanation.text() == "从 2025年1月1日起看病的，用这个数；更早的，仍用规则库的。"
    QTest.keyClick(form.told_on, Qt.Key.Key_Backspace)
    QTest.keyClick(form.told_on, Qt.Key.Key_Backspace)
    assert form.told_on_row.explanation.isHidden()


def test_what_there_is_not_needs_no_numbers(qtbot: QtBot, page: RulebookPage, records: Household) -> None:
    """A cap that does not exist is told as that: no amount is asked for, and None is kept."""
    form = form_of(area(qtbot, page, TAIYUAN)["cap"])
    limit = form.values.fields["limit"]
    limit.setFocus()
    QTest.keyClick(limit, Qt.Key.Key_End)
    assert form.values.rows["amount"].isHidden()
    form.save()
    [told] = records.own_figures()
    assert told.value is None


def test_a_figure_one_was_told_can_be_changed(qtbot: QtBot, page: RulebookPage, records: Household) -> None:
    """Changed by keyboard: the form shows what was kept, for its case alone, and the new value takes its place."""
    cards = area(qtbot, page, RESIDENTS)
    form = form_of(cards["deductible"])
    form.told_for.setCurrentText("三级医院")
    form.values.fields["first"].put_back("700")
    form.told_by.put_back("counter")
    form.told_on.put_back("2026-03-02")
    form.save()
    qtbot.waitUntil(lambda: "您的" in marks(page.area))
    card = page.area.cards["deductible"]
    press(card, "改")
    again = card.form
    assert again is not None
    first = again.values.fields["first"]
    assert isinstance(first, MoneyField)
    assert first.hasFocus()
    assert first.text() == "700.00"
    assert [again.told_for.itemText(row) for row in range(again.told_for.count())] == ["三级医院"]
    assert again.told_by.currentText() == "医保经办窗口"
    first.selectAll()
    QTest.keyClicks(first, "750")
    again.save()
    [told] = records.own_figures()
    assert told.value == (75_000,)
    assert (told.told_by, told.told_on) == (Informant.COUNTER, date(2026, 11, 21))
    qtbot.waitUntil(lambda: "2026年11月21日，医保经办窗口" in said(page.area.cards["deductible"]))


def test_leaving_the_form_changes_nothing(qtbot: QtBot, page: RulebookPage, records: Household) -> None:
    """What was begun is given up, and the keyboard is back on the button that opened the form."""
    card = area(qtbot, page, TAIYUAN)["ratio"]
    form_of(card).values.fields["share"].put_back("80")
    press(card, "不填了")
    assert card.form is None
    assert card.button is not None
    assert card.button.hasFocus()
    assert records.own_figures() == ()


HALF, THIRD_DIGIT = Fraction(1, 2), Fraction(855, 1000)
VALUES: list[tuple[FigureName, OwnValue]] = [
    (FigureName.CLASS_B_RATIO, THIRD_DIGIT),
    (FigureName.DEDUCTIBLE, (Fen(80_000), Fen(40_000), Fen(0))),
    (FigureName.DEDUCTIBLE, (Fen(123_456),)),
    (FigureName.DEDUCTIBLE_BASIS, DeductibleBasis.ANNUAL),
    (FigureName.RATIO, Schedule(segments=(Segment(None, HALF),))),
    (FigureName.BONUS, Fraction(1, 20)),
    (FigureName.CAP, Fen(40_000_000)),
    (FigureName.CAP, None),
    (FigureName.CAP_PER_VISIT, None),
    (FigureName.ELSEWHERE, Points(Fraction(1, 10))),
    (FigureName.ELSEWHERE, Factor(Fraction(9, 10))),
    (FigureName.ELSEWHERE, OwnRatio(HALF)),
    (FigureName.ELSEWHERE, None),
    (FigureName.ELSEWHERE_DEDUCTIBLE, (Fen(100_000),)),
    (FigureName.ELSEWHERE_DEDUCTIBLE, None),
    (FigureName.ELSEWHERE_FIRST_PAY, Fraction(1, 10)),
    (FigureName.SUPPLEMENT, Supplement(Fraction(9, 10), Fen(45_000_000))),
    (FigureName.SUPPLEMENT, None),
    (
        FigureName.CRITICAL,
        CriticalIllness(
            deductible=Fen(1_000_000),
            tiers=(Tier(Fen(1_000_000), Fen(5_000_000), HALF), Tier(Fen(5_000_000), None, Fraction(3, 5))),
            origin=Origin.ZERO,
            cap=None,
            counts_deductible=True,
            counts_elsewhere_loss=False,
        ),
    ),
    (FigureName.CRITICAL, None),
    (FigureName.ASSISTANCE, AssistanceTerms(Fen(0), HALF, Fen(5_000_000))),
    (FigureName.ACCOUNT_ORDER, AccountOrder.FIRST),
]


@pytest.mark.parametrize(("name", "value"), VALUES, ids=str)
def test_a_value_shown_again_reads_as_it_was_kept(
    qtbot: QtBot, words: Words, name: FigureName, value: OwnValue
) -> None:
    """Opened to be changed and saved untouched, every kind of figure stays what it was, to the fen."""
    fields = ValueFields(name, CareKind.INPATIENT, Say(words))
    for row in fields.rows.values():
        qtbot.addWidget(row)
        row.hide()
    fields.show(value)
    assert fields.problems() == {}
    assert fields.value() == value


def test_every_figure_that_can_be_told_is_shown_again() -> None:
    """The list above leaves none out."""
    assert {name for name, _ in VALUES} == OWNABLE
