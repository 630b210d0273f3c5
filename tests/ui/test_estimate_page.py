"""The estimator: typed into by keyboard, live, honest about what is missing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.estimate.estimate_page import EstimatePage
from desktop_app.ui.estimate.figure_row import FigureRow
from desktop_app.ui.estimate.sum_table import SumLine
from desktop_app.ui.page import Desk
from desktop_app.ui.widgets.buttons import LinkButton
from desktop_app.ui.widgets.evidence_badge import EvidenceBadge
from desktop_app.ui.widgets.select import Select
from desktop_app.ui.widgets.text import Text
from tests.gallery.estimate_screens import MOTHER, NO_FIGURES

pytestmark = pytest.mark.usefixtures("chinese")


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> EstimatePage:
    """The estimator as it opens for the first time."""
    page = EstimatePage(desk)
    qtbot.addWidget(page)
    page.resize(984, 780)
    page.show()
    return page


def said(part: QWidget) -> list[str]:
    """Every text on a part of the page, from top to bottom."""
    return [text.text() for text in part.findChildren(Text) if text.text() and text.isVisibleTo(part)]


def links(page: EstimatePage) -> list[str]:
    """The fields the result asks for."""
    return [link.text() for link in page.result.findChildren(LinkButton) if link.isVisibleTo(page.result)]


def amounts(page: EstimatePage) -> dict[str, Decimal]:
    """The lines of the sum as they are read: name and amount in yuan."""
    names = [line.accessibleName().rsplit(" ", 1) for line in page.result.findChildren(SumLine)]
    return {name: Decimal(amount.replace("¥", "").replace(",", "").replace("−", "-")) for name, amount in names}


def fill(page: EstimatePage, kept: dict[str, str]) -> None:
    """Puts this into the fields, as the window does at its start."""
    page.put_back(kept)
    QTest.qWait(0)


def enter(page: EstimatePage, name: str, text: str) -> None:
    """Types into a field, replacing what stands there, and moves on with the tabulator."""
    field = page.form.fields[name]
    field.setFocus()
    if isinstance(field, Select):
        QTest.keyClick(field, Qt.Key.Key_Home)
        for _ in range(field.count()):
            if field.currentText() == text:
                return
            QTest.keyClick(field, Qt.Key.Key_Down)
        raise AssertionError(f"{text} is not among what {name} offers")
    QTest.keySequence(field, "Ctrl+A")
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_an_empty_form_says_what_it_needs(page: EstimatePage) -> None:
    """Nothing is assumed: scheme, both places, kind of care and the total are asked for by their labels."""
    assert links(page) == ["哪种医保", "在哪参保", "去哪看", "看什么", "总费用"]


def test_a_need_leads_to_its_field(page: EstimatePage) -> None:
    """Pressing what is needed puts the keyboard into the field."""
    [*_others, last] = page.result.findChildren(LinkButton)
    last.click()
    assert page.focusWidget() is page.form.fields["total"]


def test_the_whole_form_by_keyboard(qtbot: QtBot, page: EstimatePage) -> None:
    """A case is typed in with the keyboard alone, and the result appears while one types."""
    enter(page, "scheme", "城乡居民医保")
    enter(page, "status", "老年居民")
    enter(page, "insured_region", "140100")
    enter(page, "care_region", "110000")
    enter(page, "kind", "住院")
    enter(page, "level", "三级医院")
    enter(page, "reason", "在那里长期居住")
    enter(page, "filing", "已经备案")
    enter(page, "out_of_catalogue", "4000")
    enter(page, "total", "50000")
    qtbot.waitUntil(lambda: bool(amounts(page)))
    sums = amounts(page)
    assert sums["总费用"] == 50_000
    assert sums["减 目录外自费"] == -4_000
    # Eligible is the total less what is out of catalogue: 50,000 − 4,000, there being no class B.
    assert sums["政策范围内费用"] == 46_000


def test_the_bill_is_conserved_on_screen(page: EstimatePage) -> None:
    """What the funds pay and what is left to the person add up to the bill, to the fen."""
    fill(page, MOTHER)
    sums = amounts(page)
    assert sums["基金一共付"] + sums["自己付现金"] == 50_000


def test_nothing_eligible_means_nothing_comes_back(page: EstimatePage) -> None:
    """A bill that is wholly out of catalogue: the funds pay ¥0 and the person the whole 50,000."""
    fill(page, {**MOTHER, "class_b": "", "out_of_catalogue": "50000"})
    [figure] = [text for text in page.result.findChildren(Text) if text.property("type") == "figure"]
    assert figure.text() == "¥0"
    assert amounts(page)["自己付现金"] == 50_000


def test_a_range_is_never_cut_off(page: EstimatePage) -> None:
    """Beside the figure where there is room, below it in the smallest window; its ends are rounded away from it."""
    fill(page, MOTHER)
    [row] = page.result.findChildren(FigureRow)
    [_figure, between] = row.findChildren(Text)
    roomy = row.stacked
    page.resize(764, 640)  # what the rail leaves of the smallest window
    QTest.qWait(0)
    assert (roomy, row.stacked) == (False, True)
    assert between.width() >= between.sizeHint().width()
    low, high = (Decimal(end.strip("（）¥").replace(",", "")) for end in between.text().split(" – ¥"))
    assert all(end == int(end) for end in (low, high))
    assert low < 33_300 < high


def test_every_figure_carries_its_grade(page: EstimatePage) -> None:
    """The deductible, like every figure from the rulebook, has a badge and a source with a number."""
    fill(page, MOTHER)
    [deductible] = [line for line in page.result.findChildren(SumLine) if "起付线" in line.accessibleName()]
    [badge] = deductible.findChildren(EvidenceBadge)
    assert badge.text() in {"官方", "公开资料", "通行口径"}
    assert "来源" in said(page.result)


def test_a_share_of_ones_own_is_marked_as_ones_own(page: EstimatePage) -> None:
    """Class B of 10,000 at an entered 12.5 % is 1,250 paid first, and the badge says whose figure that is."""
    fill(page, {**MOTHER, "class_b_ratio": "12.5"})
    [line] = [line for line in page.result.findChildren(SumLine) if "乙类" in line.accessibleName()]
    assert amounts(page)["减 乙类先行自付"] == -1_250
    assert [badge.text() for badge in line.findChildren(EvidenceBadge)] == ["您的"]


def test_a_gap_says_whom_to_ask(page: EstimatePage) -> None:
    """Without figures for the region there is no figure, no other region's either, but its own line to ring."""
    fill(page, NO_FIGURES)
    texts = said(page.result)
    assert "还算不出来" in texts
    assert any("0897-12393" in text for text in texts)


