"""Under which national type, and under which category of the insured region itself, the care is filed."""

from desktop_app.domain.advice import LocalCategory
from desktop_app.domain.care import FilingType, Reason
from desktop_app.domain.message import message
from desktop_app.domain.person import Scheme, Status
from desktop_app.domain.policy import CategoryRule
from desktop_app.rules.situation import Situation

TYPES: dict[Reason, FilingType] = {
    Reason.RETIRED_RELOCATION: FilingType.RETIRED_RELOCATION,
    Reason.LONG_TERM_RESIDENCE: FilingType.LONG_TERM_RESIDENCE,
    Reason.WORK_POST: FilingType.WORK_POST,
    Reason.REFERRAL: FilingType.REFERRAL,
    Reason.EMERGENCY: FilingType.EMERGENCY,
    Reason.SELF_CHOSEN: FilingType.OTHER_TEMPORARY,
    Reason.STUDY: FilingType.OTHER_TEMPORARY,
}
"""The type of each reason (N-009 to N-016); for students a careful guess where the region does not say (N-017)."""


def type_asked(situation: Situation) -> FilingType | None:
    """The type to file under; None while the reason is not known."""
    category = category_of(situation)
    return category.type if category and category.type else TYPES.get(situation.reason)


def category_of(situation: Situation) -> CategoryRule | None:
    """The first category of the insured region that fits the case."""
    rules = situation.rulebook.categories(situation.insured_code, situation.care.begins)
    return next((rule for rule in rules if _fits(rule, situation)), None)


def local_category(situation: Situation) -> LocalCategory | None:
    """The category by its number and name in the insured region."""
    rule = category_of(situation)
    if rule is None:
        return None
    return LocalCategory(rule.number, message(f"filing.category.{rule.id}"), situation.cite(rule.binding.fact))


def type_is_a_guess(situation: Situation) -> bool:
    """Whether the region has to be asked for the type: students are filed differently from place to place."""
    return situation.reason is Reason.STUDY and category_of(situation) is None


def unlikely_type(situation: Situation) -> str | None:
    """Which question to ask where the reason does not go with the person: the region may file it under another type."""
    person = situation.person
    if situation.reason is Reason.RETIRED_RELOCATION and person.status in NOT_RETIRED:
        return "not_retired"
    return "resident_posted" if situation.reason is Reason.WORK_POST and person.scheme is Scheme.RESIDENT else None


UNLIKELY = {"not_retired": ("N-010",), "resident_posted": ("N-012",)}
"""The facts behind these questions: only the retired settle elsewhere as such, only employees are posted."""

NOT_RETIRED = frozenset({Status.WORKING, Status.ADULT, Status.CHILD, Status.STUDENT})


def _fits(rule: CategoryRule, situation: Situation) -> bool:
    return (
        rule.binding.covers(situation.person)
        and (not rule.reasons or situation.reason in rule.reasons)
        and (not rule.statuses or situation.person.status in rule.statuses)
        and (not rule.kinds or situation.care.kind in rule.kinds)
        and (not rule.relations or situation.relation in rule.relations)
    )
