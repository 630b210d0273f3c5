"""The estimator's form: who, where, why, when, the bill, what the year has used. Only rows that matter are shown."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.bill import Bill
from desktop_app.domain.care import STAYS, CareKind, FilingState
from desktop_app.domain.message import Message, message
from desktop_app.domain.person import STATUSES, Scheme
from desktop_app.interview import checks, relevance
from desktop_app.interview.draft import Draft
from desktop_app.interview.other_bills import OtherBill
from desktop_app.interview.setting import Setting
from desktop_app.ui import theme
from desktop_app.ui.estimate.bills_field import BillsField
from desktop_app.ui.estimate.fields import COUNTERS, SUMS, make_fields, said, unknown_or
from desktop_app.ui.estimate.items_field import ItemsField
from desktop_app.ui.estimate.read_draft import read_draft
from desktop_app.ui.estimate.rows_field import RowsField
from desktop_app.ui.page import Desk
from desktop_app.ui.widgets.fold import Fold
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.select import Select
from desktop_app.ui.widgets.text import Text

_RELEVANT: Final[Mapping[str, Callable[[Draft, Setting], bool]]] = {
    "status": lambda draft, _: draft.scheme is not None,
    "tier": relevance.has_tiers,
    "disease": relevance.is_chronic,
    "level": relevance.wants_level,
    "reason": relevance.is_elsewhere,
    "filing": relevance.is_elsewhere,
    "admitted_on": relevance.is_stay,
    "discharged_on": relevance.is_stay,
    "visited_on": lambda draft, _: draft.kind is not None and draft.kind not in STAYS,
    "admission": lambda draft, _: draft.kind is CareKind.INPATIENT,
    "funds_paid": lambda draft, _: draft.filing is FilingState.LATE,
    "account_balance": lambda draft, _: draft.scheme is Scheme.EMPLOYEE,
    "supplement_paid": lambda draft, _: draft.scheme is not Scheme.RESIDENT,
}
"""When a row is shown; rows without an entry always are."""


class EstimateForm(QWidget):
    """What stands in it is a draft at any moment; `changed` tells of every keystroke."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._words, self._rulebook = desk.library.words, desk.library.rulebook
        self._setting = Setting(self._rulebook, desk.today)
        self._items_field = ItemsField(self._words)
        self.fields = make_fields(desk, self._items_field)
        self.rows: dict[str, FormRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        self._lay_out(column)
        for field in self.fields.values():
            field.edited.connect(self._follow)
            if isinstance(field, RowsField):
                field.left.connect(self._show_problems)
            elif not isinstance(field, Select):
                field.editingFinished.connect(self._show_problems)
        self._fit_rows()

    def draft(self) -> Draft:
        """The draft that stands in the rows that are shown."""
        return read_draft({name: self.fields[name] for name, row in self.rows.items() if not row.isHidden()})

    def other_bills(self) -> tuple[OtherBill, ...]:
        """The other bills of the year."""
        field = self.fields["other_bills"]
        return field.bills() if isinstance(field, BillsField) else ()

    def show_objection(self, name: str, sentence: str) -> None:
        """Says beside a field what the calculation objects to."""
        self.rows[name].show_error(sentence)

    def problems(self) -> dict[str, str]:
        """What is wrong, by the field it stands beside: what cannot be read, and what does not fit together."""
        shown = [name for name, row in self.rows.items() if not row.isHidden()]
        unread = {name: self.fields[name].problem() for name in shown}
        found = {name: sentence for name, sentence in unread.items() if sentence}
        return found or {name: sentence for name, sentence in self._misfits().items() if name in shown}

    def remembered(self) -> dict[str, str]:
        """What stands in the fields, hidden ones too."""
        return {name: field.remembered() for name, field in self.fields.items()}

    def put_back(self, kept: Mapping[str, str]) -> None:
        """Puts it back; twice, because what some fields offer depends on others."""
        for _ in range(2):
            for name, text in kept.items():
                if name in self.fields:
                    self.fields[name].put_back(text)
            self._fit_rows()
        self._show_problems()
        if self._items_field.rows:
            self.items_fold.button.setChecked(True)

    def _lay_out(self, column: QVBoxLayout) -> None:
        parts = (self._who(), self._where(), self._why(), self._when(), self._bill(), self._others(), self._year())
        for part in parts:
            column.addWidget(part)

    def _who(self) -> QWidget:
        return self._part(
            self.tr("Who"),
            self._row("scheme", self.tr("Insurance")),
            self._row("status", self.tr("Status")),
            self._row("age", self.tr("Age")),
            self._row("insured_region", self.tr("Insured in")),
            self._row("tier", self.tr("Tier")),
        )

    def _where(self) -> QWidget:
        return self._part(
            self.tr("What care, where"),
            self._row("care_region", self.tr("Treated in")),
            self._row("kind", self.tr("Kind of care")),
            self._row("disease", self.tr("Recognised disease")),
            self._row("level", self.tr("Hospital")),
        )

    def _why(self) -> QWidget:
        self._elsewhere = self._part(
            self.tr("Why there"),
            self._row("reason", self.tr("Reason")),
            self._row("filing", self.tr("Filing")),
        )
        return self._elsewhere

    def _when(self) -> QWidget:
        return self._part(
            self.tr("When"),
            self._row("admitted_on", self.tr("Admitted on")),
            self._row("discharged_on", self.tr("Discharged on, or expected")),
            self._row("visited_on", self.tr("Day of the visit")),
            self._row(
                "admission",
                self.tr("Which stay of this year"),
                self.tr("1 for the first. Empty, it is counted from the other bills."),
            ),
        )

    def _bill(self) -> QWidget:
        return self._part(
            self.tr("The bill"),
            self._row("total", self.tr("Total")),
            self._row("out_of_catalogue", self.tr("Of this, out of catalogue"), self.tr("What the fund never pays.")),
            self._row(
                "class_b", self.tr("Of this, class B"), self.tr("Medicines and items of which you pay a share first.")
            ),
            self._row(
                "class_b_ratio", self.tr("Share of class B paid first"), self.tr("Leave empty for the region's figure.")
            ),
            self._row("over_limit", self.tr("Of this, over a price limit")),
            self._items(),
            self._row(
                "funds_paid",
                self.tr("Paid by the funds already"),
                self.tr("If it was settled before you filed: what the slip says the funds paid."),
            ),
            self._row("account_balance", self.tr("Balance of the personal account")),
        )

    def _items(self) -> Fold:
        label, note = (self._words.text(message(f"items.field.{id}")) for id in ("items", "items_note"))
        self.items_fold = Fold(self._items_field.title())
        self.items_fold.column.addWidget(self._row("items", label, note))
        return self.items_fold

    def _others(self) -> QWidget:
        label, note = (self._words.text(message(f"year.field.{id}")) for id in ("other_bills", "other_bills_note"))
        joined = self._row(
            "joined",
            self.tr("Transferred from the stay before"),
            self.tr("Some places take one deductible for both stays."),
        )
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._row("other_bills", label, note))
        column.addWidget(joined)  # below: what appears while one types a bill must not push it away
        return part

    def _year(self) -> QWidget:
        fold = Fold(self.tr("Already used this year, and hardship"))
        labels = (
            self.tr("Deductible paid"),
            self.tr("Paid by the basic fund"),
            self.tr("Paid by the supplement"),
            self.tr("Eligible expenses above the deductible"),
            self.tr("Counted for critical illness"),
            self.tr("Paid by critical-illness insurance"),
            self.tr("Paid by medical assistance"),
        )
        fold.column.addWidget(self._row("assistance", self.tr("Hardship category")))
        for name, label in zip(COUNTERS, labels, strict=True):
            fold.column.addWidget(self._row(name, label))
        return fold

    def _part(self, title: str, *rows: QWidget) -> QWidget:
        part = QWidget()
        part.setAccessibleName(title)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, theme.UNIT)
        column.setSpacing(12)
        column.addWidget(Text(title, "strong"))
        for row in rows:
            column.addWidget(row)
        return part

    def _row(self, name: str, label: str, description: str = "") -> FormRow:
        row = FormRow(label, self.fields[name], description=description)
        self.fields[name].setObjectName(name)
        self.rows[name] = row
        return row

    def _follow(self) -> None:
        """Keeps the rows in step with each keystroke; takes an error back as soon as it is mended."""
        self._fit_rows()
        self._say_beside(self.problems(), new=False)
        self.changed.emit()

    def _show_problems(self) -> None:
        self._say_beside(self.problems(), new=True)
        self.changed.emit()

    def _say_beside(self, problems: Mapping[str, str], *, new: bool) -> None:
        """Says beside each field what is wrong; a list of rows says it in the row itself."""
        for name, row in self.rows.items():
            if isinstance(row.field, RowsField):
                row.field.show_faults(new=new)
            elif new or row.error.text():
                row.show_error(problems.get(name, ""))

    def _misfits(self) -> dict[str, str]:
        """What can be read but not be true: parts larger than the bill, a discharge before the admission."""
        draft, objections = self.draft(), dict[str, Message | None]()
        if isinstance(draft.bill, Bill):
            beside = "class_b" if draft.bill.class_b else "out_of_catalogue"
            objections[beside] = checks.parts_fit_total(draft, draft.bill, self._setting)
        if isinstance(draft.discharged_on, date):
            objections["discharged_on"] = checks.not_before_admission(draft, draft.discharged_on, self._setting)
        return {name: self._words.text(found) for name, found in objections.items() if found}

    def _fit_rows(self) -> None:
        draft = read_draft(self.fields)
        self._offer_again(draft)
        for name, row in self.rows.items():
            row.setVisible(name not in _RELEVANT or _RELEVANT[name](draft, self._setting))
        self.rows["joined"].setVisible(self._may_be_joined(draft))
        self._fit_items(draft)
        self._elsewhere.setVisible(relevance.is_elsewhere(draft, self._setting))

    def _may_be_joined(self, draft: Draft) -> bool:
        """Whether there is a stay that this one can continue: among the other bills, or counted already."""
        counted = bool(draft.carried.year_to_date.deductible_paid) or (draft.admission or 1) != 1
        listed = any(bill.kind is CareKind.INPATIENT for bill in self.other_bills())
        return draft.kind is CareKind.INPATIENT and (listed or counted)

    def _fit_items(self, draft: Draft) -> None:
        """Sums are not asked for where items make them; folded away, the line says what they come to."""
        listed = isinstance(draft.bill, Bill) and bool(draft.bill.lines)
        for name in SUMS:
            self.rows[name].setVisible(not listed)
        self.items_fold.rename(self._items_field.title())

    def _offer_again(self, draft: Draft) -> None:
        """What can be chosen depends on scheme, insured region and kind of care."""
        statuses = STATUSES[draft.scheme] if draft.scheme else ()
        tiers = self._setting.tiers(draft.insured_region, draft.scheme, draft.status)
        diseases = self._rulebook.chronic_diseases() if draft.kind is CareKind.CHRONIC_OUTPATIENT else ()
        named = tuple((tier, self._words.text(message(f"interview.said.tier.{tier}"))) for tier in tiers)
        offered = {
            "status": said(self._words, "status", statuses),
            "tier": named,
            "disease": tuple((disease.name, disease.name) for disease in diseases),
        }
        for name, choices in offered.items():
            field = self.fields[name]
            if isinstance(field, Select):
                field.offer(unknown_or(choices))
