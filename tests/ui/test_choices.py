"""Cards, rows and steps: chosen by keyboard, known to a screen reader, never cut off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.evidence import Evidence
from desktop_app.ui.widgets.check_row import CheckRow
from desktop_app.ui.widgets.choice_card import Choice, ChoiceGroup
from desktop_app.ui.widgets.evidence_badge import EvidenceBadge
from desktop_app.ui.widgets.fold import Fold
from desktop_app.ui.widgets.step_list import StepList, StepState, WizardStep
from desktop_app.ui.widgets.text import Text

pytestmark = pytest.mark.usefixtures("chinese")

REASONS = (
    Choice("living", "在那边长期住", "比如跟着子女住，或者退休后搬过去", "house-heart"),
    Choice("work", "单位派去长期工作"),
    Choice("unknown", "我不知道", "我们用别的问题帮您判断"),
)
STEPS = (
    WizardStep("who", "谁看病", "68岁，居民医保", StepState.DONE),
    WizardStep("why", "为什么去那里", "", StepState.HERE),
    WizardStep("what", "看什么"),
)


def role_of(widget: QWidget) -> QAccessible.Role:
    """What a screen reader takes the control for."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.role()


def test_cards_are_chosen_by_keyboard(qtbot: QtBot) -> None:
    """The space bar chooses the card with the focus, the arrow key goes on to the next one."""
    group = ChoiceGroup(REASONS, name="为什么去")
    qtbot.addWidget(group)
    group.show()
    group.cards[0].setFocus()
    with qtbot.waitSignal(group.chosen) as told:
        QTest.keyClick(group.cards[0], Qt.Key.Key_Space)
    assert told.args == ["living"]
    QTest.keyClick(group.cards[0], Qt.Key.Key_Down)
    QTest.keyClick(group.cards[1], Qt.Key.Key_Space)
    assert group.value == "work"
    assert [card.isChecked() for card in group.cards] == [False, True, False]


def test_the_whole_card_can_be_pressed(qtbot: QtBot) -> None:
    """A press at the far left of a card chooses it, not only one on the round mark."""
    group = ChoiceGroup(REASONS, name="为什么去")
    qtbot.addWidget(group)
    group.resize(500, 300)
    group.show()
    card = group.cards[2]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().topLeft() + card.rect().center() / 8)
    assert group.value == "unknown"


def test_choosing_for_somebody_tells_nobody(qtbot: QtBot) -> None:
    """Putting an earlier answer back is not an answer."""
    group = ChoiceGroup(REASONS, name="为什么去")
    qtbot.addWidget(group)
    with qtbot.assertNotEmitted(group.chosen):
        group.choose("work")
    assert group.value == "work"
    group.choose(None)
    assert group.value is None


def test_a_card_is_a_radio_button_to_a_screen_reader(qtbot: QtBot) -> None:
    """Its name is the answer, its description the explanation."""
    group = ChoiceGroup(REASONS, name="为什么去")
    qtbot.addWidget(group)
    card = group.cards[0]
    assert role_of(card) is QAccessible.Role.RadioButton
    assert (card.accessibleName(), card.accessibleDescription()) == (REASONS[0].title, REASONS[0].detail)


def test_a_narrow_card_grows_instead_of_cutting_words(qtbot: QtBot) -> None:
    """At a third of the width the words need more lines, and the card is that much higher."""
    group = ChoiceGroup(REASONS, name="为什么去")
    qtbot.addWidget(group)
    card = group.cards[0]
    assert card.heightForWidth(220) > card.heightForWidth(600) >= 60


def test_a_checklist_row_is_ticked(qtbot: QtBot) -> None:
    """The space bar ticks and takes the tick back; a screen reader finds a check box."""
    row = CheckRow("identity", "身份凭证（任一）", "医保码、身份证、社保卡")
    qtbot.addWidget(row)
    row.show()
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert row.isChecked()
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert not row.isChecked()
    assert role_of(row) is QAccessible.Role.CheckBox


def test_steps_lead_back_but_not_ahead(qtbot: QtBot) -> None:
    """A step that was answered can be visited by keyboard; one still to come cannot be pressed."""
    steps = StepList(name="步骤")
    qtbot.addWidget(steps)
    steps.show_steps(STEPS)
    steps.show()
    with qtbot.waitSignal(steps.visited) as told:
        QTest.keyClick(steps.rows[0], Qt.Key.Key_Space)
    assert told.args == ["who"]
    assert [row.isEnabled() for row in steps.rows] == [True, True, False]
    assert steps.rows[0].accessibleName() == "1 谁看病"
    assert steps.rows[0].accessibleDescription() == "68岁，居民医保"


def test_a_badge_says_its_grade_in_words(qtbot: QtBot) -> None:
    """The grade is a word to the eye and to a screen reader, not a colour."""
    badge = EvidenceBadge(Evidence.TYPICAL, "通行口径")
    qtbot.addWidget(badge)
    assert badge.accessibleName() == "通行口径"
    assert badge.sizeHint().width() > badge.fontMetrics().horizontalAdvance("通行口径") * 0.8


def test_a_fold_opens_and_closes(qtbot: QtBot) -> None:
    """What lies under a fold is shown when its line is pressed, and the line says whether it is open."""
    fold, inner = Fold("今年已用掉的"), Text("已付的起付线")
    fold.column.addWidget(inner)
    qtbot.addWidget(fold)
    fold.show()
    assert not inner.isVisible()
    closed = fold.button.accessibleDescription()
    QTest.keyClick(fold.button, Qt.Key.Key_Space)
    assert inner.isVisible()
    assert fold.button.accessibleDescription() != closed
