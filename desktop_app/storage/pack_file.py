"""Opening the rule pack read-only, and saying in one sentence when that is not possible."""

import sqlite3
from pathlib import Path
from typing import Final

from sqlalchemy import Engine, ExceptionContext, QueuePool, create_engine, event, select, text

from desktop_app.domain.message import message
from desktop_app.errors import Problem
from desktop_app.storage.figure_tables import FigureRow
from desktop_app.storage.policy_tables import PolicyRow
from desktop_app.storage.tables import SCHEMA, MetaRow

_HEADER: Final = b"SQLite format 3\x00"
_HEADER_SIZE: Final = 100
_PAGE_SIZE: Final = slice(16, 18)
_PAGES: Final = slice(28, 32)
_NEEDED: Final = frozenset((*FigureRow.metadata.tables, *PolicyRow.metadata.tables))
"""All tables of a pack: those of `tables.py` and what figures and policy add to them."""

_TABLES: Final = text("SELECT name FROM sqlite_master WHERE type = 'table'")


def open_pack(path: Path) -> Engine:
    """An engine that reads the pack at `path` and never writes; good for several threads.

    Raises Problem where the file is missing, damaged, or made for another version of this program. Later reads raise it
    too when they meet a damaged page.
    """
    if not path.is_file():
        raise Problem(message("rulebook.pack.missing", file=path.name, folder=str(path.parent)))
    if not _whole(path):
        raise _damaged(path)
    engine = create_engine("sqlite://", creator=lambda: _connect(path), poolclass=QueuePool)
    _turn_damage_into_problems(engine, path)
    _check_schema(engine, path)
    return engine


def _connect(path: Path) -> sqlite3.Connection:
    """As a URI with the path quoted, so that # % ? in it do no harm."""
    return sqlite3.connect(path.absolute().as_uri() + "?mode=ro&immutable=1", uri=True, check_same_thread=False)


def _whole(path: Path) -> bool:
    """Whether it can be read and is as long as its header says, which costs the same for a pack of any size."""
    try:
        with path.open("rb") as pack:
            header = pack.read(_HEADER_SIZE)
    except OSError:
        return False
    page_size = int.from_bytes(header[_PAGE_SIZE], "big")
    pages = int.from_bytes(header[_PAGES], "big")
    return header.startswith(_HEADER) and path.stat().st_size == page_size * pages > 0


def _turn_damage_into_problems(engine: Engine, path: Path) -> None:
    @event.listens_for(engine, "handle_error")
    def _report(context: ExceptionContext) -> None:
        if isinstance(context.original_exception, sqlite3.DatabaseError):
            raise _damaged(path) from context.original_exception


def _check_schema(engine: Engine, path: Path) -> None:
    try:
        with engine.connect() as connection:
            schema = connection.scalar(select(MetaRow.value).where(MetaRow.key == "schema"))
            tables = frozenset(connection.scalars(_TABLES))
        if schema != str(SCHEMA):
            raise Problem(message("rulebook.pack.other_version", file=path.name, folder=str(path.parent)))
        if not tables >= _NEEDED:
            raise _damaged(path)
    except Problem:
        engine.dispose()
        raise


def _damaged(path: Path) -> Problem:
    return Problem(message("rulebook.pack.damaged", file=path.name, folder=str(path.parent)))
