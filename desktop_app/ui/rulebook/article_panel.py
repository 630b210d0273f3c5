"""The source articles: statement by statement what they say, what is used, what is doubted and what stands against."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.render.views.article_view import ArticleView, StatementView, article_view
from desktop_app.services.show_articles import show_articles
from desktop_app.ui import theme
from desktop_app.ui.icons import IconView
from desktop_app.ui.page import Desk
from desktop_app.ui.rulebook.facts_card import FactRow, beside_row
from desktop_app.ui.rulebook.say import Say
from desktop_app.ui.widgets.card import Card, emptied
from desktop_app.ui.widgets.choice_card import Choice, ChoiceGroup
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.evidence_badge import Capsule
from desktop_app.ui.widgets.filling import filled_at_once
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.select import Select
from desktop_app.ui.widgets.text import Divider, Text

_ROLES: Final = {"used": "good", "used_in_doubt": "warning", "doubted": "warning", "kept": "muted"}
_NARROW = 700


class ArticlePanel(QWidget):
    """The articles at the left, the one chosen at the right; read away from the window when first shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._say = desk, Say(desk.library.words)
        self._articles: tuple[ArticleView, ...] = ()
        self.shown = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._right = QVBoxLayout()
        self._column.addWidget(Text(self._say("page.reading"), "muted"))
        self._column.addStretch(1)

    @property
    def is_read(self) -> bool:
        """Whether the articles are on screen."""
        return bool(self._articles)

    def remembered(self) -> dict[str, str]:
        """The article that is open."""
        return {"article": self.shown}

    def put_back(self, kept: Mapping[str, str]) -> None:
        """Opens it again."""
        self.shown = kept.get("article", "")

    def load(self) -> None:
        """Reads the articles, once."""
        if self._articles:
            return
        library = self._desk.library
        self._desk.background.run(
            lambda: tuple(
                article_view(read, library.rulebook, library.words) for read in show_articles(library.rulebook)
            ),
            owner=self,
            done=self._take,
        )

    def _take(self, articles: tuple[ArticleView, ...]) -> None:
        if self._articles or not articles:
            return
        self._articles = articles
        if self.shown not in {article.id for article in articles}:
            self.shown = articles[0].id
        emptied(self._column)
        right = QWidget()
        self._right = QVBoxLayout(right)
        self._right.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Columns([(self._list(), 2), (right, 3)], narrow=_NARROW, spacing=theme.ROOM))
        self._column.addStretch(1)
        self._show()

    def _list(self) -> QWidget:
        """What of an article is to be seen, and the articles to choose from."""
        self.which = Select([(which, self._say(f"page.which.{which}")) for which in ("all", "used", "doubted")])
        self.which.edited.connect(self._show)
        dates = {article.id: self._say("page.dated", day=article.date) for article in self._articles}
        choices = [Choice(article.id, article.title, dates[article.id]) for article in self._articles]
        self.list = ChoiceGroup(choices, name=self._say("page.tab.articles"), value=self.shown)
        self.list.chosen.connect(self._open)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(FormRow(self._say("page.which_statements"), self.which))
        column.addWidget(self.list)
        return left

    def _open(self, id: str) -> None:
        self.shown = id
        self._show()

    def _show(self) -> None:
        with filled_at_once(self):
            emptied(self._right)
            self._fill()

    def _fill(self) -> None:
        article = next((article for article in self._articles if article.id == self.shown), None)
        if article is None:
            return
        card = Card(article.title, spacing=theme.UNIT)
        card.add(Text(article.summary, "muted"), Text(self._say("page.article_note"), "small"))
        for statement in article.statements:
            if self._is_wanted(statement):
                card.add(Divider(), StatementRow(statement, self._say))
        self._right.addWidget(card)

    def _is_wanted(self, statement: StatementView) -> bool:
        wanted = {
            "used": statement.standing in ("used", "used_in_doubt"),
            "doubted": statement.doubted,
        }
        return wanted.get(self.which.value, True)


class StatementRow(QWidget):
    """One statement: its subject, how it stands, what it says, and what stands against it."""

    def __init__(self, statement: StatementView, say: Say) -> None:
        super().__init__()
        self.setAccessibleName(f"{statement.word}: {statement.fact.text}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(theme.UNIT)
        if statement.doubted:
            head.addWidget(IconView("triangle-alert", "warning", size=18))
        head.addWidget(Text(statement.subject, "small"), 1)
        head.addWidget(Capsule(_ROLES[statement.standing], statement.word), 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(head)
        column.addWidget(FactRow(replace(statement.fact, source="", link="")))
        if statement.note:
            column.addWidget(Text(say("page.note", note=statement.note), "small"))
        for against in statement.against:
            row = QHBoxLayout()
            row.setContentsMargins(theme.ROOM, 0, 0, 0)
            row.addWidget(beside_row(against, statement.fact.number, say))
            column.addLayout(row)
