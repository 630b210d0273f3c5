"""What may have stood otherwise on record: filing, rescue, level, tier, status. The rulebook says what follows.

Records that come to the same entitlement are one supposition that names them all.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from desktop_app.domain.care import LONG_TERM_TYPES, Care, FilingRecord, FilingState, FilingType, Level, Reason
from desktop_app.domain.message import Message, message
from desktop_app.domain.person import STATUSES, Status
from desktop_app.domain.slip import Cause
from desktop_app.rules.coverage import Coverage, coverage
from desktop_app.rules.estimate.entitlement import Entitlement
from desktop_app.rules.slip.supposing import Change, Desk, Supposition, World

TIERS: Final = ("tier1", "tier2", "tier3")
Named = tuple[Message, Change]
"""How it may have been recorded: its name, and what would follow."""


def recorded_otherwise(desk: Desk, world: World) -> Iterator[Supposition]:
    """Every record that may have been otherwise, one by one."""
    yield from _filings(desk, world)
    yield from _levels(desk, world)
    yield from _statuses(desk, world)
    person = world.here.person
    tiers = ((message(f"interview.said.tier.{tier}"), replace(person, tier=tier)) for tier in TIERS)
    yield from _alike(Cause.TIER, ((name, desk.with_person(other)) for name, other in tiers), world)
    if person.family_doctor:
        change = desk.with_person(replace(person, family_doctor=False))
        said = message("slip.cause.family_doctor")
        yield Supposition(cause=Cause.FAMILY_DOCTOR, said=said, change=change, looks_up=True)


def _filings(desk: Desk, world: World) -> Iterator[Supposition]:
    """Not filed at all, or filed as another type. What is called a filing overlooked depends on what there was."""
    care = world.here.care
    cause, unfiled = _overlooked(desk, care), desk.with_care(_without_filing(care))
    yield Supposition(cause=cause, said=message(f"slip.cause.{cause.value}"), change=unfiled, looks_up=True)
    nothing = unfiled(world.here)
    types = sorted(FilingType, key=lambda type: type is not _asked_for(care))
    named = ((message(f"terms.type.{type.value}"), desk.with_care(_filed_as(care, type))) for type in types)
    yield from _alike(Cause.OTHER_FILING, named, world, known={nothing.due} if nothing else set())


def _overlooked(desk: Desk, care: Care) -> Cause:
    if care.emergency:
        return Cause.EMERGENCY_FLAG
    record = care.filing_record
    if record is not None and record.type in LONG_TERM_TYPES and coverage(care, desk.rulebook) is Coverage.COVERS:
        return Cause.LONG_TERM_NOT_SEEN
    return Cause.NOT_FILED


def _asked_for(care: Care) -> FilingType:
    """The type that the reason asks for."""
    names = {type.value: type for type in FilingType}
    return FilingType.OTHER_TEMPORARY if care.reason is Reason.EMERGENCY else names.get(care.reason.value, _OTHER)


_OTHER: Final = FilingType.OTHER_TEMPORARY


def _without_filing(care: Care) -> Care:
    return replace(care, filing=FilingState.NONE, filing_record=None, emergency=False)


def _filed_as(care: Care, type: FilingType) -> Care:
    record = FilingRecord(type=type, start=care.begins, until=None, region=care.region or "", with_papers=True)
    return replace(care, filing=FilingState.FILED, filing_record=record, emergency=False)


def _levels(desk: Desk, world: World) -> Iterator[Supposition]:
    care = world.here.care
    levels = [level for level in Level if level not in {care.level, Level.UNKNOWN}]
    named = ((message(f"terms.level.{level.value}"), desk.with_care(replace(care, level=level))) for level in levels)
    yield from _alike(Cause.LEVEL, named, world)


def _statuses(desk: Desk, world: World) -> Iterator[Supposition]:
    """Another status; for the retired one a bonus overlooked."""
    person = world.here.person
    for status in STATUSES[person.scheme]:
        bonus = person.status is Status.RETIRED and status is Status.WORKING
        change = desk.with_person(replace(person, status=status))
        if bonus:
            said = message("slip.cause.retired_bonus")
            yield Supposition(cause=Cause.RETIRED_BONUS, said=said, change=change, looks_up=True)
        else:
            yield from _alike(Cause.STATUS, [(message(f"terms.status.{status.value}"), change)], world)


def _alike(
    cause: Cause, named: Iterable[Named], world: World, *, known: set[Entitlement] | None = None
) -> Iterator[Supposition]:
    """One supposition for all that come to the same; none for what comes to something `known` already."""
    groups: dict[Entitlement, list[Named]] = {}
    for name, change in named:
        here = change(world.here)
        if here is not None and here.due != world.here.due and here.due not in (known or set()):
            groups.setdefault(here.due, []).append((name, change))
    for group in groups.values():
        names = tuple(name for name, _ in group)
        said = message(f"slip.cause.{cause.value}", names=names, first=names[0])
        yield Supposition(cause=cause, said=said, change=group[0][1], looks_up=True)
