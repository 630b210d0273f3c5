"""How much more a stay costs after New Year than now, over the same unknown figures.

Both stays are bound on the same box of figures, so the difference of their intervals encloses every difference in it;
but it is wide, for the two do not vary against each other. The box is therefore cut into parts, over and over where
the bound is worst: each part is bound by itself, and all together still hold whatever the whole held.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple, Self

from desktop_app.domain.bill import YearToDate
from desktop_app.domain.figure import CriticalIllness, DeductibleBasis, Figure, FigureName, Gap, SegmentBasis
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Interval
from desktop_app.rules.estimate.bounds import fund_total_interval
from desktop_app.rules.estimate.episode import settle
from desktop_app.rules.estimate.extreme_terms import Counters
from desktop_app.rules.estimate.figure_table import figure_of, with_figures
from desktop_app.rules.estimate.narrowing import open_figures
from desktop_app.rules.estimate.reckoning import Reckoning, reckoning
from desktop_app.rules.estimate.spread import spread
from desktop_app.rules.year.counters import year_so_far
from desktop_app.rules.year.halves import Path, halves, in_the_middle, open_numbers

MOST_PARTS: Final = 48
"""Into how many parts the box is cut; every further one would narrow the difference, and take its time."""

Unknown = tuple[FigureName, Figure[object]]
"""A figure that is not known exactly, by name and range: equal ones are the same figure, whichever stay meets them."""

Cut = tuple[Unknown, Path]


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the box: what is left of the unknown figures, how often each number was cut, and its bounds."""

    figures: Mapping[Unknown, Figure[object]]
    low: int
    high: int
    cuts: Mapping[Cut, int] = field(default_factory=dict)


def personal_difference(before: YearToDate, stays: Sequence[Reckoning], now: Reckoning, after: Reckoning) -> Interval:
    """What the person pays more in `after` than in `now`, both after `stays`; the bill is the same.

    Below 0 where it would be less.
    """
    years = _Years(before, stays, now, after)
    low, high = years.bounds({})
    likely = years.likely()
    unknown = years.unknown()
    if not unknown or low == high:
        return Interval(Fen(likely), Fen(likely), Fen(likely)) if not unknown else _around(low, likely, high)
    whole = _Part({each: each[1] for each in unknown}, low, high)
    parts = _cut_up(whole, years)
    return _around(min(part.low for part in parts), likely, max(part.high for part in parts))


def _around(low: int, likely: int, high: int) -> Interval:
    return Interval(Fen(min(low, likely)), Fen(likely), Fen(max(high, likely)))


def _cut_up(whole: _Part, years: "_Years") -> list[_Part]:
    """The box in parts. Again and again the part with the lowest or the highest bound is cut, in turns."""
    weights = _weights(whole, years)
    parts = [whole]
    while len(parts) < MOST_PARTS:
        lowest = min(parts, key=lambda part: part.low)
        worst = lowest if len(parts) % 2 else max(parts, key=lambda part: part.high)
        cut = _next_cut(worst, weights)
        if cut is None:
            break
        parts.remove(worst)
        parts += _halved(worst, cut, years)
    return parts


def _weights(whole: _Part, years: "_Years") -> dict[Cut, int]:
    """By how much knowing each number would narrow the bounds."""
    weights = {}
    for unknown, figure in whole.figures.items():
        for path in open_numbers(figure.low, figure.high):
            low, high = years.bounds({**whole.figures, unknown: in_the_middle(figure, path)})
            weights[unknown, path] = (whole.high - whole.low) - (high - low)
    return weights


def _next_cut(part: _Part, weights: Mapping[Cut, int]) -> Cut | None:
    """The number that still matters most; one that was cut matters half as much."""
    open_cuts = [cut for cut in weights if weights[cut] > 0 and cut[1] in _ways(part.figures[cut[0]])]
    return max(open_cuts, key=lambda cut: weights[cut] >> part.cuts.get(cut, 0), default=None)


def _ways(figure: Figure[object]) -> list[Path]:
    return list(open_numbers(figure.low, figure.high))


def _halved(part: _Part, cut: Cut, years: "_Years") -> list[_Part]:
    unknown, path = cut
    cuts = {**part.cuts, cut: part.cuts.get(cut, 0) + 1}
    found = []
    for half in halves(part.figures[unknown], path):
        figures = {**part.figures, unknown: half}
        low, high = years.bounds(figures)
        found.append(_Part(figures, max(low, part.low), min(high, part.high), cuts))
    return found


