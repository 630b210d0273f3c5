"""Random figures with ranges, values inside them, bills and people: small enough that every corner is met."""

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from fractions import Fraction
from random import Random
from typing import Any

from hypothesis import strategies as st

from desktop_app.domain.benefits import Benefits
from desktop_app.domain.bill import Bill, YearToDate
from desktop_app.domain.figure import (
    AccountOrder,
    AssistanceTerms,
    CriticalIllness,
    DeductibleBasis,
    Factor,
    Figure,
    FigureName,
    Origin,
    OwnRatio,
    Points,
    Schedule,
    Segment,
    SegmentBasis,
    Supplement,
    Tier,
    exactly,
)
from desktop_app.domain.money import Fen, Rounding
from desktop_app.domain.person import Assistance, Person, Scheme
from desktop_app.rules.estimate.figure_table import AnyFigure, figure_of, with_figures
from desktop_app.rules.estimate.figures import NEUTRAL
from tests.rulebooks import TYPICAL
from tests.rules.estimate.sums import ranged

SIZES = (60, 500, 20_000, 3_000_000)
HUNDREDTHS = (0, 30, 40, 50, 60, 70, 75, 80, 85, 90, 95, 97, 100)
Triple = tuple[Any, Any, Any]
"""The lowest, the likely and the highest value."""


@dataclass(frozen=True)
class Box:
    """Figures with their ranges, and whom and what they are for."""

    benefits: Benefits
    person: Person
    used: YearToDate
    bills: tuple[Bill, ...]


