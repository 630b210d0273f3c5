"""The linter, rule by rule: one broken copy of the facts for each, and exactly what is said of it."""

import ast
import re
import tomllib
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from pydantic_core import ErrorDetails

import desktop_app.storage
from desktop_app.cli import run
from desktop_app.paths import resources_dir
from desktop_app.render.words import LANGUAGES
from desktop_app.storage.compile_pack import build, check
from desktop_app.storage.shape_problems import WORDED, shape_problem
from tests.storage.broken_copy import Broken, Change, swap
from tests.storage.broken_coverage import BROKEN_COVERAGE, WARNED
from tests.storage.broken_facts import BROKEN_FACTS
from tests.storage.broken_figure_rules import BROKEN_FIGURE_RULES
from tests.storage.broken_figures import BROKEN_FIGURES
from tests.storage.broken_policy import BROKEN_POLICY
from tests.storage.whole_facts import FIGURES, write_whole_facts

BROKEN: Final = (*BROKEN_FACTS, *BROKEN_FIGURES, *BROKEN_FIGURE_RULES, *BROKEN_COVERAGE, *BROKEN_POLICY)
UNFORESEEN: Final = {"rulebook.shape"}
"""What is said where the reader finds what nobody thought of: no text is known to bring that about."""


def yidi(*arguments: str) -> int:
    """One command line on a fixed day."""
    return run(arguments, lambda: date(2026, 11, 21))


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """The facts before they are broken."""
    return write_whole_facts(tmp_path / "data")


def test_the_facts_that_are_broken_below_are_whole(facts: Path) -> None:
    """Neither problem nor warning, so that everything the linter says below is about the one change."""
    found = check(facts)
    assert (found.problems, found.warnings) == ((), ())


@pytest.mark.parametrize("broken", BROKEN, ids=[broken.name for broken in BROKEN])
def test_a_broken_copy_is_refused(
    facts: Path, tmp_path: Path, broken: Broken, capsys: pytest.CaptureFixture[str]
) -> None:
    """File, line, field and value are named, the build ends with 1, and the pack from before stays as it was."""
    broken.change(facts / broken.file)
    out = tmp_path / "packs" / "rules.sqlite"
    out.parent.mkdir()
    out.write_bytes(b"the pack from before")
    problems = check(facts).problems
    assert [(one.file, one.line, one.field, one.value) for one in problems] == broken.places()
    assert {one.message.id for one in problems} == {rule.replace(".", ".data.") for rule in broken.rules()}
    assert yidi("rules", "build", "--data", str(facts), "-o", str(out), "--lang", "en") == 1
    assert capsys.readouterr().out.splitlines() == broken.lines()
    assert out.read_bytes() == b"the pack from before"
    assert list(out.parent.iterdir()) == [out]


@pytest.mark.parametrize("broken", BROKEN[::10], ids=[broken.name for broken in BROKEN[::10]])
def test_the_check_says_what_the_build_says(facts: Path, broken: Broken, capsys: pytest.CaptureFixture[str]) -> None:
    """`yidi rules check` prints the same lines and ends with 1, without writing anything."""
    broken.change(facts / broken.file)
    assert yidi("rules", "check", "--data", str(facts), "--lang", "en") == 1
    assert capsys.readouterr().out.splitlines() == broken.lines()


@pytest.mark.parametrize("broken", WARNED, ids=[broken.name for broken in WARNED])
def test_what_only_wants_a_look_is_a_warning(
    facts: Path, tmp_path: Path, broken: Broken, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is printed with its place, the check ends with 0, and the pack is built."""
    broken.change(facts / broken.file)
    warnings = check(facts).warnings
    assert [(one.file, one.line, one.field, one.value) for one in warnings] == broken.places()
    assert {one.message.id for one in warnings} == {rule.replace(".", ".data.") for rule in broken.rules()}
    assert yidi("rules", "check", "--data", str(facts), "--lang", "en") == 0
    *lines, last = capsys.readouterr().out.splitlines()
    assert lines == broken.lines("warning: ")
    assert last == f"The facts are in order; {len(broken.found)} warning{'s' * (len(broken.found) != 1)}."
    build(facts, tmp_path / "rules.sqlite")


@pytest.mark.parametrize(
    "reasoned",
    [
        swap("level: level2, value: 600", "level: level2, value: 1600, not_monotone: 文件如此"),
        swap("level: level1, value: 0.90", "level: level1, value: 0.84, not_monotone: 文件如此"),
        swap("value: 600}", "value: 600, until: 2026-01-01, ends: 二级的没有找到}"),
    ],
    ids=["a deductible out of order with a reason", "a ratio out of order with a reason", "an end with a reason"],
)
def test_what_is_explained_is_let_pass(facts: Path, reasoned: Change) -> None:
    """The reason stands beside the entry that needs it; what is then missing is a gap like any other."""
    reasoned(facts / FIGURES)
    assert {problem.message.id for problem in check(facts).problems} <= {"figures.data.gap"}


def rules_of_the_linter() -> set[str]:
    """Every rule that has words, whose name is the id of its message without the `data` in the middle."""
    files = [resources_dir() / "words" / "en" / f"{name}.toml" for name in ("rulebook", "figures")]
    words = {file.stem: tomllib.loads(file.read_text(encoding="utf-8"))["data"] for file in files}
    return {f"{name}.{rule}" for name, rules in words.items() for rule in rules}


def untried(rules: Iterable[str], copies: Iterable[Broken]) -> list[str]:
    """The rules for which there is no broken copy."""
    tried = {rule for broken in copies for rule in broken.rules()}
    return sorted(set(rules) - tried - UNFORESEEN)


def test_every_rule_has_its_broken_copy() -> None:
    """A rule that was never seen to speak is no rule."""
    assert untried(rules_of_the_linter(), [*BROKEN, *WARNED]) == []


def test_a_rule_without_a_broken_copy_would_be_noticed() -> None:
    """Take the copies of one rule away, and the test above names it."""
    kept = [broken for broken in BROKEN if "figures.overlap" not in broken.rules()]
    assert untried(rules_of_the_linter(), [*kept, *WARNED]) == ["figures.overlap"]


def test_every_message_of_the_linter_has_words_and_every_word_a_message() -> None:
    """What the modules may say, spelled out in them, is what the word lists hold, in both languages."""
    modules = Path(desktop_app.storage.__file__).parent.glob("*.py")
    written = {rule for module in modules for rule in messages_in(module)}
    assert written == rules_of_the_linter()
    for language in LANGUAGES:
        for name in ("rulebook", "figures"):
            text = (resources_dir() / "words" / language / f"{name}.toml").read_text(encoding="utf-8")
            own = {rule.partition(".")[2] for rule in written if rule.startswith(name)}
            assert set(tomllib.loads(text)["data"]) == own


def messages_in(module: Path) -> set[str]:
    """The rules whose messages a module names: in full, or as the word for a misfit."""
    texts = {
        node.value
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    named = {re.fullmatch(r"(rulebook|figures)\.data\.([a-z_]+)", text) for text in texts}
    rules = {f"{found[1]}.{found[2]}" for found in named if found}
    if module.stem == "shape_problems":
        rules |= {f"rulebook.{word}" for word in (*WORDED.values(), "shape")}
    return rules


def test_what_nobody_foresaw_still_has_a_sentence() -> None:
    """A misfit pydantic may find one day: field and value are named all the same."""
    details = ErrorDetails(type="surprise", loc=("facts", 0, "topic"), msg="surprise", input="?")
    problem = shape_problem(details)
    assert (problem.field, problem.value, problem.message.id) == ("topic", "?", "rulebook.data.shape")
