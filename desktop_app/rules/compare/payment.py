"""What the funds pay together, enclosed over a box of unknown figures, with the slope in each of them.

The same steps as `rules.estimate.episode`, in exact arithmetic instead of whole fen. How far rounding may carry the
true payment from it is counted along the way.
"""

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
from desktop_app.rules.compare.enclosed import (
    NOUGHT,
    ONE,
    UNIT,
    Enclosed,
    above,
    leaping,
    least,
    most,
    whole,
)
from desktop_app.rules.compare.stay import Stay
from desktop_app.rules.compare.unknowns import Box, placed
from desktop_app.rules.estimate.entitlement import year_position
from desktop_app.rules.estimate.split import split_bill

HALF: Final = ONE // 2


class Payment(NamedTuple):
    """What the funds pay together, before rounding, and by how much rounding may change it, in units of 10**-12 fen."""

    total: Enclosed
    loose: int


class Band(NamedTuple):
    """The part of the expenses in one band, and what is due on it."""

    base: Enclosed
    ratio: Enclosed
    due: Enclosed


class Enclosure:
    """One stay with its figures in one box. `loose` grows as payments are rounded."""

    def __init__(self, stay: Stay, box: Box) -> None:
        self._stay, self._terms, self._box = stay, stay.terms, box
        self._unit = ONE if stay.terms.rounding is Rounding.DOWN else HALF
        self._loose = 0

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
        return Payment(basic + supplement + critical + assistance, self._loose)

    def _number(self, name: FigureName, *path: str | int) -> Enclosed | None:
        return placed(self._stay.numbers.by_path.get((name, path)), self._box)

    def _given(self, name: FigureName, *path: str | int) -> Enclosed:
        """A number that means 0 where it is not stated."""
        return self._number(name, *path) or NOUGHT

    def _left(self, name: FigureName, used: int, *path: str | int) -> Enclosed | None:
        """What is left of a cap; None is no cap."""
        cap = self._number(name, *path)
        return None if cap is None else above(cap - whole(used))

    def _rounds(self, due: Enclosed) -> None:
        if due.high > 0:
            self._loose += self._unit

    def _base(self) -> Enclosed:
        """What the funds look at: the eligible expenses, less what an account takes first (R15)."""
        stay, terms = self._stay, self._terms
        eligible = self._eligible()
        if terms.account_order is AccountOrder.LAST or stay.person.scheme is not Scheme.EMPLOYEE:
            return eligible
        return above(eligible - whole(stay.used.personal_account_balance))

    def _eligible(self) -> Enclosed:
        """Exact to the fen where class B and first pay are known; each of them is rounded half up (R2)."""
        bill, terms, known = self._stay.bill, self._terms, self._stay.numbers.is_known
        class_b, first = FigureName.CLASS_B_RATIO, FigureName.ELSEWHERE_FIRST_PAY
        if known(class_b) and known(first):
            return whole(split_bill(bill, terms.class_b_ratio, terms.elsewhere_first_pay).eligible)
        in_scope = whole(split_bill(bill, terms.class_b_ratio, Fraction(0)).in_scope)
        if not known(class_b):
            plain = whole(split_bill(bill, Fraction(0), Fraction(0)).in_scope)
            in_scope = plain - whole(bill.class_b_without_ratio) * self._given(class_b)
            self._loose += ONE
        self._loose += HALF
        return in_scope * (UNIT - self._given(first))

    def _deductible(self) -> Enclosed:
        """What is left of the deductible (R4)."""
        figure = self._given(FigureName.DEDUCTIBLE)
        if self._terms.deductible_basis is not DeductibleBasis.ANNUAL:
            return figure
        return above(figure - whole(self._stay.used.deductible_paid))

    def _bands(self, start: Enclosed, stop: Enclosed, elsewhere: Adjustment | None) -> tuple[Band, ...]:
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

    def _ratio(self, at: int, elsewhere: Adjustment | None) -> Enclosed:
        """The ratio a band is paid at (R7, R8). At a local ratio of 0 nothing is added, so there it leaps."""
        change = self._given(FigureName.ELSEWHERE, "value")
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

    def _own_share_factor(self) -> Enclosed:
        factor = self._number(FigureName.OWN_SHARE_FACTOR)
        return UNIT if factor is None else factor

    def _capped(self, bands: tuple[Band, ...]) -> Enclosed:
        """What the caps let through."""
        paid = total_due(bands)
        for cap in self._caps():
            if cap is not None:
                paid = least(paid, cap)
        return paid

    def _caps(self) -> tuple[Enclosed | None, Enclosed | None]:
        """What is left of the year's cap, and the cap per visit."""
        year = self._left(FigureName.CAP, self._stay.used.basic_fund_paid)
        return year, self._number(FigureName.CAP_PER_VISIT)

    def _supplement(self, bands: tuple[Band, ...]) -> Enclosed:
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

    def _overflow(self, bands: tuple[Band, ...], room: Enclosed, supplement: Enclosed) -> Enclosed:
        """The base that no longer fits (R9, R10). What rounding may move of it counts at the supplement's ratio."""
        beyond, before = NOUGHT, 0
        for band in bands:
            if band.ratio.high <= 0:
                continue
            before += 1
            if band.ratio.low > 0:
                beyond += above(band.base - room.over(band.ratio))
                moved = min((before + 1) * self._unit * ONE // band.ratio.low, band.base.high)
            else:
                deciding = (*band.base.slopes, *band.ratio.slopes, *room.slopes)
                beyond += leaping(NOUGHT, band.base, deciding)
                moved = band.base.high
            self._loose += -(-moved * supplement.high // ONE) + 1
            room = above(room - band.due)
        return beyond

    def _local(self, start: Enclosed, stop: Enclosed, basic: Enclosed) -> Enclosed:
        """What the basic fund would pay without the reduction elsewhere (R14), where that matters."""
        counts = self._given(FigureName.CRITICAL, "counts_elsewhere_loss")
        if self._terms.elsewhere is None or counts.low >= UNIT.low:
            return basic
        return self._capped(self._bands(start, stop, None))

    def _uncounted(self, deductible: Enclosed, basic: Enclosed, local: Enclosed) -> Enclosed:
        """What does not count for critical-illness insurance where the flags say no."""
        kept_out = deductible * (UNIT - self._given(FigureName.CRITICAL, "counts_deductible"))
        if local is basic:
            return kept_out
        return kept_out + above(local - basic) * (UNIT - self._given(FigureName.CRITICAL, "counts_elsewhere_loss"))

    def _critical(self, terms: CriticalIllness, counted: Enclosed) -> Enclosed:
        """Tier by tier from what the year has accumulated (R13), to what is left of the cap."""
        used, paid = self._stay.used, NOUGHT
        before, deductible = whole(used.critical_out_of_pocket), self._given(FigureName.CRITICAL, "deductible")
        origin = deductible if terms.origin is Origin.DEDUCTIBLE else NOUGHT
        for at in range(len(terms.tiers)):
            lower, upper, ratio = (
                self._number(FigureName.CRITICAL, "tiers", at, part) for part in ("lower", "upper", "ratio")
            )
            start = most(most((lower or NOUGHT) + origin, deductible), before) - before
            stop = counted if upper is None else least(counted, upper + origin - before)
            due = above(stop - start) * (ratio or NOUGHT)
            self._rounds(due)
            paid += due
        left = self._left(FigureName.CRITICAL, used.critical_paid, "cap")
        return paid if left is None else least(paid, left)

    def _assistance(self, personal: Enclosed) -> Enclosed:
        """On what is left of the personal payment above the deductible (R16)."""
        if self._terms.assistance is None or self._stay.person.assistance is Assistance.NONE:
            return NOUGHT
        above_deductible = above(personal - self._given(FigureName.ASSISTANCE, "deductible"))
        due = above_deductible * self._given(FigureName.ASSISTANCE, "ratio")
        self._rounds(due)
        left = self._left(FigureName.ASSISTANCE, self._stay.used.assistance_paid, "cap")
        return due if left is None else least(due, left)


def total_due(bands: tuple[Band, ...]) -> Enclosed:
    """What is due on all bands together."""
    total = NOUGHT
    for band in bands:
        total += band.due
    return total
