"""A figure that ends wants a successor, or a word on why nothing follows: nobody is to fall into a hole unawares."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import product
from pathlib import Path
from typing import Final

from desktop_app.domain.care import CareKind, Filed, FilingType, Level, Reason, SettlementMode
from desktop_app.domain.figure import Dimension, FigureName
from desktop_app.domain.message import message
from desktop_app.domain.person import STATUSES, Assistance
from desktop_app.domain.policy import NATION
from desktop_app.domain.region import Relation
from desktop_app.storage.data_text import Build
from desktop_app.storage.figure_rule import UNFILED, Answers, FigureRule, holding
from desktop_app.storage.figure_text import PlacedRule

_ANY_OTHER: Final = "any other"
_ALL: Final = {
    Dimension.FAMILY_DOCTOR: ("true", "false"),
    Dimension.ASSISTANCE: tuple(Assistance),
    Dimension.LEVEL: (Level.LEVEL1, Level.LEVEL2, Level.LEVEL3),
    Dimension.RELATION: (Relation.SAME_PROVINCE, Relation.CROSS_PROVINCE),
    Dimension.FILING: (*FilingType, UNFILED),
    Dimension.FILED: tuple(Filed),
    Dimension.SETTLEMENT: tuple(SettlementMode),
    Dimension.REASON: tuple(Reason),
}
"""Every value of a dimension. The other two levels have a stand-in where a place does not tell them apart."""


def check_endings(placed: Iterable[PlacedRule], build: Build) -> None:
    """Notes each rule after whose last day some answer that it gave is given by no other, unless it says `ends`.

    An `ends` with nothing to explain is noted as well.
    """
    everything = list(placed)
    by_place = defaultdict[tuple[str, str], list[FigureRule]](list)
    for one in everything:
        by_place[one.rule.region, one.rule.scheme.value].append(one.rule)
    explained: set[tuple[Path, int]] = set()
    for one in everything:
        until = one.rule.backing.period.until
        around = [rule for place in _lineage(one.rule.region) for rule in by_place[place, one.rule.scheme.value]]
        if until is None or not _leaves_a_hole(one.rule, until, around):
            continue
        explained.add(one.place)
        if one.ends is None:
            wrong = message("figures.data.ends", figure=one.rule.figure.value, day=until)
            one.problem(build, "until", until, wrong)
    for one in {one.place: one for one in everything if one.ends is not None}.values():
        if one.place not in explained:
            one.problem(build, "ends", one.ends, message("figures.data.no_end"))


def _leaves_a_hole(ended: FigureRule, until: date, around: Sequence[FigureRule]) -> bool:
    heirs = [rule for rule in around if until in rule.backing.period and _inherits(rule, ended)]
    return any(not holding(_of_kind(heirs, kind), answers)[0] for kind, answers in _cases(ended, heirs))


def _inherits(heir: FigureRule, ended: FigureRule) -> bool:
    """The same figure; or a ratio by status, which holds the bonus that somebody of this status was given before."""
    by_status = heir.figure is FigureName.RATIO and Dimension.STATUS in heir.conditions.allowed
    return heir.figure is ended.figure or (ended.figure is FigureName.BONUS and by_status)


def _lineage(region: str) -> set[str]:
    """The place itself, its city if it is a county, its province and the nation."""
    return {region, f"{region[:4]}00", f"{region[:2]}0000", NATION}


def _of_kind(rules: Sequence[FigureRule], kind: CareKind | None) -> list[FigureRule]:
    return [rule for rule in rules if rule.kind in {None, kind}]


def _cases(ended: FigureRule, heirs: Sequence[FigureRule]) -> Iterator[tuple[CareKind | None, Answers]]:
    """Every kind of care and set of answers that the ended rule was for and an heir could tell from another."""
    by_kind = ended.kind is None and any(heir.kind for heir in heirs)
    kinds: Sequence[CareKind | None] = [*CareKind] if by_kind else [ended.kind]
    named = dict.fromkeys(dimension for rule in (ended, *heirs) for dimension in rule.conditions.allowed)
    choices = [_values(dimension, ended, heirs) for dimension in named]
    for kind, age, chosen in product(kinds, _ages(ended, heirs), product(*choices)):
        yield kind, Answers({name: frozenset({value}) for name, value in zip(named, chosen, strict=True)}, age)


def _values(dimension: Dimension, ended: FigureRule, heirs: Sequence[FigureRule]) -> Sequence[str]:
    if dimension in ended.conditions.allowed:
        return sorted(ended.conditions.allowed[dimension])
    if dimension is Dimension.STATUS:
        return STATUSES[ended.scheme]
    named = sorted({value for heir in heirs for value in heir.conditions.allowed.get(dimension, ())})
    return _ALL.get(dimension) or (named if dimension is Dimension.TIER else [*named, _ANY_OTHER])


def _ages(ended: FigureRule, heirs: Sequence[FigureRule]) -> list[int]:
    spans = [rule.conditions.ages for rule in (ended, *heirs)]
    cuts = {0, *(span.start for span in spans), *(span.under for span in spans if span.under is not None)}
    return sorted(age for age in cuts if age in ended.conditions.ages)
