"""Put what was heard on the telephone into a case, and beside the questions of its plan."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final, cast

from desktop_app.domain.case import Case
from desktop_app.domain.figure import FigureName
from desktop_app.domain.heard import FIGURE, Heard
from desktop_app.domain.outcome import Plan
from desktop_app.domain.own_figure import OwnValue
from desktop_app.errors import Problem
from desktop_app.interview.heard import case_as_heard, unit_of, value_heard
from desktop_app.storage.figure_values import decode, encode, exact_spread

_IN_PARTS: Final = "["
"""How a figure of several parts begins, kept as the rule pack writes figures; what is told in one number never does."""


def case_as_told(case: Case, heard: Mapping[str, Heard]) -> Case:
    """The case with the figures among the blanks; one that cannot be read any more counts for nothing."""
    return case_as_heard(case, dict(_figures(heard)))


def plan_as_told(plan: Plan, heard: Mapping[str, Heard]) -> Plan:
    """The plan with what stands in the blanks of its questions; figures are in the sum already."""
    asks = tuple(ask if ask.figure else replace(ask, heard=heard.get(ask.blank)) for ask in plan.ask)
    return replace(plan, ask=asks)


def text_in_parts(value: OwnValue) -> str:
    """How a figure of several parts is kept in its blank."""
    return encode(exact_spread(value))


def value_told(name: FigureName, text: str) -> OwnValue:
    """What stands in a figure's blank. Raises Problem, or ValueError, KeyError and TypeError, for what is no figure."""
    if text.startswith(_IN_PARTS):
        return cast("OwnValue", decode(name, text).value)
    if unit_of(name) is None:
        raise ValueError(f"{name} is not told in one number")
    return value_heard(name, text)


def _figures(heard: Mapping[str, Heard]) -> Iterator[tuple[FigureName, tuple[OwnValue, Heard]]]:
    for id, said in heard.items():
        if not id.startswith(FIGURE):
            continue
        try:
            name = FigureName(id.removeprefix(FIGURE))
            yield name, (value_told(name, said.text), said)
        except (Problem, ValueError, KeyError, TypeError):
            continue
