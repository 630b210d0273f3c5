"""What the year's amounts say of themselves."""

import pytest

from desktop_app.domain.money import Fen
from desktop_app.domain.year import Limit


@pytest.mark.parametrize(
    ("limit", "exact"),
    [
        (Limit(Fen(100), Fen(100), Fen(100)), True),
        (Limit(None, None, None), True),
        (Limit(Fen(100), Fen(150), Fen(200)), False),
        (Limit(Fen(100), Fen(100), None), False),
    ],
)
def test_a_limit_is_known_where_its_ends_are_one(limit: Limit, exact: bool) -> None:
    """An amount, or surely no end; not what lies between two amounts or may have none."""
    assert limit.exact is exact
