"""Documents and articles that facts rest on, from `data/` to the rule pack."""

from hashlib import sha256
from pathlib import Path
from typing import Annotated, Final

from pydantic import AfterValidator, StringConstraints, TypeAdapter

from desktop_app.domain.message import message
from desktop_app.storage.data_text import Build, Entry, PlainText, Remark, official
from desktop_app.storage.tables import SourceRow

LINKS_NOT_TO_SHIP: Final = "links_not_to_ship.csv"
_FINGERPRINT: Final = 16

SourceId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$")]
Link = Annotated[str, AfterValidator(official)]


class SourceEntry(Entry):
    """A document or article. Days are text: many sources give a year, two days, or none."""

    id: SourceId
    title: PlainText
    number: Remark = ""
    issuer: Remark = ""
    published: Remark = ""
    effective: Remark = ""
    link: Link | None = None


class LinkNotToShip(Entry):
    """A line of `links_not_to_ship.csv`: an address that looks invented, as a fingerprint that nobody can follow.

    `document` is the id the dataset gives the document, `area` the pooling area it names it for.
    """

    fingerprint: Annotated[str, StringConstraints(pattern=rf"^[0-9a-f]{{{_FINGERPRINT}}}$")]
    area: Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$")]
    document: str


def fingerprint(link: str) -> str:
    """What `links_not_to_ship.csv` keeps of an address."""
    return sha256(link.encode()).hexdigest()[:_FINGERPRINT]


def compile_sources(build: Build) -> None:
    """Fills source from every `sources*.yaml` under `data/`: figures may keep theirs beside them."""
    listed = build.rows(build.data / LINKS_NOT_TO_SHIP, LinkNotToShip)
    build.invented_links.update(row.content.fingerprint for row in listed)
    entries: list[SourceEntry] = []
    for file in build.files("**/sources*.yaml"):
        parsed = build.read(file, TypeAdapter(tuple[SourceEntry, ...]))
        if parsed is not None:
            for number, entry in enumerate(parsed.content):
                add_source(build, file, parsed.lines.of(number), entry)
            entries += parsed.content
    build.insert(SourceRow, [entry.model_dump() for entry in entries])


def add_source(build: Build, file: Path, line: int, entry: SourceEntry) -> None:
    """Makes a source known, to be cited later; an id that stands twice is noted, and a link that looks invented."""
    if entry.id in build.known_sources:
        build.problem(file, line, "id", entry.id, message("rulebook.data.twice", value=entry.id))
    if entry.link and fingerprint(entry.link) in build.invented_links:
        build.problem(file, line, "link", entry.link, message("rulebook.data.invented", link=entry.link))
    build.known_sources.add(entry.id)
    build.sources_at.append((file, line, entry.id))
