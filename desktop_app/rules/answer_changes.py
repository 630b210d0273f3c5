"""The same case answered twice, under two rulebooks or on two days: what moved, and the result from … to …."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from desktop_app.domain.advice import Reasoned
from desktop_app.domain.answer_changes import AmountMove, AnswerChanges, DayMove, EpisodeChanges, FigureMove, Gist, Move
from desktop_app.domain.care import Care
from desktop_app.domain.case import Case, Episode
from desktop_app.domain.figure import FigureName
from desktop_app.domain.message import Message
from desktop_app.domain.outcome import Estimate, Plan, UsedFigure
from desktop_app.rules.estimate.year import estimate_case
from desktop_app.rules.plan import make_plan
from desktop_app.rules.rulebook import RuleBook
from desktop_app.rules.warnings import ABOUT_TODAY

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Answer:
    """All that is said of a case: the plan, None without an insured region, and the estimates in order of date."""

    case: Case
    plan: Plan | None
    estimates: tuple[Estimate, ...]


def answer(case: Case, rulebook: RuleBook) -> Answer:
    """The answer to a case. Raises Problem where neither a plan nor an estimate can be made of it."""
    plan = make_plan(case, rulebook) if case.person.insured_region is not None else None
    billed = plan is None or all(episode.bill is not None for episode in case.episodes)
    return Answer(case, plan, estimate_case(case, rulebook) if billed else ())


def on_another_day(case: Case, day: date) -> Case:
    """The case as it would be had its first care been on `day`: every day in it moves by as many days.

    So a filing made a week before the admission is still made a week before it; what the year has used stays.
    """
    shift = day - first_day(case)
    moved = tuple(Episode(_moved(episode.care, shift), episode.bill) for episode in case.episodes)
    return replace(case, today=case.today + shift, episodes=moved)


def _moved(care: Care, shift: timedelta) -> Care:
    record = care.filing_record
    if record is not None:
        record = replace(record, start=record.start + shift, until=_later(record.until, shift))
    return replace(care, date=care.date + shift, admitted_on=_later(care.admitted_on, shift), filing_record=record)


def _later(day: date | None, shift: timedelta) -> date | None:
    return None if day is None else day + shift


def gist_of(plan: Plan) -> Gist:
    """A plan in short."""
    return Gist(
        filing=plan.filing.verdict,
        type=plan.filing.type,
        settlement=plan.settlement.verdict,
        fund_total=plan.money.as_is.fund_total if plan.money else None,
    )


def answer_changes(before: Answer, after: Answer) -> AnswerChanges:
    """What the second answer says differently. Both are about the same episodes."""
    shift = first_day(after.case) - first_day(before.case)
    episodes = zip(_days(before.case), before.estimates, _days(after.case), after.estimates, strict=False)
    moved = tuple(_episode(Move(was, now), one, other) for was, one, now, other in episodes)
    old, new = before.plan, after.plan
    if old is None or new is None:
        return AnswerChanges(planned=False, episodes=moved)
    same_filing = (old.filing.verdict, old.filing.type) == (new.filing.verdict, new.filing.type)
    same_way = old.settlement.verdict is new.settlement.verdict
    return AnswerChanges(
        planned=True,
        filing=None if same_filing else Move(old.filing, new.filing),
        settlement=None if same_way else Move(old.settlement, new.settlement),
        papers=_gone_and_new(_papers(old), _papers(new)),
        conditions=_gone_and_new(_by_id(old.settlement.conditions), _by_id(new.settlement.conditions)),
        warnings=_gone_and_new(_by_id(_warned(old)), _by_id(_warned(new))),
        days=tuple(_day_moves(old, new, shift)),
        episodes=moved,
    )


def _days(case: Case) -> list[date]:
    return sorted(episode.care.date for episode in case.episodes)


def first_day(case: Case) -> date:
    """The day of the case's first care."""
    return _days(case)[0]


def _papers(plan: Plan) -> dict[str, str]:
    """The papers that are asked for, to file and to settle, by their ids."""
    return {paper.id: paper.id for paper in (*plan.filing.materials, *plan.settlement.bring) if paper.required}


def _warned(plan: Plan) -> Iterator[Reasoned]:
    return (warned for warned in plan.warnings if warned.text.id not in ABOUT_TODAY)


def _by_id(said: Iterable[Reasoned]) -> dict[str, Message]:
    """Sentences by what they say: the days and amounts in them may be others without anything else being said."""
    return {each.text.id: each.text for each in said}


def _gone_and_new(old: dict[str, T], new: dict[str, T]) -> Move[tuple[T, ...]]:
    """What is no longer said, and what is said newly."""
    return Move(tuple(old[id] for id in old if id not in new), tuple(new[id] for id in new if id not in old))


def _day_moves(before: Plan, after: Plan, shift: timedelta) -> Iterator[DayMove]:
    """The days to keep that came, went or moved.

    Had the care been on another day, every day would be another: then only those that came and went are named.
    """
    old, new = ({deadline.what: deadline.day for deadline in plan.deadlines} for plan in (before, after))
    for what in dict.fromkeys((*old, *new)):
        if (what in old) != (what in new) or (not shift and old[what] != new[what]):
            yield DayMove(what, old.get(what), new.get(what))


def _episode(days: Move[date], before: Estimate, after: Estimate) -> EpisodeChanges:
    return EpisodeChanges(
        days=days,
        figures=tuple(_figure_moves(before, after)),
        amounts=tuple(_amount_moves(before, after)),
        fund_total=Move(before.fund_total, after.fund_total),
        gaps=Move(_gaps(before), _gaps(after)),
    )


def _gaps(estimate: Estimate) -> tuple[FigureName, ...]:
    return tuple(gap.figure for gap in estimate.gaps)


def _figure_moves(before: Estimate, after: Estimate) -> Iterator[FigureMove]:
    """The figures with another value or grade; where only the document behind one is another, nothing moved."""
    old, new = ({used.name: used for used in estimate.figures} for estimate in (before, after))
    for name in FigureName:
        was, now = old.get(name), new.get(name)
        if _said(was) != _said(now):
            yield FigureMove(name, was, now)


def _said(used: UsedFigure | None) -> object:
    return None if used is None else (used.value, used.provenance.evidence)


def _amount_moves(before: Estimate, after: Estimate) -> Iterator[AmountMove]:
    for name in before.amounts.__slots__:
        was, now = getattr(before.amounts, name), getattr(after.amounts, name)
        if was != now:
            yield AmountMove(name, was, now)
