"""The difference between two routes: the same unknown figures on both sides, and nothing inside lies outside."""

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from fractions import Fraction
from random import Random
from typing import Any

import pytest

from desktop_app.domain.benefits import Benefits
from desktop_app.domain.bill import Bill
from desktop_app.domain.care import LONG_TERM_TYPES, FilingRecord, FilingState, FilingType, Reason
from desktop_app.domain.case import Case
from desktop_app.domain.figure import Figure
from desktop_app.domain.money import Fen
from desktop_app.domain.person import Scheme
from desktop_app.domain.routes import Route
from desktop_app.rules.estimate.year import estimate_case
from desktop_app.rules.plan import make_plan
from desktop_app.rules.rulebook import BenefitQuery
from desktop_app.storage.rule_pack import RulePack
from tests.rules.cases import BEIJING, SHANGHAI, case

JOURNEYS = [("140100", BEIJING, Scheme.RESIDENT), ("320500", SHANGHAI, Scheme.EMPLOYEE)]
DRAWS = 40


class Settled:
    """A rulebook whose figures have all become known: each range is drawn once, the same for every question."""

    def __init__(self, pack: RulePack, lot: Random) -> None:
        self._pack = pack
        self._lot = lot
        self._drawn: dict[object, object] = {}

    def __getattr__(self, question: str) -> Any:  # noqa: ANN401 -- whatever else the rulebook answers
        return getattr(self._pack, question)

    def benefits(self, query: BenefitQuery) -> Benefits:
        """The figures, every one of them exact."""
        found = self._pack.benefits(query)
        known: dict[str, Any] = {}
        for field in fields(found):
            figure = getattr(found, field.name)
            if isinstance(figure, Figure) and not figure.exact:
                key = (field.name, figure)
                value = self._drawn.setdefault(key, between(figure.low, figure.high, self._lot.randint(0, 100)))
                known[field.name] = Figure(value, value, value, figure.provenance)
        return replace(found, **known)


def between(low: Any, high: Any, percent: int) -> Any:  # noqa: ANN401 -- figures of every shape
    """What lies so far from low to high; shapes are the same on both ends."""
    if low == high or low is None or high is None or isinstance(low, bool | Enum):
        return low
    if isinstance(low, int):
        return low + (high - low) * percent // 100
    if isinstance(low, Fraction):
        return low + (high - low) * Fraction(percent, 100)
    if isinstance(low, tuple):
        return tuple(between(*pair, percent) for pair in zip(low, high, strict=True))
    assert is_dataclass(low)
    assert not isinstance(low, type)
    parts = {field.name: between(getattr(low, field.name), getattr(high, field.name), percent) for field in fields(low)}
    return replace(low, **parts)


def by_hand(plain: Case, route: Route) -> Case:
    """The case by another route, as a clerk would change it."""
    care = plain.episodes[0].care
    if route is Route.AT_HOME:
        care = replace(care, region=plain.person.insured_region)
    else:
        type = FilingType.REFERRAL if route is Route.REFERRAL else FilingType.OTHER_TEMPORARY
        assert type not in LONG_TERM_TYPES
        record = FilingRecord(type=type, start=care.begins, until=None, region=care.region or "", with_papers=True)
        care = replace(care, filing=FilingState.FILED, filing_record=record)
        care = replace(care, reason=Reason.REFERRAL) if route is Route.REFERRAL else care
    return replace(plain, episodes=(replace(plain.episodes[0], care=care),))


@pytest.mark.parametrize("total", [800_000, 3_000_000, 60_000_000])
@pytest.mark.parametrize(("insured", "place", "scheme"), JOURNEYS)
def test_a_difference_holds_whatever_the_figures_turn_out_to_be(
    rulebook: RulePack, insured: str, place: str, scheme: Scheme, total: int
) -> None:
    """Once every figure is known, the difference lies where the plan said, whichever values they took."""
    plain = case(bill=Bill(total=Fen(total)), person={"insured_region": insured, "scheme": scheme}, region=place)
    money = make_plan(plain, rulebook).money
    assert money is not None
    lot = Random(total)
    for _ in range(DRAWS):
        known: Any = Settled(rulebook, lot)
        as_is = estimate_case(plain, known)[0].fund_total
        assert as_is is not None
        for alternative in money.alternatives:
            other = estimate_case(by_hand(plain, alternative.route), known)[0].fund_total
            assert other is not None
            assert alternative.difference is not None
            difference = other.likely - as_is.likely
            assert alternative.difference.low - 1 <= difference <= alternative.difference.high + 1
