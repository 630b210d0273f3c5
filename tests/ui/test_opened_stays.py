"""A case file with several stays: handed on by the wizard, shown in the estimator stay by stay, closed again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.services.estimate_case import estimate_case
from desktop_app.storage.case_file import parse_case
from desktop_app.ui.estimate.estimate_page import EstimatePage
from desktop_app.ui.estimate.result_panel import short_yuan
from desktop_app.ui.interview.wizard_page import WizardPage
from desktop_app.ui.page import Desk
from desktop_app.ui.page_list import ESTIMATOR
from desktop_app.ui.slip.slip_door import SlipDoor
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.text import Text
from tests.gallery.estimate_screens import MOTHER, YEAR_OF_STAYS
from tests.gallery.studio import TODAY

pytestmark = pytest.mark.usefixtures("chinese")


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> EstimatePage:
    """The estimator with something typed into its form."""
    page = EstimatePage(desk)
    qtbot.addWidget(page)
    page.resize(984, 780)
    page.put_back(MOTHER)
    page.show()
    return page


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A year in three places, as a file."""
    path = tmp_path / "year.json"
    path.write_text(json.dumps(YEAR_OF_STAYS), encoding="utf-8")
    return path


def figure(page: EstimatePage) -> str:
    """The one large figure of the result."""
    QTest.qWait(0)
    texts = [text for text in page.result.findChildren(Text) if text.isVisibleTo(page.result)]
    [large] = [text.text() for text in texts if text.property("type") == "figure"]
    return large


def said(part: QWidget) -> list[str]:
    """Every text on a part of the page."""
    return [text.text() for text in part.findChildren(Text) if text.text() and text.isVisibleTo(part)]


def test_the_wizard_hands_several_stays_on(qtbot: QtBot, desk: Desk, file: Path) -> None:
    """It plans one, so it asks for the estimator with the same file, and shows no trouble."""
    wizard = WizardPage(desk)
    qtbot.addWidget(wizard)
    wanted: list[tuple[str, str]] = []
    wizard.wants.connect(lambda page, subject: wanted.append((page, subject)))
    wizard.open_at(f"file/{file}")
    assert wanted == [(ESTIMATOR, f"file/{file}")]
    assert wizard.notebook.case_id is None


def test_each_stay_has_its_result(page: EstimatePage, desk: Desk, file: Path) -> None:
    """The last one first; by arrow keys each of the others, in order of date, with the engine's own amounts."""
    page.open_at(f"file/{file}")
    stays = page.stays
    assert stays is not None
    assert not page.form.isVisible()
    assert "文件“year.json”里有 3 次看病，按日期连着算。点哪一次，就看哪一次的结果。" in said(stays)
    titles = [card.choice.title for card in stays.group.cards]
    assert titles == ["2026年3月14日 · 住院", "2026年8月2日 · 住院", "2026年10月9日 · 普通门诊"]
    case = parse_case(YEAR_OF_STAYS, desk.library.rulebook, TODAY)
    totals = [each.fund_total for each in estimate_case(case, desk.library.rulebook)]
    expected = [short_yuan(total.likely) for total in totals if total is not None]
    assert figure(page) == expected[2]
    stays.group.cards[2].setFocus()
    for place in (1, 0):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Up)
        assert figure(page) == expected[place]
    assert len(set(expected)) == 3


def test_the_slip_of_the_stay_that_is_seen(page: EstimatePage, file: Path) -> None:
    """The way to the slip page carries the case and the number of the stay chosen."""
    page.open_at(f"file/{file}")
    stays = page.stays
    assert stays is not None
    stays.group.cards[0].click()
    QTest.qWait(0)
    wanted: list[str] = []
    page.wants.connect(lambda _page, subject: wanted.append(subject))
    [door] = [door for door in page.result.findChildren(SlipDoor) if door.isVisibleTo(page.result)]
    door.button.click()
    assert json.loads(wanted[0])["number"] == 1


def test_closed_the_form_is_as_it_was(page: EstimatePage, file: Path) -> None:
    """Nothing that was typed is lost by looking at a file."""
    before, typed = figure(page), page.remembered()
    page.open_at(f"file/{file}")
    assert page.stays is not None
    page.stays.closed.emit()
    assert page.form.isVisible()
    assert (figure(page), page.remembered()) == (before, typed)


def test_it_is_there_again_at_the_next_start(page: EstimatePage, qtbot: QtBot, desk: Desk, file: Path) -> None:
    """With the stay that was chosen, even if the file is gone; a case that cannot be read any more is let go."""
    page.open_at(f"file/{file}")
    assert page.stays is not None
    page.stays.group.cards[1].click()
    kept = page.remembered()
    file.unlink()
    again = EstimatePage(desk)
    qtbot.addWidget(again)
    again.put_back(kept)
    assert again.stays is not None
    assert (again.stays.place, again.remembered()) == (1, kept)
    again = EstimatePage(desk)
    qtbot.addWidget(again)
    again.put_back({**kept, "opened_case": "{}"})
    assert again.stays is None
    assert again.form.draft().age == 68


def test_a_file_that_is_no_case_is_said(page: EstimatePage, tmp_path: Path) -> None:
    """One sentence in place of the result; the form stays."""
    file = tmp_path / "shopping.yaml"
    file.write_text("milk: 2\n", encoding="utf-8")
    page.open_at(f"file/{file}")
    assert page.stays is None
    QTest.qWait(0)
    [banner] = [banner for banner in page.result.findChildren(Banner) if banner.isVisibleTo(page.result)]
    assert any("milk" in text for text in said(banner))
