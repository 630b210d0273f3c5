"""What the funds pay together by two routes, enclosed over a box of unknown figures, with the slope in each of them.

The same steps as `rules.estimate.episode`, in exact arithmetic instead of whole fen. How far rounding may carry the
true payment from it is counted along the way.
"""

from dataclasses import replace
from fractions import Fraction
from typing import Final, NamedTuple

from desktop_app.domain.figure import (
    AccountOrder,
    Adjustment,
    CriticalIllness,
    DeductibleBasis,
    Factor,
    FigureName,
    Origin,
    OwnRatio,
    Points,
)
from desktop_app.domain.money import Rounding
from desktop_app.domain.person import Assistance, Scheme
from desktop_app.rules.compare import enclosed
from desktop_app.rules.compare.enclosed import ONE, Enclosed
from desktop_app.rules.compare.paired import NOUGHT, UNIT, Paired, above, leaping, least, most, pair, whole
from desktop_app.rules.compare.stay import Stay, ceiling
from desktop_app.rules.compare.unknowns import Box, Path, placed
from desktop_app.rules.estimate.entitlement import year_position
from desktop_app.rules.estimate.split import split_bill

HALF: Final = ONE // 2


class Payment(NamedTuple):
    """What the funds pay together by both routes, before rounding.

    By so much rounding may change it in the one and in the other, in units of 10**-12 fen.
    """

    total: Paired
    loose: tuple[int, int]


class Band(NamedTuple):
    """The part of the expenses in one band, and what is due on it."""

    base: Paired
    ratio: Paired
    due: Paired


