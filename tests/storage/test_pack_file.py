"""The rule pack as a file: built the same each time, never half, and honest about damage."""

import gc
import shutil
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import NullPool, create_engine

from desktop_app.errors import Problem
from desktop_app.paths import resources_dir
from desktop_app.render.words import LANGUAGES, Words
from desktop_app.storage import compile_pack
from desktop_app.storage.compile_pack import build
from desktop_app.storage.data_text import DataProblems
from desktop_app.storage.rule_pack import RulePack
from desktop_app.storage.tables import PackTable
from tests.conftest import FACTS
from tests.storage.small_facts import change, write_small_facts


def test_the_same_text_gives_the_same_bytes(pack_file: Path, tmp_path: Path) -> None:
    """The shipped facts, copied elsewhere and compiled a second time."""
    copy = shutil.copytree(FACTS, tmp_path / "事实 data")
    again = tmp_path / "again.sqlite"
    build(copy, again)
    assert again.read_bytes() == pack_file.read_bytes()


def test_other_text_gives_another_content_hash(tmp_path: Path) -> None:
    """One changed word changes what the pack says of its content."""
    facts = write_small_facts(tmp_path / "data")
    before, after = tmp_path / "before.sqlite", tmp_path / "after.sqlite"
    build(facts, before)
    change(facts, "national/facts.yaml", "先备案。", "先备案！")
    build(facts, after)
    assert content_hash(before) != content_hash(after)


def test_the_content_hash_is_that_of_the_rows_alone(pack_file: Path, tmp_path: Path) -> None:
    """Another SQLite may lay out its pages otherwise: here smaller ones, filled from the last row to the first."""
    engine = create_engine(f"sqlite:///{tmp_path / 'other.sqlite'}", poolclass=NullPool)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA page_size = 1024")
        connection.exec_driver_sql("ATTACH ? AS shipped", (str(pack_file),))
        for table in PackTable.metadata.sorted_tables:
            table.create(connection)
            connection.exec_driver_sql(f"INSERT INTO {table} SELECT * FROM shipped.{table} ORDER BY 1 DESC, 2 DESC")
        connection.commit()
        assert compile_pack.content_hash(connection) == content_hash(pack_file)
    assert (tmp_path / "other.sqlite").read_bytes() != pack_file.read_bytes()


def test_building_leaves_the_collector_as_it_was(tmp_path: Path) -> None:
    """It rests during a build, also one that fails; whoever had stopped it before finds it stopped."""
    facts, out = write_small_facts(tmp_path / "data"), tmp_path / "rules.sqlite"
    build(facts, out)
    assert gc.isenabled()
    change(facts, "national/facts.yaml", "in_regions: official", "in_regions: sure")
    with pytest.raises(DataProblems):
        build(facts, out)
    assert gc.isenabled()
    gc.disable()
    try:
        with pytest.raises(DataProblems):
            build(facts, out)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_failed_build_leaves_the_old_pack_and_nothing_else(tmp_path: Path) -> None:
    """The program goes on with what it has; no half-written file lies beside it."""
    facts, out = write_small_facts(tmp_path / "data"), tmp_path / "packs" / "rules.sqlite"
    build(facts, out)
    before = out.read_bytes()
    change(facts, "national/facts.yaml", "in_regions: official", "in_regions: sure")
    with pytest.raises(DataProblems) as raised:
        build(facts, out)
    problem = raised.value.problems[0]
    assert (problem.file, problem.line, problem.field, problem.value) == (
        "national/facts.yaml",
        16,
        "in_regions",
        "sure",
    )
    assert out.read_bytes() == before
    assert [file.name for file in out.parent.iterdir()] == ["rules.sqlite"]


def test_the_pack_is_found_where_names_are_odd(pack_file: Path, tmp_path: Path) -> None:
    """Spaces, Chinese, and the characters an address would stumble over."""
    folder = tmp_path / "我的 #1 100% 文件?夹"
    folder.mkdir()
    with RulePack.open(Path(shutil.copy(pack_file, folder))) as pack:
        assert pack.region("140100") is not None


def test_the_pack_is_never_written_to(pack_file: Path) -> None:
    """Reading leaves neither a journal beside it nor a changed byte."""
    before = pack_file.read_bytes()
    with RulePack.open(pack_file) as pack:
        assert pack.find_regions("太原")
        assert pack.fact("N-001") is not None
    assert pack_file.read_bytes() == before
    assert [file.name for file in pack_file.parent.iterdir()] == [pack_file.name]


def test_several_threads_may_read_at_once(rulebook: RulePack) -> None:
    """Pages ask from the background while others are on screen; everybody gets the answer one alone would get."""

    def ask(code: str) -> tuple[object, ...]:
        return rulebook.pooling_area(code), rulebook.fact("N-005", code), rulebook.find_regions(code)

    codes = ["140105", "320505", "110100", "659001"] * 25
    with ThreadPoolExecutor(max_workers=8) as threads:
        assert list(threads.map(ask, codes)) == [ask(code) for code in codes]


