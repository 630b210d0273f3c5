"""Buttons beside each other where they fit, one below the other, the main one on top, where they do not."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QSizePolicy

from desktop_app.ui import theme
from desktop_app.ui.widgets.turning_row import TurningRow


class ButtonRow(TurningRow):
    """`first` stand at the left, `last` at the right; no word of them is ever cut off."""

    upright: ClassVar = QBoxLayout.Direction.BottomToTop

    def __init__(self, first: Sequence[QAbstractButton], last: Sequence[QAbstractButton] = ()) -> None:
        super().__init__(spacing=theme.GAP)
        self._buttons = (*first, *last)
        for button in first:
            self._row.addWidget(button)
        self._row.addStretch(1)
        for button in last:
            self._row.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest button; the row turns when it has to."""
        widest = max((button.sizeHint().width() for button in self._shown()), default=0)
        return QSize(widest, self.sizeHint().height())

    def _shown(self) -> list[QAbstractButton]:
        return [button for button in self._buttons if not button.isHidden()]

    def _fits(self) -> bool:
        needed = sum(button.sizeHint().width() + theme.GAP for button in self._shown()) - theme.GAP
        return needed <= self.width()

    def _turned(self, *, stacked: bool) -> None:
        self._row.setSpacing(theme.UNIT if stacked else theme.GAP)
        self.updateGeometry()
