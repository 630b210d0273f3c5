"""Opening the household's database: durable, checked, migrated, and backed up before it is migrated."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from desktop_app.domain.message import message
from desktop_app.errors import Problem
from desktop_app.storage.household_tables import HEAD

PATIENCE: Final = 3.0
"""Seconds to wait for another window of this program to finish writing."""

_MIGRATIONS: Final = Path(__file__).parent / "migrations"
_SETTINGS: Final = ("PRAGMA journal_mode=WAL", "PRAGMA foreign_keys=ON", "PRAGMA synchronous=FULL")


def open_household_file(path: Path, *, backups: Path, now: datetime, patience: float = PATIENCE) -> Engine:
    """An engine for the family's database at `path`, made or brought up to date where necessary.

    Raises Problem where it is damaged, locked, made by a newer program, or its folder cannot be written.
    """
    with in_plain_words(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        existed = path.exists() and path.stat().st_size > 0
        engine = create_engine("sqlite://", creator=lambda: _connect(path, patience), poolclass=QueuePool)
        _take_transactions_over(engine)
        try:
            _prepare(engine, path, backups=backups if existed else None, now=now)
        except BaseException:
            engine.dispose()
            raise
    return engine


def _connect(path: Path, patience: float) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=patience, check_same_thread=False, isolation_level=None)
    try:
        for setting in _SETTINGS:
            connection.execute(setting)
    except BaseException:
        connection.close()
        raise
    return connection


def _take_transactions_over(engine: Engine) -> None:
    """Python's sqlite3 would commit before every change of a table; a writer asks for the lock at once."""

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _prepare(engine: Engine, path: Path, *, backups: Path | None, now: datetime) -> None:
    with engine.connect() as connection:
        if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
            raise Problem(message("household.damaged", file=path.name, folder=str(path.parent)))
        revision = _revision(connection)
    if revision == HEAD:
        return
    if revision is not None and revision > HEAD:
        raise Problem(message("household.newer", file=path.name, folder=str(path.parent)))
    if backups:
        back_up(path, backups / f"household-{now:%Y%m%d-%H%M%S}-before-{HEAD}.sqlite")
    _migrate(engine)


def _revision(connection: Connection) -> str | None:
    """The revision the file is at, without the price of importing Alembic."""
    tables = "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"
    if not connection.exec_driver_sql(tables).scalar():
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def _migrate(engine: Engine) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    with engine.execution_options(writing=True).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def back_up(path: Path, copy: Path) -> None:
    """A copy of the database, made through SQLite so that it is whole, and checked right after it is written.

    Raises Problem where the copy cannot be written or is not whole.
    """
    with in_plain_words(copy):
        copy.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
            if target.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise Problem(message("household.damaged", file=copy.name, folder=str(copy.parent)))


@contextmanager
def in_plain_words(path: Path) -> Iterator[None]:
    """Whatever the database or the disk objects to becomes one sentence somebody can act on."""
    try:
        yield
    except DBAPIError as error:
        raise _problem(path, error.orig) from error
    except (sqlite3.Error, OSError) as error:
        raise _problem(path, error) from error
    except SQLAlchemyError as error:
        raise _problem(path, error) from error


def _problem(path: Path, error: BaseException | None) -> Problem:
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        kind = "locked"
    elif name.startswith("SQLITE_FULL"):
        kind = "full"
    elif name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_ERROR", "SQLITE_SCHEMA")):
        kind = "damaged"
    else:
        kind = "not_writable"
    return Problem(message(f"household.{kind}", file=path.name, folder=str(path.parent)))
