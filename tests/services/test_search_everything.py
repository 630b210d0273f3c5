"""One search over places, diseases, help, terms and articles."""

import json
import time
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from desktop_app.cli import run
from desktop_app.domain.found import Fit, Found, FoundKind
from desktop_app.paths import resources_dir
from desktop_app.render.help import TOPICS
from desktop_app.render.words import LANGUAGES, Words
from desktop_app.services.search_everything import MOST_OF_A_KIND, EverythingSearch
from desktop_app.storage.rule_pack import RulePack


@pytest.fixture(scope="module")
def search(rulebook: RulePack) -> EverythingSearch:
    """The search in Chinese, ready."""
    return EverythingSearch(rulebook, Words("zh_CN", resources_dir() / "words")).prepare()


@pytest.mark.parametrize(("query", "kind", "target"), [
    ("太原", FoundKind.REGION, "140100"),
    ("小店区", FoundKind.REGION, "140100"),
    ("襄樊", FoundKind.REGION, "420600"),
    ("xiangfan", FoundKind.REGION, "420600"),
    ("蒙", FoundKind.REGION, "150000"),
    ("高血压", FoundKind.DISEASE, "1"),
    ("gxy", FoundKind.DISEASE, "1"),
    ("透析", FoundKind.DISEASE, "4"),
    ("乙肝", FoundKind.DISEASE, "9"),
    ("M03900", FoundKind.DISEASE, "1"),
    ("急诊", FoundKind.TOPIC, "emergency"),
    ("卡丢", FoundKind.TOPIC, "lost_card"),
    ("diuka", FoundKind.TOPIC, "lost_card"),
    ("断缴", FoundKind.TOPIC, "interrupted"),
    ("12333", FoundKind.TOPIC, "hotline"),
    ("共济", FoundKind.TOPIC, "shared_balance"),
    ("二档", FoundKind.TERM, "二档"),
    ("新农合", FoundKind.TERM, "居民医保"),
    ("S1-04", FoundKind.STATEMENT, "article-2"),
])  # fmt: skip
def test_what_one_means_comes_first(search: EverythingSearch, query: str, kind: FoundKind, target: str) -> None:
    """A place, a disease by alias or code, a question's word, a term, a statement by its number."""
    first = search.find(query)[0]
    assert (first.kind, first.target) == (kind, target)


def test_better_fits_come_before_other_kinds(search: EverythingSearch) -> None:
    """A term that is 备案 comes before a help topic that only begins with it; of equal fits places come first."""
    fits = [found.fit for found in search.find("备案")]
    assert fits == sorted(fits)
    shown = [(found.fit, found.kind, found.title) for found in search.find("beian")]
    assert shown[0] == (Fit.EXACT, FoundKind.REGION, "北安市")
    assert (Fit.EXACT, FoundKind.TERM, "备案") in shown


def test_a_few_of_each_kind(search: EverythingSearch) -> None:
    """A common word brings no flood: six of a kind at most."""
    found = [each.kind for each in search.find("报销")]
    assert max(found.count(kind) for kind in set(found)) == MOST_OF_A_KIND
    assert {FoundKind.TOPIC, FoundKind.TERM, FoundKind.STATEMENT} <= set(found)


def test_statements_say_which_article_they_stand_in(search: EverythingSearch) -> None:
    """What one reads before opening it: the sentence, its number and its article."""
    found = next(each for each in search.find("称备案有效期一般一年") if each.kind is FoundKind.STATEMENT)
    assert found.title == "称备案有效期一般一年，期内可反复使用不必重办。"
    assert found.detail.startswith("S1-04 · 资讯文章二")


def test_pages_of_the_asker_are_found_too(rulebook: RulePack) -> None:
    """Whoever asks may add where else one can go."""
    page = Found(kind=FoundKind.PAGE, title="报销测算", detail="", target="estimator")
    search = EverythingSearch(rulebook, Words("zh_CN", resources_dir() / "words"), [page])
    for typed in ("测算", "报销测算", "baoxiaocesuan", "bxcs", "费用清单"):
        assert [each.target for each in search.find(typed) if each.kind is FoundKind.PAGE] == ["estimator"], typed


def test_english_words_find_what_is_in_english(rulebook: RulePack) -> None:
    """In English titles and explanations are English, and the Chinese still finds them."""
    search = EverythingSearch(rulebook, Words("en", resources_dir() / "words"))
    assert search.find("deductible")[0].target == "起付线"
    assert search.find("card")[0].target == "lost_card"
    assert search.find("card")[0].title == "A lost or new card"
    assert "deductible" in next(each for each in search.find("起付线") if each.kind is FoundKind.TERM).title


def test_every_topic_goes_by_other_words(rulebook: RulePack) -> None:
    """Each topic of help has words people would type, and there are none for topics that do not exist."""
    assert {word.target for word in rulebook.search_words() if word.kind is FoundKind.TOPIC} == set(TOPICS)


def test_readings_are_those_of_the_glossary(rulebook: RulePack) -> None:
    """The pinyin a term is found by is that which stands in the glossary, without its tones."""
    read = {word.word: "".join(word.pinyin) for word in rulebook.search_words() if word.kind is FoundKind.TERM}
    for term in rulebook.terms():
        bare = "".join(mark for mark in unicodedata.normalize("NFD", term.pinyin) if not unicodedata.combining(mark))
        assert read[term.name].rstrip("0123456789") == bare.replace(" ", "").lower(), term.name


def test_an_answer_is_there_before_the_next_letter(search: EverythingSearch) -> None:
    """Each keystroke takes less than 3 milliseconds at best, over everything."""
    for query in ["b", "be", "bei", "备", "备案", "住院", "s", "shi", "报销", "1", "一年", "S"]:
        times = []
        for _ in range(5):
            start = time.perf_counter()
            search.find(query)
            times.append(time.perf_counter() - start)
        assert min(times) < 0.003, query


@pytest.mark.parametrize("language", LANGUAGES)
def test_searching_on_the_command_line(
    language: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, pack_file: Path
) -> None:
    """`yidi search` prints a line for each, the best first; with `--json` where each leads and how well it fits."""
    monkeypatch.setattr("desktop_app.services.open_rulebook.rule_pack_file", lambda: pack_file)
    assert run(["search", "太原", "--json", "--lang", language], lambda: date(2026, 11, 21)) == 0
    first = json.loads(capsys.readouterr().out)[0]
    assert first == {"kind": "region", "title": "太原市", "detail": "山西省", "target": "140100", "fit": "exact"}
    assert run(["search", "断缴", "--lang", language], lambda: date(2026, 11, 21)) == 0
    assert capsys.readouterr().out.startswith({"zh_CN": "帮助  医保断了怎么办", "en": "Help  When insurance"}[language])
    assert run(["search", "zzzz", "--lang", language], lambda: date(2026, 11, 21)) == 0
    assert "zzzz" in capsys.readouterr().out
