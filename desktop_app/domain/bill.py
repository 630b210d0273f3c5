"""The bill of one episode and what the year has already used, in whole fen."""

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from desktop_app.domain.money import ZERO, Fen


class ItemClass(StrEnum):
    """Where an item stands in the catalogue: it counts whole (甲类), after a share of one's own (乙类), not (丙类)."""

    A = "A"
    B = "B"
    C = "C"


@dataclass(frozen=True, slots=True, kw_only=True)
class BillLine:
    """One line of an itemised bill (费用清单): `price` and `price_limit` (限价) in fen for one of `quantity`.

    `self_pay_ratio` is the share of a class B item that the person pays first; None: that of the bill, or the region's.
    """

    item_class: ItemClass
    price: Fen
    quantity: Fraction = Fraction(1)
    price_limit: Fen | None = None
    self_pay_ratio: Fraction | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class ClassBPart:
    """The part of class B, in fen, that goes by a ratio of its own."""

    amount: Fen
    ratio: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """A bill split into disjoint parts (R1).

    Out of catalogue (目录外), class B (乙类), over a price limit (超限价).

    `class_b_ratio` is the share of class B the person pays first (先行自付); None: the region's figure. It counts for
    what is left of class B beside the `own_ratio_parts`. `lines` is the list the parts were summed up from, if any.
    `funds_paid` is what the funds have paid on this bill already, where it was settled before a late filing (补报).
    """

    total: Fen
    out_of_catalogue: Fen = ZERO
    class_b: Fen = ZERO
    class_b_ratio: Fraction | None = None
    over_limit: Fen = ZERO
    own_ratio_parts: tuple[ClassBPart, ...] = ()
    funds_paid: Fen | None = None
    lines: tuple[BillLine, ...] = ()

    @property
    def class_b_without_ratio(self) -> Fen:
        """The part of class B that goes by the ratio of the bill or of the region."""
        return Fen(self.class_b - sum(part.amount for part in self.own_ratio_parts))

    def keeping_rest_of(self, shown: "Bill") -> "Bill":
        """This bill with all that a form of sums did not show of `shown`, which must come to the same sums."""
        mine = (self.total, self.out_of_catalogue, self.class_b, self.over_limit)
        if mine != (shown.total, shown.out_of_catalogue, shown.class_b, shown.over_limit):
            return self
        return replace(shown, class_b_ratio=self.class_b_ratio)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearToDate:
    """The counters of the calendar year before an episode; the personal account's balance is what it holds now."""

    deductible_paid: Fen = ZERO
    basic_fund_paid: Fen = ZERO
    supplement_paid: Fen = ZERO
    above_deductible: Fen = ZERO
    critical_out_of_pocket: Fen = ZERO
    critical_paid: Fen = ZERO
    assistance_paid: Fen = ZERO
    personal_account_balance: Fen = ZERO


NOTHING_USED = YearToDate()
