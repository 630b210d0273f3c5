"""From a file's bytes to plain values: JSON or YAML, numbers kept exactly as they are written, no key twice."""

import json
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

from desktop_app.domain.message import message
from desktop_app.errors import Problem, reason_of

if TYPE_CHECKING:
    import yaml

LARGEST_FILE: Final = 4_000_000
YAML_NAMES: Final = frozenset({".yaml", ".yml"})


def read_document(path: Path) -> object:
    """What the file says. Raises Problem where it cannot be read, is not UTF-8, or is neither JSON nor YAML."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise Problem(message("problems.file_unreadable", key=str(path), reason=reason_of(error))) from error
    if len(raw) > LARGEST_FILE:
        raise Problem(message("problems.file_too_large", key=str(path)))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Problem(message("problems.file_not_utf8", key=str(path))) from error
    if not text.strip():
        raise Problem(message("problems.file_empty", key=str(path)))
    return parse_document(text, name=str(path), yaml=_is_yaml(path, text))


def parse_document(text: str, *, name: str, yaml: bool = False) -> object:
    """The same for a text at hand; `name` is what a problem calls it."""
    try:
        return _from_yaml(text, name) if yaml else _from_json(text, name)
    except RecursionError as error:
        raise Problem(message("problems.file_not_json", key=name, line=1, column=1)) from error


def _is_yaml(path: Path, text: str) -> bool:
    """By its name, else by how it begins."""
    suffix = path.suffix.lower()
    return suffix in YAML_NAMES or (suffix != ".json" and not text.lstrip().startswith("{"))


def _from_json(text: str, name: str) -> object:
    try:
        document: object = json.loads(
            text, parse_float=Decimal, parse_constant=_no_constant, object_pairs_hook=_once_each
        )
    except json.JSONDecodeError as error:
        raise Problem(message("problems.file_not_json", key=name, line=error.lineno, column=error.colno)) from error
    except ValueError as error:
        raise Problem(message("problems.file_not_json", key=name, line=1, column=1)) from error
    return document


def _no_constant(word: str) -> NoReturn:
    raise ValueError(word)


def _once_each(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise Problem(message("problems.key_twice", key=key))
        found[key] = value
    return found


def _from_yaml(text: str, name: str) -> object:
    import yaml

    try:
        document: object = yaml.load(text, Loader=_exact_loader())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise Problem(message("problems.file_not_yaml", key=name, line=place[0], column=place[1])) from error
    except (yaml.YAMLError, ValueError, InvalidOperation) as error:
        raise Problem(message("problems.file_not_yaml", key=name, line=1, column=1)) from error
    return document


def _exact_loader() -> "type[yaml.SafeLoader]":
    """YAML's safe loader, with decimals read as decimals and days left as text: the case's own types decide."""
    import re

    import yaml

    class ExactLoader(yaml.SafeLoader):
        """Null, true and false, decimal numbers and text; nothing else."""

        def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
            keys = [self.construct_object(key, deep=True) for key, _ in node.value]
            for key in keys:
                if keys.count(key) > 1:
                    raise Problem(message("problems.key_twice", key=str(key)))
            return super().construct_mapping(node, deep)

    ExactLoader.yaml_implicit_resolvers = {}

    def resolve(tag: str, pattern: str, first: str) -> None:
        ExactLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))

    resolve("bool", r"^(?:true|True|TRUE|false|False|FALSE|yes|Yes|no|No)$", "tTfFyYnN")
    resolve("int", r"^[-+]?[0-9]+$", "-+0123456789")
    resolve("float", r"^[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]+)?$", "-+.0123456789")
    resolve("null", r"^(?:~|null|Null|NULL|)$", "~nN")
    ExactLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^$"), [""])
    ExactLoader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))
    ExactLoader.add_constructor("tag:yaml.org,2002:float", lambda _, node: Decimal(node.value))
    return ExactLoader