class Enclosure:
    """One stay by two routes that follow the same rules, with their figures in one box.

    What can be read off one route, but for its numbers, holds for both.
    """

    def __init__(self, one: Stay, other: Stay, box: Box) -> None:
        self._stay, self._other, self._box = one, other, box
        self._terms = replace(one.terms, elsewhere=one.terms.elsewhere or other.terms.elsewhere)
        self._unit = ONE if one.terms.rounding is Rounding.DOWN else HALF
        self._loose, self._loose_there = 0, 0

    def payment(self) -> Payment:
        """All funds in turn, as the estimate does (estimator.md, steps 1 to 8)."""
        base, figure = self._base(), self._deductible()
        deductible = least(base, figure)
        from_zero = self._terms.ratio.origin is Origin.ZERO
        start, stop = (deductible, base) if from_zero else (NOUGHT, above(base - figure))
        bands = self._bands(start, stop, self._terms.elsewhere)
        basic = self._capped(bands)
        supplement = self._supplement(bands)
        personal = base - basic - supplement
        critical = NOUGHT
        if self._terms.critical is not None:
            local = self._local(start, stop, basic)
            counted = above(personal - self._uncounted(deductible, basic, local))
            critical = self._critical(self._terms.critical, counted)
        assistance = self._assistance(personal - critical)
        return Payment(basic + supplement + critical + assistance, (self._loose, self._loose_there))

    def _pair(self, name: FigureName, path: Path, absent: Enclosed) -> Paired:
        """A number of both routes; `absent` is what it means not to be stated."""
        mine, theirs = self._stay.numbers.by_path.get((name, path)), self._other.numbers.by_path.get((name, path))
        first, second = placed(mine, self._box), placed(theirs, self._box)
        return pair(first or absent, second or absent, same=mine == theirs)

    def _number(self, name: FigureName, *path: str | int) -> Paired | None:
        """A number that means no end where it is not stated; None where neither route states it."""
        key = (name, path)
        if self._stay.numbers.by_path.get(key) is None and self._other.numbers.by_path.get(key) is None:
            return None
        return self._pair(name, path, enclosed.whole(ceiling(self._stay.bill, self._stay.used)))

    def _given(self, name: FigureName, *path: str | int) -> Paired:
        """A number that means 0 where it is not stated."""
        return self._pair(name, path, enclosed.NOUGHT)

    def _left(self, name: FigureName, used: int, *path: str | int) -> Paired | None:
        """What is left of a cap; None is no cap."""
        cap = self._number(name, *path)
        return None if cap is None else above(cap - whole(used))

    def _rounds(self, due: Paired) -> None:
        if due.mine.high > 0:
            self._loose += self._unit
        if due.theirs.high > 0:
            self._loose_there += self._unit

    def _moves(self, mine: int, theirs: int) -> None:
        """Rounding may move the two payments by so much more."""
        self._loose += mine
        self._loose_there += theirs

    def _base(self) -> Paired:
        """What the funds look at: the eligible expenses, less what an account takes first (R15)."""
        stay, terms = self._stay, self._terms
        eligible = self._eligible()
        if terms.account_order is AccountOrder.LAST or stay.person.scheme is not Scheme.EMPLOYEE:
            return eligible
        return above(eligible - whole(stay.used.personal_account_balance))

    def _eligible(self) -> Paired:
        """Exact to the fen where class B and first pay are known; each of them is rounded half up (R2)."""
        class_b, first = FigureName.CLASS_B_RATIO, FigureName.ELSEWHERE_FIRST_PAY
        bill, ratio = self._stay.bill, self._terms.class_b_ratio
        stays = (self._stay, self._other)
        if all(stay.numbers.is_known(class_b) and stay.numbers.is_known(first) for stay in stays):
            mine, theirs = (split_bill(bill, ratio, stay.terms.elsewhere_first_pay).eligible for stay in stays)
            return pair(enclosed.whole(mine), enclosed.whole(theirs), same=mine == theirs)
        in_scope = whole(split_bill(bill, ratio, Fraction(0)).in_scope)
        if not self._stay.numbers.is_known(class_b):
            plain = whole(split_bill(bill, Fraction(0), Fraction(0)).in_scope)
            in_scope = plain - whole(bill.class_b_without_ratio) * self._given(class_b)
            self._moves(ONE, ONE)
        self._moves(HALF, HALF)
        return in_scope * (UNIT - self._given(first))

    def _deductible(self) -> Paired:
        """What is left of the deductible (R4)."""
        figure = self._given(FigureName.DEDUCTIBLE)
        if self._terms.deductible_basis is not DeductibleBasis.ANNUAL:
            return figure
        return above(figure - whole(self._stay.used.deductible_paid))

    def _bands(self, start: Paired, stop: Paired, elsewhere: Adjustment | None) -> tuple[Band, ...]:
        """The expenses cut at the bands' bounds, seen from where the year stands (R6)."""
        position, lower, bands = year_position(self._terms, self._stay.used), start, list[Band]()
        for at in range(len(self._terms.ratio.segments)):
            bound = self._number(FigureName.RATIO, "segments", at, "upper")
            upper = stop if bound is None else least(stop, above(bound - whole(position)))
            base, ratio = above(upper - lower), self._ratio(at, elsewhere)
            due = base * ratio
            self._rounds(due)
            bands.append(Band(base, ratio, due))
            lower = most(lower, upper)
        return tuple(bands)

    def _ratio(self, at: int, elsewhere: Adjustment | None) -> Paired:
        """The ratio a band is paid at (R7, R8). At a local ratio of 0 nothing is added, so there it leaps."""
        neutral = enclosed.UNIT if isinstance(elsewhere, Factor) else enclosed.NOUGHT
        change = self._pair(FigureName.ELSEWHERE, ("value",), neutral)
        if isinstance(elsewhere, OwnRatio):
            return change
        local = self._given(FigureName.RATIO, "segments", at, "ratio")
        if local.high <= 0:
            return NOUGHT
        own_share = (UNIT - local - self._given(FigureName.BONUS)) * self._own_share_factor()
        ratio = UNIT - own_share
        if isinstance(elsewhere, Points):
            ratio -= change
        elif isinstance(elsewhere, Factor):
            ratio *= change
        ratio = least(above(ratio), UNIT)
        return ratio if local.low > 0 else leaping(ratio, NOUGHT, local.slopes)

    def _own_share_factor(self) -> Paired:
        return self._pair(FigureName.OWN_SHARE_FACTOR, (), enclosed.UNIT)

    def _capped(self, bands: tuple[Band, ...]) -> Paired:
        """What the caps let through."""
        paid = total_due(bands)
        for cap in self._caps():
            if cap is not None:
                paid = least(paid, cap)
        return paid

    def _caps(self) -> tuple[Paired | None, Paired | None]:
        """What is left of the year's cap, and the cap per visit."""
        year = self._left(FigureName.CAP, self._stay.used.basic_fund_paid)
        return year, self._number(FigureName.CAP_PER_VISIT)

    def _supplement(self, bands: tuple[Band, ...]) -> Paired:
        """The supplement on what overflows; only where the year's cap is the smaller (R11), so there it leaps."""
        (year, visit), ratio = self._caps(), self._given(FigureName.SUPPLEMENT, "ratio")
        if self._stay.person.scheme is not Scheme.EMPLOYEE or year is None or ratio.high <= 0:
            return NOUGHT
        if year.low > total_due(bands).high + whole(len(bands)).high or (visit and visit.high <= year.low):
            return NOUGHT
        paid = self._overflow(bands, year, ratio) * ratio
        self._rounds(paid)
        left = self._left(FigureName.SUPPLEMENT, self._stay.used.supplement_paid, "cap")
        paid = paid if left is None else least(paid, left)
        if visit is None or year.high < visit.low:
            return paid
        return leaping(paid, NOUGHT, (*year.slopes, *visit.slopes))

    def _overflow(self, bands: tuple[Band, ...], room: Paired, supplement: Paired) -> Paired:
        """The base that no longer fits (R9, R10). What rounding may move of it counts at the supplement's ratio."""
        beyond, before = NOUGHT, 0
        for band in bands:
            if band.ratio.high <= 0:
                continue
            before += 1
            if band.ratio.low > 0:
                beyond += above(band.base - room.over(band.ratio))
                moved = tuple(
                    min((before + 1) * self._unit * ONE // ratio.low, base.high)
                    for ratio, base in ((band.ratio.mine, band.base.mine), (band.ratio.theirs, band.base.theirs))
                )
            else:
                deciding = (*band.base.slopes, *band.ratio.slopes, *room.slopes)
                beyond += leaping(NOUGHT, band.base, deciding)
                moved = (band.base.mine.high, band.base.theirs.high)
            self._moves(*(-(-each * supplement.high // ONE) + 1 for each in moved))
            room = above(room - band.due)
        return beyond

    def _local(self, start: Paired, stop: Paired, basic: Paired) -> Paired:
        """What the basic fund would pay without the reduction elsewhere (R14), where that matters."""
        counts = self._given(FigureName.CRITICAL, "counts_elsewhere_loss")
        if self._terms.elsewhere is None or counts.low >= UNIT.low:
            return basic
        return self._capped(self._bands(start, stop, None))

    def _uncounted(self, deductible: Paired, basic: Paired, local: Paired) -> Paired:
        """What does not count for critical-illness insurance where the flags say no."""
        kept_out = deductible * (UNIT - self._given(FigureName.CRITICAL, "counts_deductible"))
        if local is basic:
            return kept_out
        return kept_out + above(local - basic) * (UNIT - self._given(FigureName.CRITICAL, "counts_elsewhere_loss"))

    def _critical(self, terms: CriticalIllness, counted: Paired) -> Paired:
        """Tier by tier from what the year has accumulated (R13), to what is left of the cap."""
        used, paid = self._stay.used, NOUGHT
        before, deductible = whole(used.critical_out_of_pocket), self._given(FigureName.CRITICAL, "deductible")
        origin = deductible if terms.origin is Origin.DEDUCTIBLE else NOUGHT
        for at in range(len(terms.tiers)):
            lower, ratio = (self._given(FigureName.CRITICAL, "tiers", at, part) for part in ("lower", "ratio"))
            upper = self._number(FigureName.CRITICAL, "tiers", at, "upper")
            start = most(most(lower + origin, deductible), before) - before
            stop = counted if upper is None else least(counted, upper + origin - before)
            due = above(stop - start) * ratio
            self._rounds(due)
            paid += due
        left = self._left(FigureName.CRITICAL, used.critical_paid, "cap")
        return paid if left is None else least(paid, left)

    def _assistance(self, personal: Paired) -> Paired:
        """On what is left of the personal payment above the deductible (R16)."""
        if self._terms.assistance is None or self._stay.person.assistance is Assistance.NONE:
            return NOUGHT
        above_deductible = above(personal - self._given(FigureName.ASSISTANCE, "deductible"))
        due = above_deductible * self._given(FigureName.ASSISTANCE, "ratio")
        self._rounds(due)
        left = self._left(FigureName.ASSISTANCE, self._stay.used.assistance_paid, "cap")
        return due if left is None else least(due, left)


def total_due(bands: tuple[Band, ...]) -> Paired:
    """What is due on all bands together."""
    total = NOUGHT
    for band in bands:
        total += band.due
    return total
