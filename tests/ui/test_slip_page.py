"""The slip page: typed in by keyboard, compared beside the estimate, a figure kept only when somebody says so."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.figure import FigureName
from desktop_app.domain.own_figure import Informant
from desktop_app.domain.slip import SlipLine
from desktop_app.interview.draft import CareStage
from desktop_app.interview.progress import Page as At
from desktop_app.storage.household import Household
from desktop_app.ui.estimate.estimate_page import EstimatePage
from desktop_app.ui.interview.verdict_view import VerdictView
from desktop_app.ui.page import Desk
from desktop_app.ui.page_list import ESTIMATOR, HELP, SLIP
from desktop_app.ui.preferences import Preferences
from desktop_app.ui.roles import Look
from desktop_app.ui.slip.slip_door import SlipDoor
from desktop_app.ui.slip.slip_page import SlipPage
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.text import Text
from tests.gallery.estimate_screens import ELSEWHERE
from tests.gallery.interview_screens import PAID, kept, outcome
from tests.gallery.slip_screens import CASE, PRINTED
from tests.gallery.studio import Screen, standing

pytestmark = pytest.mark.usefixtures("chinese")


@pytest.fixture
def page(qtbot: QtBot, own_desk: Desk) -> Iterator[SlipPage]:
    """The page with the case of an emergency in Shanghai."""
    page = SlipPage(own_desk)
    qtbot.addWidget(page)
    page.resize(984, 780)
    page.open_at(CASE["subject"])
    page.show()
    yield page
    own_desk.background.wait()


def said(part: QWidget) -> list[str]:
    """Every text on a part of the page, once it has been laid out."""
    QTest.qWait(0)
    return [text.text() for text in part.findChildren(Text) if text.text() and text.isVisibleTo(part)]


def press(page: SlipPage, words: str) -> None:
    """Presses the button with these words."""
    [button] = [
        each for each in page.findChildren(QPushButton) if each.text() == words or each.accessibleName() == words
    ]
    button.click()


def compared(page: SlipPage, qtbot: QtBot) -> None:
    """Presses Compare and waits for the answer."""
    page.form.compare.click()
    qtbot.waitUntil(lambda: page.result.findChild(Banner) is not None, timeout=20_000)


def test_without_a_case_it_says_where_to_begin(qtbot: QtBot, desk: Desk) -> None:
    """No form without something to compare with; the way to the estimator is one button."""
    page = SlipPage(desk)
    qtbot.addWidget(page)
    page.show()
    wanted: list[str] = []
    page.wants.connect(lambda id, _subject: wanted.append(id))
    assert not page.form.isVisible()
    press(page, "去报销测算")
    assert wanted == [ESTIMATOR]


def test_lines_stand_in_the_slips_order_under_its_own_names(page: SlipPage) -> None:
    """From the total down to the cash, every field with its label as its accessible name."""
    assert page.form.fields[SlipLine.TOTAL].hasFocus()  # one can type at once
    labels = [row.label.text() for row in page.form.rows.values()]
    assert labels[0] == "医疗费总额"
    assert labels[-2:] == ["个人账户支出", "个人现金支付"]
    assert [row.field.accessibleName() for row in page.form.rows.values()] == labels
    assert "苏州市 → 上海市 · 住院 · 2026年11月10日" in said(page)


def test_a_slip_typed_in_is_compared_by_enter(page: SlipPage, qtbot: QtBot) -> None:
    """78,450 and 50,765.60 typed, Enter: the missing emergency flag is named, with the question for the hospital."""
    for line, typed in ((SlipLine.TOTAL, "78450"), (SlipLine.DEDUCTIBLE, "800"), (SlipLine.BASIC_FUND, "50765.60")):
        page.form.fields[line].setFocus()
        QTest.keyClicks(page.form.fields[line], typed)
    QTest.keyClick(page.form.fields[SlipLine.BASIC_FUND], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.result.findChild(Banner) is not None, timeout=20_000)
    texts = said(page.result)
    assert "有一处值得问一问。" in texts
    assert "很可能：没有按急诊抢救结算" in texts
    assert any(text.startswith("问就诊医院的医保办：这次是急诊抢救") for text in texts)


def test_a_mistake_stands_beside_its_line(page: SlipPage, qtbot: QtBot) -> None:
    """A line above the total is refused beside that line, and mended as soon as it is."""
    page.put_back({"line_total": "100", "line_cash": "200"})
    page.form.compare.click()
    qtbot.waitUntil(lambda: bool(page.form.rows[SlipLine.CASH].error.text()), timeout=20_000)
    assert "200.00" in page.form.rows[SlipLine.CASH].error.text()
    page.put_back({"line_total": "一百"})
    page.form.compare.click()
    assert page.form.rows[SlipLine.TOTAL].error.text()


def test_how_to_check_a_slip_is_a_link_away(page: SlipPage) -> None:
    """Before and after: the page of help about slips."""
    wanted: list[tuple[str, str]] = []
    page.wants.connect(lambda id, subject: wanted.append((id, subject)))
    press(page, "拿到结算单怎么核对")
    assert wanted == [(HELP, "slip")]


def test_an_empty_slip_is_no_mistake(page: SlipPage) -> None:
    """One calm sentence."""
    page.form.compare.click()
    assert "还没有填。照着结算单至少填一行。" in said(page.result)


def test_everything_comes_back_at_the_next_start(page: SlipPage, qtbot: QtBot, own_desk: Desk) -> None:
    """Case and lines are remembered; another case empties the lines."""
    page.put_back(PRINTED)
    again = SlipPage(own_desk)
    qtbot.addWidget(again)
    again.put_back(page.remembered())
    assert again.remembered() == page.remembered()
    other = json.loads(CASE["subject"])
    other["case"]["bill"]["total"] = "80000.00"
    again.open_at(json.dumps(other))
    assert again.form.slip().stated == ()


def test_a_figure_is_kept_only_when_somebody_says_so(page: SlipPage, qtbot: QtBot, records: Household) -> None:
    """A deductible of 1,200: (69,660 − 1,200), 39,200 − 400 at 90 % and 29,660 at 95 % are 63,097.00.

    The slip suggests it; nothing is kept until the button is pressed, then it is kept for this level alone.
    """
    page.put_back({"line_deductible": "1200", "line_basic_fund": "63097"})
    compared(page, qtbot)
    assert records.own_figures() == ()
    assert "记下以后，从 2026年1月1日起看病的，都用这个数。" in said(page.result)
    press(page, "记作“您的”数据")
    [own] = records.own_figures()
    assert (own.name, own.value, own.told_by) == (FigureName.DEDUCTIBLE, (1200_00,), Informant.DOCUMENT)
    assert [condition.values for condition in own.conditions] == [("level3",)]
    assert own.told_on == date(2026, 11, 10)  # the day of the slip, not the day one looked at it


def test_the_estimator_leads_there(qtbot: QtBot, desk: Desk) -> None:
    """The estimator's result has the door, and hands over its own case."""
    estimator = EstimatePage(desk)
    qtbot.addWidget(estimator)
    estimator.show()
    wanted: list[tuple[str, str]] = []
    estimator.wants.connect(lambda id, subject: wanted.append((id, subject)))
    estimator.put_back(ELSEWHERE)
    door = estimator.result.findChild(SlipDoor)
    assert isinstance(door, SlipDoor)
    door.button.click()
    [(id, subject)] = wanted
    assert id == SLIP
    page = SlipPage(desk)
    qtbot.addWidget(page)
    page.open_at(subject)
    assert any(text.startswith("苏州市 → 上海市") for text in said(page))


def test_the_verdicts_lead_there_once_everything_is_settled(pack_file: Path) -> None:
    """Settled at discharge, with a bill: the verdicts have the door, and the page opens at the wizard's case."""
    settled = {**PAID, "stage": CareStage.DISCHARGED_SETTLED}
    screen = Screen(name="door", arrange=outcome(VerdictView), kept=kept(settled, At.VERDICTS))
    with standing(screen, pack=pack_file, preferences=Preferences("zh_CN", 100, Look.LIGHT)) as (window, _):
        door = window.findChild(SlipDoor)
        assert isinstance(door, SlipDoor)
        door.button.click()
        page = window.page
        assert isinstance(page, SlipPage)
        assert "苏州市 → 上海市 · 住院 · 2026年11月20日" in said(page)


def test_an_answer_is_scrolled_to_where_it_begins(qtbot: QtBot, page: SlipPage) -> None:
    """In a narrow window the answer stands below the form: its headline comes into sight."""
    page.resize(520, 640)
    page.put_back(PRINTED)
    compared(page, qtbot)
    banner = page.result.findChild(Banner)
    assert isinstance(banner, Banner)
    qtbot.waitUntil(lambda: not banner.visibleRegion().isEmpty())
