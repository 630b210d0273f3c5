"""Article 4, Shenzhen's insured settling outpatient care elsewhere in 2023: one test per capability it asks for."""

from desktop_app.domain.care import Reason
from desktop_app.domain.person import Scheme, Status
from desktop_app.interview.draft import Draft
from tests.seeds.counter import BEIJING, CHENGDU, GUANGZHOU, SHENZHEN, WUHAN, Counter, Json, evidence, filed, text

CLINIC: Json = {"kind": "outpatient", "tier": "tier1"}


def category(plan: Json) -> tuple[int | None, str | None]:
    """Shenzhen's own category of a filing and the national type it amounts to."""
    local = plan["filing"]["local_category"]
    return (local["number"] if local else None), plan["filing"]["type"]


def test_article_4_inside_and_outside_the_province(counter: Counter) -> None:
    """省内／省外判定要不要备案 ⚠。

    In 2023 nothing was filed inside Guangdong; since 2025 the province asks for it, so that both are quoted and filing
    is advised. Other provinces always asked. The day of the visit decides.
    """
    in_2023 = counter.plan(SHENZHEN, GUANGZHOU, "2023-06-01", today="2023-05-30", **CLINIC)
    assert in_2023["filing"]["verdict"] == "not_needed"
    assert in_2023["filing"]["facts"] == ["S3-04"]
    last_day = counter.plan(SHENZHEN, GUANGZHOU, "2024-12-31", today="2024-12-30", **CLINIC)
    assert last_day["filing"]["verdict"] == "not_needed"
    in_2025 = counter.plan(SHENZHEN, GUANGZHOU, "2025-01-01", today="2024-12-30", **CLINIC)
    assert in_2025["filing"]["verdict"] == "advised"
    assert {"S3-04", "N-140"} <= set(in_2025["filing"]["facts"])
    assert "但另一条规定说法不同" in text(in_2025["filing"]["why"])
    outside = counter.plan(SHENZHEN, CHENGDU, "2023-06-01", today="2023-05-30", **CLINIC)
    assert outside["filing"]["verdict"] == "needed"
    both = counter.help("topic/contradictions", SHENZHEN)
    assert "2023 年的文章说：广东省内看门诊不用备案" in both
    assert "2025 年起，省内跨市先备案" in both


def test_article_4_six_categories(counter: Counter) -> None:
    """六类备案的资格问答。

    Retired, living there, posted there, studying there, rescued, referred: one to six.
    """
    asked: list[tuple[int, str, Json]] = [
        (1, "retired_relocation", {"status": "retired", "age": 61}),
        (1, "long_term_residence", {"status": "retired", "age": 61}),
        (2, "long_term_residence", {"status": "working", "age": 40}),
        (3, "work_post", {"status": "working", "age": 40}),
        (4, "study", {"scheme": "resident", "status": "student", "age": 20}),
        (5, "emergency", {"emergency": True}),
        (6, "referral", {}),
    ]
    for number, reason, answers in asked:
        assert category(counter.plan(SHENZHEN, CHENGDU, reason=reason, **answers))[0] == number
    offered = counter.asked(Draft(insured_region=SHENZHEN, scheme=Scheme.EMPLOYEE, status=Status.WORKING))["reason"]
    assert set(offered) >= {"long_term_residence", "work_post", "emergency", "referral"}


def test_article_4_national_types(counter: Counter) -> None:
    """把深圳六类映射到国家两大类六小类 ⚠。

    One to four are long-term types, six is a referral, five needs no filing any more; a trip of one's own choice,
    which the article lacks, has no number in Shenzhen and a national type.
    """
    plans = {
        reason: counter.plan(SHENZHEN, CHENGDU, reason=reason, tier="tier1", emergency=reason == "emergency")
        for reason in ("retired_relocation", "long_term_residence", "work_post", "emergency", "referral", "self_chosen")
    }
    assert category(plans["retired_relocation"]) == (1, "retired_relocation")
    assert category(plans["long_term_residence"]) == (2, "long_term_residence")
    assert category(plans["work_post"]) == (3, "work_post")
    assert category(plans["referral"]) == (6, "referral")
    assert category(plans["self_chosen"]) == (None, "other_temporary")
    assert category(plans["emergency"]) == (5, "emergency")
    assert plans["emergency"]["filing"]["verdict"] == "deemed"
    assert "现在视同已备案" in plans["emergency"]["filing"]["local_category"]["name"]
    both = counter.help("topic/contradictions", SHENZHEN)
    assert "第五类“临时异地”" in both
    assert "归“其他临时外出”，这篇文章里没有" in both


