"""What an example expects of a plan's JSON: `PATH[.OPERATOR]: value`, PATH dotted, lists entered; no PATH: all of it.

Without operator the value is one of the list; `.not` none of it; `.must` every text occurs ("a|b" either spelling);
`.must_not` none does; `.must_not_require` none in a required item; `.any_of` at least one; `.nonempty` whether any.
`facts.any_of` looks for fact numbers as whole tokens anywhere in the answer.
"""

import json
import re
from collections.abc import Callable

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]


def mismatches(answer: Json, expected: dict[str, Json]) -> list[str]:
    """What an answer gets wrong, one line per expectation that is not met."""
    return [f"{key}: {wrong}" for key, value in expected.items() if (wrong := _wrong(answer, key, value))]


def _wrong(answer: Json, key: str, value: Json) -> str:
    path, operator = _split(key)
    if path == ["facts"]:
        return "" if any(_has_fact(answer, number) for number in _texts(value)) else f"none of {value} is cited"
    node = _below(answer, path)
    return _OPERATORS[operator](node, value)


def _split(key: str) -> tuple[list[str], str]:
    parts = key.split(".")
    return (parts[:-1], parts[-1]) if parts[-1] in _OPERATORS else (parts, "in")


def _below(node: Json, path: list[str]) -> Json:
    """What lies at the path; a list on the way gives the list of what its items hold there."""
    for position, key in enumerate(path):
        if isinstance(node, list):
            found = [_below(item, path[position:]) for item in node]
            return [each for each in found if each is not None] or None
        if not isinstance(node, dict):
            return None
        node = node.get(key)
    return node


def _one_of(node: Json, value: Json) -> str:
    return "" if node in _list(value) else f"got {_text(node) or 'nothing'}, accepted {value}"


def _none_of(node: Json, value: Json) -> str:
    return "" if node is not None and node not in _list(value) else f"got {_text(node) or 'nothing'}"


def _nonempty(node: Json, value: Json) -> str:
    return "" if bool(node) == bool(value) else f"got {_text(node) or 'nothing'}"


def _all_occur(node: Json, value: Json) -> str:
    missing = [text for text in _texts(value) if not _occurs(node, text)]
    return f"lacks {missing}" if missing else ""


def _some_occurs(node: Json, value: Json) -> str:
    return "" if any(_occurs(node, text) for text in _texts(value)) else f"none of {value} occurs"


def _none_occurs(node: Json, value: Json) -> str:
    unwanted = [text for text in _texts(value) if _occurs(node, text)]
    return f"should not hold {unwanted}" if unwanted else ""


def _none_required(node: Json, value: Json) -> str:
    items = [item for item in _list(node) if not (isinstance(item, dict) and item.get("required") is False)]
    return _none_occurs(items, value)


_OPERATORS: dict[str, Callable[[Json, Json], str]] = {
    "in": _one_of,
    "not": _none_of,
    "nonempty": _nonempty,
    "must": _all_occur,
    "any_of": _some_occurs,
    "must_not": _none_occurs,
    "must_not_require": _none_required,
}


def _list(node: Json) -> list[Json]:
    if isinstance(node, list):
        return node
    return [] if node is None else [node]


def _texts(value: Json) -> list[str]:
    return [str(each) for each in _list(value)]


def _text(node: Json) -> str:
    return "" if node is None else json.dumps(node, ensure_ascii=False)


def _occurs(node: Json, wanted: str) -> bool:
    return any(spelling in _text(node) for spelling in wanted.split("|"))


def _has_fact(answer: Json, number: str) -> bool:
    return re.search(rf"(?<![A-Za-z0-9-]){re.escape(number)}(?![0-9])", _text(answer)) is not None
