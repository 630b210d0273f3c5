"""Facts worth knowing with a kind of care, a disease or a place (另外要知道): said, never reckoned with."""

from collections.abc import Iterator

from desktop_app.domain.advice import Reasoned
from desktop_app.domain.message import message
from desktop_app.domain.policy import RemarkRule
from desktop_app.rules.commitment import filed_elsewhere
from desktop_app.rules.coverage import Coverage
from desktop_app.rules.diseases import disease_named
from desktop_app.rules.exemption import places_of
from desktop_app.rules.situation import Situation


def remarks(situation: Situation) -> Iterator[Reasoned]:
    """What the insured region's sources say besides, in their own words, the most local first."""
    disease = disease_named(situation.rulebook.chronic_diseases(), situation.care.disease or "")
    number = disease.number if disease else None
    for rule in situation.rulebook.remarks(situation.insured_code, situation.care.begins):
        if _speaks_of(rule, situation) and (not rule.diseases or number in rule.diseases):
            fact = rule.binding.fact
            yield situation.reasoned(message(f"warnings.remark.{rule.id}", rule=situation.statement(fact)), fact)


def _speaks_of(rule: RemarkRule, situation: Situation) -> bool:
    return (
        rule.binding.covers(situation.person)
        and (not rule.kinds or situation.care.kind in rule.kinds)
        and (not rule.reasons or situation.reason in rule.reasons)
        and (not rule.stages or situation.stage in rule.stages)
        and (not rule.relations or situation.relation in rule.relations)
        and (not rule.areas or bool(rule.areas & places_of(situation)))
        and (not rule.filed_elsewhere or _may_be_filed_elsewhere(situation))
        and (not rule.across_new_year or situation.care.begins.year < situation.care.date.year)
    )


def _may_be_filed_elsewhere(situation: Situation) -> bool:
    """Whether a long-term filing holds for another place, or nobody said whether there is one."""
    return situation.coverage is Coverage.NOT_KNOWN or filed_elsewhere(situation) is not None
