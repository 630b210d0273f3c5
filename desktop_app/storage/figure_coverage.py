"""How far the figures of an area can be trusted: per scheme and kind, the grade of the weakest of them.

| kind         | figures that must be there                        | and, where the area or its province states them |
|--------------|---------------------------------------------------|-------------------------------------------------|
| inpatient    | deductible, its basis, ratio, cap                 | bonus, own-share factor                         |
| outpatient   | deductible, its basis, ratio, cap                 | bonus, own-share factor, cap per visit          |
| catastrophic | employees: supplement; residents: critical        | critical for employees as well                  |
| elsewhere    | the reduction, for every type of filing and none  | deductible and first-pay share elsewhere        |

Each for every level, status, age and hardship that the rules tell apart, and with a family doctor. Neutral readings
("nothing is added") are no figures.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import product
from typing import Final

from desktop_app.domain.care import CareKind, FilingType
from desktop_app.domain.coverage import Coverage, CoverageKind
from desktop_app.domain.evidence import Evidence
from desktop_app.domain.figure import FigureName
from desktop_app.domain.person import STATUSES, Assistance, Scheme
from desktop_app.domain.policy import NATION
from desktop_app.domain.region import PoolingArea, Relation
from desktop_app.rules.rulebook import BenefitQuery
from desktop_app.storage.figure_query import Asker
from desktop_app.storage.figure_rows import RulesByFigure
from desktop_app.storage.figure_rule import FigureRule
from desktop_app.storage.figure_search import FigureSearch, Winner

_STRONGEST_FIRST: Final = (Evidence.OFFICIAL, Evidence.REPORTED, Evidence.TYPICAL, None)
_STAY: Final = (FigureName.DEDUCTIBLE, FigureName.DEDUCTIBLE_BASIS, FigureName.RATIO, FigureName.CAP)
_ON_TOP: Final = (FigureName.BONUS, FigureName.OWN_SHARE_FACTOR)
_ELSEWHERE_TOO: Final = (FigureName.ELSEWHERE_DEDUCTIBLE, FigureName.ELSEWHERE_FIRST_PAY)
_FILINGS: Final = (None, *FilingType)
_OTHERWISE: Final = (
    (Assistance.NONE, False),
    (Assistance.NONE, True),
    *((one, False) for one in Assistance if one is not Assistance.NONE),
)
"""Hardship and family doctor, one at a time: nobody's first, whose figures most people have."""

Counted = tuple[tuple[FigureName, ...], tuple[FigureName, ...]]
"""Figures that must be there, and those that count where the area or its province states them."""


class RulesAtHand:
    """Rules in memory, found by place and day as they are in the pack."""

    def __init__(self, rules: Iterable[FigureRule]) -> None:
        self._rules: dict[tuple[str, Scheme], list[FigureRule]] = defaultdict(list)
        for rule in rules:
            self._rules[rule.region, rule.scheme].append(rule)
        self._by_figure = cache(self._sort_out)

    def in_force(
        self, regions: tuple[str, ...], scheme: Scheme, kinds: tuple[CareKind, ...], on: date
    ) -> tuple[RulesByFigure, ...]:
        """For each region the rules that hold on this day for one of these kinds of care."""
        return tuple(self._by_figure(region, scheme, frozenset({None, *kinds}), on) for region in regions)

    def _sort_out(self, region: str, scheme: Scheme, kinds: frozenset[CareKind | None], on: date) -> RulesByFigure:
        layer: dict[FigureName, list[FigureRule]] = {}
        for rule in self._rules.get((region, scheme), ()):
            if rule.kind in kinds and on in rule.backing.period:
                layer.setdefault(rule.figure, []).append(rule)
        return layer


