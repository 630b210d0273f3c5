"""Chongqing is one pooling area (统筹区) that still asks whose district a level 3 hospital lies in (L2009)."""

from desktop_app.domain.advice import FilingVerdict
from desktop_app.domain.care import Level
from desktop_app.rules.situation import Situation

AREA = "500000"
MAIN_CITY = frozenset({"500103", "500104", "500105", "500106", "500107", "500108", "500109", "500112", "500113"})
"""The nine districts of the main city, which count as one."""

TO_TELL = frozenset({FilingVerdict.ADVISED, FilingVerdict.DEEMED})
"""The verdicts at home after which the district is told: nothing frees a rescue (急诊抢救) from that."""

TOP_LEVELS = frozenset({Level.LEVEL3, Level.LEVEL3_TOP})


def keeps_districts(situation: Situation) -> bool:
    """Whether this is a stay in Chongqing of somebody insured there, where districts may matter at all."""
    inside = situation.insured.code == AREA and situation.place is not None and situation.place.code == AREA
    return inside and situation.is_stay


def outside_home_district(situation: Situation) -> bool | None:
    """Whether a stay in Chongqing is filed with the home district afterwards; None while a district is not known.

    That asks for a level 3 hospital outside the district of insurance; levels 1 and 2 are open to everybody.
    """
    care = situation.care
    if not keeps_districts(situation) or care.level not in TOP_LEVELS | {Level.UNKNOWN}:
        return False
    home, there = _block(situation.insured_code), _block(care.region or AREA)
    if home and there and home == there:
        return False
    return True if home and there and care.level in TOP_LEVELS else None


def _block(code: str) -> str | None:
    """The district as the rule sees it; None for the municipality as a whole."""
    if code in MAIN_CITY:
        return "main city"
    return None if code.endswith(("0000", "0100")) else code
