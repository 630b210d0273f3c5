"""Find anything by what somebody types: places, diseases, help, terms, and what the articles say."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Final

from desktop_app.domain.found import Fit, Found, FoundKind, SearchWord
from desktop_app.domain.region import RegionMatch
from desktop_app.render.help import TOPICS, topic_title
from desktop_app.render.words import Words, filters
from desktop_app.storage.rule_pack import RulePack
from desktop_app.storage.word_search import Searchable, WordSearch

MOST_OF_A_KIND: Final = 6
"""More of one kind than this, and nobody reads them."""

_ORDER: Final = tuple(FoundKind)


class EverythingSearch:
    """Built when first asked, which takes its time; `find` then answers between two keys.

    `pages` are what the asker adds of its own: names of pages with where they lead.
    """

    def __init__(self, rulebook: RulePack, words: Words, pages: Iterable[Found] = ()) -> None:
        self._rulebook, self._words, self._pages = rulebook, words, tuple(pages)

    def prepare(self) -> "EverythingSearch":
        """Builds the index now."""
        self.find("a")
        return self

    def find(self, query: str, most_of_a_kind: int = MOST_OF_A_KIND) -> tuple[Found, ...]:
        """What fits, best first: exact before beginning before inside, then by kind, a few of each."""
        others = self._index.find(query)
        found = list(self._places(query, most_of_a_kind))
        for kind in _ORDER:
            found.extend([each for each in others if each.kind is kind][:most_of_a_kind])
        return tuple(sorted(found, key=lambda each: (each.fit, _ORDER.index(each.kind))))

    def _places(self, query: str, limit: int) -> Iterator[Found]:
        for match, fit in self._rulebook.rank_regions(query, limit):
            yield _place(match, fit)

    @cached_property
    def _index(self) -> WordSearch:
        words = _by_target(self._rulebook.search_words())
        pages = (Searchable(page, words(page), (page.title,), page.title) for page in self._pages)
        return WordSearch((*self._diseases(words), *self._topics(words), *self._terms(words), *pages, *self._stated()))

    def _diseases(self, words: "WordsOf") -> Iterator[Searchable]:
        for disease in self._rulebook.chronic_diseases():
            found = Found(
                kind=FoundKind.DISEASE,
                title=disease.name,
                detail=filters(self._words.language)["listed"](disease.aliases),
                target=str(disease.number),
            )
            yield Searchable(found, words(found), disease.codes)

    def _topics(self, words: "WordsOf") -> Iterator[Searchable]:
        for topic in TOPICS:
            found = Found(kind=FoundKind.TOPIC, title=topic_title(topic, self._words), detail="", target=topic)
            yield Searchable(found, words(found), (found.title,), found.title)

    def _terms(self, words: "WordsOf") -> Iterator[Searchable]:
        english = self._words.language == "en"
        for term in self._rulebook.terms():
            title = f"{term.name} · {term.english}" if english else term.name
            detail = term.in_english if english else term.explanation
            found = Found(kind=FoundKind.TERM, title=title, detail=detail, target=term.name)
            yield Searchable(found, words(found), (term.english,))

    def _stated(self) -> Iterator[Searchable]:
        for article in self._rulebook.articles():
            for fact in article.statements:
                detail = f"{fact.number} · {article.source.title}"
                found = Found(kind=FoundKind.STATEMENT, title=fact.text, detail=detail, target=article.source.id)
                yield Searchable(found, names=(fact.number,), text=fact.text)


WordsOf = Callable[[Found], tuple[SearchWord, ...]]


def _by_target(words: Iterable[SearchWord]) -> WordsOf:
    """The words of each thing that can be found."""
    sorted_out: dict[tuple[FoundKind, str], list[SearchWord]] = {}
    for word in words:
        sorted_out.setdefault((word.kind, word.target), []).append(word)
    return lambda found: tuple(sorted_out.get((found.kind, found.target), ()))


def _place(match: RegionMatch, fit: Fit) -> Found:
    region, area = match.region, match.area
    pool = area.name if area and area.code != region.code and area.name not in match.within else ""
    detail = " · ".join(part for part in (match.within, pool) if part)
    target = area.code if area else region.code
    return Found(kind=FoundKind.REGION, title=region.name, detail=detail, target=target, fit=fit)
