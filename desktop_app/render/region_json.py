"""Found places as JSON, for `yidi regions --json`."""

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


def _area_document(area: PoolingArea) -> dict[str, object]:
    return {"code": area.code, "name": area.name, "province": area.province, "line": area.hotline}
