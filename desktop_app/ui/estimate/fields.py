"""The fields of the estimator, by the names that the interview's draft has for them."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.care import CareKind, FilingState, Level, Reason
from desktop_app.domain.message import message
from desktop_app.domain.person import Assistance, Scheme
from desktop_app.interview.setting import Setting
from desktop_app.render.words import Words
from desktop_app.services.search_regions import search_regions
from desktop_app.ui.estimate.bills_field import BillsField
from desktop_app.ui.estimate.items_field import ItemsField
from desktop_app.ui.page import Desk
from desktop_app.ui.widgets.entered_field import CountField, DateField, MoneyField, PercentField
from desktop_app.ui.widgets.line_field import LineField
from desktop_app.ui.widgets.region_field import Place, RegionField, Search
from desktop_app.ui.widgets.select import Select

translate = QCoreApplication.translate
Choices = tuple[tuple[str, str], ...]
EnteredFields = dict[str, LineField | Select | BillsField | ItemsField]

COUNTERS: Final = (
    "deductible_paid",
    "basic_fund_paid",
    "supplement_paid",
    "above_deductible",
    "critical_out_of_pocket",
    "critical_paid",
    "assistance_paid",
)
"""What the year has used already, by the names of `YearToDate`; the account's balance stands with the bill."""

SUMS: Final = ("total", "out_of_catalogue", "class_b", "over_limit")
"""What items add up to."""


def make_fields(desk: Desk, items: ItemsField) -> EnteredFields:
    """Every field, empty; a field to choose from starts at the first of what it offers."""
    words, search = desk.library.words, place_search(desk)
    return {
        "scheme": Select(_with_blank(said(words, "scheme", Scheme))),
        "status": Select(),
        "age": CountField(words, 0, 120, unit=translate("EstimateFields", "years")),
        "insured_region": RegionField(
            search, placeholder=translate("EstimateFields", "City or county, pinyin will do")
        ),
        "tier": Select(),
        "assistance": Select(said(words, "assistance", Assistance)),
        "care_region": RegionField(search, placeholder=translate("EstimateFields", "City or county, pinyin will do")),
        "kind": Select(_with_blank(said(words, "kind", _KINDS))),
        "disease": Select(),
        "level": Select(said(words, "level", sorted(Level, key=lambda level: level is not Level.UNKNOWN))),
        "reason": Select(said(words, "reason", sorted(Reason, key=lambda reason: reason is not Reason.UNKNOWN))),
        "filing": Select(_filing_choices()),
        "admitted_on": DateField(words, today=desk.today),
        "discharged_on": DateField(words, today=desk.today),
        "visited_on": DateField(words, today=desk.today),
        "admission": CountField(words, 1, 99),
        "joined": Select(_joined_choices()),
        "total": MoneyField(words),
        "out_of_catalogue": MoneyField(words),
        "class_b": MoneyField(words),
        "class_b_ratio": PercentField(words),
        "over_limit": MoneyField(words),
        "items": items,
        "funds_paid": MoneyField(words),
        "account_balance": MoneyField(words),
        **{name: MoneyField(words) for name in COUNTERS},
        "other_bills": BillsField(words, Setting(desk.library.rulebook, desk.today)),
    }


def said(words: Words, group: str, members: Iterable[StrEnum]) -> Choices:
    """The members with their words."""
    return tuple((member.value, words.text(message(f"terms.{group}.{member.value}"))) for member in members)


def place_search(desk: Desk) -> Search:
    """Finds places with a pooling area of their own, named with what they lie in."""
    rulebook = desk.library.rulebook

    def search(query: str) -> tuple[Place, ...]:
        found = search_regions(rulebook, query)
        return tuple(
            Place(match.region.code, f"{match.region.name} · {match.within}" if match.within else match.region.name)
            for match in found
            if match.area
        )

    return search


def unknown_or(choices: Choices) -> Choices:
    """With "not known" in front, for what a figure may do without."""
    return (("", translate("EstimateFields", "Not known")), *choices)


_KINDS: Final = (
    CareKind.INPATIENT,
    CareKind.OUTPATIENT,
    CareKind.CHRONIC_OUTPATIENT,
    CareKind.EMERGENCY_OUTPATIENT,
)
"""The kinds of care that a bill can be estimated for; for the others the wizard says how they are settled."""


def _with_blank(choices: Choices) -> Choices:
    return (("", translate("EstimateFields", "Please choose")), *choices)


def _filing_choices() -> Choices:
    return (
        (FilingState.UNKNOWN.value, translate("EstimateFields", "Not known")),
        (FilingState.FILED.value, translate("EstimateFields", "Filed")),
        (FilingState.LATE.value, translate("EstimateFields", "Filed after admission")),
        (FilingState.NONE.value, translate("EstimateFields", "Not filed")),
    )


def _joined_choices() -> Choices:
    return (
        ("", translate("EstimateFields", "No, a stay of its own")),
        ("yes", translate("EstimateFields", "Yes, transferred from there")),
    )
