"""The three people the tests keep meeting: Taiyuan to Beijing, Shenzhen to Chengdu, Suzhou to Shanghai."""

from datetime import date
from typing import Final

from desktop_app.domain.bill import Bill
from desktop_app.domain.care import CareKind, FilingState, Level, Reason
from desktop_app.domain.money import Fen
from desktop_app.domain.person import Assistance, InsuranceState, Scheme, Status
from desktop_app.interview.draft import NOT_KNOWN, Answer, CareStage
from tests.interview.places import BEIJING, CHENGDU, SHANGHAI, SHENZHEN, SUZHOU, TAIYUAN

TAIYUAN_MOTHER: Final[dict[str, Answer]] = {
    "danger": False,
    "scheme": Scheme.RESIDENT,
    "status": Status.ELDERLY,
    "age": 68,
    "assistance": Assistance.NONE,
    "insured_region": TAIYUAN,
    "care_region": BEIJING,
    "reason": Reason.LONG_TERM_RESIDENCE,
    "kind": CareKind.INPATIENT,
    "stage": CareStage.ABOUT_TO_BE_ADMITTED,
    "admitted_on": date(2026, 12, 3),
    "discharged_on": NOT_KNOWN,
    "filing": FilingState.NONE,
    "level": Level.LEVEL3,
    "networked": True,
    "insurance_state": InsuranceState.NORMAL,
    "bill": Bill(total=Fen(50_000_00), out_of_catalogue=Fen(3_000_00)),
    "admission": 1,
}
"""A resident of 68 who lives with her daughter in Beijing and is to be admitted at a level-3 hospital."""

SHENZHEN_EMPLOYEE: Final[dict[str, Answer]] = {
    "danger": False,
    "scheme": Scheme.EMPLOYEE,
    "status": Status.WORKING,
    "age": 35,
    "assistance": Assistance.NONE,
    "insured_region": SHENZHEN,
    "tier": "tier2",
    "care_region": CHENGDU,
    "reason": Reason.SELF_CHOSEN,
    "kind": CareKind.OUTPATIENT,
    "family_doctor": False,
    "stage": CareStage.PLANNING,
    "visited_on": date(2026, 11, 24),
    "filing": FilingState.NONE,
    "level": Level.LEVEL3,
    "networked": True,
    "selected": False,
    "insurance_state": InsuranceState.NORMAL,
    "account_balance": Fen(80_000),
    "bill": NOT_KNOWN,
}
"""An employee of tier 2 away in Chengdu whose outpatient visit is no emergency."""

SUZHOU_EMPLOYEE: Final[dict[str, Answer]] = {
    "danger": False,
    "scheme": Scheme.EMPLOYEE,
    "status": Status.WORKING,
    "age": 52,
    "assistance": Assistance.NONE,
    "insured_region": SUZHOU,
    "care_region": SHANGHAI,
    "reason": Reason.REFERRAL,
    "kind": CareKind.INPATIENT,
    "stage": CareStage.ADMITTED,
    "admitted_on": date(2026, 11, 15),
    "discharged_on": date(2026, 12, 1),
    "filing": FilingState.NONE,
    "level": Level.LEVEL3_TOP,
    "networked": True,
    "insurance_state": InsuranceState.NORMAL,
    "bill": Bill(total=Fen(80_000_00)),
    "admission": 1,
}
"""An employee referred to Shanghai, already in hospital and not yet filed."""

SAMPLES: Final = {"taiyuan": TAIYUAN_MOTHER, "shenzhen": SHENZHEN_EMPLOYEE, "suzhou": SUZHOU_EMPLOYEE}
