"""What is filed for an episode and covers it, and when it was filed, as far as the case says."""

from collections.abc import Mapping
from typing import Final

from desktop_app.domain.care import OVER, Care, Filed, FilingState, FilingType, Reason, Stage
from desktop_app.domain.case import Episode
from desktop_app.rules.coverage import holds_in
from desktop_app.rules.rulebook import RuleBook

_TYPES: Final[Mapping[Reason, tuple[FilingType, ...]]] = {
    Reason.RETIRED_RELOCATION: (FilingType.RETIRED_RELOCATION,),
    Reason.LONG_TERM_RESIDENCE: (FilingType.LONG_TERM_RESIDENCE,),
    Reason.WORK_POST: (FilingType.WORK_POST,),
    Reason.REFERRAL: (FilingType.REFERRAL,),
    Reason.EMERGENCY: (FilingType.EMERGENCY,),
    Reason.SELF_CHOSEN: (FilingType.OTHER_TEMPORARY,),
    Reason.STUDY: (FilingType.OTHER_TEMPORARY, FilingType.LONG_TERM_RESIDENCE),
}
"""The types a reason may be filed under; any where the reason is not known."""


def when_filed(episode: Episode) -> Filed:
    """When the filing was made. One that is late counts as in time while nothing has been settled (N-053).

    After discharge stands what was paid in full, or settled at the rate of the unfiled and is claimed again.
    """
    care, bill = episode.care, episode.bill
    if care.filing is not FilingState.LATE or care.emergency:
        return Filed.IN_TIME
    again = care.stage in OVER and bill is not None and bill.funds_paid is not None
    return Filed.AFTER_DISCHARGE if again or care.stage is Stage.DISCHARGED_PAID else Filed.IN_HOSPITAL


def possible_filings(care: Care, rulebook: RuleBook, filed: Filed = Filed.IN_TIME) -> tuple[FilingType | None, ...]:
    """What is filed and covers this care, None for nothing; several, the likely first, where that is not known.

    Emergency rescue counts as filed (N-059). Filed without a record is taken at its word, with the type that the
    reason asks for. What a filing after discharge is worth is the insured region's to say (N-055): as much as one in
    time, or as little as none (N-057).
    """
    if care.emergency:
        return (FilingType.EMERGENCY,)
    if care.filing is FilingState.NONE:
        return (None,)
    types = _TYPES.get(care.reason, tuple(FilingType))
    if care.filing is FilingState.UNKNOWN:
        return (None, *types)
    if care.filing_record is not None:
        if not _covers(care, rulebook):
            return (None,)
        types = (care.filing_record.type,)
    return (*types, None) if filed is Filed.AFTER_DISCHARGE else types


def _covers(care: Care, rulebook: RuleBook) -> bool:
    """Whether the filing on record holds on the day of admission or visit, and in this place."""
    record = care.filing_record
    if record is None:
        return False
    in_time = record.start <= care.begins and (record.until is None or care.begins <= record.until)
    return in_time and (care.region is None or holds_in(record.region, care.region, rulebook))
