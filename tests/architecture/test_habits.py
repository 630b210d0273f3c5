"""Habits of the house that a machine can watch: size, names, words, loose ends."""

import ast
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import desktop_app

PACKAGE = Path(desktop_app.__file__).parent
FILES = sorted(file for file in PACKAGE.rglob("*.py") if "versions" not in file.parts)
LONGEST_FILE = 400
LONGEST_FUNCTION = 60
# They read or spell amounts, dates and place names, whose characters are their subject.
CHINESE_BY_TRADE = {"interview/entry.py", "render/words.py", "storage/place_names.py"}
EMPTY_NAMES = {"util", "utils", "helper", "helpers", "manager", "common", "data", "info", "handler", "misc"}


def short(file: Path) -> str:
    """A file as the package knows it."""
    return file.relative_to(PACKAGE).as_posix()


def docstrings(tree: ast.AST) -> set[int]:
    """The identities of the constants that are docstrings, also those under attributes."""
    statements = (node.value for node in ast.walk(tree) if isinstance(node, ast.Expr))
    return {id(value) for value in statements if isinstance(value, ast.Constant)}


def chinese_words(file: Path) -> Iterator[str]:
    """String constants with Chinese characters that are not docstrings."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    documented = docstrings(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in documented:
            continue
        if isinstance(node.value, str) and re.search(r"[\u3400-\u9fff]", node.value):
            yield f"{short(file)}:{node.lineno}: {node.value[:40]!r}"


def test_files_and_functions_stay_readable() -> None:
    """No file is longer than 400 lines and no function longer than 60."""
    long = []
    for file in FILES:
        text = file.read_text(encoding="utf-8")
        if text.count("\n") > LONGEST_FILE:
            long.append(f"{short(file)}: {text.count(chr(10))} lines")
        for node in ast.walk(ast.parse(text)):
            if not isinstance(node, ast.FunctionDef):
                continue
            if (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION:
                long.append(f"{short(file)}:{node.lineno}: {node.name}")
    assert long == []


def test_names_say_something() -> None:
    """No file, class or function bears a name that would fit any other."""
    empty = [short(file) for file in FILES if file.stem in EMPTY_NAMES or file.parent.name in EMPTY_NAMES]
    for file in FILES:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef | ast.FunctionDef):
                last = re.split(r"_|(?<=[a-z])(?=[A-Z])", node.name)[-1].lower()
                if last in {"util", "utils", "helper", "helpers", "manager"} or node.name.lower() in EMPTY_NAMES:
                    empty.append(f"{short(file)}:{node.lineno}: {node.name}")
    assert empty == []


def test_words_for_people_live_in_the_word_lists() -> None:
    """Chinese in the program's own files stands in docstrings alone."""
    speaking = [file for file in FILES if short(file) not in CHINESE_BY_TRADE]
    assert [words for file in speaking for words in chinese_words(file)] == []


def test_no_loose_ends() -> None:
    """No comment says that something is still to be done, and none silences a tool without a reason."""
    loose = []
    for file in FILES:
        with file.open("rb") as source:
            for token in tokenize.tokenize(source.readline):
                if token.type != tokenize.COMMENT:
                    continue
                to_do = re.search(r"\b(TODO|FIXME|XXX|HACK)\b", token.string)
                unexplained = re.search(r"(noqa: [A-Z0-9, ]+|type: ignore\[[\w, -]+\])\s*$", token.string)
                bare = re.search(r"noqa\s*$|type: ignore\s*$", token.string)
                if to_do or unexplained or bare:
                    loose.append(f"{short(file)}:{token.start[0]}: {token.string}")
    assert loose == []
