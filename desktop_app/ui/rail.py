"""The rail at the left: the pages by icon and name, and at its foot which rulebook this is."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from desktop_app.ui import theme
from desktop_app.ui.icons import IconView
from desktop_app.ui.page import PageEntry
from desktop_app.ui.widgets.text import Text
from desktop_app.ui.widgets.worded_button import WordedButton

_WIDTH = 196


class RailButton(WordedButton):
    """One page in the rail."""

    gap, side_room, leading = 12, 12, True

    def __init__(self, entry: PageEntry, shortcut: str) -> None:
        super().__init__(entry.name(), icon_name=entry.icon)
        self.id = entry.id
        self.setCheckable(True)
        self.setAccessibleName(entry.name())
        self.setAccessibleDescription(shortcut)
        self.setToolTip(shortcut)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def role(self) -> str:
        """The page shown stands out."""
        return "primary" if self.isChecked() else "text"


class Rail(QFrame):
    """The way from page to page. `chosen` carries a page's id."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[PageEntry]) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Pages"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 18, 12, 24)
        column.setSpacing(4)
        column.addLayout(self._name())
        column.addSpacing(8)
        self._group = QButtonGroup(self)
        self.buttons = {entry.id: RailButton(entry, f"Ctrl+{number}") for number, entry in enumerate(entries, 1)}
        for button in self.buttons.values():
            self._group.addButton(button)
            column.addWidget(button)
            button.clicked.connect(lambda _checked=False, id=button.id: self.chosen.emit(id))
        column.addStretch(1)
        self._rulebook = Text("", "small")
        column.addLayout(self._foot())
        self._fit()

    def mark(self, id: str) -> None:
        """Marks the page that is shown."""
        self.buttons[id].setChecked(True)

    def show_rulebook(self, words: str) -> None:
        """Says which rulebook is open."""
        self._rulebook.setText(words)

    def changeEvent(self, event: QEvent) -> None:
        """Grows and shrinks with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "buttons"):
            self._fit()

    def _fit(self) -> None:
        widest = max(button.sizeHint().width() for button in self.buttons.values())
        self.setFixedWidth(max(theme.current().px(_WIDTH), widest + 24))

    def _name(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(10, 0, 0, 0)
        row.setSpacing(10)
        name = Text(self.tr("Yidi"))
        name.setObjectName("name")
        row.addWidget(IconView("map-pin", "primary"))
        row.addWidget(name, 1)
        return row

    def _foot(self) -> QVBoxLayout:
        foot, line = QVBoxLayout(), QHBoxLayout()
        foot.setContentsMargins(10, 0, 0, 0)
        foot.setSpacing(2)
        line.setSpacing(6)
        line.addWidget(IconView("wifi-off", "muted", size=14))
        line.addWidget(Text(self.tr("Runs offline"), "small"), 1)
        foot.addWidget(self._rulebook)
        foot.addLayout(line)
        return foot
