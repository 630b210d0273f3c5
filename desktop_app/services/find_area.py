"""Find the one place a person means by a code or a name."""

from difflib import get_close_matches
from typing import Final

from desktop_app.domain.message import message
from desktop_app.domain.region import RegionMatch
from desktop_app.errors import Problem
from desktop_app.storage.region_keys import typed
from desktop_app.storage.rule_pack import RulePack

_SHOWN: Final = 5
_SUGGESTED: Final = 3
_RESEMBLANCE: Final = 0.5
"""Half of the characters: of a name of two, one."""

_OUTSIDE: Final = ("71", "81", "82")
"""Taiwan, Hong Kong and Macau, which have insurance of their own."""


def find_area(rulebook: RulePack, text: str) -> RegionMatch:
    """The place that fits this code or name best; of several the pooling area (太原市 for 太原, 朝阳市 for 朝阳).

    Raises Problem where no place or more than one fits, and where nobody is insured: a province of several areas, Hong
    Kong, Macau, Taiwan.
    """
    ranked = rulebook.rank_regions(text)
    if not ranked:
        suggested = _resembling(rulebook, text)
        raise Problem(message("rulebook.show.nothing", value=text, suggested=suggested))
    fitting = [match for match, fit in ranked if fit is ranked[0][1]]
    pools = [match for match in fitting if match.area is not None and match.area.code == match.region.code]
    found = pools if len(pools) == 1 else fitting
    if len(found) > 1:
        names = tuple(f"{match.region.code} {match.within}{match.region.name}" for match in found[:_SHOWN])
        raise Problem(message("rulebook.show.which", value=text, allowed=names))
    if found[0].area is None:
        raise _nobody_insured(rulebook, found[0])
    return found[0]


def _nobody_insured(rulebook: RulePack, match: RegionMatch) -> Problem:
    """The province's pooling areas, one of which is meant; outside the mainland there are none."""
    region = match.region
    if region.code.startswith(_OUTSIDE):
        return Problem(message("rulebook.show.outside", value=match.within + region.name))
    areas = (area.name for province in rulebook.provinces() if province.code == region.code for area in province.areas)
    return Problem(message("rulebook.show.province", value=region.name, allowed=tuple(areas)))


def _resembling(rulebook: RulePack, text: str) -> tuple[str, ...]:
    """Pooling areas that sound like that, then those whose name or pinyin is written nearly like it."""
    written, read = dict[str, str](), dict[str, list[str]]()
    syllables = dict[str, str]()
    for area in (area for province in rulebook.provinces() for area in province.areas):
        region = rulebook.region(area.code)
        spelled = region.pinyin.split() if region else []
        syllables |= dict(zip(area.name, spelled, strict=False))
        short = "".join(spelled[:-1])
        for sound in (short, "".join(spelled)):
            read.setdefault(sound, []).append(area.name)
        written |= dict.fromkeys((area.name, area.name[:-1], short), area.name)
    sound = "".join(syllables.get(character, character) for character in typed(text))
    near = get_close_matches(typed(text), written, _SUGGESTED, _RESEMBLANCE)
    found = (*read.get(sound, ()), *(written[one] for one in near))
    return tuple(dict.fromkeys(found))[:_SUGGESTED]
