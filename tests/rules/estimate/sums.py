"""Small words for tests of sums: amounts in yuan, ratios in per cent, a bill, a settlement with chosen figures."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from desktop_app.domain.benefits import Benefits, EnteredFigures
from desktop_app.domain.bill import Bill, YearToDate
from desktop_app.domain.care import Care, CareKind
from desktop_app.domain.case import Case, Episode
from desktop_app.domain.figure import CriticalIllness, Figure, FigureName, Gap, Origin, Schedule, Segment, Tier
from desktop_app.domain.message import message
from desktop_app.domain.money import Fen, fen_from_yuan
from desktop_app.domain.outcome import Estimate
from desktop_app.domain.person import Person, Scheme
from desktop_app.rules.estimate.entitlement import claimant, entitlement
from desktop_app.rules.estimate.episode import Settled, settle
from desktop_app.rules.estimate.figure_table import AnyFigure, with_figures
from desktop_app.rules.estimate.figures import NEUTRAL
from desktop_app.rules.estimate.terms import Terms
from desktop_app.rules.estimate.year import estimate_case
from tests.rulebooks import TYPICAL, DictRuleBook

EMPLOYEE, RESIDENT = Person(scheme=Scheme.EMPLOYEE), Person(scheme=Scheme.RESIDENT)
DAY = date(2026, 6, 15)
UNUSED = YearToDate()


def yuan(amount: str | int) -> Fen:
    """An amount in yuan as fen."""
    return fen_from_yuan(Decimal(amount))


def percent(value: str | int) -> Fraction:
    """A ratio in per cent."""
    return Fraction(value) / 100


def bill(total: str | int, **parts: str | int) -> Bill:
    """A bill in yuan."""
    amounts = {"out_of_catalogue": 0, "class_b": 0, "over_limit": 0, **parts}
    return Bill(
        total=yuan(total),
        out_of_catalogue=yuan(amounts["out_of_catalogue"]),
        class_b=yuan(amounts["class_b"]),
        over_limit=yuan(amounts["over_limit"]),
    )


def flat(ratio: str | int) -> Schedule:
    """One ratio for everything."""
    return Schedule(segments=(Segment(None, percent(ratio)),))


def banded(*bands: tuple[str | int | None, str | int], origin: Origin = Origin.DEDUCTIBLE) -> Schedule:
    """Bands by their upper bounds in yuan and ratios in per cent."""
    segments = tuple(Segment(None if upper is None else yuan(upper), percent(ratio)) for upper, ratio in bands)
    return Schedule(segments=segments, origin=origin)


def critical(
    deductible: str | int,
    *tiers: tuple[str | int, str | int | None, str | int],
    origin: Origin = Origin.ZERO,
    cap: str | int | None = None,
    counts_deductible: bool = True,
    counts_elsewhere_loss: bool = True,
) -> CriticalIllness:
    """Critical-illness insurance by its deductible and tiers in yuan and per cent."""
    return CriticalIllness(
        deductible=yuan(deductible),
        tiers=tuple(
            Tier(yuan(lower), None if upper is None else yuan(upper), percent(ratio)) for lower, upper, ratio in tiers
        ),
        origin=origin,
        cap=None if cap is None else yuan(cap),
        counts_deductible=counts_deductible,
        counts_elsewhere_loss=counts_elsewhere_loss,
    )


def used(**counters: str | int) -> YearToDate:
    """What the year has used, in yuan."""
    return YearToDate(**{name: yuan(amount) for name, amount in counters.items()})


def settled(
    bill: Bill, terms: Terms, *, person: Person = EMPLOYEE, admission: int = 1, before: YearToDate = UNUSED
) -> Settled:
    """The settlement of a bill with these figures."""
    return settle(bill, entitlement(terms, claimant(person, admission), before))


def ranged(low: object, value: object, high: object) -> AnyFigure:
    """A figure that is known only as a range."""
    return Figure(value, low, high, TYPICAL)


def exact(value: object) -> AnyFigure:
    """A figure that is known."""
    return Figure(value, value, value, TYPICAL)


def gap(name: FigureName) -> Gap:
    """A figure nobody has."""
    return Gap(name, message("estimate.gap.not_entered"), message("estimate.gap.not_entered"), "010-12393")


def benefits(**figures: AnyFigure) -> Benefits:
    """Neutral figures but for these."""
    return with_figures(NEUTRAL, {FigureName(name): figure for name, figure in figures.items()})


def stay(total: str | int, day: date = DAY, kind: CareKind = CareKind.INPATIENT, admission: int = 1) -> Episode:
    """A stay or visit with its bill."""
    return Episode(Care(kind=kind, date=day, admission=admission), bill(total))


def estimated(
    figures: Benefits,
    *episodes: Episode,
    person: Person = EMPLOYEE,
    before: YearToDate = UNUSED,
    entered: EnteredFigures | None = None,
) -> tuple[Estimate, ...]:
    """The estimates of somebody insured in Taiyuan whose rulebook holds `figures`."""
    who = Person(scheme=person.scheme, insured_region="140100", status=person.status, assistance=person.assistance)
    case = Case(today=DAY, person=who, episodes=episodes, several=True, year_to_date=before, figures=entered)
    return estimate_case(case, DictRuleBook(figures))
