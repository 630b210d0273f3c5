"""Where to file (备案渠道): the easiest way first, the insured region's own before those of the whole country."""

from desktop_app.domain.advice import Reasoned
from desktop_app.domain.care import FilingType
from desktop_app.domain.message import message
from desktop_app.domain.policy import ChannelRule
from desktop_app.domain.region import Relation
from desktop_app.rules.situation import Situation


def filing_channels(situation: Situation, type: FilingType | None) -> tuple[Reasoned, ...]:
    """Every way to file this type, each once; a district of Chongqing is told at its counter or by phone."""
    rules = situation.rulebook.channels(situation.insured_code, situation.today)
    at_home = situation.relation is Relation.SAME_AREA
    fitting = [
        rule
        for rule in rules
        if rule.binding.covers(situation.person) and _serves(rule, type) and (not at_home or rule.id in AT_HOME)
    ]
    named = {(rule.id, rule.name): rule for rule in reversed(fitting)}
    order = sorted(named.values(), key=lambda rule: (RANKS.index(rule.id), fitting.index(rule)))
    return tuple(_way(situation, rule) for rule in order)


AT_HOME = frozenset({"window", "phone"})
"""Ways that also serve a notice inside one's own pooling area, where the pages for care elsewhere do not."""

RANKS = (
    "referral_hospital",
    "local",
    "national_app",
    "national_mini",
    "state_council_mini",
    "wechat",
    "window",
    "local_phone",
    "phone",
    "family_account",
    "agent",
)
"""The ways in the order in which most people would try them: what the hospital does itself, the phone, the counter."""


def _serves(rule: ChannelRule, type: FilingType | None) -> bool:
    return not rule.types or type in rule.types


def _way(situation: Situation, rule: ChannelRule) -> Reasoned:
    where = {"name": rule.name, "area": situation.insured_name, "line": situation.line}
    text = message(f"filing.channel.{rule.id}", **where)
    return situation.reasoned(text, rule.binding.fact)
