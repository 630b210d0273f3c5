"""Several episodes in order of date, the year's counters carried from one to the next (R21)."""

from fractions import Fraction

from desktop_app.domain.case import Case
from desktop_app.domain.message import message
from desktop_app.domain.outcome import Estimate, Interval
from desktop_app.errors import Problem
from desktop_app.rules.estimate.episode import settle, used_after
from desktop_app.rules.estimate.figures import pick_figures
from desktop_app.rules.estimate.gaps import Stage, known_amounts, what_is_known
from desktop_app.rules.estimate.situation import situation
from desktop_app.rules.estimate.trace import trace
from desktop_app.rules.estimate.used_figures import used_figures
from desktop_app.rules.rulebook import RuleBook


def estimate_case(case: Case, rulebook: RuleBook) -> tuple[Estimate, ...]:
    """The estimate of every episode, in order of date."""
    used = case.year_to_date
    estimates = []
    for episode in sorted(case.episodes, key=lambda episode: episode.care.date):
        if episode.bill is None:
            raise Problem(message("problems.missing", key="bill"))
        benefits = pick_figures(case, episode, rulebook)
        here = situation(case.person, episode.care, episode.bill, used, benefits)
        settled = settle(episode.bill, here.due)
        known = what_is_known(here, settled)
        complete = known.until is Stage.COMPLETE
        used = used_after(used, settled)
        estimates.append(
            Estimate(
                amounts=known_amounts(here, settled, known.until),
                fund_total=Interval(settled.fund_total, settled.fund_total, settled.fund_total) if complete else None,
                actual_ratio=Fraction(settled.fund_total, episode.bill.total)
                if complete and episode.bill.total
                else None,
                trace=trace(here, settled, known.until),
                figures=used_figures(here),
                gaps=known.gaps,
                warnings=(),
                year_to_date=used if complete else None,
            )
        )
    return tuple(estimates)
