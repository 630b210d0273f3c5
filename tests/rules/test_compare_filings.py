"""A better filing never pays less unless the trace says why: in every third pooling area."""

from dataclasses import replace
from itertools import pairwise

import pytest

from desktop_app.domain.bill import Bill
from desktop_app.domain.care import FilingRecord, FilingState, FilingType, Reason
from desktop_app.domain.case import Case
from desktop_app.domain.figure import FigureName
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Estimate
from desktop_app.domain.person import Scheme
from desktop_app.rules.estimate.year import estimate_case
from desktop_app.storage.rule_pack import RulePack
from tests.rules.cases import BEIJING, SHANGHAI, case

BEST_FIRST: list[tuple[Reason, FilingType | None]] = [
    (Reason.LONG_TERM_RESIDENCE, FilingType.LONG_TERM_RESIDENCE),
    (Reason.REFERRAL, FilingType.REFERRAL),
    (Reason.SELF_CHOSEN, FilingType.OTHER_TEMPORARY),
    (Reason.SELF_CHOSEN, None),
]
SAYS_WHY = {FigureName.ELSEWHERE, FigureName.ELSEWHERE_DEDUCTIBLE, FigureName.ELSEWHERE_FIRST_PAY}


def filed_as(plain: Case, reason: Reason, type: FilingType | None) -> Case:
    """The same stay under another filing."""
    episode = plain.episodes[0]
    care = replace(episode.care, reason=reason)
    if type is not None:
        record = FilingRecord(type=type, start=care.begins, until=None, region=care.region or "", with_papers=True)
        care = replace(care, filing=FilingState.FILED, filing_record=record)
    return replace(plain, episodes=(replace(episode, care=care),))


def figures_named(estimate: Estimate) -> set[FigureName]:
    """The figures that lines of the trace rest on, each with something that stands behind it."""
    return {name for step in estimate.trace if step.provenance for name in step.figures}


@pytest.mark.parametrize("scheme", Scheme)
def test_a_better_filing_never_pays_less_unless_the_trace_says_why(rulebook: RulePack, scheme: Scheme) -> None:
    """Where it does, a line names the reduction elsewhere and where it comes from."""
    seen = 0
    for area in (area for province in rulebook.provinces() for area in province.areas[::3]):
        place = SHANGHAI if area.code != SHANGHAI else BEIJING
        person = {"insured_region": area.code, "scheme": scheme}
        plain = case(bill=Bill(total=Fen(5_000_000)), person=person, region=place)
        estimates = [estimate_case(filed_as(plain, *row), rulebook)[0] for row in BEST_FIRST]
        for better, worse in pairwise(estimates):
            if better.fund_total is None or worse.fund_total is None:
                continue
            seen += 1
            if better.fund_total.likely < worse.fund_total.likely:
                assert figures_named(better) & SAYS_WHY, area.name
    assert seen > 150
