"""What the answer to one case says differently: under another rulebook, or had the care been on another day."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from desktop_app.domain.advice import FilingAdvice, FilingVerdict, SettlementAdvice, SettlementVerdict
from desktop_app.domain.care import FilingType
from desktop_app.domain.figure import FigureName
from desktop_app.domain.message import Message
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Interval, UsedFigure

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Move(Generic[T]):
    """Something that was said one way before and another way after; None where it was not said at all."""

    before: T
    after: T


@dataclass(frozen=True, slots=True)
class FigureMove:
    """A figure that entered the estimate with another value or another evidence grade, came, or went."""

    name: FigureName
    before: UsedFigure | None
    after: UsedFigure | None


@dataclass(frozen=True, slots=True)
class AmountMove:
    """An amount of the estimate, by its name in the JSON (estimator.md), that is not what it was, in fen."""

    name: str
    before: Fen | None
    after: Fen | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gist:
    """An answer in short: both verdicts and what the funds pay, None without a bill and where a figure is missing."""

    filing: FilingVerdict
    type: FilingType | None
    settlement: SettlementVerdict
    fund_total: Interval | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodeChanges:
    """What moved in the estimate of one episode; `fund_total` is None on the side where a gap hides it.

    `gaps` are the figures that nobody has, on either side.
    """

    days: Move[date]
    figures: tuple[FigureMove, ...]
    amounts: tuple[AmountMove, ...]
    fund_total: Move[Interval | None]
    gaps: Move[tuple[FigureName, ...]]

    @property
    def nothing(self) -> bool:
        """Whether everything is as it was."""
        same_total = self.fund_total.before == self.fund_total.after
        return not self.figures and not self.amounts and same_total and self.gaps.before == self.gaps.after


@dataclass(frozen=True, slots=True)
class DayMove:
    """A day to keep that came, went, or is another: by when to file, to claim, until when a filing holds."""

    what: Message
    before: date | None
    after: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerChanges:
    """Everything that moved. `filing` and `settlement` None: said the same, or not asked.

    `papers` are the ids of papers to hand in or to bring that went and came, `conditions` and `warnings` what is no
    longer said and what is said newly; `planned` is False where no insured region is known and only amounts could be
    compared.
    """

    planned: bool
    episodes: tuple[EpisodeChanges, ...]
    filing: Move[FilingAdvice] | None = None
    settlement: Move[SettlementAdvice] | None = None
    papers: Move[tuple[str, ...]] = Move((), ())
    conditions: Move[tuple[Message, ...]] = Move((), ())
    warnings: Move[tuple[Message, ...]] = Move((), ())
    days: tuple[DayMove, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether the answer is the same in every respect that is compared."""
        said = any(move.before or move.after for move in (self.papers, self.conditions, self.warnings))
        decided = self.filing or self.settlement or said or self.days
        return not decided and all(episode.nothing for episode in self.episodes)
