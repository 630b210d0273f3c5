"""The family's records: kept as given, whole or not at all, and never without a sentence when something is wrong."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from desktop_app.domain.advice import FilingVerdict, SettlementVerdict
from desktop_app.domain.answer_changes import Gist
from desktop_app.domain.care import FilingType
from desktop_app.domain.heard import Heard
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Interval
from desktop_app.domain.own_figure import Informant
from desktop_app.errors import Problem
from desktop_app.paths import resources_dir
from desktop_app.render.words import LANGUAGES, Words
from desktop_app.rules.rulebook import Edition
from desktop_app.storage.household import Household
from desktop_app.storage.household_file import back_up
from desktop_app.storage.household_tables import HEAD, HouseholdTable
from desktop_app.storage.result_rows import KeptResult

FROZEN = Path(__file__).parent.parent / "frozen"
NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


RESULT = KeptResult(
    asked="f00d",
    edition=Edition("2025.06", date(2025, 6, 30)),
    answered_on=date(2025, 7, 2),
    gist=Gist(
        filing=FilingVerdict.NEEDED,
        type=FilingType.REFERRAL,
        settlement=SettlementVerdict.DIRECT_IF,
        fund_total=Interval(Fen(100_00), Fen(150_00), Fen(200_00)),
    ),
)


def _open(path: Path, patience: float = 0.1) -> Household:
    return Household.open(path, backups=path.parent / "backups", now=NOW, patience=patience)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file in a folder with blanks, Chinese characters and the marks that break URLs."""
    return tmp_path / "我的 记录 #1%20?" / "household.sqlite"


@pytest.fixture
def household(path: Path) -> Iterator[Household]:
    """An empty household."""
    with _open(path) as opened:
        yield opened


def test_an_answer_is_there_after_closing_and_opening(household: Household, path: Path) -> None:
    """What was saved before the window closed is there at the next start, page included."""
    case = household.begin_case("danger", now=NOW)
    household.save(case, "scheme", given={"danger": "no"}, withdrawn=(), now=NOW)
    household.close()
    with _open(path) as again:
        kept = again.case(case)
    assert kept.answers == {"danger": "no"}
    assert kept.page == "scheme"
    assert kept.changed_at == NOW


def test_a_changed_answer_replaces_the_old_and_a_withdrawn_one_goes(household: Household) -> None:
    """One transaction changes what was given and removes what contradicts it."""
    case = household.begin_case("danger", now=NOW)
    household.save(case, "age", given={"scheme": "employee", "status": "retired"}, withdrawn=(), now=NOW)
    household.save(case, "status", given={"scheme": "resident"}, withdrawn=("status",), now=NOW)
    assert household.case(case).answers == {"scheme": "resident"}


def test_the_case_last_worked_on_comes_first(household: Household) -> None:
    """The list of cases is in order of the last change."""
    first, second = household.begin_case("danger", now=NOW), household.begin_case("danger", now=NOW)
    household.save(first, "scheme", given={}, withdrawn=(), now=NOW + timedelta(minutes=1))
    assert [case.id for case in household.cases()] == [first, second]


def test_the_case_file_it_was_opened_from_is_kept(household: Household) -> None:
    """An opened case keeps what the wizard does not ask."""
    case = household.begin_case("check", now=NOW, opened_from='{"version": 1}')
    assert household.case(case).opened_from == '{"version": 1}'


def test_ticks_are_kept_and_can_be_taken_back(household: Household) -> None:
    """A tick stays, ticking twice is one tick, and taking it back removes it."""
    case = household.begin_case("checklist", now=NOW)
    for _ in range(2):
        household.tick(case, "identity", done=True, now=NOW)
    household.tick(case, "residence_proof", done=True, now=NOW)
    household.tick(case, "residence_proof", done=False, now=NOW)
    assert household.ticks(case) == {"identity"}


def test_what_was_heard_is_kept_and_can_be_wiped(household: Household) -> None:
    """The last text in a blank counts; an empty one leaves nothing."""
    case = household.begin_case("verdicts", now=NOW)
    told = Heard("65 %", Informant.HOTLINE, NOW.date())
    household.hear(case, "figure.ratio", Heard("60 %"), now=NOW)
    household.hear(case, "figure.ratio", told, now=NOW)
    household.hear(case, "ask.reason", Heard("any"), now=NOW)
    household.hear(case, "ask.reason", Heard(""), now=NOW)
    assert household.heard(case) == {"figure.ratio": told}


def test_what_was_answered_is_kept_and_replaced(household: Household) -> None:
    """One result a case, with and without an amount."""
    case = household.begin_case("verdicts", now=NOW)
    assert household.result(case) is None
    household.keep_result(case, RESULT)
    assert household.result(case) == RESULT
    unknown = replace(RESULT, gist=replace(RESULT.gist, type=None, fund_total=None))
    household.keep_result(case, unknown)
    assert household.result(case) == unknown


