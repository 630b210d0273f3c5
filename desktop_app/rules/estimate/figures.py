"""Step 2: the figures in force for an episode, the person's own replacing the rulebook's one by one."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple, TypeVar

from desktop_app.domain.benefits import Benefits, EnteredFigures
from desktop_app.domain.bill import Bill
from desktop_app.domain.care import Care, CareKind
from desktop_app.domain.case import Case, Episode
from desktop_app.domain.evidence import Evidence, Provenance
from desktop_app.domain.figure import AccountOrder, DeductibleBasis, Figure, FigureName, Gap, Schedule, exactly
from desktop_app.domain.message import message
from desktop_app.domain.money import ZERO, Rounding
from desktop_app.errors import Problem
from desktop_app.rules.estimate.figure_table import AnyFigure, with_figures
from desktop_app.rules.estimate.filings import possible_filings, when_filed
from desktop_app.rules.estimate.same import Same
from desktop_app.rules.estimate.terms import KEPT
from desktop_app.rules.rulebook import BenefitQuery, RuleBook

T = TypeVar("T")
NOTHING: Final = Fraction(0)
YOURS: Final = Provenance(evidence=Evidence.YOURS)
NOTHING_ENTERED: Final = frozenset[FigureName]()
ELSEWHERE: Final = frozenset({FigureName.ELSEWHERE, FigureName.ELSEWHERE_DEDUCTIBLE, FigureName.ELSEWHERE_FIRST_PAY})
ENTERABLE: Final = frozenset(FigureName) - {FigureName.CLASS_B_RATIO}


class Asked(NamedTuple):
    """All that the figures of an episode depend on.

    `query` None: no figure of the rulebook is needed; `class_b` None: its share is the region's.
    """

    query: BenefitQuery | None
    entered: EnteredFigures | None
    applicable: frozenset[FigureName]
    class_b: Fraction | None


Find = Callable[[Asked, RuleBook], Benefits]
"""How figures are found: `figures_for`, or whoever remembers what that found."""


def figures_for(asked: Asked, rulebook: RuleBook) -> Benefits:
    """Every figure: the one entered, else the rulebook's on the service date (R17, R18); neutral without a query."""
    found = NEUTRAL if asked.query is None else rulebook.benefits(asked.query)
    return _completed(Same(found), Same(asked.entered), asked.applicable, asked.class_b)


@lru_cache(KEPT)
def _completed(
    found: Same[Benefits],
    entered: Same[EnteredFigures | None],
    applicable: frozenset[FigureName],
    class_b: Fraction | None,
) -> Benefits:
    """The same figures are the same object again: what follows from them is then worked out once for many bills."""
    changes = {} if entered.value is None else _entered(found.value, entered.value, applicable)
    if class_b is not None:
        changes[FigureName.CLASS_B_RATIO] = exactly(class_b, YOURS)
    return with_figures(found.value, changes)


def pick_figures(case: Case, episode: Episode, rulebook: RuleBook, find: Find = figures_for) -> Benefits:
    """Every figure of the episode.

    Raises Problem where the insured region is needed and missing, and for class B without any ratio.
    """
    asked = Asked(
        query=_query(case, episode, rulebook),
        entered=case.figures,
        applicable=applicable(case, episode.care, rulebook),
        class_b=_class_b(episode.bill),
    )
    benefits = find(asked, rulebook)
    if isinstance(benefits.class_b_ratio, Gap) and episode.bill is not None and asked.class_b is None:
        value = episode.bill.class_b_without_ratio
        raise Problem(message("problems.class_b_ratio", key="bill.class_b_ratio", value=value))
    return benefits


def applicable(case: Case, care: Care, rulebook: RuleBook) -> frozenset[FigureName]:
    """The entered figures that apply: those for care elsewhere rest where both places share a pooling area (R17)."""
    if case.figures is None:
        return NOTHING_ENTERED
    present = case.figures.present
    return present - ELSEWHERE if shares_pooling_area(case, care, rulebook) else present


def shares_pooling_area(case: Case, care: Care, rulebook: RuleBook) -> bool:
    """Whether both places are given and lie in one pooling area (统筹区)."""
    if case.person.insured_region is None or care.region is None:
        return False
    if case.person.insured_region == care.region:
        return True
    insured, place = rulebook.pooling_area(case.person.insured_region), rulebook.pooling_area(care.region)
    return insured is not None and place is not None and insured.code == place.code


def may_use_outpatient_figures(case: Case, episode: Episode) -> bool:
    """Whether figures of ordinary outpatient care may stand in for those of emergency outpatient care (急诊门诊)."""
    return episode.care.kind is CareKind.EMERGENCY_OUTPATIENT and needs_rulebook(case, episode)


def needs_rulebook(case: Case, episode: Episode) -> bool:
    """Whether some figure has to be looked up: not where all are entered, nor without a region (R18)."""
    if case.person.insured_region is None:
        return False
    entered = case.figures is not None and case.figures.present >= ENTERABLE
    bill = episode.bill
    return not entered or (bill is not None and bool(bill.class_b_without_ratio) and bill.class_b_ratio is None)