def coverage_of(areas: Sequence[PoolingArea], rules: RulesAtHand, on: date) -> Iterator[Coverage]:
    """Every area, scheme and kind on this day, in the order of the areas.

    An area that is what its province keeps beside areas of its own (海南省直管) has no row: no list of pooling areas
    counts it, and its rules are the province's.
    """
    provinces = [area.province for area in areas]
    for area in areas:
        if area.code == area.province and provinces.count(area.province) > 1:
            continue
        alone = provinces.count(area.province) == 1
        relations = (Relation.CROSS_PROVINCE,) if alone else (Relation.SAME_PROVINCE, Relation.CROSS_PROVINCE)
        for scheme in Scheme:
            insured = _Insured(area, scheme, relations, rules, on)
            for kind in CoverageKind:
                yield Coverage(area.code, scheme, kind, *insured.ends(kind))


@dataclass(frozen=True, slots=True)
class _Insured:
    """Everybody insured in one scheme of one area, and where else in the country they may be treated."""

    area: PoolingArea
    scheme: Scheme
    relations: Sequence[Relation]
    rules: RulesAtHand
    on: date

    def ends(self, kind: CoverageKind) -> tuple[Evidence | None, Evidence | None]:
        """The grades of the weakest and of the strongest figure of this kind."""
        grades = sorted(set(self._grades(kind)), key=_STRONGEST_FIRST.index)
        return grades[-1], grades[0]

    def _grades(self, kind: CoverageKind) -> Iterator[Evidence | None]:
        must, may = self._counted(kind)
        for everybody in self._searches(kind):
            for name in must:
                yield from (_grade(winner) for winner in _winners(everybody, name))
            for winner in (winner for name in may for winner in _winners(everybody, name)):
                if winner is not None and winner.rule.region != NATION:
                    yield _grade(winner)

    def _counted(self, kind: CoverageKind) -> Counted:
        match kind:
            case CoverageKind.INPATIENT:
                return _STAY, _ON_TOP
            case CoverageKind.OUTPATIENT:
                return _STAY, (*_ON_TOP, FigureName.CAP_PER_VISIT)
            case CoverageKind.ELSEWHERE:
                return (FigureName.ELSEWHERE,), _ELSEWHERE_TOO
        if self.scheme is Scheme.RESIDENT:
            return (FigureName.CRITICAL,), ()
        return (FigureName.SUPPLEMENT,), (FigureName.CRITICAL,)

    def _searches(self, kind: CoverageKind) -> Iterator[list[FigureSearch]]:
        if kind is CoverageKind.ELSEWHERE:
            for care, relation in product((CareKind.INPATIENT, CareKind.OUTPATIENT), self.relations):
                yield list(self._everybody(care, relation))
        else:
            care = CareKind.OUTPATIENT if kind is CoverageKind.OUTPATIENT else CareKind.INPATIENT
            yield list(self._everybody(care, Relation.SAME_AREA))

    def _everybody(self, care: CareKind, relation: Relation) -> Iterator[FigureSearch]:
        lineage = tuple(dict.fromkeys((self.area.code, self.area.province, NATION)))
        for status, (assistance, family_doctor) in product(STATUSES[self.scheme], _OTHERWISE):
            query = BenefitQuery(
                insured_region=self.area.code,
                scheme=self.scheme,
                kind=care,
                on=self.on,
                status=status,
                assistance=assistance,
                family_doctor=family_doctor,
                filings=_FILINGS,
            )
            who = Asker(
                query=query,
                area=self.area,
                lineage=lineage,
                care_areas=frozenset(),
                relation=relation,
                diseases=frozenset(),
            )
            yield FigureSearch(self.rules, who)


def _winners(everybody: Sequence[FigureSearch], name: FigureName) -> Iterator[Winner | None]:
    """The rules that count for people of every kind, who are asked about once where no rule tells them apart."""
    apart = everybody[0].tells_people_apart(name)
    for search in everybody if apart else everybody[:1]:
        yield from search.winners(name)[0]


def _grade(winner: Winner | None) -> Evidence | None:
    return winner.rule.backing.evidence if winner else None
