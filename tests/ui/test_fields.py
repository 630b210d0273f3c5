"""Fields: what is typed is read exactly, written out neatly, and objected to beside the field."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.render.words import Words
from desktop_app.ui.widgets.calendar_popup import CalendarPopup
from desktop_app.ui.widgets.entered_field import CountField, DateField, MoneyField, PercentField
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.line_field import LineField
from desktop_app.ui.widgets.region_field import Place, RegionField
from desktop_app.ui.widgets.select import Select
from desktop_app.ui.widgets.text import Text, selectable

pytestmark = pytest.mark.usefixtures("chinese")

PLACES = (
    Place("140100", "太原市 · 山西省"),
    Place("140000", "山西省"),
    Place("110000", "北京市"),
)


def find(typed: str) -> tuple[Place, ...]:
    """Finds by the first letters, as the rulebook's search would."""
    wanted = {"tai": PLACES[:1], "太原": PLACES[:1], "shan": PLACES[:2], "140100": PLACES[:1]}
    return wanted.get(typed, ())


def typed(qtbot: QtBot, field: LineField, text: str) -> LineField:
    """Types into a field that stands on the screen, and moves on."""
    qtbot.addWidget(field)
    field.show()
    field.setText(text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    return field


@pytest.mark.parametrize(
    ("text", "fen", "written"),
    [
        ("50000", 50_000_00, "50,000.00"),
        ("50,000.5", 50_000_50, "50,000.50"),
        ("¥0.01", 1, "0.01"),
        ("１２３．４５", 123_45, "123.45"),
        ("3.5万", 35_000_00, "35,000.00"),
        ("12元", 12_00, "12.00"),
    ],
)
def test_money_is_exact(qtbot: QtBot, words: Words, text: str, fen: int, written: str) -> None:
    """An amount is read to the fen and written out with thousands set apart."""
    field = MoneyField(words)
    typed(qtbot, field, text)
    assert field.amount() == fen
    assert field.text() == written
    assert field.problem() == ""


@pytest.mark.parametrize("text", ["五万", "-1", "1.234", "12.3.4", "1e5", "999999999999"])
def test_what_is_no_amount_stays_as_typed(qtbot: QtBot, words: Words, text: str) -> None:
    """A wrong amount is left alone, is no value, and the objection repeats it."""
    field = MoneyField(words)
    typed(qtbot, field, text)
    assert field.text() == text
    assert field.amount() is None
    assert text in field.problem()


def test_an_empty_amount_is_no_mistake(qtbot: QtBot, words: Words) -> None:
    """Nothing typed is neither an amount nor a mistake."""
    field = MoneyField(words)
    typed(qtbot, field, "  ")
    assert (field.amount(), field.problem()) == (None, "")


@pytest.mark.parametrize("text", ["2026-12-03", "2026/12/3", "20261203", "2026年12月3日", "2026.12.03"])
def test_days_in_every_way_of_writing(qtbot: QtBot, words: Words, today: date, text: str) -> None:
    """A day is read however it is written, and written out the Chinese way."""
    field = DateField(words, today=today)
    typed(qtbot, field, text)
    assert field.day() == date(2026, 12, 3)
    assert field.text() == "2026年12月3日"
    assert field.remembered() == "2026-12-03"


def test_a_day_that_does_not_exist(qtbot: QtBot, words: Words, today: date) -> None:
    """The thirtieth of February stays as typed and is objected to."""
    field = DateField(words, today=today)
    typed(qtbot, field, "2026-02-30")
    assert field.day() is None
    assert "2026-02-30" in field.problem()


def test_a_day_from_the_calendar(qtbot: QtBot, words: Words, today: date) -> None:
    """Alt and the down arrow open the calendar, an arrow key moves by a day, Enter takes it."""
    field = DateField(words, today=today)
    qtbot.addWidget(field)
    field.show()
    field.put_back("2026-11-21")
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = field.findChild(CalendarPopup)
    assert isinstance(popup, CalendarPopup)
    view = popup.calendar.findChild(QWidget, "qt_calendar_calendarview")
    assert isinstance(view, QWidget)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert field.day() == date(2026, 11, 22)


def test_escape_leaves_the_calendar(qtbot: QtBot, words: Words, today: date) -> None:
    """Leaving the calendar changes nothing."""
    field = DateField(words, today=today)
    qtbot.addWidget(field)
    field.show()
    field.put_back("2026-11-21")
    field.open_calendar()
    popup = field.findChild(CalendarPopup)
    assert isinstance(popup, CalendarPopup)
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert field.day() == date(2026, 11, 21)


def test_whole_numbers_within_bounds(qtbot: QtBot, words: Words) -> None:
    """An age is a whole number up to 120; more is objected to with the bounds."""
    field = CountField(words, 0, 120)
    typed(qtbot, field, "68")
    assert field.count() == 68
    field.setText("680")
    assert field.count() is None
    assert "680" in field.problem()
    assert "120" in field.problem()


def test_shares_are_exact(qtbot: QtBot, words: Words) -> None:
    """Twelve and a half per cent is one eighth, not nearly one eighth."""
    field = PercentField(words)
    typed(qtbot, field, "12.5")
    assert field.share() == Fraction(1, 8)


def test_a_place_is_found_and_taken_by_keyboard(qtbot: QtBot) -> None:
    """A few letters, one arrow key, Enter: the place stands in the field with where it lies."""
    field = RegionField(find)
    qtbot.addWidget(field)
    field.show()
    with qtbot.waitSignal(field.edited):
        QTest.keyClicks(field, "shan")
    popup = field.suggestions
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert field.code == "140100"
    assert field.text() == "太原市 · 山西省"


def test_the_only_place_found_is_taken(qtbot: QtBot) -> None:
    """Where nothing else can be meant, moving on is enough."""
    field = RegionField(find)
    qtbot.addWidget(field)
    field.show()
    QTest.keyClicks(field, "tai")
    field.suggestions.hide()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.code == "140100"


def test_a_place_nobody_knows(qtbot: QtBot) -> None:
    """Words that name no place stay as typed, are no value, and the objection repeats them."""
    field = RegionField(find)
    qtbot.addWidget(field)
    field.show()
    QTest.keyClicks(field, "nowhere")
    assert field.code is None
    assert "nowhere" in field.problem()


def test_typing_on_takes_the_place_back(qtbot: QtBot) -> None:
    """A place that was chosen and then typed over no longer counts."""
    field = RegionField(find)
    qtbot.addWidget(field)
    field.put_back("140100")
    field.show()
    assert field.code == "140100"
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert field.code is None


def test_an_error_stands_beside_its_field(qtbot: QtBot, words: Words) -> None:
    """The sentence is shown under the field and read out with it, and taken back when it is mended."""
    field = MoneyField(words)
    row = FormRow("总费用", field, description="收费单上的合计")
    qtbot.addWidget(row)
    row.show()
    row.show_error("“四万”不是金额。")
    assert row.error.isVisible()
    assert "“四万”不是金额。" in field.accessibleDescription()
    row.show_error("")
    assert not row.error.isVisible()
    assert field.accessibleDescription() == "收费单上的合计 元"
    assert field.accessibleName() == "总费用"
    assert row.label.buddy() is field


def test_the_wheel_never_changes_an_answer(qtbot: QtBot) -> None:
    """Scrolling past a list leaves it alone; arrow keys change it."""
    field = Select((("a", "一级"), ("b", "二级")))
    qtbot.addWidget(field)
    field.show()
    middle = QPointF(field.rect().center())
    notch = QWheelEvent(
        middle,
        middle,
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, notch)
    assert field.value == "a"
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.value == "b"


def test_a_new_offer_keeps_what_is_still_offered(qtbot: QtBot) -> None:
    """A choice survives a change of the list that still has it, and falls back to the first where it has not."""
    field = Select((("a", "一级"), ("b", "二级")))
    qtbot.addWidget(field)
    field.put_back("b")
    field.offer((("c", "三级"), ("b", "二级")))
    assert field.value == "b"
    field.offer((("c", "三级"),))
    assert field.value == "c"


def test_a_long_address_breaks_and_is_copied_whole(qtbot: QtBot) -> None:
    """An address with a number nobody can break stands in narrow windows whole, and is copied as it is written."""
    address = "http://ylbzj.sc.gov.cn/20/e6da5072a9994a9a972e75d3434f50bd.shtml"
    text = selectable(Text(address, "small"))
    qtbot.addWidget(text)
    room = QRect(0, 0, 180, 1_000)
    assert text.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, text.text()).width() <= 180
    text.setSelection(0, len(text.text()))
    QTest.keySequence(text, "Ctrl+C")
    assert QApplication.clipboard().text() == address
    [copy] = text.actions()
    QApplication.clipboard().clear()
    copy.trigger()
    assert QApplication.clipboard().text() == address


def test_what_fits_is_left_as_it_is(qtbot: QtBot) -> None:
    """A telephone number or a sentence has no breaks put into it, and Qt's own menu."""
    text = selectable(Text("0351-12393，照着念：", "small"))
    qtbot.addWidget(text)
    assert (text.text(), text.actions()) == ("0351-12393，照着念：", [])
