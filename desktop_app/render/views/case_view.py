"""The case on one look: who, insured where, care where, why, when."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.domain.care import OVER, STAYS, Care, FilingState, Level, Reason, Stage
from desktop_app.domain.case import Case
from desktop_app.domain.message import Message, message
from desktop_app.domain.person import Assistance, InsuranceState, Person
from desktop_app.render.library import Library
from desktop_app.render.words import Words, yuan
from desktop_app.rules.diseases import disease_named


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what it is, and what was answered."""

    label: str
    value: str


def place_name(rulebook: Library, code: str | None) -> str:
    """A place with what it lies in, as people write it: 山西省太原市; empty where the code says nothing."""
    names: list[str] = []
    while code is not None and (region := rulebook.region(code)) is not None:
        if not names or not names[0].startswith(region.name):
            names.insert(0, region.name)
        code = region.parent
    return "".join(names)


def case_rows(case: Case, rulebook: Library, words: Words) -> tuple[Row, ...]:
    """What was answered, without what was left out or is not known."""
    rows = (*_person_rows(case.person, rulebook, words), *_care_rows(case, rulebook, words))
    return tuple(Row(words.text(message(f"paper.case.{key}")), value) for key, value in rows if value)


def _person_rows(person: Person, rulebook: Library, words: Words) -> Iterator[tuple[str, str]]:
    yield "insured_region", place_name(rulebook, person.insured_region)
    yield "person", words.text(message("paper.case.of_person", parts=_person_parts(person, words)))
    if person.assistance is not Assistance.NONE:
        yield "assistance", words.text(message(f"terms.assistance.{person.assistance}"))
    if person.insurance_state not in {InsuranceState.NORMAL, InsuranceState.UNKNOWN, InsuranceState.UNSTATED}:
        yield "insurance_state", words.text(message(f"terms.insurance_state.{person.insurance_state}"))


def _person_parts(person: Person, words: Words) -> tuple[str, ...]:
    parts = [words.text(message(f"terms.scheme.{person.scheme}"))]
    if person.tier:
        tier = f"paper.tier.{person.tier}"
        parts.append(words.text(message(tier)) if tier in words else person.tier)
    if person.status:
        parts.append(words.text(message(f"terms.status.{person.status}")))
    if person.age is not None:
        parts.append(words.text(message("paper.case.years", age=person.age)))
    return tuple(parts)


def _disease(name: str, rulebook: Library) -> str:
    """The disease by the name on the list where it was given as a code (M01600), else as it was given."""
    known = disease_named(rulebook.chronic_diseases(), name)
    return known.name if known and name.strip().casefold() in map(str.casefold, known.codes) else name


def _care_rows(case: Case, rulebook: Library, words: Words) -> Iterator[tuple[str, str]]:
    care = case.episodes[0].care
    yield "care_region", place_name(rulebook, care.region)
    kinds = [message(f"terms.kind.{care.kind}")]
    if care.level is not Level.UNKNOWN:
        kinds.append(message(f"terms.level.{care.level}"))
    listed = (*(words.text(kind) for kind in kinds), *((_disease(care.disease, rulebook),) if care.disease else ()))
    yield "kind", words.text(message("paper.case.of_care", parts=listed))
    if care.emergency or care.reason is not Reason.UNKNOWN:
        reason = "type.emergency" if care.emergency else f"reason.{care.reason}"
        yield "reason", words.text(message(f"terms.{reason}"))
    if care.stage is not Stage.UNKNOWN:
        yield "stage", words.text(message(f"terms.stage.{care.stage}"))
    yield "date", words.text(_days(care))
    if care.filing is not FilingState.UNKNOWN:
        yield "filing", words.text(_filing(care, rulebook))
    bill = case.episodes[0].bill
    if bill is not None:
        yield "bill", yuan(bill.total)


def _days(care: Care) -> Message:
    over = care.stage in OVER
    if care.admitted_on is not None:
        stay = "paper.case.past_stay" if over else "paper.case.stay"
        return message(stay, admitted=care.admitted_on, discharged=care.date)
    if care.kind not in STAYS:
        return message("paper.case.visit", day=care.date)
    return message("paper.case.past_discharge" if over else "paper.case.expected_stay", day=care.date)


def _filing(care: Care, rulebook: Library) -> Message:
    record = care.filing_record
    if record is None:
        return message(f"paper.filing_state.{care.filing}")
    place = place_name(rulebook, record.region)
    type = message(f"terms.type.{record.type}")
    if record.until is None:
        return message("paper.filing_state.open", type=type, place=place, start=record.start)
    return message("paper.filing_state.until", type=type, place=place, start=record.start, until=record.until)
