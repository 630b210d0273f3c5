"""What a later stay begins with when the payment of the one before is known only as a range."""

from tests.rules.estimate.sums import benefits, estimated, exact, flat, ranged, stay, yuan


def test_a_range_is_carried_into_the_next_stay() -> None:
    """Two stays of 10,000 at 50 to 70 %, likely 60 %, cap 10,000.

    The first pays 5,000 … 7,000, likely 6,000. It leaves 5,000 … 3,000 of the cap, likely 4,000: the second, due 5,000
    at the least, pays 4,000 at the likely figures, and between what 7,000 leave and what 5,000 leave.
    """
    figures = benefits(ratio=ranged(flat(50), flat(60), flat(70)), cap=exact(yuan(10000)))
    first, second = estimated(figures, stay(10000), stay(10000))
    assert first.fund_total is not None
    assert second.fund_total is not None
    ends = [(each.low, each.likely, each.high) for each in (first.fund_total, second.fund_total)]
    assert ends[0] == (yuan(5000), yuan(6000), yuan(7000))
    assert ends[1] == (yuan(3000), yuan(4000), yuan(5000))
