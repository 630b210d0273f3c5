"""A title with a line about it, measured and painted: what choice cards, checklist rows and wizard steps share."""

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop_app.ui import theme

_MANY = 1 << 14


if TYPE_CHECKING:
    _MixedIn = QAbstractButton
else:
    _MixedIn = object  # PySide cannot derive a class from two Qt classes


@dataclass(frozen=True, slots=True)
class TwoLines:
    """The words of a row; each part wraps where it must. Sizes are type sizes in pixels at 100 %."""

    title: str
    detail: str
    title_font: QFont
    detail_font: QFont

    @property
    def width(self) -> int:
        """The width at which neither part wraps."""
        title, detail = QFontMetrics(self.title_font), QFontMetrics(self.detail_font)
        return max(title.horizontalAdvance(self.title), detail.horizontalAdvance(self.detail)) + 1

    @property
    def first_line(self) -> int:
        """The height of the title's first line."""
        return QFontMetrics(self.title_font).height()

    def height(self, width: int) -> int:
        """The height of all lines at this width."""
        return sum(self._heights(width))

    def paint(self, painter: QPainter, place: QRect, role: str) -> None:
        """Draws both parts, centred in `place` from top to bottom; `role` colours the title."""
        title, detail = self._heights(place.width())
        top = place.top() + (place.height() - title - detail) // 2
        _paint(painter, QRect(place.left(), top, place.width(), title), self.title_font, self.title, role)
        below = QRect(place.left(), top + title, place.width(), detail)
        _paint(painter, below, self.detail_font, self.detail, "muted")

    def _heights(self, width: int) -> tuple[int, int]:
        return _height(self.title_font, self.title, width), _height(self.detail_font, self.detail, width)


def two_lines(
    button: QAbstractButton, detail: str, *, title_size: int, detail_size: int, bold: bool = True
) -> TwoLines:
    """The words of a button: its text and `detail`."""
    title_font, detail_font = QFont(button.font()), QFont(button.font())
    title_font.setPixelSize(theme.current().px(title_size))
    title_font.setBold(bold)
    detail_font.setPixelSize(theme.current().px(detail_size))
    detail_font.setBold(False)
    return TwoLines(button.text(), detail, title_font, detail_font)


class RowButton(_MixedIn):
    """Mixed into a Qt button: the whole row is pressed, and it grows with its words instead of cutting them off."""

    detail: str = ""
    least_height = theme.TARGET

    def words(self) -> TwoLines:
        """The words as they are drawn now."""
        raise NotImplementedError

    def margins(self) -> tuple[int, int, int]:
        """What stands left and right of the words, and above and below them, in pixels."""
        raise NotImplementedError

    def be_a_row(self, detail: str) -> None:
        """Sets what every row has: names for assistive technology, the hand, and a height that follows the width."""
        self.detail = detail
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(detail)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if self.isEnabled():
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Room for the words on one line each."""
        left, right, _above = self.margins()
        return QSize(self.words().width + left + right, self.heightForWidth(_MANY))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for the smallest window; the words wrap."""
        left, right, _above = self.margins()
        return QSize(left + right + theme.current().px(90), theme.current().px(self.least_height))

    def hasHeightForWidth(self) -> bool:
        """The narrower the row, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at this width."""
        left, right, above = self.margins()
        return max(theme.current().px(self.least_height), self.words().height(width - left - right) + 2 * above)

    def hitButton(self, pos: QPoint) -> bool:
        """The whole row can be pressed."""
        return self.rect().contains(pos)

    def words_place(self) -> QRect:
        """Where the words stand."""
        left, right, _above = self.margins()
        return self.rect().adjusted(left, 0, -right, 0)


def _height(font: QFont, text: str, width: int) -> int:
    """The height of the text as `_paint` breaks it into lines: at words where there are any."""
    if not text:
        return 0
    layout = QTextLayout(text, font)
    layout.setTextOption(_wrapping())
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        height += line.height() + QFontMetricsF(font).leading()
    layout.endLayout()
    return ceil(height)


def _paint(painter: QPainter, place: QRect, font: QFont, text: str, role: str) -> None:
    painter.setFont(font)
    painter.setPen(theme.current().color(role))
    painter.drawText(QRectF(place).adjusted(0, -2, 0, 2), text, _wrapping())


def _wrapping() -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
