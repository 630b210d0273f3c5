"""Killed while it writes, at any moment: the next start shows every answer that was reported as saved."""

import multiprocessing
import random
import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path

from desktop_app.storage.household import Household

NOW = datetime(2026, 11, 21, tzinfo=UTC)
POINTS = 200


def _open(path: Path) -> Household:
    return Household.open(path, backups=path.parent / "backups", now=NOW)


def _write_for_ever(path: Path, case: int, first: int, reports: Connection) -> None:
    """Saves answer after answer, each made of two parts that belong together, and reports each one once it is saved."""
    with _open(path) as household:
        number = first
        while True:
            number += 1
            pair = {"admitted_on": f"day {number}", "discharged_on": f"day {number}"}
            household.save(case, f"page {number}", given=pair, withdrawn=(), now=NOW)
            reports.send(number)


def _last_reported(reports: Connection, known: int) -> int:
    """What the writer reported before it died; a report cut off in the middle is none."""
    try:
        while reports.poll():
            known = reports.recv()
    except EOFError:
        pass
    return known


def test_no_answer_that_was_saved_is_lost_at_two_hundred_points_of_a_kill(tmp_path: Path) -> None:
    """After each kill the file holds the last answer reported, or the one being written, and no half of one."""
    path = tmp_path / "household.sqlite"
    with _open(path) as household:
        case = household.begin_case("danger", now=NOW)
    # Each writer is forked from a process that has everything imported, so that two hundred of them take seconds.
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["desktop_app.storage.household", __name__])
    chance = random.Random(20261121)
    reported = survived = 0
    for _ in range(POINTS):
        reports, sending = context.Pipe(duplex=False)
        writer = context.Process(target=_write_for_ever, args=(path, case, reported, sending))
        writer.start()
        sending.close()
        assert reports.poll(30), "the writer never saved anything"
        time.sleep(chance.random() * 0.02)
        writer.kill()
        writer.join()
        writer.close()
        last = _last_reported(reports, reported)
        reports.close()
        with _open(path) as household:
            kept = household.case(case)
        number = int(kept.page.removeprefix("page "))
        assert last <= number <= last + 1
        assert kept.answers == {"admitted_on": f"day {number}", "discharged_on": f"day {number}"}
        survived += number - reported
        reported = number
    assert survived > POINTS
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
