"""Better facts win: a figure of the dataset stands only for the answers and days that no find covers."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path
from typing import Final

from convert_figures.drafts import Draft, DraftBlock
from convert_figures.written import block_document
from desktop_app.domain.figure import Dimension, FigureName
from desktop_app.domain.period import Period
from desktop_app.domain.person import STATUSES
from desktop_app.domain.region import Relation
from desktop_app.storage.data_text import read_yaml
from desktop_app.storage.figure_rule import EVERY_AGE, Answers, FigureRule, holding
from desktop_app.storage.figure_schema import FigureFile
from desktop_app.storage.figure_text import rules_of

_LEVELS: Final = ("level1", "level2", "level3")
"""The other two have a stand-in wherever they are not told apart."""

_ANY_OTHER: Final = "any other"
_OPEN_END: Final = date.max
_ELSEWHERE: Final = (FigureName.ELSEWHERE, FigureName.ELSEWHERE_DEDUCTIBLE, FigureName.ELSEWHERE_FIRST_PAY)
Days = tuple[date, date]
"""From a day up to, not including, another."""


class LocalFinds:
    """The figures that data/figures itself states."""

    def __init__(self, rules: Iterable[FigureRule]) -> None:
        self._rules = tuple(rules)

    @classmethod
    def read(cls, folder: Path) -> "LocalFinds":
        """Every province's finds; the nation's readings are none."""
        return cls(rule for file in sorted(folder.glob("[0-9]*.yaml")) for rule in _rules_in(read_yaml(file)[0]))

    def left_of(self, block: DraftBlock) -> Iterator[DraftBlock]:
        """The block without what finds cover; entries that stand only before or after one get days of their own."""
        left = [(draft, days) for draft in block.drafts for days in self._days_left(block, draft)]
        for start, until in sorted({days for _, days in left}):
            drafts = tuple(draft for draft, days in left if days == (start, until))
            yield replace(block, start=start, until=None if until == _OPEN_END else until, drafts=drafts)

    def _days_left(self, block: DraftBlock, draft: Draft) -> list[Days]:
        """The days on which no find covers some answer to this entry's conditions."""
        left = []
        for rule in _rules_in(block_document(block.keeping([draft]))):
            finds = [find for find in self._rules if _speaks_of(find, rule)]
            for answers in _answers(rule, finds):
                covered = [_days(find.backing.period) for find in holding(finds, answers)[0]]
                left += _without(_days(rule.backing.period), covered)
        return _joined(left)


def _rules_in(document: object) -> Iterator[FigureRule]:
    for block in FigureFile.model_validate(document).blocks:
        for entry in block.figures:
            yield from rules_of(block.region, entry.over(block), entry)


def _speaks_of(find: FigureRule, rule: FigureRule) -> bool:
    """Whether a find is about the same figure here. A ratio found for the retired leaves nothing to add a bonus to."""
    figures = {rule.figure, *((FigureName.RATIO,) if rule.figure is FigureName.BONUS else ())}
    here = find.region in {rule.region, rule.region[:2] + "0000"}
    return find.figure in figures and find.scheme is rule.scheme and here and find.kind in {None, rule.kind}


def _answers(rule: FigureRule, finds: list[FigureRule]) -> Iterator[Answers]:
    """Every set of answers to the rule's conditions that it or a find could tell from another."""
    named = dict.fromkeys(dimension for one in (rule, *finds) for dimension in one.conditions.allowed)
    choices = [_values(dimension, rule, finds) for dimension in named]
    cuts = {0, *(find.conditions.ages.start for find in finds), *(find.conditions.ages.under or 0 for find in finds)}
    ages = sorted(cuts) if any(find.conditions.ages != EVERY_AGE for find in finds) else [None]
    for age in ages:
        for chosen in product(*choices):
            yield Answers({name: frozenset({value}) for name, value in zip(named, chosen, strict=True)}, age)


def _values(dimension: Dimension, rule: FigureRule, finds: list[FigureRule]) -> list[str]:
    if dimension in rule.conditions.allowed:
        return sorted(rule.conditions.allowed[dimension])
    match dimension:
        case Dimension.STATUS:
            return [status.value for status in STATUSES[rule.scheme]]
        case Dimension.FAMILY_DOCTOR:
            return ["true", "false"]
        case Dimension.LEVEL:
            return list(_LEVELS)
        case Dimension.RELATION:
            home = {Relation.SAME_AREA} if rule.figure in _ELSEWHERE else set()
            return [relation.value for relation in Relation if relation not in home]
    said = {value for find in finds for value in find.conditions.allowed.get(dimension, ())}
    return sorted(said) if dimension is Dimension.TIER else [*sorted(said), _ANY_OTHER]


def _days(period: Period) -> Days:
    return period.start or date.min, period.until or _OPEN_END


def _without(days: Days, covered: list[Days]) -> list[Days]:
    left, (start, until) = [], days
    for cover_start, cover_until in sorted(covered):
        if start < min(cover_start, until):
            left.append((start, min(cover_start, until)))
        start = max(start, cover_until)
    return [*left, (start, until)] if start < until else left


def _joined(days: list[Days]) -> list[Days]:
    joined: list[Days] = []
    for start, until in sorted(days):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(until, joined[-1][1])
        else:
            joined.append((start, until))
    return joined
