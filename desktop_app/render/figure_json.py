"""Figures of the rulebook as JSON: amounts in yuan and ratios as exact decimals in strings, null for no bound."""

from decimal import Decimal
from fractions import Fraction

from desktop_app.domain.evidence import Fact
from desktop_app.domain.figure import (
    AssistanceTerms,
    CriticalIllness,
    Factor,
    OwnRatio,
    Points,
    Schedule,
    Share,
    Supplement,
    Times,
)
from desktop_app.domain.listing import ListedFigure
from desktop_app.domain.money import Fen, yuan_text

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]
_FORMS = {Points: "points", Factor: "factor", OwnRatio: "ratio", Share: "share", Times: "times"}


def figure_document(listed: ListedFigure) -> dict[str, Json]:
    """One figure with its range, its conditions, its days and what stands behind it."""
    figure, provenance = listed.figure, listed.figure.provenance
    source, period = provenance.source, provenance.period
    return {
        "figure": listed.name.value,
        "scheme": listed.scheme.value,
        "kind": listed.kind.value if listed.kind else None,
        "region": listed.region,
        "conditions": _conditions(listed),
        "value": value_document(figure.value),
        "low": value_document(figure.low),
        "high": value_document(figure.high),
        "from": period.start.isoformat() if period.start else None,
        "until": period.until.isoformat() if period.until else None,
        "evidence": provenance.evidence.value,
        "unchecked": provenance.unchecked,
        "source": {"title": source.title, "number": source.number, "link": source.link} if source else None,
        "fact": provenance.fact,
        "note": provenance.note,
    }


def fact_document(fact: Fact) -> dict[str, Json]:
    """A statement with its grade and where it comes from."""
    return {
        "fact": fact.number,
        "text": fact.text,
        "regions": list(fact.regions),
        "schemes": [scheme.value for scheme in fact.schemes],
        "evidence": fact.evidence.value,
        "effective": fact.effective.isoformat() if fact.effective else None,
        "disagrees_with": list(fact.disagrees_with),
        "source": {"title": fact.source.title, "number": fact.source.number, "link": fact.source.link},
    }


def value_document(value: object) -> Json:
    """What a figure says, in the form in which `data/figures` and case files write it."""
    written: Json
    match value:
        case tuple():
            written = [yuan_text(amount) for amount in value]
        case Points() | Factor() | OwnRatio() | Share() | Times():
            written = {_FORMS[type(value)]: exact(value.value)}
        case Schedule():
            written = _schedule(value)
        case Supplement():
            written = {"ratio": exact(value.ratio), "cap": _yuan(value.cap)}
        case AssistanceTerms(deductible, ratio, cap):
            written = {"deductible": _yuan(deductible), "ratio": exact(ratio), "cap": _yuan(cap)}
        case CriticalIllness():
            written = _critical(value)
        case Fraction():
            written = exact(value)
        case int():
            written = yuan_text(Fen(value))
        case _:
            written = None if value is None else str(value)
    return written


def exact(ratio: Fraction) -> str:
    """A ratio as the decimal it was written as."""
    return f"{Decimal(ratio.numerator) / ratio.denominator:f}"


def _conditions(listed: ListedFigure) -> dict[str, Json]:
    asked: dict[str, Json] = {one.dimension.value: list(one.values) for one in listed.conditions}
    if listed.ages is not None:
        asked["age"] = {"from": listed.ages.start, "under": listed.ages.under}
    return asked


def _schedule(schedule: Schedule) -> Json:
    if len(schedule.segments) == 1:
        return exact(schedule.segments[0].ratio)
    return {
        "segments": [[_yuan(segment.upper), exact(segment.ratio)] for segment in schedule.segments],
        "origin": schedule.origin.value,
        "basis": schedule.basis.value,
    }


def _critical(terms: CriticalIllness) -> Json:
    return {
        "deductible": _yuan(terms.deductible),
        "tiers": [[_yuan(tier.lower), _yuan(tier.upper), exact(tier.ratio)] for tier in terms.tiers],
        "origin": terms.origin.value,
        "cap": _yuan(terms.cap),
        "counts_deductible": terms.counts_deductible,
        "counts_elsewhere_loss": terms.counts_elsewhere_loss,
    }


def _yuan(amount: Fen | None) -> str | None:
    return None if amount is None else yuan_text(amount)
