"""The wizard by keyboard: choosing, typing, mistakes, back, leaving, coming back, and records out of reach."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.bill import Bill
from desktop_app.domain.money import Fen
from desktop_app.paths import data_dir, household_file
from desktop_app.render.words import Language
from desktop_app.ui.interview.check_view import AnswerRow
from desktop_app.ui.interview.emergency_view import EmergencyView
from desktop_app.ui.interview.examples_view import ExamplesView
from desktop_app.ui.interview.papers_card import PapersCard
from desktop_app.ui.interview.question_view import QuestionView
from desktop_app.ui.interview.trouble import Trouble
from desktop_app.ui.interview.verdict_view import VerdictView
from desktop_app.ui.interview.wizard_page import WizardPage
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.opened import Opened, with_records
from desktop_app.ui.page_list import HOME, WIZARD
from desktop_app.ui.pages.left_off_row import LeftOffRow
from desktop_app.ui.preferences import Preferences
from desktop_app.ui.roles import Look
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.check_row import CheckRow
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.step_list import StepRow
from desktop_app.ui.widgets.text import Text
from tests.gallery.interview_screens import kept
from tests.gallery.shell_screens import at
from tests.gallery.studio import Screen, open_pack, settle, standing, wait_until
from tests.interview.samples import SUZHOU_EMPLOYEE, TAIYUAN_MOTHER

CHINESE = Preferences("zh_CN", 100, Look.LIGHT)


def open_with_records(pack: Path, language: Language) -> Opened:
    """The rulebook and the family's records in the test's own folder."""
    return with_records(open_pack(pack, language))


@contextmanager
def wizard(pack: Path, answers: dict[str, dict[str, str]] | None = None) -> Iterator[tuple[MainWindow, WizardPage]]:
    """The wizard on screen, with records of nobody, or with these answers already given."""
    screen = Screen(name="wizard", arrange=at(WIZARD), kept=answers or {}, opener=open_with_records)
    with standing(screen, pack=pack, preferences=CHINESE) as (window, _):
        yield window, page_of(window)


def page_of(window: MainWindow) -> WizardPage:
    """The wizard's page of a window."""
    page = window.page
    assert isinstance(page, WizardPage)
    return page


def press(window: MainWindow, *keys: Qt.Key) -> None:
    """Presses keys where the keyboard is."""
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or window, key)
        QApplication.processEvents()


def write(window: MainWindow, text: str) -> None:
    """Types where the keyboard is."""
    QTest.keyClicks(QApplication.focusWidget() or window, text)
    QApplication.processEvents()


def title(page: WizardPage) -> str:
    """The question on screen."""
    asked = page.view.findChild(Text, "question")
    assert isinstance(asked, Text)
    return asked.text()


def errors(page: WizardPage) -> list[str]:
    """What is said to be wrong on the page."""
    said = [row.error.text() for row in page.view.findChildren(FormRow)]
    said += [text.text() for text in page.view.findChildren(Text) if text.property("type") == "error"]
    return [text for text in dict.fromkeys(said) if text]


def on_disk() -> dict[str, str]:
    """The answers in the records, whatever the program thinks."""
    with closing(sqlite3.connect(household_file())) as records:
        return dict(records.execute("SELECT question, text FROM answer").fetchall())


def test_numbers_choose_and_enter_goes_on(pack_file: Path) -> None:
    """Four questions with seven keys; each choice is on disk before the next page is there."""
    with wizard(pack_file) as (window, page):
        assert title(page) == "现在有人有生命危险吗？"
        press(window, Qt.Key.Key_2)
        assert on_disk() == {"danger": "no"}
        press(window, Qt.Key.Key_Return, Qt.Key.Key_2, Qt.Key.Key_Return)
        assert title(page) == "看病的人现在是哪种情况？"
        assert on_disk() == {"danger": "no", "scheme": "resident"}
        press(window, Qt.Key.Key_1, Qt.Key.Key_Return)
        write(window, "68")
        press(window, Qt.Key.Key_Return)
        assert on_disk()["age"] == "68"
        assert title(page) == "有没有困难身份？"


def test_arrows_choose_too(pack_file: Path) -> None:
    """Down and up move and choose among the cards, as with any radio buttons."""
    with wizard(pack_file) as (window, page):
        press(window, Qt.Key.Key_Down)
        assert on_disk() == {"danger": "no"}
        assert isinstance(page.view, QuestionView)


def test_enter_without_an_answer_says_so_and_stays(pack_file: Path) -> None:
    """Nothing is chosen by accident: the page says what is missing."""
    with wizard(pack_file) as (window, page):
        press(window, Qt.Key.Key_Return)
        assert errors(page) == ["请选一个。"]
        assert title(page) == "现在有人有生命危险吗？"


