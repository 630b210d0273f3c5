"""The span in which each line of a slip may lie while some figures are known only as a range."""

from desktop_app.domain.money import ZERO, Fen
from desktop_app.domain.outcome import Interval
from desktop_app.domain.slip import SlipLine
from desktop_app.rules.estimate.carried import Span, counters_after
from desktop_app.rules.estimate.episode import open_settlement
from desktop_app.rules.estimate.narrowing import open_figures
from desktop_app.rules.estimate.result import Result
from desktop_app.rules.estimate.spread import spread

Spans = dict[SlipLine, Span]


def line_spans(result: Result) -> Spans:
    """Least and most of every line that moves; empty with a gap, and where everything is known exactly."""
    total = result.fund_total
    if total is None or (not open_figures(result.here) and result.ends.exact):
        return {}
    return _parts(result) | _funds(result) | _personal(result, total)


def _parts(result: Result) -> Spans:
    """The parts of the bill: class B and the share paid first take least where the entitlement is best."""
    ends = spread(result.here, result.ends)
    worst, best = (open_settlement(result.here.bill, end).split for end in (ends.worst, ends.best))
    return {
        SlipLine.PRIOR_SELF_PAY: Span(best.prior_self_pay, worst.prior_self_pay),
        SlipLine.ELIGIBLE: Span(worst.eligible, best.eligible),
    }


def _funds(result: Result) -> Spans:
    """What an episode adds to the year's counters is what its funds paid, each enclosed on its own."""
    after = counters_after(result.here.bill, result.ends, spread(result.here, result.ends))
    counted = {
        SlipLine.DEDUCTIBLE: "deductible_paid",
        SlipLine.BASIC_FUND: "basic_fund_paid",
        SlipLine.SUPPLEMENT_FUND: "supplement_paid",
        SlipLine.CRITICAL_FUND: "critical_paid",
        SlipLine.ASSISTANCE_FUND: "assistance_paid",
    }
    return {
        line: Span(*(Fen(getattr(now, name) - getattr(was, name)) for was, now in zip(result.ends, after, strict=True)))
        for line, name in counted.items()
    }


def _personal(result: Result, total: Interval) -> Spans:
    """Account and cash share what the funds leave."""
    bill, settled = result.here.bill, result.settled
    most = min(result.ends.most.personal_account_balance, bill.total)
    account = Span(ZERO, Fen(most)) if settled.account or most else Span(ZERO, ZERO)
    cash = Span(Fen(max(bill.total - total.high - account.most, 0)), Fen(bill.total - total.low))
    return {
        SlipLine.FUND_TOTAL: Span(total.low, total.high),
        SlipLine.PERSONAL_ACCOUNT: account,
        SlipLine.CASH: cash,
    }
