"""The estimate of a case: every episode in order of date, the year's counters carried from one to the next (R21)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from desktop_app.domain.bill import YearToDate
from desktop_app.domain.care import STAYS, Filed
from desktop_app.domain.case import Case, Episode
from desktop_app.domain.message import Message, message
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Estimate, Interval
from desktop_app.domain.person import InsuranceState, Person, Scheme
from desktop_app.errors import Problem
from desktop_app.rules.estimate.apart import Used, YearUsed
from desktop_app.rules.estimate.bounds import fund_total_interval
from desktop_app.rules.estimate.carried import counters_after
from desktop_app.rules.estimate.episode import Settled, settle, used_after
from desktop_app.rules.estimate.explained import explained
from desktop_app.rules.estimate.extreme_terms import Counters
from desktop_app.rules.estimate.figures import (
    Find,
    figures_for,
    may_use_outpatient_figures,
    needs_rulebook,
    pick_figures,
)
from desktop_app.rules.estimate.filings import when_filed
from desktop_app.rules.estimate.gaps import Known, Stage, has_gaps, what_is_known
from desktop_app.rules.estimate.hidden import Hidden
from desktop_app.rules.estimate.narrowing import open_figures
from desktop_app.rules.estimate.reckoning import NOT_JOINED, JoinedPaid, Reckoning, reckoning
from desktop_app.rules.estimate.result import Result
from desktop_app.rules.estimate.spread import spread
from desktop_app.rules.rulebook import RuleBook

UNKNOWN: Final = "estimate.warning.counters_unknown"
PARTLY_UNKNOWN: Final = "estimate.warning.counters_partly_unknown"
NOT_HIDDEN: Final = Hidden()
NOTHING_MISSING: Final = Known((), Stage.COMPLETE)
DOUBTFUL: Final = frozenset({InsuranceState.INTERRUPTED, InsuranceState.ARREARS, InsuranceState.NOT_ENROLLED})


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the year stands: what it has used, and what gaps of earlier episodes hide of that.

    `joined` is the deductible paid by the stays that the next one may continue.
    """

    used: YearUsed
    hidden: Hidden = NOT_HIDDEN
    joined: JoinedPaid = NOT_JOINED


def estimate_case(case: Case, rulebook: RuleBook) -> tuple[Estimate, ...]:
    """The estimate of every episode, in order of date; a stay across New Year belongs to the day of discharge.

    Raises Problem for an episode without a bill, and where only an insured region could give the figures.
    """
    return tuple(map(explained, results(case, rulebook)))


def results(case: Case, rulebook: RuleBook, find: Find = figures_for) -> Iterator[Result]:
    """The same without saying how it came about, for who needs the amounts alone."""
    paid = JoinedPaid(*(case.year_to_date.deductible_paid for _ in JoinedPaid._fields))
    standing = Standing(YearUsed.exactly(case.year_to_date), joined=paid)
    ended: Result | None = None
    for episode in sorted(case.episodes, key=lambda each: each.care.date):
        if episode.bill is None:
            at = f"episodes[{case.episodes.index(episode)}]." if case.several else ""
            raise Problem(message("problems.missing", key=f"{at}bill"))
        if ended is not None:
            standing = _after(ended, standing)
            if ended.here.care.date.year != episode.care.date.year:
                standing = _on_new_year(standing, case.person)
        benefits = pick_figures(case, episode, rulebook, find)
        joined = standing.joined if episode.care.joined else NOT_JOINED
        met = standing.used.met_by(episode.care.kind, benefits)
        here = reckoning(case.person, episode.care, episode.bill, met.likely, benefits, joined)
        ended = _result(here, standing, met.ends, tuple(_warnings(case, episode)))
        yield ended


def _after(ended: Result, before: Standing) -> Standing:
    """Where the year stands after an episode; with gaps where it stood, as far as anybody knows."""
    hidden, used = before.hidden.after(ended.here, ended.known), before.used
    if before.hidden.hides(ended.here, ended.known):
        after = Standing(replace(used, complete=False), hidden)
    else:
        after = Standing(used_with(used, ended.here, ended.ends, ended.settled), hidden)
    return replace(after, joined=_joined_after(ended.here.joined, before.used.whole, after.used.whole))


