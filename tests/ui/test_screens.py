"""What holds on every screen in every look: names for screen readers, targets, nothing cut off, nothing left open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QTextBrowser,
    QWidget,
)

from desktop_app.ui.preferences import Preferences
from desktop_app.ui.roles import Look
from desktop_app.ui.widgets.two_lines import RowButton
from desktop_app.ui.widgets.worded_button import WordedButton
from tests.gallery.screens import ALL_SCREENS
from tests.gallery.studio import Screen, standing

WAYS = {
    "large": Preferences("zh_CN", 150, Look.CONTRAST),
    "english": Preferences("en", 125, Look.DARK),
}
"""The hardest for Chinese words and for long English ones; what fits there fits at standard size."""

LEAST_TARGET = 40


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("screen", ALL_SCREENS, ids=lambda screen: screen.name)
def test_every_screen_can_be_used_by_everybody(screen: Screen, way: str, pack_file: Path) -> None:
    """Everything that can be operated has a name and is large enough, and no word is cut off."""
    with standing(screen, pack=pack_file, preferences=WAYS[way]) as (_window, shown):
        faults = [
            *(f"no accessible name: {described(widget)}" for widget in operated(shown) if not name_of(widget)),
            *(f"too small to press: {described(widget)}" for widget in operated(shown) if is_too_small(widget)),
            *(f"cut off: {described(widget)}" for widget in seen(shown) if is_cut_off(widget)),
            *(f"outside what holds it: {described(widget)}" for widget in seen(shown) if sticks_out(widget)),
        ]
    assert faults == []


def seen(shown: QWidget) -> Iterator[QWidget]:
    """Every part that can be seen, scrolled to or not."""
    return (widget for widget in shown.findChildren(QWidget) if widget.isVisibleTo(shown) and widget.isVisible())


def operated(shown: QWidget) -> list[QWidget]:
    """Every part that can be pressed or typed into; Qt's own inside a field or a list belong to that."""
    kinds = (QAbstractButton, QLineEdit, QComboBox, QTextBrowser)
    inside = (QLineEdit, QComboBox, QAbstractScrollArea)
    return [
        widget for widget in seen(shown) if isinstance(widget, kinds) and not isinstance(widget.parentWidget(), inside)
    ]


def name_of(widget: QWidget) -> str:
    """What a screen reader says."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def is_too_small(widget: QWidget) -> bool:
    """Less than 40 pixels high, unless it is only read."""
    return not isinstance(widget, QTextBrowser) and widget.height() < LEAST_TARGET


def is_cut_off(widget: QWidget) -> bool:
    """Less room than the words need."""
    if isinstance(widget, QLabel) and widget.text():
        needed = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
        return widget.height() < needed - 1 or is_too_narrow(widget)
    if isinstance(widget, RowButton):
        return widget.height() < widget.heightForWidth(widget.width()) - 1
    if isinstance(widget, WordedButton):
        return widget.width() < widget.sizeHint().width() - 1
    if isinstance(widget, QComboBox):
        return widget.width() < widget.fontMetrics().horizontalAdvance(widget.currentText()) + 46
    if isinstance(widget, QTextBrowser):
        return widget.verticalScrollBar().maximum() > 0 or widget.horizontalScrollBar().maximum() > 0
    return False


def is_too_narrow(label: QLabel) -> bool:
    """Narrower than its words, or where it wraps, than what cannot be broken of them."""
    if not label.wordWrap():
        return label.width() < label.sizeHint().width() - 1
    room = QRect(0, 0, label.width(), label.height())
    return label.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, label.text()).width() > label.width() + 1


def sticks_out(widget: QWidget) -> bool:
    """Reaches beyond its parent, where nothing can scroll it into view."""
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or isinstance(parent.parentWidget(), QAbstractScrollArea):
        return False
    if isinstance(parent, QAbstractScrollArea | QComboBox | QLineEdit):
        return False
    room = QRect(-1, -1, parent.width() + 2, parent.height() + 2)
    return not room.contains(widget.geometry())


def described(widget: QWidget) -> str:
    """Which part it is, for a person who has to mend it."""
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.objectName()
    place = widget.geometry()
    return f"{type(widget).__name__} {words!r} {place.width()}×{place.height()} at {place.x()},{place.y()}"
