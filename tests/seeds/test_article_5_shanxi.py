"""Article 5, Shanxi's residents and employees treated elsewhere: one test per capability it asks for."""

from typing import Any

from desktop_app.domain.care import CareKind
from desktop_app.domain.person import Scheme
from desktop_app.interview.draft import Draft
from tests.seeds.counter import (
    BEIJING,
    DATONG,
    PAID,
    TAIYUAN,
    WUHAN,
    ZHENGZHOU,
    Counter,
    Json,
    evidence,
    filed,
    text,
)

RESIDENT: Json = {"scheme": "resident", "status": "adult"}
CLINIC: Json = {"kind": "outpatient", **RESIDENT}


def at_home(counter: Counter, level: str, total: str, **answers: Any) -> Json:  # noqa: ANN401 -- answers
    """The estimate of a resident's visit in Taiyuan."""
    return counter.estimate(TAIYUAN, TAIYUAN, level=level, bill={"total": total}, **CLINIC, **answers)


def test_article_5_residents_limit(counter: Counter) -> None:
    """居民门诊限额估算。

    300 yuan a year since 2024: 60 % of 1,000 would be 600. Until then 250 a year and 50 a visit, with shares nobody
    names; of this year's 300, 200 used leaves 100.
    """
    assert at_home(counter, "level1", "1000")["fund_total"] == "300.00"
    used = at_home(counter, "level1", "1000", year_to_date={"basic_fund_paid": 200})
    assert used["fund_total"] == "100.00"
    before = counter.estimate(TAIYUAN, TAIYUAN, "2023-12-31", level="level1", bill={"total": "1000"}, **CLINIC)
    assert before["figures"]["cap"]["value"] == "¥250.00"
    assert before["figures"]["cap_per_visit"]["value"] == "¥50.00"


def test_article_5_price_classes(counter: Counter) -> None:
    """按收费类别取起付线和比例。

    A bill of 200: class 1 (200 − 80) × 45 % = 54; class 2, 55 % = 110; class 3, 60 % = 120. The class is one of
    prices: what a level leaves open is a range, from class 1's 54 to class 2's 110 at level 3.
    """
    assert at_home(counter, "level3_top", "200")["fund_total"] == "54.00"
    assert at_home(counter, "level1", "200")["fund_total"] == "120.00"
    second = at_home(counter, "level2", "200")
    assert second["range"] == {"low": "110.00", "likely": "110.00", "high": "120.00"}
    third = at_home(counter, "level3", "200")
    assert third["range"] == {"low": "54.00", "likely": "54.00", "high": "110.00"}
    assert third["figures"]["ratio"]["evidence"] == "reported"
    assert "收费价格" in counter.help("glossary/收费价格类别")


def test_article_5_family_doctor(counter: Counter) -> None:
    """家庭医生加成。

    The article gives no number, hearsay five points: 200 × 60 % = 120, with a contract perhaps 200 × 65 % = 130.
    """
    assert at_home(counter, "level1", "200")["range"]["high"] == "120.00"
    signed = at_home(counter, "level1", "200", family_doctor=True)
    assert signed["range"] == {"low": "120.00", "likely": "120.00", "high": "130.00"}
    assert signed["figures"]["bonus"]["evidence"] == "typical"
    visitor = Draft(insured_region=TAIYUAN, care_region=BEIJING, scheme=Scheme.RESIDENT, kind=CareKind.OUTPATIENT)
    assert "family_doctor" in counter.asked(visitor)
    plan = counter.plan(TAIYUAN, BEIJING, **CLINIC)
    assert "在基层签了家庭医生的，比例再提高一些" in text(plan["warnings"])


def test_article_5_long_term_or_trip(counter: Counter) -> None:
    """长期／临时判定 ⚠。

    Long-term residents file; trips go without, says the article, against the nation's rule: both are shown, filing is
    advised. Inside the province nothing is lost, across it 10 points.
    """
    long_term = counter.plan(TAIYUAN, BEIJING, reason="long_term_residence", **CLINIC)
    assert long_term["filing"]["verdict"] == "needed"
    assert "备案期间回参保地看病，也能直接结算" in long_term["filing"]["change_rule"]
    trip = counter.plan(TAIYUAN, BEIJING, **CLINIC)
    assert trip["filing"]["verdict"] == "advised"
    assert {"S4-09", "N-044"} <= set(trip["filing"]["facts"])
    assert "国家2024年强调“先备案、后结算”" in text(trip["filing"]["why"])
    inside = counter.estimate(TAIYUAN, DATONG, level="level1", bill={"total": "200"}, **CLINIC)
    assert inside["range"]["likely"] == "120.00"
    both = counter.help("topic/contradictions", TAIYUAN)
    assert "临时外出不用备案，省内按本地，跨省减 10 个百分点" in both
    assert "临时外出也是备案的一类" in both


