"""Questions that few people need, folded away under a line that says what they are."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_app.ui import theme
from desktop_app.ui.widgets.buttons import quiet_button


class Fold(QWidget):
    """A line to press and what lies under it. Open or closed, what stands in its fields counts."""

    def __init__(self, title: str, *, opened: bool = False) -> None:
        super().__init__()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.UNIT)
        self._button = quiet_button(title, "chevron-right")
        self._button.leading, self._button.side_room = True, 0
        self._button.setCheckable(True)
        self._inner = QWidget()
        self.column = QVBoxLayout(self._inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.GAP)
        whole.addWidget(self._button)
        whole.addWidget(self._inner)
        self._button.toggled.connect(self._turn)
        self._button.setChecked(opened)
        self._turn(opened)

    @property
    def button(self) -> QPushButton:
        """What opens and closes it."""
        return self._button

    def rename(self, title: str) -> None:
        """Lets the line say something else."""
        self._button.setText(title)
        self._button.updateGeometry()

    def _turn(self, opened: bool) -> None:
        self._inner.setVisible(opened)
        self._button.show_icon("chevron-down" if opened else "chevron-right")
        self._button.setAccessibleDescription(self.tr("open") if opened else self.tr("closed"))
