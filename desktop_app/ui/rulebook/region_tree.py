"""Provinces and the pooling areas in them as a tree: arrow keys walk it, Enter or a click opens an area."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QTreeView

from desktop_app.domain.region import Province
from desktop_app.ui import theme

_CODE: Final = int(Qt.ItemDataRole.UserRole)
_HEIGHT = 420


class RegionTree(QTreeView):
    """`opened` carries the code of a pooling area, `province` the code of the province the keyboard is in."""

    opened = Signal(str)
    province = Signal(str)

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setHeaderHidden(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformRowHeights(True)
        self.setIndentation(theme.ROOM)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(theme.current().px(_HEIGHT))
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self._provinces: dict[str, QStandardItem] = {}
        self.clicked.connect(self._press)
        self.selectionModel().currentChanged.connect(self._tell)

    def show_provinces(self, provinces: Sequence[Province]) -> None:
        """Shows these; a province that is one pooling area has nothing below it."""
        for province in provinces:
            item = self._provinces[province.code] = _item(province.name, province.code)
            if [area.code for area in province.areas] != [province.code]:
                item.appendRows([_item(area.name, area.code) for area in province.areas])
            self._model.appendRow(item)
        self.setCurrentIndex(self._model.index(0, 0))

    def show_province(self, code: str) -> None:
        """Unfolds a province and moves to it."""
        item = self._provinces.get(code)
        if item is not None:
            self.collapseAll()
            self.expand(item.index())
            self.setCurrentIndex(item.index())
            self.scrollTo(item.index(), QAbstractItemView.ScrollHint.PositionAtTop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the space bar open an area, or unfold a province."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._press(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _tell(self, current: QModelIndex) -> None:
        """Tells which province the keyboard is in."""
        above = current.parent()
        code = (above if above.isValid() else current).data(_CODE)
        if isinstance(code, str):
            self.province.emit(code)

    def _press(self, index: QModelIndex) -> None:
        code = index.data(_CODE)
        if not isinstance(code, str):
            return
        if self._model.hasChildren(index):
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self.opened.emit(code)


def _item(name: str, code: str) -> QStandardItem:
    item = QStandardItem(name)
    item.setData(code, _CODE)
    return item
