"""What holds of every slip: one printed from the estimate agrees, one printed under a cause is explained by it."""

from dataclasses import replace
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desktop_app.domain.care import Care, CareKind
from desktop_app.domain.case import Case, Episode
from desktop_app.domain.money import Fen
from desktop_app.domain.slip import TOLERANCE, LineVerdict, Slip, SlipLine
from desktop_app.rules.estimate.reckoning import reckoning
from desktop_app.rules.estimate.year import results
from desktop_app.rules.slip.amounts import apart, nearest
from desktop_app.rules.slip.check import check
from desktop_app.rules.slip.explain import found_explanations
from desktop_app.rules.slip.reckoned_otherwise import reckoned_otherwise
from desktop_app.rules.slip.supposing import Desk, World, supposed, world_of
from tests.rulebooks import DictRuleBook
from tests.rules.estimate.boxes import Box, Dice, dice
from tests.rules.estimate.sums import DAY

EXAMPLES = settings(max_examples=150, deadline=None)
CARE = Care(kind=CareKind.INPATIENT, date=DAY)


def case_of(box: Box) -> tuple[Case, DictRuleBook]:
    """The first bill of a box as a case of somebody insured in Taiyuan."""
    person = replace(box.person, insured_region="140100")
    case = Case(today=DAY, person=person, episodes=(Episode(CARE, box.bills[0]),), year_to_date=box.used)
    return case, DictRuleBook(box.benefits)


def printed(world: World) -> Slip:
    """The slip that a settlement prints."""
    amounts = ((line, getattr(world.amounts, line.value)) for line in SlipLine)
    return Slip(tuple((line, amount) for line, amount in amounts if amount is not None))


@EXAMPLES
@given(dice(0.3), st.integers(-TOLERANCE, TOLERANCE))
def test_a_slip_within_five_fen_agrees(roll: Dice, off: int) -> None:
    """Every line off by the same few fen: all agree, nothing is explained, nothing asked."""
    case, rulebook = case_of(roll.box())
    [result] = results(case, rulebook)
    world = World(result.here, result.settled, result.known.until)
    slip = Slip(tuple((line, Fen(max(amount + off, 0))) for line, amount in printed(world).stated))
    found = check(case, slip, rulebook)
    assert {line.verdict for line in found.lines} == {LineVerdict.AGREES}
    assert (found.explanations, found.unexplained) == ((), None)


@EXAMPLES
@given(dice(0), st.randoms(use_true_random=False))
def test_a_slip_under_a_cause_is_explained_by_it(roll: Dice, random: Random) -> None:
    """Whatever cause is taken, with whatever value: a slip settled under it names that cause, or agrees anyway."""
    box = roll.box()
    case, rulebook = case_of(box)
    world = world_of(reckoning(case.person, CARE, box.bills[0], case.year_to_date, box.benefits))
    possible = [each for each in reckoned_otherwise(world, printed(world)) if not each.reads]
    assume(possible)
    taken = random.choice(possible)
    then = supposed(world, taken)
    assume(then is not None)
    assert then is not None
    slip = printed(then)
    found = found_explanations(Desk(case, rulebook), world, slip)
    agrees = not apart(nearest(world.amounts, slip), slip)
    assert agrees or taken.cause in {cause for each in found for cause in each.causes}


@EXAMPLES
@given(dice(0.5))
def test_a_line_lies_within_its_own_span(roll: Dice) -> None:
    """A slip settled at any value inside the unknown figures differs in no line: each lies in its own span."""
    box = roll.box()
    case, rulebook = case_of(box)
    [result] = results(case, rulebook)
    inside = world_of(reckoning(case.person, CARE, box.bills[0], case.year_to_date, roll.inside(box)))
    found = check(case, printed(inside), rulebook)
    assert result.known.gaps or LineVerdict.DIFFERS not in {line.verdict for line in found.lines}
