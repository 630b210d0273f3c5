"""Cases for the decision tables: one plain stay of Jinan's insured in Beijing, changed where a test asks for it."""

from dataclasses import replace
from datetime import date
from typing import Any

from desktop_app.domain.bill import Bill, YearToDate
from desktop_app.domain.care import Care, CareKind, FilingRecord, FilingState, FilingType, Level, Reason, Stage
from desktop_app.domain.case import Case, Episode
from desktop_app.domain.money import Fen
from desktop_app.domain.person import Person, Scheme

TODAY = date(2026, 11, 21)
JINAN, BEIJING, SHANGHAI, CHENGDU = "370100", "110000", "310000", "510100"

PERSON = Person(scheme=Scheme.EMPLOYEE, insured_region=JINAN)
CARE = Care(
    kind=CareKind.INPATIENT,
    date=date(2026, 12, 10),
    admitted_on=date(2026, 12, 3),
    region=BEIJING,
    level=Level.LEVEL3,
    reason=Reason.SELF_CHOSEN,
    filing=FilingState.NONE,
    stage=Stage.PLANNING,
    networked=True,
)


def case(
    *,
    today: date = TODAY,
    person: dict[str, Any] | None = None,
    bill: Bill | None = None,
    balance: int = 0,
    **care: Any,  # noqa: ANN401 -- every field of the care, each of its own type
) -> Case:
    """The plain case with other answers; keywords are fields of the care."""
    return Case(
        today=today,
        person=replace(PERSON, **(person or {})),
        episodes=(Episode(replace(CARE, **care), bill),),
        year_to_date=YearToDate(personal_account_balance=Fen(balance)),
    )


def filed(
    region: str,
    start: date,
    until: date | None,
    *,
    type: FilingType = FilingType.OTHER_TEMPORARY,
    with_papers: bool | None = True,
) -> dict[str, Any]:
    """The answers of somebody who has filed."""
    record = FilingRecord(type=type, start=start, until=until, region=region, with_papers=with_papers)
    return {"filing": FilingState.FILED, "filing_record": record}


ADMITTED: dict[str, Any] = {"stage": Stage.ADMITTED, "admitted_on": date(2026, 11, 15), "date": date(2026, 11, 28)}
PAID: dict[str, Any] = {"stage": Stage.DISCHARGED_PAID, "admitted_on": date(2026, 10, 1), "date": date(2026, 10, 9)}
SETTLED: dict[str, Any] = {**PAID, "stage": Stage.DISCHARGED_SETTLED}
