"""From when and until when a filing holds, how long its review takes, and what may be changed later."""

from datetime import date, timedelta

from desktop_app.domain.advice import FilingVerdict, Reasoned, Validity
from desktop_app.domain.care import LONG_TERM_TYPES, FilingRecord, FilingType
from desktop_app.domain.evidence import Evidence
from desktop_app.domain.message import Message, message
from desktop_app.domain.period import months_after
from desktop_app.domain.policy import ReviewRule, ValidityRule
from desktop_app.domain.region import Relation
from desktop_app.rules.commitment import commitment_costs
from desktop_app.rules.situation import Situation

LATE = frozenset({FilingVerdict.LATE_BEFORE_DISCHARGE, FilingVerdict.LATE_AFTER_DISCHARGE})
STRENGTH = (Evidence.TYPICAL, Evidence.REPORTED, Evidence.OFFICIAL)


def effective_from(situation: Situation, verdict: FilingVerdict) -> date | None:
    """The day to write as the start: that of admission where the filing comes late (N-054), else today.

    None at home: what Chongqing's districts ask for after discharge has no first day (L2009); and for a stay that has
    begun on a day nobody said.
    """
    unsaid = situation.is_stay and not situation.ahead and situation.care.admitted_on is None
    if situation.relation is Relation.SAME_AREA or unsaid:
        return None
    begins = situation.care.begins
    return begins if verdict in LATE and begins < situation.today else min(situation.today, begins)


def first_day(
    situation: Situation, type: FilingType | None, verdict: FilingVerdict
) -> tuple[date | None, Validity | None]:
    """The start to write and how long the filing then holds: one that would end before the care starts with it."""
    start = effective_from(situation, verdict)
    terms = validity(situation, type, start)
    if start is None or terms is None or terms.until is None or terms.until >= situation.care.begins:
        return start, terms
    return situation.care.begins, validity(situation, type, situation.care.begins)


def starts_later(situation: Situation, start: date | None) -> tuple[Reasoned, ...]:
    """That a filing made now would end too early, so that it must start with the care (N-046)."""
    if start is None or start <= situation.today:
        return ()
    return (situation.reasoned(message("filing.why.starts_later", start=start), "N-046"),)


def validity(situation: Situation, type: FilingType | None, start: date | None) -> Validity | None:
    """How long a filing made now holds. A weaker statement that would shorten a stronger one is named, not used.

    Without a first day there is no last one; where nobody said the status by which the region tells apart, its words.
    """
    if type is None or situation.relation is Relation.SAME_AREA:
        return None
    rules = _meeting(situation, type, start or situation.today)
    told_apart = next((rule for rule in rules if rule.statuses and situation.person.status is None), None)
    if told_apart is not None:
        text = message("filing.validity.by_status", rule=situation.statement(told_apart.binding.fact))
        return Validity(text=text, until=None, facts=situation.cite(told_apart.binding.fact))
    used = next((rule for rule in rules if not any(_overrules(other, rule) for other in rules)), None)
    if used is None:
        return None
    text, numbers = _text(used, start), [used.binding.fact]
    other = next((rule for rule in rules if _overrules(used, rule)), None)
    if other is not None and situation.may_cite(other.binding.fact):
        text = message("filing.validity.differs", text=text, other=situation.statement(other.binding.fact))
        numbers.append(other.binding.fact)
    return Validity(text=text, until=start and _end(used, start), facts=situation.cite(*numbers))


def may_have_ended(situation: Situation, record: FilingRecord) -> bool:
    """Whether a filing without a last day may be over when the care begins: long-term ones never end by themselves."""
    if record.until is not None or record.type in LONG_TERM_TYPES:
        return False
    granted = validity(situation, record.type, record.start)
    return granted is not None and granted.until is not None and granted.until < situation.care.begins


