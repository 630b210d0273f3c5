"""What stands in the fields of the estimator, as the interview's draft: from there on it is a case like any other."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from desktop_app.domain.bill import Bill, YearToDate
from desktop_app.domain.care import CareKind, FilingState, Level, Reason
from desktop_app.domain.money import ZERO, Fen
from desktop_app.domain.person import Assistance, Scheme, Status
from desktop_app.interview.draft import NOT_KNOWN, CareStage, Carried, Draft
from desktop_app.ui.estimate.fields import COUNTERS, EnteredFields
from desktop_app.ui.estimate.items_field import ItemsField
from desktop_app.ui.widgets.entered_field import CountField, DateField, MoneyField, PercentField
from desktop_app.ui.widgets.region_field import RegionField
from desktop_app.ui.widgets.select import Select

E = TypeVar("E", bound=StrEnum)


def read_draft(fields: EnteredFields) -> Draft:
    """The draft in these fields; what is empty, wrong or not handed in stays open."""
    reader = _Reader(fields)
    return Draft(
        scheme=reader.one_of("scheme", Scheme),
        status=reader.one_of("status", Status),
        age=reader.count("age"),
        assistance=reader.one_of("assistance", Assistance),
        insured_region=reader.place("insured_region"),
        tier=reader.text("tier"),
        care_region=reader.place("care_region"),
        reason=reader.one_of("reason", Reason) or NOT_KNOWN,
        kind=reader.one_of("kind", CareKind),
        disease=reader.text("disease"),
        recognised=True if reader.text("disease") else None,
        filing=reader.one_of("filing", FilingState) or NOT_KNOWN,
        stage=CareStage.DISCHARGED_SETTLED if reader.amount("funds_paid") is not None else None,
        admitted_on=reader.day("admitted_on"),
        discharged_on=reader.day("discharged_on"),
        visited_on=reader.day("visited_on"),
        level=reader.one_of("level", Level) or NOT_KNOWN,
        account_balance=reader.amount("account_balance"),
        bill=reader.bill(),
        admission=reader.count("admission"),
        carried=Carried(year_to_date=reader.used(), joined=reader.text("joined") is not None),
    )


class _Reader:
    """Reads fields by name, each as what it holds."""

    def __init__(self, fields: EnteredFields) -> None:
        self._fields: Mapping[str, object] = fields

    def one_of(self, name: str, members: type[E]) -> E | None:
        value = self.text(name)
        return members(value) if value else None

    def text(self, name: str) -> str | None:
        field = self._fields.get(name)
        return field.value or None if isinstance(field, Select) else None

    def place(self, name: str) -> str | None:
        field = self._fields.get(name)
        return field.code if isinstance(field, RegionField) else None

    def count(self, name: str) -> int | None:
        field = self._fields.get(name)
        return field.count() if isinstance(field, CountField) else None

    def day(self, name: str) -> date | None:
        field = self._fields.get(name)
        return field.day() if isinstance(field, DateField) else None

    def amount(self, name: str) -> Fen | None:
        field = self._fields.get(name)
        return field.amount() if isinstance(field, MoneyField) else None

    def share(self, name: str) -> Fraction | None:
        field = self._fields.get(name)
        return field.share() if isinstance(field, PercentField) else None

    def bill(self) -> Bill | None:
        """The bill by its items where there are any, else by its total and parts."""
        items = self._fields.get("items")
        listed = items.bill(self.share("class_b_ratio")) if isinstance(items, ItemsField) else None
        bill = listed or self._bill_of_parts()
        return replace(bill, funds_paid=self.amount("funds_paid")) if bill else None

    def _bill_of_parts(self) -> Bill | None:
        total = self.amount("total")
        if total is None:
            return None
        parts = (self.amount(name) or ZERO for name in ("out_of_catalogue", "class_b", "over_limit"))
        out_of_catalogue, class_b, over_limit = parts
        return Bill(
            total=total,
            out_of_catalogue=out_of_catalogue,
            class_b=class_b,
            class_b_ratio=self.share("class_b_ratio"),
            over_limit=over_limit,
        )

    def used(self) -> YearToDate:
        return YearToDate(**{name: self.amount(name) or ZERO for name in COUNTERS})
