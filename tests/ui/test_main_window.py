"""The window as a whole: paging by keyboard, what comes back at the next start, and what happens without a rulebook."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.paths import log_file
from desktop_app.ui import theme
from desktop_app.ui.estimate.estimate_page import EstimatePage
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.page_list import ABOUT, ESTIMATOR, HELP, HOME, SETTINGS, SLIP, all_pages
from desktop_app.ui.pages.help import HelpPage
from desktop_app.ui.pages.left_off_row import LeftOffRow
from desktop_app.ui.preferences import Preferences
from desktop_app.ui.roles import CONTRAST, Look
from desktop_app.ui.widgets.buttons import LinkButton
from desktop_app.ui.widgets.choice_card import ChoiceCard
from desktop_app.ui.widgets.text import Text
from tests.gallery.estimate_screens import MOTHER
from tests.gallery.shell_screens import BEGUN, at, open_missing, open_with_begun
from tests.gallery.studio import Screen, application, discard, open_pack, settle, standing, wait_until

CHINESE = Preferences("zh_CN", 100, Look.LIGHT)


def said(part: QWidget | None) -> list[str]:
    """Every text on a part of the window."""
    assert part is not None
    return [text.text() for text in part.findChildren(Text) if text.isVisibleTo(part) and text.text()]


def again(pack: Path) -> MainWindow:
    """The next start, with whatever was remembered."""
    from desktop_app.ui.run_window import make_window
    from tests.gallery.studio import TODAY

    window = make_window(application(), lambda: TODAY, lambda language: open_pack(pack, language))
    ready: list[bool] = []
    window.ready.connect(lambda: ready.append(True))
    window.show()
    wait_until(lambda: bool(ready), "the rulebook was never opened")
    return window


def test_pages_are_reached_by_keyboard(qapp: QApplication, pack_file: Path) -> None:
    """Ctrl and a figure shows each page of the rail, in its order, and the rail marks it."""
    with standing(Screen(name="keys", arrange=at(HOME)), pack=pack_file, preferences=CHINESE) as (window, _):
        for number, entry in enumerate((entry for entry in all_pages() if not entry.under), 1):
            QTest.keySequence(window, f"Ctrl+{number}")
            qapp.processEvents()
            marked = [button.id for button in window.rail.buttons.values() if button.isChecked()]
            assert marked == [entry.id]


def test_the_window_bears_the_name_of_its_page(pack_file: Path) -> None:
    """A screen reader says where one is when the window comes back; while the rulebook is opened there is no page."""
    with standing(Screen(name="names", arrange=at(HELP)), pack=pack_file, preferences=CHINESE) as (window, _):
        assert window.windowTitle().startswith("帮助 – ")
        window.show_page(SLIP)
        assert window.windowTitle().startswith("核对结算单 – ")
    missing = Screen(name="names", arrange=at(ESTIMATOR), opener=open_missing)
    with standing(missing, pack=pack_file, preferences=CHINESE) as (window, _):
        assert "报销测算" not in window.windowTitle()


def test_the_tabulator_goes_into_the_page(pack_file: Path) -> None:
    """After a page was shown by keyboard, the next stop of the tabulator is on it."""
    with standing(Screen(name="tab", arrange=at(SETTINGS)), pack=pack_file, preferences=CHINESE) as (window, _):
        window.activateWindow()
        QTest.keySequence(window, "Ctrl+1")
        assert window.page is not None
        QTest.keyClick(window.page, Qt.Key.Key_Tab)
        assert window.page.isAncestorOf(window.focusWidget())


def test_the_rail_says_which_rulebook_is_open(pack_file: Path) -> None:
    """The day on which the rules were last checked stands at the foot of the rail, and that nothing goes online."""
    with standing(Screen(name="foot", arrange=at(HOME)), pack=pack_file, preferences=CHINESE) as (window, _):
        texts = said(window.rail)
    assert "规则库 2026-11-21" in texts
    assert "离线运行，不联网" in texts


def test_without_a_rulebook_the_window_says_how_to_get_it_back(pack_file: Path) -> None:
    """A missing pack: one sentence on the home page and in place of the estimator; the other pages work."""
    screen = Screen(name="missing", arrange=at(HOME), opener=open_missing)
    with standing(screen, pack=pack_file, preferences=CHINESE) as (window, _):
        assert any("yidi rules build" in text for text in said(window.page))
        window.show_page(ESTIMATOR)
        assert any("yidi rules build" in text for text in said(window.page))
        window.show_page(SETTINGS)
        assert "设置" in said(window.page)
        window.show_page(ABOUT)
        assert any("yidi rules build" in text for text in said(window.page))


def test_what_was_typed_comes_back_at_the_next_start(pack_file: Path) -> None:
    """Page, size and fields, a mistake included, are there again after the window was closed."""
    with standing(Screen(name="first", arrange=at(ESTIMATOR)), pack=pack_file, preferences=CHINESE) as (window, _):
        window.resize(1000, 700)
        page = window.page
        assert isinstance(page, EstimatePage)
        page.form.fields["total"].put_back("-7")
    second = again(pack_file)
    try:
        page = second.page
        assert isinstance(page, EstimatePage)
        assert page.form.fields["total"].remembered() == "-7"
        assert second.height() == 700  # the off-screen plugin's screen is too narrow to compare the width
    finally:
        discard(second)


def test_a_new_language_keeps_what_was_typed(qtbot: QtBot, pack_file: Path) -> None:
    """English chosen in the settings: every page speaks it, fields are filled as before, the choice has the focus."""
    kept = {ESTIMATOR: {"scheme": "resident", "total": "50000"}}
    screen = Screen(name="language", arrange=at(ESTIMATOR), kept=kept)
    with standing(screen, pack=pack_file, preferences=CHINESE) as (window, _):
        window.show_page(SETTINGS)
        card = window.findChild(ChoiceCard, "language:en")
        assert isinstance(card, ChoiceCard)
        window.activateWindow()
        card.setFocus()
        QTest.keyClick(card, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: "Settings" in said(window.page))
        focused = window.focusWidget()
        assert focused.objectName() == "language:en"
        window.show_page(ESTIMATOR)
        page = window.page
        assert isinstance(page, EstimatePage)
        assert page.form.rows["total"].label.text() == "Total"
        assert page.form.fields["total"].remembered() == "50,000.00"
        assert page.form.fields["scheme"].remembered() == "resident"


def test_a_new_look_shows_at_once(pack_file: Path) -> None:
    """High contrast and extra large text are worn by the open window and remembered."""
    with standing(Screen(name="look", arrange=at(SETTINGS)), pack=pack_file, preferences=CHINESE) as (window, _):
        before = window.rail.width()
        for name in ("look:contrast", "percent:150"):
            card = window.findChild(ChoiceCard, name)
            assert isinstance(card, ChoiceCard)
            card.click()
        assert theme.current() == theme.Theme(CONTRAST, 150)
        assert window.rail.width() > before
    second = again(pack_file)
    discard(second)
    assert theme.current() == theme.Theme(CONTRAST, 150)


def test_the_home_page_goes_on_with_what_was_begun(pack_file: Path) -> None:
    """Two cases that were begun stand on the home page, and pressing one asks for its page."""
    screen = Screen(name="begun", arrange=at(HOME), opener=open_with_begun)
    with standing(screen, pack=pack_file, preferences=CHINESE) as (window, _):
        assert window.page is not None
        rows = window.page.findChildren(LeftOffRow)
        assert [row.text() for row in rows] == [left.title for left in BEGUN]
        assert "12月3日前办好备案" in rows[0].accessibleDescription()


def test_danger_leads_to_what_matters(pack_file: Path) -> None:
    """The line about danger opens the emergency topic of help."""
    with standing(Screen(name="danger", arrange=at(HOME)), pack=pack_file, preferences=CHINESE) as (window, _):
        page = window.page
        assert page is not None
        [link] = [button for button in page.findChildren(LinkButton) if button.text() == "看急诊要点"]
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)
        assert window.rail.buttons[HELP].isChecked()
        shown = window.page
        assert isinstance(shown, HelpPage)
        assert shown.remembered()["page"] == "topic/emergency"


@pytest.mark.parametrize(
    "nonsense", ["chosen/percent=999", "chosen/look=pink", "chosen/language=xx", "window/page=gone"]
)
def test_nonsense_in_the_memory_is_ignored(pack_file: Path, nonsense: str) -> None:
    """A damaged memory costs the remembered value and nothing else."""
    from desktop_app.paths import data_dir

    data_dir().mkdir(parents=True)
    section, _, line = nonsense.partition("/")
    (data_dir() / "window.ini").write_text(f"[{section}]\n{line}\n", encoding="utf-8")
    window = again(pack_file)
    try:
        assert window.rail.buttons[HOME].isChecked()
    finally:
        discard(window)


def test_no_page_flashes_a_window_of_its_own(qapp: QApplication, pack_file: Path) -> None:
    """Only the main window is ever shown while pages are built: a part shown too early is a window for a moment."""
    watch = WindowsShown()
    qapp.installEventFilter(watch)
    kept = {ESTIMATOR: MOTHER}
    with standing(Screen(name="flash", arrange=at(HOME), kept=kept), pack=pack_file, preferences=CHINESE) as (
        window,
        _,
    ):
        for entry in all_pages():
            window.show_page(entry.id)
            qapp.processEvents()
        qapp.removeEventFilter(watch)
    assert watch.kinds == {"MainWindow"}


class WindowsShown(QObject):
    """Notes every widget that is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees every event of the application."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.kinds.add(type(watched).__name__)
        return False


def test_a_bug_is_numbered_and_nothing_is_lost(pack_file: Path) -> None:
    """The window says that something went wrong and keeps its fields; the log names the place, not what was typed."""
    screen = Screen(name="bug", arrange=at(ESTIMATOR), kept={ESTIMATOR: {"total": "12345"}})
    with standing(screen, pack=pack_file, preferences=CHINESE) as (window, _):
        told: list[str] = []
        window.bugs.found.connect(told.append)
        for _again in range(2):
            try:
                raise KeyError("张三的身份证号")
            except KeyError as error:
                window.bugs.take(KeyError, error, error.__traceback__)
        assert len(told) == 1, "the same bug is told once"
        settle()
        assert any(told[0] in text for text in said(window.centralWidget()))
        page = window.page
        assert isinstance(page, EstimatePage)
        assert page.form.fields["total"].remembered() == "12,345.00"
    log = log_file().read_text(encoding="utf-8")
    assert f"{told[0]} KeyError" in log
    assert "test_main_window.py" in log
    assert "张三" not in log
