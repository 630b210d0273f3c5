"""The country as tiles, one for each province and the corps, coloured and lettered by how far its figures hold."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from desktop_app.render.views.country_view import ProvinceView
from desktop_app.ui import theme
from desktop_app.ui.rulebook.tile_places import TilePlace, tile_places

ROLES: Final = {"official": "good", "reported": "info", "typical": "warning", "gap": "muted"}
"""The role that colours a tile, by the grade of the province."""

_HEIGHT, _GAP = 50, 4
_WAYS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class ProvinceTile(QAbstractButton):
    """One province: its name over the letter of its grade, on the colour of the grade."""

    def __init__(self, province: ProvinceView) -> None:
        super().__init__()
        self.province = province
        self.setText(province.name)
        self.setAccessibleName(province.sentence)
        self.setToolTip(province.sentence)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the name, and the height of a comfortable target."""
        wide = QFontMetrics(_font(self.font(), theme.SMALL)).horizontalAdvance(self.province.name)
        return QSize(wide + 6, theme.current().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The name is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaves the arrow keys to the map, which knows the neighbours."""
        if Qt.Key(event.key()) in _WAYS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- Qt calls it with the event
        """Draws ground, name and letter; the tile chosen and the one under the keyboard have strong edges."""
        worn, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = ROLES[self.province.grade]
        ground = "hover" if role == "muted" or self.underMouse() else f"{role}_weak"
        edge = "focus" if self.hasFocus() else "text" if self.isChecked() else role
        thick = 3 if self.hasFocus() or self.isChecked() else worn.line
        painter.setPen(QPen(worn.color(edge), thick))
        painter.setBrush(worn.color(ground))
        inset = thick / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)
        middle = self.height() // 2 + 2
        self._write(painter, QRect(0, 2, self.width(), middle - 2), self.province.name, theme.SMALL, "text")
        self._write(
            painter, QRect(0, middle - 4, self.width(), middle - 2), self.province.letter, theme.BODY, role, bold=True
        )

    def _write(self, painter: QPainter, place: QRect, text: str, size: int, role: str, *, bold: bool = False) -> None:
        painter.setFont(_font(self.font(), size, bold=bold))
        painter.setPen(theme.current().color(role))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


class TileMap(QWidget):
    """The tiles in the customary grid. One of them takes the keyboard; arrow keys move to the nearest in their way."""

    chosen = Signal(str)

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._places = tile_places()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self.tiles: dict[str, ProvinceTile] = {}

    def show_tiles(self, tiles: Sequence[ProvinceView]) -> None:
        """Shows these provinces; called once."""
        for province in tiles:
            place = self._places[province.code]
            tile = self.tiles[province.code] = ProvinceTile(province)
            tile.clicked.connect(lambda _checked=False, code=province.code: self._take(code))
            self._grid.addWidget(tile, place.row, place.column)
        for column in range(1 + max(place.column for place in self._places.values())):
            self._grid.setColumnStretch(column, 1)
        self._enter_at(next(iter(self.tiles.values())))

    def mark(self, code: str | None) -> None:
        """Marks a province as the one that is shown; None marks none."""
        for own, tile in self.tiles.items():
            tile.setChecked(own == code)
        if code in self.tiles:
            self._enter_at(self.tiles[code])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves from tile to tile."""
        way = _WAYS.get(Qt.Key(event.key()))
        here = next((code for code, tile in self.tiles.items() if tile.hasFocus()), None)
        if way is None or here is None:
            super().keyPressEvent(event)
            return
        there = self._nearest(self._places[here], way)
        if there:
            self._enter_at(self.tiles[there])
            self.tiles[there].setFocus(Qt.FocusReason.TabFocusReason)

    def _take(self, code: str) -> None:
        self.mark(code)
        self.chosen.emit(code)

    def _enter_at(self, entry: ProvinceTile) -> None:
        """Lets the tabulator stop at one tile only, so that it does not have to pass thirty-two."""
        for tile in self.tiles.values():
            tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tile is entry else Qt.FocusPolicy.ClickFocus)

    def _nearest(self, here: TilePlace, way: tuple[int, int]) -> str | None:
        """The nearest tile in a direction, straight ahead before aside."""
        ahead: list[tuple[int, int, str]] = []
        for code in self.tiles:
            across, down = self._places[code].column - here.column, self._places[code].row - here.row
            forward = across * way[0] + down * way[1]
            aside = abs(across * way[1]) + abs(down * way[0])
            if forward > 0:
                ahead.append((forward + 2 * aside, aside, code))
        return min(ahead)[2] if ahead else None


def _font(font: QFont, size: int, *, bold: bool = False) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(theme.current().px(size))
    sized.setBold(bold)
    return sized
