"""What a person does on the rulebook page and reads there, for the tests of it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.rulebook.figure_card import FigureCard
from desktop_app.ui.rulebook.own_figure_form import OwnFigureForm
from desktop_app.ui.rulebook.rulebook_page import RulebookPage
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.evidence_badge import Capsule
from desktop_app.ui.widgets.text import Text
from tests.gallery.rulebook_screens import TAIYUAN

RESIDENTS: Final = {**TAIYUAN, "area_scheme": "resident"}


def said(part: QWidget) -> list[str]:
    """Every text on a part of the page."""
    return [text.text() for text in part.findChildren(Text) if text.text()]


def marks(part: QWidget) -> list[str]:
    """Every word in a capsule on a part of the page."""
    return [capsule.text() for capsule in part.findChildren(Capsule)]


def area(qtbot: QtBot, page: RulebookPage, kept: dict[str, str]) -> dict[str, FigureCard]:
    """The figures of an area, once they are read."""
    page.put_back(kept)
    qtbot.waitUntil(lambda: bool(page.area.cards))
    return page.area.cards


def form_of(card: FigureCard) -> OwnFigureForm:
    """The form for a figure of one's own, opened by keyboard."""
    assert card.button is not None
    card.button.setFocus()
    QTest.keyClick(card.button, Qt.Key.Key_Space)
    assert card.form is not None
    return card.form


def press(part: QWidget, words: str) -> None:
    """Presses the one button with these words by keyboard."""
    [button] = [button for button in part.findChildren(Button) if button.text() == words]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
