"""A button with words and an icon beside them, evenly spaced whichever side the icon is on."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyleOptionButton

from desktop_app.ui import icons, theme

ICON = 20


class WordedButton(QPushButton):
    """Its frame and ground come from the style sheet, its words and icon are drawn in the colour of `role`."""

    gap, side_room, leading = 8, 22, False
    """Pixels between icon and words, pixels beside them, and whether they stand at the left instead of the middle."""

    def __init__(self, text: str, *, icon_name: str | None = None, trailing: bool = False) -> None:
        super().__init__(text)
        self._icon_name, self._trailing = icon_name, trailing
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)

    def show_icon(self, name: str) -> None:
        """Shows another icon."""
        self._icon_name = name
        self.update()

    def role(self) -> str:
        """The part of the theme that colours words and icon now."""
        return "text" if self.isEnabled() else "muted"

    def face(self) -> QFont:
        """The font the words have now; a chosen button is bold."""
        font = QFont(self.font())
        font.setBold(font.bold() or self.isChecked())
        return font

    def sizeHint(self) -> QSize:
        """Room for words and icon, and the height of a comfortable target."""
        return QSize(self._wide() + 2 * self.side_room, theme.current().px(theme.TARGET) + 4)

    def minimumSizeHint(self) -> QSize:
        """The words are never cut."""
        return self.sizeHint()

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Leaves the words out of what the style sheet draws."""
        super().initStyleOption(option)
        option.text = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the frame, then icon and words."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(self.face())
        painter.setPen(theme.current().color(self.role()))
        left = self.side_room if self.leading else (self.width() - self._wide()) // 2
        words = QRect(left, 0, self._words_wide(), self.height())
        if self._icon_name:
            side = theme.current().px(ICON)
            place = QRect(left, (self.height() - side) // 2, side, side)
            if self._trailing:
                place.moveLeft(words.right() + self.gap)
            else:
                words.moveLeft(place.right() + 1 + self.gap)
            self._paint_icon(painter, self._icon_name, place)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self.text())

    def _paint_icon(self, painter: QPainter, name: str, place: QRect) -> None:
        icons.paint(painter, name, place, theme.current().color(self.role()))

    def _words_wide(self) -> int:
        return QFontMetrics(self.face()).horizontalAdvance(self.text()) + 1

    def _wide(self) -> int:
        return self._words_wide() + (theme.current().px(ICON) + self.gap if self._icon_name else 0)
