"""The list of charges in the estimator: typed item by item, added up at once, checked beside its fields."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.estimate.estimate_page import EstimatePage
from desktop_app.ui.estimate.items_field import ItemsField
from desktop_app.ui.estimate.sum_table import SumLine
from desktop_app.ui.page import Desk
from desktop_app.ui.widgets.text import Text
from tests.gallery.estimate_screens import ITEMS, LISTED, MOTHER, OTHERS, WRONG_ITEMS

pytestmark = pytest.mark.usefixtures("chinese")

BARE = {name: text for name, text in MOTHER.items() if name not in {"total", "out_of_catalogue", "class_b"}}


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


def items_of(page: EstimatePage) -> ItemsField:
    """The list of charges."""
    field = page.form.fields["items"]
    assert isinstance(field, ItemsField)
    return field


def amounts(page: EstimatePage) -> dict[str, Decimal]:
    """The lines of the sum as they are read: name and amount in yuan."""
    QTest.qWait(0)
    lines = [line for line in page.result.findChildren(SumLine) if line.isVisibleTo(page.result)]
    names = [line.accessibleName().rsplit(" ", 1) for line in lines]
    return {name: Decimal(amount.replace("¥", "").replace(",", "").replace("−", "-")) for name, amount in names}


def said(part: QWidget) -> list[str]:
    """Every text on a part of the page."""
    return [text.text() for text in part.findChildren(Text) if text.text() and text.isVisibleTo(part)]


def shown(page: EstimatePage) -> set[str]:
    """The rows that can be seen or unfolded."""
    return {name for name, row in page.form.rows.items() if not row.isHidden()}


def test_items_make_the_bill(page: EstimatePage) -> None:
    """28 × 12.50 + 9,800 + 3 × 260 are 10,930; C is 780, B above its limit of 8,000 is 1,800, a tenth of B 800."""
    fill(page, LISTED)
    sums = amounts(page)
    assert sums["总费用"] == 10_930
    assert sums["减 目录外自费"] == -780
    assert sums["减 超出限价"] == -1_800
    assert sums["减 乙类先行自付"] == -800
    assert sums["政策范围内费用"] == 7_550  # 10,930 − 780 − 1,800 − 800
    assert sums["基金一共付"] + sums["自己付现金"] == 10_930
    assert "加起来：总费用 ¥10,930.00，目录外 ¥780.00，乙类 ¥8,000.00，超限价 ¥1,800.00" in said(items_of(page))


def test_sums_are_asked_for_only_without_items(page: EstimatePage) -> None:
    """Where items make the bill, its total and parts are not asked for; what stood there comes back without them."""
    fill(page, {**MOTHER, "items": json.dumps(ITEMS)})
    assert not {"total", "out_of_catalogue", "class_b", "over_limit"} & shown(page)
    assert "class_b_ratio" in shown(page)  # it still counts for items without a share of their own
    for row in list(items_of(page).rows):
        row.unwanted.emit()
    page.compute()
    assert {"total", "out_of_catalogue", "class_b", "over_limit"} <= shown(page)
    assert amounts(page)["总费用"] == 50_000


def test_an_item_is_typed_by_keyboard(qtbot: QtBot, page: EstimatePage) -> None:
    """Unfold, add, type price and quantity, Enter: the bill is 3 × 400 and the line says so, folded or not."""
    fill(page, BARE)
    field = items_of(page)
    fold = page.form.items_fold
    assert (fold.button.text(), field.isVisible()) == ("逐项填写（手里有费用清单的）", False)
    fold.button.setFocus()
    QTest.keyClick(fold.button, Qt.Key.Key_Space)
    assert field.isVisible()
    QTest.keyClick(field.button, Qt.Key.Key_Space)
    [row] = field.rows
    assert row.price.hasFocus()
    QTest.qWait(0)  # the row is laid out
    QTest.keyClicks(row.price, "400")
    QTest.keyClick(row.price, Qt.Key.Key_Tab)
    assert row.quantity.hasFocus()
    QTest.keyClicks(row.quantity, "3")
    QTest.keyClick(row.quantity, Qt.Key.Key_Tab)
    assert row.item_class.hasFocus()
    qtbot.waitUntil(lambda: amounts(page).get("总费用") == 1_200)
    assert fold.button.text() == "逐项填写（1 项，¥1,200.00）"


def test_the_tabulator_goes_from_item_to_item(page: EstimatePage) -> None:
    """Through every field of the first, its way out, the second, and on to the button that adds a third."""
    fill(page, {**BARE, "items": json.dumps(ITEMS[1:2] * 2)})
    field = items_of(page)
    field.rows[0].price.setFocus()
    names = [row.title.text() + " " + row.rows[name].label.text() for row in field.rows for name in row.fields]
    assert tabbed(page, 14) == [*names[1:6], "去掉", *names[6:], "去掉", "加一项"]


def tabbed(page: EstimatePage, times: int) -> list[str]:
    """Presses the tabulator so many times; the names of what has the keyboard in turn."""
    found = []
    for _ in range(times):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        here = page.focusWidget()
        assert here is not None
        row = next((row for row in items_of(page).rows if here in row.fields.values()), None)
        title = f"{row.accessibleName()} " if row else ""
        found.append(title + (here.accessibleName() or getattr(here, "text", str)()))
    return found


def test_only_what_a_class_has_is_asked(page: EstimatePage) -> None:
    """A has no share paid first, C neither that nor a limit; what was typed there does not count any more."""
    fill(page, {**BARE, "items": json.dumps([ITEMS[1]])})
    [row] = items_of(page).rows
    assert {name for name in row.rows if row.rows[name].isHidden()} == set()
    for letter, hidden in (("A", {"self_pay_ratio"}), ("C", {"self_pay_ratio", "price_limit"})):
        row.put_back({"item_class": letter})
        assert {name for name in row.rows if row.rows[name].isHidden()} == hidden
    bill = items_of(page).bill(None)
    assert bill is not None
    assert (bill.out_of_catalogue, bill.over_limit) == (9_800_00, 0)


def test_mistakes_stand_beside_their_fields(page: EstimatePage) -> None:
    """A quantity of nothing, a price that is missing: said there, and the result leads to the first of them."""
    fill(page, WRONG_ITEMS)
    first, second = items_of(page).rows
    assert first.rows["quantity"].error.text() == "“0”不是数量，请填大于 0 的数，例如 3 或 0.5。"
    assert second.rows["price"].error.text() == "单价要填。"
    assert page.form.problems()["items"].startswith("第 1 项：“0”不是数量")
    assert items_of(page).first_to_mend() is first.quantity
    first.quantity.setText("2")
    first.edited.emit()
    assert first.rows["quantity"].error.text() == ""
    assert second.rows["price"].error.text() != ""


def test_what_the_funds_paid_already_is_taken_off(page: EstimatePage) -> None:
    """Filed late, after a settlement that paid 2,000: asked for then only, and what can still be claimed is said."""
    fill(page, MOTHER)
    assert "funds_paid" not in shown(page)
    fill(page, LISTED)
    assert "funds_paid" in shown(page)
    assert any(text.startswith("基金已经付过一次，还能补报 ") for text in said(page.result))


def test_a_transferred_stay_is_asked_about_where_there_was_one_before(page: EstimatePage) -> None:
    """With another stay in the year; answered with yes it has that stay's number, so there is no second one."""
    fill(page, {**MOTHER, "discharged_on": "2026-12-10"})
    assert "joined" not in shown(page)
    fill(page, {**MOTHER, "discharged_on": "2026-12-10", "other_bills": json.dumps(OTHERS[:1]), "joined": "yes"})
    assert "joined" in shown(page)
    case = page.case()
    assert case is not None
    assert [(each.care.joined, each.care.admission) for each in case.episodes] == [(False, 1), (True, 1)]


def test_items_are_kept_with_everything_else(page: EstimatePage) -> None:
    """What was typed is remembered and put back, unfolded."""
    fill(page, LISTED)
    kept = page.remembered()
    fill(page, {**kept, "items": ""})
    assert items_of(page).bill(None) is None
    fill(page, kept)
    assert page.remembered() == kept
    assert items_of(page).isVisible()
