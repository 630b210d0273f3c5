"""The list to tick (办事清单): papers, steps and days in the order in which they come; ids are stable."""

from collections.abc import Iterator

from desktop_app.domain.advice import FilingAdvice, SettlementAdvice, SettlementVerdict
from desktop_app.domain.message import message
from desktop_app.domain.outcome import CheckItem, Deadline
from desktop_app.domain.region import Relation
from desktop_app.rules.route import TO_FILE_FIRST
from desktop_app.rules.situation import Situation


def checklist(
    situation: Situation, filing: FilingAdvice, settlement: SettlementAdvice, deadlines: tuple[Deadline, ...]
) -> tuple[CheckItem, ...]:
    """Everything to do, each once."""
    items = [*_filing(situation, filing, deadlines), *_steps(settlement), *_claim(settlement, deadlines)]
    return tuple({item.id: item for item in items}.values())


def _filing(situation: Situation, filing: FilingAdvice, deadlines: tuple[Deadline, ...]) -> Iterator[CheckItem]:
    """The papers of the filing, one line each, an alternative named with what it replaces."""
    due = next((deadline.day for deadline in deadlines if deadline.what.id.startswith(_FILING_DAYS)), None)
    instead = {paper.instead_of: paper for paper in filing.materials if paper.instead_of}
    for paper in filing.materials:
        if not paper.required:
            continue
        other = instead.get(paper.id)
        text = message("route.check.paper", paper=paper.name)
        if other is not None:
            text = message("route.check.paper_or", paper=paper.name, other=other.name)
        yield CheckItem(id=f"paper.{paper.id}", text=text, due=due)
    if filing.materials and not (filing.verdict in TO_FILE_FIRST and situation.relation is not Relation.SAME_AREA):
        return
    if filing.materials:
        yield CheckItem(id="filing.submit", text=message("route.check.submit", place=situation.place_name), due=due)


_FILING_DAYS = (
    "claim.by.before_",
    "claim.by.better_",
    "claim.by.look_up_",
    "claim.by.ask_",
    "claim.by.submit",
    "claim.by.window_",
)


def _steps(settlement: SettlementAdvice) -> Iterator[CheckItem]:
    for step in settlement.steps:
        if step.do.text.id == "route.before.file":
            continue
        name = step.do.text.id.removeprefix("route.")
        yield CheckItem(id=f"step.{step.when.value}.{name.rpartition('.')[2]}", text=step.do.text)


def _claim(settlement: SettlementAdvice, deadlines: tuple[Deadline, ...]) -> Iterator[CheckItem]:
    """The papers of a claim that is sure to come."""
    if settlement.verdict is not SettlementVerdict.MANUAL or settlement.claim is None:
        return
    due = next((deadline.day for deadline in deadlines if deadline.what.id.startswith("claim.by.claim_")), None)
    for paper in settlement.claim.papers:
        if paper.required:
            text = message("route.check.paper", paper=paper.name)
            yield CheckItem(id=f"claim.{paper.id}", text=text, due=due)
    yield CheckItem(id="claim.submit", text=message("route.check.claim"), due=due)
