"""Questions about what sources dispute: the facts that carry a plan and others that say something else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.domain.advice import FilingAdvice, SettlementAdvice
from desktop_app.domain.evidence import Evidence, Fact, Provenance
from desktop_app.domain.figure import FigureName
from desktop_app.domain.message import message
from desktop_app.domain.outcome import DISPUTE, Ask, MoneyAdvice
from desktop_app.rules.situation import Situation

_STRENGTH: Final = (Evidence.TYPICAL, Evidence.REPORTED, Evidence.OFFICIAL)


def disputed_facts(
    situation: Situation,
    filing: FilingAdvice,
    settlement: SettlementAdvice,
    money: MoneyAdvice | None,
    asked: Sequence[Ask],
) -> Iterator[Ask]:
    """Each fact under a verdict or a figure that another source contradicts, unless it is `asked` about already.

    Where the other source is as good as ours comes first. Whether something need be filed at all is no such question:
    the rules about that are weighed by case, and asked about where they leave a doubt.
    """
    covered = {number for ask in asked for number in ask.facts}
    covered |= {ask.provenance.fact for ask in asked if ask.figure and ask.provenance and ask.provenance.fact}
    figures = _facts_of_figures(money)
    found: dict[frozenset[str], _Dispute] = {}
    for number in dict.fromkeys((*filing.facts, *settlement.facts, *figures)):
        fact = situation.rulebook.fact(number, situation.insured_code)
        if fact is None or (number not in figures and fact.evidence is Evidence.TYPICAL):
            continue
        other = next(_opponents(situation, fact), None)
        if other is not None and not {number, other.number} & covered:
            found.setdefault(frozenset({number, other.number}), _Dispute(fact, other, figures.get(number)))
    for dispute in sorted(found.values(), key=lambda each: each.lead):
        yield _question(situation, dispute)


@dataclass(frozen=True, slots=True)
class _Dispute:
    """A fact the plan rests on, and another that contradicts it; `figure` where it is a figure's."""

    fact: Fact
    other: Fact
    figure: FigureName | None

    @property
    def lead(self) -> int:
        """By how many grades the fact is on better evidence than the other."""
        return _STRENGTH.index(self.fact.evidence) - _STRENGTH.index(self.other.evidence)


def _facts_of_figures(money: MoneyAdvice | None) -> dict[str, FigureName]:
    """The facts that figures of the estimate were taken from."""
    if money is None:
        return {}
    return {used.provenance.fact: used.name for used in money.as_is.figures if used.provenance.fact}


def _opponents(situation: Situation, fact: Fact) -> Iterator[Fact]:
    """What other sources say instead, as far as it may be shown for the insured region."""
    for number in fact.disagrees_with:
        other = situation.rulebook.fact(number, situation.insured_code)
        if other is not None and {fact.topic, other.topic} != {FILING}:
            yield other


def _question(situation: Situation, dispute: _Dispute) -> Ask:
    """The plan rests on the first of the two; where the other is on better evidence nothing is said to be assumed."""
    fact, other = dispute.fact, dispute.other
    provenance = Provenance(evidence=fact.evidence, source=fact.source, fact=fact.number)
    sure = dispute.lead >= 0
    return Ask(
        question=message(DISPUTE, one=fact.text.rstrip(_STOP), other=other.text.rstrip(_STOP)),
        assumed=message("ask.assumed.first_of_two") if sure else None,
        provenance=provenance if sure else None,
        line=situation.insured.hotline,
        figure=dispute.figure,
        facts=(fact.number, other.number),
    )


FILING: Final = "filing"
"""The topic of facts about filing."""

_STOP: Final = "\u3002"
"""The full stop of a Chinese sentence: the statements stand inside another one."""
