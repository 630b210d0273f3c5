"""How a figure is put into words: exact ones, ranges, and structures of them."""

from fractions import Fraction

import pytest

from desktop_app.domain.figure import (
    AccountOrder,
    AssistanceTerms,
    CriticalIllness,
    Factor,
    Figure,
    FigureName,
    Origin,
    OwnRatio,
    Points,
    Schedule,
    Supplement,
)
from desktop_app.domain.message import Message
from desktop_app.rules.estimate.used_figures import figure_text
from tests.rulebooks import TYPICAL
from tests.rules.estimate.sums import banded, critical, flat, percent, yuan

NAME = FigureName


def told(name: FigureName, low: object, value: object, high: object) -> str:
    """The sentence by its ids and numbers, nested ones in brackets."""
    return _said(figure_text(name, Figure(value, low, high, TYPICAL)))


def known(name: FigureName, value: object) -> str:
    """A figure that is known."""
    return told(name, value, value, value)


def _said(message: Message) -> str:
    parts = " ".join(f"{key}={_part(value)}" for key, value in message.parameters)
    return f"{message.id.removeprefix('estimate.').removeprefix('figure.')}({parts})"


def _part(value: object) -> str:
    if isinstance(value, Message):
        return _said(value)
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_part, value)) + "]"
    return str(value)


KNOWN = [
    (NAME.CAP, yuan(5), "money(amount=500)"),
    (NAME.CAP, None, "no_cap()"),
    (NAME.CAP_PER_VISIT, None, "no_cap()"),
    (NAME.ELSEWHERE, None, "none()"),
    (NAME.CRITICAL, None, "none()"),
    (NAME.DEDUCTIBLE, (yuan(5), yuan(3)), "listed(values=[money(amount=500), money(amount=300)])"),
    (NAME.BONUS, percent(5), "points(value=1/20)"),
    (NAME.OWN_SHARE_FACTOR, percent(50), "ratio(value=1/2)"),
    (NAME.ELSEWHERE_FIRST_PAY, percent(10), "ratio(value=1/10)"),
    (NAME.ACCOUNT_ORDER, AccountOrder.FIRST, "account_order.first()"),
    (NAME.ELSEWHERE, Points(percent(10)), "points_less(value=1/10)"),
    (NAME.ELSEWHERE, Factor(percent(90)), "factor(value=9/10)"),
    (NAME.ELSEWHERE, OwnRatio(percent(55)), "own_ratio(value=11/20)"),
    (NAME.RATIO, flat(60), "ratio(value=3/5)"),
    (
        NAME.RATIO,
        banded((10000, 80), (None, 90)),
        "listed(values=[band(upper=1000000 ratio=ratio(value=4/5)), band_above(ratio=ratio(value=9/10))])",
    ),
    (
        NAME.SUPPLEMENT,
        Supplement(percent(80), None),
        "supplement(ratio=ratio(value=4/5) cap=no_cap())",
    ),
    (
        NAME.ASSISTANCE,
        AssistanceTerms(yuan(10), percent(50), yuan(20)),
        "assistance(deductible=money(amount=1000) ratio=ratio(value=1/2) cap=money(amount=2000))",
    ),
    (
        NAME.CRITICAL,
        critical(10, (10, 30, 60), (30, None, 70), origin=Origin.DEDUCTIBLE, cap=50),
        (
            "critical(deductible=money(amount=1000) tiers=[tier(lower=1000 upper=3000 ratio=ratio(value=3/5)), "
            "tier_above(lower=3000 ratio=ratio(value=7/10))] cap=money(amount=5000) origin=deductible)"
        ),
    ),
]


@pytest.mark.parametrize(("name", "value", "said"), KNOWN)
def test_a_known_figure(name: FigureName, value: object, said: str) -> None:
    """One value, without any range."""
    assert known(name, value) == said


def schedules(*shares: int) -> tuple[Schedule, ...]:
    """One ratio each."""
    return tuple(flat(share) for share in shares)


def tiered(deductible: int, share: int, cap: int | None) -> CriticalIllness:
    """One tier."""
    return critical(deductible, (deductible, None, share), cap=cap)


RANGES = [
    (
        NAME.CAP,
        (yuan(3), yuan(5), yuan(9)),
        "range(value=money(amount=500) low=money(amount=300) high=money(amount=900))",
    ),
    (NAME.CAP, (yuan(3), yuan(5), None), "range(value=money(amount=500) low=money(amount=300) high=no_cap())"),
    (
        NAME.DEDUCTIBLE,
        ((yuan(3),), (yuan(5),), (yuan(9),)),
        "listed(values=[range(value=money(amount=500) low=money(amount=300) high=money(amount=900))])",
    ),
    (NAME.BONUS, (percent(0), percent(5), percent(10)), "points_range(value=1/20 low=0 high=1/10)"),
    (NAME.OWN_SHARE_FACTOR, (percent(50), percent(60), percent(70)), "ratio_range(value=3/5 low=1/2 high=7/10)"),
    (
        NAME.ELSEWHERE,
        (Points(percent(10)), Points(percent(15)), Points(percent(20))),
        "points_less_range(value=3/20 low=1/10 high=1/5)",
    ),
    (
        NAME.ELSEWHERE,
        (Factor(percent(80)), Factor(percent(85)), Factor(percent(90))),
        "factor_range(value=17/20 low=4/5 high=9/10)",
    ),
    (
        NAME.ELSEWHERE,
        (OwnRatio(percent(40)), OwnRatio(percent(50)), OwnRatio(percent(60))),
        "own_ratio_range(value=1/2 low=2/5 high=3/5)",
    ),
    (NAME.RATIO, schedules(50, 60, 70), "ratio_range(value=3/5 low=1/2 high=7/10)"),
    (
        NAME.SUPPLEMENT,
        tuple(Supplement(Fraction(share, 10), yuan(share)) for share in (4, 5, 6)),
        (
            "supplement(ratio=ratio_range(value=1/2 low=2/5 high=3/5) "
            "cap=range(value=money(amount=500) low=money(amount=400) high=money(amount=600)))"
        ),
    ),
    (
        NAME.ASSISTANCE,
        tuple(AssistanceTerms(yuan(share), Fraction(share, 10), None) for share in (4, 5, 6)),
        (
            "assistance(deductible=range(value=money(amount=500) low=money(amount=400) high=money(amount=600)) "
            "ratio=ratio_range(value=1/2 low=2/5 high=3/5) cap=no_cap())"
        ),
    ),
    (
        NAME.CRITICAL,
        (tiered(5, 50, 10), tiered(5, 60, 20), tiered(5, 70, None)),
        (
            "critical(deductible=money(amount=500) tiers=[tier_above(lower=500 "
            "ratio=ratio_range(value=3/5 low=1/2 high=7/10))] "
            "cap=range(value=money(amount=2000) low=money(amount=1000) high=no_cap()) origin=zero)"
        ),
    ),
]


@pytest.mark.parametrize(("name", "ends", "said"), RANGES)
def test_a_figure_known_as_a_range(name: FigureName, ends: tuple[object, object, object], said: str) -> None:
    """The likely value, then the lowest and the highest."""
    assert told(name, *ends) == said


def test_a_range_that_mixes_forms_is_refused() -> None:
    """Points at one end and a factor at the other have no words."""
    with pytest.raises(TypeError, match="no text for"):
        told(NAME.ELSEWHERE, Points(percent(10)), Factor(percent(90)), Points(percent(20)))
