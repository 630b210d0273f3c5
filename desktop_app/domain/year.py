"""The calendar year of a person: what its bills have used up, what is left, and what another stay would cost."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.bill import Bill
from desktop_app.domain.care import Care
from desktop_app.domain.evidence import Provenance
from desktop_app.domain.figure import DeductibleBasis, Gap
from desktop_app.domain.message import Message
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Estimate, Interval


@dataclass(frozen=True, slots=True)
class Limit:
    """Lowest, likely and highest of an amount that need not end, in fen; None is no end."""

    low: Fen | None
    likely: Fen | None
    high: Fen | None

    @property
    def exact(self) -> bool:
        """Whether it is known."""
        return self.low == self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class DeductibleLeft:
    """The deductible (起付线) that another stay or visit would meet, and how much of it the year has paid.

    `basis` None: not known. `paid` is what deductibles took in the whole year; of it `used` counts against this one,
    which is nothing unless it is a yearly one. `used` and `left` make up `figure`. None where `gaps` hide an amount.
    """

    basis: DeductibleBasis | None
    paid: Interval | None
    figure: Interval | None
    used: Interval | None
    left: Interval | None
    provenance: Provenance | None
    gaps: tuple[Gap, ...] = ()


class Fund(StrEnum):
    """The funds that pay up to a yearly cap (最高支付限额)."""

    BASIC = "basic_fund"
    SUPPLEMENT = "supplement"
    CRITICAL = "critical_illness"
    ASSISTANCE = "assistance"


@dataclass(frozen=True, slots=True, kw_only=True)
class CapLeft:
    """What a fund may still pay this year. `used` and `left` make up `cap`, as far as there is one.

    None where `gaps` hide an amount; a `Limit` without ends is no cap.
    """

    fund: Fund
    cap: Limit | None
    used: Interval | None
    left: Limit | None
    provenance: Provenance | None
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CriticalStart:
    """How far it is to critical-illness cover (大病保险): eligible own payment counted, and where cover starts.

    `distance` is how much more must be counted, 0 where cover has started. `counts_deductible` and
    `counts_elsewhere_loss` say whether those parts of the own payment count; None where not known.
    """

    counted: Interval | None
    starts_at: Limit | None
    distance: Limit | None
    counts_deductible: bool | None
    counts_elsewhere_loss: bool | None
    provenance: Provenance | None
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStay:
    """Another stay or visit, supposed to end on a given day, and its estimate after all that came before."""

    care: Care
    bill: Bill
    estimate: Estimate

    @property
    def personal(self) -> Interval | None:
        """What the person would pay, the account's part included; None with a gap."""
        total, funds = self.bill.total, self.estimate.fund_total
        if funds is None:
            return None
        return Interval(Fen(total - funds.high), Fen(total - funds.likely), Fen(total - funds.low))


class Supposed(StrEnum):
    """What the bill of another stay is taken to be: that of the last one, or an amount somebody gave."""

    LAST_BILL = "last_bill"
    GIVEN = "given"


@dataclass(frozen=True, slots=True, kw_only=True)
class YearOutlook:
    """Where the year stands after its bills, and another stay now or after New Year.

    `bills` and `billed` count the bills of this year. `supplement`, `critical-illness` and `assistance` caps are listed
    only where there is such a fund for the person; `critical` None: no such cover. `balance` is what the personal
    account holds, None where there is none or `balance_gaps` hide it. `difference` is how much more the person pays
    after New Year than now, over the same unknown figures; None with a gap.
    """

    on: date
    bills: int
    billed: Fen
    deductible: DeductibleLeft
    caps: tuple[CapLeft, ...]
    critical: CriticalStart | None
    balance: Interval | None
    balance_gaps: tuple[Gap, ...]
    supposed: Supposed
    now: NextStay
    after: NextStay
    difference: Interval | None
    notes: tuple[Message, ...] = ()

    @property
    def year(self) -> int:
        """The calendar year."""
        return self.on.year

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Every gap that hides anything here, each once."""
        critical = self.critical.gaps if self.critical else ()
        caps = tuple(gap for cap in self.caps for gap in cap.gaps)
        stays = (*self.now.estimate.gaps, *self.after.estimate.gaps)
        return tuple(dict.fromkeys((*self.deductible.gaps, *caps, *critical, *self.balance_gaps, *stays)))
