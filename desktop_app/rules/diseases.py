"""Chronic and special diseases (门诊慢特病): which is meant, whether recognised, whether provinces settle it."""

from collections.abc import Iterable
from enum import StrEnum

from desktop_app.domain.message import Message
from desktop_app.domain.policy import ChronicDisease, ListingRule
from desktop_app.domain.region import Relation
from desktop_app.rules.situation import Situation


class Listing(StrEnum):
    """Whether a disease is settled across provinces on a day."""

    LISTED = "listed"
    BEING_LISTED = "being_listed"
    NOT_LISTED = "not_listed"
    DOES_NOT_BIND = "does_not_bind"
    PLACE_NOT_KNOWN = "place_not_known"
    NOT_KNOWN = "not_known"


def disease_named(diseases: Iterable[ChronicDisease], name: str) -> ChronicDisease | None:
    """The disease among these that goes by this name, alias or code."""
    wanted = name.strip().casefold()
    for disease in diseases:
        names = (disease.name, *disease.aliases, *disease.codes)
        if wanted in {known.casefold() for known in names}:
            return disease
    return None


def recognised(situation: Situation) -> bool | None:
    """Whether the disease in question is among those recognised (认定) for this person; None while it is not named."""
    name = situation.care.disease
    if name is None:
        return None
    listed = situation.rulebook.chronic_diseases()
    meant = disease_named(listed, name)
    for other in situation.person.chronic:
        if other.strip() == name.strip() or (meant is not None and disease_named(listed, other) == meant):
            return True
    return False


def listing(situation: Situation) -> Listing:
    """Whether the list of N-079 and N-080 holds the disease that day; inside a province the list does not bind."""
    if situation.relation is None:
        return Listing.NOT_KNOWN if situation.care.disease is None else Listing.PLACE_NOT_KNOWN
    if situation.relation is not Relation.CROSS_PROVINCE:
        return Listing.DOES_NOT_BIND
    if situation.care.disease is None:
        return Listing.NOT_KNOWN
    rule = listing_rule(situation)
    if rule is None:
        return Listing.NOT_LISTED
    return Listing.LISTED if rule.certain else Listing.BEING_LISTED


def listing_rule(situation: Situation) -> ListingRule | None:
    """The batch that brings the disease onto the list on the day of the visit."""
    disease = disease_named(situation.rulebook.chronic_diseases(), situation.care.disease or "")
    if disease is None:
        return None
    return next(
        (rule for rule in situation.rulebook.listings(situation.care.begins) if rule.batch == disease.batch), None
    )


def disease_name(situation: Situation) -> Message | str:
    """The disease as it is called on the list, else as the person calls it."""
    name = situation.care.disease
    if name is None:
        return Message("settlement.disease_not_named")
    disease = disease_named(situation.rulebook.chronic_diseases(), name)
    return disease.name if disease else name
