"""Buttons beside each other where they fit, one below the other, the main one on top, where they do not."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from desktop_app.ui import theme


class ButtonRow(QWidget):
    """`first` stand at the left, `last` at the right; no word of them is ever cut off."""

    def __init__(self, first: Sequence[QAbstractButton], last: Sequence[QAbstractButton] = ()) -> None:
        super().__init__()
        self._buttons = (*first, *last)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.GAP)
        for button in first:
            self._row.addWidget(button)
        self._row.addStretch(1)
        for button in last:
            self._row.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    @property
    def stacked(self) -> bool:
        """Whether the buttons stand one below the other now."""
        return self._row.direction() == QBoxLayout.Direction.BottomToTop

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest button; the row turns when it has to."""
        widest = max((button.sizeHint().width() for button in self._shown()), default=0)
        return QSize(widest, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turns where the buttons do not fit beside each other."""
        super().resizeEvent(event)
        self._turn()

    def event(self, event: QEvent) -> bool:
        """Looks again when a button comes, goes, or says something else."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._turn()
        return super().event(event)

    def _shown(self) -> list[QAbstractButton]:
        return [button for button in self._buttons if not button.isHidden()]

    def _turn(self) -> None:
        needed = sum(button.sizeHint().width() + theme.GAP for button in self._shown()) - theme.GAP
        stacked = needed > self.width()
        if stacked != self.stacked:
            way = QBoxLayout.Direction.BottomToTop if stacked else QBoxLayout.Direction.LeftToRight
            self._row.setDirection(way)
            self._row.setSpacing(theme.UNIT if stacked else theme.GAP)
            self.updateGeometry()
