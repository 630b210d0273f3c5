"""What care elsewhere costs in benefits, by how it was filed: the region's own words, else the nation's limits."""

from collections.abc import Iterable

from desktop_app.domain.advice import Reasoned
from desktop_app.domain.care import LONG_TERM_TYPES, CareKind, FilingType
from desktop_app.domain.message import message
from desktop_app.domain.policy import ConsequenceRule
from desktop_app.domain.region import Relation
from desktop_app.rules.exemption import places_of
from desktop_app.rules.filing_type import type_asked
from desktop_app.rules.situation import Situation

MOST = 2


def further_consequences(situation: Situation, said: Iterable[Reasoned]) -> tuple[Reasoned, ...]:
    """Those whose facts have not been quoted before."""
    quoted = {reason.facts for reason in said}
    return tuple(cost for cost in consequences(situation) if cost.facts not in quoted)


def consequences(situation: Situation) -> tuple[Reasoned, ...]:
    """Facts about the payment with and without a filing; the nation's limit (N-064 to N-066) where none is local."""
    rules = situation.rulebook.consequences(situation.insured_code, situation.care.begins)
    local = dict.fromkeys(
        rule.binding.fact for rule in rules if not rule.binding.national and _speaks_of(rule, situation)
    )
    id = "costs_rescue" if situation.care.emergency else "costs"
    said = tuple(
        situation.reasoned(message("filing.why.costs_too" if i else f"filing.why.{id}", rule=situation.statement(n)), n)
        for i, n in enumerate(local)
    )
    return said[:MOST] or national_limit(situation)


def national_limit(situation: Situation) -> tuple[Reasoned, ...]:
    """By how much the nation lets regions pay less for this reason in another province."""
    type = type_asked(situation)
    if type is None or situation.relation is not Relation.CROSS_PROVINCE or situation.care.kind is CareKind.DRUGSTORE:
        return ()
    id, number = ("long_term", "N-064") if type in LONG_TERM_TYPES else _LIMITS[type]
    return (situation.reasoned(message(f"filing.costs.{id}"), number, "N-067"),)


def _speaks_of(rule: ConsequenceRule, situation: Situation) -> bool:
    return (
        rule.binding.covers(situation.person)
        and (not rule.kinds or situation.care.kind in rule.kinds)
        and (not rule.relations or situation.relation in rule.relations)
        and not rule.outside & places_of(situation)
    )


_LIMITS = {
    FilingType.REFERRAL: ("referral", "N-065"),
    FilingType.EMERGENCY: ("emergency", "N-061"),
    FilingType.OTHER_TEMPORARY: ("own_choice", "N-066"),
}
