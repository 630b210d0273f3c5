"""Supposing that one thing was otherwise: a reckoning is changed in one place and the bill settled anew."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from desktop_app.domain.bill import Bill, YearToDate
from desktop_app.domain.care import Care
from desktop_app.domain.case import Case, Episode
from desktop_app.domain.message import Message
from desktop_app.domain.outcome import Amounts
from desktop_app.domain.person import Person
from desktop_app.domain.slip import Cause, SlipLine
from desktop_app.errors import Problem
from desktop_app.rules.estimate.entitlement import claimant, entitlement
from desktop_app.rules.estimate.episode import Settled, settle
from desktop_app.rules.estimate.figures import pick_figures, shares_pooling_area
from desktop_app.rules.estimate.gaps import Stage, has_gaps, known_amounts, what_is_known
from desktop_app.rules.estimate.reckoning import Reckoning, reckoning
from desktop_app.rules.estimate.terms import Terms
from desktop_app.rules.rulebook import RuleBook

Change = Callable[[Reckoning], Reckoning | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Supposition:
    """One thing that may have been otherwise: what it is, in words, and what it makes of a reckoning (None: nothing).

    `reads` are the lines of the slip from which its figure is taken: they cannot speak for it. `looks_up` marks those
    that ask the rulebook again; they come before those that only change what it said. `rank` tells the plainer of two
    values for the same figure: the lower the rounder.
    """

    cause: Cause
    said: Message
    change: Change
    reads: frozenset[SlipLine] = frozenset()
    looks_up: bool = False
    rank: int = 0


class World(NamedTuple):
    """A reckoning settled, with the amounts that are known."""

    here: Reckoning
    settled: Settled
    until: Stage

    @property
    def amounts(self) -> Amounts:
        """The amounts, None for those that a gap leaves unknown."""
        return known_amounts(self.here, self.settled, self.until)


def world_of(here: Reckoning) -> World:
    """The reckoning, settled at its likely figures."""
    settled = settle(here.bill, here.due)
    until = what_is_known(here, [settled]).until if has_gaps(here) else Stage.COMPLETE
    return World(here, settled, until)


def supposed(world: World, supposition: Supposition) -> World | None:
    """The world in which the supposition holds; None where it changes nothing."""
    here = supposition.change(world.here)
    if here is None or (here.due == world.here.due and here.bill == world.here.bill):
        return None
    return world_of(here)


class Desk:
    """Looks up the figures of another care or person, each combination once."""

    def __init__(self, case: Case, rulebook: RuleBook) -> None:
        self.case, self.rulebook = case, rulebook
        self._found: dict[tuple[Care, Person, Bill, YearToDate], Reckoning | None] = {}

    def at_home(self, world: World) -> bool:
        """Whether the care is known to have been in the insured region's own pooling area."""
        return shares_pooling_area(self.case, world.here.care, self.rulebook)

    def with_care(self, care: Care) -> Change:
        """Care that was otherwise."""
        return lambda here: self._look_up(here, care, here.person)

    def with_person(self, person: Person) -> Change:
        """A person who was recorded otherwise."""
        return lambda here: self._look_up(here, here.care, person)

    def _look_up(self, here: Reckoning, care: Care, person: Person) -> Reckoning | None:
        key = (care, person, here.bill, here.used)
        if key not in self._found:
            self._found[key] = self._asked(here, care, person)
        return self._found[key]

    def _asked(self, here: Reckoning, care: Care, person: Person) -> Reckoning | None:
        case, episode = replace(self.case, person=person), Episode(care, here.bill)
        try:
            benefits = pick_figures(case, episode, self.rulebook)
        except Problem:
            return None
        return reckoning(person, care, here.bill, here.used, benefits, here.joined)


def with_terms(otherwise: Callable[[Terms], Terms]) -> Change:
    """Figures that were otherwise."""
    return lambda here: _due_again(here._replace(terms=otherwise(here.terms)))


def with_used(otherwise: Callable[[YearToDate], YearToDate]) -> Change:
    """A year that had used something else."""
    return lambda here: _due_again(here._replace(used=otherwise(here.used)))


def with_bill(bill: Bill) -> Change:
    """A bill that was split otherwise."""
    return lambda here: here._replace(bill=bill)


def with_admission(admission: int) -> Change:
    """Another stay of the year, as they are counted."""
    return lambda here: _due_again(here._replace(care=replace(here.care, admission=admission)))


def _due_again(here: Reckoning) -> Reckoning:
    """The reckoning with what its figures now come to."""
    who = claimant(here.person, here.care.admission)
    due = entitlement(here.terms, who, here.used, here.joined.likely)
    return here._replace(due=due)
