"""How a page hands a case to the slip page: the case as a document, and which of its stays the slip belongs to."""

import json
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.case import Case
from desktop_app.rules.rulebook import RuleBook
from desktop_app.storage.case_file import case_document, parse_case


@dataclass(frozen=True, slots=True)
class Subject:
    """A case, and the number of the stay by date; None for the last."""

    case: Case
    number: int | None = None


def written(subject: Subject) -> str:
    """The subject as text, so that it survives from one start of the program to the next."""
    return json.dumps({"case": case_document(subject.case), "number": subject.number}, ensure_ascii=False)


def read(text: str, rulebook: RuleBook, today: date) -> Subject:
    """The subject of a text. Raises Problem where it holds no case any more."""
    document = json.loads(text)
    return Subject(parse_case(document["case"], rulebook, today), document["number"])
