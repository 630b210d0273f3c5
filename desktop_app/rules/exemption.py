"""What the insured region's rules say of a case: which free it from filing, which ask for it, which dispute which."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.domain.care import LONG_TERM_TYPES, FilingType, Reason
from desktop_app.domain.policy import FilingEffect, FilingGround, FilingRule
from desktop_app.rules.filing_type import type_asked
from desktop_app.rules.situation import Situation


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """The rules that meet the case on the day the care begins, most specific first.

    `free` frees it beyond doubt; `doubted` free it too, but are disputed by `against`, only typical, an agreement
    between regions, or bound to a reason; `trips_only` would free it if it were a trip; `asking` ask for filing.
    """

    free: FilingRule | None
    doubted: tuple[FilingRule, ...]
    against: tuple[FilingRule, ...]
    trips_only: FilingRule | None
    asking: tuple[FilingRule, ...]

    @property
    def firmly_asking(self) -> tuple[FilingRule, ...]:
        """The rules that ask for filing and may carry the verdict by themselves."""
        return tuple(rule for rule in self.asking if rule.binding.firm)


def stance_on(situation: Situation) -> Stance:
    """What the rules in force on the day of admission or visit say; a later rule does not reach back."""
    rules = tuple(_meeting(situation))
    asking = tuple(rule for rule in rules if rule.effect is FilingEffect.REQUIRED)
    exempting = tuple(rule for rule in rules if rule.effect is FilingEffect.EXEMPT)
    usable = tuple(rule for rule in exempting if not (rule.temporary_only and is_long_term_or_referral(situation)))
    against = tuple(rule for rule in asking if rule.binding.firm and not rule.binding.national)
    free = next((rule for rule in usable if _beyond_doubt(rule, situation) and not against), None)
    return Stance(
        free=free,
        doubted=() if free else usable,
        against=against,
        trips_only=next((rule for rule in exempting if rule not in usable), None),
        asking=asking,
    )


def is_long_term_or_referral(situation: Situation) -> bool:
    """Whether the case is filed as something else than a trip, so that an exemption for trips does not free it."""
    return type_asked(situation) in LONG_TERM_TYPES | {FilingType.REFERRAL}


def _beyond_doubt(rule: FilingRule, situation: Situation) -> bool:
    """Whether an exemption is the region's own, well attested, and sure to be meant for this reason."""
    sure_of_reason = situation.reason is not Reason.UNKNOWN or not rule.temporary_only
    return rule.binding.firm and rule.ground is FilingGround.OWN and sure_of_reason


def _meeting(situation: Situation) -> Iterator[FilingRule]:
    for rule in situation.rulebook.filing_rules(situation.insured_code, situation.care.begins):
        if rule.binding.covers(situation.person) and _meets(rule, situation):
            yield rule


def _meets(rule: FilingRule, situation: Situation) -> bool:
    care = situation.care
    return (
        (not rule.relations or situation.relation in rule.relations)
        and (not rule.areas or bool(rule.areas & places_of(situation)))
        and (not rule.kinds or care.kind in rule.kinds)
        and (not rule.reasons or situation.reason in rule.reasons)
    )


def places_of(situation: Situation) -> set[str]:
    """The codes under which a rule may mean the place of care: as entered, its pooling area, its province."""
    place = situation.place
    return {situation.care.region or "", place.code, place.province} if place else set()