def test_a_mistake_stands_beside_its_field(page: EstimatePage) -> None:
    """A negative amount: the sentence names it, the text stays, and the result waits for that field."""
    fill(page, {**MOTHER, "total": "-5"})
    row = page.form.rows["total"]
    assert not row.error.isHidden()
    assert "-5" in row.error.text()
    assert page.form.fields["total"].remembered() == "-5"
    assert links(page) == ["总费用"]
    enter(page, "total", "50000")
    assert row.error.isHidden()


def test_parts_larger_than_the_bill(page: EstimatePage) -> None:
    """Class B and out of catalogue above the total: said beside the part, with both sums."""
    fill(page, {**MOTHER, "total": "10000", "out_of_catalogue": "4000", "class_b": "7000"})
    error = page.form.rows["class_b"].error.text()
    # 4,000 + 7,000 are 11,000 of 10,000.
    assert "¥11,000.00" in error
    assert "¥10,000.00" in error


def test_a_discharge_before_the_admission(page: EstimatePage) -> None:
    """Nobody leaves before arriving: said beside the day of discharge."""
    fill(page, {**MOTHER, "admitted_on": "2026-11-20", "discharged_on": "2026-11-10"})
    assert "2026年11月20日" in page.form.rows["discharged_on"].error.text()


def test_rows_that_cannot_matter_are_not_shown(page: EstimatePage) -> None:
    """At home nobody asks for reason and filing, and a resident has no personal account."""
    fill(page, {**MOTHER, "care_region": "140100"})
    hidden = {name for name, row in page.form.rows.items() if row.isHidden()}
    assert {"reason", "filing", "account_balance", "visited_on", "tier", "disease"} <= hidden
    fill(page, {"insured_region": "440300", "scheme": "employee"})
    assert not page.form.rows["tier"].isHidden()
    assert not page.form.rows["account_balance"].isHidden()


def test_nothing_typed_is_lost(page: EstimatePage) -> None:
    """What is remembered and put back is what was there, mistakes included."""
    before = {**MOTHER, "age": "680", "discharged_on": "2026-02-30"}
    fill(page, before)
    kept = page.remembered()
    assert {name: kept[name] for name in ("scheme", "insured_region", "age", "discharged_on")} == {
        "scheme": "resident",
        "insured_region": "140100",
        "age": "680",
        "discharged_on": "2026-02-30",
    }
