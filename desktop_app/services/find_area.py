"""Find the one place a person means by a code or a name."""

from typing import Final

from desktop_app.domain.message import message
from desktop_app.domain.region import RegionMatch
from desktop_app.errors import Problem
from desktop_app.storage.rule_pack import RulePack

_SHOWN: Final = 5


def find_area(rulebook: RulePack, text: str) -> RegionMatch:
    """The place with this code or name; of places that share a name's beginning the pooling area (太原市 for 太原).

    Raises Problem where no place or more than one fits, and where nobody is insured: a province of several areas, Hong
    Kong, Macau, Taiwan.
    """
    matches = rulebook.find_regions(text)
    named = [match for match in matches if text in {match.region.code, match.region.name}]
    begun = [match for match in matches if match.region.name.startswith(text)]
    fitting = named or begun or list(matches)
    pools = [match for match in fitting if match.area is not None and match.area.code == match.region.code]
    found = pools if len(pools) == 1 else fitting
    if not found:
        raise Problem(message("rulebook.search.nothing", query=text))
    if len(found) > 1:
        names = tuple(f"{match.region.code} {match.within}{match.region.name}" for match in found[:_SHOWN])
        raise Problem(message("rulebook.show.which", value=text, allowed=names))
    if found[0].area is None:
        raise Problem(message("rulebook_page.no_area", value=found[0].region.name))
    return found[0]