def used_with(before: YearUsed, here: Reckoning, ends: Counters, settled: Settled) -> YearUsed:
    """What the year has used after one more episode, which met the counters of `here` and their `ends`."""
    likely = used_after(here.used, settled)
    then = Counters(likely, likely) if _is_exact(here, ends) else counters_after(here.bill, ends, spread(here, ends))
    return before.after(here.care.kind, Used(here.used, ends), Used(likely, then))


def _joined_after(joined: JoinedPaid, before: Used, after: Used) -> JoinedPaid:
    """The deductible that the stay which has just ended has paid, with those it continued."""
    ends = zip(_each_end(before), _each_end(after), joined, strict=True)
    return JoinedPaid(*(Fen(paid + then.deductible_paid - now.deductible_paid) for now, then, paid in ends))


def _each_end(used: Used) -> tuple[YearToDate, YearToDate, YearToDate]:
    return used.ends.least, used.likely, used.ends.most


def _on_new_year(standing: Standing, person: Person) -> Standing:
    """All counters at 0 and the account as it was; where a gap left the account unknown it stays so."""
    balance = standing.used.whole.likely.personal_account_balance
    hidden = standing.hidden.on_new_year(account=balance > 0 and person.scheme is Scheme.EMPLOYEE)
    return Standing(replace(standing.used.on_new_year(), complete=not hidden.gaps), hidden, standing.joined)


def _result(here: Reckoning, standing: Standing, ends: Counters, warnings: tuple[Message, ...]) -> Result:
    """The result of one episode."""
    settled = settle(here.bill, here.due)
    possible = [settled, *extremes(here, ends)] if has_gaps(here) or standing.hidden.gaps else []
    known = what_is_known(here, possible) if has_gaps(here) else NOTHING_MISSING
    until = standing.hidden.until(here, possible)
    if until is not Stage.COMPLETE:
        known = Known(tuple(dict.fromkeys((*standing.hidden.gaps, *known.gaps))), min(known.until, until))
        warnings = (*warnings, message(UNKNOWN if until is Stage.DEDUCTIBLE else PARTLY_UNKNOWN))
    interval = None if known.gaps else _interval(here, settled, ends)
    return Result(here, settled, known, interval, ends, standing.used, warnings)


def extremes(here: Reckoning, used: Counters) -> Iterator[Settled]:
    """Settlements at the ends of what is not known, the smallest cap also with the best of everything else.

    A gap that cannot be reached in any of them does not matter.
    """
    if _is_exact(here, used):
        return
    ends = spread(here, used)
    for due in (ends.worst, ends.best, ends.best._replace(year_left=ends.worst.year_left)):
        yield settle(here.bill, due)


def _interval(here: Reckoning, settled: Settled, used: Counters) -> Interval:
    """The interval of the fund total."""
    likely = settled.fund_total
    if _is_exact(here, used):
        return Interval(likely, likely, likely)
    return fund_total_interval(here.bill, likely, spread(here, used))


def _is_exact(here: Reckoning, used: Counters) -> bool:
    """Whether neither a figure nor a counter is known only as a range."""
    return used.exact and not open_figures(here)


def _warnings(case: Case, episode: Episode) -> Iterator[Message]:
    care, state = episode.care, case.person.insurance_state
    if state in DOUBTFUL:
        yield message("estimate.warning.insurance_state", state=message(f"terms.insurance_state.{state.value}"))
    if may_use_outpatient_figures(case, episode):
        yield message("estimate.warning.emergency_outpatient")
    if care.admitted_on is not None and care.admitted_on.year != care.date.year:
        yield message("estimate.warning.across_new_year", day=care.date)
    if needs_rulebook(case, episode) and _follows_other_care(case, episode):
        yield message("estimate.warning.mixed_care")
    if when_filed(episode) is Filed.AFTER_DISCHARGE:
        yield message("estimate.warning.filed_after_discharge")


def _follows_other_care(case: Case, episode: Episode) -> bool:
    """Whether the year has seen care of the other sort, a stay before a visit or a visit before a stay.

    The counters are one set for the year, while regions mostly keep the deductible and cap of the two apart.
    """
    stay, day = episode.care.kind in STAYS, episode.care.date
    others = (one.care for one in case.episodes if (one.care.kind in STAYS) is not stay)
    return any(care.date.year == day.year and care.date <= day for care in others)
