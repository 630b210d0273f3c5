"""Which ways to the same care are still open (wizard.md, «Money»): none that leaves out or delays urgent care."""

from collections.abc import Iterator
from typing import Final

from desktop_app.domain.advice import FilingAdvice, FilingVerdict, SettlementAdvice, SettlementVerdict
from desktop_app.domain.care import LONG_TERM_TYPES, CareKind, FilingType, Level, Reason, Stage
from desktop_app.domain.region import Relation
from desktop_app.domain.routes import Route
from desktop_app.rules.coverage import UNDECIDED
from desktop_app.rules.filing_type import type_is_a_guess
from desktop_app.rules.situation import Situation

SETTLED_FILING: Final = frozenset({FilingVerdict.VALID, FilingVerdict.NOT_NEEDED, FilingVerdict.DEEMED})
"""Verdicts that leave no filing to be made."""

_DIRECTLY: Final = frozenset({SettlementVerdict.DIRECT, SettlementVerdict.DIRECT_IF})
_ALL_BUT_REFERRAL: Final = (Route.FILE_LONG_TERM, Route.FILE_TEMPORARY)
_OTHER_LEVEL: Final = {
    Level.COMMUNITY: Route.LEVEL2,
    Level.LEVEL1: Route.LEVEL2,
    Level.LEVEL2: Route.LEVEL3,
    Level.LEVEL3: Route.LEVEL2,
    Level.LEVEL3_TOP: Route.LEVEL2,
}


def open_routes(situation: Situation, filing: FilingAdvice, settlement: SettlementAdvice) -> tuple[Route, ...]:
    """The routes that lead elsewhere than the case as it stands; none where nothing is left to decide or to weigh."""
    nobody_pays = settlement.verdict is SettlementVerdict.NOT_COVERED
    over = situation.stage in {Stage.DISCHARGED_SETTLED, Stage.UNKNOWN}
    if situation.relation is None or over or nobody_pays or filing.verdict is FilingVerdict.DEEMED:
        return ()
    found = [*_filings(situation, filing), *_places(situation), *_ways_of_paying(situation, settlement)]
    return tuple(dict.fromkeys(found))


def is_urgent(situation: Situation) -> bool:
    """Whether the care must not wait for a certificate, another hospital or the way home."""
    care = situation.care
    return care.emergency or care.reason is Reason.EMERGENCY or care.kind is CareKind.EMERGENCY_OUTPATIENT


def _filings(situation: Situation, filing: FilingAdvice) -> Iterator[Route]:
    """Every type under which the care may be filed, that of its reason first; and what happens without."""
    if situation.relation is Relation.SAME_AREA:
        return
    if filing.verdict not in SETTLED_FILING:
        yield from _types(situation, filing.type)
    if _may_be_referred(situation, filing.type):
        yield Route.REFERRAL
    if filing.verdict not in SETTLED_FILING and situation.coverage in UNDECIDED:
        yield Route.NOT_FILED


def _types(situation: Situation, type: FilingType | None) -> tuple[Route, ...]:
    """Late, only the type of the reason is left; beforehand a trip of one's own choice can always be filed (N-025)."""
    if type is None or (type_is_a_guess(situation) and situation.ahead):
        return _ALL_BUT_REFERRAL
    own = Route.FILE_LONG_TERM if type in LONG_TERM_TYPES else _BY_TYPE.get(type, Route.FILE_TEMPORARY)
    return (own, Route.FILE_TEMPORARY) if situation.ahead else (own,)


_BY_TYPE: Final = {FilingType.REFERRAL: Route.REFERRAL}


def _may_be_referred(situation: Situation, type: FilingType | None) -> bool:
    """Whether a hospital may still refer the patient; one who lives there needs none."""
    if not situation.ahead or not situation.is_stay or is_urgent(situation):
        return False
    return type not in LONG_TERM_TYPES and situation.care.reason is not Reason.REFERRAL


def _places(situation: Situation) -> Iterator[Route]:
    """Another hospital in the same place, and the insured region itself."""
    if not situation.ahead or is_urgent(situation):
        return
    if situation.care.kind is not CareKind.DRUGSTORE and situation.care.level in _OTHER_LEVEL:
        yield _OTHER_LEVEL[situation.care.level]
    if situation.relation is not Relation.SAME_AREA:
        yield Route.AT_HOME


def _ways_of_paying(situation: Situation, settlement: SettlementAdvice) -> Iterator[Route]:
    """The claim where direct settlement is within reach, and a connected hospital where this one is not."""
    if situation.relation is Relation.SAME_AREA or situation.over:
        return
    if settlement.verdict in _DIRECTLY:
        yield Route.MANUAL
    elif situation.care.networked is False and situation.ahead and not is_urgent(situation):
        yield Route.DIRECT
