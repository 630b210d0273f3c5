"""The search box of the home page: looks like a field, and opens the search when it is pressed."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyleOptionButton

from desktop_app.ui import icons, theme

_EDGE, _ICON, _GAP, _CAP = 16, 18, 10, 8


class SearchBox(QPushButton):
    """Shows examples where there is room for them, and the keys that open the search from everywhere."""

    def __init__(self, words: str, examples: str, keys: str) -> None:
        super().__init__(words)
        self._examples, self._keys = examples, keys
        self.setObjectName("search_box")
        self.setAccessibleName(words)
        self.setAccessibleDescription(keys)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as a field."""
        worn = theme.current()
        return QSize(self._room(self.text()), worn.px(theme.TARGET) + 4)

    def minimumSizeHint(self) -> QSize:
        """The words without the examples."""
        return self.sizeHint()

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Leaves the words out of what the style sheet draws."""
        super().initStyleOption(option)
        option.text = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the frame of a field, the glass, the words and the keys."""
        super().paintEvent(event)
        worn, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = worn.px(_ICON)
        icons.paint(painter, "search", QRect(_EDGE, (self.height() - side) // 2, side, side), worn.color("muted"))
        painter.setFont(self._face(theme.BODY))
        painter.setPen(worn.color("muted"))
        longer = f"{self.text()}{self._examples}"
        words = longer if self._room(longer) <= self.width() else self.text()
        left = _EDGE + side + _GAP
        painter.drawText(QRect(left, 0, self.width() - left, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
        self._paint_keys(painter)

    def _paint_keys(self, painter: QPainter) -> None:
        worn, font = theme.current(), self._face(theme.SMALL)
        width = QFontMetrics(font).horizontalAdvance(self._keys) + 2 * _CAP
        height = QFontMetrics(font).height() + 2
        cap = QRectF(self.width() - _EDGE - width, (self.height() - height) / 2, width, height)
        painter.setPen(QPen(worn.color("border"), worn.line))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setFont(font)
        painter.setPen(worn.color("muted"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._keys)

    def _room(self, words: str) -> int:
        """The width these words need with everything beside them."""
        worn = theme.current()
        keys = QFontMetrics(self._face(theme.SMALL)).horizontalAdvance(self._keys) + 2 * _CAP
        text = QFontMetrics(self._face(theme.BODY)).horizontalAdvance(words)
        return 2 * _EDGE + worn.px(_ICON) + 2 * _GAP + text + keys

    def _face(self, size: int) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(theme.current().px(size))
        font.setBold(False)
        return font
