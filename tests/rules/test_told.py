"""What a plan tells people, line by line: reasons, conditions, steps, days, warnings, questions, each with its facts.

The table is told.toml; who the people are stands in situations.py.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop_app.domain.advice import FilingAdvice, Reasoned, SettlementAdvice
from desktop_app.rules.ask import QUESTIONS
from desktop_app.rules.deadlines import deadlines
from desktop_app.rules.filing import advise_filing
from desktop_app.rules.settlement import advise_settlement
from desktop_app.rules.situation import Situation, situation_of
from desktop_app.rules.warnings import warnings
from desktop_app.storage.rule_pack import RulePack
from tests.rules.cases import case
from tests.rules.situations import SITUATIONS

TOLD: dict[str, dict[str, list[str]]] = tomllib.loads(Path(__file__).with_name("told.toml").read_text(encoding="utf-8"))
WRITTEN = [(who, part) for who, parts in TOLD.items() for part in parts]


@dataclass(frozen=True, slots=True)
class Told:
    """Everything said to one person, part by part."""

    situation: Situation
    advice: FilingAdvice
    settled: SettlementAdvice

    def filing(self) -> Iterator[str]:
        """Reasons; until when a filing holds; the review; later changes."""
        yield from (_line(said, "filing.") for said in self.advice.why)
        held = self.advice.validity
        if held is not None:
            yield " ".join(("until", str(held.until), held.text.id.removeprefix("filing."), *held.facts))
        yield from (_line(said, "filing.") for said in (self.advice.review_time, self.advice.change_rule) if said)

    def settlement(self) -> Iterator[str]:
        """Reasons, then conditions."""
        yield from (_line(said, "settlement.") for said in (*self.settled.why, *self.settled.conditions))

    def route(self) -> Iterator[str]:
        """What to do when."""
        yield from (f"{step.when.value}: {_line(step.do, 'route.')}" for step in self.settled.steps)

    def if_it_fails(self) -> Iterator[str]:
        """What to do when the machine says no."""
        yield from (_line(said, "route.fails.") for said in self.settled.if_it_fails)

    def to_bring(self) -> Iterator[str]:
        """What to have at hand."""
        yield from (" ".join((paper.id, *paper.facts)) for paper in self.settled.bring)

    def days(self) -> Iterator[str]:
        """The days to keep, nearest first."""
        for due in deadlines(self.situation, self.advice, self.settled):
            what = due.what.id.removeprefix("claim.by.")
            yield " ".join((str(due.day), *(["firm"] if due.firm else []), what, *due.facts))

    def warnings(self) -> Iterator[str]:
        """What could go wrong; the region's own remarks have a test of their own."""
        said = warnings(self.situation, self.advice, self.settled)
        yield from (_line(each, "warnings.") for each in said if not each.text.id.startswith("warnings.remark."))

    def questions(self) -> Iterator[str]:
        """What to ask about filing and settlement."""
        for questions in QUESTIONS:
            for ask in questions(self.situation, self.advice, self.settled):
                assumed = ask.assumed.id.removeprefix("ask.assumed.") if ask.assumed else "nothing"
                yield " ".join((ask.question.id.removeprefix("ask."), "→", assumed, *ask.facts))


def _line(said: Reasoned, prefix: str = "") -> str:
    return " ".join((said.text.id.removeprefix(prefix), *said.facts))


def told(rulebook: RulePack, who: str) -> Told:
    """What one of the people is told."""
    situation = situation_of(case(**SITUATIONS[who]), rulebook)
    filing = advise_filing(situation)
    return Told(situation, filing, advise_settlement(situation, filing))


@pytest.mark.parametrize(("who", "part"), WRITTEN, ids=[f"{who}: {part}" for who, part in WRITTEN])
def test_everybody_is_told_what_concerns_them(rulebook: RulePack, who: str, part: str) -> None:
    """Every sentence in its order with the facts behind it, and none besides."""
    assert list(getattr(told(rulebook, who), part)()) == TOLD[who][part]
