"""Divisions and pooling areas out of the rule pack."""

from functools import lru_cache
from typing import Final

from sqlalchemy import Engine, Executable, bindparam, func, select
from sqlalchemy.orm import Session

from desktop_app.domain.policy import NATION
from desktop_app.domain.region import PoolingArea, Province, Region, RegionLevel
from desktop_app.storage.tables import AreaRow, RegionAliasRow, RegionRow

REMEMBERED: Final = 1024
"""How many places are kept in mind: a pack never changes while it is open."""

_ALIAS: Final = select(RegionAliasRow.code).where(RegionAliasRow.alias == bindparam("code")).scalar_subquery()
_DIVISION: Final = (
    RegionRow.code,
    RegionRow.name,
    RegionRow.level,
    RegionRow.parent,
    RegionRow.pinyin,
    RegionRow.initials,
)
_AREA: Final = (AreaRow.code, AreaRow.name, AreaRow.province, AreaRow.province_name, AreaRow.hotline)
_PLACE: Final[Executable] = (
    select(*_DIVISION, *_AREA)
    .outerjoin(AreaRow, RegionRow.area == AreaRow.code)
    .where(RegionRow.code == func.coalesce(_ALIAS, bindparam("code")))
)
"""A division, by its own code or one that other lists use for it, with its pooling area."""


class RegionShelf:
    """Where places are looked up by code; codes other lists use for the municipalities are understood."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._place = lru_cache(REMEMBERED)(self._read)
        self.lineage = lru_cache(REMEMBERED)(self._lineage)

    def region(self, code: str) -> Region | None:
        """The division with this code, or None."""
        return self._place(code)[0]

    def pooling_area(self, code: str) -> PoolingArea | None:
        """The pooling area of a division; None for provinces of several areas and unknown codes."""
        return self._place(code)[1]

    def provinces(self) -> tuple[Province, ...]:
        """Every province that has pooling areas, with these, in the order of their codes."""
        with Session(self._engine) as session:
            areas = [area_of(row) for row in session.scalars(select(AreaRow).order_by(AreaRow.code))]
            rows = session.scalars(select(RegionRow).where(RegionRow.code.in_({area.province for area in areas})))
            found = {row.code: (row.name, row.short) for row in rows}
        return tuple(
            Province(code, *found[code], tuple(area for area in areas if area.province == code))
            for code in sorted(found)
        )

    def _read(self, code: str) -> tuple[Region | None, PoolingArea | None]:
        """The division and its pooling area, in one query."""
        with self._engine.connect() as connection:
            row = connection.execute(_PLACE, {"code": code}).first()
        if row is None:
            return None, None
        (code, name, level, *others), area = row[: len(_DIVISION)], row[len(_DIVISION) :]
        return Region(code, name, RegionLevel(level), *others), PoolingArea(*area) if area[0] else None

    def _lineage(self, code: str) -> tuple[str, ...]:
        """Where a rule for this place may be written, most specific first: it, its pooling area, province, nation."""
        region, area = self.region(code), self.pooling_area(code)
        above = (area.code, area.province) if area else (region.province,) if region else ()
        return tuple(dict.fromkeys((*([region.code] if region else []), *above, NATION)))


def region_of(row: RegionRow) -> Region:
    """The division in a row."""
    return Region(row.code, row.name, RegionLevel(row.level), row.parent, row.pinyin, row.initials)


def area_of(row: AreaRow) -> PoolingArea:
    """The pooling area in a row."""
    return PoolingArea(row.code, row.name, row.province, row.province_name, row.hotline)
