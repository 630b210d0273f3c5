"""No fact is forgotten: something rests on it, or `data/unused_facts.yaml` says why nothing does."""

import ast
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
import yaml

import desktop_app
from desktop_app.paths import resources_dir
from desktop_app.storage.rule_pack import RulePack
from tests.conftest import FACTS

NUMBER: Final = re.compile(r"[NR]-\d{3}|S\d-\d{2}|L\d{4}")
WEIGHED: Final = "disagreement.py"
"""Names facts that others contradict; that alone is no use of them."""


@pytest.fixture(scope="module")
def known(pack_file: Path) -> set[str]:
    """Every fact of the rule pack by its number."""
    connection = sqlite3.connect(pack_file)
    try:
        return {str(number) for (number,) in connection.execute("SELECT number FROM fact")}
    finally:
        connection.close()


@pytest.fixture(scope="module")
def excused() -> dict[str, str]:
    """The facts nothing rests on, each with its reason."""
    listed: dict[str, str] = yaml.safe_load((FACTS / "unused_facts.yaml").read_text(encoding="utf-8"))
    return listed


@pytest.fixture(scope="module")
def used(rulebook: RulePack) -> set[str]:
    """Facts behind a figure or a decision rule, cited by the rules, or stated on a page of help."""
    return set(rulebook.facts_in_use()) | set(cited_by_rules()) | set(stated_by_help())


def cited_by_rules() -> Iterator[str]:
    """Numbers that stand as texts in the program; one that only a docstring mentions is not cited."""
    for file in Path(desktop_app.__file__).parent.rglob("*.py"):
        if file.name == WEIGHED:
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and NUMBER.fullmatch(node.value):
                yield node.value


def stated_by_help() -> Iterator[str]:
    """Numbers that the help pages rest a statement on."""
    for page in (resources_dir() / "templates" / "help" / "zh_CN").rglob("*.j2"):
        for call in re.findall(r"says\(([^)]*)\)", page.read_text(encoding="utf-8")):
            yield from NUMBER.findall(call)


def test_every_fact_is_used_or_excused(known: set[str], used: set[str], excused: dict[str, str]) -> None:
    """A new fact has to be given something to do, or a reason."""
    assert len(known) > 500
    assert sorted(known - used - set(excused)) == []


def test_nothing_is_excused_that_is_used(known: set[str], used: set[str], excused: dict[str, str]) -> None:
    """The list shrinks when a fact is put to use, and names only facts there are."""
    assert sorted(used & set(excused)) == []
    assert sorted(set(excused) - known) == []
    assert [number for number, reason in excused.items() if not reason.strip()] == []


def test_reasons_name_facts_that_are_used(used: set[str], excused: dict[str, str]) -> None:
    """Where a fact gives way to another, that other one has to be at work."""
    named = {number for reason in excused.values() for number in NUMBER.findall(reason)}
    assert named
    assert sorted(named - used) == []
