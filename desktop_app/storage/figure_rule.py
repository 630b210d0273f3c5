"""A benefit figure as the rulebook states it: where, for whom and when it holds, what it says, and on what ground."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from desktop_app.domain.care import CareKind, Level
from desktop_app.domain.evidence import Evidence
from desktop_app.domain.figure import Dimension, FigureName
from desktop_app.domain.period import ALWAYS, Period
from desktop_app.domain.person import Scheme
from desktop_app.storage.figure_values import Spread

STANDS_IN: Final = {Level.LEVEL3_TOP.value: Level.LEVEL3.value, Level.COMMUNITY.value: Level.LEVEL1.value}
"""Whose figure is used where an area does not tell these levels apart."""

UNFILED: Final = "unfiled"
"""The value of `Dimension.FILING` where nothing is filed."""


@dataclass(frozen=True, slots=True)
class Ages:
    """From `start` years up to, not including, `under`; None has no upper end."""

    start: int
    under: int | None

    def __contains__(self, age: int) -> bool:
        return self.start <= age and (self.under is None or age < self.under)

    def overlaps(self, other: "Ages") -> bool:
        """Whether some age lies in both."""
        return (other.under is None or self.start < other.under) and (self.under is None or other.start < self.under)

    def covers(self, other: "Ages") -> bool:
        """Whether every age of `other` lies in this one."""
        return self.start <= other.start and (
            self.under is None or (other.under is not None and other.under <= self.under)
        )


EVERY_AGE = Ages(0, None)


@dataclass(frozen=True, slots=True)
class Answers:
    """One complete set of answers; a dimension may hold several names of one thing (a city and its province)."""

    values: Mapping[Dimension, frozenset[str]]
    age: int | None = None


@dataclass(frozen=True, slots=True)
class Conditions:
    """When a figure applies: for each dimension named, one of these values. What is not named does not restrict."""

    allowed: Mapping[Dimension, frozenset[str]] = field(default_factory=dict)
    ages: Ages = EVERY_AGE

    @property
    def count(self) -> int:
        """How specific they are: the number of conditions."""
        return len(self.allowed) + (self.ages != EVERY_AGE)

    def hold(self, answers: Answers) -> bool:
        """Whether these answers meet every condition."""
        if self.ages != EVERY_AGE and (answers.age is None or answers.age not in self.ages):
            return False
        return all(values & answers.values.get(dimension, frozenset()) for dimension, values in self.allowed.items())

    def overlap(self, other: "Conditions") -> bool:
        """Whether some answers meet both."""
        shared = self.allowed.keys() & other.allowed.keys()
        return self.ages.overlaps(other.ages) and all(self.allowed[name] & other.allowed[name] for name in shared)

    def cover(self, other: "Conditions") -> bool:
        """Whether all answers that meet `other` meet these as well."""
        return self.ages.covers(other.ages) and all(
            name in other.allowed and other.allowed[name] <= values for name, values in self.allowed.items()
        )


_AGE: Final = "age"


def encode_conditions(conditions: Conditions) -> str:
    """Conditions as JSON, the same text for the same conditions."""
    plain: dict[str, object] = {name.value: sorted(values) for name, values in conditions.allowed.items()}
    if conditions.ages != EVERY_AGE:
        plain[_AGE] = [conditions.ages.start, conditions.ages.under]
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")) if plain else ""


def decode_conditions(text: str) -> Conditions:
    """What `encode_conditions` wrote."""
    plain = json.loads(text) if text else {}
    start, under = plain.pop(_AGE, (EVERY_AGE.start, EVERY_AGE.under))
    return Conditions({Dimension(name): frozenset(values) for name, values in plain.items()}, Ages(start, under))


@dataclass(frozen=True, slots=True, kw_only=True)
class Backing:
    """What stands behind a figure: its grade, the document's id, the fact's number, its days, the mark 未核对.

    `confirmed` is a later day on which somebody found it to be in force.
    """

    evidence: Evidence
    source: str
    fact: str | None = None
    period: Period = ALWAYS
    unchecked: bool = False
    note: str = ""
    confirmed: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRule:
    """One figure of one region and scheme. `kind` None holds for every kind of care."""

    region: str
    scheme: Scheme
    kind: CareKind | None
    figure: FigureName
    conditions: Conditions
    spread: Spread
    backing: Backing

    @property
    def specificity(self) -> int:
        """How many conditions it states, the kind of care among them; of two rules the more specific one counts."""
        return self.conditions.count + (self.kind is not None)

    def meets(self, other: "FigureRule") -> bool:
        """Whether some query of this region, scheme and figure would find both."""
        kinds_meet = self.kind is None or other.kind is None or self.kind == other.kind
        periods_meet = self.backing.period.overlaps(other.backing.period)
        return kinds_meet and periods_meet and self.conditions.overlap(other.conditions)


def holding(rules: Sequence[FigureRule], answers: Answers) -> tuple[list[FigureRule], Level | None]:
    """The rules whose conditions these answers meet; the level asked for where another's rules stand in for it."""
    exact = [rule for rule in rules if rule.conditions.hold(answers)]
    [level] = answers.values.get(Dimension.LEVEL, frozenset({Level.UNKNOWN.value}))
    told_apart = any(level in rule.conditions.allowed.get(Dimension.LEVEL, ()) for rule in exact)
    if told_apart or level not in STANDS_IN:
        return exact, None
    instead = Answers({**answers.values, Dimension.LEVEL: frozenset({STANDS_IN[level]})}, answers.age)
    return [rule for rule in rules if rule.conditions.hold(instead)], Level(level)
