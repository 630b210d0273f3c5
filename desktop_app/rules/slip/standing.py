"""How things stand when a cause is judged: the case as told, the filing, and what the cause makes of the payment."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.care import LONG_TERM_TYPES, Level, SettlementMode
from desktop_app.domain.case import Case, Episode
from desktop_app.domain.money import Fen
from desktop_app.domain.person import Status
from desktop_app.rules.coverage import Coverage, coverage
from desktop_app.rules.rulebook import RuleBook
from desktop_app.rules.situation import Situation, situation_of
from desktop_app.rules.slip.supposing import World


class Filing(StrEnum):
    """Whether a filing covers the care, as the person says."""

    VALID = "valid"
    NONE = "none"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a judgement looks at: the case as told, and the change that the cause makes to what the funds pay (fen)."""

    case: Case
    episode: Episode
    rulebook: RuleBook
    filing: Filing
    world: World
    gain: Fen
    situation: Situation | None

    @property
    def manual(self) -> bool:
        """Whether it was paid in full and claimed afterwards."""
        return self.episode.care.settled_by is SettlementMode.MANUAL

    @property
    def one_slip(self) -> bool:
        """Whether the insured region has all funds settled at once on one slip (Jiangsu, N-089)."""
        return bool(self.cite("N-089"))

    def cite(self, *numbers: str) -> tuple[str, ...]:
        """Those of the facts that may be shown for the insured region."""
        region = self.case.person.insured_region
        return tuple(number for number in numbers if region and self.rulebook.fact(number, region) is not None)


Condition = Callable[[Standing], bool]


def always(standing: Standing) -> bool:
    """Whatever else is known."""
    return True


def filed(standing: Standing) -> bool:
    """A filing covers the care, as the person says."""
    return standing.filing is Filing.VALID


def filed_long_term(standing: Standing) -> bool:
    """A long-term filing does, under which nothing may be taken off (N-064)."""
    record = standing.episode.care.filing_record
    return filed(standing) and record is not None and record.type in LONG_TERM_TYPES


def not_filed(standing: Standing) -> bool:
    """Nothing was filed in time."""
    return standing.filing is Filing.NONE


def rescued(standing: Standing) -> bool:
    """It was emergency rescue (急诊抢救), which counts as filed (N-059)."""
    return standing.episode.care.emergency


def pays_more(standing: Standing) -> bool:
    """The funds paid more than was estimated."""
    return standing.gain > 0


def one_slip(standing: Standing) -> bool:
    """All funds are settled at once there."""
    return standing.one_slip


def claimed(standing: Standing) -> bool:
    """It was paid in full and claimed afterwards."""
    return standing.manual


def used_before(standing: Standing) -> bool:
    """The person has told what the year has used."""
    return bool(standing.world.here.used.deductible_paid or standing.world.here.used.basic_fund_paid)


def retired(standing: Standing) -> bool:
    """The person says to be retired."""
    return standing.case.person.status is Status.RETIRED


def level_known(standing: Standing) -> bool:
    """The person has told the hospital's level."""
    return standing.episode.care.level is not Level.UNKNOWN


def said_by_person(standing: Standing) -> bool:
    """The share of class B was told by the person."""
    return standing.world.here.bill.class_b_ratio is not None


def standing_of(case: Case, episode: Episode, rulebook: RuleBook, base: World, then: World) -> Standing:
    """How things stand when `then` is what the slip shows instead of `base`."""
    alone = Case(today=case.today, person=case.person, episodes=(episode,), year_to_date=case.year_to_date)
    region = case.person.insured_region
    return Standing(
        case=case,
        episode=episode,
        rulebook=rulebook,
        filing=_filing(episode, rulebook),
        world=base,
        gain=Fen(then.settled.fund_total - base.settled.fund_total),
        situation=situation_of(alone, rulebook) if region else None,
    )


def _filing(episode: Episode, rulebook: RuleBook) -> Filing:
    """A filing said to be there without a record is taken at its word."""
    found = coverage(episode.care, rulebook)
    if found in {Coverage.COVERS, Coverage.NO_RECORD}:
        return Filing.VALID
    return Filing.UNKNOWN if found is Coverage.NOT_KNOWN else Filing.NONE
