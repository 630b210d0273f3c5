"""What of the rulebook is asked for: the area, the scheme, the kind of care, and the day, or the person's answers."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.care import CareKind, Level
from desktop_app.domain.person import STATUSES, Scheme, Status
from desktop_app.ui.estimate.fields import place_search, said
from desktop_app.ui.page import Desk
from desktop_app.ui.rulebook.flow_grid import FlowGrid
from desktop_app.ui.rulebook.say import Say
from desktop_app.ui.widgets.entered_field import DateField
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.line_field import LineField
from desktop_app.ui.widgets.region_field import RegionField
from desktop_app.ui.widgets.select import Select

KINDS: Final = (
    CareKind.INPATIENT,
    CareKind.OUTPATIENT,
    CareKind.CHRONIC_OUTPATIENT,
    CareKind.EMERGENCY_OUTPATIENT,
    CareKind.DRUGSTORE,
)
"""The kinds of care of which figures are kept."""

Field = LineField | Select


class AreaFilter(QWidget):
    """Fields in rows; `changed` tells that something else is asked for. `places` are the fields for areas by name."""

    changed = Signal()

    def __init__(self, desk: Desk, places: tuple[str, ...], others: Mapping[str, Field]) -> None:
        super().__init__()
        self._say = Say(desk.library.words)
        words, search = desk.library.words, place_search(desk)
        self.places = {name: RegionField(search, placeholder=self._say("page.place_hint")) for name in places}
        self.scheme, self.kind = Select(said(words, "scheme", Scheme)), Select(said(words, "kind", KINDS))
        self.fields: dict[str, Field] = {**self.places, "scheme": self.scheme, "kind": self.kind, **others}
        self.rows = {name: FormRow(self._say(f"page.{name}"), field) for name, field in self.fields.items()}
        for name, field in self.fields.items():
            field.setObjectName(f"rulebook_{name}")
            if isinstance(field, Select):
                field.setSizeAdjustPolicy(Select.SizeAdjustPolicy.AdjustToContents)
            field.edited.connect(self._follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(FlowGrid(list(self.rows.values())))

    def asked_scheme(self) -> Scheme:
        """The scheme asked for."""
        return Scheme(self.scheme.value)

    def asked_kind(self) -> CareKind:
        """The kind of care asked for."""
        return CareKind(self.kind.value)

    def show_errors(self) -> None:
        """Says beside each field what is wrong with it."""
        for name, row in self.rows.items():
            row.show_error(self.fields[name].problem())

    def remembered(self) -> dict[str, str]:
        """What stands in the fields."""
        return {name: field.remembered() for name, field in self.fields.items()}

    def put_back(self, kept: Mapping[str, str]) -> None:
        """Puts it back."""
        for name, text in kept.items():
            if name in self.fields:
                self.fields[name].put_back(text)

    def _follow(self) -> None:
        for row in self.rows.values():
            row.show_error("")
        self.changed.emit()


class DayFilter(AreaFilter):
    """One area on a day."""

    def __init__(self, desk: Desk) -> None:
        self.day = DateField(desk.library.words, today=desk.today)
        self.day.show_day(desk.today)
        super().__init__(desk, ("area",), {"day": self.day})

    def asked_area(self) -> str | None:
        """The code of the place asked for; None while there is none."""
        return self.places["area"].code

    def asked_day(self) -> date | None:
        """The day asked for; None where what was typed is none."""
        return self.day.day()

    def remembered(self) -> dict[str, str]:
        """Everything but the day: the next start asks for its own."""
        return {name: text for name, text in super().remembered().items() if name != "day"}


class PersonFilter(AreaFilter):
    """Two areas for one person at a hospital of one level."""

    def __init__(self, desk: Desk) -> None:
        known = [level for level in Level if level not in {Level.LEVEL3, Level.UNKNOWN}]
        self.level = Select(said(desk.library.words, "level", (Level.LEVEL3, *known, Level.UNKNOWN)))
        self.status = Select()
        super().__init__(desk, ("left", "right"), {"level": self.level, "status": self.status})
        self._offer_statuses()

    def asked_areas(self) -> tuple[str | None, str | None]:
        """The codes of both places; None where there is none yet."""
        return self.places["left"].code, self.places["right"].code

    def asked_level(self) -> Level:
        """The level asked for, or that it is not known."""
        return Level(self.level.value)

    def asked_status(self) -> Status | None:
        """The status asked for; None for whatever it may be."""
        return Status(self.status.value) if self.status.value else None

    def put_back(self, kept: Mapping[str, str]) -> None:
        """Puts it back; twice, because the statuses depend on the scheme."""
        super().put_back(kept)
        self._offer_statuses()
        super().put_back(kept)

    def _follow(self) -> None:
        self._offer_statuses()
        super()._follow()

    def _offer_statuses(self) -> None:
        statuses = said(self._say.words, "status", STATUSES[self.asked_scheme()])
        self.status.offer((*statuses, ("", self._say("page.any_status"))))
