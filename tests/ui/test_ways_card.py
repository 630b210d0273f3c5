"""The other ways in the estimator: folded until wanted, worked out away from the window, each with what it takes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.ui.estimate.estimate_page import EstimatePage
from desktop_app.ui.estimate.ways_card import WaysCard
from desktop_app.ui.interview.way_row import WayRow
from desktop_app.ui.page import Desk
from desktop_app.ui.widgets.text import Text
from tests.gallery.estimate_screens import MOTHER, SEVERAL

pytestmark = pytest.mark.usefixtures("chinese")


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> Iterator[EstimatePage]:
    """The estimator with the mother from Taiyuan in it, who has filed."""
    page = EstimatePage(desk)
    qtbot.addWidget(page)
    page.resize(984, 780)
    page.put_back(MOTHER)
    page.show()
    yield page
    desk.background.wait()


def card_of(page: EstimatePage) -> WaysCard:
    """The card that stands there now."""
    QTest.qWait(0)
    [card] = [card for card in page.result.findChildren(WaysCard) if card.isVisibleTo(page.result)]
    return card


def names(card: WaysCard) -> list[str]:
    """The ways by their names."""
    return [row.findChildren(Text)[0].text() for row in card.findChildren(WayRow)]


def test_ways_are_worked_out_when_somebody_wants_them(qtbot: QtBot, page: EstimatePage) -> None:
    """Nothing before the line is pressed; then being treated at home stands there, with what each way takes."""
    card = card_of(page)
    assert names(card) == []
    card.fold.button.click()
    qtbot.waitUntil(lambda: bool(names(card)), timeout=20_000)
    assert "在参保地看" in names(card)
    texts = [text.text() for text in card.findChildren(Text)]
    assert any("看病为先" in text for text in texts)  # never for money alone


def test_they_stay_open_while_one_types(qtbot: QtBot, page: EstimatePage) -> None:
    """A new result shows the card as it was left, worked out again."""
    card_of(page).fold.button.click()
    page.compute()
    again = card_of(page)
    qtbot.waitUntil(lambda: bool(names(again)), timeout=20_000)


def test_with_several_bills_there_is_no_such_card(page: EstimatePage) -> None:
    """A plan is made for one stay; beside other bills of the year it could be the wrong one."""
    page.put_back(SEVERAL)
    QTest.qWait(0)
    assert [card for card in page.result.findChildren(WaysCard) if card.isVisibleTo(page.result)] == []
