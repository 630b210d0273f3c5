"""Which single rule, or pair, reproduces the slip within the tolerance on every line it states."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from desktop_app.domain.slip import PARTS, Cause, Slip, SlipLine
from desktop_app.rules.slip.amounts import apart, nearest, same
from desktop_app.rules.slip.reckoned_otherwise import deductible_otherwise, reckoned_otherwise
from desktop_app.rules.slip.recorded_otherwise import recorded_otherwise
from desktop_app.rules.slip.split_otherwise import split_otherwise
from desktop_app.rules.slip.supposing import Desk, Supposition, World, supposed

SUMS: Final = frozenset({SlipLine.FUND_TOTAL, SlipLine.CASH})
"""Lines that follow from the others: they confirm nothing by themselves."""

BILL: Final = frozenset({SlipLine.TOTAL, *PARTS})
DEDUCTIBLE: Final = frozenset({SlipLine.DEDUCTIBLE})
MOST_RULES: Final = 3

ELSEWHERE: Final = frozenset(
    {
        Cause.NOT_FILED,
        Cause.OTHER_FILING,
        Cause.LONG_TERM_NOT_SEEN,
        Cause.EMERGENCY_FLAG,
    }
)
"""Causes that name the reason of a reduction."""

AWAY: Final = frozenset({Cause.OTHER_REDUCTION, Cause.NO_REDUCTION, Cause.FIRST_PAY})
"""Causes that only care elsewhere can have."""

BARE: Final = (
    (frozenset({Cause.OTHER_REDUCTION, Cause.NO_REDUCTION}), ELSEWHERE),
    (
        frozenset({Cause.OTHER_DEDUCTIBLE}),
        frozenset({Cause.ADMISSION, Cause.DEDUCTIBLE_USED, Cause.DEDUCTIBLE_NOT_COUNTED}),
    ),
)
"""Causes that are a bare figure, and those that name its reason: beside one of those the figure says nothing new."""


class Found(NamedTuple):
    """Suppositions that together reproduce the slip, and the world in which they hold."""

    suppositions: tuple[Supposition, ...]
    world: World

    @property
    def causes(self) -> frozenset[Cause]:
        """What they are."""
        return frozenset(each.cause for each in self.suppositions)


def found_explanations(desk: Desk, world: World, slip: Slip) -> tuple[Found, ...]:
    """The single rules that reproduce the slip; where there is none, the pairs, then three of which the slip shows two.

    Empty where nothing differs, and where nothing fits.
    """
    wrong = apart(nearest(world.amounts, slip), slip)
    if not wrong:
        return ()
    singles = [Found((each,), then) for each, then in _moved(desk, world, slip, wrong)]
    fitting = _plainest(found for found in singles if _fits(found.world, slip))
    return fitting or _plainest(_pairs(desk, singles, slip)) or _plainest(_chains(desk, world, slip))


def _fits(world: World, slip: Slip) -> bool:
    return not apart(nearest(world.amounts, slip), slip)


def _moved(desk: Desk, world: World, slip: Slip, wrong: frozenset[SlipLine]) -> Iterator[tuple[Supposition, World]]:
    """Every supposition that moves at least one of the lines that are wrong."""
    before = nearest(world.amounts, slip)
    for each in (*recorded_otherwise(desk, world), *_reckoned(desk, world, slip)):
        then = supposed(world, each)
        if then is None:
            continue
        after = nearest(then.amounts, slip)
        if any(not same(before[line], after[line]) for line in wrong):
            yield each, then


def _reckoned(desk: Desk, world: World, slip: Slip) -> Iterator[Supposition]:
    """What may have been reckoned otherwise; at home nothing is taken off for care elsewhere."""
    at_home = desk.at_home(world)
    return (each for each in reckoned_otherwise(world, slip) if not (at_home and each.cause in AWAY))


def _pairs(desk: Desk, singles: Iterable[Found], slip: Slip) -> Iterator[Found]:
    """Two rules at once: what is on record first, then how it was reckoned; figures of one kind are not paired."""
    for first in singles:
        [one] = first.suppositions
        if one.rank:
            continue  # only the roundest values go into a pair
        others = _reckoned(desk, first.world, slip)
        for other in (*recorded_otherwise(desk, first.world), *others) if one.looks_up else others:
            if other.cause is one.cause or other.rank or {one.cause, other.cause} <= _ONE_FIGURE:
                continue
            then = supposed(first.world, other)
            if then is not None and _fits(then, slip):
                yield Found((one, other), then)


def _chains(desk: Desk, world: World, slip: Slip) -> Iterator[Found]:
    """Down the slip step by step: the bill as it is split there, then its deductible, then one rule for the rest."""
    for split in _onto(Found((), world), split_otherwise(world, slip), slip, BILL):
        for recorded in (split, *_further(split, recorded_otherwise(desk, split.world))):
            deductibles = deductible_otherwise(recorded.world, slip)
            for stepped in _onto(recorded, deductibles, slip, DEDUCTIBLE):
                if len(stepped.suppositions) == MOST_RULES and _fits(stepped.world, slip):
                    yield stepped
                if len(stepped.suppositions) == MOST_RULES - 1 and recorded is split:
                    rest = _further(stepped, _reckoned(desk, stepped.world, slip))
                    yield from (found for found in rest if _fits(found.world, slip))


def _onto(found: Found, suppositions: Iterable[Supposition], slip: Slip, lines: frozenset[SlipLine]) -> Iterator[Found]:
    """What brings these lines into agreement; as it is where they agree already."""

    def agrees(world: World) -> bool:
        return not apart(nearest(world.amounts, slip), slip) & lines

    if agrees(found.world):
        yield found
        return
    yield from (further for further in _further(found, suppositions) if agrees(further.world))


def _further(found: Found, suppositions: Iterable[Supposition]) -> Iterator[Found]:
    for each in suppositions:
        then = None if each.cause in found.causes else supposed(found.world, each)
        if then is not None:
            yield Found((*found.suppositions, each), then)


_ONE_FIGURE: Final = ELSEWHERE | {
    Cause.OTHER_REDUCTION,
    Cause.NO_REDUCTION,
    Cause.FIRST_PAY,
    Cause.OTHER_RATIO,
    Cause.CAP_REACHED,
}
"""Causes that all change what the basic fund pays on the same base: two of them at once would explain anything."""


def _plainest(found: Iterable[Found]) -> tuple[Found, ...]:
    """One explanation per set of causes, the one with the roundest figures; the bare figure gives way to its reason."""
    best: dict[frozenset[object], Found] = {}
    for each in found:
        key = frozenset((one.cause, one.said if one.looks_up else None) for one in each.suppositions)
        if key not in best or _roughness(each) < _roughness(best[key]):
            best[key] = each
    return tuple(each for each in best.values() if not _says_less(each, best.values()))


def _says_less(found: Found, others: Iterable[Found]) -> bool:
    """Whether one of the others says the same with a reason in place of the bare figure."""
    return any(
        found.causes & bare and other.causes & named and found.causes - bare == other.causes - named
        for bare, named in BARE
        for other in others
    )


def _roughness(found: Found) -> int:
    return sum(each.rank for each in found.suppositions)
