"""Habits of the house that a machine can watch: size, names, words, loose ends."""

import ast
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import desktop_app
from desktop_app.paths import resources_dir

PACKAGE = Path(desktop_app.__file__).parent
FILES = sorted(file for file in PACKAGE.rglob("*.py") if "versions" not in file.parts)
TESTS = sorted(Path(__file__).parents[1].rglob("*.py"))
LONGEST_FILE = 400
LONGEST_FUNCTION = 60
# They read or spell amounts, dates and place names, whose characters are their subject.
CHINESE_BY_TRADE = {"interview/entry.py", "render/words.py", "storage/place_names.py"}
FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef
PALETTES = {"ui/roles.py", "render/charts/style.py"}
EMPTY_ENDS = {"util", "utils", "helper", "helpers", "manager"}
EMPTY_NAMES = {"util", "utils", "helper", "helpers", "manager", "common", "data", "info", "handler", "misc"}


def short(file: Path) -> str:
    """A file as the package knows it."""
    return file.relative_to(PACKAGE).as_posix() if file.is_relative_to(PACKAGE) else file.name


def read(file: Path) -> ast.Module:
    """A file taken apart."""
    return ast.parse(file.read_text(encoding="utf-8"))


def docstrings(tree: ast.AST) -> set[int]:
    """The identities of the constants that are docstrings, also those under attributes."""
    statements = (node.value for node in ast.walk(tree) if isinstance(node, ast.Expr))
    return {id(value) for value in statements if isinstance(value, ast.Constant)}


def chinese_words(file: Path) -> Iterator[str]:
    """String constants with Chinese characters that are not docstrings."""
    tree = read(file)
    documented = docstrings(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in documented:
            continue
        if isinstance(node.value, str) and re.search(r"[\u3400-\u9fff]", node.value):
            yield f"{short(file)}:{node.lineno}: {node.value[:40]!r}"


def long_ones(file: Path, longest_file: int = LONGEST_FILE) -> Iterator[str]:
    """The file, and its functions, where they are too long."""
    lines = file.read_text(encoding="utf-8").count("\n")
    if lines > longest_file:
        yield f"{short(file)}: {lines} lines"
    for node in ast.walk(read(file)):
        if isinstance(node, FUNCTIONS) and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION:
            yield f"{short(file)}:{node.lineno}: {node.name}"


def empty_names(file: Path) -> Iterator[str]:
    """The file, its folder, and its classes and functions, where their names say nothing."""
    if file.stem in EMPTY_NAMES or file.parent.name in EMPTY_NAMES:
        yield short(file)
    for node in ast.walk(read(file)):
        if isinstance(node, ast.ClassDef | FUNCTIONS):
            last = re.split(r"_|(?<=[a-z])(?=[A-Z])", node.name)[-1].lower()
            if last in EMPTY_ENDS or node.name.lower() in EMPTY_NAMES:
                yield f"{short(file)}:{node.lineno}: {node.name}"


def loose_ends(file: Path) -> Iterator[str]:
    """Comments that put something off, or silence a tool without saying which and why."""
    with file.open("rb") as source:
        for token in tokenize.tokenize(source.readline):
            if token.type != tokenize.COMMENT:
                continue
            to_do = re.search(r"\b(TODO|FIXME|XXX|HACK)\b", token.string)
            unexplained = re.search(r"(noqa: [A-Z0-9, ]+|type: ignore\[[\w, -]+\])\s*$", token.string)
            bare = re.search(r"noqa\s*$|type: ignore\s*$", token.string)
            if to_do or unexplained or bare:
                yield f"{short(file)}:{token.start[0]}: {token.string}"


def colours(text: str) -> list[str]:
    """The colours a text names by their numbers or by their names."""
    return re.findall(r"[\"': ]#[0-9A-Fa-f]{3,8}\b|GlobalColor\.(?!transparent)\w+|\brgba?\(|QColor\([\"'\d]", text)


def test_files_and_functions_stay_readable() -> None:
    """No file is longer than 400 lines and no function longer than 60, in the program and in its tests."""
    assert [one for file in FILES for one in long_ones(file)] == []
    assert [one for file in TESTS for one in long_ones(file)] == []


def test_long_ones_are_rare() -> None:
    """At the most one file in a hundred has more than 300 lines, and one function in 500 more than 40."""
    assert sum(file.read_text(encoding="utf-8").count("\n") > 300 for file in FILES) <= len(FILES) // 100
    functions = [node for file in FILES for node in ast.walk(read(file)) if isinstance(node, FUNCTIONS)]
    assert sum((node.end_lineno or 0) - node.lineno >= 40 for node in functions) <= len(functions) // 500


def test_names_say_something() -> None:
    """No file, class or function bears a name that would fit any other."""
    assert [name for file in (*FILES, *TESTS) for name in empty_names(file)] == []


def test_words_for_people_live_in_the_word_lists() -> None:
    """Chinese in the program's own files stands in docstrings alone."""
    speaking = [file for file in FILES if short(file) not in CHINESE_BY_TRADE]
    assert [words for file in speaking for words in chinese_words(file)] == []


def test_no_loose_ends() -> None:
    """No comment says that something is still to be done, and none silences a tool without a reason."""
    assert [end for file in (*FILES, *TESTS) for end in loose_ends(file)] == []


def test_colours_have_names() -> None:
    """Only the roles of the window and the style of the paper say what a colour is; all else names its role."""
    assert all(colours((PACKAGE / file).read_text(encoding="utf-8")) for file in PALETTES)
    plain = [file for file in FILES if short(file) not in PALETTES]
    sheets = [file for kind in ("*.j2", "*.qss") for file in resources_dir().rglob(kind)]
    assert len(sheets) > 20
    assert [file.name for file in (*plain, *sheets) if colours(file.read_text(encoding="utf-8"))] == []


def test_these_looks_can_see(tmp_path: Path) -> None:
    """A file with every bad habit has each of them found, and a good one none."""
    bad = tmp_path / "utils.py"
    bad.write_text(
        "class CaseManager: ...\ndef info(): return '备案'  # noqa: D103\n"
        "def long():\n" + "    pass\n" * 60 + "# " + "TODO: split\nx = y  # type: ignore\n",
        encoding="utf-8",
    )
    assert list(long_ones(bad, longest_file=60)) == ["utils.py: 65 lines", "utils.py:3: long"]
    assert list(empty_names(bad)) == ["utils.py", "utils.py:1: CaseManager", "utils.py:2: info"]
    assert list(chinese_words(bad)) == ["utils.py:2: '备案'"]
    assert [end.split(":")[1] for end in loose_ends(bad)] == ["2", "64", "65"]
    assert len(colours("a = '#FFF'; color: #16202A; QColor(1, 2, 3); rgb(0, 0, 0); GlobalColor.red")) == 5
    assert colours("case #12 of GlobalColor.transparent") == []
    good = tmp_path / "filing.py"
    good.write_text('"""备案."""\nx = 1  # noqa: D103 -- a reason\n', encoding="utf-8")
    assert not [*long_ones(good), *empty_names(good), *chinese_words(good), *loose_ends(good)]
