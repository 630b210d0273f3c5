"""The tables of the rule pack. Figures and policy add theirs to the same metadata in modules of their own."""

from datetime import date
from typing import Final

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

SCHEMA: Final = 5
"""The shape of the tables below; a pack of another shape is not opened."""


class PackTable(DeclarativeBase):
    """The base of every table in the rule pack."""

    type_annotation_map = {list[str]: JSON}  # noqa: RUF012 -- SQLAlchemy reads it as a plain class attribute


class MetaRow(PackTable):
    """What the pack says of itself: schema, edition, the day its facts were checked, the hash of its content."""

    __tablename__ = "meta"
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class AreaRow(PackTable):
    """A pooling area (统筹地区) with its 12393 line."""

    __tablename__ = "area"
    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    province: Mapped[str]
    province_name: Mapped[str]
    hotline: Mapped[str | None]


class RegionRow(PackTable):
    """A division: its name without 省, 市, 县 …, its pinyin with one syllable per character, other readings."""

    __tablename__ = "region"
    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    short: Mapped[str]
    level: Mapped[str]
    parent: Mapped[str | None]
    pinyin: Mapped[str]
    initials: Mapped[str]
    also: Mapped[list[str]]
    area: Mapped[str | None] = mapped_column(ForeignKey(AreaRow.code))


class RegionAliasRow(PackTable):
    """A code that other lists use for a division."""

    __tablename__ = "region_alias"
    alias: Mapped[str] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(ForeignKey(RegionRow.code))


class SourceRow(PackTable):
    """A document or article; `link` only where it may be shown."""

    __tablename__ = "source"
    id: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    number: Mapped[str]
    issuer: Mapped[str]
    published: Mapped[str]
    effective: Mapped[str]
    link: Mapped[str | None]


class FactRow(PackTable):
    """A numbered statement, and the words under which it may appear in its regions and elsewhere (None: not)."""

    __tablename__ = "fact"
    __table_args__ = (Index("fact_source", "source"),)
    number: Mapped[str] = mapped_column(primary_key=True)
    topic: Mapped[str]
    text: Mapped[str]
    regions: Mapped[list[str]]
    schemes: Mapped[list[str]]
    tiers: Mapped[list[str]]
    in_regions: Mapped[str | None]
    elsewhere: Mapped[str | None]
    source: Mapped[str] = mapped_column(ForeignKey(SourceRow.id))
    place: Mapped[str]
    effective: Mapped[date | None]
    note: Mapped[str]
    disagrees_with: Mapped[list[str]]


class FactPlaceRow(PackTable):
    """A place for which a fact is written, so that what is said of one place is found without reading all facts."""

    __tablename__ = "fact_place"
    __table_args__ = ({"sqlite_with_rowid": False},)
    place: Mapped[str] = mapped_column(primary_key=True)
    fact: Mapped[str] = mapped_column(ForeignKey(FactRow.number), primary_key=True)


class DiseaseRow(PackTable):
    """A disease settled across provinces (门诊慢特病)."""

    __tablename__ = "disease"
    number: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    aliases: Mapped[list[str]]
    codes: Mapped[list[str]]
    batch: Mapped[int]


class TermRow(PackTable):
    """A term of the field in plain words."""

    __tablename__ = "term"
    position: Mapped[int] = mapped_column(primary_key=True)
    term: Mapped[str]
    pinyin: Mapped[str]
    english: Mapped[str]
    explanation: Mapped[str]
    in_english: Mapped[str]
    see: Mapped[list[str]]


class SearchWordRow(PackTable):
    """A word under which a help topic, a disease or a term is found; its pinyin has one syllable per character."""

    __tablename__ = "search_word"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    target: Mapped[str]
    word: Mapped[str]
    pinyin: Mapped[str]
