"""What the year has used, as one sort of care meets it.

A case whose figures were entered has one deductible and one cap for all care. The rulebook has them for each kind of
care, and regions mostly keep them apart: what ordinary visits have used is not taken off those of a stay.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from enum import Enum, auto
from typing import Final, NamedTuple, Self

from desktop_app.domain.benefits import Benefits
from desktop_app.domain.bill import NOTHING_USED, YearToDate
from desktop_app.domain.care import STAYS, CareKind
from desktop_app.domain.evidence import Evidence
from desktop_app.domain.figure import Figure, FigureName, Gap
from desktop_app.domain.money import Fen
from desktop_app.rules.estimate.carried import new_year
from desktop_app.rules.estimate.extreme_terms import Counters

ALL: Final = tuple(each.name for each in fields(YearToDate))
OF_THE_DEDUCTIBLE: Final = ("deductible_paid", "above_deductible")
OF_THE_CAP: Final = ("basic_fund_paid",)


class Sort(Enum):
    """Sorts of care whose deductible and cap are mostly kept apart."""

    STAY = auto()
    CHRONIC = auto()
    VISIT = auto()


class Used(NamedTuple):
    """The year's counters at the likely figures, and the least and the most they may be."""

    likely: YearToDate
    ends: Counters


NONE_ADDED: Final = Used(NOTHING_USED, Counters(NOTHING_USED, NOTHING_USED))


@dataclass(frozen=True, slots=True)
class YearUsed:
    """The counters of all care of the year, and what each sort of care has added to them.

    `complete` is False where some care could not be worked out and has added nothing here.
    """

    whole: Used
    added: Mapping[Sort, Used] = field(default_factory=dict)
    complete: bool = True

    @classmethod
    def exactly(cls, used: YearToDate) -> Self:
        """Counters that are known."""
        return cls(Used(used, Counters(used, used)))

    def met_by(self, kind: CareKind, benefits: Benefits) -> Used:
        """The counters as care of this kind meets them: without what other sorts have added to those kept apart."""
        if not self.added:
            return self.whole
        names, met = kept_apart(benefits), self.whole
        for sort, added in self.added.items():
            if sort is not sort_of(kind):
                met = _each(met, NONE_ADDED, added, names)
        return met

    def after(self, kind: CareKind, met: Used, left: Used) -> "YearUsed":
        """The counters after care of this kind that met `met` and left `left`."""
        sort = sort_of(kind)
        so_far = self.added.get(sort, NONE_ADDED)
        added = {**self.added, sort: _each(so_far, left, met, ALL)}
        return YearUsed(_each(self.whole, left, met, ALL), added, self.complete)

    def likely_after(self, met: YearToDate, left: YearToDate) -> YearToDate:
        """The likely counters of all care after some that met `met` and left `left`."""
        return _moved(self.whole.likely, left, met, ALL) if self.added else left

    def on_new_year(self) -> "YearUsed":
        """All counters at 0, the account as it was (R21)."""
        balance = self.whole.likely.personal_account_balance
        return YearUsed(Used(YearToDate(personal_account_balance=balance), new_year(self.whole.ends)))


def sort_of(kind: CareKind) -> Sort:
    """The sort of care a kind belongs to."""
    if kind in STAYS:
        return Sort.STAY
    return Sort.CHRONIC if kind is CareKind.CHRONIC_OUTPATIENT else Sort.VISIT


def all_apart(benefits: Benefits) -> bool:
    """Whether both deductible and cap are kept apart."""
    return kept_apart(benefits) == (*OF_THE_DEDUCTIBLE, *OF_THE_CAP)


def kept_apart(benefits: Benefits) -> tuple[str, ...]:
    """The counters kept apart: not those whose figure was entered, for that holds for all care of the case."""
    deductible = () if _entered(benefits.named(FigureName.DEDUCTIBLE)) else OF_THE_DEDUCTIBLE
    return (*deductible, *(() if _entered(benefits.named(FigureName.CAP)) else OF_THE_CAP))


def _entered(figure: Figure[object] | Gap) -> bool:
    return isinstance(figure, Figure) and figure.provenance.evidence is Evidence.YOURS


def _each(one: Used, more: Used, less: Used, names: tuple[str, ...]) -> Used:
    """The counters of these names with `more` added and `less` taken off, each end by itself."""
    least = _moved(one.ends.least, more.ends.least, less.ends.least, names)
    most = _moved(one.ends.most, more.ends.most, less.ends.most, names)
    return Used(_moved(one.likely, more.likely, less.likely, names), Counters(least, most))


def _moved(one: YearToDate, more: YearToDate, less: YearToDate, names: tuple[str, ...]) -> YearToDate:
    return replace(one, **{name: Fen(getattr(one, name) + getattr(more, name) - getattr(less, name)) for name in names})
