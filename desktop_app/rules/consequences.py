"""What care elsewhere costs in benefits, by how it was filed: the insured region's own words, else the nation's limits."""

from desktop_app.domain.care import LONG_TERM_TYPES, FilingType
from desktop_app.domain.message import message
from desktop_app.domain.outcome import Reasoned
from desktop_app.rules.filing_type import type_asked
from desktop_app.rules.situation import Situation

MOST = 2


def consequences(situation: Situation) -> tuple[Reasoned, ...]:
    """Facts about the payment with and without a filing; the nation's limit (N-064 to N-066) where no region says more."""
    rules = situation.rulebook.consequences(situation.insured_code, situation.care.begins)
    local = dict.fromkeys(
        rule.binding.fact
        for rule in rules
        if not rule.binding.national
        and rule.binding.covers(situation.person)
        and (not rule.kinds or situation.care.kind in rule.kinds)
    )
    said = [situation.reasoned(message("filing.why.costs", rule=situation.statement(n)), n) for n in local]
    return tuple(said[:MOST]) or national_limit(situation)


def national_limit(situation: Situation) -> tuple[Reasoned, ...]:
    """By how much the nation lets regions pay less for this reason."""
    type = type_asked(situation)
    if type is None:
        return ()
    id, number = ("long_term", "N-064") if type in LONG_TERM_TYPES else _LIMITS[type]
    return (situation.reasoned(message(f"filing.costs.{id}"), number, "N-067"),)


_LIMITS = {
    FilingType.REFERRAL: ("referral", "N-065"),
    FilingType.EMERGENCY: ("emergency", "N-061"),
    FilingType.OTHER_TEMPORARY: ("own_choice", "N-066"),
}
