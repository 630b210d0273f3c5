"""A source article in words: what it states, what is used, what is doubted and what stands against it."""

from dataclasses import dataclass
from typing import Literal

from desktop_app.domain.message import message
from desktop_app.domain.read_article import ReadArticle, ReadStatement
from desktop_app.render.library import Library
from desktop_app.render.views.area_view import Against, FactView, against_view, fact_view
from desktop_app.render.views.figure_words import FigureWords
from desktop_app.render.words import Words

Standing = Literal["used", "used_in_doubt", "doubted", "kept"]
"""Used; used although something speaks against it; doubted and not used; kept for reading alone."""


@dataclass(frozen=True, slots=True)
class StatementView:
    """One statement: how it stands, in a word, and what states otherwise."""

    fact: FactView
    subject: str
    standing: Standing
    word: str
    note: str
    against: tuple[Against, ...]

    @property
    def doubted(self) -> bool:
        """Whether something speaks against it."""
        return self.standing in ("used_in_doubt", "doubted")


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article: its title with the subject, its date, how much of it is used and doubted, and its statements."""

    id: str
    title: str
    date: str
    summary: str
    statements: tuple[StatementView, ...]


def article_view(read: ReadArticle, library: Library, words: Words) -> ArticleView:
    """The article in words."""
    figures = FigureWords(library, words)
    statements = tuple(_statement(each, figures, words) for each in read.statements)
    source = read.article.source
    summary = message(
        "rulebook_page.article.summary",
        total=len(statements),
        used=sum(each.standing in ("used", "used_in_doubt") for each in statements),
        doubted=sum(each.doubted for each in statements),
    )
    return ArticleView(source.id, source.title, source.published, words.text(summary), statements)


def _statement(read: ReadStatement, figures: FigureWords, words: Words) -> StatementView:
    standing: Standing = "used" if read.in_use else "kept"
    if read.doubted:
        standing = "used_in_doubt" if read.in_use else "doubted"
    return StatementView(
        fact=fact_view(read.fact, figures, words),
        subject=figures.say(f"topic.{read.fact.topic}"),
        standing=standing,
        word=figures.say(f"article.{standing}"),
        note=read.fact.note,
        against=tuple(against_view(each, figures, words) for each in read.against),
    )
