"""Questions about figures: those nobody has, those known only as ranges, and those a comparison hangs on."""

from collections.abc import Iterator
from typing import Final

from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Alternative, Ask, Estimate, UsedFigure
from desktop_app.rules.compare.advice import figure_question
from desktop_app.rules.situation import Situation

FIRST: Final = 3
"""So many ranges are asked for before what sources dispute; the others narrow less and come last."""


LEAST: Final = Fen(1_00)
"""A range that is narrowed by less than a yuan is not worth a call: that is the rounding of amounts to the fen."""


def missing_figures(situation: Situation, estimate: Estimate) -> Iterator[Ask]:
    """Every figure that nobody has: without it there is no amount at all."""
    for gap in estimate.gaps:
        yield Ask(
            question=gap.ask,
            assumed=None,
            provenance=None,
            line=gap.line or situation.insured.hotline,
            figure=gap.figure,
        )


def ranged_figures(situation: Situation, estimate: Estimate) -> tuple[Ask, ...]:
    """The figures whose exact values narrow what comes back, the one that does so most foremost.

    Where a gap leaves the amount unknown nobody can say by how much: then every range, in the order of the calculation.
    """
    used = {each.name: each for each in estimate.figures if not each.exact}
    if estimate.fund_total is None:
        return tuple(_figure(situation, each) for each in used.values())
    worth_asking = (each for each in estimate.narrows if each.figure in used and each.by >= LEAST)
    return tuple(_figure(situation, used[each.figure], each.by) for each in worth_asking)


def _figure(situation: Situation, used: UsedFigure, narrows: Fen | None = None) -> Ask:
    return Ask(
        question=figure_question(situation, used.name),
        assumed=used.value,
        provenance=used.provenance,
        line=situation.insured.hotline,
        figure=used.name,
        narrows=narrows,
    )


def swaying_figures(situation: Situation, alternatives: tuple[Alternative, ...]) -> Iterator[Ask]:
    """What has to be known to tell which of two ways pays more; the answer is about another way, and only noted."""
    for each in alternatives:
        if each.ask is not None:
            yield Ask(question=each.ask, assumed=None, provenance=None, line=situation.insured.hotline)