def truncate(pack: Path) -> None:
    """As after a disk that was full."""
    pack.write_bytes(pack.read_bytes()[:5000])


def empty(pack: Path) -> None:
    """As after a copy that never happened."""
    pack.write_bytes(b"")


def scribble(pack: Path) -> None:
    """Something else under the same name."""
    pack.write_text("<html>404</html>" * 1000)


def overwrite_pages(pack: Path) -> None:
    """Header and length are right, what follows is not."""
    whole = pack.read_bytes()
    pack.write_bytes(whole[:100] + b"\x5a" * (len(whole) - 100))


def drop_tables(pack: Path) -> None:
    """A database, but not ours."""
    pack.unlink()
    connection = sqlite3.connect(pack)
    connection.execute("CREATE TABLE other (a)")
    connection.close()


@pytest.mark.parametrize("damage", [truncate, empty, scribble, overwrite_pages, drop_tables])
def test_a_damaged_pack_is_one_sentence(pack_file: Path, tmp_path: Path, damage: Callable[[Path], None]) -> None:
    """It names the file and how to get it back, in both languages."""
    pack = Path(shutil.copy(pack_file, tmp_path / "rules.sqlite"))
    damage(pack)
    with pytest.raises(Problem) as raised:
        RulePack.open(pack)
    assert raised.value.message.id == "rulebook.pack.damaged"
    for language in LANGUAGES:
        sentence = Words(language, resources_dir() / "words").text(raised.value.message)
        assert "rules.sqlite" in sentence
        assert str(tmp_path) in sentence
        assert "yidi rules build" in sentence
        assert "\n" not in sentence


TABLES = sorted(PackTable.metadata.tables)


@pytest.mark.parametrize("table", TABLES)
def test_a_pack_without_one_of_its_tables_is_not_opened(pack_file: Path, tmp_path: Path, table: str) -> None:
    """Whichever is gone: nobody is to get half an answer before the rest turns out to be missing."""
    pack = Path(shutil.copy(pack_file, tmp_path / "rules.sqlite"))
    connection = sqlite3.connect(pack)
    connection.execute(f'DROP TABLE "{table}"')
    connection.close()
    with pytest.raises(Problem) as raised:
        RulePack.open(pack)
    assert raised.value.message.id == "rulebook.pack.damaged"


def test_every_table_of_a_pack_is_asked_for(pack_file: Path) -> None:
    """The tables above are those that the build makes, no fewer."""
    connection = sqlite3.connect(pack_file)
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    connection.close()
    assert names == set(TABLES)


def test_damage_found_while_reading_is_the_same_sentence(pack_file: Path, tmp_path: Path) -> None:
    """Only the page on which divisions begin is lost, so the pack opens; who asks for one is told what is wrong."""
    pack = Path(shutil.copy(pack_file, tmp_path / "rules.sqlite"))
    whole, page = bytearray(pack.read_bytes()), first_page_of(pack, "region")
    whole[(page - 1) * 4096 : page * 4096] = b"\x5a" * 4096
    pack.write_bytes(whole)
    with RulePack.open(pack) as opened, pytest.raises(Problem) as raised:
        opened.find_regions("太原")
    assert raised.value.message.id == "rulebook.pack.damaged"


def test_a_missing_pack_is_one_sentence(tmp_path: Path) -> None:
    """With the folder it should be in and the command that makes it."""
    with pytest.raises(Problem) as raised:
        RulePack.open(tmp_path / "rules.sqlite")
    sentence = Words("zh_CN", resources_dir() / "words").text(raised.value.message)
    assert sentence == (
        f"找不到规则库 rules.sqlite（应在 {tmp_path}）：请重新安装，或在源码目录里运行 yidi rules build。"
    )


def test_a_pack_of_another_version_is_refused(pack_file: Path, tmp_path: Path) -> None:
    """Tables of another shape would answer wrongly rather than not at all."""
    pack = Path(shutil.copy(pack_file, tmp_path / "rules.sqlite"))
    connection = sqlite3.connect(pack)
    with connection:
        connection.execute("UPDATE meta SET value = '999' WHERE key = 'schema'")
    connection.close()
    with pytest.raises(Problem) as raised:
        RulePack.open(pack)
    assert raised.value.message.id == "rulebook.pack.other_version"


def content_hash(pack: Path) -> str:
    """What the pack says of its content."""
    connection = sqlite3.connect(pack)
    (found,) = connection.execute("SELECT value FROM meta WHERE key = 'content'").fetchone()
    connection.close()
    return str(found)


def first_page_of(pack: Path, table: str) -> int:
    """The number of the page on which a table's rows begin, the first page being 1."""
    connection = sqlite3.connect(pack)
    (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    connection.close()
    return int(page)
