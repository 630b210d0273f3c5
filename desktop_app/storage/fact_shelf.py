"""Facts, sources, diseases and terms out of the rule pack."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Engine, Executable, Row, bindparam, select
from sqlalchemy.orm import Session

from desktop_app.domain.evidence import Article, Evidence, Fact, Source
from desktop_app.domain.person import Scheme
from desktop_app.domain.policy import NATION, ChronicDisease
from desktop_app.domain.term import Term
from desktop_app.storage.figure_tables import FigureBackingRow
from desktop_app.storage.policy_tables import PolicyRow
from desktop_app.storage.tables import DiseaseRow, FactPlaceRow, FactRow, SourceRow, TermRow

REMEMBERED: Final = 4096
"""How many answers are kept: a pack never changes while it is open, and one plan cites the same facts many times."""

ARTICLE: Final = "article-"
"""What the ids of the source articles begin with."""

_FACTS: Final = select(FactRow, SourceRow).join(SourceRow)
_FACT: Final = _FACTS.where(FactRow.number == bindparam("number"))
_PLACES: Final = FactPlaceRow.place.in_(bindparam("places", expanding=True))
_FACTS_ABOUT: Final = _FACTS.where(FactRow.number.in_(select(FactPlaceRow.fact).where(_PLACES)))
_ARTICLES: Final = select(SourceRow).where(SourceRow.id.between(ARTICLE, ARTICLE + "\U0010ffff")).order_by(SourceRow.id)
"""Between two ids rather than by how they begin, which no index answers."""


class FactShelf:
    """Where numbered facts are looked up, graded for the place that asks."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._remembered = lru_cache(REMEMBERED)(self._read)
        self._graded = lru_cache(REMEMBERED)(self._grade)

    def fact(self, number: str, lineage: Sequence[str] = (NATION,)) -> Fact | None:
        """The fact under the word it may carry in the places of `lineage`; None where it may not be shown there."""
        return self._graded(number, tuple(lineage))

    def _grade(self, number: str, lineage: tuple[str, ...]) -> Fact | None:
        found = self._remembered(number)
        if found is None:
            return None
        row, source = found
        shown = row.elsewhere if set(row.regions).isdisjoint(lineage) else row.in_regions
        return _fact(row, Evidence(shown), source_of(source)) if shown else None

    def _read(self, number: str) -> tuple[FactRow, SourceRow] | None:
        with Session(self._engine) as session:
            for row, source in session.execute(_FACT, {"number": number}):
                return row, source
            return None

    def everything(self) -> tuple[Fact, ...]:
        """Every fact by its number, under the word it carries in its own regions."""
        return tuple(self._graded_at_home(_FACTS.order_by(FactRow.number)))

    def about(self, lineage: Sequence[str]) -> tuple[Fact, ...]:
        """Every statement written for one of these places, the first of them first, then by topic and number."""
        places = {place: position for position, place in enumerate(lineage)}
        facts = self._graded_at_home(_FACTS_ABOUT, places=tuple(places))
        found = [(min(places[place] for place in fact.regions if place in places), fact) for fact in facts]
        return tuple(fact for _, fact in sorted(found, key=lambda each: (each[0], each[1].topic, each[1].number)))

    def articles(self) -> tuple[Article, ...]:
        """The source articles, each with what it states."""
        with Session(self._engine) as session:
            sources = session.scalars(_ARTICLES).all()
        stated = _FACTS.where(FactRow.source == bindparam("source")).order_by(FactRow.number)
        return tuple(Article(source_of(row), tuple(self._graded_at_home(stated, source=row.id))) for row in sources)

    def in_use(self) -> frozenset[str]:
        """The numbers of the facts on which a figure or a decision rule rests."""
        with Session(self._engine) as session:
            figures = session.scalars(select(FigureBackingRow.fact).distinct()).all()
            rules = session.scalars(select(PolicyRow.fact).distinct()).all()
        return frozenset(number for number in (*figures, *rules) if number)

    def _graded_at_home(self, wanted: Executable, **asked: object) -> Iterator[Fact]:
        with Session(self._engine) as session:
            for row, source in session.execute(wanted, asked):
                if row.in_regions:
                    yield _fact(row, Evidence(row.in_regions), source_of(source))

    def source(self, id: str) -> Source | None:
        """The source with this id, or None."""
        with Session(self._engine) as session:
            row = session.get(SourceRow, id)
            return source_of(row) if row else None

    def chronic_diseases(self) -> tuple[ChronicDisease, ...]:
        """The diseases settled across provinces, in their official order."""
        with Session(self._engine) as session:
            rows = session.scalars(select(DiseaseRow).order_by(DiseaseRow.number))
            return tuple(_disease(row) for row in rows)

    def terms(self) -> tuple[Term, ...]:
        """The glossary, in its own order."""
        with Session(self._engine) as session:
            rows = session.scalars(select(TermRow).order_by(TermRow.position))
            return tuple(_term(row) for row in rows)


def _fact(row: FactRow, evidence: Evidence, source: Source) -> Fact:
    return Fact(
        number=row.number,
        text=row.text,
        topic=row.topic,
        regions=tuple(row.regions),
        evidence=evidence,
        source=source,
        effective=row.effective,
        disagrees_with=tuple(row.disagrees_with),
        schemes=tuple(Scheme(scheme) for scheme in row.schemes),
        note=row.note,
    )


def _term(row: TermRow) -> Term:
    return Term(
        name=row.term,
        pinyin=row.pinyin,
        english=row.english,
        explanation=row.explanation,
        in_english=row.in_english,
        see=tuple(row.see),
    )


def source_of(row: SourceRow | Row[Any]) -> Source:
    """The source in a row, or in one that holds its columns among others."""
    return Source(
        id=row.id,
        title=row.title,
        number=row.number,
        issuer=row.issuer,
        published=row.published,
        effective=row.effective,
        link=row.link,
    )


def _disease(row: DiseaseRow) -> ChronicDisease:
    return ChronicDisease(
        number=row.number, name=row.name, aliases=tuple(row.aliases), codes=tuple(row.codes), batch=row.batch
    )
