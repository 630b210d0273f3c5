"""The block `figures` of a case file as the person's own figures, with the rules that hold between its keys."""

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from desktop_app.domain.benefits import EnteredFigures
from desktop_app.domain.figure import (
    BY_ADMISSION,
    AccountOrder,
    Adjustment,
    AssistanceTerms,
    CriticalIllness,
    Factor,
    FigureName,
    OwnRatio,
    Points,
    Schedule,
    Segment,
    Supplement,
    Tier,
)
from desktop_app.domain.message import message
from desktop_app.domain.money import ZERO, Rounding
from desktop_app.errors import Problem

if TYPE_CHECKING:
    from desktop_app.storage.case_schema import AdjustmentBlock, CriticalBlock, FiguresBlock

_NAMES: Final = frozenset(FigureName)
_NULL_IS_LEFT_OUT: Final = frozenset({FigureName.DEDUCTIBLE_BASIS, FigureName.RATIO})


def entered_figures(block: "FiguresBlock") -> EnteredFigures:
    """The figures that are there (R18): null states that there is none, a key left out says nothing.

    Raises Problem for a ratio beside segments (R20) and for a list of deductibles on another basis than the stay (R4).
    """
    _check_keys(block)
    supplement, assistance = block.supplement, block.assistance
    return EnteredFigures(
        present=_present(block),
        deductible=block.deductible or (ZERO,),
        deductible_basis=block.deductible_basis,
        ratio=_schedule(block),
        segment_origin=block.segment_origin,
        segment_basis=block.segment_basis,
        bonus=Fraction(0) if block.bonus is None else block.bonus,
        own_share_factor=Fraction(1) if block.own_share_factor is None else block.own_share_factor,
        cap=block.cap,
        cap_per_visit=block.cap_per_visit,
        elsewhere=_adjustment(block.elsewhere) if block.elsewhere else None,
        elsewhere_deductible=block.elsewhere_deductible,
        elsewhere_first_pay=block.elsewhere_first_pay or Fraction(0),
        supplement=Supplement(supplement.ratio, supplement.cap) if supplement else None,
        critical=_critical(block.critical) if block.critical else None,
        assistance=AssistanceTerms(assistance.deductible, assistance.ratio, assistance.cap) if assistance else None,
        account_order=block.account_order or AccountOrder.LAST,
        rounding=block.rounding or Rounding.HALF_UP,
    )


def _present(block: "FiguresBlock") -> frozenset[FigureName]:
    names = {FigureName(key) for key in block.model_fields_set if key in _NAMES}
    nulls = {name for name in names & _NULL_IS_LEFT_OUT if getattr(block, name.value) is None}
    segments = {FigureName.RATIO} if block.segments else set()
    return frozenset((names - nulls) | segments)


def _check_keys(block: "FiguresBlock") -> None:
    if block.ratio is not None and block.segments is not None:
        raise Problem(message("problems.ratio_and_segments", key="figures.segments"))
    basis = block.deductible_basis
    if basis is None or basis in BY_ADMISSION:
        return
    for key, figure in (("deductible", block.deductible), ("elsewhere_deductible", block.elsewhere_deductible)):
        if figure is not None and len(figure) > 1:
            raise Problem(message("problems.list_needs_admissions", key=f"figures.{key}", value=basis.value))


def _schedule(block: "FiguresBlock") -> Schedule | None:
    if block.segments:
        return Schedule(segments=tuple(Segment(upper, ratio) for upper, ratio in block.segments))
    return None if block.ratio is None else Schedule(segments=(Segment(None, block.ratio),))


def _adjustment(block: "AdjustmentBlock") -> Adjustment:
    kinds: dict[str, type[Points | Factor | OwnRatio]] = {"points": Points, "factor": Factor, "ratio": OwnRatio}
    return kinds[block.kind.value](block.value)


def _critical(block: "CriticalBlock") -> CriticalIllness:
    return CriticalIllness(
        deductible=block.deductible,
        tiers=tuple(Tier(lower, upper, ratio) for lower, upper, ratio in block.tiers),
        origin=block.origin,
        cap=block.cap,
        counts_deductible=block.counts_deductible,
        counts_elsewhere_loss=block.counts_elsewhere_loss,
    )
