"""The bill of one episode and what the year has already used, in whole fen."""

from dataclasses import dataclass
from fractions import Fraction

from desktop_app.domain.money import ZERO, Fen


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """A bill split into disjoint parts (R1).

    Out of catalogue (目录外), class B (乙类), over a price limit (超限价).

    `class_b_ratio` is the share of class B the person pays first (先行自付); None: the region's figure.
    """

    total: Fen
    out_of_catalogue: Fen = ZERO
    class_b: Fen = ZERO
    class_b_ratio: Fraction | None = None
    over_limit: Fen = ZERO


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
