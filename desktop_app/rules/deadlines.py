"""What must be done by when (期限): filing, late filing, the claim, and the day on which a filing ends."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.advice import FilingAdvice, FilingVerdict, SettlementAdvice, SettlementVerdict
from desktop_app.domain.care import FilingType, Stage
from desktop_app.domain.message import message
from desktop_app.domain.outcome import Deadline
from desktop_app.domain.period import workdays_after, workdays_before
from desktop_app.domain.policy import FilingWindow, LimitStart
from desktop_app.domain.region import Relation
from desktop_app.rules import chongqing
from desktop_app.rules.claim import claim_limit
from desktop_app.rules.coverage import UNDECIDED
from desktop_app.rules.situation import Situation
from desktop_app.rules.validity import review_rule


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """A day so many working days before or after another, and the fact that counts them."""

    day: date
    workdays: int
    fact: str


def deadlines(situation: Situation, filing: FilingAdvice, settlement: SettlementAdvice) -> tuple[Deadline, ...]:
    """Every day to keep, the nearest first; a day that has passed stays, with what to do now."""
    found = [*_filing(situation, filing, settlement), *_windows(situation, filing), *_claim(situation, settlement)]
    return tuple(sorted(found, key=lambda deadline: (deadline.day or date.max, deadline.what.id)))


def _filing(situation: Situation, filing: FilingAdvice, settlement: SettlementAdvice) -> Iterator[Deadline]:
    if settlement.verdict is SettlementVerdict.NOT_COVERED and situation.care.injury is None:
        return
    at_home = situation.relation is Relation.SAME_AREA
    if situation.ahead and not at_home and filing.verdict in {FilingVerdict.NEEDED, FilingVerdict.ADVISED}:
        when = "before" if filing.verdict is FilingVerdict.NEEDED else "better_before"
        yield _before_it_begins(situation, when, *situation.file_first)
    if situation.ahead and filing.verdict is FilingVerdict.UNKNOWN:
        what, fact = ("look_up_before", "N-042") if situation.coverage in UNDECIDED else ("ask_before", "S2-25")
        yield _before_it_begins(situation, what, fact, "N-044")
    if filing.verdict is FilingVerdict.LATE_BEFORE_DISCHARGE:
        yield _before_paying(situation, "before_paying", "N-053")
    if situation.stage is Stage.ADMITTED and filing.verdict is FilingVerdict.UNKNOWN:
        yield _before_paying(situation, "look_up_before_paying", "N-053", "N-042")
    yield from _submission(situation, filing)
    ends_on = filing.validity.until if filing.verdict is FilingVerdict.VALID and filing.validity else None
    if ends_on is not None and ends_on >= situation.today:
        yield _deadline(situation, "filing_ends", ends_on, True, "N-042")


def _before_it_begins(situation: Situation, what: str, *facts: str) -> Deadline:
    """A day to keep before admission or visit; where nobody says when the stay begins, its discharge, never firm."""
    if situation.care.begins < situation.today:
        return _deadline(situation, "before_passed", situation.care.begins, False, *facts)
    dated = situation.care.admitted_on is not None or not situation.is_stay
    kind = _kind(situation) if dated else "undated_stay"
    return _deadline(situation, f"{what}_{kind}", situation.care.begins, dated, *facts)


def _before_paying(situation: Situation, what: str, *facts: str) -> Deadline:
    """A day to keep before the bill is paid: that of a visit is firm, an expected discharge may still move."""
    if situation.care.date < situation.today:
        return _deadline(situation, f"{what}_overdue", situation.today, False, *facts)
    return _deadline(situation, f"{what}_{_kind(situation)}", situation.care.date, not situation.is_stay, *facts)


def _submission(situation: Situation, filing: FilingAdvice) -> Iterator[Deadline]:
    """The last day on which to hand in a filing that is reviewed for some working days, so that it holds in time."""
    ahead = situation.ahead and filing.verdict in {FilingVerdict.NEEDED, FilingVerdict.ADVISED}
    if not ahead and filing.verdict is not FilingVerdict.LATE_BEFORE_DISCHARGE:
        return
    found = submission(situation, filing.type)
    if found is not None:
        what = message(f"claim.by.submit{'' if found.day > situation.today else '_today'}", days=found.workdays)
        yield Deadline(what, max(found.day, situation.today), False, situation.cite(found.fact))


def submission(situation: Situation, type: FilingType | None) -> WorkingDays | None:
    """The day on which a filing of this type must be handed in to be reviewed before admission, visit or payment.

    None where the review takes no time, or nobody knows by when it must hold.
    """
    rule, care = review_rule(situation, type), situation.care
    holds_by = care.begins if situation.ahead else care.date
    dated = not (situation.ahead and situation.is_stay and care.admitted_on is None)
    if rule is None or not rule.online_workdays or not dated or holds_by < situation.today:
        return None
    return WorkingDays(workdays_before(holds_by, rule.online_workdays), rule.online_workdays, rule.binding.fact)


def filing_window(situation: Situation, type: FilingType | None) -> WorkingDays | None:
    """The last of the working days after admission on which the insured region still takes such a filing (L2059)."""
    rules = situation.rulebook.filing_windows(situation.insured_code, situation.care.begins)
    fitting = (rule for rule in rules if rule.start is LimitStart.ADMISSION and _meant(rule, situation, type))
    rule = next(fitting, None)
    if rule is None:
        return None
    return WorkingDays(workdays_after(situation.care.begins, rule.workdays), rule.workdays, rule.binding.fact)


def _windows(situation: Situation, filing: FilingAdvice) -> Iterator[Deadline]:
    """Filings some working days later: with the district in Chongqing (L2009), after admission elsewhere (L2059)."""
    rules = situation.rulebook.filing_windows(situation.insured_code, situation.care.begins)
    for rule in rules:
        if _applies(rule, situation, filing):
            since = situation.care.date if rule.start is LimitStart.DISCHARGE else situation.care.begins
            day = workdays_after(since, rule.workdays)
            how = "_passed" if day < situation.today else ""
            if not how and rule.start is LimitStart.DISCHARGE and not chongqing.outside_home_district(situation):
                how = "_perhaps"
            yield _deadline(situation, f"window_{rule.start.value}{how}", day, False, rule.binding.fact)


def _applies(rule: FilingWindow, situation: Situation, filing: FilingAdvice) -> bool:
    if rule.relations and situation.relation not in rule.relations:
        return False
    if situation.relation is Relation.SAME_AREA:
        return chongqing.outside_home_district(situation) is not False and filing.verdict in chongqing.TO_TELL
    return _meant(rule, situation, filing.type) and filing.verdict in TO_FILE_IN_TIME


def _meant(rule: FilingWindow, situation: Situation, type: FilingType | None) -> bool:
    """Whether the window is for such a stay and such a filing, and it is known from when it runs."""
    dated = rule.start is not LimitStart.ADMISSION or situation.care.admitted_on is not None
    fits = not rule.types or type is None or type in rule.types
    return dated and fits and situation.is_stay and (not rule.relations or situation.relation in rule.relations)


TO_FILE_IN_TIME = frozenset({FilingVerdict.LATE_BEFORE_DISCHARGE, FilingVerdict.NEEDED, FilingVerdict.UNKNOWN})
"""The verdicts after which some working days more may help."""


def _claim(situation: Situation, settlement: SettlementAdvice) -> Iterator[Deadline]:
    limit = claim_limit(situation)
    passed = "_passed" if limit.day < situation.today else ""
    if settlement.verdict is SettlementVerdict.UNKNOWN:
        yield _deadline(situation, f"claim_if_paid{passed}", limit.day, False, *limit.facts)
    if settlement.verdict is not SettlementVerdict.MANUAL:
        return
    known = "known" if limit.rule else "not_known"
    yield _deadline(situation, f"claim_{known}{passed}", limit.day, limit.firm and situation.over, *limit.facts)


def _kind(situation: Situation) -> str:
    return "stay" if situation.is_stay else "visit"


def _deadline(situation: Situation, id: str, day: date, firm: bool, *facts: str) -> Deadline:
    return Deadline(message(f"claim.by.{id}"), day, firm, situation.cite(*facts))
