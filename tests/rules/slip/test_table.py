"""The table of causes: complete, worded in both languages, resting on facts there are."""

import pytest

from desktop_app.domain.slip import Cause, Judgement
from desktop_app.render.words import Language
from desktop_app.rules.slip.standing import always
from desktop_app.rules.slip.table import TABLE, Row
from desktop_app.storage.rule_pack import RulePack
from tests.render.conftest import words_of

EXPECTED = """
emergency_flag emergency_flag worth_asking always N-059,N-060,N-061 hospital slip,emergency_record,rescue_record claim
long_term_not_seen long_term_not_seen worth_asking always N-064,N-043,N-133 insured_region slip,filing_record
not_filed filing_not_seen worth_asking filed N-040,N-133 insured_region slip,filing_record
not_filed not_filed normal not_filed N-066,N-057 - -
not_filed look_up_filing cannot_tell always N-042 insured_region filing_record
other_filing pays_more normal pays_more - - -
other_filing other_filing worth_asking filed N-009,N-133 insured_region slip,filing_record
other_filing look_up_filing cannot_tell always N-042 insured_region filing_record
no_reduction pays_more normal pays_more - - -
no_reduction no_reduction cannot_tell always N-068 insured_region slip
other_reduction pays_more normal pays_more - - -
other_reduction emergency_flag worth_asking rescued N-059,N-060,N-061 hospital slip,emergency_record,rescue_record claim
other_reduction long_term_not_seen worth_asking filed_long_term N-064,N-133 insured_region slip,filing_record
other_reduction filing_not_seen worth_asking filed N-065,N-066,N-068 insured_region slip,filing_record
other_reduction reduced_unfiled normal not_filed N-066,N-068 - -
other_reduction look_up_filing cannot_tell always N-042 insured_region filing_record
first_pay pays_more normal pays_more - - -
first_pay emergency_flag worth_asking rescued N-059,N-060,N-061 hospital slip,emergency_record,rescue_record claim
first_pay long_term_not_seen worth_asking filed_long_term N-064,N-133 insured_region slip,filing_record
first_pay filing_not_seen worth_asking filed N-065,N-066,N-068 insured_region slip,filing_record
first_pay reduced_unfiled normal not_filed N-066,N-068 - -
first_pay look_up_filing cannot_tell always N-042 insured_region filing_record
level level worth_asking level_known - hospital slip
level level_not_said normal always - - -
tier tier worth_asking always - insured_region slip
retired_bonus retired_bonus worth_asking retired - insured_region slip,retirement
retired_bonus bonus cannot_tell always - insured_region slip
status status cannot_tell always - insured_region slip,identity
family_doctor family_doctor worth_asking always - insured_region slip
admission pays_more normal pays_more - - -
admission admission worth_asking always N-004 insured_region slip,earlier
deductible_used deductible_used normal always N-004 - -
deductible_not_counted deductible_not_counted worth_asking always N-004 insured_region slip,earlier
other_deductible other_deductible cannot_tell always N-004 insured_region slip
other_bill other_bill normal always - - -
catalogue catalogue_manual normal claimed N-007 - -
catalogue catalogue normal always N-002,N-003 - -
class_b_ratio class_b_told normal said_by_person N-146 - -
class_b_ratio class_b cannot_tell always N-146 insured_region slip
rounded_lines rounded_lines normal always - - -
critical_later expected_on_one_slip worth_asking one_slip N-089 insured_region slip
critical_later paid_later normal always - insured_region slip,receipt
supplement_later expected_on_one_slip worth_asking one_slip N-089 insured_region slip
supplement_later paid_later normal always - insured_region slip,receipt
assistance_later expected_on_one_slip worth_asking one_slip N-089 insured_region slip,hardship
assistance_later paid_later normal always - insured_region slip,receipt,hardship
cap_reached cap_told worth_asking used_before - insured_region slip,earlier
cap_reached cap cannot_tell always - insured_region slip
account_first account_order normal always - - -
account_last account_order normal always - - -
account_balance account_balance normal always - - -
other_ratio pays_more normal pays_more - - -
other_ratio other_ratio cannot_tell always N-004 insured_region slip
"""
"""Cause, words, judgement, condition, facts, who is asked, what to bring; `claim` where a claim is the way out.

Asked are the hospital about its flag and its level, else the insured region: for what it decides. Normal is what rules
provide for; worth asking what contradicts what the person has; open what cannot be told from here.
"""


def line_of(row: Row) -> str:
    """A line of the table as it is written above."""
    told = [row.cause.value, row.id, row.judged.value, row.when.__name__, ",".join(row.facts) or "-"]
    papers = ",".join(paper.rpartition(".")[2] for paper in row.bring) or "-"
    claim = ["claim"] if row.claim_instead else []
    return " ".join([*told, row.asked.value if row.asked else "-", papers, *claim])


def test_the_table_says_what_the_facts_say() -> None:
    """Line by line: the first that fits decides, so their order counts."""
    assert [line_of(row) for row in TABLE] == EXPECTED.strip().splitlines()


@pytest.mark.parametrize("cause", list(Cause))
def test_every_cause_is_judged_in_the_end(cause: Cause) -> None:
    """The last line of each cause fits always, and none before it does: every line can be reached."""
    rows = [row for row in TABLE if row.cause is cause]
    assert [row.when is always for row in rows] == [*[False] * (len(rows) - 1), True]


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_line_has_its_words(language: Language) -> None:
    """Cause, reason and question are worded; nothing is worded that no line says."""
    words = words_of(language)
    for row in TABLE:
        assert f"slip.cause.{row.cause.value}" in words
        assert f"slip.why.{row.id}" in words
        assert (row.asked is None) or f"slip.ask.{row.id}" in words
        assert all(paper in words for paper in row.bring)


def test_what_is_worth_asking_says_whom_and_what_to_bring() -> None:
    """No line leaves somebody with a doubt and nowhere to go."""
    worth: list[Row] = [row for row in TABLE if row.judged is Judgement.WORTH_ASKING]
    assert len(worth) > 10
    assert all(row.asked is not None and row.bring for row in worth)


def test_every_fact_of_the_table_is_in_the_rulebook(rulebook: RulePack) -> None:
    """Somewhere in China each of them may be shown: in Jiangsu, or (N-057) in Xiamen."""
    cited = {number for row in TABLE for number in row.facts}
    assert {
        number for number in cited if not any(rulebook.fact(number, code) for code in ("320500", "350200"))
    } == set()
