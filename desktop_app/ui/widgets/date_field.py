"""Days as people write them: 2026年11月21日, 2026-11-21, 20261121; with a calendar for those who would rather point."""

import re
import unicodedata
from datetime import date
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent

from desktop_app.ui.icons import icon
from desktop_app.ui.widgets.calendar_popup import CalendarPopup
from desktop_app.ui.widgets.line_field import LineField

EARLIEST: Final = date(2000, 1, 1)
LATEST: Final = date(2099, 12, 31)
"""Days outside these are taken for a slip of the finger."""

_DAY: Final = re.compile(
    r"(\d{4})\s*[\u5e74./-]\s*(\d{1,2})\s*[\u6708./-]\s*(\d{1,2})\s*[\u65e5\u53f7]?"  # 年, 月, 日 or 号
    r"|(\d{4})(\d{2})(\d{2})",
    re.ASCII,
)


class NotADayError(ValueError):
    """What was typed is no day. `reason`: not written as one ("form"), not in the "calendar", or too "far" off."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def read_day(text: str) -> date | None:
    """The day in a text as typed, None for an empty text. Raises NotADayError."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain:
        return None
    match = _DAY.fullmatch(plain)
    if not match:
        raise NotADayError("form")
    year, month, day = (int(part) for part in match.groups() if part is not None)
    try:
        found = date(year, month, day)
    except ValueError as error:
        raise NotADayError("calendar") from error
    if not EARLIEST <= found <= LATEST:
        raise NotADayError("far")
    return found


class DateField(LineField):
    """A field for a day. Alt and the down arrow, or the button inside, open the calendar."""

    def __init__(self, *, today: date, placeholder: str = "") -> None:
        super().__init__(placeholder=placeholder)
        self._today = today
        action = QAction(icon("calendar", "muted"), self.tr("Open the calendar"), self)
        action.triggered.connect(self.open_calendar)
        self.addAction(action, LineField.ActionPosition.TrailingPosition)
        self.editingFinished.connect(self._write_out)

    def day(self) -> date | None:
        """The day; None while the field is empty or wrong."""
        try:
            return read_day(self.text())
        except NotADayError:
            return None

    def show_day(self, day: date | None) -> None:
        """Shows a day; None empties the field."""
        self.setText("" if day is None else self._written(day))

    def problem(self) -> str:
        """What is wrong with the day, with the value as typed."""
        try:
            read_day(self.text())
        except NotADayError as error:
            return self._sentence(error.reason).replace("%1", self.text().strip())
        return ""

    def remembered(self) -> str:
        """The day in figures where it is one, so that it survives a change of language."""
        day = self.day()
        return day.isoformat() if day else self.text()

    def put_back(self, text: str) -> None:
        """Shows the day again, or what had been typed."""
        self.setText(text)
        self._write_out()

    def open_calendar(self) -> None:
        """Opens the calendar under the field."""
        popup = CalendarPopup(self, chosen=self.day() or self._today, today=self._today)
        popup.picked.connect(self._take)
        popup.open_at(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Opens the calendar at Alt and the down arrow."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def _take(self, day: date) -> None:
        self.show_day(day)
        self.setFocus()
        self.edited.emit()

    def _write_out(self) -> None:
        day = self.day()
        if day is not None:
            self.setText(self._written(day))

    def _written(self, day: date) -> str:
        pattern = self.tr("%Y-%M-%D", "a day in a field: %Y year, %M month, %D day")
        return pattern.replace("%Y", str(day.year)).replace("%M", f"{day.month:02}").replace("%D", f"{day.day:02}")

    def _sentence(self, reason: str) -> str:
        return {
            "form": self.tr("“%1” is not a date. Write it like 2026-11-21."),
            "calendar": self.tr("“%1” is not in the calendar. Please check month and day."),
            "far": self.tr("“%1” is too far off. A day from 2000 to 2099."),
        }[reason]
