"""The honest table: how far the figures of each area can be trusted, and which are missing without a word."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from fractions import Fraction
from pathlib import Path
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.domain.coverage import Calibration, Coverage, CoverageKind
from desktop_app.domain.figure import FigureName
from desktop_app.domain.message import message
from desktop_app.domain.person import Scheme
from desktop_app.domain.region import PoolingArea
from desktop_app.storage.data_text import Build, Parsed
from desktop_app.storage.figure_coverage import RulesAtHand, coverage_of
from desktop_app.storage.figure_finds import FILE, FindEntry, Shipped
from desktop_app.storage.figure_rule import FigureRule
from desktop_app.storage.figure_schema import FigureFile
from desktop_app.storage.figure_tables import CalibrationRow, CoverageRow
from desktop_app.storage.region_shelf import area_of
from desktop_app.storage.tables import AreaRow

_WANTED: Final = (CoverageKind.INPATIENT, CoverageKind.OUTPATIENT)
_Gap = tuple[str, Scheme, CoverageKind]


def compile_coverage(files: Sequence[Parsed[FigureFile]], rules: Iterable[FigureRule], build: Build) -> None:
    """Fills coverage for the day on which the facts were checked, and counts how many finds the ranges hold.

    A scheme without all of its inpatient or outpatient figures is a problem unless `gaps` in the province's file says
    why; so is a gap that is none.
    """
    assert build.checked_on is not None  # the edition is read before figures are compiled
    with Session(build.connection) as session:
        areas = {row.code: area_of(row) for row in session.scalars(select(AreaRow).order_by(AreaRow.code))}
    at_hand = RulesAtHand(rules)
    rows = list(coverage_of(list(areas.values()), at_hand, build.checked_on))
    _check_gaps(files, rows, areas, build)
    build.insert(CoverageRow, [_row(row) for row in rows])
    _count_finds(Shipped(areas, at_hand, build.checked_on), build)


def _check_gaps(
    files: Sequence[Parsed[FigureFile]], rows: Sequence[Coverage], areas: Mapping[str, PoolingArea], build: Build
) -> None:
    declared = {gap: place for parsed in files for gap, place in _declared(parsed, build)}
    province_files = {parsed.content.province: parsed.file for parsed in files}
    for row in rows:
        gap, file = (row.area, row.scheme, row.kind), province_files.get(areas[row.area].province)
        place = (file, 1) if file else build.areas_at[row.area]
        what = {"area": areas[row.area].name, "kind": row.kind.value, "scheme": row.scheme.value}
        if row.kind in _WANTED and row.evidence is None and gap not in declared:
            build.problem(*place, "gaps", row.area, message("figures.data.gap", **what))
        if row.evidence is not None and gap in declared:
            build.problem(*declared[gap], "gaps", row.area, message("figures.data.no_gap", **what))


def _declared(parsed: Parsed[FigureFile], build: Build) -> Iterator[tuple[_Gap, tuple[Path, int]]]:
    for number, gap in enumerate(parsed.content.gaps):
        place = parsed.file, parsed.lines.of("gaps", number)
        for region in gap.region:
            build.need(*place, "region", region, build.known_regions)
            yield (region, gap.scheme, gap.kind), place


def _count_finds(shipped: Shipped, build: Build) -> None:
    file = build.data / "figures" / FILE
    finds = build.rows(file, FindEntry) if file.is_file() else []
    for find in finds:
        build.need(find.file, find.line, "area", find.content.area, set(shipped.areas))
        build.need(find.file, find.line, "fact", find.content.fact, build.known_facts)
    if build.problems:
        return
    foreseen = sum(find.content.foreseen for find in finds)
    if foreseen * 10 < len(finds) * 9:
        share = Fraction(foreseen, len(finds))
        build.warn(file, 1, "low, high", share, message("figures.data.ranges", share=share, count=len(finds)))
    build.insert(CalibrationRow, [asdict(row) for row in _calibrations([find.content for find in finds], shipped)])


def _calibrations(finds: Iterable[FindEntry], shipped: Shipped) -> Iterator[Calibration]:
    """One for each figure, in the order in which the list brings them."""
    by_figure = defaultdict[tuple[CoverageKind, FigureName], list[FindEntry]](list)
    for find in finds:
        by_figure[find.counted_as, find.figure].append(find)
    for (kind, figure), found in by_figure.items():
        inside = sum(map(shipped.holds, found))
        yield Calibration(kind, figure, len(found), inside, sum(find.foreseen for find in found))


def _row(row: Coverage) -> dict[str, object]:
    return asdict(row)
