"""Another way to the same care on screen: what it takes, until when, on what evidence, and what to ask first."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.render.views.way_view import Way
from desktop_app.ui.interview.statements import StatementRow
from desktop_app.ui.widgets.text import Text


class WayRow(QWidget):
    """The name, then one line each."""

    def __init__(self, way: Way) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Text(way.name, "strong"))
        column.addWidget(StatementRow(way.difference))
        if way.note:
            column.addWidget(Text(way.note, "accent"))
        column.addWidget(StatementRow(way.takes))
        for line in (way.until, way.ask):
            if line:
                column.addWidget(Text(line, "muted"))