def test_article_5_subtracting_points(counter: Counter) -> None:
    """减百分点的算法。

    Class 1 across provinces: (200 − 80) × (45 % − 10 points) = 42, and not 120 × 45 % × 0.9 = 48.60.
    """
    trip = counter.estimate(TAIYUAN, BEIJING, level="level3_top", bill={"total": "200"}, **CLINIC)
    assert trip["fund_total"] == "42.00"
    assert trip["figures"]["elsewhere"]["value"] == "减 10 个百分点"
    at_rest = filed(BEIJING) | {"reason": "long_term_residence"}
    living = counter.estimate(TAIYUAN, BEIJING, level="level3_top", bill={"total": "200"}, **CLINIC, **at_rest)
    assert living["fund_total"] == "54.00"


def test_article_5_ten_diseases(counter: Counter) -> None:
    """职工慢特病跨省。

    Ten diseases: coronary heart disease, one of those added last, is settled in Beijing; the article agrees.
    """
    plan = counter.plan(TAIYUAN, BEIJING, kind="chronic_outpatient", disease="冠心病", chronic=["冠心病"])
    assert plan["settlement"]["verdict"] == "direct_if"
    assert "山西职工 10 种" in counter.help("topic/contradictions", TAIYUAN)


def test_article_5_account_in_a_drugstore(counter: Counter) -> None:
    """职工个人账户外地买药。

    Shanxi's employees pay from the account in a connected drugstore elsewhere and file nothing.
    """
    plan = counter.plan(TAIYUAN, BEIJING, kind="drugstore", year_to_date={"personal_account_balance": 500})
    assert plan["filing"]["verdict"] == "not_needed"
    assert plan["filing"]["facts"] == ["S4-03"]
    assert plan["settlement"]["verdict"] == "personal_account"


def test_article_5_channels_and_credentials(counter: Counter) -> None:
    """渠道与凭证。

    The national app, 山西医保 on WeChat and 民生山西; code or card.
    """
    plan = counter.plan(TAIYUAN, BEIJING, **CLINIC)
    channels = text(plan["filing"]["channels"])
    for way in ("国家医保服务平台APP", "山西医保公众号", "民生山西APP"):
        assert way in channels
    assert "医保码（手机上）或社保卡" in text(plan["settlement"]["bring"])


def test_article_5_validity(counter: Counter) -> None:
    """有效期 ⚠。

    A fragment says one year and one stay; the nation's rule, no end and half a year, is followed, the other quoted.
    """
    long_term = counter.plan(TAIYUAN, BEIJING, reason="long_term_residence", **RESIDENT)["filing"]["validity"]
    assert long_term["until"] is None
    assert "称山西长期备案有效一年" in long_term["text"]
    # Six months from 21 November 2026.
    assert counter.plan(TAIYUAN, BEIJING, **RESIDENT)["filing"]["validity"]["until"] == "2027-05-21"
    both = counter.help("topic/contradictions", TAIYUAN)
    assert "山西长期的一年，临时的只管当次住院" in both
    assert "长期的一直有效" in both


def test_article_5_stays_and_visits_apart(counter: Counter) -> None:
    """门诊、住院分开结算。

    The hospital must be open for the service in question.
    """
    plan = counter.plan(TAIYUAN, BEIJING, networked="unknown", **CLINIC)
    assert "住院和门诊分开结算" in text(plan["warnings"])
    assert "开通了“普通门诊”的异地结算" in text(plan["settlement"]["conditions"])
    stay = counter.plan(TAIYUAN, BEIJING, networked="unknown", **RESIDENT)
    assert "开通了“住院”的异地结算" in text(stay["settlement"]["conditions"])


def test_article_5_catalogue_and_policy(counter: Counter) -> None:
    """目录与政策口诀。

    What is covered by the place of care, how much by the insured region, run by the place of care.
    """
    page = counter.help("topic/direct_settlement", TAIYUAN)
    assert "能报什么看就医地的目录，报多少看参保地的政策，管理归就医地" in page


