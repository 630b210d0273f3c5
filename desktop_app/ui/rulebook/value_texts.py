"""What stands in the fields of a figure of one's own when it is opened again to be changed."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from desktop_app.domain.figure import (
    AssistanceTerms,
    CriticalIllness,
    Factor,
    FigureName,
    OwnRatio,
    Points,
    Schedule,
    Supplement,
)
from desktop_app.domain.money import Fen, yuan_text
from desktop_app.domain.own_figure import OwnValue

YES, NO, NONE, SOME = "yes", "no", "none", "some"
"""What a field for a choice may hold beside the values of the domain."""

FORMS: Final[Mapping[str, type[Points | Factor | OwnRatio]]] = {
    "points": Points,
    "factor": Factor,
    "own_ratio": OwnRatio,
}
"""The ways care elsewhere may be reduced, by the value of their field."""

EXISTS: Final[Mapping[FigureName, str]] = {
    FigureName.CAP: "limit",
    FigureName.CAP_PER_VISIT: "limit",
    FigureName.ELSEWHERE: "form",
    FigureName.ELSEWHERE_DEDUCTIBLE: "like_home",
    FigureName.SUPPLEMENT: "exists",
    FigureName.CRITICAL: "exists",
    FigureName.ASSISTANCE: "exists",
}
"""The field that says whether there is such a figure at all."""

_STAYS: Final = ("first", "second", "later")


def texts_of(name: FigureName, value: OwnValue) -> dict[str, str]:
    """The text of each field by its id, as a field's `put_back` takes it; fields that stay empty are left out."""
    if value is None:
        return {EXISTS[name]: NONE}
    there = {EXISTS[name]: SOME} if name in EXISTS and name is not FigureName.ELSEWHERE else {}
    return {id: text for id, text in (there | _texts(name, value)).items() if text}


def _texts(name: FigureName, value: OwnValue) -> dict[str, str]:
    match value:
        case Fraction():
            texts = {"share": _percent(value)}
        case StrEnum():
            texts = {"order" if name is FigureName.ACCOUNT_ORDER else "basis": value.value}
        case tuple():
            texts = {id: yuan_text(amount) for id, amount in zip(_STAYS, value, strict=False)}
        case Schedule():
            texts = {"share": _percent(value.segments[0].ratio)}
        case Points() | Factor() | OwnRatio():
            [form] = [form for form, type_ in FORMS.items() if isinstance(value, type_)]
            texts = {"form": form, "share": _percent(value.value)}
        case Supplement():
            texts = {"share": _percent(value.ratio), "cap": _yuan(value.cap)}
        case AssistanceTerms():
            texts = {"first": yuan_text(value.deductible), "share": _percent(value.ratio), "cap": _yuan(value.cap)}
        case CriticalIllness():
            texts = _critical(value)
        case amount:
            texts = {"amount": _yuan(amount)}
    return texts


def _critical(value: CriticalIllness) -> dict[str, str]:
    lowest, *above = value.tiers
    return {
        "first": yuan_text(value.deductible),
        "tier1": _percent(lowest.ratio),
        "bound": _yuan(lowest.upper) if above else "",
        "tier2": _percent(above[0].ratio) if above else "",
        "cap": _yuan(value.cap),
        "counts_deductible": YES if value.counts_deductible else NO,
        "counts_elsewhere_loss": YES if value.counts_elsewhere_loss else NO,
    }


def _yuan(amount: Fen | None) -> str:
    return "" if amount is None else yuan_text(amount)


def _percent(share: Fraction) -> str:
    """Exact: what was typed had a last place."""
    return format((Decimal(share.numerator) * 100 / share.denominator).normalize(), "f")
