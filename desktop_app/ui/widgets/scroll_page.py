"""A page that scrolls when it must, with calm margins and lines no longer than the eye likes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui import theme

_MARGIN = theme.MARGIN - theme.UNIT


class ScrollPage(QScrollArea):
    """A column of parts, at most `widest` pixels wide, on the page's ground.

    `sides` are its margins left and right, `above` the one over the first part.
    """

    def __init__(
        self, *, widest: int = 1080, sides: tuple[int, int] = (theme.MARGIN, theme.MARGIN), above: int = _MARGIN
    ) -> None:
        super().__init__()
        self._above = above
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sheet = QWidget()
        sheet.setObjectName("sheet")
        outer = self._outer = QHBoxLayout(sheet)
        self.keep_sides(*sides)
        self._inner = QWidget()
        self.keep_within(widest)
        outer.addWidget(self._inner, 1)
        self.column = QVBoxLayout(self._inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.GAP)
        self.setWidget(sheet)

    def add(self, *parts: QWidget | QLayout) -> None:
        """Adds parts below those that are there."""
        for part in parts:
            if isinstance(part, QWidget):
                self.column.addWidget(part)
            else:
                self.column.addLayout(part)

    def keep_sides(self, left: int, right: int) -> None:
        """Keeps these margins beside the column, in pixels."""
        self._outer.setContentsMargins(left, self._above, right, _MARGIN)

    def keep_within(self, widest: int) -> None:
        """Keeps the column no wider than this, in pixels."""
        self._inner.setMaximumWidth(widest)

    def end(self) -> None:
        """Lets what is left of the height stay empty below the last part."""
        self.column.addStretch(1)


def bring_into_view(part: QWidget) -> None:
    """Scrolls the page around a part until the part can be seen."""
    around = part.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if isinstance(around, QScrollArea):
        around.ensureWidgetVisible(part)
