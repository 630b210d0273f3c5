"""The one large figure, with the range it lies in beside it where there is room, and below it where there is not."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy

from desktop_app.ui.widgets.text import Text
from desktop_app.ui.widgets.turning_row import TurningRow

_APART = 12


class FigureRow(TurningRow):
    """Both stand on one line of writing; neither is ever cut off."""

    def __init__(self, figure: Text, between: Text) -> None:
        super().__init__(spacing=_APART)
        self._parts = (figure, between)
        self._row.addWidget(figure, 0, Qt.AlignmentFlag.AlignBaseline)
        self._row.addWidget(between, 1, Qt.AlignmentFlag.AlignBaseline)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider of the two."""
        return QSize(max(part.sizeHint().width() for part in self._parts), self.sizeHint().height())

    def _fits(self) -> bool:
        return sum(part.sizeHint().width() for part in self._parts) + _APART <= self.width()

    def _turned(self, *, stacked: bool) -> None:
        self._row.setSpacing(0 if stacked else _APART)
        self.updateGeometry()
