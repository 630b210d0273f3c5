"""The bill as a slip splits it, another share of class B, and items rounded one by one: amounts worked by hand."""

from typing import Any

import pytest

from desktop_app.domain.bill import Bill, ClassBPart
from desktop_app.domain.care import Care, CareKind
from desktop_app.domain.slip import Cause, Slip, SlipLine
from desktop_app.rules.estimate.reckoning import reckoning
from desktop_app.rules.slip.split_otherwise import bill_on_slip, split_otherwise
from desktop_app.rules.slip.supposing import World, supposed, world_of
from desktop_app.storage.slip_file import parse_slip
from tests.rules.estimate.sums import DAY, EMPLOYEE, UNUSED, benefits, bill, exact, flat, percent, yuan
from tests.rules.slip.slips import case

CARE = Care(kind=CareKind.INPATIENT, date=DAY)
BILL = bill(10000, out_of_catalogue=1000, over_limit=200, class_b=3000)
"""Class B at 10 %: 300 are paid first, 10,000 − 1,000 − 200 − 300 = 8,500 are eligible."""


def world(paid: Bill = BILL) -> World:
    """The bill at 60 %."""
    figures = benefits(ratio=exact(flat(60)), class_b_ratio=exact(percent(10)))
    return world_of(reckoning(EMPLOYEE, CARE, paid, UNUSED, figures))


def printed(**lines: Any) -> Slip:  # noqa: ANN401 -- amounts as they are printed
    """A slip with these lines."""
    return parse_slip(lines)


def split(found: Bill | None) -> tuple[int, int, int, int] | None:
    """Total, outside, above limits, paid first, in yuan."""
    if found is None:
        return None
    return (found.total // 100, found.out_of_catalogue // 100, found.over_limit // 100, found.class_b // 100)


SPLITS: list[tuple[dict[str, int], tuple[int, int, int, int] | None]] = [
    ({"basic_fund": 5100}, None),  # nothing of the bill is stated
    ({"total": 10000, "out_of_catalogue": 1000, "over_limit": 200, "prior_self_pay": 300}, None),  # the same
    ({"total": 9000}, (9000, 1000, 200, 300)),
    ({"out_of_catalogue": 1500}, (10000, 1500, 200, 300)),
    ({"over_limit": 0}, (10000, 1000, 0, 300)),
    ({"prior_self_pay": 400}, (10000, 1000, 200, 400)),
    ({"prior_self_pay": 0}, (10000, 1000, 200, 0)),
    ({"eligible": 8300}, (10000, 1000, 200, 500)),  # what is left is paid first
    ({"total": 11000, "eligible": 9500}, (11000, 1000, 200, 300)),
    ({"prior_self_pay": 400, "eligible": 8300}, (10000, 1000, 200, 400)),  # what is stated goes before what is left
    ({"eligible": 8800}, (10000, 1000, 200, 0)),
    ({"eligible": 8801}, None),  # would leave less than nothing
    ({"total": 1500, "prior_self_pay": 300}, (1500, 1000, 200, 300)),  # nothing eligible is left
    ({"total": 1499, "prior_self_pay": 300}, None),  # more parts than there is bill
]


@pytest.mark.parametrize(("lines", "found"), SPLITS)
def test_the_bill_as_the_slip_splits_it(lines: dict[str, int], found: tuple[int, int, int, int] | None) -> None:
    """What it states, else what the bill says; none where nothing differs or nothing adds up."""
    assert split(bill_on_slip(world(), printed(**lines))) == found


def test_what_is_paid_first_is_paid_whole() -> None:
    """400 are 400 whatever the share of class B; where nothing is paid first there is no such part."""
    some = bill_on_slip(world(), printed(prior_self_pay=400))
    none = bill_on_slip(world(), printed(prior_self_pay=0))
    assert some is not None
    assert none is not None
    assert some.own_ratio_parts == (ClassBPart(yuan(400), percent(100)),)
    assert none.own_ratio_parts == ()


@pytest.mark.parametrize(
    ("lines", "cause"), [({"total": 9000}, Cause.OTHER_BILL), ({"over_limit": 0}, Cause.CATALOGUE)]
)
def test_another_bill_and_another_catalogue(lines: dict[str, int], cause: Cause) -> None:
    """Another total is another bill; another split of the same total the hospital's catalogue."""
    found = next(each for each in split_otherwise(world(), printed(**lines)) if each.cause is cause)
    assert found.said.id == f"slip.cause.{cause.value}"
    assert found.reads == {
        SlipLine.TOTAL,
        SlipLine.OUT_OF_CATALOGUE,
        SlipLine.OVER_LIMIT,
        SlipLine.PRIOR_SELF_PAY,
        SlipLine.ELIGIBLE,
    }


def test_other_shares_of_class_b_are_tried_up_to_half() -> None:
    """0 to 50 %, the fives before the rest: 20 % of 3,000 leave 8,200, of which the fund pays 4,920."""
    here = world()
    found = [each for each in split_otherwise(here, printed(total=10000)) if each.cause is Cause.CLASS_B_RATIO]
    assert [dict(each.said.parameters)["ratio"] for each in found] == [percent(share) for share in range(51)]
    assert [each.rank for each in found[:6]] == [0, 1, 1, 1, 1, 0]
    then = supposed(here, found[20])
    assert then is not None
    assert then.settled.basic.paid == yuan(4920)
    without = world(bill(10000))
    assert not any(each.cause is Cause.CLASS_B_RATIO for each in split_otherwise(without, printed(total=10000)))


def test_items_of_class_b_may_be_rounded_one_by_one() -> None:
    """Three items of 0.05 and one of 1.00 at 10 %: 0.005 each is a fen each, and 0.10: 0.13 instead of 0.115 = 0.12."""
    items = [{"class": "B", "price": "0.05"}] * 3 + [{"class": "B", "price": 1}]
    own = [{"class": "B", "price": 2, "self_pay_ratio": "0.20"}, {"class": "A", "price": 100}]
    told = case(bill={"lines": [*items, *own], **dict.fromkeys(("total", "out_of_catalogue", "class_b"))})
    episode = told.episodes[0]
    assert episode.bill is not None
    here = world(episode.bill)
    [found] = [each for each in split_otherwise(here, printed(basic_fund=1)) if each.cause is Cause.ROUNDED_LINES]
    then = supposed(here, found)
    assert then is not None
    # 0.13 and 20 % of 2.00.
    assert then.settled.opening.split.prior_self_pay == yuan("0.53")
    assert dict(found.said.parameters) == {"count": 5}