class Dice:
    """Draws everything; `spread` is how often a figure is known only as a range."""

    def __init__(self, random: Random, spread: float) -> None:
        self._random, self._spread = random, spread
        self._size = random.choice(SIZES)

    def box(self) -> Box:
        """A whole box."""
        pick = self._random.choice
        return Box(
            benefits=self._benefits(),
            person=Person(scheme=pick(list(Scheme)), assistance=pick([Assistance.NONE, Assistance.LOW_INCOME])),
            used=YearToDate(
                **{name: self._amount(self._size // 2) if self._often(0.4) else Fen(0) for name in YearToDate.__slots__}
            ),
            bills=tuple(self._bill() for _ in range(pick([1, 1, 2, 3]))),
        )

    def inside(self, box: Box) -> Benefits:
        """Exact figures somewhere inside the box."""
        chosen: dict[FigureName, AnyFigure] = {}
        for name in FigureName:
            figure = figure_of(box.benefits, name)
            if isinstance(figure, Figure):
                chosen[name] = exactly(self._between(figure.low, figure.high), TYPICAL)
        return with_figures(box.benefits, chosen)

    def _often(self, share: float) -> bool:
        return self._random.random() < share

    def _amount(self, most: int) -> Fen:
        return Fen(self._random.choice([0, most // 10, most // 3, most // 2, self._random.randint(0, most)]))

    def _ratio(self) -> Fraction:
        if self._often(0.8):
            return Fraction(self._random.choice(HUNDREDTHS), 100)
        return Fraction(self._random.randint(0, 1000), 1000)

    def _triple(self, draw: Callable[[], Any]) -> Triple:
        if not self._often(self._spread):
            value = draw()
            return (value, value, value)
        low, value, high = sorted((draw(), draw(), draw()))
        return (low, value, high)

    def _cap(self) -> Triple:
        low, value, high = self._triple(lambda: self._amount(self._size))
        return (low, value, None) if low != high and self._often(0.2) else (low, value, high)

    def _hundredths(self, most: int) -> Triple:
        return self._triple(lambda: Fraction(self._random.randint(0, most), 100))

    def _benefits(self) -> Benefits:
        choices: list[tuple[FigureName, float, Callable[[], Triple]]] = [
            (FigureName.RATIO, 1, self._schedule),
            (FigureName.DEDUCTIBLE, 1, self._deductible),
            (FigureName.BONUS, 0.4, lambda: self._hundredths(12)),
            (FigureName.OWN_SHARE_FACTOR, 0.4, lambda: self._triple(lambda: Fraction(self._random.randint(3, 10), 10))),
            (FigureName.CAP, 0.7, self._cap),
            (FigureName.CAP_PER_VISIT, 0.3, self._cap),
            (FigureName.ELSEWHERE, 0.8, self._elsewhere),
            (FigureName.ELSEWHERE_DEDUCTIBLE, 0.2, self._deductible),
            (FigureName.ELSEWHERE_FIRST_PAY, 0.3, lambda: self._hundredths(20)),
            (FigureName.SUPPLEMENT, 0.7, lambda: self._rows(Supplement, self._ratios(), self._cap())),
            (FigureName.CRITICAL, 0.8, self._critical),
            (FigureName.ASSISTANCE, 0.5, self._assistance),
            (FigureName.CLASS_B_RATIO, 1, lambda: self._hundredths(30)),
        ]
        figures: dict[FigureName, AnyFigure] = {
            name: ranged(*draw()) for name, share, draw in choices if self._often(share)
        }
        figures[FigureName.DEDUCTIBLE_BASIS] = exactly(self._random.choice(list(DeductibleBasis)), TYPICAL)
        figures[FigureName.ACCOUNT_ORDER] = exactly(self._random.choice(list(AccountOrder)), TYPICAL)
        figures[FigureName.ROUNDING] = exactly(self._random.choice(list(Rounding)), TYPICAL)
        return with_figures(NEUTRAL, figures)

    def _ratios(self) -> Triple:
        return self._triple(self._ratio)

    def _rows(self, make: Callable[..., Any], *columns: Triple) -> Triple:
        """The same structure three times, from the lows, the likely values and the highs."""
        low, value, high = (make(*row) for row in zip(*columns, strict=True))
        return (low, value, high)

    def _deductible(self) -> Triple:
        return self._rows(lambda amount: (amount,), self._triple(lambda: self._amount(self._size // 2)))

    def _rising(self, ratios: list[Triple]) -> list[Triple]:
        """Half of the time the ratios rise from band to band, as they do in life."""
        if self._often(0.5):
            return ratios
        columns = [sorted(column) for column in zip(*ratios, strict=True)]
        return [(low, value, high) for low, value, high in zip(*columns, strict=True)]

    def _schedule(self) -> Triple:
        count = self._random.choice([1, 1, 2, 3])
        uppers = [*(Fen(upper) for upper in sorted(self._random.sample(range(1, self._size + 3), count - 1))), None]
        origin, basis = self._random.choice(list(Origin)), self._random.choice(list(SegmentBasis))
        ratios = self._rising([self._ratios() for _ in uppers])

        def schedule(*shares: Fraction) -> Schedule:
            segments = tuple(Segment(upper, share) for upper, share in zip(uppers, shares, strict=True))
            return Schedule(segments=segments, origin=origin, basis=basis)

        return self._rows(schedule, *ratios)

    def _elsewhere(self) -> Triple:
        kind = self._random.choice([Points, Points, Factor, OwnRatio])
        hundredths = (0, 5, 10, 15, 20, 40) if kind is Points else (50, 60, 70, 80, 90, 100)
        return self._rows(kind, self._triple(lambda: Fraction(self._random.choice(hundredths), 100)))

    def _critical(self) -> Triple:
        lowers = sorted(self._random.sample(range(self._size + 4), self._random.choice([1, 2, 3])))
        bounds = list(zip(lowers, [*lowers[1:], None], strict=True))
        ratios = self._rising([self._ratios() for _ in bounds])
        origin = self._random.choice(list(Origin))
        flags = [self._triple(lambda: self._often(0.5)) for _ in range(2)]

        def terms(
            deductible: Fen, cap: Fen | None, counts: bool, counts_loss: bool, *shares: Fraction
        ) -> CriticalIllness:
            tiers = tuple(
                Tier(Fen(lower), None if upper is None else Fen(upper), share)
                for (lower, upper), share in zip(bounds, shares, strict=True)
            )
            return CriticalIllness(
                deductible=deductible,
                tiers=tiers,
                origin=origin,
                cap=cap,
                counts_deductible=counts,
                counts_elsewhere_loss=counts_loss,
            )

        return self._rows(terms, self._triple(lambda: self._amount(self._size // 2)), self._cap(), *flags, *ratios)

    def _assistance(self) -> Triple:
        deductible = self._triple(lambda: self._amount(self._size // 3))
        return self._rows(AssistanceTerms, deductible, self._ratios(), self._cap())

    def _bill(self) -> Bill:
        total = Fen(self._amount(2 * self._size) + self._random.choice([0, 1, 2]))
        outside = self._amount(total // 4)
        return Bill(total=total, out_of_catalogue=outside, class_b=self._amount((total - outside) // 2))

    def _between(self, low: Any, high: Any) -> Any:  # noqa: ANN401 -- numbers, flags and structures of them
        """A value between two of one shape, number by number; None stands for no end."""
        if low == high or isinstance(low, bool):
            return self._random.choice([low, high])
        if high is None:
            return self._random.choice([low, None, low + self._random.randint(0, 50), 2 * low])
        if isinstance(low, int):
            return self._random.choice([low, high, self._random.randint(low, high)])
        if isinstance(low, Fraction):
            return self._random.choice([low, high, low + (high - low) * Fraction(self._random.randint(0, 97), 97)])
        if isinstance(low, tuple):
            return tuple(self._between(one, other) for one, other in zip(low, high, strict=True))
        assert is_dataclass(low)
        parts = {part.name: self._between(getattr(low, part.name), getattr(high, part.name)) for part in fields(low)}
        return replace(low, **parts)  # type: ignore[type-var]  # an instance, not a class


@st.composite
def dice(draw: st.DrawFn, spread: float = 0.5) -> Dice:
    """Dice that a failing example can be repeated with."""
    return Dice(Random(draw(st.integers(0, 2**48))), spread)
