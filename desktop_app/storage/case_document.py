"""A case as a document, as a case file would say it. Amounts and ratios are decimal strings, so nothing is lost."""

from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Final

from desktop_app.domain.benefits import EnteredFigures
from desktop_app.domain.bill import Bill, BillLine
from desktop_app.domain.care import Care, FilingRecord
from desktop_app.domain.case import Case
from desktop_app.domain.figure import (
    Adjustment,
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
from desktop_app.domain.person import InsuranceState

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]
_KINDS: Final[dict[type[Adjustment], str]] = {Points: "points", Factor: "factor", OwnRatio: "ratio"}


def case_document(case: Case) -> dict[str, Json]:
    """The document that reads back as the same case."""
    document: dict[str, Json] = {"version": 1, "today": case.today.isoformat(), "person": _person(case)}
    episodes: list[Json] = [
        {"care": _care(episode.care), "bill": _bill(episode.bill) if episode.bill else None}
        for episode in case.episodes
    ]
    if case.several:
        document["episodes"] = episodes
    elif isinstance(episodes[0], dict):
        document |= episodes[0]
    counters = case.year_to_date
    document["year_to_date"] = {name: yuan_text(getattr(counters, name)) for name in counters.__slots__}
    document["figures"] = _figures(case.figures) if case.figures else None
    return document


def _plain(value: object) -> Json:
    """A field's value where text, number or flag says it all."""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value if isinstance(value, (bool, int, str)) else None


def _person(case: Case) -> dict[str, Json]:
    document = {name: _plain(getattr(case.person, name)) for name in case.person.__slots__}
    if case.person.insurance_state is InsuranceState.UNSTATED:
        document["insurance_state"] = None
    return document


def _care(care: Care) -> dict[str, Json]:
    document = {name: _plain(getattr(care, name)) for name in care.__slots__}
    document["networked"] = "unknown" if care.networked is None else care.networked
    document["selected"] = "unknown" if care.selected is None else care.selected
    document["filing_record"] = _filing(care.filing_record) if care.filing_record else None
    injury = care.injury
    document["injury"] = {"third_party": injury.third_party, "work": injury.work} if injury else None
    return document


def _filing(record: FilingRecord) -> dict[str, Json]:
    document = {name: _plain(getattr(record, name)) for name in record.__slots__}
    document["from"] = document.pop("start")
    return document


def _bill(bill: Bill) -> dict[str, Json]:
    document: dict[str, Json] = {
        "total": yuan_text(bill.total),
        "out_of_catalogue": yuan_text(bill.out_of_catalogue),
        "class_b": yuan_text(bill.class_b),
        "class_b_ratio": None if bill.class_b_ratio is None else ratio_text(bill.class_b_ratio),
        "over_limit": yuan_text(bill.over_limit),
    }
    if bill.lines:
        document["lines"] = [_line(line) for line in bill.lines]
    if bill.funds_paid is not None:
        document["funds_paid"] = yuan_text(bill.funds_paid)
    return document


def _line(line: BillLine) -> Json:
    return {
        "class": line.item_class.value,
        "price": yuan_text(line.price),
        "quantity": ratio_text(line.quantity),
        "price_limit": _cap(line.price_limit),
        "self_pay_ratio": None if line.self_pay_ratio is None else ratio_text(line.self_pay_ratio),
        "name": line.name,
    }


def ratio_text(ratio: Fraction) -> str:
    """A ratio as a decimal. Those that people enter are decimals; others are cut at 28 digits."""
    return f"{Decimal(ratio.numerator) / ratio.denominator:f}"


def _figures(figures: EnteredFigures) -> dict[str, Json]:
    document: dict[str, Json] = {}
    for name in FigureName:
        if name in figures.present and name is not FigureName.RATIO:
            document[name.value] = _figure(getattr(figures, name.value), counted=name in _IN_YUAN)
    if figures.ratio is not None:
        document |= _schedule(figures.ratio)
    document |= {"segment_origin": _plain(figures.segment_origin), "segment_basis": _plain(figures.segment_basis)}
    return document


_IN_YUAN: Final = frozenset({FigureName.CAP, FigureName.CAP_PER_VISIT})


def _figure(value: object, *, counted: bool) -> Json:
    if isinstance(value, tuple):
        return [yuan_text(part) for part in value]
    if isinstance(value, int) and counted:
        return yuan_text(Fen(value))
    return ratio_text(value) if isinstance(value, Fraction) else _terms(value)


def _terms(value: object) -> Json:
    match value:
        case Points() | Factor() | OwnRatio():
            return {"kind": _KINDS[type(value)], "value": ratio_text(value.value)}
        case Supplement(ratio, cap):
            return {"ratio": ratio_text(ratio), "cap": _cap(cap)}
        case AssistanceTerms(deductible, ratio, cap):
            return {"deductible": yuan_text(deductible), "ratio": ratio_text(ratio), "cap": _cap(cap)}
        case CriticalIllness():
            return _critical(value)
        case _:
            return _plain(value)


def _schedule(schedule: Schedule) -> dict[str, Json]:
    if len(schedule.segments) == 1:
        return {"ratio": ratio_text(schedule.segments[0].ratio)}
    return {"segments": [[_cap(segment.upper), ratio_text(segment.ratio)] for segment in schedule.segments]}


def _critical(terms: CriticalIllness) -> dict[str, Json]:
    return {
        "deductible": yuan_text(terms.deductible),
        "tiers": [[yuan_text(tier.lower), _cap(tier.upper), ratio_text(tier.ratio)] for tier in terms.tiers],
        "origin": terms.origin.value,
        "cap": _cap(terms.cap),
        "counts_deductible": terms.counts_deductible,
        "counts_elsewhere_loss": terms.counts_elsewhere_loss,
    }


def _cap(cap: Fen | None) -> str | None:
    return None if cap is None else yuan_text(cap)
