"""Every other way in words: the same sentences on screen, on paper and in a terminal, in both languages."""

from desktop_app.domain.bill import Bill
from desktop_app.domain.care import FilingState
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import MoneyAdvice
from desktop_app.domain.routes import Route
from desktop_app.render.environment import Pages
from desktop_app.render.plan_text import plan_text
from desktop_app.render.views.citations import Bibliography
from desktop_app.render.views.difference_words import route_name
from desktop_app.render.views.way_view import Way, ways
from desktop_app.rules.plan import make_plan
from desktop_app.storage.rule_pack import RulePack
from tests.render.conftest import words_of
from tests.rules.cases import case

TAIYUAN = {"insured_region": "140100"}
BILL = Bill(total=Fen(3_000_000))


def shown(money: MoneyAdvice, rulebook: RulePack) -> dict[str, Way]:
    """The ways of somebody from Taiyuan by their Chinese names."""
    words = words_of("zh_CN")
    return {way.name: way for way in ways(money, Bibliography(rulebook, "140100", words), words)}


def test_every_route_has_a_name_and_says_what_it_takes(pages: Pages) -> None:
    """In both languages; the case as it stands takes nothing."""
    for route in Route:
        assert f"paper.route.{route.value}" in pages.words
        assert (f"compare.needs.{route.value}" in pages.words) == (route is not Route.AS_IS)


def test_a_way_says_what_it_takes_until_when_on_what_evidence_and_what_to_ask(rulebook: RulePack) -> None:
    """Being referred from Taiyuan: a certificate, by the day before admission; the yuan rest on common practice."""
    money = make_plan(case(bill=BILL, person=TAIYUAN), rulebook).money
    assert money is not None
    way = shown(money, rulebook)["办转诊备案"]
    assert way.takes.text == "请参保地规定的医院开转诊证明，再按转诊备案。"
    assert way.takes.badge.word == "公开资料"
    assert way.until == "最晚2026年12月2日办好（入院前一天）"
    assert way.difference.text.startswith("还说不准：可能比现在少 ¥")
    assert way.difference.badge.word == "通行口径"
    assert way.ask == "先问：职工医保在外地住院，支付比例降多少？"


def test_the_same_sum_says_what_it_hides(rulebook: RulePack) -> None:
    """As much by claim as directly, but it is paid first."""
    money = make_plan(case(bill=BILL, person=TAIYUAN), rulebook).money
    assert money is not None
    way = shown(money, rulebook)["先垫付，回来手工报销"]
    assert (way.difference.text.split("·")[0].strip(), way.note) == ("和现在一样", "报的一样，但要先垫付，回来再报")


def test_the_terminal_says_it_too(rulebook: RulePack) -> None:
    """Each way in its own lines: the difference, what it takes, until when."""
    unfiled = case(bill=BILL, person=TAIYUAN, filing=FilingState.UNKNOWN)
    said = plan_text(make_plan(unfiled, rulebook), unfiled, rulebook, words_of("zh_CN"))
    part = said.partition("换一种办法，差多少")[2]
    for sentence in (
        "自己去，也备案: ",
        "不备案，一般要先付全部费用，再回参保地手工报销，手续多、时间长。",
        "最晚2026年12月2日办好（入院前一天）",
        "改去同一个地方的二级医院。看病为先：病情合不合适，听医生的。",
    ):
        assert sentence in part


def test_whoever_has_filed_is_not_called_unfiled(rulebook: RulePack) -> None:
    """Filed, though nobody knows under which type and until when: the first way is simply as things stand."""
    for filing, first in (
        (FilingState.FILED, "按现在的情况"),
        (FilingState.LATE, "按现在的情况"),
        (FilingState.UNKNOWN, "按现在的情况（还没备案）"),
    ):
        money = make_plan(case(bill=BILL, person=TAIYUAN, filing=filing), rulebook).money
        assert money is not None
        assert words_of("zh_CN").text(route_name(Route.AS_IS, money)) == first
