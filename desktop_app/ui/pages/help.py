"""Help: the topics at the left, the page that was rendered from its template at the right, glossary terms as links."""

from collections.abc import Mapping
from dataclasses import asdict
from urllib.parse import unquote

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.render.help import TOPICS, help_context, help_page, help_style, topic_title
from desktop_app.ui import theme
from desktop_app.ui.page import Desk, Page
from desktop_app.ui.widgets.buttons import quiet_button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.help_panel import RichText
from desktop_app.ui.widgets.scroll_page import ScrollPage
from desktop_app.ui.widgets.select import Select
from desktop_app.ui.widgets.text import Text
from desktop_app.ui.widgets.worded_button import WordedButton

_GLOSSARY = "glossary"
_NARROW = 700
_LIST = 208


class TopicButton(WordedButton):
    """One topic of the list."""

    side_room, leading = 12, True

    def __init__(self, title: str, page: str) -> None:
        super().__init__(title)
        self.page = page
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def role(self) -> str:
        """The topic shown stands out."""
        return "primary" if self.isChecked() else "text"


class HelpPage(Page):
    """The list becomes one field to choose from where the window is narrow."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._library = desk.library
        self._context = help_context(desk.library.rulebook)
        self._before: list[str] = []
        self._shown = ""
        words = desk.library.words
        self._titles = {f"topic/{topic}": topic_title(topic, words) for topic in TOPICS}
        self._titles[_GLOSSARY] = self.tr("Glossary")
        self._text = RichText(name=self.tr("Help"), style=lambda: help_style(asdict(theme.current().roles), words))
        self._text.followed.connect(self._follow)
        scroll = ScrollPage(widest=960)
        self.sheet.addWidget(scroll)
        scroll.add(Text(self.tr("Help"), "title"), self._narrow_list(), self._columns())
        scroll.end()
        self._scroll = scroll
        QShortcut(QKeySequence.StandardKey.Back, self).activated.connect(self._go_back)
        self._show(f"topic/{TOPICS[0]}")

    def open_at(self, subject: str) -> None:
        """Opens a topic by its name, or any page of help."""
        self._visit(f"topic/{subject}" if subject in TOPICS else subject)

    def remembered(self) -> dict[str, str]:
        """The page that is open."""
        return {"page": self._shown}

    def put_back(self, kept: Mapping[str, str]) -> None:
        """Opens the page again."""
        if kept.get("page") in self._titles:
            self._show(kept["page"])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows the list beside the page where there is room for both."""
        super().resizeEvent(event)
        narrow = event.size().width() < theme.current().px(_NARROW)
        self._list.setVisible(not narrow)
        self._select.setVisible(narrow)

    def _narrow_list(self) -> Select:
        self._select = Select(self._titles.items())
        self._select.setAccessibleName(self.tr("Topics"))
        self._select.edited.connect(lambda: self._visit(self._select.value))
        return self._select

    def _columns(self) -> QHBoxLayout:
        row, card = QHBoxLayout(), Card()
        self._back = quiet_button(self.tr("Back"), "chevron-left")
        self._back.side_room = 4
        self._back.clicked.connect(self._go_back)
        card.body.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        card.add(self._text)
        row.setSpacing(theme.ROOM)
        row.addWidget(self._topics(), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        return row

    def _topics(self) -> QWidget:
        self._list = QWidget()
        self._list.setAccessibleName(self.tr("Topics"))
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        group = QButtonGroup(self._list)
        self._buttons = tuple(TopicButton(title, page) for page, title in self._titles.items())
        for button in self._buttons:
            group.addButton(button)
            column.addWidget(button)
            button.clicked.connect(lambda _checked=False, page=button.page: self._visit(page))
        self._list.setMinimumWidth(theme.current().px(_LIST))
        return self._list

    def _follow(self, address: str) -> None:
        scheme, _, target = unquote(address).partition(":")
        self._visit(f"{_GLOSSARY}/{target}" if scheme == _GLOSSARY else target)

    def _visit(self, page: str) -> None:
        if page != self._shown:
            self._before.append(self._shown)
            self._show(page)

    def _go_back(self) -> None:
        if self._before:
            self._show(self._before.pop())

    def _show(self, page: str) -> None:
        self._shown = page
        self._text.show_html(help_page(page, self._context, self._library.words))
        self._back.setVisible(bool(self._before))
        for button in self._buttons:
            button.setChecked(button.page == page)
        if page in self._titles:
            self._select.put_back(page)
        self._scroll.verticalScrollBar().setValue(0)
