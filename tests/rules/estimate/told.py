"""What the program tells of a case file: `estimate --json`, the whole way from the file to the answer."""

from datetime import date
from typing import Any

from desktop_app.paths import resources_dir
from desktop_app.render.estimate_json import estimate_document
from desktop_app.render.words import Words
from desktop_app.rules.estimate.year import estimate_case
from desktop_app.storage.case_file import parse_case
from tests.rulebooks import DictRuleBook

TODAY = date(2026, 11, 21)
WORDS = Words("zh_CN", resources_dir() / "words")
EMPLOYEE = {"scheme": "employee", "status": "working"}
RESIDENT = {"scheme": "resident", "status": "adult"}


def told(*bills: object, figures: object, person: object = EMPLOYEE, **blocks: Any) -> list[dict[str, Any]]:  # noqa: ANN401 -- blocks of a case file
    """What `estimate --json` says of a case file with these bills, one after another."""
    care = {"kind": "inpatient", "date": "2026-06-15", **blocks.pop("care", {})}
    episodes = [{"care": care, "bill": bill if isinstance(bill, dict) else {"total": bill}} for bill in bills]
    case = {"version": 1, "person": person, "episodes": episodes, "figures": figures, **blocks}
    rulebook = DictRuleBook()
    estimates = estimate_case(parse_case(case, rulebook, TODAY), rulebook)
    return [estimate_document(estimate, WORDS) for estimate in estimates]


def funds(*bills: object, **case: Any) -> list[str]:  # noqa: ANN401 -- as `told`
    """What the funds pay of each bill."""
    return [found["fund_total"] for found in told(*bills, **case)]
