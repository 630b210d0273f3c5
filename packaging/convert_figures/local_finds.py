"""Better facts win: a figure of the dataset stands only for the answers and days that no find covers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby, product
from operator import itemgetter
from pathlib import Path
from typing import Final

from convert_figures.carving import Box, boxes, narrowed
from convert_figures.drafts import Draft, DraftBlock
from convert_figures.wording import ENDS_BY_TIER
from convert_figures.written import block_document
from desktop_app.domain.care import CareKind
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
_CUT_ALONG: Final = (Dimension.RELATION, Dimension.LEVEL, Dimension.STATUS)
"""The conditions whose values can all be listed."""

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
        return cls(rule for file in sorted(folder.glob("[0-9]*.yaml")) for rule in rules_in(read_yaml(file)[0]))

    def instead_of(self, rule: FigureRule, on: date) -> Iterator[tuple[Answers, FigureRule]]:
        """For each answer to a rule's conditions the find that counts in its place that day, the city's own first."""
        about = [find for find in self._rules if _speaks_of(find, rule) and find.figure is rule.figure]
        finds = [find for find in about if on in find.backing.period]
        finds.sort(key=lambda find: find.region != rule.region)
        for answers in _answers(rule, finds) if finds else ():
            for _, here in groupby(holding(finds, answers)[0], key=lambda find: find.region):
                yield answers, max(here, key=lambda find: find.specificity)
                break

    def left_of(self, block: DraftBlock) -> Iterator[DraftBlock]:
        """The block without what finds cover; entries that stand only before or after one get days of their own.

        Of an entry that a find of the province covers in part only the rest stays: written for the city itself, the
        whole entry would hide the find.
        """
        left = [
            (part.kinds, draft, days)
            for one in block.drafts
            for part in self._parts_left(block.keeping([one]))
            for draft in part.drafts
            for days in self._days_left(part, draft)
        ]
        for kinds, (start, until) in sorted(dict.fromkeys((kinds, days) for kinds, _, days in left), key=itemgetter(1)):
            drafts = tuple(draft for its_kinds, draft, days in left if (its_kinds, days) == (kinds, (start, until)))
            part = replace(block, kinds=kinds, start=start, drafts=drafts)
            yield part if until == _OPEN_END else self._ending(part, until)

    def _ending(self, block: DraftBlock, until: date) -> DraftBlock:
        """The block up to a day; a bonus says why it ends where what follows is found tier by tier."""
        return replace(
            block,
            until=until,
            drafts=tuple(
                replace(draft, more={**draft.more, "ends": ENDS_BY_TIER})
                if draft.figure == FigureName.BONUS and self._is_by_tier(block.keeping([draft]), until)
                else draft
                for draft in block.drafts
            ),
        )

    def _is_by_tier(self, block: DraftBlock, day: date) -> bool:
        return any(
            Dimension.TIER in find.conditions.allowed and day in find.backing.period
            for rule in rules_in(block_document(block))
            for find in self._rules
            if _speaks_of(find, rule)
        )

    def _parts_left(self, block: DraftBlock) -> Iterator[DraftBlock]:
        """A block of one entry, cut so that each part is covered on the same days throughout."""
        axes = self._axes(block)
        cells = {
            cell: self._days_left_of(_cut(block, axes, tuple((one,) for one in cell)))
            for cell in product(*axes.values())
        }
        for days in dict.fromkeys(filter(None, cells.values())):
            for box in boxes([cell for cell, left in cells.items() if left == days]):
                yield _cut(block, axes, box)

    def _days_left_of(self, block: DraftBlock) -> tuple[Days, ...]:
        [draft] = block.drafts
        return tuple(self._days_left(block, draft))

    def _axes(self, block: DraftBlock) -> dict[str, list[str]]:
        """The conditions to cut along, with every value the block's entry may hold for.

        They are those the finds name, where the entry lists several of them itself or the find is the province's.
        """
        rules = list(rules_in(block_document(block)))
        listed = rules[0].conditions.allowed
        finds = [find for find in self._rules if any(_may_meet(find, rule) for rule in rules)]
        above = [find for find in finds if find.region != block.region]
        axes: dict[str, list[str]] = {}
        if len(block.kinds) != 1 and any(find.kind for find in (finds if block.kinds else above)):
            axes["kind"] = list(block.kinds or CareKind)
        for dimension in _CUT_ALONG:
            if any(dimension in find.conditions.allowed for find in (finds if dimension in listed else above)):
                axes[dimension.value] = _values(dimension, rules[0], finds)
        return axes

    def _days_left(self, block: DraftBlock, draft: Draft) -> list[Days]:
        """The days on which no find covers some answer to this entry's conditions."""
        left = []
        for rule in rules_in(block_document(block.keeping([draft]))):
            finds = [find for find in self._rules if _speaks_of(find, rule)]
            for answers in _answers(rule, finds):
                covered = [_days(find.backing.period) for find in holding(finds, answers)[0]]
                left += _without(_days(rule.backing.period), covered)
        return _joined(left)


def rules_in(document: object) -> Iterator[FigureRule]:
    """The rules of a file of figures."""
    for block in FigureFile.model_validate(document).blocks:
        for entry in block.figures:
            yield from rules_of(block.region, entry.over(block), entry)


def _cut(block: DraftBlock, axes: Mapping[str, Sequence[str]], box: Box) -> DraftBlock:
    """The block of one entry, for these values of the axes only."""
    [draft] = block.drafts
    conditions = narrowed(box, axes)
    kinds = tuple(conditions.pop("kind", block.kinds))
    where = {name: values if len(values) > 1 else values[0] for name, values in conditions.items()}
    return replace(block, kinds=kinds, drafts=(replace(draft, where={**draft.where, **where}),))


def _is_about(find: FigureRule, rule: FigureRule) -> bool:
    """Whether a find is about the same figure here. A ratio found for the retired leaves nothing to add a bonus to."""
    figures = {rule.figure, *((FigureName.RATIO,) if rule.figure is FigureName.BONUS else ())}
    return (
        find.figure in figures and find.scheme is rule.scheme and find.region in {rule.region, rule.region[:2] + "0000"}
    )


def _may_meet(find: FigureRule, rule: FigureRule) -> bool:
    """Whether a find is about the same figure here, for some kind of care the rule holds for."""
    return _is_about(find, rule) and (rule.kind is None or find.kind in {None, rule.kind})


def _speaks_of(find: FigureRule, rule: FigureRule) -> bool:
    """Whether a find is about the same figure here, for every kind of care the rule holds for."""
    return _is_about(find, rule) and find.kind in {None, rule.kind}


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
