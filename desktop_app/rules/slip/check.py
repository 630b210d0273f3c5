"""A slip checked against the estimate of a case: every line, what explains the differences, what to ask."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from desktop_app.domain.case import Case, Episode
from desktop_app.domain.message import Message, message
from desktop_app.domain.outcome import StepName
from desktop_app.domain.slip import (
    Asked,
    Cause,
    ComparedLine,
    Explanation,
    Judgement,
    LineVerdict,
    OwnSum,
    Slip,
    SlipCheck,
    SlipLine,
    SlipQuestion,
    SupposedRule,
    Sureness,
)
from desktop_app.errors import Problem
from desktop_app.rules.estimate.result import Result
from desktop_app.rules.estimate.trace import trace
from desktop_app.rules.estimate.year import results
from desktop_app.rules.rulebook import RuleBook
from desktop_app.rules.slip.amounts import apart, nearest, same
from desktop_app.rules.slip.compare import compared
from desktop_app.rules.slip.explain import SUMS, Found, found_explanations
from desktop_app.rules.slip.own_sums import own_sums
from desktop_app.rules.slip.standing import standing_of
from desktop_app.rules.slip.suggest import suggestions
from desktop_app.rules.slip.supposing import Desk, Supposition, World, supposed
from desktop_app.rules.slip.table import SLIP
from desktop_app.rules.slip.verdict import question, reasoned, row_for

MOST_EXPLANATIONS: Final = 6
TELLING: Final = 2
"""So many lines besides the total a slip must state before a single explanation counts as likely."""

WITHIN: Final = frozenset({StepName.LOCAL_SEGMENT, StepName.ELSEWHERE_LOSS})
CRITICAL: Final = frozenset({StepName.CRITICAL_COUNTED, StepName.CRITICAL_TIER, StepName.CRITICAL_FUND})
"""Steps on the way to critical-illness insurance, which say nothing where it pays nothing."""

WHOLE_PERCENT: Final = 2
"""The rank from which a ratio is finer than a whole per cent."""

SURENESS: Final = (Sureness.LIKELY, Sureness.POSSIBLE, Sureness.FAINT)
GRAVITY: Final = (Judgement.NORMAL, Judgement.CANNOT_TELL, Judgement.WORTH_ASKING)


def check(case: Case, slip: Slip, rulebook: RuleBook, *, number: int | None = None) -> SlipCheck:
    """The slip of the case's n-th episode by date, the last one if left out, against its estimate.

    Raises Problem for a number that no episode has, and for whatever an estimate refuses.
    """
    episodes = sorted(case.episodes, key=lambda each: each.care.date)
    chosen = len(episodes) if number is None else number
    if not 1 <= chosen <= len(episodes):
        allowed = f"1–{len(episodes)}"
        raise Problem(message("problems.not_one_of", key="--episode", value=str(chosen), allowed=(allowed,)))
    result = list(results(case, rulebook))[chosen - 1]
    return _Checking(case, episodes[chosen - 1], result, slip, rulebook).checked()


class _Checking:
    """One slip beside one result."""

    def __init__(self, case: Case, episode: Episode, result: Result, slip: Slip, rulebook: RuleBook) -> None:
        self._case, self._episode, self._result, self._rulebook = case, episode, result, rulebook
        self._world = World(result.here, result.settled, result.known.until)
        self._slip = slip
        self._printed = nearest(self._world.amounts, slip)
        self._known = Slip(tuple(pair for pair in slip.stated if self._printed[pair[0]] is not None))

    def checked(self) -> SlipCheck:
        lines = compared(self._result, self._slip)
        found = found_explanations(Desk(self._case, self._rulebook), self._world, self._known)
        pairs = sorted(self._told(found), key=lambda pair: SURENESS.index(pair[1].sureness))
        told = [explanation for _, explanation in pairs]
        region = self._case.person.insured_region
        facts = ("N-093",) if region and self._rulebook.fact("N-093", region) else ()
        sums = tuple(own_sums(self._slip, facts))
        shown = tuple(told[:MOST_EXPLANATIONS])
        unexplained = self._unexplained(lines, shown)
        return SlipCheck(
            lines=tuple(_with_causes(line, shown) for line in lines),
            judgement=_judged(shown, sums, unexplained),
            explanations=shown,
            own_sums=sums,
            suggestions=tuple(suggestions(self._world, self._slip, _unobjected(pairs))),
            unexplained=unexplained,
            further=len(told) - len(shown),
        )

    def _told(self, found: Sequence[Found]) -> Iterator[tuple[Found, Explanation]]:
        firm = [each for each in found if not self._read_off(each)]
        for each in found:
            yield (
                each,
                Explanation(
                    rules=tuple(self._rule(each, one) for one in each.suppositions),
                    sureness=self._sureness(each, rivals=len(firm) - 1),
                    sum=tuple(self._sum(each.world)),
                    fund_total=each.world.settled.fund_total,
                ),
            )

    def _read_off(self, found: Found) -> bool:
        """Whether nothing but the lines it was read off, and sums of them, speaks for it."""
        read = frozenset[SlipLine]().union(*(one.reads for one in found.suppositions))
        return bool(read) and not (apart(self._printed, self._known) - read - SUMS)

    def _sureness(self, found: Found, *, rivals: int) -> Sureness:
        if self._read_off(found):
            return Sureness.POSSIBLE if _lands_on_a_percent(found) else Sureness.FAINT
        told = len({line for line, _ in self._known.stated} - {SlipLine.TOTAL})
        single = len(found.suppositions) == 1
        return Sureness.LIKELY if single and not rivals and told >= TELLING else Sureness.POSSIBLE

    def _rule(self, found: Found, one: Supposition) -> SupposedRule:
        standing = standing_of(self._case, self._episode, self._rulebook, self._world, found.world)
        row = row_for(one, standing)
        return SupposedRule(
            cause=one.cause,
            said=one.said,
            judgement=row.judged,
            why=reasoned(row, standing),
            moves=self._moves(found, one),
            question=question(row, standing),
        )

    def _moves(self, found: Found, one: Supposition) -> tuple[SlipLine, ...]:
        """The stated lines that this rule moves, after those before it."""
        before: World | None = self._world
        for earlier in found.suppositions[: found.suppositions.index(one)]:
            before = before and supposed(before, earlier)
        after = before and supposed(before, one)
        if before is None or after is None:
            return ()
        was, now = nearest(before.amounts, self._slip), nearest(after.amounts, self._slip)
        return tuple(line for line, _ in self._known.stated if not same(was[line], now[line]))

    def _sum(self, then: World) -> Iterator[Message]:
        """The lines of the calculation that come out otherwise than in the estimate, as far as they pay something."""
        before = {step.how for step in trace(self._world.here, self._world.settled, self._world.until)}
        silent = set(WITHIN) | ({StepName.PRIOR_SELF_PAY} if then.here.bill.own_ratio_parts else set())
        if then.settled.closing.critical.paid == self._world.settled.closing.critical.paid == 0:
            silent |= CRITICAL
        for step in trace(then.here, then.settled, then.until):
            if step.how not in before and step.name not in silent:
                yield step.how

    def _unexplained(self, lines: Sequence[ComparedLine], told: Sequence[Explanation]) -> SlipQuestion | None:
        """The open question where something differs beyond the range and no rule we know reproduces it."""
        differing = [line for line in lines if line.verdict is LineVerdict.DIFFERS]
        if told or not differing:
            return None
        region = self._case.person.insured_region
        area = self._rulebook.pooling_area(region) if region else None
        names = tuple(message(f"slip.line.{line.line.value}") for line in differing)
        return SlipQuestion(
            whom=Asked.INSURED_REGION,
            line=area.hotline if area else None,
            text=message("slip.ask.unexplained", lines=names),
            bring=(message(SLIP), message("materials.itemised_list")),
        )


def _lands_on_a_percent(found: Found) -> bool:
    """Whether all that was read off is a ratio that comes out at a whole per cent: hardly by chance."""
    read = [one for one in found.suppositions if one.reads]
    return all(one.cause is Cause.OTHER_RATIO and one.rank < WHOLE_PERCENT for one in read)


def _unobjected(told: Sequence[tuple[Found, Explanation]]) -> Iterator[tuple[Cause, World]]:
    """The rules of the likeliest explanations, without those that are to be asked about first."""
    for found, explanation in told:
        if explanation.sureness is told[0][1].sureness:
            for rule in explanation.rules:
                if rule.judgement is not Judgement.WORTH_ASKING:
                    yield rule.cause, found.world


def _with_causes(line: ComparedLine, told: Sequence[Explanation]) -> ComparedLine:
    """The line with the causes that move it, where it does not agree anyway."""
    if line.verdict is LineVerdict.AGREES:
        return line
    causes = dict.fromkeys(rule.cause for each in told for rule in each.rules if line.line in rule.moves)
    return replace(line, explained_by=tuple(causes))


def _judged(told: Sequence[Explanation], sums: Sequence[OwnSum], unexplained: SlipQuestion | None) -> Judgement:
    """The gravest of what is likeliest; rivals that are judged otherwise leave it open."""
    judged = [each.judgement for each in sums]
    if unexplained is not None:
        judged.append(Judgement.WORTH_ASKING)
    if told:
        best = [_gravest([rule.judgement for rule in each.rules]) for each in told if each.sureness is told[0].sureness]
        judged.append(best[0] if len(set(best)) == 1 else Judgement.CANNOT_TELL)
    return _gravest(judged)


def _gravest(judged: Sequence[Judgement]) -> Judgement:
    return max(judged, key=GRAVITY.index, default=Judgement.NORMAL)
