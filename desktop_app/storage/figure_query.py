"""Who asks for figures: the answers that are known, and what the others may be, the likely one first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Final, Protocol

from desktop_app.domain.care import FilingType, Level, Reason, SettlementMode
from desktop_app.domain.figure import Dimension
from desktop_app.domain.person import STATUSES, Status
from desktop_app.domain.region import PoolingArea, Relation, relation_between
from desktop_app.rules.rulebook import BenefitQuery
from desktop_app.storage.figure_rule import EVERY_AGE, UNFILED, Answers, Conditions

LIKELY_LEVEL: Final = Level.LEVEL3
"""Care elsewhere is mostly sought at level 3 (三级)."""

_LIKELY_AGES: Final = {
    Status.WORKING: 40,
    Status.RETIRED: 65,
    Status.ADULT: 40,
    Status.CHILD: 8,
    Status.STUDENT: 18,
    Status.ELDERLY: 70,
}
_AGES_BY_STATUS: Final = {Status.CHILD: (0, 18), Status.ELDERLY: (60, 120)}
_EVERY_AGE: Final = (0, 120)


class Places(Protocol):
    """Where places are looked up."""

    def pooling_area(self, code: str) -> PoolingArea | None:
        """The pooling area of a division."""

    def lineage(self, code: str) -> Sequence[str]:
        """Where a rule for this place may be written, most specific first."""


@dataclass(frozen=True)
class Asker:
    """A query with its places resolved. `area` is None where the insured region has no pooling area.

    Without slots, so that what is known is put together once for all figures.
    """

    query: BenefitQuery
    area: PoolingArea | None
    lineage: tuple[str, ...]
    care_areas: frozenset[str]
    relation: Relation
    diseases: frozenset[str]

    @property
    def at_home(self) -> bool:
        """Whether care is in the pooling area itself, where no reduction applies."""
        return self.relation is Relation.SAME_AREA

    def possible(self, conditions: Iterable[Conditions]) -> tuple[tuple[Answers, ...], tuple[str, ...]]:
        """Every set of answers these conditions can tell apart, the likely one first, and which answers are open."""
        asked = list(conditions)
        open_ = {dimension: values for dimension, values in self._open(asked) if len(values) > 1}
        ages = self._ages(asked)
        answers = tuple(
            Answers({**self._known, **dict(zip(open_, chosen, strict=True))}, age)
            for age in ages
            for chosen in product(*open_.values())
        )
        return answers, (*(dimension.value for dimension in open_), *(("age",) if len(ages) > 1 else ()))

    @cached_property
    def _known(self) -> Mapping[Dimension, frozenset[str]]:
        query = self.query
        return {
            Dimension.TIER: frozenset({query.tier} if query.tier else ()),
            Dimension.STATUS: frozenset({query.status.value} if query.status else ()),
            Dimension.FAMILY_DOCTOR: frozenset({str(query.family_doctor).lower()}),
            Dimension.ASSISTANCE: frozenset({query.assistance.value}),
            Dimension.LEVEL: frozenset({query.level.value}),
            Dimension.DISEASE: self.diseases,
            Dimension.RELATION: frozenset({self.relation.value}),
            Dimension.FILING: frozenset({_filed(query.filing_type)}),
            Dimension.FILED: frozenset({query.filed.value}),
            Dimension.SETTLEMENT: frozenset({query.settlement.value} if query.settlement else ()),
            Dimension.REASON: frozenset({query.reason.value}),
            Dimension.CARE_AREA: self.care_areas,
        }

    def _open(self, asked: list[Conditions]) -> Iterator[tuple[Dimension, list[frozenset[str]]]]:
        query = self.query
        named = {dimension for conditions in asked for dimension in conditions.allowed}
        if Dimension.TIER in named and query.tier is None:
            tiers = {tier for conditions in asked for tier in conditions.allowed.get(Dimension.TIER, ())}
            yield Dimension.TIER, _each(sorted(tiers))
        if Dimension.STATUS in named and query.status is None:
            yield Dimension.STATUS, _each(STATUSES[query.scheme])
        if Dimension.LEVEL in named and query.level is Level.UNKNOWN:
            others = [level for level in Level if level not in {LIKELY_LEVEL, Level.UNKNOWN}]
            yield Dimension.LEVEL, _each([LIKELY_LEVEL, *others])
        if Dimension.FILING in named and query.filings and not self.at_home:
            yield Dimension.FILING, _each(_filed(type) for type in query.filings)
        if Dimension.SETTLEMENT in named and query.settlement is None:
            yield Dimension.SETTLEMENT, _each([SettlementMode.DIRECT, SettlementMode.MANUAL])
        if Dimension.REASON in named and query.reason is Reason.UNKNOWN and not self.at_home:
            reasons = {reason for conditions in asked for reason in conditions.allowed.get(Dimension.REASON, ())}
            yield Dimension.REASON, _each([Reason.UNKNOWN.value, *sorted(reasons)])

    def _ages(self, asked: list[Conditions]) -> list[int | None]:
        query = self.query
        spans = [conditions.ages for conditions in asked if conditions.ages != EVERY_AGE]
        if query.age is not None or not spans:
            return [query.age]
        first, last = _AGES_BY_STATUS.get(query.status, _EVERY_AGE) if query.status else _EVERY_AGE
        cuts = {first, *(age for span in spans for age in (span.start, span.under) if age and first < age <= last)}
        likely = _LIKELY_AGES[query.status or STATUSES[query.scheme][0]]
        return sorted(cuts, key=lambda age: (age != max(cut for cut in cuts if cut <= likely), age))


def _filed(type: FilingType | None) -> str:
    return type.value if type else UNFILED


def _each(values: Iterable[str]) -> list[frozenset[str]]:
    return [frozenset({str(value)}) for value in values]


def asker(query: BenefitQuery, places: Places, diseases: frozenset[str]) -> Asker:
    """The query with its places resolved; care in a place outside every pooling area lies in another province."""
    area = places.pooling_area(query.insured_region)
    care = places.pooling_area(query.care_region) if query.care_region else area
    if area is None or query.care_region is None:
        relation = Relation.SAME_AREA
    else:
        relation = relation_between(area, care) if care else Relation.CROSS_PROVINCE
    return Asker(
        query=query,
        area=area,
        lineage=tuple(places.lineage(query.insured_region)),
        care_areas=frozenset({care.code, care.province} if care else ()),
        relation=relation,
        diseases=diseases,
    )
