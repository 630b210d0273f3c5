"""Found places as JSON and as lines of text, for `yidi regions`."""

from desktop_app.domain.message import Message, message
from desktop_app.domain.region import PoolingArea, RegionMatch


def region_document(match: RegionMatch) -> dict[str, object]:
    """A place with what it lies in and its pooling area; `area` is null for a province of several."""
    region = match.region
    return {
        "code": region.code,
        "name": region.name,
        "level": region.level.value,
        "within": match.within,
        "pinyin": region.pinyin,
        "area": _area_document(match.area) if match.area else None,
    }


def region_message(match: RegionMatch) -> Message:
    """A place on one line: code, name, what it lies in, and the line to call."""
    region, area = match.region, match.area
    pool = area.name if area and area.code != region.code else ""
    return message(
        "rulebook.search.found",
        code=region.code,
        name=region.name,
        within=match.within,
        pool=pool,
        line=(area.hotline or "") if area else "",
    )


def _area_document(area: PoolingArea) -> dict[str, object]:
    return {"code": area.code, "name": area.name, "province": area.province, "line": area.hotline}
