"""The screens of the slip page: without a case, a slip that agrees, one worth asking about, in small windows too."""

from __future__ import annotations

import json

from PySide6.QtWidgets import QScrollArea, QWidget

from desktop_app.ui.main_window import SMALLEST_SIZE, MainWindow
from desktop_app.ui.page_list import SLIP
from desktop_app.ui.slip.slip_page import SlipPage
from desktop_app.ui.slip.slip_result import SlipResult
from desktop_app.ui.widgets.banner import Banner
from tests.gallery.shell_screens import at
from tests.gallery.studio import Screen, settle, wait_until

RESCUED = {
    "version": 1,
    "today": "2026-11-21",
    "person": {"insured_region": "320500", "scheme": "employee", "status": "working", "age": 52},
    "care": {
        "region": "310000",
        "kind": "inpatient",
        "level": "level3",
        "admitted_on": "2026-11-01",
        "date": "2026-11-10",
        "reason": "emergency",
        "filing": "none",
        "stage": "discharged_settled",
        "networked": True,
        "emergency": True,
    },
    "bill": {"total": "78450.00", "out_of_catalogue": "6210.00", "class_b": "25800.00", "class_b_ratio": "0.10"},
}
"""An employee of Suzhou, taken to a hospital in Shanghai as an emergency; settled there at discharge."""

PRINTED = {
    "line_total": "78450",
    "line_out_of_catalogue": "6210",
    "line_prior_self_pay": "2580",
    "line_eligible": "69660",
    "line_deductible": "800",
    "line_basic_fund": "50765.60",
    "line_fund_total": "50765.60",
    "line_cash": "27684.40",
}
"""The slip, as it is printed where the emergency flag was not sent."""

CASE = {"subject": json.dumps({"case": RESCUED, "number": None}, ensure_ascii=False)}


def compared(window: MainWindow) -> QWidget | None:
    """The page with what stands in the fields compared."""
    window.show_page(SLIP)
    page = window.findChild(SlipPage)
    assert isinstance(page, SlipPage)
    page.compare()
    wait_until(lambda: page.result.findChild(Banner) is not None, "the slip was never compared")
    settle()
    return None


def _below(window: MainWindow) -> QWidget | None:
    compared(window)
    result = window.findChild(SlipResult)
    assert isinstance(result, SlipResult)
    for area in window.findChildren(QScrollArea):
        if area.isAncestorOf(result):
            area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    settle()
    return None


SCREENS = (
    Screen(name="slip-no-case", arrange=at(SLIP)),
    Screen(name="slip-empty", arrange=at(SLIP), kept={SLIP: CASE}),
    Screen(name="slip-asking", arrange=compared, kept={SLIP: CASE | PRINTED}),
    Screen(name="slip-asking-below", arrange=_below, kept={SLIP: CASE | PRINTED}),
    Screen(name="slip-asking-small", arrange=compared, kept={SLIP: CASE | PRINTED}, size=SMALLEST_SIZE),
)
