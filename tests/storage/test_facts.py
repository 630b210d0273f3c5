"""Facts, graded for the place that asks; sources, diseases and terms."""

from datetime import date

import pytest

from desktop_app.domain.evidence import Evidence
from desktop_app.storage.rule_pack import RulePack

OFFICIAL, REPORTED, TYPICAL = Evidence.OFFICIAL, Evidence.REPORTED, Evidence.TYPICAL


@pytest.mark.parametrize(("number", "region", "evidence"), [
    ("N-001", "140100", REPORTED),  # national, everywhere
    ("N-001", None, REPORTED),
    ("N-007", "140100", TYPICAL),
    ("N-005", "320500", OFFICIAL),  # Jiangsu's text was read: official in its cities and counties
    ("N-005", "320505", OFFICIAL),
    ("N-005", "140100", REPORTED),  # elsewhere the national rule is known to be the same
    ("N-005", None, REPORTED),
    ("N-026", "320100", OFFICIAL),
    ("N-026", "110000", TYPICAL),
    ("N-013", "320500", OFFICIAL),
    ("N-013", "310000", None),  # Jiangsu's own: not shown elsewhere
    ("N-029", "440100", OFFICIAL),  # Guangzhou, not the rest of Guangdong
    ("N-029", "440103", OFFICIAL),
    ("N-029", "440300", None),
    ("N-075", "150826", REPORTED),  # a county's answer holds in that county only
    ("N-075", "150800", None),
    ("N-074", "140800", TYPICAL),
    ("L1001", "110105", REPORTED),
    ("L1001", "110100", REPORTED),  # Beijing by the code of another list
    ("L1001", "310000", None),
    ("L2022", "430200", TYPICAL),  # written for the province and one city: holds in the others too
    ("S0-01", "440300", REPORTED),
    ("S0-01", None, None),
    ("S0-05", "650100", TYPICAL),
    ("N-999", "140100", None),
    ("N-005", "999999", REPORTED),  # an unknown place is elsewhere
])  # fmt: skip
def test_a_fact_is_graded_for_the_place_that_asks(
    rulebook: RulePack, number: str, region: str | None, evidence: Evidence | None
) -> None:
    """In its own regions, their counties and below, under one word; elsewhere under another, or not at all."""
    fact = rulebook.fact(number, region)
    assert (fact.evidence if fact else None) == evidence


def test_a_fact_says_where_it_comes_from(rulebook: RulePack) -> None:
    """Text, topic, source with number and official link, day in force, and what says otherwise."""
    fact = rulebook.fact("N-003", "140100")
    assert fact is not None
    assert fact.text.startswith("跨省直接结算时，药品、诊疗项目和耗材算不算医保内")
    assert fact.topic == "catalogue"
    assert fact.source.number == "医保发〔2022〕22号"
    assert fact.source.link == "https://www.nhsa.gov.cn/art/2022/7/26/art_104_8629.html"
    assert fact.effective == date(2023, 1, 1)
    assert fact.disagrees_with == ("S1-11", "S2-05")


def test_articles_are_called_by_number_date_and_subject(rulebook: RulePack) -> None:
    """The fourth article has a date; its facts name it as their source."""
    fact = rulebook.fact("S3-04", "440300")
    assert fact is not None
    assert fact.source.title == "资讯文章四：深圳参保人异地门诊直接结算"
    assert fact.source.published == "2023-03-14"
    assert fact.source.link is None
    assert fact.disagrees_with == ("S1-01", "S2-25", "N-044", "N-140")


def test_sources_on_unofficial_sites_have_no_address(rulebook: RulePack) -> None:
    """Such a source is named by title and publisher."""
    fact = rulebook.fact("L1001", "110000")
    assert fact is not None
    assert (fact.source.title, fact.source.link) == ("北京市职工基本医疗保险住院待遇标准（转述）", None)
    assert rulebook.source(fact.source.id) == fact.source
    assert rulebook.source("nobody") is None


def test_the_ten_diseases_settled_across_provinces(rulebook: RulePack) -> None:
    """Five since 2021, five announced in 2024; names without the remarks in brackets."""
    diseases = rulebook.chronic_diseases()
    assert [disease.name for disease in diseases if disease.batch == 1] == [
        "高血压",
        "糖尿病",
        "恶性肿瘤门诊放化疗",
        "尿毒症透析",
        "器官移植术后抗排异治疗",
    ]
    assert [disease.number for disease in diseases] == list(range(1, 11))
    assert diseases[1].aliases == ("消渴病",)
    assert diseases[3].codes == ("M07801", "M07803", "M07804")


def test_terms_are_explained(rulebook: RulePack) -> None:
    """The glossary keeps its order and its cross-references."""
    terms = rulebook.terms()
    assert len(terms) == 75
    assert terms[0].name == "异地就医"
    assert terms[0].see == ("参保地", "就医地")


def test_the_edition_is_dated(rulebook: RulePack) -> None:
    """People must be able to say which rulebook an answer came from."""
    edition = rulebook.edition()
    assert edition.version == "2026.11"
    assert edition.checked_on == date(2026, 11, 21)
