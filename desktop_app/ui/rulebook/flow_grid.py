"""Parts of one kind beside each other, as many to a line as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.ui import theme


class FlowGrid(QWidget):
    """Equally wide parts, each at least `least` pixels (at 100 % text): rows of a form, entries of a legend."""

    def __init__(self, parts: Sequence[QWidget], *, least: int = 190) -> None:
        super().__init__()
        self._parts, self._least, self._across = tuple(parts), least, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.GAP)
        self._grid.setVerticalSpacing(theme.UNIT)
        self._arrange(len(self._parts))

    def minimumSizeHint(self) -> QSize:
        """One part below the other is enough."""
        return QSize(theme.current().px(self._least), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts as many parts beside each other as fit."""
        super().resizeEvent(event)
        across = (event.size().width() + theme.GAP) // (theme.current().px(self._least) + theme.GAP)
        self._arrange(max(1, min(across, len(self._parts))))

    def _arrange(self, across: int) -> None:
        if across == self._across:
            return
        for column in range(len(self._parts)):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        for number, part in enumerate(self._parts):
            self._grid.addWidget(part, number // across, number % across, Qt.AlignmentFlag.AlignTop)
        self._across = across
