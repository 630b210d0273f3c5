"""The icons: one family of line drawings (Lucide), drawn in the colour of the theme each time they are painted."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from desktop_app.paths import resources_dir
from desktop_app.ui import theme

PLAIN: Final = "text"


def icon(name: str, role: str = PLAIN, chosen: str | None = None) -> QIcon:
    """The icon in the colour of `role`; `chosen` is the role while its button is checked.

    It follows the theme by itself. Raises FileNotFoundError at the first paint for a name without a drawing.
    """
    return QIcon(_ThemedIcon(name, role, chosen or role))


def paint(painter: QPainter, name: str, rect: QRect | QRectF, color: QColor) -> None:
    """Draws the icon into `rect`, sharp at any scale."""
    _renderer(name, color.name()).render(painter, QRectF(rect))


class IconView(QWidget):
    """An icon that only illustrates: assistive technology passes it by, and nothing depends on it alone."""

    def __init__(self, name: str, role: str = PLAIN, *, size: int = 24, ground: str | None = None) -> None:
        super().__init__()
        self._name, self._role, self._ground, self._size = name, role, ground, size
        self._fit()

    def show_icon(self, name: str, role: str = PLAIN) -> None:
        """Shows another icon."""
        self._name, self._role = name, role
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Grows and shrinks with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- Qt calls it with the event
        """Draws the icon, on a rounded ground where it has one."""
        worn, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(worn.color(self._ground))
            painter.drawRoundedRect(self.rect(), theme.RADIUS, theme.RADIUS)
        side = worn.px(self._size)
        inner = QRect(0, 0, side, side)
        inner.moveCenter(self.rect().center())
        paint(painter, self._name, inner, worn.color(self._role))

    def _fit(self) -> None:
        side = theme.current().px(self._size * 2 + 4 if self._ground else self._size)
        self.setFixedSize(side, side)


class _ThemedIcon(QIconEngine):
    """Lets Qt's own controls (buttons, menus, fields) carry an icon that follows the theme."""

    def __init__(self, name: str, role: str, chosen: str) -> None:
        super().__init__()
        self._name, self._role, self._chosen = name, role, chosen

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draws the icon as its button's state asks."""
        role = self._chosen if state is QIcon.State.On else self._role
        color = theme.current().color("muted" if mode is QIcon.Mode.Disabled else role)
        paint(painter, self._name, rect, color)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon as a picture of exactly this many pixels."""
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        """Another of the same, for a copy of the icon."""
        return _ThemedIcon(self._name, self._role, self._chosen)


@lru_cache(maxsize=256)
def _renderer(name: str, color: str) -> QSvgRenderer:
    drawing = (resources_dir() / "icons" / "lucide" / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", color).encode()))
