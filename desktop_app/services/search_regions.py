"""Find a place by what somebody types."""

from desktop_app.domain.region import RegionMatch
from desktop_app.storage.rule_pack import RulePack


def search_regions(rulebook: RulePack, query: str, limit: int = 20) -> tuple[RegionMatch, ...]:
    """Places by 汉字, pinyin, initials, county name or code, best first, each with its pooling area."""
    return rulebook.find_regions(query, limit)
