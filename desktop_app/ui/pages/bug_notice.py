"""The line that stands above the page when the program itself was at fault."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.paths import log_file
from desktop_app.ui import theme
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.buttons import quiet_button


class BugNotice(QWidget):
    """Says that something went wrong, that nothing typed is lost, and what to quote; pressed away when it was read."""

    def __init__(self, number: str) -> None:
        super().__init__()
        self.setObjectName("page")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.GAP, theme.MARGIN, 0)
        words = self.tr("What you entered is kept. If it happens again, quote %1; the place is noted in %2.")
        read = quiet_button(self.tr("Close"), "x")
        read.clicked.connect(self.hide)
        words = words.replace("%1", number).replace("%2", str(log_file()))
        column.addWidget(Banner("warning", self.tr("Something went wrong in the program"), words, action=read))
