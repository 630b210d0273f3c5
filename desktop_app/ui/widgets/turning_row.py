"""Parts beside each other where they fit, and one below the other where they do not."""

from typing import ClassVar

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget


class TurningRow(QWidget):
    """A row that turns by itself; whoever fills it says when its parts fit, and what else a turn changes."""

    upright: ClassVar = QBoxLayout.Direction.TopToBottom

    def __init__(self, *, spacing: int) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(spacing)

    @property
    def stacked(self) -> bool:
        """Whether the parts are one below the other now."""
        return self._row.direction() == self.upright

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turns at the width below which words would be cut off or squeezed."""
        super().resizeEvent(event)
        self._turn()

    def event(self, event: QEvent) -> bool:
        """Looks again when a part comes, goes, grows, or says something else."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._turn()
        return super().event(event)

    def _turn(self) -> None:
        stacked = not self._fits()
        if stacked != self.stacked:
            self._row.setDirection(self.upright if stacked else QBoxLayout.Direction.LeftToRight)
            self._turned(stacked=stacked)

    def _fits(self) -> bool:
        """Whether the parts have room beside each other now."""
        raise NotImplementedError

    def _turned(self, *, stacked: bool) -> None:
        """Sets what differs between the two ways."""
        raise NotImplementedError
