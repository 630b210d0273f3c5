"""Levels of which the dataset says nothing: declared as gaps, unless something was found for them."""

from pathlib import Path

import pytest
import yaml
from convert_figures.dataset import Area
from convert_figures.drafts import Shortfall
from convert_figures.local_finds import LocalFinds
from convert_figures.shortfalls import shortfalls
from convert_figures.written import file_text

from desktop_app.domain.coverage import CoverageKind
from desktop_app.domain.person import Scheme
from desktop_app.storage.figure_schema import FigureFile
from tests.packaging.dataset_at_hand import area, levels, scheme

SMALL_ONLY = levels([0, 0.5, 0], [0, 0.5, 0], None, None, None)
"""Residents' visits as the dataset has them for most of Hubei: nothing on levels 2 and 3."""


def city(folder: Path, code: str = "140100") -> Area:
    """A city whose residents' visits are said for small clinics alone."""
    return area(folder, code, resident=scheme(outpatient={"levels": SMALL_ONLY}))


def found(folder: Path, *lines: str) -> LocalFinds:
    """What was found for residents' visits in 140100."""
    folder.mkdir()
    block = (
        'province: "140000"\nblocks:\n- region: "140100"\n  scheme: resident\n  kind: outpatient\n  source: notice\n'
        "  evidence: reported\n  from: 2020-01-01\n  figures:\n"
    )
    text = block + "".join(f"  - {{{line}}}\n" for line in lines) if lines else 'province: "140000"\nblocks: []\n'
    (folder / "140000-shanxi.yaml").write_text(text, encoding="utf-8")
    return LocalFinds.read(folder)


def test_levels_nobody_speaks_of_are_a_gap(tmp_path: Path) -> None:
    """Two cities in one line; a third, of which everything is said, in none."""
    places = [(city(tmp_path, code), code) for code in ("140100", "140200")]
    places.append((area(tmp_path, "140300"), "140300"))
    assert list(shortfalls(places, found(tmp_path / "finds"))) == [
        Shortfall(("140100", "140200"), "resident", "outpatient", "二级、三级医院的普通门诊付不付、怎么付，没有找到")
    ]


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (("figure: ratio, value: 0.4", "figure: deductible, value: 0"), None),
        (
            ("figure: ratio, level: level2, value: 0.4", "figure: deductible, level: level2, value: 0"),
            "三级医院的普通门诊付不付、怎么付，没有找到",
        ),
        (("figure: ratio, value: 0.4",), "二级、三级医院的普通门诊付不付、怎么付，没有找到"),
        (
            ("figure: ratio, value: 0.4, until: 2026-01-01", "figure: deductible, value: 0"),
            "二级、三级医院的普通门诊付不付、怎么付，没有找到",
        ),
    ],
)
def test_what_was_found_closes_the_gap(tmp_path: Path, lines: tuple[str, ...], reason: str | None) -> None:
    """Ratio and deductible, for as long as the dataset would have held: half of that leaves the gap."""
    left_open = shortfalls([(city(tmp_path), "140100")], found(tmp_path / "finds", *lines))
    assert [one.reason for one in left_open] == ([] if reason is None else [reason])


def test_the_gap_is_written_before_the_figures() -> None:
    """Read again it is the gap that was meant; a province without one has no word of gaps."""
    gap = Shortfall(("140100", "140200"), "resident", "outpatient", "没有找到")
    written = FigureFile.model_validate(yaml.safe_load(file_text("某省", "x.yaml", "140000", [], [gap]) + " []"))
    [declared] = written.gaps
    assert (declared.region, declared.scheme, declared.kind, declared.reason) == (
        ("140100", "140200"), Scheme.RESIDENT, CoverageKind.OUTPATIENT, "没有找到",
    )  # fmt: skip
    assert "gaps" not in file_text("某省", "x.yaml", "140000", [])