class _Years:
    """The stays so far with the one that comes now, and with the one after New Year."""

    def __init__(self, before: YearToDate, stays: Sequence[Reckoning], now: Reckoning, after: Reckoning) -> None:
        self._before, self._stays, self._now, self._after = before, tuple(stays), now, after

    def unknown(self) -> tuple[Unknown, ...]:
        """The figures that are known only as a range, each once."""
        heres = (*self._stays, self._now, self._after)
        found = [(name, figure_of(here.benefits, name)) for here in heres for name in open_figures(here)]
        return tuple(dict.fromkeys((name, figure) for name, figure in found if not isinstance(figure, Gap)))

    def likely(self) -> int:
        """The difference at the likely figures."""
        return settle(self._now.bill, self._now.due).fund_total - settle(self._after.bill, self._after.due).fund_total

    def bounds(self, figures: Mapping[Unknown, Figure[object]]) -> tuple[int, int]:
        """Between what the difference lies with these ranges."""
        stays = [_with(here, figures) for here in self._stays]
        now, after = (_Last.after(self._met(last), stays, _with(last, figures)) for last in (self._now, self._after))
        if now.alike(after):
            return 0, 0
        return now.funds.low - after.funds.high, now.funds.high - after.funds.low

    def _met(self, last: Reckoning) -> YearToDate:
        """What the year had used before the first stay; where that is `last` itself, New Year may lie before it."""
        return self._before if self._stays else last.used


class _Last(NamedTuple):
    """The last stay of a row, with the ends of the counters before it."""

    here: Reckoning
    ends: Counters

    @classmethod
    def after(cls, before: YearToDate, stays: Sequence[Reckoning], last: Reckoning) -> Self:
        """The stay after all others."""
        so_far = year_so_far(before, stays, last.care.date).met_by(last)
        return cls(reckoning(last.person, last.care, last.bill, so_far.used, last.benefits), so_far.ends)

    @property
    def funds(self) -> Interval:
        """What the funds pay."""
        likely = settle(self.here.bill, self.here.due).fund_total
        if self.ends.exact and not open_figures(self.here):
            return Interval(likely, likely, likely)
        return fund_total_interval(self.here.bill, likely, spread(self.here, self.ends))

    def alike(self, other: Self) -> bool:
        """Whether both are paid alike, whatever their figures turn out to be: all that differs does not matter."""
        if self.here.benefits != other.here.benefits or self._turn() != other._turn():
            return False
        return len({row for last in (self, other) for row in last._that_matters()}) == 1

    def _turn(self) -> int:
        """Which of a list of deductibles is met."""
        terms = self.here.terms
        listed = terms.deductible if terms.elsewhere_deductible is None else terms.elsewhere_deductible
        return min(self.here.care.admission, len(listed))

    def _that_matters(self) -> Iterator[YearToDate]:
        """The counters that matter to this bill, the least and the most they may be; all others at 0.

        A cap matters where so little may be left of it that a bill of this size could reach it.
        """
        terms, worst, total = self.here.terms, spread(self.here, self.ends).worst, self.here.bill.total
        by_year = terms.ratio.basis is SegmentBasis.YEAR
        counted = not _stated_none(self.here.benefits.critical)
        matter = {
            "deductible_paid": by_year or terms.deductible_basis is DeductibleBasis.ANNUAL,
            "above_deductible": by_year,
            "basic_fund_paid": _reachable(worst.year_left, total),
            "supplement_paid": _reachable(worst.supplement.cap, total),
            "critical_out_of_pocket": counted,
            "critical_paid": counted and _reachable(worst.critical_left, total),
            "assistance_paid": _reachable(worst.assistance.cap, total),
            "personal_account_balance": worst.account_first,
        }
        for used in self.ends:
            yield YearToDate(**{name: getattr(used, name) for name, matters in matter.items() if matters})


def _reachable(left: Fen | None, total: Fen) -> bool:
    return left is not None and left < total


def _stated_none(figure: Figure[CriticalIllness | None] | Gap) -> bool:
    return isinstance(figure, Figure) and figure.value is None and figure.exact


def _with(here: Reckoning, figures: Mapping[Unknown, Figure[object]]) -> Reckoning:
    """The stay with other ranges for the figures it does not know."""
    changes = {
        name: figures[name, figure]
        for name in open_figures(here)
        if isinstance(figure := figure_of(here.benefits, name), Figure) and (name, figure) in figures
    }
    return here._replace(benefits=with_figures(here.benefits, changes)) if changes else here
