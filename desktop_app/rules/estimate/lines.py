"""Step 1 from an itemised bill (费用清单): every line put where the catalogue puts it, then added up.

| class | what becomes of a line                                                                                  |
|-------|---------------------------------------------------------------------------------------------------------|
| A     | what exceeds the price limit is over the limit, the rest is eligible                                    |
| B     | the same, but of the rest the person pays a share first: the line's own ratio, else the bill's or region's |
| C     | out of the catalogue altogether, whatever limit or ratio stands beside it                               |

A line amounts to price × quantity and its limit to price limit × quantity, each in whole fen, half-up. The shares of
class B are added up exactly and rounded once for the whole bill (R2), so that lines at one ratio come to what their
sum comes to. Hospitals round each line: a printed settlement may differ by a few fen.
"""

from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction

from desktop_app.domain.bill import Bill, BillLine, ClassBPart, ItemClass
from desktop_app.domain.money import ZERO, Fen, Rounding, share_of


def charged(line: BillLine) -> Fen:
    """What the line comes to."""
    return share_of(line.price, line.quantity, Rounding.HALF_UP)


def within_limit(line: BillLine) -> Fen:
    """What is left of it under its price limit."""
    if line.price_limit is None:
        return charged(line)
    return min(charged(line), share_of(line.price_limit, line.quantity, Rounding.HALF_UP))


def bill_of_lines(lines: Sequence[BillLine], class_b_ratio: Fraction | None = None) -> Bill:
    """The bill these lines make. `class_b_ratio` counts for lines of class B that bring no ratio of their own."""
    outside = over = class_b = ZERO
    by_ratio: defaultdict[Fraction, int] = defaultdict(int)
    for line in lines:
        if line.item_class is ItemClass.C:
            outside = Fen(outside + charged(line))
            continue
        inside = within_limit(line)
        over = Fen(over + charged(line) - inside)
        if line.item_class is ItemClass.B:
            class_b = Fen(class_b + inside)
            if line.self_pay_ratio is not None:
                by_ratio[line.self_pay_ratio] += inside
    return Bill(
        total=Fen(sum(charged(line) for line in lines)),
        out_of_catalogue=outside,
        class_b=class_b,
        class_b_ratio=class_b_ratio,
        over_limit=over,
        own_ratio_parts=tuple(ClassBPart(Fen(amount), ratio) for ratio, amount in sorted(by_ratio.items()) if amount),
        lines=tuple(lines),
    )
