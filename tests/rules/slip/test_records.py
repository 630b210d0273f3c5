"""What may stand otherwise on record: the rulebook is asked what would follow."""

from datetime import date

from desktop_app.domain.benefits import Benefits
from desktop_app.domain.care import FilingType, Level
from desktop_app.domain.figure import Points
from desktop_app.domain.person import Status
from desktop_app.domain.slip import Asked, Cause, Judgement, Sureness
from desktop_app.rules.rulebook import BenefitQuery
from tests.rules.estimate.sums import critical, exact, percent
from tests.rules.slip.slips import (
    FILED,
    LONG_TERM,
    Asking,
    causes,
    checked,
    explained_by,
    insured,
    judged,
    plain_figures,
    rule,
    slip,
)

UNFILED = {"basic_fund": 28600, "fund_total": 28600, "cash": 21400}
OFF = {None: 20, FilingType.REFERRAL: 10, FilingType.OTHER_TEMPORARY: 15, FilingType.EMERGENCY: 0}
CITED = frozenset({"N-042", "N-059", "N-060", "N-061", "N-064", "N-066", "N-089"})


def by_filing(query: BenefitQuery) -> Benefits:
    """20 points off unfiled, 10 under a referral, 15 under a trip of one's own, nothing for rescue and long-term."""
    return plain_figures(elsewhere=exact(Points(percent(OFF.get(query.filing_type, 0)))))


def test_rescue_without_its_flag() -> None:
    """Settled as unfiled, 44,000 × 65 % = 28,600.00 instead of 37,400: ask the hospital for the flag (N-060).

    Nobody states a time limit here, so the careful one for claims is told: three months from 15 June.
    """
    told = insured(emergency=True, reason="emergency", filing="none")
    found = checked(told, slip(**UNFILED), Asking(answers=by_filing, numbers=CITED))
    one = rule(found, Cause.EMERGENCY_FLAG)
    assert (one.judgement, one.why.facts) == (Judgement.WORTH_ASKING, ("N-059", "N-060", "N-061"))
    assert explained_by(found, Cause.EMERGENCY_FLAG).sureness is Sureness.LIKELY
    assert one.question is not None
    assert one.question.whom is Asked.HOSPITAL
    assert one.question.deadline is not None
    assert dict(one.question.deadline.text.parameters)["day"] == date(2026, 9, 15)


def test_a_long_term_filing_not_seen() -> None:
    """28,600.00 again under a long-term filing that covers the stay: nothing may be taken off (N-064)."""
    found = checked(
        insured(**LONG_TERM),
        slip(**UNFILED),
        Asking(answers=by_filing, numbers=CITED),
    )
    one = rule(found, Cause.LONG_TERM_NOT_SEEN)
    assert (one.judgement, one.why.facts) == (Judgement.WORTH_ASKING, ("N-064",))


def test_a_filing_not_seen() -> None:
    """Filed as a referral (75 %, 33,000), settled as unfiled: 28,600.00. Worth asking."""
    found = checked(
        insured(**FILED, reason="referral"),
        slip(**UNFILED),
        Asking(answers=by_filing),
    )
    assert judged(found, Cause.NOT_FILED) is Judgement.WORTH_ASKING


def test_filed_as_another_type() -> None:
    """Settled at 70 %, as for a trip of one's own choice: 44,000 × 70 % = 30,800.00 instead of 33,000."""
    found = checked(
        insured(**FILED, reason="referral"),
        slip(basic_fund=30800, fund_total=30800, cash=19200),
        Asking(answers=by_filing),
    )
    assert causes(found) >= {frozenset({Cause.OTHER_FILING})}
    assert judged(found, Cause.OTHER_FILING) is Judgement.WORTH_ASKING


def test_filed_after_all() -> None:
    """The estimate knew of no filing (65 %, 28,600); the slip has 33,000.00 as for a referral: more, so normal."""
    told = insured(filing="none", reason="referral")
    found = checked(told, slip(basic_fund=33000, fund_total=33000, cash=17000), Asking(answers=by_filing))
    one = rule(found, Cause.OTHER_FILING)
    assert one.judgement is Judgement.NORMAL
    first = dict(one.said.parameters)["first"]
    assert getattr(first, "id", "") == "terms.type.referral"


