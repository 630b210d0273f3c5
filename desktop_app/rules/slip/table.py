"""What is in order and what is worth asking: the table of causes with the facts each line rests on.

The first row that fits decides. Nobody is ever accused: what cannot be told from here is said to be so.
"""

from dataclasses import dataclass
from typing import Final

from desktop_app.domain.slip import Asked, Cause, Judgement
from desktop_app.rules.slip.standing import (
    Condition,
    always,
    claimed,
    filed,
    filed_long_term,
    level_known,
    not_filed,
    one_slip,
    pays_more,
    rescued,
    retired,
    said_by_person,
    used_before,
)

NORMAL, ASK, OPEN = Judgement.NORMAL, Judgement.WORTH_ASKING, Judgement.CANNOT_TELL


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the table. `id` names its words; `asked` and `bring` make the question, None for none."""

    cause: Cause
    id: str
    judged: Judgement
    when: Condition = always
    facts: tuple[str, ...] = ()
    asked: Asked | None = None
    bring: tuple[str, ...] = ()
    claim_instead: bool = False


SLIP, EARLIER, FILING = "slip.bring.slip", "slip.bring.earlier", "materials.filing_record"
HOSPITAL, REGION = Asked.HOSPITAL, Asked.INSURED_REGION
RESCUE_PAPERS: Final = (SLIP, "materials.emergency_record", "materials.rescue_record")

TABLE: Final[tuple[Row, ...]] = (
    # filing and rescue
    Row(
        cause=Cause.EMERGENCY_FLAG,
        id="emergency_flag",
        judged=ASK,
        facts=("N-059", "N-060", "N-061"),
        asked=HOSPITAL,
        bring=RESCUE_PAPERS,
        claim_instead=True,
    ),
    Row(
        cause=Cause.LONG_TERM_NOT_SEEN,
        id="long_term_not_seen",
        judged=ASK,
        facts=("N-064", "N-043", "N-133"),
        asked=REGION,
        bring=(SLIP, FILING),
    ),
    Row(
        cause=Cause.NOT_FILED,
        id="filing_not_seen",
        judged=ASK,
        when=filed,
        facts=("N-040", "N-133"),
        asked=REGION,
        bring=(SLIP, FILING),
    ),
    Row(cause=Cause.NOT_FILED, id="not_filed", judged=NORMAL, when=not_filed, facts=("N-066", "N-057")),
    Row(cause=Cause.NOT_FILED, id="look_up_filing", judged=OPEN, facts=("N-042",), asked=REGION, bring=(FILING,)),
    Row(cause=Cause.OTHER_FILING, id="pays_more", judged=NORMAL, when=pays_more),
    Row(
        cause=Cause.OTHER_FILING,
        id="other_filing",
        judged=ASK,
        when=filed,
        facts=("N-009", "N-133"),
        asked=REGION,
        bring=(SLIP, FILING),
    ),
    Row(cause=Cause.OTHER_FILING, id="look_up_filing", judged=OPEN, facts=("N-042",), asked=REGION, bring=(FILING,)),
    Row(cause=Cause.NO_REDUCTION, id="pays_more", judged=NORMAL, when=pays_more),
    Row(cause=Cause.NO_REDUCTION, id="no_reduction", judged=OPEN, facts=("N-068",), asked=REGION, bring=(SLIP,)),
    *(
        row
        for cause in (Cause.OTHER_REDUCTION, Cause.FIRST_PAY)
        for row in (
            Row(cause=cause, id="pays_more", judged=NORMAL, when=pays_more),
            Row(
                cause=cause,
                id="emergency_flag",
                judged=ASK,
                when=rescued,
                facts=("N-059", "N-060", "N-061"),
                asked=HOSPITAL,
                bring=RESCUE_PAPERS,
                claim_instead=True,
            ),
            Row(
                cause=cause,
                id="long_term_not_seen",
                judged=ASK,
                when=filed_long_term,
                facts=("N-064", "N-133"),
                asked=REGION,
                bring=(SLIP, FILING),
            ),
            Row(
                cause=cause,
                id="filing_not_seen",
                judged=ASK,
                when=filed,
                facts=("N-065", "N-066", "N-068"),
                asked=REGION,
                bring=(SLIP, FILING),
            ),
            Row(cause=cause, id="reduced_unfiled", judged=NORMAL, when=not_filed, facts=("N-066", "N-068")),
            Row(cause=cause, id="look_up_filing", judged=OPEN, facts=("N-042",), asked=REGION, bring=(FILING,)),
        )
    ),
    # hospital and person
    Row(cause=Cause.LEVEL, id="level", judged=ASK, when=level_known, asked=HOSPITAL, bring=(SLIP,)),
    Row(cause=Cause.LEVEL, id="level_not_said", judged=NORMAL),
    Row(cause=Cause.TIER, id="tier", judged=ASK, asked=REGION, bring=(SLIP,)),
    Row(
        cause=Cause.RETIRED_BONUS,
        id="retired_bonus",
        judged=ASK,
        when=retired,
        asked=REGION,
        bring=(SLIP, "slip.bring.retirement"),
    ),
    Row(cause=Cause.RETIRED_BONUS, id="bonus", judged=OPEN, asked=REGION, bring=(SLIP,)),
    Row(cause=Cause.STATUS, id="status", judged=OPEN, asked=REGION, bring=(SLIP, "materials.identity")),
    Row(cause=Cause.FAMILY_DOCTOR, id="family_doctor", judged=ASK, asked=REGION, bring=(SLIP,)),
    # deductible
    Row(cause=Cause.ADMISSION, id="pays_more", judged=NORMAL, when=pays_more),
    Row(
        cause=Cause.ADMISSION,
        id="admission",
        judged=ASK,
        facts=("N-004",),
        asked=REGION,
        bring=(SLIP, EARLIER),
    ),
    Row(cause=Cause.DEDUCTIBLE_USED, id="deductible_used", judged=NORMAL, facts=("N-004",)),
    Row(
        cause=Cause.DEDUCTIBLE_NOT_COUNTED,
        id="deductible_not_counted",
        judged=ASK,
        facts=("N-004",),
        asked=REGION,
        bring=(SLIP, EARLIER),
    ),
    Row(
        cause=Cause.OTHER_DEDUCTIBLE, id="other_deductible", judged=OPEN, facts=("N-004",), asked=REGION, bring=(SLIP,)
    ),
    # the bill
    Row(cause=Cause.OTHER_BILL, id="other_bill", judged=NORMAL),
    Row(cause=Cause.CATALOGUE, id="catalogue_manual", judged=NORMAL, when=claimed, facts=("N-007",)),
    Row(cause=Cause.CATALOGUE, id="catalogue", judged=NORMAL, facts=("N-002", "N-003")),
    Row(cause=Cause.CLASS_B_RATIO, id="class_b_told", judged=NORMAL, when=said_by_person, facts=("N-146",)),
    Row(cause=Cause.CLASS_B_RATIO, id="class_b", judged=OPEN, facts=("N-146",), asked=REGION, bring=(SLIP,)),
    Row(cause=Cause.ROUNDED_LINES, id="rounded_lines", judged=NORMAL),
    # funds and account
    *(
        row
        for cause, extra in (
            (Cause.CRITICAL_LATER, ()),
            (Cause.SUPPLEMENT_LATER, ()),
            (Cause.ASSISTANCE_LATER, ("slip.bring.hardship",)),
        )
        for row in (
            Row(
                cause=cause,
                id="expected_on_one_slip",
                judged=ASK,
                when=one_slip,
                facts=("N-089",),
                asked=REGION,
                bring=(SLIP, *extra),
            ),
            Row(cause=cause, id="paid_later", judged=NORMAL, asked=REGION, bring=(SLIP, "materials.receipt", *extra)),
        )
    ),
    Row(
        cause=Cause.CAP_REACHED,
        id="cap_told",
        judged=ASK,
        when=used_before,
        asked=REGION,
        bring=(SLIP, EARLIER),
    ),
    Row(cause=Cause.CAP_REACHED, id="cap", judged=OPEN, asked=REGION, bring=(SLIP,)),
    Row(cause=Cause.ACCOUNT_FIRST, id="account_order", judged=NORMAL),
    Row(cause=Cause.ACCOUNT_LAST, id="account_order", judged=NORMAL),
    Row(cause=Cause.ACCOUNT_BALANCE, id="account_balance", judged=NORMAL),
    Row(cause=Cause.OTHER_RATIO, id="pays_more", judged=NORMAL, when=pays_more),
    Row(cause=Cause.OTHER_RATIO, id="other_ratio", judged=OPEN, facts=("N-004",), asked=REGION, bring=(SLIP,)),
)
