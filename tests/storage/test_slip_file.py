"""Slip files: any of a slip's lines, exactly as written; everything that cannot stand on a slip is refused."""

from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.slip import SlipLine
from desktop_app.errors import Problem
from desktop_app.storage.slip_file import parse_slip, read_slip
from tests.rules.estimate.sums import yuan


def refusal(document: object) -> tuple[str, dict[str, Any]]:
    """The sentence with which a document is refused."""
    with pytest.raises(Problem) as refused:
        parse_slip(document)
    return refused.value.message.id, dict(refused.value.message.parameters)


def test_lines_come_in_the_order_of_a_slip(tmp_path: Path) -> None:
    """YAML in any order, decimals kept exactly; null is a line the slip does not state."""
    file = tmp_path / "slip.yaml"
    file.write_text("cash: 12600.10\ntotal: 50000\nfund_total: null\n", encoding="utf-8")
    assert read_slip(file).stated == ((SlipLine.TOTAL, yuan(50000)), (SlipLine.CASH, yuan("12600.10")))


def test_json_reads_the_same(tmp_path: Path) -> None:
    """JSON numbers are decimals as well."""
    file = tmp_path / "slip.json"
    file.write_text('{"total": 0.07}', encoding="utf-8")
    assert read_slip(file).amount(SlipLine.TOTAL) == 7


def test_a_line_no_slip_has() -> None:
    """An unknown key is named with those there are."""
    id, said = refusal({"total": 1, "basic": 1})
    assert (id, said["key"]) == ("problems.unknown_key", "basic")
    assert "basic_fund" in said["allowed"]


@pytest.mark.parametrize(
    ("document", "id", "key"),
    [
        ({"cash": -1}, "problems.negative", "cash"),
        ({"cash": "0.001"}, "problems.not_money", "cash"),
        ({"cash": "much"}, "problems.not_a_number", "cash"),
        ([1], "problems.not_a_block", "slip"),
        ({"total": 100, "basic_fund": "100.01"}, "problems.part_above_total", "basic_fund"),
    ],
)
def test_what_cannot_stand_on_a_slip(document: object, id: str, key: str) -> None:
    """Each is refused with its key."""
    found, said = refusal(document)
    assert (found, said["key"]) == (id, key)


def test_an_empty_slip() -> None:
    """A slip that states nothing cannot be compared."""
    assert refusal({})[0] == "problems.slip_empty"
    assert refusal({"total": None})[0] == "problems.slip_empty"


def test_parts_above_the_total() -> None:
    """60 + 45 is more than 100; five fen more are rounding and pass."""
    id, said = refusal({"total": 100, "out_of_catalogue": 60, "eligible": 45})
    assert (id, said["value"], said["total"]) == ("problems.parts_above_total", "105.00", "100.00")
    assert said["key"] == ("out_of_catalogue", "eligible")
    assert parse_slip({"total": 100, "out_of_catalogue": 60, "eligible": "40.05"}).amount(SlipLine.ELIGIBLE) == 4005


def test_payers_that_miss_the_total_are_not_refused() -> None:
    """Funds and cash that do not come to the total are worth asking about, no mistake of who copied them."""
    assert parse_slip({"total": 100, "fund_total": 60, "cash": 30}).amount(SlipLine.CASH) == 3000
