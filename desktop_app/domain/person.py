"""Who is ill, as far as insurance asks."""

from dataclasses import dataclass
from enum import StrEnum


class Scheme(StrEnum):
    """The two basic schemes: 职工医保 and 城乡居民医保."""

    EMPLOYEE = "employee"
    RESIDENT = "resident"


class Status(StrEnum):
    """Working or retired for employees; age groups for residents."""

    WORKING = "working"
    RETIRED = "retired"
    ADULT = "adult"
    CHILD = "child"
    STUDENT = "student"
    ELDERLY = "elderly"


STATUSES: dict[Scheme, tuple[Status, ...]] = {
    Scheme.EMPLOYEE: (Status.WORKING, Status.RETIRED),
    Scheme.RESIDENT: (Status.ADULT, Status.CHILD, Status.STUDENT, Status.ELDERLY),
}


class Assistance(StrEnum):
    """Hardship categories of medical assistance (医疗救助)."""

    NONE = "none"
    LOW_INCOME = "low_income"
    EXTREMELY_POOR = "extremely_poor"
    POVERTY_RISK = "poverty_risk"


class InsuranceState(StrEnum):
    """Whether the insurance is in force (参保状态). `unstated` is nobody's answer: the question was not put."""

    NORMAL = "normal"
    INTERRUPTED = "interrupted"
    ARREARS = "arrears"
    NEW = "new"
    NOT_ENROLLED = "not_enrolled"
    UNKNOWN = "unknown"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """The insured person.

    `insured_region` is a division's code as entered; `chronic` are recognised diseases by name or code.
    """

    scheme: Scheme
    insured_region: str | None = None
    tier: str | None = None
    status: Status | None = None
    age: int | None = None
    family_doctor: bool = False
    assistance: Assistance = Assistance.NONE
    chronic: tuple[str, ...] = ()
    insurance_state: InsuranceState = InsuranceState.UNSTATED
