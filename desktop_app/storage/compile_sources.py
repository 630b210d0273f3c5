"""Documents and articles that facts rest on, from `data/` to the rule pack."""

from pathlib import Path
from typing import Annotated, Final
from urllib.parse import urlsplit

from pydantic import AfterValidator, StringConstraints, TypeAdapter
from pydantic_core import PydanticCustomError

from desktop_app.domain.message import message
from desktop_app.storage.data_text import Build, Entry, PlainText, Remark
from desktop_app.storage.tables import SourceRow

OFFICIAL_SITE: Final = ".gov.cn"
"""Only addresses there are shown: a throw-away site is a danger to the elderly."""


def _official(link: str) -> str:
    host = urlsplit(link).hostname or ""
    if not host.endswith(OFFICIAL_SITE):
        raise PydanticCustomError("not_official", "not an official site", {"site": OFFICIAL_SITE})
    return link


SourceId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$")]
Link = Annotated[str, AfterValidator(_official)]


class SourceEntry(Entry):
    """A document or article. Days are text: many sources give a year, two days, or none."""

    id: SourceId
    title: PlainText
    number: Remark = ""
    issuer: Remark = ""
    published: Remark = ""
    effective: Remark = ""
    link: Link | None = None


def compile_sources(build: Build) -> None:
    """Fills source from every `sources*.yaml` under `data/`: figures may keep theirs beside them."""
    entries: list[SourceEntry] = []
    for file in build.files("**/sources*.yaml"):
        parsed = build.read(file, TypeAdapter(tuple[SourceEntry, ...]))
        if parsed is not None:
            for number, entry in enumerate(parsed.content):
                add_source(build, file, parsed.lines.of(number), entry)
            entries += parsed.content
    build.insert(SourceRow, [entry.model_dump() for entry in entries])


def add_source(build: Build, file: Path, line: int, entry: SourceEntry) -> None:
    """Makes a source known, to be cited later; an id that stands twice is noted."""
    if entry.id in build.known_sources:
        build.problem(file, line, "id", entry.id, message("rulebook.data.twice", value=entry.id))
    build.known_sources.add(entry.id)
    build.sources_at.append((file, line, entry.id))