def test_article_5_employer_in_arrears(counter: Counter) -> None:
    """单位欠费提示。

    The balance can be spent, the fund may not pay; and the employer is asked to pay up.
    """
    arrears: Json = {"insurance_state": "arrears", "year_to_date": {"personal_account_balance": 500}}
    plan = counter.plan(TAIYUAN, BEIJING, kind="outpatient", **arrears)
    assert plan["settlement"]["verdict"] == "personal_account"
    assert "剩下的¥500.00还能用" in text(plan["settlement"]["why"])
    assert "请单位尽快补缴" in text(plan["warnings"])
    assert evidence(plan, "S4-15") == "reported"


def test_article_5_not_filed(counter: Counter) -> None:
    """未备案的去路。

    Paid in full and nothing filed: a late filing if the region allows it, and a claim at home.
    """
    plan = counter.plan(TAIYUAN, BEIJING, "2026-11-10", **RESIDENT, **PAID)
    assert plan["filing"]["verdict"] == "late_after_discharge"
    assert "S4-23" in plan["filing"]["facts"]
    assert plan["settlement"]["verdict"] == "manual"
    assert "太原市的医保经办机构申请手工报销" in text(plan["settlement"]["steps"])


def test_article_5_hotline(counter: Counter) -> None:
    """热线 ⚠。

    A fragment calls 12333 the insurance line; it is 12393, and the plan names no other.
    """
    plan = counter.plan(TAIYUAN, BEIJING, networked="unknown", **CLINIC)
    assert {ask["line"] for ask in plan["ask"]} == {"0351-12393"}
    assert "12333" not in text(plan)
    assert "12333 是另一条线，管社保卡和养老" in counter.help("topic/hotline")
    both = counter.help("topic/contradictions")
    assert "12333 是医保客服电话" in both
    assert "医保打 12393，前面加参保地的区号" in both


def test_article_5_treated_without_the_card(counter: Counter) -> None:
    """卡丢失时怎么就医 ⚠。

    The code will do, says one fragment; pay in advance, says another. Both are shown; code or card is the rule.
    """
    page = counter.help("topic/lost_card")
    assert "可以用医保码挂号、缴费、取药" in page
    assert "补卡期间旧卡不能用，要先垫钱" in page
    assert "本软件按前一种" in page
    assert "医保码（手机上）或社保卡" in text(counter.plan(TAIYUAN, BEIJING)["settlement"]["bring"])


def test_article_5_new_card(counter: Counter) -> None:
    """补卡、换卡、激活。

    Activated, the new card voids the old one, and the balance follows in one to three working days.
    """
    page = counter.help("topic/lost_card")
    assert "激活以后旧卡作废" in page
    assert "1 到 3 个工作日，余额自动转到新卡" in page
    assert "到银行网点激活" in page


def test_article_5_childbirth_amounts(counter: Counter) -> None:
    """生育定额示例。

    Zhengzhou: check-ups 1,200; delivery 2,000 or 2,200, difficult 2,600 or 2,800. A bill of 8,000 brings the fixed
    amount, one of 1,500 no more than itself.
    """
    birth: Json = {"kind": "childbirth", "status": "working"}
    class_2 = counter.estimate(ZHENGZHOU, ZHENGZHOU, level="level2", bill={"total": "8000"}, **birth)
    assert class_2["range"] == {"low": "2000.00", "likely": "2000.00", "high": "2600.00"}
    class_3 = counter.estimate(ZHENGZHOU, ZHENGZHOU, level="level3", bill={"total": "8000"}, **birth)
    assert class_3["range"] == {"low": "2200.00", "likely": "2200.00", "high": "2800.00"}
    small = counter.estimate(ZHENGZHOU, ZHENGZHOU, level="level3", bill={"total": "1500"}, **birth)
    assert small["fund_total"] == "1500.00"
    plan = counter.plan(ZHENGZHOU, BEIJING, **birth)
    assert "连续缴满9个月定额1200元" in text(plan["warnings"])
    assert "顺产二类及以下2000元、三类2200元；难产二类及以下2600元、三类2800元" in text(plan["warnings"])
    assert "定额" not in text(counter.plan(WUHAN, BEIJING, **birth)["warnings"])
