"""Redoes a printed calculation from the numbers in its lines alone, with arithmetic of its own."""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import Any

from desktop_app.domain.message import Message
from desktop_app.domain.outcome import Step

Numbers = Mapping[str, Any]


def redone(step: Step) -> int:
    """The amount of a line, worked out anew from the numbers in its sentence."""
    numbers = dict(step.how.parameters)
    return FORMULAS[step.how.id.removeprefix("estimate.step.")](numbers)


def ratio_of(how: Message) -> Fraction:
    """A ratio, worked out anew from how it came about."""
    said: Numbers = dict(how.parameters)
    if how.id != "estimate.ratio.adjusted":
        return Fraction(said["ratio"])
    share = said["local"] + said["bonus"]
    share = 1 - (1 - share) * said["own_share_factor"]
    share = (share - said["points"]) * said["factor"] if said["local"] else Fraction(0)
    return max(Fraction(0), min(Fraction(1), share))


def rounded(amount: Fraction, rounding: Message | None) -> int:
    """To the fen as the line says; half-up where it says nothing, which must then be exact."""
    mode = rounding.id.rpartition(".")[2] if rounding else "exact"
    whole = amount.numerator // amount.denominator
    rest = amount - whole
    if mode == "exact":
        assert rest == 0
    up = {
        "exact": False,
        "down": False,
        "half_up": rest >= Fraction(1, 2),
        "half_even": rest > Fraction(1, 2) or (rest == Fraction(1, 2) and whole % 2 == 1),
    }
    return whole + up[mode]


def _share(base: str) -> Callable[[Numbers], int]:
    return lambda said: rounded(said[base] * said["ratio"], said["rounding"] or None)


def _half_up(base: str) -> Callable[[Numbers], int]:
    return lambda said: int((2 * said[base] * said["ratio"] + 1) // 2)


def _half_up_sum(parts: Iterable[Message]) -> int:
    shares: list[Numbers] = [dict(part.parameters) for part in parts]
    return int((2 * sum(share["base"] * share["ratio"] for share in shares) + 1) // 2)


def _band(said: Numbers) -> int:
    assert ratio_of(said["how"]) == said["ratio"]
    return rounded(said["base"] * said["ratio"], said["rounding"] or None)


def _overflow(said: Numbers) -> Fraction:
    total = Fraction(0)
    for part in said["parts"]:
        numbers = dict(part.parameters)
        total += numbers["base"] - Fraction(numbers.get("room", 0)) / numbers.get("ratio", 1)
    assert total == said["overflow"]
    return total


def _parts(said: Numbers) -> int:
    return sum(dict(part.parameters)["amount"] for part in said["parts"])


def _left(said: Numbers) -> int:
    assert said["left"] == max(said["cap"] - said["used"], 0)
    return int(said["left"])


def _assistance(said: Numbers) -> int:
    return rounded(max(said["personal"] - said["deductible"], 0) * said["ratio"], said["rounding"] or None)


FORMULAS: dict[str, Callable[[Numbers], int]] = {
    "total": lambda said: said["amount"],
    "out_of_catalogue": lambda said: said["amount"],
    "over_limit": lambda said: said["amount"],
    "prior_self_pay.one": _half_up("class_b"),
    "prior_self_pay.several": lambda said: _half_up_sum(said["parts"]),
    "elsewhere_first_pay": _half_up("in_scope"),
    "eligible": lambda said: (
        said["total"] - said["out_of_catalogue"] - said["over_limit"] - said["prior_self_pay"] - said["first_pay"]
    ),
    "account_first": lambda said: min(said["balance"], said["eligible"]),
    "deductible.plain": lambda said: min(said["figure"], said["base"]),
    "deductible.admission": lambda said: min(said["figure"], said["base"]),
    "deductible.annual": lambda said: min(max(said["figure"] - said["paid"], 0), said["base"]),
    "deductible.joined": lambda said: min(max(said["figure"] - said["paid"], 0), said["base"]),
    "basic_segment.one": _band,
    "basic_segment.several": _band,
    "local_segment": _band,
    "basic_fund.sum": _parts,
    "basic_fund.year": lambda said: min(said["due"], _left(said)),
    "basic_fund.visit": lambda said: min(said["due"], said["cap"]),
    "supplement_fund.sum": lambda said: rounded(_overflow(said) * said["ratio"], said["rounding"] or None),
    "supplement_fund.capped": lambda said: min(
        rounded(_overflow(said) * said["ratio"], said["rounding"] or None), _left(said)
    ),
    "elsewhere_loss": lambda said: max(said["local"] - said["basic"], 0),
    "critical_counted": lambda said: max(
        said["base"] - said["basic"] - said["supplement"] - said["deductible"] - said["loss"], 0
    ),
    "critical_tier": _share("base"),
    "critical_fund.below": lambda _: 0,
    "critical_fund.sum": _parts,
    "critical_fund.capped": lambda said: min(said["due"], _left(said)),
    "assistance_fund.sum": _assistance,
    "assistance_fund.capped": lambda said: min(_assistance(said), _left(said)),
    "fund_total": lambda said: said["basic"] + said["supplement"] + said["critical"] + said["assistance"],
    "personal_account.first": lambda said: said["amount"],
    "personal_account.last": lambda said: min(said["balance"], said["personal"]),
    "top_up": lambda said: max(said["fund_total"] - said["paid"], 0),
    "cash": lambda said: said["total"] - said["fund_total"] - said["account"],
}
