"""Columns that stand side by side where there is room, and one below the other where there is not."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from desktop_app.ui import theme


class Columns(QWidget):
    """Parts with a share of the width each. Below `narrow` pixels (at 100 % text) they are stacked in their order.

    `level` makes parts that stand side by side equally high.
    """

    def __init__(
        self, parts: Sequence[tuple[QWidget, int]], *, narrow: int, spacing: int = theme.GAP, level: bool = False
    ) -> None:
        super().__init__()
        self._narrow = narrow
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(spacing)
        self._parts = tuple(parts)
        for part, share in self._parts:
            self._row.addWidget(part, share)
            if not level:
                self._row.setAlignment(part, Qt.AlignmentFlag.AlignTop)

    @property
    def stacked(self) -> bool:
        """Whether the parts are one below the other now."""
        return self._row.direction() == QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turns at the width below which words would be squeezed."""
        super().resizeEvent(event)
        stacked = event.size().width() < theme.current().px(self._narrow)
        if stacked != self.stacked:
            way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
            self._row.setDirection(way)
            for part, share in self._parts:
                self._row.setStretchFactor(part, 0 if stacked else share)
