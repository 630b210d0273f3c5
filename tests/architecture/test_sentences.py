"""Sentences and the program belong together: whatever it asks the word lists for is there, and nothing else is."""

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import desktop_app
from desktop_app.paths import resources_dir

ROOT = Path(desktop_app.__file__).parents[1]
TREES = [ast.parse(file.read_text(encoding="utf-8")) for file in sorted((ROOT / "desktop_app").rglob("*.py"))]
TEMPLATES = [file.read_text(encoding="utf-8") for file in sorted(resources_dir().rglob("*.j2"))]
LISTS = sorted((resources_dir() / "words" / "zh_CN").glob("*.toml"))
FACTS = (
    [file.read_text(encoding="utf-8") for file in sorted((ROOT / "data" / folder).rglob("*.yaml"))]
    for folder in ("national", "policy")
)
ELSEWHERE = "commands."
"""Asked for by the names of commands; tests/cli/test_help.py has its own look at them."""
ASKING = {"message", "say", "_say", "label"}
Pieces = tuple[str | None, ...]
"""A text with gaps: None is what is put in when the program runs."""


def keys(table: Mapping[str, object], prefix: str) -> Iterator[str]:
    """The ids of a word list."""
    for key, value in table.items():
        yield from keys(value, f"{prefix}{key}.") if isinstance(value, dict) else [prefix + key]


IDS = [id for file in LISTS for id in keys(tomllib.loads(file.read_text(encoding="utf-8")), f"{file.stem}.")]


def pieces(text: ast.AST) -> Pieces | None:
    """What a text in the program is made of; None for what is no text."""
    if isinstance(text, ast.Constant):
        return (text.value,) if isinstance(text.value, str) else None
    if isinstance(text, ast.JoinedStr):
        return tuple(str(part.value) if isinstance(part, ast.Constant) else None for part in text.values)
    return None


def texts() -> Iterator[Pieces]:
    """Every text of program and templates, the names of fields and arguments, and the words of the facts' keys."""
    for node in (node for tree in TREES for node in ast.walk(tree)):
        if found := pieces(node):
            yield found
        elif isinstance(node, ast.keyword) and node.arg:
            yield (node.arg,)
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield (node.target.id,)
    for text in TEMPLATES:
        for quoted, more in re.findall(r"[\"']([\w.\-]+)[\"'](\s*~)?", text):
            yield (quoted, None) if more else (quoted,)
        yield from ((word,) for word in re.findall(r"\w+", text))
    for text in (text for group in FACTS for text in group):
        yield from ((word,) for word in re.findall(r"[\w.]+", text))
    yield from ((part,) for file in (ROOT / "data" / "examples").glob("*.yaml") for part in file.stem.split("-"))


EVERY = set(texts())
WHOLE = {text[0] for text in EVERY if len(text) == 1 and text[0]}
OPEN = [text for text in EVERY if None in text and re.search("[a-z]", "".join(filter(None, text)))]


def fits(text: str, made_of: Pieces, depth: int = 0) -> bool:
    """Whether the text can come of the pieces, with something known in every gap."""
    if not made_of:
        return not text
    first, rest = made_of[0], made_of[1:]
    if first is not None:
        return text.startswith(first) and fits(text.removeprefix(first), rest, depth)
    return any(known(text[:end], depth) and fits(text[end:], rest, depth) for end in range(len(text) + 1))


@cache
def known(text: str, depth: int = 0) -> bool:
    """Whether the program has the text, makes it of pieces, or has the two parts of it around an underscore."""
    parts = ((text[:at], text[at + 1 :]) for at, letter in enumerate(text) if letter == "_")
    joined = any(first in WHOLE and (last in WHOLE or f"_{last}" in WHOLE) for first, last in parts)
    return not text or text in WHOLE or joined or (depth == 0 and any(fits(text, each, 1) for each in OPEN))


def member(end: str) -> bool:
    """Whether this is one of a group whose name the program has, and which it goes through one by one."""
    group, _, own = end.rpartition(".")
    return "." in group and own in WHOLE and (group in WHOLE or any(fits(group, each) for each in OPEN))


def asked_for(id: str) -> bool:
    """Whether some place of the program can come to ask for this id, whole or, in one list, by the end of it."""
    stem, _, end = id.partition(".")
    group, _, own = id.rpartition(".")
    if id in WHOLE or end in WHOLE or (group in WHOLE and own in WHOLE) or member(end):
        return True
    return any(fits(end, each) or (fits(id, each) and each != (f"{stem}.", None)) for each in OPEN)


def test_every_sentence_is_asked_for() -> None:
    """A sentence that nothing in the program, the templates or the facts can name has been forgotten there."""
    assert len(IDS) > 1500
    assert [id for id in IDS if not id.startswith(ELSEWHERE) and not asked_for(id)] == []


def test_the_look_for_forgotten_sentences_can_see() -> None:
    """Ids nobody asks for are found, be they all new or like one that is asked for."""
    assert not asked_for("paper.written.nowhere")
    assert not asked_for("terms.level.level9")
    assert asked_for("terms.level.level3")


def asked() -> Iterator[Pieces]:
    """The first argument of every call that asks for words."""
    for call in (node for tree in TREES for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = getattr(call.func, "id", getattr(call.func, "attr", ""))
        if name in ASKING and call.args and (found := pieces(call.args[0])):
            yield found
    for text in TEMPLATES:
        for quoted, more in re.findall(r"\blabel\(\s*[\"']([\w.\-]+)[\"']\s*(~)?", text):
            yield (quoted, None) if more else (quoted,)


def answers(ids: Iterable[str], wanted: Pieces) -> bool:
    """Whether an id, or the end of one, looks like what is asked for."""
    pattern = re.compile(r"(^|.*\.)" + "".join(".*" if piece is None else re.escape(piece) for piece in wanted) + "$")
    return any(pattern.match(id) for id in ids)


def test_whatever_is_asked_for_is_there() -> None:
    """No place of the program asks for a sentence, or for a kind of sentence, that is in no word list."""
    wanted = set(asked())
    assert len(wanted) > 600
    assert sorted(str(each) for each in wanted if not answers(IDS, each)) == []


def test_the_look_for_missing_sentences_can_see() -> None:
    """A whole id and a made one, neither in the word lists."""
    assert not answers(IDS, ("paper.written.nowhere",))
    assert not answers(IDS, ("terms.nothing.", None))
