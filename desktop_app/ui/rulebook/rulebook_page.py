"""The rulebook: the country, one area, two areas compared, and the articles, each under its own tab."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desktop_app.ui import theme
from desktop_app.ui.page import Desk, Page
from desktop_app.ui.rulebook.area_panel import AreaPanel
from desktop_app.ui.rulebook.article_panel import ArticlePanel
from desktop_app.ui.rulebook.compare_panel import ComparePanel
from desktop_app.ui.rulebook.country_panel import CountryPanel
from desktop_app.ui.rulebook.say import Say
from desktop_app.ui.widgets.scroll_page import ScrollPage
from desktop_app.ui.widgets.text import Text

COUNTRY, AREA, COMPARE, ARTICLES = "country", "area", "compare", "articles"
_TABS: Final = (COUNTRY, AREA, COMPARE, ARTICLES)
_AREA_SUBJECT: Final = "area/"
_ARTICLE_SUBJECT: Final = "article/"


class RulebookPage(Page):
    """Opens at an area (`area/140100`) or an article (`article/article-2`) where it is asked to."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        say = Say(desk.library.words)
        self.country, self.area = CountryPanel(desk), AreaPanel(desk)
        self.compare, self.articles = ComparePanel(desk), ArticlePanel(desk)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(say("page.tabs"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self._stack = QStackedWidget()
        for tab, panel in zip(_TABS, (self.country, self.area, self.compare, self.articles), strict=True):
            self.tabs.addTab(say(f"page.tab.{tab}"))
            self._stack.addWidget(_scrolled(panel))
        self.tabs.currentChanged.connect(self._turn)
        self.country.opened.connect(self._open_area)
        self.area.told.connect(self.told)
        self.sheet.addLayout(self._head(say("page.title")))
        self.sheet.addWidget(self._stack, 1)

    def open_at(self, subject: str) -> None:
        """Opens at an area or an article."""
        if subject.startswith(_AREA_SUBJECT):
            self._open_area(subject.removeprefix(_AREA_SUBJECT))
        elif subject.startswith(_ARTICLE_SUBJECT):
            self.articles.put_back({"article": subject.removeprefix(_ARTICLE_SUBJECT)})
            self._go_to(ARTICLES)

    def remembered(self) -> dict[str, str]:
        """The tab that is open and what is asked for in each."""
        asked = {f"area_{name}": text for name, text in self.area.filter.remembered().items()}
        compared = {f"compare_{name}": text for name, text in self.compare.filter.remembered().items()}
        return {"tab": _TABS[self.tabs.currentIndex()], **asked, **compared, **self.articles.remembered()}

    def put_back(self, kept: Mapping[str, str]) -> None:
        """Opens it as it was left."""
        for prefix, panel in (("area_", self.area), ("compare_", self.compare)):
            asked = {name.removeprefix(prefix): text for name, text in kept.items() if name.startswith(prefix)}
            if asked:
                panel.put_back(asked)
        self.articles.put_back(kept)
        if kept.get("tab") in _TABS:
            self._go_to(kept["tab"])

    def figures_changed(self) -> None:
        """The comparison with the person's own figures as they are now."""
        self.compare.load_again()

    def showEvent(self, event: QShowEvent) -> None:
        """Reads what the tab shows, away from the window."""
        super().showEvent(event)
        self._turn(self.tabs.currentIndex())

    def _head(self, title: str) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setContentsMargins(theme.MARGIN, theme.MARGIN - theme.UNIT, theme.MARGIN, 0)
        head.setSpacing(theme.UNIT)
        head.addWidget(Text(title, "title"))
        head.addWidget(self.tabs)
        return head

    def _open_area(self, code: str) -> None:
        self.area.show_area(code)
        self._go_to(AREA)

    def _go_to(self, tab: str) -> None:
        self.tabs.setCurrentIndex(_TABS.index(tab))

    def _turn(self, tab: int) -> None:
        self._stack.setCurrentIndex(tab)
        if _TABS[tab] == COUNTRY:
            self.country.load()
        elif _TABS[tab] == ARTICLES:
            self.articles.load()


def _scrolled(panel: QWidget) -> ScrollPage:
    page = ScrollPage(above=theme.GAP)
    page.add(panel)
    page.end()
    return page
