"""`yidi rules coverage`: the honest table, as a table and as JSON."""

import json
import re
from collections import Counter
from typing import Final

import pytest

from desktop_app.storage.rule_pack import RulePack
from tests.services.conftest import Yidi

GRADES: Final = ("official", "reported", "typical", "gap")
KINDS: Final = {"住院": "inpatient", "门诊": "outpatient", "大病": "catastrophic", "异地": "elsewhere"}
SCHEMES: Final = {"职工医保": "employee", "城乡居民医保": "resident"}


@pytest.fixture
def rows(yidi: Yidi) -> list[dict[str, str]]:
    """The table as programs read it."""
    found: list[dict[str, str]] = json.loads(yidi("coverage", "--json"))
    return found


def test_coverage_as_json_has_a_row_for_everything(rows: list[dict[str, str]], rulebook: RulePack) -> None:
    """348 areas × 2 schemes × 4 kinds = 2,784 rows, each once, with these four keys and these words only."""
    assert len(rows) == 2784
    assert {tuple(row) for row in rows} == {("code", "scheme", "kind", "evidence")}
    cells = {(row["code"], row["scheme"], row["kind"]) for row in rows}
    assert len(cells) == 2784
    assert len({code for code, _, _ in cells}) == 348
    assert {scheme for _, scheme, _ in cells} == set(SCHEMES.values())
    assert {kind for _, _, kind in cells} == set(KINDS.values())
    assert {row["evidence"] for row in rows} <= set(GRADES)
    assert all((area := rulebook.pooling_area(code)) and area.code == code for code, _, _ in cells)


def test_coverage_as_a_table_says_the_same(yidi: Yidi, rows: list[dict[str, str]]) -> None:
    """The country's counts by scheme, kind and grade, under all four words."""
    lines = yidi("coverage").splitlines()
    assert lines[0] == "各统筹区按最弱的一个数字分级"
    assert lines[1].split() == ["官方", "公开资料", "通行口径", "缺", "其中有官方数字的"]
    counted = Counter((row["scheme"], row["kind"], row["evidence"]) for row in rows)
    for line in lines[2:10]:
        scheme, kind, *numbers, _ = line.split()
        assert sum(map(int, numbers)) == 348
        assert [counted[SCHEMES[scheme], KINDS[kind], grade] for grade in GRADES] == list(map(int, numbers))


def test_official_figures_among_weaker_ones_are_counted_apart(yidi: Yidi, rows: list[dict[str, str]]) -> None:
    """Nanchang's ratios of stays are official (L1097), its deductibles are not: it is typical, and has some official.

    Elsewhere it is Jiangsu's bounds (N-069) and Linyi's rule (L1102).
    """
    nanchang = ("360100", "employee", "inpatient")
    assert [row["evidence"] for row in rows if (row["code"], row["scheme"], row["kind"]) == nanchang] == ["typical"]
    some = {tuple(line.split()[:2]): int(line.split()[-1]) for line in yidi("coverage").splitlines()[2:10]}
    assert some["职工医保", "住院"] == 1
    assert some["职工医保", "异地"] >= 12
    assert {some[key] for key in some if key[1] in {"门诊", "大病"}} == {0}


def test_each_figure_says_how_many_finds_its_ranges_hold(yidi: Yidi) -> None:
    """So that nobody takes the share of all figures together for that of one of them."""
    lines = yidi("coverage").splitlines()
    shares = {
        tuple(line.split()[:2]): line.split()[2:]
        for line in lines[lines.index("一个个数字看（假如没有找到它们）：") + 1 :]
    }
    assert len(shares) == 10
    for counted, share in shares.values():
        inside, compared = map(int, counted.split("/"))
        assert abs(float(share.removesuffix("%")) - 100 * inside / compared) <= 0.05
    assert float(shares["住院", "支付比例"][1].removesuffix("%")) >= 90


def test_coverage_by_province_adds_up(yidi: Yidi, rows: list[dict[str, str]]) -> None:
    """32 provinces with the corps; each cell's official/reported/typical/missing make up its areas."""
    lines = yidi("coverage").splitlines()
    start = lines.index("各省：官方/公开资料/通行口径/缺")
    columns = [(scheme, kind) for scheme in SCHEMES.values() for kind in KINDS.values()]
    provinces = [line.split() for line in lines[start + 2 : lines.index("", start)]]
    assert len(provinces) == 32
    total: Counter[tuple[str, str, str]] = Counter()
    for _, areas, *cells in provinces:
        for (scheme, kind), cell in zip(columns, cells, strict=True):
            numbers = list(map(int, cell.split("/")))
            assert sum(numbers) == int(areas)
            total.update({(scheme, kind, grade): number for grade, number in zip(GRADES, numbers, strict=True)})
    assert +total == Counter((row["scheme"], row["kind"], row["evidence"]) for row in rows)


@pytest.mark.parametrize(
    ("language", "pattern"),
    [
        ("zh_CN", r"(?P<compared>\d+) 个可比较的本地数字中，(?P<inside>\d+) 个落在现有范围内（(?P<share>[\d.]+)%）。"),
        (
            "en",
            r"(?P<inside>\d+) of (?P<compared>\d+) local finds lie inside .*\((?P<share>[\d.]+)%\)\.",
        ),
    ],
)
def test_coverage_says_how_many_finds_lie_inside(yidi: Yidi, language: str, pattern: str) -> None:
    """At least nine in ten; the share printed is that of the two numbers."""
    found = re.search(pattern, yidi("coverage", language=language))
    assert found
    inside, compared = int(found["inside"]), int(found["compared"])
    assert compared > 182
    assert 0.9 * compared <= inside <= compared
    assert abs(float(found["share"]) - 100 * inside / compared) <= 0.05


def test_a_kind_is_no_better_than_what_a_family_doctor_adds(rows: list[dict[str, str]]) -> None:
    """S4-06 promises Shanxi's residents more with a family doctor but not how much: all eleven areas are typical."""
    shanxi = [row for row in rows if row["code"].startswith("14") and row["scheme"] == "resident"]
    assert [row["evidence"] for row in shanxi if row["kind"] == "outpatient"] == ["typical"] * 11
