"""Reading the facts as text: YAML and CSV with line numbers, checked against a schema, problems with their place."""

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, Generic, TypeVar
from urllib.parse import urlsplit

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError
from sqlalchemy import insert

from desktop_app.domain.message import Message, message
from desktop_app.domain.policy import NATION
from desktop_app.storage.shape_problems import shape_problem

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from desktop_app.storage.tables import PackTable

T = TypeVar("T")
E = TypeVar("E", bound=BaseModel)
Step = str | int

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where PyYAML was built with it, ten times as fast."""

_MARKUP: Final = re.compile(r"</?[A-Za-z][^>]*>|\*\*|`|\]\(|&[a-z]+;|\{[{%]")
_ADDRESS: Final = re.compile(r"https?://[!-~]+|(?<![A-Za-z0-9_@./-])(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?![A-Za-z0-9.-])")
"""An address, or the bare name of a site."""

OFFICIAL_SITE: Final = ".gov.cn"
"""Only addresses there are shown: a throw-away site is a danger to the elderly."""


def _plain(text: str) -> str:
    found = _MARKUP.search(text)
    if found:
        raise PydanticCustomError("markup", "markup in text", {"found": found.group()})
    for address in _ADDRESS.findall(text):
        official(address if "//" in address else f"https://{address}")
    return text


def official(link: str) -> str:
    """The link, where it leads to an official site."""
    address = urlsplit(link)
    if address.scheme in {"http", "https"} and (address.hostname or "").endswith(OFFICIAL_SITE):
        return link
    raise PydanticCustomError("not_official", "not on an official site", {"site": OFFICIAL_SITE, "found": link})


PlainText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_plain)]
"""Text for people: not empty, free of markup, which belongs into templates, and of addresses on unofficial sites."""

Remark = Annotated[str, AfterValidator(_plain)]
"""The same where there may be nothing to say."""


class Entry(BaseModel):
    """A piece of the facts: unknown keys are refused, nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


@dataclass(frozen=True, slots=True)
class DataProblem:
    """Something wrong in `data/`: the file relative to it, the line from 1, the field, its value, and what is wrong."""

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


@dataclass(frozen=True, slots=True)
class CsvRow(Generic[T]):
    """A line of a CSV file in the shape that was asked for."""

    file: Path
    line: int
    content: T


@dataclass(slots=True)
class Build:
    """One compilation of the facts: where they are, where they go, what is known so far and what was found wrong.

    `checked_on` is the day on which the facts were last checked (`edition.yaml`).
    """

    data: Path
    connection: "Connection"
    known_regions: set[str] = field(default_factory=lambda: {NATION})
    known_facts: set[str] = field(default_factory=set)
    known_sources: set[str] = field(default_factory=set)
    known_diseases: set[str] = field(default_factory=set)
    invented_links: set[str] = field(default_factory=set)
    areas_at: dict[str, tuple[Path, int]] = field(default_factory=dict)
    cited_sources: set[str] = field(default_factory=set)
    sources_at: list[tuple[Path, int, str]] = field(default_factory=list)
    checked_on: date | None = None
    problems: list[DataProblem] = field(default_factory=list)
    warnings: list[DataProblem] = field(default_factory=list)

    def problem(self, file: Path, line: int, field: str, value: object, message: Message) -> None:
        """Notes a problem; the build goes on, so that all of them are reported at once."""
        self.problems.append(self._at(file, line, field, value, message))

    def warn(self, file: Path, line: int, field: str, value: object, message: Message) -> None:
        """Notes what wants a look and does not stop the build."""
        self.warnings.append(self._at(file, line, field, value, message))

    def _at(self, file: Path, line: int, field: str, value: object, message: Message) -> DataProblem:
        place = file.relative_to(self.data).as_posix() if file.is_relative_to(self.data) else str(file)
        return DataProblem(place, line, field, str(value), message)

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
                self._note(file, lines.of(*details["loc"]), details)
            return None

    def rows(self, file: Path, shape: type[E]) -> list[CsvRow[E]]:
        """The lines of a CSV file in this shape; the ones that do not fit are noted and left out."""
        if not file.is_file():
            self.problem(file, 1, "", "", message("rulebook.data.no_file"))
            return []
        rows: list[CsvRow[E]] = []
        with file.open(encoding="utf-8-sig", newline="") as text:
            table = csv.DictReader(text, strict=True)
            try:
                rows += (row for cells in table if (row := self._row(file, table.line_num, cells, shape)))
            except (UnicodeDecodeError, csv.Error):
                self.problem(file, table.line_num + 1, "", "", message("rulebook.data.no_csv"))
        return rows

    def _row(self, file: Path, line: int, cells: dict[Any, Any], shape: type[E]) -> CsvRow[E] | None:
        more = cells.pop(None, None)
        if more or None in cells.values():
            self.problem(file, line, "", ",".join(more or ()), message("rulebook.data.columns"))
        try:
            return CsvRow(file, line, shape.model_validate({name: cell or "" for name, cell in cells.items()}))
        except ValidationError as error:
            for details in error.errors(include_url=False):
                self._note(file, line, details)
            return None

    def need(self, file: Path, line: int, field: str, value: str, known: set[str]) -> None:
        """Notes a problem unless `value` is among the known codes or ids."""
        if value not in known:
            self.problem(file, line, field, value, message("rulebook.data.unknown", field=field, value=value))

    def cite(self, file: Path, line: int, source: str) -> None:
        """Notes that this source is used, and a problem unless it is known."""
        self.need(file, line, "source", source, self.known_sources)
        self.cited_sources.add(source)

    def insert(self, table: "type[PackTable]", rows: Sequence[Mapping[str, object]]) -> None:
        """Writes the rows, in this order; nothing is written any more once something was found wrong."""
        if rows and not self.problems:
            self.connection.execute(insert(table), list(rows))

    def _note(self, file: Path, line: int, details: ErrorDetails) -> None:
        self.problem(file, line, *shape_problem(details))


def read_yaml(file: Path) -> tuple[object, Lines]:
    """The content of a YAML file, numbers with a point as exact Decimals, and where everything stands.

    Raises YamlError for what is no YAML, a key written twice, and tags beyond plain values.
    """
    if not file.is_file():
        raise YamlError(1, message("rulebook.data.no_file"))
    try:
        root = yaml.compose(file.read_text(encoding="utf-8"), Loader=_LOADER)
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
