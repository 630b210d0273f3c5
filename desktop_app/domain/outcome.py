"""What the rules answer: the estimate with its trace, and the plan with its verdicts. Messages, never words."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Final

from desktop_app.domain.advice import FilingAdvice, Reasoned, SettlementAdvice
from desktop_app.domain.bill import YearToDate
from desktop_app.domain.evidence import Provenance
from desktop_app.domain.figure import FigureName, Gap
from desktop_app.domain.heard import FIGURE, Heard
from desktop_app.domain.message import Message
from desktop_app.domain.money import ZERO, Fen
from desktop_app.domain.routes import Closing, Route, Standing


class StepName(StrEnum):
    """The lines of an estimate, in the order in which they are computed."""

    TOTAL = "total"
    OUT_OF_CATALOGUE = "out_of_catalogue"
    OVER_LIMIT = "over_limit"
    PRIOR_SELF_PAY = "prior_self_pay"
    ELSEWHERE_FIRST_PAY = "elsewhere_first_pay"
    ELIGIBLE = "eligible"
    ACCOUNT_FIRST = "account_first"
    DEDUCTIBLE = "deductible"
    BASIC_SEGMENT = "basic_segment"
    BASIC_FUND = "basic_fund"
    SUPPLEMENT_FUND = "supplement_fund"
    LOCAL_SEGMENT = "local_segment"
    ELSEWHERE_LOSS = "elsewhere_loss"
    CRITICAL_COUNTED = "critical_counted"
    CRITICAL_TIER = "critical_tier"
    CRITICAL_FUND = "critical_fund"
    ASSISTANCE_FUND = "assistance_fund"
    FUND_TOTAL = "fund_total"
    PERSONAL_ACCOUNT = "personal_account"
    CASH = "cash"
    TOP_UP = "top_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of the calculation.

    Its amount in fen, the sum that gives it (numbers included), and the figures behind it.
    """

    name: StepName
    amount: Fen
    how: Message
    figures: tuple[FigureName, ...] = ()
    provenance: Provenance | None = None


@dataclass(frozen=True, slots=True)
class Interval:
    """Lowest, likely and highest amount, in fen."""

    low: Fen
    likely: Fen
    high: Fen

    @property
    def exact(self) -> bool:
        """Whether the amount is known."""
        return self.low == self.high

    def above(self, amount: Fen) -> "Interval":
        """What it exceeds `amount` by, at least nothing."""
        return Interval(*(Fen(max(end - amount, 0)) for end in (self.low, self.likely, self.high)))


@dataclass(frozen=True, slots=True)
class UsedFigure:
    """A figure as it entered an estimate: its value as text for people, and its provenance."""

    name: FigureName
    value: Message
    exact: bool
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """The amounts of one episode at the likely figures, in fen; None where a gap leaves them unknown."""

    total: Fen
    out_of_catalogue: Fen
    over_limit: Fen
    prior_self_pay: Fen | None
    elsewhere_first_pay: Fen | None
    eligible: Fen | None
    deductible: Fen | None
    basic_fund: Fen | None
    supplement_fund: Fen | None
    critical_fund: Fen | None
    assistance_fund: Fen | None
    fund_total: Fen | None
    personal_account: Fen | None
    cash: Fen | None
    personal_total: Fen | None


@dataclass(frozen=True, slots=True)
class Narrows:
    """A figure known only as a range, and by how many fen its likely value would narrow the result."""

    figure: FigureName
    by: Fen


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """The answer for one episode.

    Amounts, the interval of the fund total (None with a gap), and how each amount came about.

    `narrows` are the figures whose exact values would narrow the interval, the one that does so most foremost.
    `funds_paid` is what the funds have paid on the bill already, where the case says so.
    """

    amounts: Amounts
    fund_total: Interval | None
    actual_ratio: Fraction | None
    trace: tuple[Step, ...]
    figures: tuple[UsedFigure, ...]
    gaps: tuple[Gap, ...]
    warnings: tuple[Message, ...]
    year_to_date: YearToDate | None
    narrows: tuple[Narrows, ...] = ()
    funds_paid: Fen | None = None

    @property
    def narrowing(self) -> FigureName | None:
        """The figure worth asking for first; None where none would narrow the interval."""
        return self.narrows[0].figure if self.narrows else None

    @property
    def narrowed_by(self) -> Fen:
        """By how many fen that figure would narrow the interval."""
        return self.narrows[0].by if self.narrows else ZERO

    @property
    def top_up(self) -> Interval | None:
        """What the funds still owe on a bill they have paid in part (补报差额); None where nothing is known."""
        if self.fund_total is None or self.funds_paid is None:
            return None
        return self.fund_total.above(self.funds_paid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """Another route: what the funds pay, and the difference over the same unknown figures, in fen.

    None where a gap stands in the way. `evidence` stands behind its weakest figure; `weaker`: weaker than for the case
    as it is. `ask` is the first question where it cannot be told which pays more; `closes` says until when it is open.
    """

    route: Route
    fund_total: Interval | None
    difference: Interval | None
    standing: Standing
    evidence: Provenance | None
    weaker: bool = False
    needs: Message | None = None
    closes: Closing | None = None
    ask: Message | None = None
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MoneyAdvice:
    """The estimate of the case as it stands and of every route still open, the best first.

    `unfiled`: as it stands nothing is filed, though something should be.
    """

    as_is: Estimate
    alternatives: tuple[Alternative, ...]
    unfiled: bool = False


@dataclass(frozen=True, slots=True)
class Deadline:
    """What must be done by when.

    `firm` False: the day is our careful reading, to be confirmed; `day` None: no day can be told.
    """

    what: Message
    day: date | None
    firm: bool
    facts: tuple[str, ...] = ()


DISPUTE: Final = "ask.dispute"
"""The question which of two statements holds, by its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A question for the insured region's line, with what this program assumed meanwhile.

    `figure` receives a filled-in answer. `narrows`: by how many fen knowing the figure narrows what comes back, None
    where that is not a matter of one range. `heard` is what stands in its blank.
    """

    question: Message
    assumed: Message | None
    provenance: Provenance | None
    line: str | None
    figure: FigureName | None = None
    narrows: Fen | None = None
    facts: tuple[str, ...] = ()
    heard: Heard | None = None

    @property
    def blank(self) -> str:
        """Under what the answer is kept: two disputes are told apart by the facts they are about."""
        if self.figure is not None:
            return f"{FIGURE}{self.figure.value}"
        return f"{DISPUTE}.{'.'.join(self.facts)}" if self.question.id == DISPUTE else self.question.id


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckItem:
    """One line to tick. `id` is stable, so that ticks can be kept."""

    id: str
    text: Message
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The whole answer to a case; feeds JSON, screen and paper alike."""

    filing: FilingAdvice
    settlement: SettlementAdvice
    money: MoneyAdvice | None
    checklist: tuple[CheckItem, ...]
    deadlines: tuple[Deadline, ...]
    ask: tuple[Ask, ...]
    warnings: tuple[Reasoned, ...]
    facts: tuple[str, ...]
