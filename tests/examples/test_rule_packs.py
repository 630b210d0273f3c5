"""What a case with entered figures cannot say and a rulebook must: each rule in a pack of a few lines, then asked."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.examples.small_packs import FAR, NEXT_DOOR, result, results, small_pack

PLAIN = """
figure: deductible_basis, value: per_admission
figure: deductible, value: 1000
figure: ratio, value: 0.80
"""


# -- which version of the rule


VERSIONS = """
figure: deductible_basis, value: per_admission
figure: deductible, value: 1000
figure: ratio, value: 0.80, until: 2026-01-01
figure: ratio, value: 0.85, from: 2026-01-01
"""


@pytest.mark.parametrize(
    ("admitted", "discharged", "paid"),
    [
        ("2025-12-20", "2025-12-31", "7200.00"),  # 9,000 × 80 %
        ("2025-12-20", "2026-01-01", "7650.00"),  # 9,000 × 85 %: discharged under the new rule
        ("2026-01-05", "2026-01-09", "7650.00"),
    ],
)
def test_the_rule_of_the_day_of_discharge_counts(tmp_path: Path, admitted: str, discharged: str, paid: str) -> None:
    """A stay across New Year is settled by the rule in force when it ends."""
    pack = small_pack(tmp_path, VERSIONS)
    assert result(pack, admitted_on=admitted, date=discharged)["basic_fund"] == paid


def test_each_episode_of_a_year_has_the_rule_of_its_day(tmp_path: Path) -> None:
    """Three stays over the change: 80 %, 80 %, 85 % of 9,000."""
    days = ("2025-03-01", "2025-12-31", "2026-01-01")
    found = results(small_pack(tmp_path, VERSIONS), *({"date": day} for day in days))
    assert [one["basic_fund"] for one in found] == ["7200.00", "7200.00", "7650.00"]


# -- what selects the reduction


REDUCTIONS = f"""{PLAIN}
figure: elsewhere, filing: long_term, value: {{points: 0}}
figure: elsewhere, filing: referral, value: {{points: 0.05}}
figure: elsewhere, filing: emergency, value: {{factor: 0.90}}
figure: elsewhere, filing: other_temporary, value: {{points: 0.10}}
figure: elsewhere, filing: unfiled, value: {{ratio: 0.50}}
figure: elsewhere, filing: unfiled, reason: study, value: {{points: 0}}
"""


@pytest.mark.parametrize(
    ("care", "paid"),
    [
        ({"reason": "long_term_residence", "filing": "filed"}, "7200.00"),  # 9,000 × 80 %
        ({"reason": "referral", "filing": "filed"}, "6750.00"),  # 9,000 × (80 − 5) %
        ({"reason": "emergency", "emergency": True}, "6480.00"),  # 9,000 × 80 % × 90 %, filed or not
        ({"reason": "self_chosen", "filing": "filed"}, "6300.00"),  # 9,000 × (80 − 10) %
        ({"reason": "self_chosen", "filing": "none"}, "4500.00"),  # 9,000 × 50 %
        ({"reason": "study", "filing": "none"}, "7200.00"),  # at home on holiday: no reduction
    ],
)
def test_filing_and_reason_select_the_reduction(tmp_path: Path, care: dict[str, Any], paid: str) -> None:
    """The same bill under every filing, and under a reason that the region frees."""
    assert result(small_pack(tmp_path, REDUCTIONS), region=FAR, **care)["basic_fund"] == paid


def test_at_home_nothing_is_reduced(tmp_path: Path) -> None:
    """9,000 × 80 %, whatever is filed."""
    assert result(small_pack(tmp_path, REDUCTIONS), filing="none")["basic_fund"] == "7200.00"


def test_a_filing_that_is_not_known_gives_all_it_may_give(tmp_path: Path) -> None:
    """From 50 % of 9,000 without one to 70 % with one."""
    found = result(small_pack(tmp_path, f"{PLAIN}\n{_POINTS}"), region=FAR, reason="self_chosen", filing="unknown")
    assert found["range"] == {"low": "5400.00", "likely": "5400.00", "high": "6300.00"}


_POINTS = """figure: elsewhere, filing: other_temporary, value: {points: 0.10}
figure: elsewhere, filing: unfiled, value: {points: 0.20}"""


# -- age


TONGCHUAN = """
figure: deductible_basis, value: per_admission
figure: deductible, age: {under: 45}, value: 750
figure: deductible, age: {from: 45}, value: 650
figure: ratio, value: 0.89
"""


@pytest.mark.parametrize(("age", "paid"), [(44, "8232.50"), (45, "8321.50")])
def test_a_surcharge_for_the_young_raises_the_deductible(tmp_path: Path, age: int, paid: str) -> None:
    """Tongchuan, under 45 100 more: (10,000 − 750) × 89 %, (10,000 − 650) × 89 %."""
    assert result(small_pack(tmp_path, TONGCHUAN), person={"age": age})["basic_fund"] == paid


def test_an_age_nobody_gave_leaves_both(tmp_path: Path) -> None:
    """From 8,232.50 to 8,321.50, and the deductible is the thing to settle."""
    found = result(small_pack(tmp_path, TONGCHUAN), person={"age": None})
    assert (found["range"]["low"], found["range"]["high"]) == ("8232.50", "8321.50")
    assert found["narrowing"] == "deductible"


# -- stays joined by a referral


JOINED = """
figure: deductible_basis, value: per_joined_stays
figure: deductible, level: level1, value: 200
figure: deductible, level: level2, value: 400
figure: deductible, level: level3, value: 800
figure: ratio, level: level1, value: 0.90
figure: ratio, level: level2, value: 0.70
figure: ratio, level: level3, value: 0.60
"""
FIRST: dict[str, Any] = {"level": "level2", "date": "2026-06-10", "bill": 5000}
REFERRED: dict[str, Any] = {"level": "level3", "date": "2026-06-25", "bill": 20000, "joined": True}


def sums(found: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Deductible and payment of each stay."""
    return [(one["deductible"], one["basic_fund"]) for one in found]