def test_danger_shows_the_emergency_card_at_once(pack_file: Path) -> None:
    """Choosing yes is enough: the card is there, and Enter leads on to the questions."""
    with wizard(pack_file) as (window, page):
        press(window, Qt.Key.Key_1)
        assert isinstance(page.view, EmergencyView)
        press(window, Qt.Key.Key_Return)
        assert title(page) == "看病的人参加的是哪种医保？"


def test_back_keeps_the_answer_and_a_wrong_entry(pack_file: Path) -> None:
    """What is wrong stands beside its field; back and forth again, the wrong text is still there to be mended."""
    with wizard(pack_file, kept(TAIYUAN_MOTHER, "age")) as (window, page):
        press(window, Qt.Key.Key_End, *[Qt.Key.Key_Backspace] * 2)
        write(window, "680")
        press(window, Qt.Key.Key_Return)
        assert errors(page) == ["“680”不行，请填 0 到 120 的整数。"]
        page.navigation.back.click()
        assert title(page) == "看病的人现在是哪种情况？"
        page.go_on()
        field = page.view.findChild(QWidget, "answer_age")
        assert field is not None
        assert field.property("text") == "680"


def test_a_day_that_contradicts_is_said_beside_its_field(pack_file: Path) -> None:
    """A planned admission in the past is refused in one sentence with the day in it; the text stays."""
    with wizard(pack_file, kept(TAIYUAN_MOTHER, "admitted_on")) as (window, page):
        field = page.view.findChild(QWidget, "answer_admitted_on")
        assert field is not None
        field.setProperty("text", "2026-11-01")
        press(window, Qt.Key.Key_Return)
        assert errors(page) == ["2026年11月1日 已经过去了。已经住院或看过病的，请回到“现在到哪一步”改。"]
        assert field.property("text") == "2026年11月1日"


def test_save_and_leave_then_home_leads_back(pack_file: Path) -> None:
    """Leaving saves the answer on screen, home lists the case, and pressing it opens the same question."""
    with wizard(pack_file, kept(TAIYUAN_MOTHER, "level")) as (window, page):
        press(window, Qt.Key.Key_3)
        page.navigation.leave.click()
        settle()
        assert window.page is not page
        rows = window.findChildren(LeftOffRow)
        assert [row.text() for row in rows] == ["太原市 → 北京市"]
        rows[0].click()
        settle()
        assert title(page_of(window)) == "医院是几级的？"
        assert on_disk()["level"] == "level2"


def test_the_case_is_there_at_the_next_start(pack_file: Path) -> None:
    """Closed in the middle and started again, the wizard stands at the same question."""
    with wizard(pack_file) as (window, _):
        press(window, Qt.Key.Key_2, Qt.Key.Key_Return, Qt.Key.Key_1)
        window.close()
        ini = (data_dir() / "window.ini").read_text(encoding="utf-8")
    assert "case=1" in ini
    screen = Screen(name="again", arrange=at(HOME), opener=open_with_records, kept={WIZARD: {"case": "1"}})
    with standing(screen, pack=pack_file, preferences=CHINESE) as (window, _):
        window.show_page(WIZARD)
        settle()
        assert title(page_of(window)) == "看病的人参加的是哪种医保？"


def test_another_language_keeps_question_answer_and_typed_text(pack_file: Path) -> None:
    """Changed to English in the middle of typing, the question is the same and the text still there."""
    with wizard(pack_file, kept(TAIYUAN_MOTHER, "bill")) as (window, page):
        field = page.view.findChild(QWidget, "answer_total")
        assert field is not None
        field.setProperty("text", "12x")
        window.choose(Preferences("en", 100, Look.LIGHT))
        settle()
        english = page_of(window)
        assert title(english) == "What will it cost, roughly?"
        again = english.view.findChild(QWidget, "answer_total")
        assert again is not None
        assert again.property("text") == "12x"


def test_a_step_leads_back_and_every_later_answer_stays(pack_file: Path) -> None:
    """Pressing a step of the list shows its first question; the way forward finds all answers as they were."""
    with wizard(pack_file, kept(TAIYUAN_MOTHER, "check")) as (_window, page):
        step = next(row for row in page.findChildren(StepRow) if row.text() == "为什么去那里")
        step.click()
        assert title(page) == "为什么去北京市看病？"
        assert isinstance(page.view, QuestionView)
        assert page.view.field.value() == "long_term_residence"


def test_an_answer_is_changed_from_the_page_of_answers(pack_file: Path) -> None:
    """Pressing an answer opens its question, Enter returns, and the new answer stands there."""
    with wizard(pack_file, kept(TAIYUAN_MOTHER, "check")) as (window, page):
        row = next(row for row in page.view.findChildren(AnswerRow) if row.question == "level")
        row.click()
        press(window, Qt.Key.Key_3, Qt.Key.Key_Return)
        changed = next(row for row in page.view.findChildren(AnswerRow) if row.question == "level")
        assert changed.text() == "二级"


