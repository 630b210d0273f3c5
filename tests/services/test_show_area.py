"""What the rulebook shows of an area, of two areas, and of the source articles."""

from datetime import date

import pytest

from desktop_app.domain.care import CareKind, FilingType, Level
from desktop_app.domain.evidence import Evidence
from desktop_app.domain.figure import FigureName
from desktop_app.domain.person import Scheme, Status
from desktop_app.errors import Problem
from desktop_app.rules.rulebook import BenefitQuery
from desktop_app.services.compare_areas import compare_areas
from desktop_app.services.show_area import show_area
from desktop_app.services.show_articles import show_articles
from desktop_app.storage.rule_pack import RulePack

TODAY = date(2026, 11, 21)
RETIRED = BenefitQuery(
    insured_region="140100",
    scheme=Scheme.EMPLOYEE,
    kind=CareKind.INPATIENT,
    on=TODAY,
    level=Level.LEVEL3,
    status=Status.RETIRED,
)


def test_the_tree_holds_every_area_under_its_province(rulebook: RulePack) -> None:
    """Thirty-one provinces and the corps, 349 pooling areas, each once, and the corps by itself."""
    provinces = rulebook.provinces()
    assert len(provinces) == 32
    areas = [area.code for province in provinces for area in province.areas]
    assert len(areas) == len(set(areas)) == 349
    shanxi = next(province for province in provinces if province.code == "140000")
    assert (shanxi.short, len(shanxi.areas)) == ("山西", 11)
    assert [area.code for area in provinces[-1].areas] == ["660000"]


def test_an_area_shows_its_figures_its_facts_and_what_it_lacks(rulebook: RulePack) -> None:
    """Taiyuan's employees in hospital: local figures, local facts, and the figures nobody has."""
    sheet = show_area(rulebook, "140100", Scheme.EMPLOYEE, CareKind.INPATIENT, TODAY)
    local = {figure.name for figure in sheet.figures if figure.region == "140100"}
    assert {FigureName.DEDUCTIBLE, FigureName.RATIO, FigureName.CAP} <= local
    assert all(figure.kind in {None, CareKind.INPATIENT} and figure.in_force(TODAY) for figure in sheet.figures)
    assert {gap.figure for gap in sheet.gaps}.isdisjoint({figure.name for figure in sheet.figures})
    assert all("CN" not in fact.regions for fact in sheet.facts)
    assert "L2045" in {fact.number for fact in sheet.facts}
    assert all(not fact.schemes or Scheme.EMPLOYEE in fact.schemes for fact in sheet.facts)


def test_figures_of_the_nation_give_way_to_the_areas_own(rulebook: RulePack) -> None:
    """Shenzhen says what care elsewhere costs; the nation's guidance on it is listed as replaced, not as in force."""
    sheet = show_area(rulebook, "440300", Scheme.EMPLOYEE, CareKind.INPATIENT, TODAY)
    elsewhere = [figure for figure in sheet.figures if figure.name is FigureName.ELSEWHERE]
    assert {figure.region for figure in elsewhere} == {"440300"}
    assert "CN" in {each.figure.region for each in sheet.replaced if each.figure.name is FigureName.ELSEWHERE}


def test_a_county_is_shown_with_the_area_that_pools_it(rulebook: RulePack) -> None:
    """Kunshan's figures are those of Suzhou."""
    sheet = show_area(rulebook, "320583", Scheme.RESIDENT, CareKind.OUTPATIENT, TODAY)
    assert (sheet.place.name, sheet.area.code) == ("昆山市", "320500")


@pytest.mark.parametrize(("code", "named"), [("140000", "山西省"), ("810000", "香港特别行政区"), ("999999", "999999")])
def test_what_is_no_pooling_area_is_said(rulebook: RulePack, code: str, named: str) -> None:
    """A province of several areas, Hong Kong, and a code that is none are one sentence each."""
    with pytest.raises(Problem) as refused:
        show_area(rulebook, code, Scheme.EMPLOYEE, CareKind.INPATIENT, TODAY)
    assert dict(refused.value.message.parameters)["value"] == named
    with pytest.raises(Problem):
        compare_areas(rulebook, RETIRED, code)


def test_disagreements_name_the_one_used(rulebook: RulePack) -> None:
    """An article gives long-term filings in Shanxi one year, the nation no end: the better evidence is used."""
    sheet = show_area(rulebook, "140100", Scheme.EMPLOYEE, CareKind.INPATIENT, TODAY)
    against = {(each.used.number, each.other.number): each.why.id for each in sheet.disagreements}
    assert against["N-045", "S4-27"] == "rulebook_page.why.stronger"


def test_two_areas_are_compared_for_one_person(rulebook: RulePack) -> None:
    """The ratio at home and what is taken off in another province, by how it is filed, as the lookup has it."""
    compared = compare_areas(rulebook, RETIRED, "440300")
    assert (compared.left.code, compared.right.code) == ("140100", "440300")
    [ratio] = [each for each in compared.figures if each.name is FigureName.RATIO]
    assert ratio.differs
    ways = [each.filing for each in compared.figures if each.name is FigureName.ELSEWHERE]
    assert ways == [FilingType.LONG_TERM_RESIDENCE, FilingType.REFERRAL, FilingType.OTHER_TEMPORARY, None]
    with_itself = compare_areas(rulebook, RETIRED, "140100")
    assert not any(each.differs for each in with_itself.figures)


def test_nothing_less_is_the_same_in_points_and_as_a_factor(rulebook: RulePack) -> None:
    """Long-term filing takes nothing off in Taiyuan (0 points) and in Shenzhen (times 100 %): no difference."""
    compared = compare_areas(rulebook, RETIRED._replace(status=None), "440300")
    [long_term, *_] = [each for each in compared.figures if each.name is FigureName.ELSEWHERE]
    assert not long_term.differs


def test_the_articles_are_read_statement_by_statement(rulebook: RulePack) -> None:
    """Five articles with date and subject; a doubted statement stands beside the stronger one that is used."""
    read = show_articles(rulebook)
    assert [each.article.source.id for each in read] == [f"article-{number}" for number in range(1, 6)]
    assert all(each.article.source.title.startswith("资讯文章") for each in read)
    statements = {each.fact.number: each for article in read for each in article.statements}
    doubted = statements["S2-08"]
    assert doubted.doubted
    assert {each.used.number for each in doubted.against} == {"N-018", "N-025"}
    used = statements["S4-05"]
    assert used.in_use
    assert not used.doubted
    assert used.fact.evidence is Evidence.REPORTED
