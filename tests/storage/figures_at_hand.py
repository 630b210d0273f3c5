"""Figures written in a test, compiled into a database of its own and looked up: three places, one fact, one source."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Final, TypeVar

from sqlalchemy import Engine, StaticPool, create_engine, insert

from desktop_app.domain.benefits import Benefits
from desktop_app.domain.care import CareKind, Level
from desktop_app.domain.figure import Figure, Gap, Schedule, Segment
from desktop_app.domain.person import Scheme, Status
from desktop_app.domain.region import PoolingArea
from desktop_app.rules.rulebook import BenefitQuery
from desktop_app.storage.compile_figures import compile_figures
from desktop_app.storage.data_text import Build, DataProblem
from desktop_app.storage.figure_lookup import FigureShelf
from desktop_app.storage.tables import FactRow, PackTable, SourceRow

T = TypeVar("T")
HERE: Final = PoolingArea("140100", "太原市", "140000", "山西省", "0351-12393")
NEXT_DOOR: Final = PoolingArea("140200", "大同市", "140000", "山西省", "0352-12393")
FAR: Final = PoolingArea("510100", "成都市", "510000", "四川省", "028-12393")
DAY: Final = date(2026, 6, 15)


class ThreePlaces:
    """Taiyuan with one of its counties, Datong, and Chengdu."""

    _areas: Final[Mapping[str, PoolingArea]] = {
        "140100": HERE,
        "140121": HERE,
        "140200": NEXT_DOOR,
        "510100": FAR,
    }

    def pooling_area(self, code: str) -> PoolingArea | None:
        """The pooling area of a code."""
        return self._areas.get(code)

    def lineage(self, code: str) -> tuple[str, ...]:
        """County, area, province, nation."""
        area = self._areas.get(code)
        return tuple(dict.fromkeys((code, area.code, area.province, "CN"))) if area else ("CN",)


def compiled(folder: Path, **files: str) -> tuple[Engine, list[DataProblem]]:
    """`data/figures` with these files (province as the name), compiled; the problems that were found."""
    (folder / "figures").mkdir(parents=True)
    for name, text in files.items():
        (folder / "figures" / f"{name.removeprefix('p')}.yaml").write_text(text, encoding="utf-8")
    engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    PackTable.metadata.create_all(engine)
    source = {"id": "notice", "title": "通知", "link": None}
    source |= dict.fromkeys(("number", "issuer", "published", "effective"), "")
    fact = {"number": "L2042", "topic": "inpatient", "text": "…", "regions": ["140000"], "schemes": [], "tiers": []}
    shown = {"in_regions": "typical", "elsewhere": None, "source": "notice", "place": "", "note": "", "effective": None}
    with engine.begin() as connection:
        build = Build(folder, connection, known_sources={"notice"}, known_facts={"L2042"})
        build.known_diseases.update({"血友病"})
        build.known_regions.update({"140000", "140100", "140121", "140200", "510000", "510100"})
        connection.execute(insert(SourceRow).values(**source))
        connection.execute(insert(FactRow).values(**fact, **shown, disagrees_with=[]))
        compile_figures(build)
    return engine, build.problems


def shelf(folder: Path, **files: str) -> FigureShelf:
    """A shelf with these figures, all of which must be in order."""
    engine, problems = compiled(folder, **files)
    assert problems == []
    return FigureShelf(engine)


def block(text: str, region: str = "140100", scheme: str = "employee", kind: str = "kind: inpatient") -> str:
    """A block of reported figures in force from 2025; lines of `text` are its entries."""
    lines = "".join(f"  - {{{line.strip()}}}\n" for line in text.strip().splitlines())
    shared = f'- region: "{region}"\n  scheme: {scheme}\n  {kind}\n  source: notice\n  evidence: reported\n'
    return f"{shared}  from: 2025-01-01\n  figures:\n{lines}"


def book(folder: Path, *blocks: str) -> FigureShelf:
    """A shelf with these blocks in one file."""
    return shelf(folder, p140000='province: "140000"\nblocks:\n' + "".join(blocks))


def asked(shelf: FigureShelf, query: BenefitQuery) -> Benefits:
    """What the shelf answers."""
    return shelf.benefits(query, ThreePlaces())


def stay(**changes: object) -> BenefitQuery:
    """A stay of a working employee of Taiyuan at a level 3 hospital there, with these changes."""
    usual: dict[str, object] = {
        "insured_region": "140100",
        "scheme": Scheme.EMPLOYEE,
        "kind": CareKind.INPATIENT,
        "on": DAY,
        "level": Level.LEVEL3,
        "status": Status.WORKING,
        "age": 45,
    }
    return BenefitQuery(**{**usual, **changes})  # type: ignore[arg-type]  # a test knows the fields it changes


def known(figure: Figure[T] | Gap) -> Figure[T]:
    """The figure, which must be there."""
    assert isinstance(figure, Figure)
    return figure


def bounds(figure: Figure[T] | Gap) -> tuple[T, T, T]:
    """Lowest, likely, highest."""
    found = known(figure)
    return found.low, found.value, found.high


def plain(low: int, likely: int, high: int) -> tuple[Schedule, Schedule, Schedule]:
    """Ratios in per cent as schedules of one band."""
    one, two, three = (Schedule(segments=(Segment(None, Fraction(ratio, 100)),)) for ratio in (low, likely, high))
    return one, two, three
