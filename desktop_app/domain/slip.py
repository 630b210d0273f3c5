"""The settlement slip (医疗费用结算单) beside the estimate: its lines, what may explain a difference, what to ask."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.domain.advice import Reasoned
from desktop_app.domain.figure import FigureName
from desktop_app.domain.message import Message
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Interval
from desktop_app.domain.own_figure import OwnValue

TOLERANCE: Final = Fen(5)
"""Hospitals round each line of a bill, so a printed sum may be off by a few fen without meaning anything."""


class SlipLine(StrEnum):
    """The lines of a slip in the order in which it prints them, by the names that the estimate's result has.

    `eligible` is what lies within the policy (符合政策范围金额).
    """

    TOTAL = "total"
    OUT_OF_CATALOGUE = "out_of_catalogue"
    OVER_LIMIT = "over_limit"
    PRIOR_SELF_PAY = "prior_self_pay"
    ELIGIBLE = "eligible"
    DEDUCTIBLE = "deductible"
    BASIC_FUND = "basic_fund"
    SUPPLEMENT_FUND = "supplement_fund"
    CRITICAL_FUND = "critical_fund"
    ASSISTANCE_FUND = "assistance_fund"
    FUND_TOTAL = "fund_total"
    PERSONAL_ACCOUNT = "personal_account"
    CASH = "cash"


PARTS: Final = (SlipLine.OUT_OF_CATALOGUE, SlipLine.OVER_LIMIT, SlipLine.PRIOR_SELF_PAY, SlipLine.ELIGIBLE)
"""The parts that make up the total (N-093)."""

FUNDS: Final = (
    SlipLine.BASIC_FUND,
    SlipLine.SUPPLEMENT_FUND,
    SlipLine.CRITICAL_FUND,
    SlipLine.ASSISTANCE_FUND,
)
"""The funds that make up the fund total."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What a slip states: any of its lines, in fen, in the slip's order."""

    stated: tuple[tuple[SlipLine, Fen], ...]

    def amount(self, line: SlipLine) -> Fen | None:
        """What stands in a line; None where the slip does not state it."""
        return dict(self.stated).get(line)


class LineVerdict(StrEnum):
    """How a line of the slip lies to the estimate: the same within the tolerance, inside the range, outside, untold."""

    AGREES = "agrees"
    WITHIN_RANGE = "within_range"
    DIFFERS = "differs"
    UNKNOWN = "unknown"


class Cause(StrEnum):
    """The rules that make a slip differ from an estimate, each by itself."""

    NOT_FILED = "not_filed"
    OTHER_FILING = "other_filing"
    LONG_TERM_NOT_SEEN = "long_term_not_seen"
    EMERGENCY_FLAG = "emergency_flag"
    NO_REDUCTION = "no_reduction"
    OTHER_REDUCTION = "other_reduction"
    FIRST_PAY = "first_pay"
    LEVEL = "level"
    TIER = "tier"
    RETIRED_BONUS = "retired_bonus"
    STATUS = "status"
    FAMILY_DOCTOR = "family_doctor"
    ADMISSION = "admission"
    DEDUCTIBLE_USED = "deductible_used"
    DEDUCTIBLE_NOT_COUNTED = "deductible_not_counted"
    OTHER_DEDUCTIBLE = "other_deductible"
    OTHER_BILL = "other_bill"
    CATALOGUE = "catalogue"
    CLASS_B_RATIO = "class_b_ratio"
    ROUNDED_LINES = "rounded_lines"
    CRITICAL_LATER = "critical_later"
    SUPPLEMENT_LATER = "supplement_later"
    ASSISTANCE_LATER = "assistance_later"
    CAP_REACHED = "cap_reached"
    ACCOUNT_FIRST = "account_first"
    ACCOUNT_LAST = "account_last"
    ACCOUNT_BALANCE = "account_balance"
    OTHER_RATIO = "other_ratio"


class Judgement(StrEnum):
    """Whether a cause is in order, deserves a question, or cannot be told from here. Nobody is ever accused."""

    NORMAL = "normal"
    WORTH_ASKING = "worth_asking"
    CANNOT_TELL = "cannot_tell"


class Sureness(StrEnum):
    """How sure an explanation is.

    `likely`: one rule and no rival; `possible`: there are rivals, more rules are needed, or the slip states little;
    `faint`: the figure was read off the very line it explains.
    """

    LIKELY = "likely"
    POSSIBLE = "possible"
    FAINT = "faint"


class Asked(StrEnum):
    """Whom to ask."""

    HOSPITAL = "hospital"
    INSURED_REGION = "insured_region"


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipQuestion:
    """A question the slip raises: to whom, in which words, with which papers, by when as far as anybody states it."""

    whom: Asked
    line: str | None
    text: Message
    bring: tuple[Message, ...] = ()
    deadline: Reasoned | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SupposedRule:
    """One rule as it must have been applied: what it is, what it moved, how it is judged, and what to ask."""

    cause: Cause
    said: Message
    judgement: Judgement
    why: Reasoned
    moves: tuple[SlipLine, ...]
    question: SlipQuestion | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One rule, a pair, at most three, that reproduce every stated line within the tolerance, with the sum that does.

    `fund_total` is what the funds pay under it, in fen.
    """

    rules: tuple[SupposedRule, ...]
    sureness: Sureness
    sum: tuple[Message, ...]
    fund_total: Fen


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedLine:
    """A line of the slip beside the estimate's likely amount and the span it may lie in; difference is slip − estimate.

    `explained_by` names the causes that move this line in one of the explanations.
    """

    line: SlipLine
    slip: Fen
    estimate: Fen | None
    span: Interval | None
    difference: Fen | None
    verdict: LineVerdict
    explained_by: tuple[Cause, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSum:
    """A sum of the slip's own lines (N-093): what should come out, what does, and how that is judged."""

    why: Reasoned
    judgement: Judgement
    question: SlipQuestion | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A figure that the slip suggests for the next estimate; it counts only once the person takes it as their own."""

    figure: FigureName
    value: OwnValue
    said: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipCheck:
    """The whole answer: line by line, why, what to ask.

    `own_sums` are sums on the slip that do not come out by themselves; `further` counts explanations left unsaid.
    """

    lines: tuple[ComparedLine, ...]
    judgement: Judgement
    explanations: tuple[Explanation, ...]
    own_sums: tuple[OwnSum, ...]
    suggestions: tuple[Suggestion, ...]
    unexplained: SlipQuestion | None = None
    further: int = 0
