"""An estimate as plain text for the command line."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from desktop_app.domain.care import Care
from desktop_app.domain.case import Case
from desktop_app.domain.evidence import Provenance
from desktop_app.domain.message import Message, message
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Amounts, Estimate, Interval
from desktop_app.render.estimate_json import ratio_text, source_text
from desktop_app.render.words import Words


def estimates_text(case: Case, estimates: Sequence[Estimate], words: Words) -> str:
    """Every estimate with its calculation and figures, and what it is not."""
    cares = sorted((episode.care for episode in case.episodes), key=lambda care: care.date)
    lines = []
    for number, (care, estimate) in enumerate(zip(cares, estimates, strict=True), start=1):
        if case.several:
            lines.append(words.text(_heading(number, care)))
        lines += _lines(estimate, words)
        lines.append("")
    return "\n".join([*lines, words.text(message("estimate.text.disclaimer"))])


def _heading(number: int, care: Care) -> Message:
    kind = message(f"terms.kind.{care.kind.value}")
    return message("estimate.text.episode", number=number, day=care.date, kind=kind)


def _lines(estimate: Estimate, words: Words) -> Iterator[str]:
    yield from _answer(estimate, words)
    yield from _listed("warnings", [words.text(warning) for warning in estimate.warnings], words)
    yield from _listed("gaps", [_gap(estimate, number, words) for number in range(len(estimate.gaps))], words)
    steps = [words.text(step.how) + _graded(step.provenance, words) for step in estimate.trace]
    yield from _listed("steps", steps, words)
    yield from _listed("figures", [_figure(estimate, number, words) for number in range(len(estimate.figures))], words)


def _answer(estimate: Estimate, words: Words) -> Iterator[str]:
    """What comes back and what is left to pay."""
    amounts, fund = estimate.amounts, estimate.fund_total
    if fund is None:
        yield words.text(message("estimate.text.unknown"))
        known = tuple(_known(estimate.amounts))
        if known:
            yield words.text(message("estimate.text.known", amounts=known))
        return
    line = words.text(message("estimate.text.fund_total", amount=fund.likely))
    if estimate.actual_ratio is not None:
        line += " · " + words.text(message("estimate.text.ratio", ratio=Fraction(ratio_text(estimate.actual_ratio))))
    yield line
    if not fund.exact:
        yield words.text(message("estimate.text.range", low=fund.low, likely=fund.likely, high=fund.high))
    if estimate.narrowing is not None:
        figure = message(f"estimate.figure_name.{estimate.narrowing.value}")
        yield words.text(message("estimate.text.narrowing", figure=figure, amount=estimate.narrowed_by))
    if estimate.top_up is not None:
        yield words.text(top_up_text(estimate.top_up))
    if amounts.cash is not None:
        line = words.text(message("estimate.text.cash", amount=amounts.cash))
        if amounts.personal_account:
            line += words.text(message("estimate.text.account", amount=amounts.personal_account))
        yield line


def top_up_text(owed: Interval) -> Message:
    """What the funds still owe on a bill they have paid in part."""
    id = "top_up" if owed.exact else "top_up_range"
    return message(f"estimate.text.{id}", amount=owed.likely, low=owed.low, high=owed.high)


def _known(amounts: Amounts) -> Iterator[Message]:
    """The funds' payments that no gap leaves unknown."""
    for name in ("basic_fund", "supplement_fund", "critical_fund", "assistance_fund"):
        amount: Fen | None = getattr(amounts, name)
        if amount:
            yield message("estimate.text.amount", name=message(f"estimate.amount.{name}"), amount=amount)


def _listed(heading: str, items: Sequence[str], words: Words) -> Iterator[str]:
    if items:
        yield ""
        yield words.text(message(f"estimate.text.{heading}"))
        yield from (f"  · {item}" for item in items)


def _graded(provenance: Provenance | None, words: Words) -> str:
    if provenance is None:
        return ""
    return f" [{words.text(message(f'terms.evidence.{provenance.evidence.value}'))}]"


def _gap(estimate: Estimate, number: int, words: Words) -> str:
    gap = estimate.gaps[number]
    name = message(f"estimate.figure_name.{gap.figure.value}")
    return words.text(message("estimate.text.gap", name=name, why=gap.why, ask=gap.ask, line=gap.line or ""))


def _figure(estimate: Estimate, number: int, words: Words) -> str:
    used = estimate.figures[number]
    return words.text(
        message(
            "estimate.text.figure",
            name=message(f"estimate.figure_name.{used.name.value}"),
            value=used.value,
            evidence=message(f"terms.evidence.{used.provenance.evidence.value}"),
            source=source_text(used.provenance) or "",
            unchecked=used.provenance.unchecked,
            remarks=used.provenance.remarks,
        )
    )
