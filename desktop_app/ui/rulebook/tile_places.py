"""Where each province stands in the tile map: the customary grid, one tile each, neighbours near each other."""

from typing import Final, NamedTuple


class TilePlace(NamedTuple):
    """A column from the west and a row from the north."""

    column: int
    row: int


_GRID: Final = """
    ..     ..     ..     ..     ..     ..     ..     230000
    660000 ..     ..     ..     ..     150000 ..     220000
    650000 ..     620000 640000 140000 110000 120000 210000
    540000 630000 ..     610000 410000 130000 370000 ..
    ..     ..     510000 500000 420000 340000 320000 310000
    ..     ..     530000 520000 430000 360000 330000 ..
    ..     ..     ..     450000 440000 350000 ..     ..
    ..     ..     ..     ..     460000 ..     ..     ..
"""


def tile_places() -> dict[str, TilePlace]:
    """The place of every province's tile, by the province's code; the corps (兵团) stands beside Xinjiang."""
    rows = [line.split() for line in _GRID.strip().splitlines()]
    return {
        code: TilePlace(column, row)
        for row, codes in enumerate(rows)
        for column, code in enumerate(codes)
        if code.isdigit()
    }
