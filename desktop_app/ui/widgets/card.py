"""Cards: white ground, hairline border, round corners, no shadow."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QVBoxLayout, QWidget

from desktop_app.ui import theme
from desktop_app.ui.widgets.text import Text


class Card(QFrame):
    """A card that stacks what is added to it. `tone` "primary" marks the one that matters most."""

    def __init__(self, heading: str = "", *, tone: str = "plain", spacing: int = theme.UNIT) -> None:
        super().__init__()
        self.setProperty("tone", tone)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(theme.ROOM, theme.ROOM - 4, theme.ROOM, theme.ROOM - 4)
        self.body.setSpacing(spacing)
        if heading:
            self.setAccessibleName(heading)
            self.add(Text(heading, "heading"))

    def add(self, *parts: QWidget | QLayout) -> None:
        """Adds parts below those that are there."""
        for part in parts:
            if isinstance(part, QWidget):
                self.body.addWidget(part)
            else:
                self.body.addLayout(part)


def emptied(layout: QLayout) -> None:
    """Takes everything out of a layout and gives it up."""
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            emptied(inner)
        if widget is not None:
            widget.hide()
            widget.deleteLater()
