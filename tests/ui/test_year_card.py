"""The year in the estimator: other bills come and go, count in order of date, and say where they leave the year."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.ui.estimate.bills_field import BillsField
from desktop_app.ui.estimate.estimate_page import EstimatePage
from desktop_app.ui.estimate.sum_table import SumLine
from desktop_app.ui.estimate.year_card import YearCard, YearRow
from desktop_app.ui.page import Desk
from desktop_app.ui.page_list import HELP
from desktop_app.ui.widgets.buttons import LinkButton
from desktop_app.ui.widgets.help_link import HelpLink
from desktop_app.ui.widgets.text import Text
from tests.gallery.estimate_screens import MOTHER, OTHERS, SEVERAL

pytestmark = pytest.mark.usefixtures("chinese")


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> EstimatePage:
    """The estimator as it opens for the first time."""
    page = EstimatePage(desk)
    qtbot.addWidget(page)
    page.resize(984, 780)
    page.show()
    return page


def fill(page: EstimatePage, kept: dict[str, str]) -> None:
    """Puts this into the fields, as the window does at its start."""
    page.put_back(kept)
    QTest.qWait(0)


def bills_of(page: EstimatePage) -> BillsField:
    """The other bills."""
    field = page.form.fields["other_bills"]
    assert isinstance(field, BillsField)
    return field


def card_of(page: EstimatePage) -> YearCard:
    """The card of the year, the one that stands there now."""
    [card] = [card for card in page.result.findChildren(YearCard) if card.isVisibleTo(page.result)]
    return card


def rows_of(page: EstimatePage) -> list[str]:
    """The lines of the card as they are read out."""
    return [row.accessibleName() for row in card_of(page).findChildren(YearRow)]


def deductible(page: EstimatePage) -> Decimal:
    """The deductible in the sum, once it has been laid out."""
    QTest.qWait(0)
    lines = [line for line in page.result.findChildren(SumLine) if line.isVisibleTo(page.result)]
    [line] = [line for line in lines if "起付线" in line.accessibleName()]
    return Decimal(line.accessibleName().rsplit(" ", 1)[1].replace("¥", "").replace(",", "").replace("−", "-"))


def test_the_year_stays_folded_until_somebody_wants_it(page: EstimatePage) -> None:
    """With one bill nothing is worked out before the line is pressed; open, it stays open while one types."""
    fill(page, MOTHER)
    assert rows_of(page) == []
    card_of(page).fold.button.click()
    assert any("自己要付" in row for row in rows_of(page))
    page.compute()
    QTest.qWait(0)
    assert rows_of(page) != []


def test_a_bill_is_added_by_keyboard(qtbot: QtBot, page: EstimatePage) -> None:
    """The button adds a row and goes to its day; with day and total it counts, and the stay becomes the second."""
    fill(page, {**MOTHER, "class_b": ""})
    first = deductible(page)
    field = bills_of(page)
    field.button.setFocus()
    QTest.keyClick(field.button, Qt.Key.Key_Space)
    [row] = field.rows
    assert row.day.hasFocus()
    QTest.keyClicks(row.day, "2026-03-14")
    row.total.setFocus()
    QTest.keyClicks(row.total, "21600")
    QTest.keyClick(row.total, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: deductible(page) != first)
    assert deductible(page) > first
    assert [bill.bill.total for bill in field.bills()] == [21_600_00]


def test_the_tabulator_goes_through_a_bill(page: EstimatePage) -> None:
    """From its day down to the total, its parts and its way out, then to the button that adds another."""
    fill(page, {**MOTHER, "other_bills": json.dumps(OTHERS[1:])})
    [row] = bills_of(page).rows
    row.day.setFocus()
    stops = [*row.stops()[1:], bills_of(page).button]
    for stop in stops:
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        assert page.focusWidget() is stop
    assert [name for name in row.fields if row.fields[name] in stops] == [*row.fields][1:]


def test_a_bill_is_taken_away(page: EstimatePage) -> None:
    """Without it the estimate is as before; those that stay are numbered anew."""
    fill(page, {**MOTHER, "class_b": ""})
    before = deductible(page)
    fill(page, {**MOTHER, "class_b": "", "other_bills": json.dumps(OTHERS)})
    field = bills_of(page)
    assert [row.title.text() for row in field.rows] == ["第 1 张", "第 2 张"]
    field.rows[0].unwanted.emit()
    assert [row.title.text() for row in field.rows] == ["第 1 张"]
    field.rows[0].unwanted.emit()
    page.compute()
    QTest.qWait(0)
    assert deductible(page) == before
    assert field.remembered() == ""


def test_bills_are_kept_with_everything_else(page: EstimatePage) -> None:
    """What was typed is remembered, parts too, and put back."""
    fill(page, SEVERAL)
    kept = page.remembered()
    fill(page, {**MOTHER, "other_bills": ""})
    assert bills_of(page).rows == []
    fill(page, kept)
    assert [bill.at_home for bill in bills_of(page).bills()] == [True, False]
    assert bills_of(page).bills()[1].bill.class_b == 200_00
    assert page.remembered() == kept


def test_three_bills_of_the_year(page: EstimatePage) -> None:
    """With several bills the card is open: three of 50,000 + 21,600 + 860, and the next stay would be the third."""
    fill(page, SEVERAL)
    words = [text.text() for text in card_of(page).findChildren(Text)]
    assert any("3 张账单，共 ¥72,460.00" in line for line in words)
    assert any("下次住院的起付线（今年第 3 次）" in line for line in words)


@pytest.mark.parametrize(
    ("bill", "sentence", "beside"),
    [
        ({"day": "2026-03-14"}, "日期和总费用都要填。", "total"),
        ({"total": "860"}, "日期和总费用都要填。", "day"),
        ({"day": "2026-02-30", "total": "100"}, "没有“2026-02-30”这一天，请核对月份和日子。", "day"),
        (
            {"day": "2026-03-14", "total": "100", "class_b": "120"},
            "目录外、乙类、超限价合计 ¥120.00，超过了总额 ¥100.00。",
            "class_b",
        ),
    ],
)
def test_half_a_bill_is_asked_for(page: EstimatePage, bill: dict[str, str], sentence: str, beside: str) -> None:
    """Nothing is worked out from half a bill; what is wrong stands beside its field, and the result leads there."""
    fill(page, {**MOTHER, "other_bills": json.dumps([bill])})
    [row] = bills_of(page).rows
    assert page.form.problems()["other_bills"] == f"第 1 张：{sentence}"
    assert [name for name, line in row.rows.items() if line.error.isVisible()] == [beside]
    assert row.rows[beside].error.text() == sentence
    [link] = [link for link in page.result.findChildren(LinkButton) if link.isVisibleTo(page.result)]
    assert link.text() == "今年还有别的账单"
    link.click()
    assert page.focusWidget() is row.fields[beside]


def test_an_empty_row_is_no_bill(page: EstimatePage) -> None:
    """Whoever presses the button and changes their mind is not held up."""
    fill(page, {**MOTHER, "other_bills": json.dumps([{"kind": "outpatient"}])})
    assert page.form.problems() == {}
    assert bills_of(page).bills() == ()


def test_help_is_where_one_needs_it(page: EstimatePage) -> None:
    """The year, how an estimate comes about, and many people at once: each a link to its page of help."""
    fill(page, SEVERAL)
    wanted: list[tuple[str, str]] = []
    page.wants.connect(lambda id, subject: wanted.append((id, subject)))
    links = [link for link in page.result.findChildren(HelpLink) if link.isVisibleTo(page.result)]
    assert [link.text() for link in links] == ["今年还剩多少，明年从头算", "报多少是怎样算的", "窗口、单位一次算很多人"]
    for link in links:
        link.click()
    assert wanted == [(HELP, "year"), (HELP, "estimate"), (HELP, "batch")]
