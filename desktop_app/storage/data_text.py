"""Reading the facts as text: YAML with line numbers, checked against a schema, every problem collected with its place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Final, Generic, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from desktop_app.domain.message import Message, message

if TYPE_CHECKING:
    from sqlalchemy import Connection

T = TypeVar("T")
Step = str | int
NATION: Final = "CN"
"""The code that stands for the whole country wherever a region is named."""


@dataclass(frozen=True, slots=True)
class DataProblem:
    """Something wrong in `data/`: `file` relative to it, the line (1 is the first), the field, its value as written, and what is wrong."""

    file: str
    line: int
    field: str
    value: str
    message: Message


class DataProblems(Exception):  # noqa: N818 -- it carries the problems of a whole folder
    """The facts cannot be compiled; `problems` lists why, in the order of files and lines."""

    def __init__(self, problems: tuple[DataProblem, ...]) -> None:
        super().__init__(f"{len(problems)} problems in the facts")
        self.problems = problems


class YamlError(ValueError):
    """A YAML file that cannot be read; `line` is where."""

    def __init__(self, line: int, message: Message) -> None:
        super().__init__(message.id)
        self.line = line
        self.message = message


class Lines:
    """Where each value of a YAML document stands."""

    def __init__(self, root: yaml.Node | None) -> None:
        self._root = root

    def of(self, *path: Step) -> int:
        """The line of the value under these keys and positions, or of the last one on the way that exists."""
        node, line = self._root, 1
        for step in path:
            found = _child(node, step)
            if found is None:
                break
            node, line = found
        return line


@dataclass(frozen=True, slots=True)
class Parsed(Generic[T]):
    """A file's content in the shape that was asked for, with the lines it stands on."""

    file: Path
    content: T
    lines: Lines


@dataclass(slots=True)
class Build:
    """One compilation of the facts: where they are, where they go, what is known so far and what was found wrong."""

    data: Path
    connection: "Connection"
    known_regions: set[str] = field(default_factory=lambda: {NATION})
    known_facts: set[str] = field(default_factory=set)
    known_sources: set[str] = field(default_factory=set)
    cited_sources: set[str] = field(default_factory=set)
    problems: list[DataProblem] = field(default_factory=list)

    def problem(self, file: Path, line: int, field: str, value: object, message: Message) -> None:
        """Notes a problem; the build goes on, so that all of them are reported at once."""
        place = file.relative_to(self.data).as_posix() if file.is_relative_to(self.data) else str(file)
        self.problems.append(DataProblem(place, line, field, str(value), message))

    def files(self, pattern: str) -> Iterator[Path]:
        """The files of `data/` that match, in the order of their names."""
        yield from sorted(self.data.glob(pattern))

    def read(self, file: Path, shape: type[T] | TypeAdapter[T]) -> Parsed[T] | None:
        """The file in this shape (a pydantic model, `list[Model]` …); None after noting why it does not fit."""
        try:
            content, lines = read_yaml(file)
        except YamlError as error:
            self.problem(file, error.line, "", "", error.message)
            return None
        adapter = shape if isinstance(shape, TypeAdapter) else TypeAdapter(shape)
        try:
            return Parsed(file, adapter.validate_python(content), lines)
        except ValidationError as error:
            for details in error.errors(include_url=False):
                self._note(file, lines, details)
            return None

    def need(self, file: Path, line: int, field: str, value: str, known: set[str]) -> None:
        """Notes a problem unless `value` is among the known codes or ids."""
        if value not in known:
            self.problem(file, line, field, value, message("rulebook.data.unknown", field=field, value=value))

    def _note(self, file: Path, lines: Lines, details: ErrorDetails) -> None:
        path = details["loc"]
        field = next((step for step in reversed(path) if isinstance(step, str)), "")
        value = "" if details["type"] == "missing" else str(details["input"])[:60]
        self.problem(file, lines.of(*path), field, value, _shape_message(details, field, value))


def read_yaml(file: Path) -> tuple[object, Lines]:
    """The content of a YAML file, numbers with a point as exact Decimals, and where everything stands.

    Raises YamlError for what is no YAML, a key written twice, and tags beyond plain values.
    """
    try:
        root = yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        raise YamlError(mark.line + 1 if mark else 1, message("rulebook.data.no_yaml")) from error
    return (_value(root) if root else None), Lines(root)


_SCALARS: Final[dict[str, Callable[[str], object]]] = {
    "tag:yaml.org,2002:null": lambda _text: None,
    "tag:yaml.org,2002:bool": lambda text: {"true": True, "false": False}[text],
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:float": Decimal,
    "tag:yaml.org,2002:timestamp": date.fromisoformat,
    "tag:yaml.org,2002:str": str,
}


def _value(node: yaml.Node) -> object:
    if isinstance(node, yaml.MappingNode):
        return _mapping(node)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item) for item in node.value]
    try:
        return _SCALARS[node.tag](node.value)
    except (KeyError, ValueError, ArithmeticError) as error:
        raise YamlError(_line(node), message("rulebook.data.no_value", value=str(node.value))) from error


def _mapping(node: yaml.MappingNode) -> dict[str, object]:
    content: dict[str, object] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key in content:
            raise YamlError(_line(key_node), message("rulebook.data.twice", value=key))
        content[key] = _value(value_node)
    return content


def _child(node: yaml.Node | None, step: Step) -> tuple[yaml.Node, int] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((value, _line(key)) for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], _line(node.value[step])
    return None


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _shape_message(details: ErrorDetails, field: str, value: str) -> Message:
    context = details.get("ctx", {})
    match details["type"]:
        case "missing":
            return message("rulebook.data.missing", field=field)
        case "extra_forbidden":
            return message("rulebook.data.unknown_key", field=field)
        case "enum" | "literal_error":
            return message("rulebook.data.choice", field=field, value=value, allowed=str(context["expected"]))
        case "markup":
            return message("rulebook.data.markup", field=field, found=str(context["found"]))
        case _:
            return message("rulebook.data.shape", field=field, value=value, detail=details["msg"])
