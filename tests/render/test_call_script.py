"""The call script in words: seven questions first, the others after them, what each narrows, and whom to ring."""

from dataclasses import replace

import pytest

from desktop_app.domain.figure import FigureName
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Ask, Plan
from desktop_app.render.plan_json import plan_document
from desktop_app.render.plan_text import plan_text
from desktop_app.render.summary import summary_html
from desktop_app.render.views.citations import Bibliography
from desktop_app.render.views.plan_view import plan_view
from desktop_app.render.words import Words
from desktop_app.storage.rule_pack import RulePack
from tests.render.conftest import words_of
from tests.render.samples import a_case, a_plan, says

CHINESE = words_of("zh_CN")


def asking(count: int, line: str | None = "0351-12393") -> Plan:
    """A plan with so many questions; each narrows by ten yuan less than the one before, the last by nothing told."""
    asks = tuple(
        Ask(
            question=says(f"第{number}个问题？"),
            assumed=None,
            provenance=None,
            line=line,
            narrows=Fen((count - number) * 10_00) if number < count else None,
        )
        for number in range(1, count + 1)
    )
    return replace(a_plan(), ask=asks)


def test_seven_questions_come_first_and_none_is_lost(rulebook: RulePack) -> None:
    """Nine: seven and two, in their order, each with what knowing it narrows."""
    view = plan_view(asking(9), Bibliography(rulebook, "140100", CHINESE), CHINESE)
    asked = (*view.questions, *view.more_questions)
    assert (len(view.questions), len(view.more_questions)) == (7, 2)
    assert [question.text.text for question in asked] == [f"第{number}个问题？" for number in range(1, 10)]
    assert [question.worth for question in asked[:2]] == [
        "问清这一项，能报多少的范围缩小 ¥80.00",
        "问清这一项，能报多少的范围缩小 ¥70.00",
    ]
    assert asked[8].worth == ""


def test_paper_and_command_line_put_the_others_under_a_heading_of_their_own(rulebook: RulePack) -> None:
    """Two sets on the sheet, numbered on, each with a line to write on; the same in the text."""
    plan, case = asking(9), a_case()
    sheet = summary_html(case, plan, rulebook, CHINESE)
    assert sheet.index("第7个问题？") < sheet.index("还可以问") < sheet.index("第8个问题？")
    assert sheet.count("问到的：<br>____") == 9
    assert "8.</td>" in sheet
    assert "能报多少的范围缩小 ¥80.00" in sheet
    text = plan_text(plan, case, rulebook, CHINESE)
    assert text.index("第7个问题？") < text.index("还可以问") < text.index("第8个问题？")
    few = summary_html(case, asking(7), rulebook, CHINESE)
    assert "还可以问" not in few


def test_a_figure_nobody_has_says_that_only_the_answer_makes_an_amount(rulebook: RulePack) -> None:
    """Without an assumption there is nothing to narrow; a plain question says neither."""
    gap = Ask(question=says("起付线？"), assumed=None, provenance=None, line=None, figure=FigureName.DEDUCTIBLE)
    plan = replace(a_plan(), ask=(gap, replace(gap, figure=None)))
    view = plan_view(plan, Bibliography(rulebook, "140100", CHINESE), CHINESE)
    assert [question.worth for question in view.questions] == ["没有可靠的数字，问到了才算得出", ""]


def test_only_what_is_assumed_has_a_grade(rulebook: RulePack) -> None:
    """A question is neither official nor typical; it names its source all the same."""
    view = plan_view(a_plan(), Bibliography(rulebook, "140100", CHINESE), CHINESE)
    [ratio, claim] = view.questions
    assert ratio.assumed is not None
    assert ratio.assumed.badge.word == "通行口径"
    assert (claim.text.badge.word, len(claim.text.numbers)) == ("", 1)


@pytest.mark.parametrize(("line", "said"), [("0351-12393", "区号要一起拨"), (None, "前面要加拨参保地的区号")])
def test_the_short_number_alone_leads_astray(rulebook: RulePack, line: str | None, said: str) -> None:
    """With a number that has its area code it must be dialled whole; without one the area code has to be found."""
    plan, case = asking(2, line), a_case()
    for printed in (summary_html(case, plan, rulebook, CHINESE), plan_text(plan, case, rulebook, CHINESE)):
        assert said in printed
        assert "只拨 12393，接通的是您现在所在地的热线" in printed


def test_a_plan_without_questions_rings_nobody(rulebook: RulePack) -> None:
    """No heading, no number."""
    text = plan_text(replace(a_plan(), ask=()), a_case(), rulebook, CHINESE)
    assert "打电话问清楚" not in text
    assert "12393，接通的是" not in text


def test_the_document_says_by_how_much_a_question_narrows(rulebook: RulePack, words: Words) -> None:
    """In yuan, and null where that is not told."""
    found = plan_document(asking(2), a_case(), rulebook, words)
    asked = found["ask"]
    assert isinstance(asked, list)
    assert [each["narrows"] for each in asked if isinstance(each, dict)] == ["10.00", None]
