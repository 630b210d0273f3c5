"""A case as seen at the counter: the two places, how they relate, how far things have come, what may be cited."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.advice import Reasoned
from desktop_app.domain.bill import Bill
from desktop_app.domain.care import OVER, STAYS, Care, Reason, SettlementMode, Stage
from desktop_app.domain.case import Case
from desktop_app.domain.message import Message, message
from desktop_app.domain.person import InsuranceState, Person, Scheme, Status
from desktop_app.domain.region import PoolingArea, Relation, relation_between
from desktop_app.errors import Problem
from desktop_app.rules.coverage import Coverage, coverage
from desktop_app.rules.rulebook import RuleBook


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """The first episode of a case with all that decisions ask of it. `place` is None abroad, or where not known."""

    case: Case
    person: Person
    care: Care
    bill: Bill | None
    rulebook: RuleBook
    insured_code: str
    insured: PoolingArea
    place: PoolingArea | None
    abroad: bool
    relation: Relation | None
    stage: Stage
    coverage: Coverage

    @property
    def today(self) -> date:
        """The day on which advice is given."""
        return self.case.today

    @property
    def reason(self) -> Reason:
        """The reason in the sense of filing: urgent care without rescue (急诊抢救) is a trip of one's own choice."""
        if self.care.emergency:
            return Reason.EMERGENCY
        return Reason.SELF_CHOSEN if self.care.reason is Reason.EMERGENCY else self.care.reason

    @property
    def ahead(self) -> bool:
        """Whether the care still lies ahead, so that everything can be arranged first."""
        return self.stage is Stage.PLANNING

    @property
    def over(self) -> bool:
        """Whether the care is over and paid for in one way or another."""
        return self.stage in OVER

    @property
    def file_first(self) -> tuple[str, ...]:
        """The facts that ask for filing before care: N-044, and across provinces the three steps of N-095."""
        across = ("N-095",) if self.relation is Relation.CROSS_PROVINCE else ()
        return ("N-044", *across) if self.filing_stressed else across

    @property
    def filing_stressed(self) -> bool:
        """Whether the notice of 2024 that stresses filing first (N-044) was out when the care began."""
        return self.care.begins.year >= FILE_FIRST_YEAR

    @property
    def residents_wait(self) -> bool:
        """Whether residents who missed a year's payment already had to wait when the care began (N-129)."""
        return self.care.begins.year >= RESIDENTS_WAIT_YEAR

    @property
    def is_stay(self) -> bool:
        """Whether there is an admission and a discharge."""
        return self.care.kind in STAYS

    @property
    def start_day(self) -> Message:
        """The day from which a late filing must hold (N-054): a day, or "that of admission" where nobody said when."""
        if self.is_stay and self.care.admitted_on is None:
            return message("filing.start.admission")
        return message("filing.start.day", day=self.care.begins)

    @property
    def employee(self) -> bool:
        """Whether there can be a personal account (个人账户)."""
        return self.person.scheme is Scheme.EMPLOYEE

    @property
    def balance(self) -> int:
        """What the personal account holds, in fen; 0 for residents."""
        return self.case.year_to_date.personal_account_balance if self.employee else 0

    @property
    def paid_in_part(self) -> bool:
        """Whether the funds have paid a part of this bill already, so that only the difference is left to ask for."""
        return self.bill is not None and self.bill.funds_paid is not None

    @property
    def newborn(self) -> bool:
        """Whether the patient may not have papers of their own yet (N-117)."""
        return self.person.status is Status.CHILD and self.person.age == 0

    @property
    def newborn_to_enrol(self) -> bool:
        """Whether the child can still be enrolled so that it is covered from its birth (N-116)."""
        return self.newborn and self.person.insurance_state is InsuranceState.NOT_ENROLLED

    @property
    def place_name(self) -> Message | str:
        """The place of care as it is called."""
        if self.place is not None:
            return self.place.name
        region = self.rulebook.region(self.care.region) if self.care.region else None
        return region.name if region else message("filing.place_not_known")

    @property
    def line(self) -> str:
        """The number that reaches the insured region's own medical insurance (N-135)."""
        return self.insured.hotline or "12393"

    @property
    def insured_name(self) -> str:
        """Where to turn to in the insured region: at home the district as entered (L2009), else the pooling area."""
        region = self.rulebook.region(self.insured_code) if self.relation is Relation.SAME_AREA else None
        return region.name if region else self.insured.name

    def cite(self, *numbers: str) -> tuple[str, ...]:
        """Those of the facts that may be shown for this insured region, each once."""
        return tuple(dict.fromkeys(n for n in numbers if self.rulebook.fact(n, self.insured_code) is not None))

    def may_cite(self, number: str) -> bool:
        """Whether the fact may be shown for this insured region."""
        return bool(self.cite(number))

    def reasoned(self, text: Message, *numbers: str) -> Reasoned:
        """A statement with those of its facts that may be shown."""
        return Reasoned(text, self.cite(*numbers))

    def statement(self, number: str) -> str:
        """What a fact says, in its own words."""
        fact = self.rulebook.fact(number, self.insured_code)
        return fact.text.rstrip("。") if fact else ""


def situation_of(case: Case, rulebook: RuleBook) -> Situation:
    """The situation of the case's first episode. Raises Problem without an insured region in the mainland."""
    episode = case.episodes[0]
    care, code = episode.care, case.person.insured_region
    if code is None:
        raise Problem(message("problems.missing", key="person.insured_region"))
    insured = rulebook.pooling_area(code)
    if insured is None:
        raise Problem(message("problems.no_pooling_area", key="person.insured_region", value=code))
    place = rulebook.pooling_area(care.region) if care.region else None
    return Situation(
        case=case,
        person=case.person,
        care=care,
        bill=episode.bill,
        rulebook=rulebook,
        insured_code=code,
        insured=insured,
        place=place,
        abroad=care.region is not None and care.region[:2] in OUTSIDE,
        relation=relation_between(insured, place) if place else None,
        stage=_stage(care, case.today),
        coverage=coverage(care, rulebook),
    )


FILE_FIRST_YEAR = 2024
"""The year of the notice 医保发〔2024〕21号 (N-044); its day is not known."""

RESIDENTS_WAIT_YEAR = 2025
"""From this year on residents who missed the yearly payment wait before the fund pays (N-129)."""

OUTSIDE = frozenset({"71", "81", "82"})
"""The first two digits of Taiwan, Hong Kong and Macau, whose hospitals the basic schemes do not pay (N-112)."""


def _stage(care: Care, today: date) -> Stage:
    """How far things have come; where nobody says, the days and the way of payment tell as much as they can."""
    if care.stage is not Stage.UNKNOWN:
        return care.stage
    if care.begins > today or (care.admitted_on is None and care.date >= today):
        return Stage.PLANNING
    if care.date >= today:
        return Stage.ADMITTED
    return _AFTERWARDS.get(care.settlement, Stage.UNKNOWN)


_AFTERWARDS: dict[SettlementMode | None, Stage] = {
    SettlementMode.DIRECT: Stage.DISCHARGED_SETTLED,
    SettlementMode.MANUAL: Stage.DISCHARGED_PAID,
}


def gathered(*groups: Sequence[Reasoned], most: int | None = None) -> tuple[str, ...]:
    """The facts behind statements, each once, in order; at most `most`."""
    numbers = dict.fromkeys(number for group in groups for said in group for number in said.facts)
    return tuple(numbers)[:most]
