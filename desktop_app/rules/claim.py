"""The manual claim (手工报销): the papers by kind of care, where they go, and by when."""

from dataclasses import dataclass
from datetime import date, timedelta

from desktop_app.domain.advice import ClaimAdvice, Material, Reasoned, SettlementVerdict
from desktop_app.domain.care import CareKind, Stage
from desktop_app.domain.message import message
from desktop_app.domain.period import months_after
from desktop_app.domain.policy import ClaimLimit, PaperRule
from desktop_app.rules.coverage import Coverage
from desktop_app.rules.situation import Situation

CAREFUL_MONTHS = 3
"""Where a region's limit is not known, this many months are taken for safe, and never beyond the end of the year."""

PAPERS: dict[CareKind, str] = {
    CareKind.INPATIENT: "inpatient",
    CareKind.OUTPATIENT: "outpatient",
    CareKind.CHRONIC_OUTPATIENT: "outpatient",
    CareKind.EMERGENCY_OUTPATIENT: "emergency",
    CareKind.DRUGSTORE: "drugstore",
    CareKind.CHILDBIRTH: "childbirth",
    CareKind.INJURY: "injury",
}
"""The list of papers that goes with each kind of care (N-099 to N-104, N-113)."""


LIABILITY_LETTER = "injury_statement"
"""The letter that nobody else is liable (外伤无第三方责任承诺书): asked of nobody who is not sure of it (N-111)."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A last day for the claim: where it comes from, and whether the insured region states it beyond doubt."""

    day: date
    rule: ClaimLimit | None
    firm: bool
    same: tuple[ClaimLimit, ...] = ()
    others: tuple[ClaimLimit, ...] = ()

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts behind the day, then those that name another."""
        return tuple(limit.binding.fact for limit in (*self.same, *self.others))


def claim_advice(situation: Situation, verdict: SettlementVerdict) -> ClaimAdvice | None:
    """How to claim, also as the way out should direct settlement fail; None where nothing is to be claimed."""
    if verdict is SettlementVerdict.NOT_COVERED or situation.stage is Stage.DISCHARGED_SETTLED:
        return None
    where = message("claim.where", area=situation.insured.name, line=situation.line)
    said = situation.reasoned(where, "N-099", "N-108", "S1-10")
    return ClaimAdvice(papers=claim_papers(situation), where=said, deadline=deadline_text(situation))


def claim_papers(situation: Situation) -> tuple[Material, ...]:
    """The papers for this kind of care, by the most local list; a newborn's parents' papers replace its own (N-117)."""
    papers = _papers(situation, _list_id(situation))
    if not situation.newborn:
        return papers
    return (*papers[:1], *_papers(situation, "newborn"), *papers[1:])


def claim_limit(situation: Situation) -> Limit:
    """The day to keep: the earliest of what the region's sources say, else a careful one until the region is asked.

    It is firm only where every source that is not merely typical agrees (N-107).
    """
    limits = [limit for limit in _limits(situation) if limit.binding.covers(situation.person)]
    if not limits:
        day = min(months_after(situation.care.date, CAREFUL_MONTHS), date(situation.care.date.year, 12, 31))
        return Limit(day, None, firm=False)
    days = {limit: _last_day(limit, situation.care.date) for limit in limits}
    first = min(limits, key=lambda limit: (days[limit], not limit.binding.firm))
    same = tuple(limit for limit in limits if days[limit] == days[first])
    others = tuple(limit for limit in limits if days[limit] != days[first])
    return Limit(days[first], first, firm=not others and first.binding.firm, same=same, others=others)


def deadline_text(situation: Situation) -> Reasoned:
    """By when the claim must be in, with the sources that say otherwise."""
    limit = claim_limit(situation)
    if limit.rule is None:
        passed = "_passed" if limit.day < situation.today else ""
        return situation.reasoned(message(f"claim.deadline.not_known{passed}", day=limit.day))
    length = "months" if limit.rule.months else "days"
    count = limit.rule.months or limit.rule.days or 0
    since = message(f"claim.since.{limit.rule.start.value if situation.is_stay else 'payment'}")
    text = message(f"claim.deadline.{length}", since=since, count=count, day=limit.day)
    for other in limit.others[:1]:
        text = message("claim.deadline.differs", text=text, other=situation.statement(other.binding.fact))
    if limit.day < situation.today:
        text = message("claim.deadline.passed", text=text, rule=situation.statement(limit.rule.binding.fact))
    return situation.reasoned(text, *limit.facts)


def _list_id(situation: Situation) -> str:
    """Which list of papers applies; rescue adds its own to urgent care and stays."""
    care = situation.care
    return "rescue" if care.emergency and care.kind in _RESCUED else PAPERS[care.kind]


def nobody_else_liable(situation: Situation) -> bool:
    """Whether it is said for certain that neither a third party nor work has to do with the injury."""
    injury = situation.care.injury
    return injury is not None and injury.third_party is False and injury.work is False


_RESCUED = frozenset({CareKind.INPATIENT, CareKind.EMERGENCY_OUTPATIENT})


def _papers(situation: Situation, id: str) -> tuple[Material, ...]:
    rules = situation.rulebook.paper_rules(situation.insured_code, situation.today)
    rule = next((r for r in rules if r.id == id and r.binding.covers(situation.person)), None)
    return tuple(_paper(situation, rule, paper) for paper in rule.papers) if rule else ()


def _paper(situation: Situation, rule: PaperRule, written: str) -> Material:
    id, _, instead_of = written.partition("/")
    signed_if_sure = id == LIABILITY_LETTER and not nobody_else_liable(situation)
    return Material(
        id=id,
        name=message(f"materials.{id}"),
        required=not instead_of and not signed_if_sure,
        instead_of=instead_of or None,
        facts=situation.cite(rule.binding.fact),
    )


def _limits(situation: Situation) -> list[ClaimLimit]:
    """The limits stated today for this kind of care: they bind whoever hands in a claim now, whenever the care was."""
    rules = situation.rulebook.claim_limits(situation.insured_code, situation.today)
    return [
        rule
        for rule in rules
        if (not rule.kinds or situation.care.kind in rule.kinds)
        and (not rule.relations or situation.relation in rule.relations)
        and not (rule.late_filing and situation.coverage is Coverage.COVERS)
    ]


def _last_day(limit: ClaimLimit, since: date) -> date:
    return months_after(since, limit.months) if limit.months else since + timedelta(days=limit.days or 0)
