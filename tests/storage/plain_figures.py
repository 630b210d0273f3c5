"""A figure in a few words, as a person would note it down: 1700 then 500, 85 % to 120,000 and 80 % above, 5 points."""

from datetime import date
from fractions import Fraction
from typing import Final

from desktop_app.domain.care import CareKind, Level
from desktop_app.domain.figure import (
    CriticalIllness,
    Factor,
    Figure,
    FigureName,
    Gap,
    OwnRatio,
    Points,
    Schedule,
    Supplement,
)
from desktop_app.domain.person import STATUSES, Scheme
from desktop_app.rules.rulebook import BenefitQuery
from desktop_app.storage.rule_pack import RulePack

TODAY: Final = date(2026, 11, 21)


def query(region: str, scheme: Scheme, **changes: object) -> BenefitQuery:
    """A stay at a level 3 hospital at home today, 40 years old, with these changes."""
    usual: dict[str, object] = {
        "insured_region": region,
        "scheme": scheme,
        "kind": CareKind.INPATIENT,
        "on": TODAY,
        "level": Level.LEVEL3,
        "status": STATUSES[scheme][0],
        "age": 40,
    }
    return BenefitQuery(**{**usual, **changes})  # type: ignore[arg-type]  # a test knows the fields it changes


def asked(rulebook: RulePack, name: FigureName, question: BenefitQuery) -> Figure[object]:
    """The figure, which must be there."""
    found: Figure[object] | Gap = getattr(rulebook.benefits(question), name.value)
    assert isinstance(found, Figure), found
    return found


def noted(value: object) -> str:
    """Yuan without fen, ratios in per cent, `none` for what there is none of."""
    match value:
        case None:
            text = "none"
        case tuple():
            text = " ".join(_yuan(amount) for amount in value)
        case Fraction():
            text = _percent(value)
        case int():
            text = _yuan(value)
        case Points() | Factor() | OwnRatio():
            text = f"{_FORMS[type(value)]} {_percent(value.value)}"
        case _:
            text = _terms(value)
    return text


_FORMS: Final = {Points: "points", Factor: "times", OwnRatio: "pays"}


def _terms(value: object) -> str:
    match value:
        case Schedule():
            parts = [_percent(one.ratio) + (f" to {_yuan(one.upper)}" if one.upper else "") for one in value.segments]
            return " ".join(parts)
        case Supplement(ratio, cap):
            return f"{_percent(ratio)} to {_limit(cap)}"
        case CriticalIllness():
            ratios = " ".join(_percent(tier.ratio) for tier in value.tiers)
            return f"above {_yuan(value.deductible)}: {ratios}, at most {_limit(value.cap)}"
    return str(value)


def _limit(cap: int | None) -> str:
    return "any" if cap is None else _yuan(cap)


def _yuan(fen: int) -> str:
    whole, rest = divmod(fen, 100)
    return f"{whole}.{rest:02d}" if rest else str(whole)


def _percent(ratio: Fraction) -> str:
    tenths = ratio * 1000
    assert tenths.denominator == 1, ratio
    whole, rest = divmod(int(tenths), 10)
    return f"{whole}.{rest}" if rest else str(whole)
