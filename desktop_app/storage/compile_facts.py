"""Numbered facts, diseases and terms, from `data/` to the rule pack."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints, TypeAdapter

from desktop_app.domain.message import message
from desktop_app.domain.person import Scheme
from desktop_app.storage.compile_sources import SourceEntry, SourceId, add_source
from desktop_app.storage.data_text import Build, Entry, PlainText, Remark
from desktop_app.storage.tables import DiseaseRow, FactPlaceRow, FactRow, SourceRow, TermRow

FACT_FILES: Final = ("national/facts*.yaml", "provinces/*.yaml", "articles/*.yaml", "policy/facts*.yaml")
FactNumber = Annotated[str, StringConstraints(pattern=r"^([NR]-\d{3}|S\d-\d{2}|L\d{4})$")]
Shown = Literal["official", "reported", "typical"]


class FactEntry(Entry):
    """A numbered statement; `in_regions` and `elsewhere` are the words under which it may appear.

    Without `elsewhere` it may appear only for its own regions.
    Everything from `grade` on documents the research and stays out of the pack.
    """

    number: FactNumber
    topic: Annotated[str, StringConstraints(pattern=r"^[a-z_]+$")]
    text: PlainText
    regions: tuple[str, ...]
    schemes: tuple[Scheme, ...] = ()
    tiers: tuple[str, ...] = ()
    in_regions: Shown
    elsewhere: Shown | None = None
    source: SourceId | None = None
    place: Remark = ""
    effective: date | None = None
    note: Remark = ""
    disagrees_with: tuple[FactNumber, ...] = ()
    grade: Literal["A", "B", "C"] | None = None
    quality: Literal["specific", "vague", "disputed"] | None = None
    national_status: str = ""
    agrees_with_dataset: bool | None = None
    see: tuple[FactNumber, ...] = ()
    figures: dict[str, object] = Field(default_factory=dict)
    evidence: str = ""


class FactFile(Entry):
    """A file of facts; an article's file names the article, which is the source of each of them."""

    article: SourceEntry | None = None
    facts: tuple[FactEntry, ...]


class DiseaseEntry(Entry):
    """A disease settled across provinces; `codes` are the codes seen for it, with the name each stood for."""

    number: int
    name: PlainText
    aliases: tuple[PlainText, ...] = ()
    batch: Literal[1, 2]
    official_code: str | None = None
    codes: dict[str, PlainText]
    code_confidence: Literal["A", "B", "C"]
    guangdong_items: tuple[str, ...] = ()
    note: Remark = ""


class DiseaseFile(Entry):
    """`national/diseases.yaml`; `local` are diseases that only some places have terms for."""

    diseases: tuple[DiseaseEntry, ...]
    local: tuple[PlainText, ...] = ()
    conditions: tuple[PlainText, ...]
    rules: tuple[PlainText, ...]
    unknown: tuple[PlainText, ...]


class TermEntry(Entry):
    """A term of the field."""

    term: PlainText
    pinyin: Remark
    english: Remark
    explanation: PlainText
    in_english: PlainText
    see: tuple[str, ...] = ()


def compile_facts(build: Build) -> None:
    """Fills fact, disease and term, and makes the facts known to the rest of the build."""
    _compile_fact_files(build)
    _compile_diseases(build)
    _compile_terms(build)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A fact with the file and line on which it stands."""

    file: Path
    line: int
    entry: FactEntry
    source: str


def _compile_fact_files(build: Build) -> None:
    placed = [fact for pattern in FACT_FILES for file in build.files(pattern) for fact in _facts_in(build, file)]
    numbers = Counter(fact.entry.number for fact in placed)
    build.known_facts.update(numbers)
    for fact in placed:
        _check_fact(build, fact, numbers)
    in_order = sorted(placed, key=lambda fact: fact.entry.number)
    build.insert(FactRow, [_fact_row(fact) for fact in in_order])
    places = [(place, fact.entry.number) for fact in in_order for place in dict.fromkeys(fact.entry.regions)]
    build.insert(FactPlaceRow, [{"place": place, "fact": number} for place, number in places])


def _facts_in(build: Build, file: Path) -> Iterator[_Placed]:
    parsed = build.read(file, FactFile)
    if parsed is None:
        return
    article = parsed.content.article
    if article:
        add_source(build, file, parsed.lines.of("article", "id"), article)
        build.insert(SourceRow, [article.model_dump()])
    for number, entry in enumerate(parsed.content.facts):
        source = entry.source or (article.id if article else "")
        yield _Placed(file, parsed.lines.of("facts", number), entry, source)


def _check_fact(build: Build, fact: _Placed, numbers: Counter[str]) -> None:
    file, line, entry = fact.file, fact.line, fact.entry
    if numbers[entry.number] > 1:
        build.problem(file, line, "number", entry.number, message("rulebook.data.twice", value=entry.number))
    for region in entry.regions:
        build.need(file, line, "regions", region, build.known_regions)
    for field in ("disagrees_with", "see"):
        for other in getattr(entry, field):
            build.need(file, line, field, other, build.known_facts)
    if fact.source:
        build.cite(file, line, fact.source)
    else:
        build.problem(file, line, "source", "", message("rulebook.data.missing", field="source"))


def _fact_row(fact: _Placed) -> dict[str, object]:
    columns = {column.key for column in FactRow.__table__.columns}
    return fact.entry.model_dump(include=columns) | {"source": fact.source}


def _compile_diseases(build: Build) -> None:
    parsed = build.read(build.data / "national" / "diseases.yaml", DiseaseFile)
    if parsed is None:
        return
    numbers = Counter(disease.number for disease in parsed.content.diseases)
    for position, disease in enumerate(parsed.content.diseases):
        if numbers[disease.number] > 1:
            line, number = parsed.lines.of("diseases", position), disease.number
            build.problem(parsed.file, line, "number", number, message("rulebook.data.twice", value=number))
        build.known_diseases.update({str(disease.number), disease.name, *disease.aliases, *_codes(disease)})
    build.known_diseases.update(parsed.content.local)
    build.insert(DiseaseRow, [_disease_row(disease) for disease in parsed.content.diseases])


def _disease_row(disease: DiseaseEntry) -> dict[str, object]:
    return disease.model_dump(include={"number", "name", "aliases", "batch"}) | {"codes": _codes(disease)}


def _codes(disease: DiseaseEntry) -> list[str]:
    return list(dict.fromkeys(filter(None, [disease.official_code, *disease.codes])))


def _compile_terms(build: Build) -> None:
    file = build.data / "national" / "glossary.yaml"
    parsed = build.read(file, TypeAdapter(tuple[TermEntry, ...]))
    if parsed is None:
        return
    known = {entry.term for entry in parsed.content}
    for number, entry in enumerate(parsed.content):
        for other in entry.see:
            build.need(file, parsed.lines.of(number, "see"), "see", other, known)
    rows = [{"position": position, **entry.model_dump()} for position, entry in enumerate(parsed.content)]
    build.insert(TermRow, rows)
