"""Case files: from a document to a `Case` and back. Everything that does not fit is refused in one sentence."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from desktop_app.domain.bill import YearToDate
from desktop_app.domain.care import Care, FilingRecord, Injury
from desktop_app.domain.case import Case, Episode
from desktop_app.domain.message import Parameter, message
from desktop_app.domain.person import STATUSES, Person
from desktop_app.errors import Problem
from desktop_app.rules.rulebook import RuleBook
from desktop_app.storage.case_bill import bill_from
from desktop_app.storage.case_document import case_document
from desktop_app.storage.entered_figures import entered_figures

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from desktop_app.storage.case_schema import CareBlock, CaseBlock, PersonBlock

__all__ = ["case_document", "parse_case", "problem_of", "read_case", "shown"]

LONGEST_VALUE: Final = 60
DEEPEST: Final = 8


def read_case(path: Path, rulebook: RuleBook, today: date) -> Case:
    """The case in a JSON or YAML file; `today` counts where the file names no day.

    Raises Problem for a file that cannot be read and for everything the case file's form does not allow.
    """
    from desktop_app.storage.case_text import read_document

    return parse_case(read_document(path), rulebook, today)


def parse_case(document: object, rulebook: RuleBook, today: date) -> Case:
    """The case a document describes, checked. Regions are looked up only where the document names one."""
    block = _validated(document)
    person = _person(block.person, rulebook)
    episodes = tuple(_episodes(block, rulebook))
    return Case(
        today=block.today or today,
        person=person,
        episodes=episodes,
        several=bool(block.episodes),
        year_to_date=YearToDate(**dict(block.year_to_date)) if block.year_to_date else YearToDate(),
        figures=entered_figures(block.figures) if block.figures else None,
    )


def _validated(document: object) -> "CaseBlock":
    from pydantic import ValidationError

    from desktop_app.storage.case_schema import CaseBlock

    try:
        return CaseBlock.model_validate(document)
    except ValidationError as error:
        raise problem_of(error.errors(include_url=False)[0]) from None


def problem_of(error: "ErrorDetails", *, whole: str = "case") -> Problem:
    """One sentence for pydantic's first error: the key's path, the value as written, and what is allowed.

    `whole` is what the document itself is called.
    """
    key = _path(error["loc"])
    if error["type"] == "missing":
        return Problem(message("problems.missing", key=key))
    context: dict[str, Any] = dict(error.get("ctx", {}))
    if error["type"] != "problem":
        id = "not_a_list" if error["type"] == "list_type" else "not_readable"
        return Problem(message(f"problems.{id}", key=key, value=shown(error["input"])))
    id, unknown = context.pop("problem"), context.pop("unknown", None)
    key, value = key + context.pop("place", ""), context.pop("inner", error["input"])
    allowed = {name: tuple(value) if isinstance(value, list) else value for name, value in context.items()}
    if unknown is not None:
        return Problem(message(f"problems.{id}", key=f"{key}.{unknown}" if key else unknown, **allowed))
    return Problem(message(f"problems.{id}", key=key or whole, value=shown(value), **allowed))


def _path(location: Sequence[int | str]) -> str:
    """The key's path as people write it: episodes[1].bill.total."""
    path = ""
    for step in location:
        path += f"[{step}]" if isinstance(step, int) else f".{step}" if path else step
    return path


def shown(value: object, depth: int = DEEPEST) -> str:
    """A value as it stands in the file, short enough for a sentence."""
    if isinstance(value, list):
        inside = (shown(part, depth - 1) for part in value) if depth else "…"
        return _shortened(f"[{', '.join(inside)}]")
    if isinstance(value, dict):
        return "{…}"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return _shortened(f"{value:f}" if isinstance(value, Decimal) and value.is_finite() else str(value))


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_VALUE else text[:LONGEST_VALUE] + "…"


def _person(block: "PersonBlock", rulebook: RuleBook) -> Person:
    person = Person(**dict(block))
    allowed = STATUSES[person.scheme]
    if person.status is not None and person.status not in allowed:
        words = tuple(status.value for status in allowed)
        scheme = person.scheme.value
        raise _refused("status_of_other_scheme", "person.status", person.status, scheme=scheme, allowed=words)
    _check_region("person.insured_region", person.insured_region, rulebook)
    if person.insured_region is not None and rulebook.pooling_area(person.insured_region) is None:
        raise _refused("no_pooling_area", "person.insured_region", person.insured_region)
    return person


def _episodes(block: "CaseBlock", rulebook: RuleBook) -> Iterator[Episode]:
    if block.episodes:
        if block.care is not None or block.bill is not None:
            raise Problem(message("problems.care_and_episodes", key="episodes"))
        for number, episode in enumerate(block.episodes):
            at = f"episodes[{number}]"
            bill = bill_from(episode.bill, f"{at}.bill") if episode.bill else None
            yield Episode(_care(episode.care, f"{at}.care", rulebook), bill)
        return
    if block.care is None:
        raise Problem(message("problems.missing", key="care"))
    yield Episode(_care(block.care, "care", rulebook), bill_from(block.bill, "bill") if block.bill else None)


def _care(block: "CareBlock", at: str, rulebook: RuleBook) -> Care:
    fields = dict(block)
    fields["injury"] = Injury(**dict(block.injury)) if block.injury else None
    if block.filing_record is not None:
        fields["filing_record"] = FilingRecord(**dict(block.filing_record))
    care = Care(**fields)
    _check_region(f"{at}.region", care.region, rulebook)
    _check_order(f"{at}.admitted_on", care.admitted_on, care.date)
    if care.filing_record is not None:
        _check_region(f"{at}.filing_record.region", care.filing_record.region, rulebook)
        _check_order(f"{at}.filing_record.from", care.filing_record.start, care.filing_record.until)
    return care


def _check_region(key: str, code: str | None, rulebook: RuleBook) -> None:
    if code is not None and rulebook.region(code) is None:
        raise _refused("unknown_region", key, code)


def _check_order(key: str, first: date | None, last: date | None) -> None:
    if first is not None and last is not None and first > last:
        raise Problem(message("problems.after", key=key, value=first.isoformat(), latest=last.isoformat()))


def _refused(id: str, key: str, value: str, **details: Parameter) -> Problem:
    return Problem(message(f"problems.{id}", key=key, value=str(value), **details))
