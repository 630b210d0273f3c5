"""What all five articles need together: one test per capability of the common skeleton."""

import pytest

from tests.seeds.counter import (
    BEIJING,
    CHENGDU,
    GUANGZHOU,
    NANCHANG,
    NANJING,
    PAID,
    SHENZHEN,
    TAIYUAN,
    WUHAN,
    Counter,
    Json,
    evidence,
    text,
)

HANDAN = "130400"


def test_common_version_of_the_rules(counter: Counter) -> None:
    """按“参保地＋险种＋人员情形＋就医日期”取规则版本。

    The same visit from Shenzhen to Guangzhou: nothing to file on the last day of 2024, advised on the first of 2025.
    The outpatient limit of 20,000 yuan of bills: 2,471 in 2024, 2,619.60 in 2025.
    """
    visit: Json = {"kind": "outpatient", "level": "level1", "tier": "tier2", "status": "working", "selected": True}
    verdicts = [
        counter.plan(SHENZHEN, GUANGZHOU, day, today=day, **visit)["filing"]["verdict"]
        for day in ("2024-12-31", "2025-01-01")
    ]
    assert verdicts == ["not_needed", "advised"]
    at_home = [
        counter.estimate(SHENZHEN, SHENZHEN, day, bill={"total": "20000"}, **visit)["fund_total"]
        for day in ("2024-12-31", "2025-01-01")
    ]
    assert at_home == ["2471.00", "2619.60"]
    employee = counter.plan(TAIYUAN, BEIJING, kind="drugstore")
    resident = counter.plan(TAIYUAN, BEIJING, kind="drugstore", scheme="resident")
    assert employee["filing"]["verdict"] == "not_needed"
    assert resident["filing"]["verdict"] != "not_needed"


def test_common_grades_of_evidence(counter: Counter) -> None:
    """三类来源分级显示（原文读过／转述／未核）。

    Jiangsu's read document is official in Jiangsu and reported in Hubei; an article is reported where it is precise
    and typical where it is vague or doubtful; each word is explained.
    """
    assert evidence(counter.plan(NANJING, BEIJING, reason="referral"), "N-023") == "official"
    assert evidence(counter.plan(WUHAN, BEIJING, reason="referral"), "N-023") == "reported"
    shenzhen = counter.plan(SHENZHEN, CHENGDU, kind="outpatient", tier="tier2", selected=False)
    assert evidence(shenzhen, "S0-02") == "reported"
    assert evidence(shenzhen, "S0-07") == "typical"
    page = counter.help("topic/evidence")
    for word in (
        "〔官方〕 读过官方文件的原文",
        "〔公开资料〕 文章或公开的数据这样说",
        "〔通行口径〕 没有可靠的当地数字",
    ):
        assert word in page


def test_common_four_ways_to_pay_less(counter: Counter) -> None:
    """四种降待遇算法：减百分点、乘折扣、先自付、提高起付线。

    A stay of 21,500 on a trip of one's own choice, nothing filed, level 3:
    """
    stay: Json = {"bill": {"total": "21500"}, "status": "working"}
    # Zhuhai takes points: (21,500 − 1,000) × (92 % − 20 points) = 20,500 × 72 % = 14,760.
    zhuhai = counter.estimate("440400", BEIJING, **stay)
    assert zhuhai["fund_total"] == "14760.00"
    # Shenzhen multiplies: (21,500 − 600) × 90 % × 0.8 = 20,900 × 72 % = 15,048.
    shenzhen = counter.estimate(SHENZHEN, CHENGDU, **stay, tier="tier2")
    assert shenzhen["fund_total"] == "15048.00"
    # Jiangxi has a fifth paid first: 21,500 × 80 % = 17,200; less 800, × 85 % = 13,940, the likely amount of a range.
    nanchang = counter.estimate(NANCHANG, BEIJING, **stay)
    assert nanchang["eligible"] == "17200.00"
    assert nanchang["range"]["likely"] == "13940.00"
    # Handan's residents: a deductible of 3,000 and 45 %: 18,500 × 45 % = 8,325, the likely amount of a range.
    handan = counter.estimate(HANDAN, GUANGZHOU, bill={"total": "21500"}, scheme="resident", status="adult")
    assert handan["deductible"] == "3000.00"
    assert handan["range"]["likely"] == "8325.00"
    assert "各地有四种写法" in counter.help("topic/estimate")


def test_common_two_catalogues(counter: Counter) -> None:
    """直接结算与手工报销用不同目录。

    Settled directly, the place of care decides what is covered; claimed at home, the insured region does.
    """
    page = counter.help("topic/catalogue")
    assert "跨省直接结算，按看病那个地方的目录" in page
    assert "回参保地手工报销，通常改用参保地的目录" in page
    claimed = counter.plan(WUHAN, BEIJING, "2026-11-10", **PAID)
    assert "通常改按参保地的目录和收费标准算" in text(claimed["warnings"])
    assert "改按参保地的目录" not in text(counter.plan(WUHAN, BEIJING)["warnings"])


@pytest.mark.parametrize("stage", ["planning", "admitted"])
def test_common_rescue_first(counter: Counter, stage: str) -> None:
    """急诊分支永远先显示“先救治”。

    Before anything else, whatever else is the matter.
    """
    days: Json = {"admitted_on": "2026-11-20"} if stage == "admitted" else {}
    plan = counter.plan(
        WUHAN, BEIJING, emergency=True, reason="emergency", stage=stage, insurance_state="interrupted", **days
    )
    assert plan["warnings"][0].startswith("人有危险，先就近救治")
    assert plan["filing"]["verdict"] == "deemed"
    assert "先救人" in counter.help("card/emergency")


def test_common_stages(counter: Counter) -> None:
    """阶段分支：未出发／已入院未出院／已出院。

    Not yet gone: file first. In hospital: file before paying, from the day of admission. Home and paid: claim.
    """
    ahead = counter.plan(WUHAN, BEIJING, admitted_on="2026-12-03")
    inside = counter.plan(WUHAN, BEIJING, "2026-11-28", stage="admitted", admitted_on="2026-11-15")
    after = counter.plan(WUHAN, BEIJING, "2026-11-10", **PAID)
    assert [plan["filing"]["verdict"] for plan in (ahead, inside, after)] == [
        "needed",
        "late_before_discharge",
        "late_after_discharge",
    ]
    assert inside["filing"]["effective_from"] == "2026-11-15"
    assert ahead["settlement"]["verdict"] == inside["settlement"]["verdict"] == "direct_if"
    assert after["settlement"]["verdict"] == "manual"
