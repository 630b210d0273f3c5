"""A copy of the whole facts with one thing wrong, and what the linter must say of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Change = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the linter: where, which field, its value as written, which rule says so, and in which words.

    `rule` is the id of its message without the `data` in the middle; `file` is named where it is not the broken one.
    """

    line: int
    field: str
    value: str
    rule: str
    sentence: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class Broken:
    """What is wrong, in which file, how it comes about, and everything the linter says: no more and no less."""

    name: str
    file: str
    change: Change
    found: tuple[Found, ...]

    def places(self) -> list[tuple[str, int, str, str]]:
        """File, line, field and value of every line."""
        return [(found.file or self.file, found.line, found.field, found.value) for found in self.found]

    def lines(self, mark: str = "") -> list[str]:
        """What is printed; `mark` stands before what is only a warning."""
        return [f"{found.file or self.file}:{found.line}: {mark}{found.sentence}" for found in self.found]

    def rules(self) -> set[str]:
        """The rules that speak."""
        return {found.rule for found in self.found}


def swap(old: str, new: str) -> Change:
    """The first place where `old` stands, which must be there, says `new` instead."""

    def change(file: Path) -> None:
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {file.name}"
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def gone(file: Path) -> None:
    """The file is not there."""
    file.unlink()


def in_gb18030(file: Path) -> None:
    """The file as a spreadsheet in China would save it."""
    file.write_bytes(file.read_text(encoding="utf-8").encode("gb18030"))
