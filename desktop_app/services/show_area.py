"""Show what the rulebook says about an area."""

from datetime import date

from desktop_app.domain.area_sheet import AreaSheet
from desktop_app.domain.care import CareKind
from desktop_app.domain.evidence import Fact
from desktop_app.domain.message import message
from desktop_app.domain.person import Scheme
from desktop_app.domain.policy import NATION
from desktop_app.errors import Problem
from desktop_app.rules.area_sheet import for_kind, missing, used_and_replaced
from desktop_app.rules.disagreement import disagreements
from desktop_app.rules.rulebook import BenefitQuery
from desktop_app.storage.rule_pack import RulePack


def show_area(rulebook: RulePack, code: str, scheme: Scheme, kind: CareKind, on: date) -> AreaSheet:
    """Every figure, gap, local fact and disagreement of an area, for one scheme and kind of care on one day.

    Raises Problem where nobody is insured: a province of several areas, Hong Kong, Macau, Taiwan, an unknown code.
    """
    place, area = rulebook.region(code), rulebook.pooling_area(code)
    if place is None or area is None:
        raise Problem(message("rulebook_page.no_area", value=place.name if place else code))
    lineage = rulebook.lineage(code)
    listed = [figure for figure in rulebook.figures(code) if figure.scheme is scheme]
    figures, replaced = used_and_replaced(for_kind(listed, kind, on), lineage)
    found = rulebook.benefits(BenefitQuery(insured_region=code, scheme=scheme, kind=kind, on=on))
    facts = {fact.number: fact for fact in rulebook.facts_about(code) if not fact.schemes or scheme in fact.schemes}
    local = tuple(fact for fact in facts.values() if _is_local(fact))
    behind = {figure.figure.provenance.fact for figure in figures} | {fact.number for fact in local}
    return AreaSheet(
        place=place,
        area=area,
        scheme=scheme,
        kind=kind,
        on=on,
        figures=figures,
        replaced=replaced,
        gaps=missing(found, figures),
        facts=local,
        disagreements=tuple(
            each
            for each in disagreements(facts, lineage, rulebook.facts_in_use())
            if not behind.isdisjoint({each.used.number, each.other.number})
        ),
    )


def _is_local(fact: Fact) -> bool:
    """Whether it is written for the area or its province, and not for the whole country."""
    return NATION not in fact.regions
