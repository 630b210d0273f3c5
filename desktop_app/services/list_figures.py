"""List all figures of an area, and what is not known there."""

from collections.abc import Iterator, Sequence
from datetime import date

from desktop_app.domain.area_figures import AreaFigures, Unstated, WeighedFigure
from desktop_app.domain.area_sheet import Disagreement
from desktop_app.domain.care import CareKind
from desktop_app.domain.figure import FigureName
from desktop_app.domain.listing import ListedFigure
from desktop_app.domain.person import Scheme
from desktop_app.rules.area_sheet import for_kind, missing, used_and_replaced
from desktop_app.rules.disagreement import weigh
from desktop_app.rules.rulebook import BenefitQuery
from desktop_app.services.find_area import find_area
from desktop_app.storage.rule_pack import RulePack


def list_figures(rulebook: RulePack, text: str, on: date, schemes: Sequence[Scheme] = tuple(Scheme)) -> AreaFigures:
    """The figures that count in the place with this code or name; those that closer ones replace are left out.

    Raises Problem where no place or more than one fits, and where nobody is insured.
    """
    place = find_area(rulebook, text)
    code = place.region.code
    in_force = [figure for figure in rulebook.figures(code) if figure.in_force(on)]
    lineage = rulebook.lineage(code)
    used: list[ListedFigure] = []
    for scheme in schemes:
        used += used_and_replaced([figure for figure in in_force if figure.scheme is scheme], lineage)[0]
    in_use = rulebook.facts_in_use()
    weighed = (WeighedFigure(one, tuple(_weighed(one, rulebook, lineage, in_use))) for one in used)
    queries = (
        BenefitQuery(insured_region=code, scheme=scheme, kind=kind, on=on) for scheme in schemes for kind in CareKind
    )
    return AreaFigures(place, on, tuple(weighed), tuple(_unstated(query, used, rulebook) for query in queries))


def _unstated(query: BenefitQuery, used: Sequence[ListedFigure], rulebook: RulePack) -> Unstated:
    """What the area does not write for this kind of care: the lookup borrows it from outpatient care, or knows nothing.

    A figure written for some people only is written; whom it leaves out can be read from its conditions.
    """
    of_scheme = [figure for figure in used if figure.scheme is query.scheme]
    here = [figure for figure in of_scheme if figure.kind in {None, query.kind}]
    written = {figure.name for figure in here}
    borrowed = {figure.name for figure in for_kind(of_scheme, query.kind, query.on)} - written
    return Unstated(
        scheme=query.scheme,
        kind=query.kind,
        as_outpatient=tuple(name for name in FigureName if name in borrowed),
        gaps=tuple(gap for gap in missing(rulebook.benefits(query), here) if gap.figure not in borrowed),
    )


def _weighed(
    listed: ListedFigure, rulebook: RulePack, lineage: tuple[str, ...], in_use: frozenset[str]
) -> Iterator[Disagreement]:
    number = listed.figure.provenance.fact
    fact = rulebook.fact(number, lineage[0]) if number else None
    if fact is not None:
        yield from (weigh(fact, other, lineage, in_use) for other in listed.disagreements)
