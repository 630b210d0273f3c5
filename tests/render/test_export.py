"""Real cases with the real rulebook on paper: what the rules say is what the sheet says."""

import re
from datetime import date
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import pytest
from markupsafe import Markup
from PySide6.QtPrintSupport import QPrinter

from desktop_app.domain.case import Case
from desktop_app.domain.message import message
from desktop_app.render.pdf import paint
from desktop_app.render.pdf.file import a4
from desktop_app.render.summary import summary_html
from desktop_app.render.words import Words, yuan
from desktop_app.rules.plan import make_plan
from desktop_app.services.export_summary import export_summary, summary_of
from desktop_app.storage.case_file import parse_case
from desktop_app.storage.rule_pack import RulePack
from tests.render.conftest import reader

TODAY: Final = date(2026, 11, 21)
TAIYUAN: Final = {
    "insured_region": "140100",
    "scheme": "resident",
    "status": "elderly",
    "age": 68,
    "insurance_state": "normal",
}
SHENZHEN: Final = {"insured_region": "440300", "scheme": "employee", "tier": "tier2", "status": "working"}
SUZHOU: Final = {"insured_region": "320500", "scheme": "employee", "status": "working", "age": 47}
CASES: Final[dict[str, dict[str, Any]]] = {
    "mother in Beijing": {
        "person": TAIYUAN,
        "care": {
            "region": "110000",
            "kind": "inpatient",
            "level": "level3",
            "admitted_on": "2026-12-03",
            "date": "2026-12-13",
            "reason": "long_term_residence",
            "filing": "none",
            "stage": "planning",
            "networked": True,
        },
        "bill": {"total": "50000.00", "out_of_catalogue": "4000.00", "class_b": "10000.00", "class_b_ratio": "0.10"},
    },
    "visit in Chengdu": {
        "person": SHENZHEN,
        "care": {
            "region": "510100",
            "kind": "outpatient",
            "level": "level3",
            "date": "2026-11-24",
            "reason": "self_chosen",
            "filing": "none",
            "stage": "planning",
        },
    },
    "referred to Shanghai": {
        "person": SUZHOU,
        "care": {
            "region": "310000",
            "kind": "inpatient",
            "level": "level3",
            "admitted_on": "2026-11-18",
            "date": "2026-11-30",
            "reason": "referral",
            "filing": "none",
            "stage": "admitted",
            "networked": True,
        },
        "bill": {"total": "86000.00", "class_b": "21000.00", "class_b_ratio": "0.10"},
    },
    "paid in full": {
        "person": SUZHOU,
        "care": {
            "region": "510100",
            "kind": "inpatient",
            "date": "2026-11-10",
            "admitted_on": "2026-11-01",
            "reason": "self_chosen",
            "filing": "none",
            "stage": "discharged_paid",
        },
    },
    "rescued": {
        "person": TAIYUAN,
        "care": {"region": "370200", "kind": "inpatient", "date": "2026-11-20", "emergency": True, "stage": "admitted"},
    },
    "next to nothing known": {
        "person": {"insured_region": "610100", "scheme": "resident"},
        "care": {"kind": "inpatient", "date": "2026-11-30", "region": "510100"},
    },
}


@pytest.fixture(params=list(CASES))
def case(request: pytest.FixtureRequest, rulebook: RulePack) -> Case:
    """Each case in turn."""
    return parse_case({"version": 1, **CASES[request.param]}, rulebook, TODAY)


def page_of(case: Case, rulebook: RulePack, words: Words) -> str:
    """The summary of a case."""
    return summary_html(case, make_plan(case, rulebook), rulebook, words)


def test_the_sheet_says_what_the_plan_says(case: Case, rulebook: RulePack, words: Words) -> None:
    """The filing type, every paper, every deadline, every question, and the fund payment stand on it."""
    plan, page = make_plan(case, rulebook), page_of(case, rulebook, words)
    if plan.filing.type:
        assert words.text(message(f"terms.type.{plan.filing.type}")) in page
    claimed = plan.settlement.claim.papers if plan.settlement.claim else ()
    for paper in (*plan.filing.materials, *plan.settlement.bring, *claimed):
        assert escaped(words.text(paper.name)) in page
    for deadline in plan.deadlines:
        assert escaped(words.text(deadline.what)) in page
    for ask in plan.ask:
        assert escaped(words.text(ask.question)) in page
    if plan.money and plan.money.as_is.fund_total:
        assert yuan(plan.money.as_is.fund_total.likely) in page


def escaped(text: str) -> str:
    """As it stands in HTML."""
    return str(Markup.escape(text))


def test_every_statement_with_a_badge_has_its_source_below(case: Case, rulebook: RulePack, words: Words) -> None:
    """The numbers in brackets are those of the list, from 1 without a gap; nothing is left unfilled."""
    page = page_of(case, rulebook, words)
    notes = re.findall(r'class="note">&nbsp;\[([\d,]+)\]', page)
    cited = {int(number) for note in notes for number in note.split(",")}
    listed = [int(number) for number in re.findall(r'<p class="source">\[(\d+)\]', page)]
    assert listed == list(range(1, len(listed) + 1))
    assert cited == set(listed)
    assert not re.search(r"None|\{\{|undefined", re.sub(r"<[^>]*>", "", page.partition("</style>")[2]))


def test_links_lead_to_official_sites_only(case: Case, rulebook: RulePack, words: Words) -> None:
    """A throw-away site is a danger to the elderly: other sources are named by title."""
    for address in re.findall(r'href="([^"]+)"', page_of(case, rulebook, words)):
        assert (urlsplit(address).hostname or "").endswith(".gov.cn")


@pytest.mark.usefixtures("qapp")
def test_a_printer_gets_the_same_pages_as_the_file(tmp_path: Path, rulebook: RulePack) -> None:
    """Print preview, printer and PDF show one and the same sheet."""
    case = parse_case({"version": 1, **CASES["mother in Beijing"]}, rulebook, TODAY)
    export_summary(case, rulebook, "zh_CN", tmp_path / "file.pdf")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageLayout(a4())
    paint(summary_of(case, rulebook, "zh_CN"), printer)
    texts = [reader("pdftotext", "-layout", tmp_path / name, "-") for name in ("file.pdf", "printed.pdf")]
    assert texts[0] == texts[1]