def test_records_in_use_elsewhere_cost_no_answer(pack_file: Path) -> None:
    """While another program holds the file the page says so; the first answer after that brings everything to disk."""
    with wizard(pack_file) as (window, page):
        press(window, Qt.Key.Key_2, Qt.Key.Key_Return)
        with closing(sqlite3.connect(household_file(), isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            press(window, Qt.Key.Key_2)
            trouble = page.findChild(Trouble)
            assert isinstance(trouble, Trouble)
            told = trouble.findChildren(Banner)
            assert any("household.sqlite" in banner.headline.text() for banner in told)
            other.execute("ROLLBACK")
        press(window, Qt.Key.Key_Return, Qt.Key.Key_1)
        assert on_disk() == {"danger": "no", "scheme": "resident", "status": "elderly"}
        assert not trouble.isVisible()


def test_damaged_records_stop_nobody(pack_file: Path) -> None:
    """The program says that the file is damaged, leaves it as it is, and goes on in memory."""
    household_file().parent.mkdir(parents=True, exist_ok=True)
    household_file().write_bytes(b"not a database at all, but precious to somebody")
    with wizard(pack_file) as (window, page):
        trouble = page.findChild(Trouble)
        assert isinstance(trouble, Trouble)
        assert trouble.isVisible()
        press(window, Qt.Key.Key_2, Qt.Key.Key_Return, Qt.Key.Key_2, Qt.Key.Key_Return)
        assert title(page) == "看病的人现在是哪种情况？"
    assert household_file().read_bytes() == b"not a database at all, but precious to somebody"


def test_a_sample_is_shown_but_not_kept_until_it_is_changed(pack_file: Path) -> None:
    """The example opens at its answers, on no disk; the first change makes it a case of one's own."""
    with wizard(pack_file) as (window, page):
        page._steps.example.click()
        assert isinstance(page.view, ExamplesView)
        press(window, Qt.Key.Key_1)
        assert page.notebook.progress.at == "check"
        assert on_disk() == {}
        page.notebook.jump("level")
        press(window, Qt.Key.Key_3)
        assert on_disk()["level"] == "level2"
        assert on_disk()["insured_region"] == "140100"


def _verdicts(window: MainWindow) -> VerdictView:
    wait_until(lambda: bool(window.findChildren(VerdictView)), "the verdicts never came")
    settle()
    return window.findChildren(VerdictView)[-1]


def test_verdicts_answer_in_one_sentence_and_keep_ticks(pack_file: Path) -> None:
    """The banner names the filing; a ticked paper is still ticked after going back and forth, and on the checklist."""
    with wizard(pack_file, kept(TAIYUAN_MOTHER, "verdicts")) as (window, page):
        view = _verdicts(window)
        banner = view.findChildren(Banner)[0]
        assert "异地长期居住人员" in banner.headline.text()
        row = next(row for row in view.findChildren(CheckRow) if row.id == "paper.residence_proof")
        assert isinstance(row.parentWidget(), PapersCard)
        row.click()
        page.notebook.back()
        page.notebook.forward()
        again = next(row for row in _verdicts(window).findChildren(CheckRow) if row.id == "paper.residence_proof")
        assert again.isChecked()
        page.notebook.forward()
        settle()
        listed = {row.id: row.isChecked() for row in page.findChildren(CheckRow)}
        assert listed["paper.residence_proof"]
        assert not listed["paper.identity"]


def test_a_figure_that_is_missing_leads_back_to_its_field(pack_file: Path) -> None:
    """Class B without its share, which the rulebook lacks: the bill comes up again, the sentence beside its field."""
    answers = {**SUZHOU_EMPLOYEE, "bill": Bill(total=Fen(80_000_00), class_b=Fen(20_000_00))}
    with wizard(pack_file, kept(answers, "verdicts")) as (_window, page):
        wait_until(lambda: page.notebook.progress.at == "bill", "nobody asked for the share")
        settle()
        assert errors(page) == [
            "还不知道参保地的乙类要先自付多少。请在“乙类先自付的比例”里填上（可以打 12393 问），或者先把乙类留空。"
        ]


@pytest.mark.parametrize("page", ["verdicts", "checklist"])
def test_no_key_lands_on_the_rail_while_the_answer_is_worked_out(pack_file: Path, page: str) -> None:
    """Impatient keys on the way to the verdicts do not lead away from them."""
    with wizard(pack_file, kept(TAIYUAN_MOTHER, "check")) as (window, wizard_page):
        while wizard_page.notebook.progress.at != page:
            press(window, Qt.Key.Key_Return)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert wizard_page.isAncestorOf(focused) or focused is wizard_page
