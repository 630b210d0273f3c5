"""The facts as text become the rule pack: one SQLite file, the same bytes for the same text."""

import gc
import hashlib
import json
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, NullPool, create_engine, select

from desktop_app.domain.message import message
from desktop_app.storage.compile_facts import compile_facts
from desktop_app.storage.compile_figures import compile_figures
from desktop_app.storage.compile_policy import compile_policy
from desktop_app.storage.compile_regions import compile_regions
from desktop_app.storage.compile_search import compile_search
from desktop_app.storage.compile_sources import compile_sources
from desktop_app.storage.data_text import Build, DataProblem, DataProblems, Entry
from desktop_app.storage.tables import SCHEMA, MetaRow, PackTable

_PAGE_SIZE: Final = 4096


class EditionEntry(Entry):
    """`edition.yaml`."""

    version: str
    checked_on: date


def build(data: Path, out: Path) -> None:
    """Compiles the facts under `data` into the rule pack `out`, which is replaced whole; on failure it stays as it was.

    Raises DataProblems with everything that is wrong, OSError where the file cannot be written.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=out.parent, prefix=out.name, suffix=".new")
    os.close(handle)
    new = Path(name)
    try:
        with _database(new) as connection:
            problems = compile_all(data, connection).problems
        if problems:
            raise DataProblems(problems)
        new.chmod(0o644)
        new.replace(out)
    finally:
        new.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Findings:
    """What a look through the facts found: problems, with which no pack is made, and what only wants a look."""

    problems: tuple[DataProblem, ...]
    warnings: tuple[DataProblem, ...]


def check(data: Path) -> Findings:
    """Everything that is wrong with the facts under `data`; nothing is written."""
    with _database(":memory:") as connection:
        return compile_all(data, connection)


def compile_all(data: Path, connection: Connection) -> Findings:
    """Compiles every part of the facts into an empty database, and returns what it found, by file and line."""
    PackTable.metadata.create_all(connection)
    building = Build(data, connection)
    with _collector_at_rest():
        for stage in _STAGES:
            for compiler in stage:
                compiler(building)
            if building.problems:
                break
    return Findings(_in_order(building.problems), _in_order(building.warnings))


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Everything that is read stays until the end: to look again and again for what could go takes a third of the time.

    Leaves the collector as it was.
    """
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_at_work:
            gc.enable()


def _in_order(found: list[DataProblem]) -> tuple[DataProblem, ...]:
    return tuple(sorted(found, key=lambda one: (one.file, one.line)))


def _check_citations(build: Build) -> None:
    for file, line, source in build.sources_at:
        if source not in build.cited_sources:
            build.problem(file, line, "id", source, message("rulebook.data.uncited", source=source))


def _read_edition(build: Build) -> None:
    edition = build.read(build.data / "edition.yaml", EditionEntry)
    if edition is None:
        return
    build.checked_on = edition.content.checked_on
    meta = {
        "schema": str(SCHEMA),
        "version": edition.content.version,
        "checked_on": edition.content.checked_on.isoformat(),
    }
    build.insert(MetaRow, [{"key": key, "value": value} for key, value in meta.items()])


def _write_hash(build: Build) -> None:
    build.insert(MetaRow, [{"key": "content", "value": content_hash(build.connection)}])


def content_hash(connection: Connection) -> str:
    """A hash of every row, the same whichever SQLite wrote the file."""
    digest = hashlib.sha256()
    for name, table in sorted(PackTable.metadata.tables.items()):
        if name == MetaRow.__tablename__:
            continue
        digest.update(name.encode())
        for row in connection.execute(select(table).order_by(*table.primary_key)):
            digest.update(json.dumps(list(row), ensure_ascii=False, sort_keys=True, default=str).encode())
    return digest.hexdigest()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


_STAGES: Final = (
    (_read_edition, compile_regions),
    (compile_sources,),
    (compile_facts,),
    (compile_figures, compile_policy, compile_search),
    (_check_citations, _write_hash),
)
"""What is compiled in which order: a stage needs the ones before it; so one wrong code is not a hundred problems."""


@contextmanager
def _database(file: Path | str) -> Iterator[Connection]:
    """An empty database for one build; packed tightly once it is filled."""
    raw = sqlite3.connect(file)
    try:
        raw.execute(f"PRAGMA page_size = {_PAGE_SIZE}")
        raw.execute("PRAGMA journal_mode = OFF")
        raw.execute("PRAGMA synchronous = OFF")
        engine = create_engine("sqlite://", creator=lambda: raw, poolclass=NullPool, json_serializer=_json)
        with engine.connect() as connection:
            yield connection
            connection.commit()
            connection.exec_driver_sql("VACUUM")
    finally:
        raw.close()
