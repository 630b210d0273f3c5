"""What filing by commitment letter (承诺书) costs later, with the day until which it binds (N-027, N-029)."""

from datetime import date

from desktop_app.domain.advice import Reasoned
from desktop_app.domain.care import LONG_TERM_TYPES, FilingRecord
from desktop_app.domain.message import message
from desktop_app.domain.period import months_after
from desktop_app.domain.policy import CommitmentRule
from desktop_app.domain.region import Relation
from desktop_app.rules.coverage import Coverage
from desktop_app.rules.exemption import places_of
from desktop_app.rules.situation import Situation


def commitment_costs(situation: Situation, start: date) -> tuple[Reasoned, ...]:
    """Each later cost of a long-term filing in force from `start`."""
    return tuple(cost for rule in _rules(situation, start) for cost in _costs(situation, rule, start))


def pays_at_filed_place_only(situation: Situation) -> CommitmentRule | None:
    """The rule by which somebody treated at home is paid only at the filed place until papers are handed in (N-029)."""
    record = filed_elsewhere(situation)
    if situation.relation is not Relation.SAME_AREA or record is None or record.with_papers is True:
        return None
    return next((rule for rule in _rules(situation, record.start) if rule.filed_place_only), None)


def filed_elsewhere(situation: Situation) -> FilingRecord | None:
    """A long-term filing for another area than the insured one that is in force when the care begins."""
    record = situation.care.filing_record
    if record is None or record.type not in LONG_TERM_TYPES:
        return None
    filed = situation.rulebook.pooling_area(record.region)
    in_force = record.start <= situation.care.begins and (record.until is None or situation.care.begins <= record.until)
    if not in_force or (filed is not None and filed.code == situation.insured.code):
        return None
    return record


def still_locked(situation: Situation) -> Reasoned | None:
    """That a long-term filing for another place cannot be changed yet, with the day from which it can (N-027)."""
    record = filed_elsewhere(situation)
    if record is None or situation.coverage is not Coverage.OTHER_PLACE:
        return None
    for rule in _rules(situation, record.start):
        binds = rule.lock_months is not None and (rule.with_papers_too or record.with_papers is not True)
        until = months_after(record.start, rule.lock_months or 0)
        if binds and until > situation.today:
            return situation.reasoned(message("filing.commitment.locked_until", until=until), rule.binding.fact)
    return None


def _rules(situation: Situation, start: date) -> list[CommitmentRule]:
    """The rules that bind this person; `areas` keeps those about certain places of care only."""
    return [
        rule
        for rule in situation.rulebook.commitment_rules(situation.insured_code, start)
        if rule.binding.covers(situation.person) and (not rule.areas or rule.areas & places_of(situation))
    ]


def _costs(situation: Situation, rule: CommitmentRule, start: date) -> list[Reasoned]:
    costs = []
    if rule.lock_months is not None:
        who = "any" if rule.with_papers_too else "letter"
        until = months_after(start, rule.lock_months)
        costs.append(message(f"filing.commitment.lock_{who}", months=rule.lock_months, until=until))
    if rule.filed_place_only:
        costs.append(message("filing.commitment.filed_place_only"))
    if rule.cut_points is not None:
        costs.append(message("filing.commitment.cut", points=rule.cut_points))
    return [situation.reasoned(cost, rule.binding.fact) for cost in costs]
