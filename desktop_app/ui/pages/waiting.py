"""What stands in place of a page while the rulebook is being opened, or when it cannot be."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui import theme
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.text import Text


class WaitingPage(QWidget):
    """One calm line; with a problem, what is wrong and what to do."""

    def __init__(self, problem: str = "") -> None:
        super().__init__()
        self.setObjectName("page")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.MARGIN, theme.MARGIN, theme.MARGIN)
        if problem:
            column.addWidget(Banner("warning", self.tr("The rulebook cannot be opened"), problem))
            column.addStretch(1)
            return
        waiting = Text(self.tr("Opening the rulebook …"), "muted")
        waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(waiting)
