"""Divisions and pooling areas, from `regions.csv` and `areas.csv` to the rule pack."""

from collections.abc import Mapping
from typing import Annotated, Literal, Protocol, TypeVar

from pydantic import BeforeValidator, StringConstraints

from desktop_app.domain.message import message
from desktop_app.storage.data_text import Build, CsvRow, Entry, Parsed
from desktop_app.storage.place_names import Readings, ShortNames
from desktop_app.storage.tables import AreaRow, RegionAliasRow, RegionRow

Code = Annotated[str, StringConstraints(pattern=r"^\d{6}$")]
Codes = Annotated[tuple[Code, ...], BeforeValidator(str.split)]
PlaceName = Annotated[str, StringConstraints(pattern=r"^\p{Han}+$")]
Hotline = Annotated[str, StringConstraints(pattern=r"^(0\d{2,3}-12393)?$")]


class Division(Entry):
    """A line of `regions.csv`: a division of GB/T 2260, or a pooling area it does not list."""

    code: Code
    name: PlaceName
    level: Literal["province", "prefecture", "county"]
    parent: Code | Literal[""]


class Area(Entry):
    """A line of `areas.csv`: a pooling area with its 12393 line.

    `also` are divisions it pools although they lie under another; `aliases` are codes other lists use for it.
    """

    code: Code
    name: PlaceName
    province: Code
    hotline: Hotline
    also: Codes
    aliases: Codes


Divisions = Mapping[str, CsvRow[Division]]
Areas = Mapping[str, CsvRow[Area]]


def compile_regions(build: Build) -> None:
    """Fills area, region and region_alias, and makes their codes known to the rest of the build."""
    divisions = _by_code(build, build.rows(build.data / "regions.csv", Division))
    build.known_regions.update(divisions)
    areas = _by_code(build, build.rows(build.data / "areas.csv", Area))
    build.areas_at.update({code: (area.file, area.line) for code, area in areas.items()})
    readings = build.read(build.data / "pinyin.yaml", Readings)
    short_names = build.read(build.data / "short_names.yaml", ShortNames)
    if readings is None or short_names is None or not divisions:
        return
    _check_codes(build, divisions, areas)
    if not build.problems:
        _check_readings(build, readings, divisions)
    if build.problems:
        return
    build.insert(AreaRow, [_area_row(area.content, divisions) for area in areas.values()])
    pools = _pools(divisions, areas)
    rows = [_region_row(division.content, readings.content, short_names.content) for division in divisions.values()]
    build.insert(RegionRow, [row | {"area": pools[str(row["code"])]} for row in rows])
    aliases = {alias: code for code, area in areas.items() for alias in area.content.aliases}
    build.insert(RegionAliasRow, [{"alias": alias, "code": code} for alias, code in sorted(aliases.items())])


class _Coded(Protocol):
    @property
    def code(self) -> str: ...


C = TypeVar("C", bound=_Coded)


def _by_code(build: Build, rows: list[CsvRow[C]]) -> dict[str, CsvRow[C]]:
    """The rows in the order of their codes; a code that stands twice is noted."""
    by_code: dict[str, CsvRow[C]] = {}
    for row in rows:
        code = row.content.code
        if by_code.setdefault(code, row) is not row:
            build.problem(row.file, row.line, "code", code, message("rulebook.data.twice", value=code))
    return dict(sorted(by_code.items()))


def _check_codes(build: Build, divisions: Divisions, areas: Areas) -> None:
    known = set(divisions)
    for division in divisions.values():
        if division.content.parent:
            build.need(division.file, division.line, "parent", division.content.parent, known)
    for area in areas.values():
        for code in (area.content.code, area.content.province, *area.content.also):
            build.need(area.file, area.line, "code", code, known)


def _check_readings(build: Build, readings: Parsed[Readings], divisions: Divisions) -> None:
    for number, place in enumerate(readings.content.places):
        division = divisions.get(place.code)
        if division is None or division.content.name != place.name or not place.fits:
            line = readings.lines.of("places", number, "pinyin")
            wrong = message("rulebook.data.reading", code=place.code, name=place.name)
            build.problem(readings.file, line, "pinyin", place.pinyin, wrong)


def _pools(divisions: Divisions, areas: Areas) -> dict[str, str | None]:
    """The pooling area of each division: the one that claims it, else its own, else that of the division above."""
    claimed = {code: area for area, row in areas.items() for code in row.content.also}

    def pool(code: str) -> str | None:
        here = claimed.get(code, code)
        if here in areas:
            return here
        parent = divisions[here].content.parent
        return pool(parent) if parent else None

    return {code: pool(code) for code in divisions}


def _area_row(area: Area, divisions: Divisions) -> dict[str, object]:
    return {
        "code": area.code,
        "name": area.name,
        "province": area.province,
        "province_name": divisions[area.province].content.name,
        "hotline": area.hotline or None,
    }


def _region_row(division: Division, readings: Readings, short_names: ShortNames) -> dict[str, object]:
    pinyin, *also = readings.of(division.code, division.name)
    return {
        "code": division.code,
        "name": division.name,
        "short": short_names.of(division.name),
        "level": division.level,
        "parent": division.parent or None,
        "pinyin": pinyin,
        "initials": "".join(syllable[0] for syllable in pinyin.split()),
        "also": also,
    }
