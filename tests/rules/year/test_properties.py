"""What holds of every year: sums, signs, New Year, and that no figures inside the ranges lead outside."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from hypothesis import given, settings

from desktop_app.domain.benefits import Benefits
from desktop_app.domain.bill import YearToDate
from desktop_app.domain.care import CareKind
from desktop_app.domain.case import Episode
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Interval
from desktop_app.domain.year import Limit, YearOutlook
from tests.rules.estimate.boxes import Box, Dice, dice
from tests.rules.estimate.sums import estimated, stay
from tests.rules.year.outlooks import TODAY, outlook

SAMPLES = 3
Range = Interval | Limit


def year_of(box: Box, figures: Benefits, before: YearToDate | None = None) -> YearOutlook:
    """The outlook after the bills of a box, a month between each."""
    first = date(2026, 1, 15)
    episodes = [
        Episode(stay(1, first + timedelta(days=30 * number), admission=number + 1).care, bill)
        for number, bill in enumerate(box.bills)
    ]
    return outlook(figures, *episodes, person=box.person, before=box.used if before is None else before)


def ranges(found: YearOutlook) -> Iterator[tuple[str, Range | None]]:
    """Every amount of an outlook that may be a range, by its name."""
    yield "deductible", found.deductible.figure
    yield "deductible used", found.deductible.used
    yield "deductible left", found.deductible.left
    yield "deductibles paid", found.deductible.paid
    for cap in found.caps:
        yield f"{cap.fund} cap", cap.cap
        yield f"{cap.fund} used", cap.used
        yield f"{cap.fund} left", cap.left
    if found.critical:
        yield "counted", found.critical.counted
        yield "starts at", found.critical.starts_at
        yield "distance", found.critical.distance
    yield "balance", found.balance
    yield "now", found.now.personal
    yield "after", found.after.personal
    yield "difference", found.difference


def adds_up(used: Range | None, left: Range | None, whole: Range | None) -> bool:
    """Whether used and left make up the whole at the likely figures; where it has no end, neither has what is left."""
    assert used is not None
    assert left is not None
    assert whole is not None
    if whole.likely is None or left.likely is None or used.likely is None:
        return whole.likely == left.likely
    return used.likely + left.likely == whole.likely


def _holds(outer: Range, inner: Range) -> bool:
    """Whether a range holds another one's likely amount; no end is above everything."""
    low, high, amount = (_or_endless(each) for each in (outer.low, outer.high, inner.likely))
    return low <= amount <= high


def _or_endless(amount: Fen | None) -> float:
    return float("inf") if amount is None else amount


@settings(max_examples=25, deadline=None)
@given(rolled=dice())
def test_used_and_left_make_up_the_figure(rolled: Dice) -> None:
    """At the likely figures, for the deductible and every cap; and nothing is ever below 0 but the difference."""
    box = rolled.box()
    found = year_of(box, box.benefits)
    deductible = found.deductible
    assert adds_up(deductible.used, deductible.left, deductible.figure)
    for cap in found.caps:
        assert adds_up(cap.used, cap.left, cap.cap), cap.fund
    for name, amount in ranges(found):
        if amount is not None and name != "difference":
            assert all(end is None or end >= 0 for end in (amount.low, amount.likely, amount.high)), name


@settings(max_examples=25, deadline=None)
@given(rolled=dice())
def test_after_new_year_is_a_fresh_year(rolled: Dice) -> None:
    """The stay in January costs what it costs somebody who comes with nothing but the account."""
    box = rolled.box()
    found = year_of(box, box.benefits, before=YearToDate())
    bill = found.after.bill
    episode = Episode(stay(1, date(2027, 1, 1)).care, bill)
    (fresh,) = estimated(box.benefits, episode, person=box.person)
    assert found.after.estimate.amounts == fresh.amounts
    assert found.after.estimate.fund_total == fresh.fund_total


@settings(max_examples=25, deadline=None)
@given(rolled=dice(spread=0.5))
def test_nothing_inside_the_ranges_leads_outside(rolled: Dice) -> None:
    """Exact figures drawn from the ranges: every amount of their outlook lies between the ends."""
    box = rolled.box()
    found = dict(ranges(year_of(box, box.benefits)))
    for _ in range(SAMPLES):
        inside = year_of(box, rolled.inside(box))
        for name, amount in ranges(inside):
            outer = found.get(name)
            if amount is not None and outer is not None:
                assert _holds(outer, amount), (name, outer, amount)


@settings(max_examples=20, deadline=None)
@given(rolled=dice(spread=0.0))
def test_exact_figures_give_exact_amounts(rolled: Dice) -> None:
    """Nothing is widened where nothing is unknown."""
    box = rolled.box()
    assert all(amount is None or amount.low == amount.high for _, amount in ranges(year_of(box, box.benefits)))


def test_the_order_of_the_bills_does_not_matter() -> None:
    """Whoever writes the bills down in another order gets the same year."""
    rolled = Dice(Random(11), 0.5)
    for _ in range(4):
        box = rolled.box()
        days = [TODAY - timedelta(days=40 * number) for number in range(len(box.bills))]
        episodes = [
            Episode(stay(1, day, CareKind.OUTPATIENT).care, bill) for day, bill in zip(days, box.bills, strict=True)
        ]
        one, other = (outlook(box.benefits, *row, person=box.person) for row in (episodes, episodes[::-1]))
        assert dict(ranges(one)) == dict(ranges(other))


def test_agreeing_at_the_ends_is_not_agreeing_inside() -> None:
    """In this box the worst terms are the same now and in January, and so are the best; those between are not."""
    rolled = Dice(Random(1266), 0.4)
    box = rolled.box()
    found = year_of(box, box.benefits).difference
    assert found is not None
    inside = [year_of(box, rolled.inside(box)).difference for _ in range(8)]
    assert any(each is not None and each.likely != 0 for each in inside)
    assert all(each is None or _holds(found, each) for each in inside)
