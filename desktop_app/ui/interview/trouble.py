"""What is wrong with keeping the answers, above the page; nothing where nothing is."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui import theme
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.card import emptied


class Trouble(QWidget):
    """One sentence, which goes when the trouble does."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.MARGIN, theme.GAP, theme.MARGIN, 0)
        self.setVisible(False)

    def show_sentence(self, sentence: str) -> None:
        """Says what is wrong; an empty sentence takes it back."""
        emptied(self._column)
        self.setVisible(bool(sentence))
        if sentence:
            self._column.addWidget(Banner("warning", sentence))
