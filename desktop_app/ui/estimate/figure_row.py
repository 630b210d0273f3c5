"""The one large figure, with the range it lies in beside it where there is room, and below it where there is not."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from desktop_app.ui.widgets.text import Text

_APART = 12


class FigureRow(QWidget):
    """Both stand on one line of writing; neither is ever cut off."""

    def __init__(self, figure: Text, between: Text) -> None:
        super().__init__()
        self._parts = (figure, between)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_APART)
        self._row.addWidget(figure, 0, Qt.AlignmentFlag.AlignBaseline)
        self._row.addWidget(between, 1, Qt.AlignmentFlag.AlignBaseline)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def stacked(self) -> bool:
        """Whether the range stands below the figure now."""
        return self._row.direction() == QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider of the two."""
        return QSize(max(part.sizeHint().width() for part in self._parts), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turns where the two do not fit beside each other."""
        super().resizeEvent(event)
        self._turn()

    def event(self, event: QEvent) -> bool:
        """Looks again when the text has grown."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._turn()
        return super().event(event)

    def _turn(self) -> None:
        stacked = sum(part.sizeHint().width() for part in self._parts) + _APART > self.width()
        if stacked != self.stacked:
            way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
            self._row.setDirection(way)
            self._row.setSpacing(0 if stacked else _APART)
            self.updateGeometry()