def test_types_that_come_to_the_same_are_one_explanation() -> None:
    """Long-term filings and rescue all pay 37,400.00: one explanation, not four."""
    told = insured(filing="none", reason="long_term_residence")
    found = checked(told, slip(), Asking(answers=by_filing))
    assert causes(found) & {frozenset({Cause.OTHER_FILING})}
    assert len([each for each in found.explanations if each.rules[0].cause is Cause.OTHER_FILING]) == 1


def by_level(query: BenefitQuery) -> Benefits:
    """90 % after 800 in level 2, 85 % after 2,000 elsewhere."""
    return plain_figures(90, 800) if query.level is Level.LEVEL2 else plain_figures()


def test_another_level() -> None:
    """Level 2: (46,000 − 800) × 90 % = 40,680.00. Worth asking where the level was told, normal where it was not."""
    printed = slip(deductible=800, basic_fund=40680, fund_total=40680, cash=9320)
    assert judged(checked(insured(), printed, Asking(answers=by_level)), Cause.LEVEL) is Judgement.WORTH_ASKING
    unknown = insured(level="unknown")
    assert judged(checked(unknown, printed, Asking(answers=by_level)), Cause.LEVEL) is Judgement.NORMAL


def by_tier(query: BenefitQuery) -> Benefits:
    """85 % in tier 1, 75 % in tier 2."""
    return plain_figures(75 if query.tier == "tier2" else 85)


def test_another_tier() -> None:
    """Tier 2: 44,000 × 75 % = 33,000.00 instead of 37,400."""
    printed = slip(basic_fund=33000, fund_total=33000, cash=17000)
    found = checked(insured({"tier": "tier1"}), printed, Asking(answers=by_tier))
    assert judged(found, Cause.TIER) is Judgement.WORTH_ASKING


def by_status(query: BenefitQuery) -> Benefits:
    """90 % for the retired."""
    return plain_figures(90 if query.status is Status.RETIRED else 85)


def test_retired_and_not_on_record() -> None:
    """Settled as working: 37,400.00 instead of 44,000 × 90 % = 39,600."""
    found = checked(insured({"status": "retired"}), slip(), Asking(answers=by_status))
    assert judged(found, Cause.RETIRED_BONUS) is Judgement.WORTH_ASKING


def test_working_and_settled_as_retired() -> None:
    """39,600.00 instead of 37,400: which status is on record, the insured region knows."""
    printed = slip(basic_fund=39600, fund_total=39600, cash=10400)
    assert judged(checked(insured(), printed, Asking(answers=by_status)), Cause.STATUS) is Judgement.CANNOT_TELL


def by_doctor(query: BenefitQuery) -> Benefits:
    """Three points more for a family doctor's patients."""
    return plain_figures(88 if query.family_doctor else 85)


def test_a_family_doctor_not_on_record() -> None:
    """37,400.00 instead of 44,000 × 88 % = 38,720."""
    found = checked(insured({"family_doctor": True}), slip(), Asking(answers=by_doctor))
    assert judged(found, Cause.FAMILY_DOCTOR) is Judgement.WORTH_ASKING


def test_one_slip_where_the_region_wants_one() -> None:
    """Jiangsu settles everything on one slip (N-089): critical-illness insurance missing there is worth asking."""

    def answers(_: BenefitQuery) -> Benefits:
        return plain_figures(critical=exact(critical(5000, (0, None, 60))))

    printed = slip(critical_fund=0)
    anywhere = checked(insured(), printed, Asking(answers=answers))
    assert judged(anywhere, Cause.CRITICAL_LATER) is Judgement.NORMAL
    found = checked(insured(), printed, Asking(answers=answers, numbers=CITED))
    assert judged(found, Cause.CRITICAL_LATER) is Judgement.WORTH_ASKING
    assert rule(found, Cause.CRITICAL_LATER).why.facts == ("N-089",)


def test_at_home_nothing_is_taken_off_for_care_elsewhere() -> None:
    """44,000 × 75 % = 33,000.00 in a hospital of one's own city: another ratio, no reduction elsewhere."""
    printed = slip(basic_fund=33000, fund_total=33000, cash=17000)
    found = checked(insured(region="140105"), printed, Asking(answers=lambda _: plain_figures()))
    assert causes(found) == {frozenset({Cause.OTHER_RATIO})}