def _query(case: Case, episode: Episode, rulebook: RuleBook) -> BenefitQuery | None:
    """What to ask of the rulebook: nothing where everything is entered or no region is given."""
    person, care = case.person, episode.care
    if person.insured_region is None:
        _check_self_contained(case.figures)
    if person.insured_region is None or not needs_rulebook(case, episode):
        return None
    filed = when_filed(episode)
    filings = possible_filings(care, rulebook, filed)
    return BenefitQuery(
        insured_region=person.insured_region,
        scheme=person.scheme,
        kind=care.kind,
        on=care.date,
        level=care.level,
        tier=person.tier,
        status=person.status,
        age=person.age,
        family_doctor=person.family_doctor,
        assistance=person.assistance,
        disease=care.disease,
        care_region=care.region,
        reason=care.reason,
        filing_type=filings[0],
        filings=filings if len(filings) > 1 else (),
        filed=filed,
        settlement=care.settled_by,
    )


def _check_self_contained(figures: EnteredFigures | None) -> None:
    """Without a region the deductible and a ratio must have been entered (R18)."""
    if figures is None or not figures.present >= {FigureName.DEDUCTIBLE, FigureName.RATIO}:
        raise Problem(message("problems.region_needed", key="person.insured_region"))


def _entered(
    benefits: Benefits, entered: EnteredFigures, present: frozenset[FigureName]
) -> dict[FigureName, AnyFigure]:
    """What the entered figures change."""
    changes: dict[FigureName, AnyFigure] = {
        name: exactly(getattr(entered, name), YOURS) for name in present if name is not FigureName.RATIO
    }
    changes[FigureName.RATIO] = _entered_schedule(benefits.ratio, entered)
    for name, told in entered.told:
        figure = changes.get(name)
        if isinstance(figure, Figure):
            changes[name] = replace(figure, provenance=replace(YOURS, told=(told,)))
    takes_turns = FigureName.DEDUCTIBLE_BASIS not in present and _takes_turns(entered, present)
    if takes_turns and not joins_stays(benefits.deductible_basis):
        changes[FigureName.DEDUCTIBLE_BASIS] = exactly(DeductibleBasis.PER_ADMISSION, YOURS)
    return changes


def joins_stays(basis: Figure[DeductibleBasis] | Gap) -> bool:
    """Whether the region counts joined stays as one; then a list, too, goes by them."""
    return isinstance(basis, Figure) and basis.value is DeductibleBasis.PER_JOINED_STAYS


def _takes_turns(entered: EnteredFigures, present: frozenset[FigureName]) -> bool:
    """Whether a deductible was entered admission by admission; that alone says its basis (R4)."""
    lists = {FigureName.DEDUCTIBLE: entered.deductible, FigureName.ELSEWHERE_DEDUCTIBLE: entered.elsewhere_deductible}
    return any(len(values or ()) > 1 for name, values in lists.items() if name in present)


def _entered_schedule(found: Figure[Schedule] | Gap, entered: EnteredFigures) -> AnyFigure:
    """The schedule with the bands, origin and basis that were entered, each on its own."""
    if isinstance(found, Gap):
        return found if entered.ratio is None else exactly(_placed(entered.ratio, entered.ratio, entered), YOURS)
    if entered.ratio is not None:
        return exactly(_placed(entered.ratio, found.value, entered), YOURS)
    value, low, high = (_placed(schedule, schedule, entered) for schedule in (found.value, found.low, found.high))
    return Figure(value, low, high, found.provenance)


def _placed(schedule: Schedule, otherwise: Schedule, entered: EnteredFigures) -> Schedule:
    """The schedule from the origin and on the basis entered, else those of `otherwise`."""
    origin, basis = entered.segment_origin or otherwise.origin, entered.segment_basis or otherwise.basis
    return replace(schedule, origin=origin, basis=basis)


def _class_b(bill: Bill | None) -> Fraction | None:
    """The share of class B that the bill brings, nothing where it has none of it."""
    return bill.class_b_ratio if bill is not None and bill.class_b_without_ratio else NOTHING


def _neutral() -> Benefits:
    """No deduction, no addition, no cap: what a figure left out means where no region is given (R18)."""
    nothing = exactly(Fraction(0), YOURS)
    return Benefits(
        deductible=exactly((ZERO,), YOURS),
        deductible_basis=exactly(DeductibleBasis.PER_ADMISSION, YOURS),
        ratio=exactly(Schedule(segments=()), YOURS),
        bonus=nothing,
        own_share_factor=exactly(Fraction(1), YOURS),
        cap=exactly(None, YOURS),
        cap_per_visit=exactly(None, YOURS),
        elsewhere=exactly(None, YOURS),
        elsewhere_deductible=exactly(None, YOURS),
        elsewhere_first_pay=nothing,
        supplement=exactly(None, YOURS),
        critical=exactly(None, YOURS),
        assistance=exactly(None, YOURS),
        account_order=exactly(AccountOrder.LAST, YOURS),
        rounding=exactly(Rounding.HALF_UP, YOURS),
        class_b_ratio=Gap(
            FigureName.CLASS_B_RATIO, message("estimate.gap.not_entered"), message("estimate.gap.not_entered"), None
        ),
    )


NEUTRAL: Final = _neutral()
