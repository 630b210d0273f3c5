"""The shipped facts themselves: readable, sourced, and free of what must not be shown."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from desktop_app.storage.compile_pack import check
from tests.conftest import FACTS

TEXTS = sorted(file for file in FACTS.rglob("*") if file.suffix in {".yaml", ".csv"})


def test_the_shipped_facts_are_in_order() -> None:
    """The linter has nothing to say."""
    assert check(FACTS).problems == ()


def test_every_researched_fact_is_there(pack_file: Path) -> None:
    """147 national, 150 of the five articles, 102 and 115 local ones at least; more may be found."""
    numbers = [number for (number,) in rows(pack_file, "SELECT number FROM fact")]
    begun = {start: sum(str(number).startswith(start) for number in numbers) for start in ("N-", "S", "L1", "L2")}
    researched = {"N-": 147, "S": 150, "L1": 102, "L2": 115}
    assert {start: min(count, begun[start]) for start, count in researched.items()} == researched


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.relative_to(FACTS).as_posix())
def test_no_file_names_what_it_was_copied_from_by_file_name(file: Path) -> None:
    """The articles are called 资讯文章一 to 五; a file name says nothing to anybody."""
    assert re.findall(r"\b\d{3}_[0-9a-f]{8,}|\bseeds?\b|种子", file.read_text(encoding="utf-8")) == []


def test_only_official_addresses_reach_the_pack(pack_file: Path) -> None:
    """Any address anywhere in the pack that could be shown or clicked is on a government site."""
    shown = [text for text in all_texts(pack_file) if re.search(r"https?://|www\.", text)]
    assert shown
    assert [text for text in shown if not re.fullmatch(r"https?://([\w-]+\.)+gov\.cn(:\d+)?/\S+", text)] == []


def test_the_trail_of_the_research_stays_in_the_text(pack_file: Path) -> None:
    """`evidence` is kept for those who correct the facts; the pack does not carry it."""
    trails = [fact["evidence"] for file in FACTS.glob("provinces/*.yaml") for fact in facts_in(file)]
    assert len(trails) > 200
    assert set(trails).isdisjoint(all_texts(pack_file))


@pytest.mark.parametrize("file", [file for file in TEXTS if file.suffix == ".yaml"], ids=lambda file: file.name)
def test_the_text_can_be_read_and_compared(file: Path) -> None:
    """Chinese stands as Chinese, lines end alike, nothing trails."""
    text = file.read_text(encoding="utf-8")
    assert "\\u" not in text
    assert "\r" not in text
    assert "\t" not in text
    assert text.endswith("\n")
    assert not re.search(r" +$", text, re.MULTILINE)


def facts_in(file: Path) -> Iterator[dict[str, str]]:
    """The facts of a file as they stand there."""
    yield from yaml.safe_load(file.read_text(encoding="utf-8"))["facts"]


def rows(pack: Path, query: str) -> list[tuple[object, ...]]:
    """What a query finds in the pack."""
    connection = sqlite3.connect(pack)
    found = connection.execute(query).fetchall()
    connection.close()
    return found


def all_texts(pack: Path) -> set[str]:
    """Every text in every table of the pack."""
    tables = [name for (name,) in rows(pack, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {
        value
        for table in tables
        for row in rows(pack, f'SELECT * FROM "{table}"')
        for value in row
        if isinstance(value, str)
    }
