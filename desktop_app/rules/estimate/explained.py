"""A result with everything that explains it: the trace, the figures behind it, the questions worth asking."""

from fractions import Fraction

from desktop_app.domain.outcome import Estimate, Narrows
from desktop_app.rules.estimate.narrowing import narrowing
from desktop_app.rules.estimate.result import Result
from desktop_app.rules.estimate.trace import trace
from desktop_app.rules.estimate.used_figures import used_figures


def explained(result: Result) -> Estimate:
    """The estimate of an episode; with gaps, what can be said in spite of them."""
    here, settled, total = result.here, result.settled, result.here.bill.total
    return Estimate(
        amounts=result.amounts,
        fund_total=result.fund_total,
        actual_ratio=Fraction(settled.fund_total, total) if total and not result.known.gaps else None,
        trace=trace(here, settled, result.known.until),
        figures=used_figures(here),
        gaps=result.known.gaps,
        warnings=result.warnings,
        year_to_date=result.used_then,
        narrows=_narrows(result),
        funds_paid=here.bill.funds_paid,
    )


def _narrows(result: Result) -> tuple[Narrows, ...]:
    if result.fund_total is None or result.fund_total.exact:
        return ()
    return narrowing(result.here, result.ends, result.fund_total)