def test_two_stays_joined_by_a_referral_share_one_deductible(tmp_path: Path) -> None:
    """400 at level 2, then only what level 3 asks more: 4,600 × 70 % = 3,220; (20,000 − 400) × 60 % = 11,760."""
    found = results(small_pack(tmp_path, JOINED), FIRST, REFERRED)
    assert sums(found) == [("400.00", "3220.00"), ("400.00", "11760.00")]
    assert any("前面已付 ¥400.00" in step["text"] for step in found[1]["trace"])


def test_sent_back_down_nothing_more_is_due(tmp_path: Path) -> None:
    """800 at level 3 cover the 400 of level 2: 5,000 × 70 % = 3,500."""
    down: dict[str, Any] = {"level": "level2", "date": "2026-06-25", "bill": 5000, "joined": True}
    found = results(small_pack(tmp_path, JOINED), {"date": "2026-06-10", "bill": 20000}, down)
    assert sums(found) == [("800.00", "11520.00"), ("0.00", "3500.00")]


def test_a_chain_of_three_stays_shares_one_deductible(tmp_path: Path) -> None:
    """200, then 200 more, then 400 more: 800 together, as at level 3 alone."""
    chain: list[dict[str, Any]] = [
        {"level": "level1", "date": "2026-06-01", "bill": 1000},
        {"level": "level2", "date": "2026-06-10", "bill": 1000, "joined": True},
        {"level": "level3", "date": "2026-06-20", "bill": 1000, "joined": True},
    ]
    found = results(small_pack(tmp_path, JOINED), *chain)
    assert sums(found) == [("200.00", "720.00"), ("200.00", "560.00"), ("400.00", "360.00")]


def test_a_stay_of_its_own_starts_anew(tmp_path: Path) -> None:
    """Not joined: 800 again, (20,000 − 800) × 60 % = 11,520; what follows it is joined to it alone."""
    own: dict[str, Any] = {"date": "2026-08-01", "bill": 20000}
    after: dict[str, Any] = {"level": "level3", "date": "2026-08-20", "bill": 1000, "joined": True}
    found = results(small_pack(tmp_path, JOINED), FIRST, own, after)
    assert sums(found) == [("400.00", "3220.00"), ("800.00", "11520.00"), ("0.00", "600.00")]


def test_stays_are_joined_across_new_year(tmp_path: Path) -> None:
    """One treatment, two years: the second stay still owes only the difference."""
    first = {**FIRST, "date": "2025-12-30"}
    found = results(small_pack(tmp_path, JOINED), first, {**REFERRED, "date": "2026-01-10"})
    assert sums(found)[1] == ("400.00", "11760.00")


