"""The search over everything, kind by kind: what people in need type, and what they are led to."""

import pytest

from desktop_app.domain.found import Fit, FoundKind
from desktop_app.paths import resources_dir
from desktop_app.render.words import Words
from desktop_app.services.search_everything import EverythingSearch
from desktop_app.storage.rule_pack import RulePack

ENOUGH = 2
"""Characters after which everything must be found."""


@pytest.fixture(scope="module")
def search(rulebook: RulePack) -> EverythingSearch:
    """The search in Chinese, ready."""
    return EverythingSearch(rulebook, Words("zh_CN", resources_dir() / "words")).prepare()


def targets(search: EverythingSearch, query: str, kind: FoundKind) -> list[str]:
    """What of one kind is found, in order."""
    return [found.target for found in search.find(query) if found.kind is kind]


@pytest.mark.parametrize(("query", "number"), [
    ("高血压", "1"),
    ("血压高", "1"),
    ("gxy", "1"),
    ("糖尿", "2"),
    ("消渴", "2"),
    ("tnb", "2"),
    ("肿瘤", "3"),
    ("癌症", "3"),
    ("靶向药", "3"),
    ("透析", "4"),
    ("洗肾", "4"),
    ("尿毒", "4"),
    ("肾移植", "5"),
    ("慢阻肺", "6"),
    ("类风湿", "7"),
    ("支架", "8"),
    ("冠心", "8"),
    ("乙肝", "9"),
    ("强直", "10"),
])  # fmt: skip
def test_diseases_go_by_all_their_names(search: EverythingSearch, query: str, number: str) -> None:
    """The list's name, its aliases, what people say, initials: the disease of that number comes first."""
    assert targets(search, query, FoundKind.DISEASE)[0] == number


def test_every_disease_is_found_by_two_characters_of_any_name(search: EverythingSearch, rulebook: RulePack) -> None:
    """Of its name and of each alias."""
    diseases = rulebook.chronic_diseases()
    assert len(diseases) >= 10
    for disease in diseases:
        for name in (disease.name, *disease.aliases):
            assert str(disease.number) in targets(search, name[:ENOUGH], FoundKind.DISEASE), name


def test_every_term_is_found_by_its_name_pinyin_and_english(search: EverythingSearch, rulebook: RulePack) -> None:
    """The whole name comes first of all terms; two characters of it are enough to be listed."""
    words = {word.word: word for word in rulebook.search_words() if word.kind is FoundKind.TERM}
    for term in rulebook.terms():
        read = "".join(words[term.name].pinyin)
        for query in (term.name, read, term.english):
            assert targets(search, query, FoundKind.TERM)[0] == term.name, query
        found = search.find(term.name[:ENOUGH], most_of_a_kind=50)
        assert term.name in [one.target for one in found if one.kind is FoundKind.TERM], term.name


def test_every_topic_is_found_by_its_title(search: EverythingSearch) -> None:
    """Typing what the page is called leads to it before anything else of help."""
    for topic in search.find("怎么", most_of_a_kind=50):
        if topic.kind is FoundKind.TOPIC:
            assert targets(search, topic.title, FoundKind.TOPIC)[0] == topic.target


@pytest.mark.parametrize(("query", "topic"), [
    ("回老家", "types"),
    ("学生", "types"),
    ("带孙子", "types"),
    ("住院", "direct_settlement"),
    ("刷卡", "direct_settlement"),
    ("发票", "manual_claim"),
    ("抢救", "emergency"),
    ("补缴", "interrupted"),
    ("退休", "paying_years"),
    ("亲情", "relatives"),
    ("隐私", "privacy"),
    ("网上说", "contradictions"),
    ("转院", "types"),
    ("老家", "types"),
    ("回老家看病", "types"),
    ("生小孩", "childbirth"),
    ("没带卡", "lost_card"),
    ("中风", "emergency"),
])  # fmt: skip
def test_a_question_leads_to_its_page_of_help(search: EverythingSearch, query: str, topic: str) -> None:
    """A word of the question, not the page's own title."""
    assert targets(search, query, FoundKind.TOPIC)[0] == topic


@pytest.mark.parametrize(("query", "target"), [
    ("住院", "direct_settlement"),
    ("转院", "types"),
    ("门槛费", "起付线"),
    ("买药", "定点药店"),
    ("药店", "定点药店"),
    ("深圳二档", "二档"),
    ("异地就医备案要什么材料", "papers"),
    ("我妈回老家看病怎么办", "types"),
    ("孩子的卡丢了怎么办呀", "lost_card"),
])  # fmt: skip
def test_what_people_say_leads_to_its_page_or_term_before_all_else(
    search: EverythingSearch, query: str, target: str
) -> None:
    """Everyday words, and whole sentences by the longest known word in them."""
    assert search.find(query)[0].target == target


def test_a_sentence_without_a_known_word_finds_nothing(search: EverythingSearch) -> None:
    """Rather nothing than something far away."""
    assert search.find("今天天气很好啊") == ()


def test_every_statement_is_found_by_its_number_and_its_beginning(search: EverythingSearch, rulebook: RulePack) -> None:
    """Each of the five articles, statement by statement."""
    statements = [(fact, article.source.id) for article in rulebook.articles() for fact in article.statements]
    assert len({source for _, source in statements}) == 5
    for fact, source in statements:
        best = search.find(fact.number)[0]
        assert (best.kind, best.target, best.fit) == (FoundKind.STATEMENT, source, Fit.EXACT)
        titles = [one.title for one in search.find(fact.text[:12], most_of_a_kind=50)]
        assert fact.text in titles, fact.number


@pytest.mark.parametrize("query", ["太原", "备案", "急诊", "ba", "高血压", "报销", "住院"])
def test_better_fits_come_first_and_nothing_twice(search: EverythingSearch, query: str) -> None:
    """Exact before beginning before inside over all kinds; one thing has one line."""
    found = search.find(query)
    assert [one.fit for one in found] == sorted(one.fit for one in found)
    lines = [(one.kind, one.title, one.detail) for one in found]
    assert len(lines) == len(set(lines))