def recorded(situation: Situation, record: FilingRecord) -> Validity:
    """How long the filing at hand holds, as the person has it."""
    if record.until is None:
        id, fact = ("recorded_open", "N-045") if record.type in LONG_TERM_TYPES else ("recorded_no_end", "N-046")
        return Validity(text=message(f"filing.validity.{id}"), until=None, facts=situation.cite(fact))
    text = message("filing.validity.recorded_until", until=record.until)
    return Validity(text=text, until=record.until, facts=situation.cite("N-042"))


def review_time(situation: Situation, type: FilingType | None) -> Reasoned | None:
    """How long the review takes, by the most local statement."""
    rule = review_rule(situation, type)
    if rule is None or rule.online_workdays is None:
        return None
    text = "at_once" if rule.online_workdays == 0 else "workdays"
    return situation.reasoned(message(f"filing.review.{text}", days=rule.online_workdays), rule.binding.fact)


def review_rule(situation: Situation, type: FilingType | None) -> ReviewRule | None:
    """The most local statement on how long the review of this type takes."""
    if type is None or situation.relation is Relation.SAME_AREA:
        return None
    rules = situation.rulebook.review_rules(situation.insured_code, situation.today)
    return next((r for r in rules if (not r.types or type in r.types) and r.binding.covers(situation.person)), None)


def change_rule(situation: Situation, type: FilingType | None, start: date | None) -> Reasoned | None:
    """What may be changed later, and what a commitment letter (承诺书) costs."""
    if type is None or situation.relation is Relation.SAME_AREA:
        return None
    if type not in LONG_TERM_TYPES:
        return situation.reasoned(message("filing.change.temporary", place=situation.place_name), "N-046", "N-040")
    costs = commitment_costs(situation, start or situation.today)
    base = "filing.change.long_term_locked" if costs else "filing.change.long_term"
    text, numbers = message(base), ["N-045", "N-050"] if costs else ["N-045", "N-050", "N-145"]
    for cost in costs:
        text = message("filing.two", one=text, two=cost.text)
        numbers.extend(cost.facts)
    return situation.reasoned(text, *numbers)


def _meeting(situation: Situation, type: FilingType, start: date) -> tuple[ValidityRule, ...]:
    return tuple(
        rule
        for rule in situation.rulebook.validity_rules(situation.insured_code, start)
        if type in rule.types
        and rule.binding.covers(situation.person)
        and (not rule.statuses or situation.person.status in {*rule.statuses, None})
        and (not rule.relations or situation.relation in rule.relations)
    )


def _overrules(strong: ValidityRule, weak: ValidityRule) -> bool:
    """Whether `weak` would shorten what a better attested rule grants."""
    if STRENGTH.index(strong.binding.evidence) <= STRENGTH.index(weak.binding.evidence):
        return False
    if strong.unlimited:
        return not weak.unlimited
    if weak.one_stay:
        return strong.at_least
    day = date(2000, 1, 1)
    granted, other = _end(strong, day), _end(weak, day)
    return strong.at_least and granted is not None and other is not None and other < granted


def _end(rule: ValidityRule, start: date) -> date | None:
    """The last day that can be told; None without end."""
    if rule.months is not None:
        return months_after(start, rule.months)
    return start + timedelta(days=rule.days) if rule.days is not None else None


def _text(rule: ValidityRule, start: date | None) -> Message:
    if rule.unlimited:
        return message("filing.validity.unlimited")
    if rule.chosen or rule.one_stay:
        return message(f"filing.validity.{'chosen' if rule.chosen else 'one_stay'}")
    until = start and _end(rule, start)
    if until is None:
        bound = "at_least" if rule.at_least else "at_most" if rule.at_most else "months"
        length = "days" if rule.days is not None else bound
        return message(f"filing.validity.undated_{length}", count=rule.months or rule.days or 0)
    if rule.days is not None:
        return message("filing.validity.days", days=rule.days, until=until)
    bound = "at_least" if rule.at_least else "at_most" if rule.at_most else "months"
    return message(f"filing.validity.{bound}", months=rule.months or 0, until=until)