def test_a_result_in_words_of_another_edition_counts_for_nothing(household: Household, path: Path) -> None:
    """A verdict this program does not know is as good as none."""
    case = household.begin_case("verdicts", now=NOW)
    household.keep_result(case, RESULT)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE result SET filing = 'oracle'")
    assert household.result(case) is None


def test_records_of_the_second_edition_are_brought_on(tmp_path: Path) -> None:
    """A household kept since revision 0002: what was heard has the day on which it was written down, but no office."""
    path = tmp_path / "household.sqlite"
    shutil.copy(FROZEN / "household-0002.sqlite", path)
    with _open(path) as household:
        assert household.heard(1) == {
            "figure.ratio": Heard("65 %", None, date(2026, 11, 20)),
            "ask.exempt": Heard("要备案", None, date(2026, 11, 20)),
        }
        assert household.case(1).answers["insured_region"] == "140100"
        assert [own.area for own in household.own_figures()] == ["140100"]
        assert household.result(1) is None
        household.keep_result(1, RESULT)
        assert household.result(1) == RESULT


def test_deleting_a_case_leaves_nothing_of_it(household: Household, path: Path) -> None:
    """Answers and ticks go with their case: foreign keys are on."""
    case = household.begin_case("danger", now=NOW)
    household.save(case, "scheme", given={"danger": "no"}, withdrawn=(), now=NOW)
    household.tick(case, "identity", done=True, now=NOW)
    household.hear(case, "figure.ratio", Heard("65 %"), now=NOW)
    household.keep_result(case, RESULT)
    household.delete_case(case)
    household.close()
    with closing(sqlite3.connect(path)) as raw:
        for table in ("case", "answer", "tick", "heard", "result"):
            assert raw.execute(f'SELECT count(*) FROM "{table}"').fetchone() == (0,)


def test_a_case_that_is_not_there_is_said(household: Household) -> None:
    """Saving into a deleted case is a sentence, not silence."""
    for use in (
        lambda: household.case(7),
        lambda: household.save(7, "scheme", given={"danger": "no"}, withdrawn=(), now=NOW),
        lambda: household.tick(7, "identity", done=True, now=NOW),
    ):
        with pytest.raises(Problem) as refused:
            use()
        assert refused.value.message.id == "household.no_such_case"


def test_the_file_is_durable(household: Household, path: Path) -> None:
    """Write-ahead log on, every commit synced to the disk, foreign keys enforced."""
    with household._engine.connect() as connection:
        settings = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    assert settings == ["wal", 2, 1]
    assert path.with_name("household.sqlite-wal").exists()


def test_no_column_holds_an_identity() -> None:
    """Names, identity numbers, phone numbers and addresses have no place to be kept in."""
    columns = {column.name for table in HouseholdTable.metadata.tables.values() for column in table.columns}
    assert columns == {
        "id", "begun_at", "changed_at", "page", "opened_from", "case_id", "question", "text", "given_at", "item",
        "ticked_at", "heard_at", "area", "scheme", "kind", "name", "conditions", "value", "told_by", "told_on",
        "entered_at", "asked", "edition", "checked_on", "answered_on", "filing", "filing_type", "settlement", "low",
        "likely", "high",
    }  # fmt: skip


def test_the_migrations_make_exactly_the_tables_the_program_uses(household: Household) -> None:
    """What Alembic builds and what the models say agree, and the last revision is the one the program expects."""
    from alembic.autogenerate import compare_metadata
    from alembic.config import Config
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory

    with household._engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert context.get_current_revision() == HEAD
        assert compare_metadata(context, HouseholdTable.metadata) == []
    config = Config()
    import desktop_app.storage.household_file as file

    config.set_main_option("script_location", str(file._MIGRATIONS))
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_opening_again_needs_no_migration_tool(household: Household, path: Path) -> None:
    """An up-to-date household opens without Alembic, whose import would cost a quarter of the start."""
    household.close()
    script = (
        "import sys; from pathlib import Path; from datetime import datetime, UTC\n"
        "from desktop_app.storage.household import Household\n"
        f"Household.open(Path({str(path)!r}), backups=Path('nowhere'), now=datetime.now(UTC)).close()\n"
        "assert 'alembic' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_a_household_from_before_is_copied_before_it_is_migrated(path: Path) -> None:
    """A file that needs a migration is copied first; the copy still holds what was there before."""
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path)) as old, old:
        old.execute("CREATE TABLE keepsake (text)")
        old.execute("INSERT INTO keepsake VALUES ('from before')")
    _open(path).close()
    copies = list((path.parent / "backups").iterdir())
    assert [copy.name for copy in copies] == [f"household-20261121-093000-before-{HEAD}.sqlite"]
    with closing(sqlite3.connect(copies[0])) as copy:
        assert copy.execute("SELECT text FROM keepsake").fetchall() == [("from before",)]


