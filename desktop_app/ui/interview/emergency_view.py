"""The emergency card: what to do now, before any formality."""

from dataclasses import asdict

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.interview.draft import Draft
from desktop_app.render.help import EMERGENCY_CARD, help_context, help_page, help_style
from desktop_app.ui import theme
from desktop_app.ui.opened import Opened
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.help_panel import RichText


class EmergencyView(QWidget):
    """Large and short; `followed` carries a link to help."""

    followed = Signal(str)

    def __init__(self, library: Opened, draft: Draft, *, title: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(Banner("danger", title, icon="ambulance"))
        words = library.words
        text = RichText(name=title, style=lambda: help_style(asdict(theme.current().roles), words))
        text.followed.connect(self.followed)
        text.show_html(help_page(EMERGENCY_CARD, help_context(library.rulebook, draft), words))
        card = Card()
        card.add(text)
        column.addWidget(card)
        column.addStretch(1)
