"""The least and the most favourable value of every figure, and of what the year has used."""

from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple, TypeVar

from desktop_app.domain.benefits import Benefits
from desktop_app.domain.bill import YearToDate
from desktop_app.domain.figure import Adjustment, AssistanceTerms, CriticalIllness, Figure, Gap, Points
from desktop_app.rules.estimate.same import Same
from desktop_app.rules.estimate.terms import KEPT, Terms, likely_terms

T = TypeVar("T")


class Counters(NamedTuple):
    """What the year has used: the least and the most it may be, counter by counter."""

    least: YearToDate
    most: YearToDate

    @property
    def exact(self) -> bool:
        """Whether all of them are known; mostly both are the same counters, which need no comparing."""
        return self.least is self.most or self.least == self.most


def extreme_terms(benefits: Benefits, *, worst: bool) -> Terms:
    """The worst or the best value of every figure for whoever is to be paid."""
    return _extreme_terms(Same(benefits), worst=worst)


@lru_cache(KEPT)
def _extreme_terms(of: Same[Benefits], *, worst: bool) -> Terms:
    benefits = of.value
    likely = likely_terms(benefits)

    def gives(figure: Figure[T] | Gap, neutral: T) -> T:
        return neutral if isinstance(figure, Gap) else figure.low if worst else figure.high

    def takes(figure: Figure[T] | Gap, neutral: T) -> T:
        return neutral if isinstance(figure, Gap) else figure.high if worst else figure.low

    return replace(
        likely,
        ratio=gives(benefits.ratio, likely.ratio),
        deductible=takes(benefits.deductible, likely.deductible),
        bonus=gives(benefits.bonus, likely.bonus),
        own_share_factor=takes(benefits.own_share_factor, likely.own_share_factor),
        cap=gives(benefits.cap, likely.cap),
        cap_per_visit=gives(benefits.cap_per_visit, likely.cap_per_visit),
        elsewhere=_adjustment(benefits.elsewhere, worst=worst),
        elsewhere_deductible=takes(benefits.elsewhere_deductible, likely.elsewhere_deductible),
        elsewhere_first_pay=takes(benefits.elsewhere_first_pay, likely.elsewhere_first_pay),
        supplement=gives(benefits.supplement, likely.supplement),
        critical=_critical(benefits.critical, worst=worst),
        assistance=_assistance(benefits.assistance, worst=worst),
        class_b_ratio=takes(benefits.class_b_ratio, likely.class_b_ratio),
    )


def extreme_counters(used: Counters, *, worst: bool) -> YearToDate:
    """The worst: caps and account used up, the deductible not, little accumulated. The best: the other way round."""
    caps, rest = (used.most, used.least) if worst else (used.least, used.most)
    return replace(
        caps,
        deductible_paid=rest.deductible_paid,
        above_deductible=rest.above_deductible,
        critical_out_of_pocket=rest.critical_out_of_pocket,
    )


def _adjustment(figure: Figure[Adjustment | None] | Gap, *, worst: bool) -> Adjustment | None:
    """Points take away, a factor or a ratio of its own gives."""
    if isinstance(figure, Gap):
        return None
    return figure.high if isinstance(figure.value, Points) is worst else figure.low


def _critical(figure: Figure[CriticalIllness | None] | Gap, *, worst: bool) -> CriticalIllness | None:
    """The flags keep parts out where they say no, so no is the worse; only the deductible takes."""
    if isinstance(figure, Gap) or figure.low is None or figure.high is None:
        return None
    terms, other = (figure.low, figure.high) if worst else (figure.high, figure.low)
    return replace(terms, deductible=other.deductible)


def _assistance(figure: Figure[AssistanceTerms | None] | Gap, *, worst: bool) -> AssistanceTerms | None:
    if isinstance(figure, Gap) or figure.low is None or figure.high is None:
        return None
    terms, other = (figure.low, figure.high) if worst else (figure.high, figure.low)
    return replace(terms, deductible=other.deductible)
