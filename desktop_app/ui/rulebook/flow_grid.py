"""Parts of one kind beside each other, as many to a line as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.ui import theme
from desktop_app.ui.widgets.form_row import FormRow


class FlowGrid(QWidget):
    """Equally wide parts, each at least `least` pixels (at 100 % text): rows of a form, entries of a legend.

    They are spread over as few lines as there is room for, evenly; parts that are hidden leave no hole.
    """

    def __init__(self, parts: Sequence[QWidget], *, least: int = 170) -> None:
        super().__init__()
        self._parts, self._least = tuple(parts), least
        self._stands: tuple[int, tuple[QWidget, ...]] = (0, ())
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.GAP)
        self._grid.setVerticalSpacing(theme.UNIT)
        for part in self._parts:
            part.setParent(self)  # only now can be told whether it is hidden
        self._arrange(len(self._parts))

    def minimumSizeHint(self) -> QSize:
        """One part below the other is enough."""
        return QSize(theme.current().px(self._least), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts as many parts beside each other as fit."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Looks again when a part comes, goes, or says something else."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        widest = max(theme.current().px(self._least), *(_wanted(part) for part in self._parts))
        most = (self.width() + theme.GAP) // (widest + theme.GAP)
        shown = sum(not part.isHidden() for part in self._parts)
        lines = -(-shown // max(most, 1))
        self._arrange(max(-(-shown // max(lines, 1)), 1))

    def _arrange(self, across: int) -> None:
        shown = tuple(part for part in self._parts if not part.isHidden())
        if self._stands == (across, shown):
            return
        self._stands = (across, shown)
        for column in range(len(self._parts)):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        for number, part in enumerate(shown):
            self._grid.addWidget(part, number // across, number % across, Qt.AlignmentFlag.AlignTop)


def _wanted(part: QWidget) -> int:
    """The width at which nothing of it is cut off; the sentences of a form's row wrap."""
    return (part.field if isinstance(part, FormRow) else part).sizeHint().width()