def test_article_4_conditions(counter: Counter) -> None:
    """年龄与户籍、单位类型、就学状态等条件判断。

    Age and residence decide, not the household register; whether the employer is on Shenzhen's express list is asked;
    a student files for the long term in Shenzhen and is a guess elsewhere.
    """
    retired = counter.plan(SHENZHEN, CHENGDU, reason="long_term_residence", status="retired", age=61)
    assert "不要求迁户口" in retired["filing"]["local_category"]["name"]
    posted = counter.plan(SHENZHEN, CHENGDU, reason="work_post", status="working")
    assert "第三类（便利直通车企业派驻）还是第四类" in text(posted["ask"])
    student: Json = {"reason": "study", "scheme": "resident", "status": "student", "age": 20}
    assert category(counter.plan(SHENZHEN, CHENGDU, **student)) == (4, "long_term_residence")
    elsewhere = counter.plan(WUHAN, CHENGDU, **student)
    assert category(elsewhere) == (None, "other_temporary")
    assert "学生在外地上学、或者放假回家看病，该按哪一类备案" in text(elsewhere["ask"])
    resident = Draft(insured_region=SHENZHEN, scheme=Scheme.RESIDENT, status=Status.STUDENT, reason=Reason.STUDY)
    assert "study" in counter.asked(resident)["reason"]


def test_article_4_personal_account(counter: Counter) -> None:
    """个人账户直接结算资格。

    Tier 1 may always pay from the account in a connected hospital, tier 2 only with money in it.
    """
    account: Json = {"year_to_date": {"personal_account_balance": 500}}
    assert counter.plan(SHENZHEN, CHENGDU, **CLINIC)["settlement"]["verdict"] == "personal_account"
    tier_2: Json = {"kind": "outpatient", "tier": "tier2"}
    with_money = counter.plan(SHENZHEN, CHENGDU, **tier_2, **account)
    assert with_money["settlement"]["verdict"] == "personal_account"
    assert evidence(with_money, "S3-13") == "reported"
    assert counter.plan(SHENZHEN, CHENGDU, **tier_2)["settlement"]["verdict"] == "direct_if"
    closed = counter.plan(SHENZHEN, CHENGDU, **CLINIC, networked=False)
    assert closed["settlement"]["verdict"] == "manual"
    stay = counter.plan(SHENZHEN, CHENGDU, tier="tier1", **filed(CHENGDU))
    assert stay["settlement"]["verdict"] == "direct"


def test_article_4_treated_in_shenzhen(counter: Counter) -> None:
    """外地人在深圳看病。

    Somebody insured in Wuhan is told that Shenzhen's hospitals take her account too, going to Beijing she is not.
    """
    there = counter.plan(WUHAN, SHENZHEN, kind="outpatient")
    assert "深圳有不少医院能给外地参保人直接结算普通门诊" in text(there["warnings"])
    assert "先在国家医保服务平台APP里查" in text(there["warnings"])
    assert evidence(there, "S3-03") == "reported"
    assert "深圳" not in text(counter.plan(WUHAN, BEIJING, kind="outpatient")["warnings"])


def test_article_4_is_the_hospital_connected(counter: Counter) -> None:
    """医院开通情况核对。

    The list changes: look it up in the app, or ask in the hospital.
    """
    plan = counter.plan(SHENZHEN, CHENGDU, kind="outpatient", tier="tier1", networked="unknown")
    assert "国家医保服务平台APP里查，或者打电话问医院医保办" in text(plan["settlement"]["steps"])
    assert "开通了异地普通门诊的直接结算没有" in text(plan["ask"])
    assert plan["settlement"]["verdict"] == "direct_if"


def test_article_4_nothing_in_advance(counter: Counter) -> None:
    """不垫付提示。

    Only what is taken from the account is paid; nothing is laid out.
    """
    plan = counter.plan(SHENZHEN, CHENGDU, **CLINIC)
    assert "不用先垫钱" in text(plan["settlement"]["why"])
    assert "从个人账户里扣" in text(plan["settlement"]["steps"])
    assert "可直接刷个人账户，不用先垫" in text(plan["warnings"])
    assert evidence(plan, "S3-02") == "reported"
    tier_2 = counter.plan(SHENZHEN, CHENGDU, kind="outpatient", tier="tier2")
    assert "不用先垫" not in text(tier_2)
