"""Blanks of the call script as figures of the case: in one number, in parts, and those nobody can read any more."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from desktop_app.domain.bill import Bill
from desktop_app.domain.evidence import Evidence
from desktop_app.domain.figure import Factor, FigureName, Points, Schedule, Segment, Supplement
from desktop_app.domain.heard import Heard
from desktop_app.domain.money import Fen
from desktop_app.domain.own_figure import Informant, OwnValue
from desktop_app.paths import resources_dir
from desktop_app.render.views.citations import Bibliography
from desktop_app.render.views.money_view import sum_lines
from desktop_app.render.words import Words
from desktop_app.rules.estimate.year import estimate_case
from desktop_app.rules.plan import make_plan
from desktop_app.services.case_as_told import case_as_told, plan_as_told, text_in_parts, value_told
from desktop_app.services.export_summary import summary_of
from desktop_app.storage.rule_pack import RulePack
from tests.rules.cases import JINAN, case

STAY = case(bill=Bill(total=Fen(30_000_00)))
COUNTER = Heard("65%", Informant.COUNTER, date(2026, 11, 20))


@pytest.mark.parametrize(
    ("figure", "value"),
    [
        (FigureName.ELSEWHERE, Factor(Fraction(4, 5))),
        (FigureName.SUPPLEMENT, Supplement(Fraction(9, 10), Fen(300_000_00))),
        (FigureName.SUPPLEMENT, None),
    ],
)
def test_a_figure_of_several_parts_comes_back_as_it_was_kept(figure: FigureName, value: OwnValue) -> None:
    """Exactly, and where there is none as none."""
    assert value_told(figure, text_in_parts(value)) == value


def test_every_readable_blank_counts_and_no_other() -> None:
    """Two figures; a note, words for a figure, and figures this edition is not told count for nothing."""
    told = case_as_told(
        STAY,
        {
            "figure.ratio": COUNTER,
            "figure.elsewhere": Heard("10"),
            "ask.exempt": Heard("要备案"),
            "figure.cap": Heard("三十万左右"),
            "figure.oracle": Heard("1"),
            "figure.critical": Heard("付一半"),
            "figure.rounding": Heard("[1]"),
        },
    )
    assert told.figures is not None
    assert told.figures.present == {FigureName.RATIO, FigureName.ELSEWHERE}
    assert told.figures.ratio == Schedule(segments=(Segment(None, Fraction(65, 100)),))
    assert told.figures.elsewhere == Points(Fraction(1, 10))


def test_answers_stand_beside_their_questions_on_paper(rulebook: RulePack) -> None:
    """What the hospital said is printed in place of the line; a dispute's answer finds its own dispute."""
    unknown = replace(STAY.episodes[0].care, networked=None)
    stay = replace(STAY, episodes=(replace(STAY.episodes[0], care=unknown),))
    heard = {
        "ask.connected": Heard("开通了", Informant.HOSPITAL, date(2026, 11, 20)),
        "ask.dispute.N-077.S2-05": Heard("按第一种"),
    }
    plan = plan_as_told(make_plan(stay, rulebook), heard)
    told = {ask.blank: ask.heard.text for ask in plan.ask if ask.heard is not None}
    assert told == {"ask.connected": "开通了", "ask.dispute.N-077.S2-05": "按第一种"}
    sheet = summary_of(stay, rulebook, "zh_CN", heard).html
    assert "<b>开通了（2026年11月20日，医院医保办）</b>" in sheet
    assert "<b>按第一种</b>" in sheet
    assert sheet.count("问到的：<br>____") == len(plan.ask) - 2


def test_what_was_told_is_marked_with_who_said_it_and_when(rulebook: RulePack) -> None:
    """In the sum, beside the figure, as one's own."""
    [estimate] = estimate_case(case_as_told(STAY, {"figure.ratio": COUNTER}), rulebook)
    [ratio] = [used for used in estimate.figures if used.name is FigureName.RATIO]
    assert ratio.exact
    assert ratio.provenance.evidence is Evidence.YOURS
    words = Words("zh_CN", resources_dir() / "words")
    cite = Bibliography(rulebook, JINAN, words)
    assert "（您问到的：2026年11月20日，医保经办窗口）" in cite.figure("65%", ratio.provenance).text
    assert sum_lines(estimate, cite, words)
