"""Whether a filing (备案) that somebody already has reaches this care: its place, and its day of admission or visit."""

from enum import StrEnum

from desktop_app.domain.care import Care, FilingRecord, FilingState
from desktop_app.rules.rulebook import RuleBook


class Coverage(StrEnum):
    """What a filing is worth for one episode of care."""

    COVERS = "covers"
    NOT_FILED = "not_filed"
    LATE = "late"
    OTHER_PLACE = "other_place"
    STARTS_LATER = "starts_later"
    EXPIRED = "expired"
    NO_RECORD = "no_record"
    NOT_KNOWN = "not_known"


UNDECIDED = frozenset({Coverage.NO_RECORD, Coverage.NOT_KNOWN})
"""Nobody can tell whether a filing covers the care: its record has to be looked up first (N-042)."""


def coverage(care: Care, rulebook: RuleBook) -> Coverage:
    """What the filing is worth: it must hold for the place (N-040) and on the day on which the care begins.

    Both its first and its last day count; one that expires during the stay still counts (N-048).
    One filing serves every kind of care (N-043).
    """
    record = care.filing_record
    if care.filing is FilingState.UNKNOWN:
        return Coverage.NOT_KNOWN
    if care.filing is FilingState.NONE:
        return Coverage.NOT_FILED
    if record is None:
        return Coverage.LATE if care.filing is FilingState.LATE else Coverage.NO_RECORD
    return _recorded(record, care, rulebook)


def _recorded(record: FilingRecord, care: Care, rulebook: RuleBook) -> Coverage:
    if care.region is None:
        return Coverage.NOT_KNOWN
    if not holds_in(record.region, care.region, rulebook):
        return Coverage.OTHER_PLACE
    if care.begins < record.start:
        return Coverage.STARTS_LATER
    if record.until is not None and record.until < care.begins:
        return Coverage.EXPIRED
    return Coverage.COVERS


def holds_in(filed: str, region: str, rulebook: RuleBook) -> bool:
    """Whether a filing for `filed` holds in `region`: the same pooling area, or the province filed for as a whole."""
    one, other = rulebook.pooling_area(filed), rulebook.pooling_area(region)
    if filed == region or other is None:
        return filed == region
    return filed == other.province or (one is not None and one.code == other.code)
