"""A list to choose one from, when cards would take too much room."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView

from desktop_app.ui import icons, theme


class Select(QComboBox):
    """A choice among a few values, each with its words."""

    edited = Signal()

    def __init__(self, choices: Iterable[tuple[str, str]] = ()) -> None:
        super().__init__()
        self.setView(QListView())
        self.setMaxVisibleItems(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self._offered: tuple[tuple[str, str], ...] = ()
        self.offer(choices)
        self.activated.connect(lambda _row: self.edited.emit())

    def offer(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offers other (value, words), keeping what is chosen where it is still offered."""
        wanted = tuple(choices)
        if wanted == self._offered:
            return
        kept, self._offered = self.value, wanted
        self.clear()
        for value, words in wanted:
            self.addItem(words, value)
        self.put_back(kept)

    @property
    def value(self) -> str:
        """The value chosen; empty where nothing is offered."""
        return self.currentData() or ""

    def problem(self) -> str:
        """Nothing can be wrong with a choice among what is offered."""
        return ""

    def remembered(self) -> str:
        """The value chosen."""
        return self.value

    def put_back(self, text: str) -> None:
        """Chooses a value again; the first where it is not offered."""
        self.setCurrentIndex(max(self.findData(text), 0))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaves the wheel to the page, so that scrolling past never changes an answer."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the chevron in the colour of the theme."""
        super().paintEvent(event)
        side = theme.current().px(18)
        place = QRect(self.width() - side - 10, (self.height() - side) // 2, side, side)
        icons.paint(QPainter(self), "chevron-down", place, theme.current().color("muted"))

    def showPopup(self) -> None:
        """Opens the list as wide as its longest words, and without Qt's own frame."""
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(self.itemText(row)) for row in range(self.count())), default=0)
        self.view().setMinimumWidth(max(self.width(), widest + 48))
        self.view().window().setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        super().showPopup()
