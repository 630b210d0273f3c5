"""The words people search with, from `search_words.yaml`, the diseases and the glossary, each with its pinyin."""

from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import Field
from sqlalchemy import select

from desktop_app.domain.found import FoundKind
from desktop_app.storage.data_text import Build, Entry, PlainText
from desktop_app.storage.tables import DiseaseRow, SearchWordRow, TermRow

Words = Annotated[tuple[PlainText, ...], Field(min_length=1)]


class SearchWordsFile(Entry):
    """`search_words.yaml`: other words for help topics and pages by name, diseases by number, terms, places by code."""

    topics: dict[str, Words]
    pages: dict[str, Words] = Field(default_factory=dict)
    diseases: dict[int, Words]
    terms: dict[str, Words]
    regions: dict[str, Words]


def compile_search(build: Build) -> None:
    """Fills search_word. A disease, term or place that does not exist is a problem."""
    file = build.data / "search_words.yaml"
    parsed = build.read(file, SearchWordsFile)
    if parsed is None:
        return
    diseases = {str(row.number): (row.name, *row.aliases) for row in build.connection.execute(_DISEASES)}
    terms = {term: (term,) for term in build.connection.scalars(select(TermRow.term).order_by(TermRow.position))}
    more = {str(number): words for number, words in parsed.content.diseases.items()}
    for number in parsed.content.diseases:
        build.need(file, parsed.lines.of("diseases", str(number)), "diseases", str(number), set(diseases))
    for term in parsed.content.terms:
        build.need(file, parsed.lines.of("terms", term), "terms", term, set(terms))
    for code in parsed.content.regions:
        build.need(file, parsed.lines.of("regions", code), "regions", code, build.known_regions)
    rows = [
        *_rows(FoundKind.REGION, parsed.content.regions, {}),
        *_rows(FoundKind.TOPIC, parsed.content.topics, {}),
        *_rows(FoundKind.PAGE, parsed.content.pages, {}),
        *_rows(FoundKind.DISEASE, diseases, more),
        *_rows(FoundKind.TERM, terms, parsed.content.terms),
    ]
    build.insert(SearchWordRow, [{"id": id, **row} for id, row in enumerate(rows, 1)])


_DISEASES = select(DiseaseRow.number, DiseaseRow.name, DiseaseRow.aliases).order_by(DiseaseRow.number)


def _rows(kind: FoundKind, known: Mapping[str, Words], more: Mapping[str, Words]) -> Iterator[dict[str, object]]:
    for target, words in known.items():
        for word in dict.fromkeys((*words, *more.get(target, ()))):
            yield {"kind": kind.value, "target": target, "word": word, "pinyin": " ".join(_syllables(word))}


def _syllables(word: str) -> list[str]:
    """One syllable per character; what has no reading stands for itself."""
    from pypinyin import Style, lazy_pinyin

    return lazy_pinyin(word, style=Style.NORMAL, errors=list)  # type: ignore[arg-type]  # it takes a list of parts too