def test_a_single_joined_stay_reads_what_the_year_has_paid(tmp_path: Path) -> None:
    """The stay before is in the counters: 400 of the deductible paid, 400 left."""
    [found] = results(small_pack(tmp_path, JOINED), REFERRED, year_to_date={"deductible_paid": 400})
    assert (found["deductible"], found["basic_fund"]) == ("400.00", "11760.00")


def test_where_the_region_does_not_join_stays_each_pays_its_own(tmp_path: Path) -> None:
    """`joined` is what happened; what it is worth is the region's to say."""
    pack = small_pack(tmp_path, JOINED.replace("per_joined_stays", "per_admission"))
    assert sums(results(pack, FIRST, REFERRED))[1] == ("800.00", "11520.00")


def test_deductibles_entered_stay_by_stay_go_by_joined_stays_too(tmp_path: Path) -> None:
    """1,000 then 500 by the person's own word; the second stay continues the first: nothing is left of 1,000."""
    figures = {"deductible": [1000, 500]}
    found = results(small_pack(tmp_path, JOINED), FIRST, REFERRED, figures=figures)
    assert [one["deductible"] for one in found] == ["1000.00", "0.00"]
    own = {key: value for key, value in REFERRED.items() if key != "joined"} | {"admission": 2}
    assert results(small_pack(tmp_path / "b", JOINED), FIRST, own, figures=figures)[1]["deductible"] == "500.00"


def test_what_is_not_known_of_the_first_stay_is_not_known_of_the_second(tmp_path: Path) -> None:
    """300 to 500 paid first leave 300 to 500: (20,000 − 500) × 60 % = 11,700 to (20,000 − 300) × 60 % = 11,820."""
    open_ = JOINED.replace("level: level2, value: 400", "level: level2, value: 400, low: 300, high: 500")
    second = results(small_pack(tmp_path, open_), FIRST, REFERRED)[1]
    assert second["range"] == {"low": "11700.00", "likely": "11760.00", "high": "11820.00"}


# -- item lines


def test_class_b_goes_line_by_line_with_the_regions_share_for_the_rest(tmp_path: Path) -> None:
    """2 × 6,000 limited to 5,000: 2,000 over; 10,000 at its own 20 %: 2,000; 3,000 at the region's 5 %: 150.

    (15,000 − 2,000 − 2,150 − 1,000) × 80 % = 9,850 × 80 % = 7,880.
    """
    pack = small_pack(tmp_path, f"{PLAIN}\nfigure: class_b_ratio, value: 0.05")
    lines = [
        {"class": "B", "price": 6000, "quantity": 2, "price_limit": 5000, "self_pay_ratio": "0.20"},
        {"class": "B", "price": 3000},
    ]
    found = result(pack, {"lines": lines})
    assert (found["over_limit"], found["prior_self_pay"]) == ("2000.00", "2150.00")
    assert (found["eligible"], found["basic_fund"]) == ("10850.00", "7880.00")


# -- a late filing


LATE = f"{PLAIN}\n{_POINTS}"
SETTLED: dict[str, Any] = {"region": FAR, "reason": "self_chosen", "filing": "late", "stage": "discharged_settled"}
ALREADY: dict[str, Any] = {"total": 10000, "funds_paid": 5400}


def test_settled_without_a_filing(tmp_path: Path) -> None:
    """9,000 × (80 − 20) % = 5,400 were paid at discharge."""
    found = result(small_pack(tmp_path, LATE), **SETTLED | {"filing": "none"})
    assert found["basic_fund"] == "5400.00"
    assert "top_up" not in found


@pytest.mark.parametrize(
    ("points", "owed"),
    [
        ("0.10", "900.00"),  # as much as one in time: 9,000 × 70 % − 5,400
        ("0.15", "450.00"),  # half the reduction: 9,000 × 65 % − 5,400
        ("0.20", "0.00"),  # counts as none
    ],
)
def test_the_top_up_after_a_late_filing(tmp_path: Path, points: str, owed: str) -> None:
    """What the region says of filings after discharge decides what it still pays; never less than nothing."""
    every = "[referral, other_temporary, unfiled]"
    late = f"figure: elsewhere, filing: {every}, filed: after_discharge, value: {{points: {points}}}"
    found = result(small_pack(tmp_path, f"{LATE}\n{late}"), ALREADY, **SETTLED)
    assert found["top_up"] == {"low": owed, "likely": owed, "high": owed}