def test_a_new_household_needs_no_copy(household: Household, path: Path) -> None:
    """Nothing is backed up where nothing was."""
    assert household.cases() == ()
    assert not (path.parent / "backups").exists()


def _said(problem: Problem, path: Path) -> str:
    for language in LANGUAGES:
        sentence = Words(language, resources_dir() / "words").text(problem.message)
        assert str(path.parent) in sentence or path.name in sentence
    return problem.message.id


@pytest.mark.parametrize(
    "bytes_", [b"this is no database, whatever its name says", b"SQLite format 3\x00" + b"\x01" * 5000]
)
def test_a_damaged_file_is_one_sentence_and_stays_as_it_is(path: Path, bytes_: bytes) -> None:
    """The program says which file is damaged and does not touch it."""
    path.parent.mkdir(parents=True)
    path.write_bytes(bytes_)
    with pytest.raises(Problem) as refused:
        _open(path)
    assert _said(refused.value, path) == "household.damaged"
    assert path.read_bytes() == bytes_


def test_a_page_damaged_in_the_middle_is_noticed_at_start(household: Household, path: Path) -> None:
    """Not only the header is looked at: a page overwritten inside the file is found when it is opened."""
    case = household.begin_case("danger", now=NOW)
    many = {f"question{number}": "x" * 200 for number in range(200)}
    household.save(case, "scheme", given=many, withdrawn=(), now=NOW)
    household.close()
    with path.open("r+b") as file:
        file.seek(path.stat().st_size - 3 * 4096)
        file.write(b"\xff" * 4096)
    with pytest.raises(Problem) as refused:
        _open(path)
    assert _said(refused.value, path) == "household.damaged"


def test_a_file_of_a_newer_program_is_left_alone(household: Household, path: Path) -> None:
    """An older program neither reads nor changes what it does not understand."""
    household.close()
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(Problem) as refused:
        _open(path)
    assert _said(refused.value, path) == "household.newer"


def test_a_second_window_that_is_writing_is_waited_for_and_then_named(household: Household, path: Path) -> None:
    """While somebody else holds the lock nothing is lost: saving says so, and works as soon as the lock is gone."""
    case = household.begin_case("danger", now=NOW)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Problem) as refused:
            household.save(case, "scheme", given={"danger": "no"}, withdrawn=(), now=NOW)
        assert _said(refused.value, path) == "household.locked"
        other.execute("ROLLBACK")
    household.save(case, "scheme", given={"danger": "no"}, withdrawn=(), now=NOW)
    assert household.case(case).answers == {"danger": "no"}


def test_two_windows_see_each_others_cases(household: Household, path: Path) -> None:
    """Two instances work side by side."""
    with _open(path) as other:
        case = other.begin_case("danger", now=NOW)
        assert household.case(case).page == "danger"


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    """A stick that was removed, a folder that is a file: the sentence names the folder."""
    (tmp_path / "occupied").write_text("a file, not a folder", encoding="utf-8")
    path = tmp_path / "occupied" / "household.sqlite"
    with pytest.raises(Problem) as refused:
        _open(path)
    assert _said(refused.value, path) == "household.not_writable"


@contextmanager
def _as_anybody() -> Iterator[None]:
    """Nothing is read-only to the superuser, so for a moment the test is somebody whom permissions bind."""
    superuser = hasattr(os, "geteuid") and os.geteuid() == 0
    if superuser:
        os.seteuid(65534)
    try:
        yield
    finally:
        if superuser:
            os.seteuid(0)


def test_a_read_only_folder_is_one_sentence() -> None:
    """A folder without permission to write."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o555)
        path = Path(folder) / "yidi" / "household.sqlite"
        with _as_anybody(), pytest.raises(Problem) as refused:
            _open(path)
        Path(folder).chmod(0o755)
    assert _said(refused.value, path) == "household.not_writable"


def test_a_full_disk_is_one_sentence_and_loses_nothing(household: Household, path: Path) -> None:
    """When the file may grow no further, the new answer is refused and the old ones stay."""
    case = household.begin_case("danger", now=NOW)
    household.save(case, "scheme", given={"danger": "no"}, withdrawn=(), now=NOW)
    household._engine.dispose()
    with household._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(Problem) as refused:
        household.save(case, "status", given={"scheme": "x" * 100_000}, withdrawn=(), now=NOW)
    assert _said(refused.value, path) == "household.full"
    assert household.case(case).answers == {"danger": "no"}


def test_a_copy_is_checked_as_soon_as_it_is_written(household: Household, path: Path, tmp_path: Path) -> None:
    """A copy opens and holds the same; a copy that cannot be written is said."""
    case = household.begin_case("danger", now=NOW)
    back_up(path, tmp_path / "copies" / "one.sqlite")
    with Household.open(tmp_path / "copies" / "one.sqlite", backups=tmp_path, now=NOW) as copy:
        assert copy.case(case).page == "danger"
    with pytest.raises(Problem):
        back_up(path, path / "impossible.sqlite")
