"""Show what the source articles state, what of it is used, and what is doubted."""

from desktop_app.domain.evidence import Fact
from desktop_app.domain.policy import NATION
from desktop_app.domain.read_article import ReadArticle, ReadStatement
from desktop_app.rules.disagreement import CITED, weigh
from desktop_app.storage.rule_pack import RulePack


def show_articles(rulebook: RulePack) -> tuple[ReadArticle, ...]:
    """The source articles in their order, statement by statement, each weighed against what states otherwise."""
    articles = rulebook.articles()
    stated = {fact.number: fact for article in articles for fact in article.statements}
    reader = _Reader(rulebook, stated)
    return tuple(
        ReadArticle(article, tuple(reader.weighed(fact) for fact in article.statements)) for article in articles
    )


class _Reader:
    """Weighs statements; a disagreement noted on either side counts for both."""

    def __init__(self, rulebook: RulePack, stated: dict[str, Fact]) -> None:
        self._rulebook, self._stated = rulebook, stated
        self._in_use = rulebook.facts_in_use() | CITED
        self._noted: dict[str, list[str]] = {}
        for fact in stated.values():
            for other in fact.disagrees_with:
                self._noted.setdefault(other, []).append(fact.number)

    def weighed(self, fact: Fact) -> ReadStatement:
        numbers = dict.fromkeys((*fact.disagrees_with, *self._noted.get(fact.number, ())))
        others = [other for number in numbers if (other := self._found(number, fact)) is not None]
        against = tuple(weigh(fact, other, (*fact.regions, NATION), self._in_use) for other in others)
        return ReadStatement(fact, fact.number in self._in_use, against)

    def _found(self, number: str, beside: Fact) -> Fact | None:
        """The other statement, as an article states it or as it may be shown where this one holds."""
        if number in self._stated:
            return self._stated[number]
        return self._rulebook.fact(number, next((place for place in beside.regions if place != NATION), None))
