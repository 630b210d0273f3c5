"""A calendar to point at a day, in the language and the colours of the program."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop_app.ui import theme
from desktop_app.ui.icons import icon
from desktop_app.ui.widgets.text import Text


class CalendarPopup(QFrame):
    """A month at a time. Arrow keys move, Page Up and Page Down turn the month, Enter picks, Escape leaves."""

    picked = Signal(object)

    def __init__(self, parent: QWidget, *, chosen: date, today: date) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.NoDropShadowWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Calendar"))
        self.calendar = QCalendarWidget()
        self.calendar.setAccessibleName(self.tr("Calendar"))
        self.calendar.setNavigationBarVisible(False)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
        self.calendar.setLocale(QLocale())
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setMinimumSize(theme.current().px(308), theme.current().px(264))
        self._dress(today)
        self.calendar.setSelectedDate(QDate(chosen.year, chosen.month, chosen.day))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addLayout(self._bar())
        column.addWidget(self.calendar)
        self.calendar.currentPageChanged.connect(self._name_month)
        self.calendar.clicked.connect(self._pick)
        self.calendar.activated.connect(self._pick)
        self._name_month(self.calendar.yearShown(), self.calendar.monthShown())

    def open_at(self, place: QPoint) -> None:
        """Opens there, or as near as the screen allows."""
        self.adjustSize()
        area = self.screen().availableGeometry()
        left = min(place.x(), area.right() - self.width())
        top = min(place.y(), area.bottom() - self.height())
        self.move(max(left, area.left()), max(top, area.top()))
        self.show()
        self.calendar.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaves at Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        self._month = Text("", wraps=False)
        self._month.setObjectName("month")
        back = self._turner("chevron-left", self.tr("Month before"))
        back.clicked.connect(self.calendar.showPreviousMonth)
        onwards = self._turner("chevron-right", self.tr("Month after"))
        onwards.clicked.connect(self.calendar.showNextMonth)
        for part in (self._month, back, onwards):
            bar.addWidget(part, 1 if part is self._month else 0)
        return bar

    def _turner(self, name: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setAccessibleName(words)
        button.setToolTip(words)
        return button

    def _dress(self, today: date) -> None:
        plain, weekend, now = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        worn = theme.current()
        plain.setForeground(worn.color("muted"))
        plain.setBackground(worn.color("surface"))
        weekend.setForeground(worn.color("text"))
        now.setForeground(worn.color("primary"))
        now.setFontWeight(700)
        self.calendar.setHeaderTextFormat(plain)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, weekend)
        self.calendar.setDateTextFormat(QDate(today.year, today.month, today.day), now)

    def _name_month(self, year: int, month: int) -> None:
        self._month.setText(self.tr("%1-%2", "year and month").replace("%1", str(year)).replace("%2", f"{month:02}"))

    def _pick(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self.close()