def test_where_nothing_is_said_of_late_filings_the_top_up_is_a_range(tmp_path: Path) -> None:
    """As much as one in time (900) or as little as none (0), with a warning to ask first."""
    found = result(small_pack(tmp_path, LATE), ALREADY, **SETTLED)
    assert found["top_up"] == {"low": "0.00", "likely": "900.00", "high": "900.00"}
    assert any("出院后才补备案" in warning for warning in found["warnings"])


def test_paid_in_full_and_filed_late_may_be_worth_as_little_as_unfiled(tmp_path: Path) -> None:
    """N-055, N-057: 5,400 to 6,300."""
    found = result(small_pack(tmp_path, LATE), **SETTLED | {"stage": "discharged_paid"})
    assert found["range"] == {"low": "5400.00", "likely": "6300.00", "high": "6300.00"}


def test_filed_late_but_still_in_hospital_is_filed(tmp_path: Path) -> None:
    """N-053: 6,300, unless the region says otherwise; 15 points less there: 9,000 × 65 % = 5,850."""
    admitted = SETTLED | {"stage": "admitted"}
    assert result(small_pack(tmp_path / "a", LATE), **admitted)["range"]["low"] == "6300.00"
    late = "figure: elsewhere, filing: other_temporary, filed: in_hospital, value: {points: 0.15}"
    assert result(small_pack(tmp_path / "b", f"{LATE}\n{late}"), **admitted)["basic_fund"] == "5850.00"


def test_a_top_up_needs_no_more_than_was_paid(tmp_path: Path) -> None:
    """Paid already more than is due now: nothing is owed, and nothing is asked back."""
    found = result(small_pack(tmp_path, LATE), {"total": 10000, "funds_paid": 8000}, **SETTLED)
    assert set(found["top_up"].values()) == {"0.00"}


# -- deductibles that fall from stay to stay


@pytest.mark.parametrize(
    ("rule", "stays"),
    [
        ("{first: 1000, times: 0.5, floor: 500}", [1000, 500, 500, 500]),
        ("{first: 600, times: 0.5, floor: 300}", [600, 300, 300, 300]),
        ("{first: 600, less: 140, floor: 320}", [600, 460, 320, 320]),
        ("{first: 880, times: 0.9, floor: 620}", [880, 792, "712.80", "641.52"]),
        ("{first: 800, less: 200, floor: 0}", [800, 600, 400, 200]),
        ("{first: 300, less: 200, floor: 150}", [300, 150, 150, 150]),
        ("[1000, 500, 0]", [1000, 500, 0, 0]),
    ],
)
def test_a_deductible_falls_to_its_floor(tmp_path: Path, rule: str, stays: list[int | str]) -> None:
    """Stay by stay as the rule says, the last value for every later one."""
    pack = small_pack(tmp_path, f"{PLAIN.replace('value: 1000', f'value: {rule}')}")
    found = [result(pack, admission=number)["deductible"] for number in (1, 2, 3, 4)]
    assert found == [f"{Decimal(amount):.2f}" for amount in stays]


# -- how the bill is settled


CLAIMED = f"""{PLAIN}
figure: elsewhere_first_pay, relation: same_province, settlement: direct, value: 0
figure: elsewhere_first_pay, relation: same_province, settlement: manual, value: 0.10
"""


@pytest.mark.parametrize(
    ("care", "paid"),
    [
        ({"settlement": "direct"}, "7200.00"),  # 9,000 × 80 %
        ({"settlement": "manual"}, "6400.00"),  # (10,000 − 1,000 − 1,000) × 80 %
        ({"stage": "discharged_settled"}, "7200.00"),
        ({"stage": "discharged_paid"}, "6400.00"),
        ({"networked": False}, "6400.00"),
    ],
)
def test_a_claim_may_cost_a_share_that_direct_settlement_does_not(
    tmp_path: Path, care: dict[str, Any], paid: str
) -> None:
    """As the case says, or as stage and hospital say."""
    found = result(small_pack(tmp_path, CLAIMED), region=NEXT_DOOR, **care)
    assert (found["basic_fund"], found["range"]["low"], found["range"]["high"]) == (paid, paid, paid)


def test_before_discharge_it_may_turn_out_either_way(tmp_path: Path) -> None:
    """Direct settlement is likely, a claim possible: 6,400 to 7,200."""
    found = result(small_pack(tmp_path, CLAIMED), region=NEXT_DOOR, networked=True)
    assert found["range"] == {"low": "6400.00", "likely": "7200.00", "high": "7200.00"}
