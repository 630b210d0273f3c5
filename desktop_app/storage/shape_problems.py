"""What does not have the shape it should, in our own words: the field, its value, and what is allowed there."""

import re
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from pydantic_core import ErrorDetails

from desktop_app.domain.message import Message, message

_LONGEST_VALUE: Final = 60

WORDED: Final[Mapping[str, str]] = {
    "string_type": "text",
    "string_too_short": "empty",
    "too_short": "empty",
    "string_pattern_mismatch": "pattern",
    "int_type": "number",
    "int_parsing": "number",
    "int_from_float": "number",
    "decimal_type": "number",
    "decimal_parsing": "number",
    "number": "number",
    "greater_than": "above",
    "greater_than_equal": "at_least",
    "less_than_equal": "at_most",
    "bool_type": "truth",
    "bool_parsing": "truth",
    "date_type": "day",
    "date_parsing": "day",
    "date_from_datetime_parsing": "day",
    "date_from_datetime_inexact": "day",
    "list_type": "list",
    "tuple_type": "list",
    "dict_type": "block",
    "model_type": "block",
    "model_attributes_type": "block",
    "ratio": "ratio",
    "factor": "factor",
    "yuan": "yuan",
    "fen": "fen",
    "no_amount": "empty",
    "times": "times",
    "falling": "falling",
    "bands": "bands",
    "tiers": "tiers",
    "tiers_apart": "tiers_apart",
    "bounds": "bounds",
    "form": "form",
    "period": "period",
    "length": "length",
    "not_official": "not_official",
    "markup": "markup",
}
"""The word for each kind of misfit that pydantic or one of our own readers finds."""

_PARAMETERS: Final[Mapping[str, str]] = {
    "pattern": "pattern",
    "site": "site",
    "found": "found",
    "gt": "bound",
    "ge": "bound",
    "le": "bound",
}
"""How our sentences call what pydantic says besides."""


class ShapeProblem(NamedTuple):
    """A field that does not fit, its value as written, and what is wrong with it."""

    field: str
    value: str
    message: Message


def shape_problem(details: ErrorDetails) -> ShapeProblem:
    """What one of pydantic's findings means."""
    context: Mapping[str, Any] = details.get("ctx", {})
    field = next((step for step in reversed(details["loc"]) if isinstance(step, str)), "")
    field, value = (
        str(context.get("field", field)),
        _as_written(context.get("given", details["input"]))[:_LONGEST_VALUE],
    )
    match details["type"]:
        case "missing":
            return ShapeProblem(field, "", message("rulebook.data.missing", field=field))
        case "extra_forbidden":
            return ShapeProblem(field, value, message("rulebook.data.unknown_key", field=field))
        case "enum" | "literal_error":
            return _choice(field, value, str(context["expected"]))
        case "union_tag_not_found":
            field = str(context["discriminator"]).strip("'")
            return ShapeProblem(field, "", message("rulebook.data.missing", field=field))
        case "union_tag_invalid":
            return _choice(str(context["discriminator"]).strip("'"), str(context["tag"]), str(context["expected_tags"]))
        case other:
            named = {_PARAMETERS[name]: str(said) for name, said in context.items() if name in _PARAMETERS}
            word = WORDED.get(other, "shape")
            return ShapeProblem(field, value, message(f"rulebook.data.{word}", field=field, value=value, **named))


def _choice(field: str, value: str, expected: str) -> ShapeProblem:
    allowed = tuple(re.findall("'([^']*)'", expected)) or tuple(re.split(", | or ", expected))
    return ShapeProblem(field, value, message("rulebook.data.choice", field=field, value=value, allowed=allowed))


def _as_written(value: object) -> str:
    """The value as the file has it, numbers and all."""
    match value:
        case None | bool():
            return {None: "null", True: "true", False: "false"}[value]
        case dict():
            return "{" + ", ".join(f"{key}: {_as_written(one)}" for key, one in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(map(_as_written, value)) + "]"
        case _:
            return str(value)
