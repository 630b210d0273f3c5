"""The screens of the wizard: every question, answers, emergency card, verdicts, checklist and preview."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

from PySide6.QtWidgets import QScrollArea, QWidget

from desktop_app.domain.bill import Bill
from desktop_app.domain.care import CareKind, FilingState, FilingType, Reason
from desktop_app.domain.message import message
from desktop_app.domain.money import Fen
from desktop_app.interview.draft import NOT_KNOWN, Answer, CareStage, FilingPeriod
from desktop_app.interview.kept import as_text
from desktop_app.interview.progress import Page as At
from desktop_app.render.words import Language
from desktop_app.ui.interview.blank import LineBlank
from desktop_app.ui.interview.call_script import CallScript
from desktop_app.ui.interview.checklist_view import ChecklistView
from desktop_app.ui.interview.print_preview import PrintPreview
from desktop_app.ui.interview.side import Steps
from desktop_app.ui.interview.verdict_view import VerdictView
from desktop_app.ui.main_window import SMALLEST_SIZE, MainWindow
from desktop_app.ui.opened import Opened
from desktop_app.ui.page_list import WIZARD
from desktop_app.ui.widgets.fold import Fold
from tests.gallery.shell_screens import at
from tests.gallery.studio import Arrange, Screen, open_pack, settle, wait_until
from tests.interview.samples import SHENZHEN_EMPLOYEE, SUZHOU_EMPLOYEE, TAIYUAN_MOTHER

FILED: dict[str, Answer] = {
    **TAIYUAN_MOTHER,
    "filing": FilingState.FILED,
    "filing_type": FilingType.LONG_TERM_RESIDENCE,
    "filing_region": "110000",
    "filing_period": FilingPeriod(date(2025, 9, 1), None),
    "filing_papers": True,
}
CHRONIC: dict[str, Answer] = {
    **SHENZHEN_EMPLOYEE,
    "kind": CareKind.CHRONIC_OUTPATIENT,
    "disease": "高血压",
    "recognised": True,
}
INJURED: dict[str, Answer] = {
    **TAIYUAN_MOTHER,
    "kind": CareKind.INJURY,
    "work_injury": False,
    "third_party": NOT_KNOWN,
}
URGENT: dict[str, Answer] = {**TAIYUAN_MOTHER, "reason": Reason.EMERGENCY, "rescue": False}
PAID: dict[str, Answer] = {
    **SUZHOU_EMPLOYEE,
    "stage": CareStage.DISCHARGED_PAID,
    "rescue": False,
    "discharged_on": date(2026, 11, 20),
    "bill": Bill(
        total=Fen(80_000_00), out_of_catalogue=Fen(6_000_00), class_b=Fen(20_000_00), class_b_ratio=Fraction(1, 10)
    ),
}


def kept(answers: Mapping[str, Answer], page: str) -> dict[str, dict[str, str]]:
    """What the wizard finds when it is opened at `page` with these answers."""
    return {WIZARD: {**{f"answer_{id}": as_text(answer) for id, answer in answers.items()}, "page": page}}


def outcome(view: type[QWidget], *, scrolled: int = 0) -> Arrange:
    """Shows the wizard and waits for what is worked out; `scrolled` hundredths of the way down."""

    def arrange(window: MainWindow) -> QWidget | None:
        window.show_page(WIZARD)
        wait_until(lambda: window.findChild(view) is not None, f"no {view.__name__}")
        settle()
        for area in window.findChildren(QScrollArea):
            bar = area.verticalScrollBar()
            bar.setValue(bar.maximum() * scrolled // 100)
        return None

    return arrange


def preview(window: MainWindow) -> QWidget | None:
    """Opens the print preview."""
    outcome(ChecklistView)(window)
    checklist = window.findChild(ChecklistView)
    assert isinstance(checklist, ChecklistView)
    checklist.preview.click()
    wait_until(lambda: window.findChild(PrintPreview) is not None, "no preview")
    settle()
    return None


def answered_call(window: MainWindow) -> QWidget | None:
    """Writes a figure into the first line of the call script that takes one, and opens what is folded away in it."""
    outcome(VerdictView)(window)
    blanks = (blank for script in window.findChildren(CallScript) for blank in script.findChildren(LineBlank))
    next(blank for blank in blanks if blank.row.explanation.text()).filled.emit("60")
    wait_until(lambda: any(each.moved for each in window.findChildren(CallScript)), "nothing was worked out anew")
    settle()
    script = next(each for each in window.findChildren(CallScript) if each.moved)
    for fold in script.findChildren(Fold):
        fold.button.setChecked(True)
    settle()
    for area in window.findChildren(QScrollArea):
        inside = area.widget()
        if inside is not None and inside.isAncestorOf(script):
            area.verticalScrollBar().setValue(script.mapTo(inside, script.rect().topLeft()).y())
    return None


def mistaken(window: MainWindow) -> QWidget | None:
    """Types a day that has passed and presses Next."""
    window.show_page(WIZARD)
    wizard = window.page
    go_on: Callable[[], None] = wizard.go_on  # type: ignore[union-attr]  # the wizard's page
    go_on()
    return None


def examples(window: MainWindow) -> QWidget | None:
    """Opens the samples."""
    window.show_page(WIZARD)
    settle()
    for steps in window.findChildren(Steps):
        steps.example.click()
    return None


def open_with_damaged_records(pack: Path, language: Language) -> Opened:
    """The rulebook, and records that cannot be used."""
    damaged = message("household.damaged", file="household.sqlite", folder="/home/wang/.local/share/yidi")
    return replace(open_pack(pack, language), household_problem=damaged)


def _questions(person: str, answers: Mapping[str, Answer], *ids: str) -> list[Screen]:
    return [Screen(name=f"wizard-{person}-{id}", arrange=at(WIZARD), kept=kept(answers, id)) for id in ids]


PAST = {WIZARD: {**kept(TAIYUAN_MOTHER, "admitted_on")[WIZARD], "typed_admitted_on__admitted_on": "2026-11-01"}}

SCREENS = (
    Screen(name="wizard-start", arrange=at(WIZARD)),
    Screen(name="wizard-emergency", arrange=at(WIZARD), kept=kept({**TAIYUAN_MOTHER, "danger": True}, At.EMERGENCY)),
    *_questions(
        "taiyuan",
        TAIYUAN_MOTHER,
        *("scheme", "status", "age", "assistance", "insured_region", "care_region", "reason", "kind", "stage"),
        *("admitted_on", "discharged_on", "filing", "level", "networked", "insurance_state", "bill", "admission"),
    ),
    *_questions("filed", FILED, "filing_type", "filing_region", "filing_period", "filing_papers"),
    *_questions("shenzhen", SHENZHEN_EMPLOYEE, "tier", "family_doctor", "visited_on", "selected", "account_balance"),
    *_questions("chronic", CHRONIC, "disease", "recognised"),
    *_questions("injured", INJURED, "work_injury", "third_party"),
    *_questions("urgent", URGENT, "rescue"),
    Screen(name="wizard-wrong-day", arrange=mistaken, kept=PAST),
    Screen(name="wizard-small", arrange=at(WIZARD), kept=kept(TAIYUAN_MOTHER, "reason"), size=SMALLEST_SIZE),
    Screen(name="wizard-examples", arrange=examples),
    Screen(
        name="wizard-damaged-records",
        arrange=at(WIZARD),
        kept=kept(TAIYUAN_MOTHER, "reason"),
        opener=open_with_damaged_records,
    ),
    Screen(name="wizard-answers", arrange=at(WIZARD), kept=kept(TAIYUAN_MOTHER, At.CHECK)),
    Screen(name="wizard-answers-small", arrange=at(WIZARD), kept=kept(TAIYUAN_MOTHER, At.CHECK), size=SMALLEST_SIZE),
    Screen(name="verdict-taiyuan", arrange=outcome(VerdictView), kept=kept(TAIYUAN_MOTHER, At.VERDICTS)),
    Screen(
        name="verdict-taiyuan-middle",
        arrange=outcome(VerdictView, scrolled=50),
        kept=kept(TAIYUAN_MOTHER, At.VERDICTS),
    ),
    Screen(
        name="verdict-taiyuan-end", arrange=outcome(VerdictView, scrolled=100), kept=kept(TAIYUAN_MOTHER, At.VERDICTS)
    ),
    Screen(
        name="verdict-small",
        arrange=outcome(VerdictView),
        kept=kept(TAIYUAN_MOTHER, At.VERDICTS),
        size=SMALLEST_SIZE,
    ),
    Screen(name="verdict-shenzhen", arrange=outcome(VerdictView), kept=kept(SHENZHEN_EMPLOYEE, At.VERDICTS)),
    Screen(name="verdict-suzhou", arrange=outcome(VerdictView), kept=kept(SUZHOU_EMPLOYEE, At.VERDICTS)),
    Screen(name="verdict-paid", arrange=outcome(VerdictView), kept=kept(PAID, At.VERDICTS)),
    Screen(name="verdict-filed", arrange=outcome(VerdictView), kept=kept(FILED, At.VERDICTS)),
    Screen(name="call-script", arrange=answered_call, kept=kept(TAIYUAN_MOTHER, At.VERDICTS)),
    Screen(name="call-script-small", arrange=answered_call, kept=kept(INJURED, At.VERDICTS), size=SMALLEST_SIZE),
    Screen(name="checklist", arrange=outcome(ChecklistView), kept=kept(TAIYUAN_MOTHER, At.CHECKLIST)),
    Screen(
        name="checklist-small",
        arrange=outcome(ChecklistView),
        kept=kept(TAIYUAN_MOTHER, At.CHECKLIST),
        size=SMALLEST_SIZE,
    ),
    Screen(name="print-preview", arrange=preview, kept=kept(TAIYUAN_MOTHER, At.CHECKLIST)),
)
