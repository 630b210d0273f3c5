"""Which rule counts: in the most specific place that says anything, the one with the most conditions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol

from desktop_app.domain.care import CareKind, Level
from desktop_app.domain.figure import Dimension, FigureName
from desktop_app.domain.person import Scheme
from desktop_app.storage.figure_query import Asker
from desktop_app.storage.figure_rows import RulesByFigure
from desktop_app.storage.figure_rule import EVERY_AGE, Answers, FigureRule, holding

_OF_PEOPLE: Final = frozenset({Dimension.STATUS, Dimension.FAMILY_DOCTOR, Dimension.ASSISTANCE})


class RulesInForce(Protocol):
    """Where rules are found."""

    def in_force(
        self, regions: tuple[str, ...], scheme: Scheme, kinds: tuple[CareKind, ...], on: date
    ) -> Sequence[RulesByFigure]:
        """For each region the rules that hold on this day for one of these kinds of care."""


@dataclass(frozen=True, slots=True)
class Winner:
    """The rule that counts for one set of answers; `for_level` is the level asked for where another's stands in."""

    rule: FigureRule
    for_level: Level | None


class FigureSearch:
    """One query against the rules of its places."""

    def __init__(self, rules: RulesInForce, who: Asker) -> None:
        query = who.query
        emergency = query.kind is CareKind.EMERGENCY_OUTPATIENT
        kinds = (query.kind, CareKind.OUTPATIENT) if emergency else (query.kind,)
        self._who = who
        self._layers = rules.in_force(who.lineage, query.scheme, kinds, query.on) if who.area else ()

    def states(self, name: FigureName) -> bool:
        """Whether any of its places states this figure for anybody."""
        return any(layer.get(name) for layer in self._layers)

    def tells_people_apart(self, name: FigureName) -> bool:
        """Whether a rule of this figure asks for the status, age or hardship of the insured, or a family doctor."""
        rules = (rule for layer in self._layers for rule in layer.get(name, ()))
        return any(
            not _OF_PEOPLE.isdisjoint(rule.conditions.allowed) or rule.conditions.ages != EVERY_AGE for rule in rules
        )

    def winners(self, name: FigureName) -> tuple[list[Winner | None], tuple[str, ...]]:
        """The rule that counts for each possible set of answers, the likely one first, and which answers are open."""
        layers = [layer[name] for layer in self._layers if name in layer]
        answers, open_answers = self._who.possible(rule.conditions for layer in layers for rule in layer)
        return [self._winner(layers, one) for one in answers], open_answers

    def _winner(self, layers: Sequence[Sequence[FigureRule]], answers: Answers) -> Winner | None:
        for layer in layers:
            here, for_level = holding(layer, answers)
            if here:
                own = [rule for rule in here if rule.kind is self._who.query.kind]
                rule = max(own or here, key=lambda rule: (rule.specificity, rule.backing.period.start or date.min))
                return Winner(rule, for_level if Dimension.LEVEL in rule.conditions.allowed else None)
        return None
