"""Article 1, an employee of Shenzhen's tier 2 treated elsewhere: one test per capability it asks for."""

from desktop_app.domain.person import Scheme
from desktop_app.interview.draft import Draft
from tests.seeds.counter import (
    BEIJING,
    CHENGDU,
    GUANGZHOU,
    PAID,
    QINGDAO,
    SHENZHEN,
    WUHAN,
    Counter,
    Json,
    evidence,
    filed,
    text,
)

IN_CHENGDU = filed(CHENGDU) | {"reason": "long_term_residence"}
CLINIC: Json = {"kind": "outpatient", "level": "level1", "selected": True, "tier": "tier2", "status": "working"}


def test_article_1_city_and_tier(counter: Counter) -> None:
    """选参保城市与险种，认得“二档”。

    Shenzhen's employees are asked for their tier, its residents and Beijing's employees are not; each scheme and tier
    has limits of its own; 二档 is explained.
    """
    employee = Draft(insured_region=SHENZHEN, scheme=Scheme.EMPLOYEE)
    assert counter.asked(employee)["tier"] == ["tier1", "tier2"]
    assert "tier" not in counter.asked(Draft(insured_region=SHENZHEN, scheme=Scheme.RESIDENT))
    assert "tier" not in counter.asked(Draft(insured_region=BEIJING, scheme=Scheme.EMPLOYEE))
    assert "二档" in counter.help("glossary/二档")
    big: Json = {**CLINIC, **IN_CHENGDU, "bill": {"total": "20000"}}
    # Of 20,000 the fund pays three quarters, 15,000, up to the year's limit of 2025: 10,478.40 or 2,619.60.
    assert counter.estimate(SHENZHEN, CHENGDU, "2025-06-01", **{**big, "tier": "tier1"})["fund_total"] == "10478.40"
    assert counter.estimate(SHENZHEN, CHENGDU, "2025-06-01", **big)["fund_total"] == "2619.60"


def test_article_1_where_to_go_once_filed(counter: Counter) -> None:
    """判断已备案或已转诊后可去哪里。

    With a filing or a referral for Chengdu every connected hospital there will do; a filing for elsewhere will not.
    """
    for type in ("long_term_residence", "referral"):
        plan = counter.plan(SHENZHEN, CHENGDU, tier="tier2", **filed(CHENGDU, type, until="2027-06-30"))
        assert plan["filing"]["verdict"] == "valid"
        assert plan["settlement"]["verdict"] == "direct"
        assert "备案到城市，那里联网的医院都能结" in text(plan["settlement"]["why"])
    other = counter.plan(SHENZHEN, CHENGDU, tier="tier2", **filed(BEIJING, "referral", until="2027-06-30"))
    assert other["filing"]["verdict"] != "valid"
    drugs = counter.plan(SHENZHEN, CHENGDU, kind="drugstore", tier="tier2", **filed(CHENGDU))
    assert drugs["settlement"]["verdict"] == "personal_account"
    assert "在联网药店买药" in text(drugs["settlement"]["why"])


def test_article_1_choosing_an_institution(counter: Counter) -> None:
    """外地门诊要不要选点。

    Tier 2 chooses one connected primary institution or is not paid; Guangzhou's insured need not choose.
    """
    unchosen = counter.plan(SHENZHEN, CHENGDU, kind="outpatient", tier="tier2", selected=False, level="level1")
    assert "门诊统筹不付" in text(unchosen["warnings"])
    assert "选定一家联网的基层医疗机构" in text(unchosen["settlement"]["conditions"])
    assert evidence(unchosen, "S0-02") == "reported"
    chosen = counter.plan(SHENZHEN, CHENGDU, **CLINIC, **IN_CHENGDU)
    assert chosen["settlement"]["verdict"] == "direct"
    guangzhou = counter.plan(GUANGZHOU, CHENGDU, kind="outpatient", reason="long_term_residence")
    assert "不用提前选" in text(guangzhou["settlement"]["why"])
    assert "选定一家" not in text(guangzhou["settlement"]["conditions"])


def test_article_1_three_situations_elsewhere(counter: Counter) -> None:
    """按三种外出情形分别取比例。

    A stay of 20,600 less the deductible of 600 leaves 20,000; a level-3 hospital pays 90 %, 18,000.
    """
    stay: Json = {"tier": "tier2", "status": "working", "bill": {"total": "20600"}}
    # Filed for the long term: 18,000 as at home.
    assert counter.estimate(SHENZHEN, CHENGDU, **stay, **IN_CHENGDU)["fund_total"] == "18000.00"
    # Rescue: nine tenths of the home share, 20,000 × 90 % × 0.9 = 16,200.
    rescue = counter.estimate(SHENZHEN, CHENGDU, **stay, reason="emergency", emergency=True)
    assert rescue["fund_total"] == "16200.00"
    # Another trip: eight tenths, 20,000 × 90 % × 0.8 = 14,400; inside Guangdong nine tenths, 16,200.
    assert counter.estimate(SHENZHEN, CHENGDU, **stay)["fund_total"] == "14400.00"
    inside = counter.estimate(SHENZHEN, GUANGZHOU, **stay)
    assert inside["fund_total"] == "16200.00"
    assert inside["figures"]["elsewhere"]["value"] == "乘以 90%"
    assert "深圳市医疗保障办法" in inside["figures"]["elsewhere"]["source"]


def test_article_1_outpatient_limit_by_year(counter: Counter) -> None:
    """门诊统筹年限额按年度取值。

    Of a bill of 10,000 three quarters would be 7,500; the year's limit allows 2,471 in 2024 and 2,619.60 in 2025,
    the same for residents. For 2026 no article names it: a range.
    """
    visit: Json = {**CLINIC, **IN_CHENGDU, "bill": {"total": "10000"}}
    resident: Json = {**visit, "scheme": "resident", "tier": None, "status": "adult"}
    for on, limit in (("2024-12-31", "2471.00"), ("2025-01-01", "2619.60"), ("2025-12-31", "2619.60")):
        assert counter.estimate(SHENZHEN, CHENGDU, on, **visit)["fund_total"] == limit
        assert counter.estimate(SHENZHEN, CHENGDU, on, **resident)["fund_total"] == limit
    now = counter.estimate(SHENZHEN, CHENGDU, "2026-06-01", **visit)
    assert now["range"]["low"] < now["range"]["high"]
    assert now["figures"]["cap"]["evidence"] == "typical"


def test_article_1_outpatient_share_by_level(counter: Counter) -> None:
    """门诊按机构级别取比例。

    At level 1 and below 75 % of 1,000 is 750; above that the article breaks off, and the region's own rule is that
    outside the chosen institution nothing is sure to be paid.
    """
    bill: Json = {"bill": {"total": "1000"}}
    at_clinic = counter.estimate(SHENZHEN, CHENGDU, "2025-06-01", **CLINIC, **IN_CHENGDU, **bill)
    assert at_clinic["fund_total"] == "750.00"
    assert at_clinic["figures"]["ratio"]["evidence"] == "reported"
    larger: Json = {**CLINIC, "level": "level2"}
    assert counter.estimate(SHENZHEN, CHENGDU, "2025-06-01", **larger, **IN_CHENGDU, **bill)["range"]["low"] == "0.00"


def test_article_1_no_share_without_a_place(counter: Counter) -> None:
    """住院估算须给区间与前提 ⚠。

    Seven to eight tenths, 80 % for employees, 55 % for residents: all three are quoted, none is used. Shenzhen pays
    90 % by its own rule, and Wuhan's figures rest on no such article.
    """
    said = counter.help("topic/contradictions", SHENZHEN)
    for statement in ("住院一般报七到八成", "职工三甲报 80%", "居民三甲报 55%", "本软件一种也不用"):
        assert statement in said
    # 20,600 − 600 = 20,000; × 90 % = 18,000, which is 87 % of the bill: none of the article's shares.
    own = counter.estimate(SHENZHEN, SHENZHEN, tier="tier2", status="working", bill={"total": "20600"})
    assert own["figures"]["ratio"]["value"] == "90%"
    assert own["fund_total"] == "18000.00"
    wuhan = counter.estimate(WUHAN, BEIJING, status="working", bill={"total": "20600"})
    assert "资讯文章一" not in text(wuhan["figures"])


def test_article_1_choosing_and_referral_at_home(counter: Counter) -> None:
    """本地选点与转诊。

    Tier 2 signs up with a community centre whose doctor refers; tier 1 scans a code. Nobody else reads that.
    """
    page = counter.help("topic/choosing_institution", SHENZHEN)
    for statement in ("要先绑定一个 社康中心", "由社康的医生判断要不要转上级医院", "现场扫选定码", "深圳医保公众号"):
        assert statement in page
    assert "社康" not in counter.help("topic/choosing_institution", BEIJING)
    at_home = counter.plan(SHENZHEN, SHENZHEN, kind="outpatient", tier="tier2", selected=False)
    assert "由社康医生判断要不要转上级医院" in text(at_home["warnings"])
    scanning = counter.plan(SHENZHEN, SHENZHEN, kind="outpatient", tier="tier1")
    assert "现场扫机构选定码" in text(scanning["warnings"])


def test_article_1_recognised_diseases(counter: Counter) -> None:
    """门诊特定病种资格提醒。

    52 diseases in three groups; recognised in person, with identity, diagnosis and reports.
    """
    plan = counter.plan(SHENZHEN, CHENGDU, kind="chronic_outpatient", tier="tier2", disease="高血压")
    for reminder in (
        "深圳把52种病列为门诊特定病种",
        "门诊大病管理23种",
        "8种",
        "须本人到深圳有认定资格的定点医院",
        "检查化验报告",
    ):
        assert reminder in text(plan["warnings"])
    assert "认定好" in text(plan["settlement"]["conditions"])
    assert "认定" in text(plan["ask"])
    assert "52 种" in counter.help("topic/special_diseases", SHENZHEN)


def test_article_1_three_steps(counter: Counter) -> None:
    """三步流程：备案、选点、结算。

    Four ways to file, then choose, then settle with code or card in any connected hospital there.
    """
    plan = counter.plan(SHENZHEN, CHENGDU, kind="outpatient", tier="tier2", selected=False, level="level1")
    steps = [step["do"] for step in plan["settlement"]["steps"]]
    order = [next(place for place, step in enumerate(steps) if word in step) for word in ("备案", "选定", "出示")]
    assert order == sorted(order)
    channels = text(plan["filing"]["channels"])
    for way in ("国家医保服务平台APP", "国家异地就医备案", "国务院客户端", "窗口"):
        assert way in channels
    stay = counter.plan(SHENZHEN, CHENGDU, tier="tier2")
    assert "那里联网的医院都能结" in text(stay["settlement"]["why"])
    assert "先问参保地" in counter.help("topic/choosing_institution")


def test_article_1_claim_for_a_stay(counter: Counter) -> None:
    """住院费手工报销的条件与材料。

    Filed and paid in advance: a claim with proof of identity first, within twelve months of discharge. What Shenzhen
    asks for is on the page of claims for its own insured, and for nobody else.
    """
    plan = counter.plan(SHENZHEN, CHENGDU, "2026-11-10", tier="tier2", **PAID, **filed(CHENGDU, "referral"))
    assert plan["filing"]["verdict"] == "valid"
    assert plan["settlement"]["verdict"] == "manual"
    claim = plan["settlement"]["claim"]
    assert [paper["id"] for paper in claim["papers"]][:2] == ["identity", "receipt"]
    assert "12个月内，也就是2027年11月10日以前" in claim["deadline"]
    assert "3年内" in claim["deadline"]
    unfiled = counter.plan(SHENZHEN, CHENGDU, "2026-11-10", tier="tier2", **PAID)
    assert unfiled["filing"]["verdict"] == "late_after_discharge"
    newly = counter.plan(SHENZHEN, CHENGDU, tier="tier2", insurance_state="new")
    assert "待遇从哪天开始" in text(newly["warnings"])
    page = counter.help("topic/manual_claim", SHENZHEN)
    for condition in ("参保缴足了费、过了次月 1 日的生效日", "自己先垫了钱", "身份证，验原件"):
        assert condition in page
    assert "深圳" not in counter.help("topic/manual_claim", BEIJING)


def test_article_1_relatives_and_sharing(counter: Counter) -> None:
    """家人代办与共济。

    How a relative is linked, who may give and who may use the money, across provinces since 2026.
    """
    linking = counter.help("topic/relatives")
    for step in ("输入家人的身份证号", "填亲属资料", "传户口本或出生证明", "刷脸确认"):
        assert step in linking
    sharing = counter.help("topic/shared_balance")
    for condition in ("出钱的一方要参加职工医保", "还有余钱", "正常参保", "2026 年 1 月 9 日", "外省参保的近亲属"):
        assert condition in sharing
    assert "兄弟姐妹、祖孙" in counter.help("topic/shared_balance", SHENZHEN)
    assert "亲情账户" in text(counter.plan(SHENZHEN, CHENGDU, tier="tier2")["filing"]["channels"])


def test_article_1_interruption(counter: Counter) -> None:
    """断缴检查。

    Interrupted insurance is asked for, warned of and doubted; the balance of the account is what is left.
    """
    assert "interrupted" in text(counter.asked(Draft(insured_region=SHENZHEN, scheme=Scheme.EMPLOYEE)))
    plan = counter.plan(SHENZHEN, CHENGDU, tier="tier2", insurance_state="interrupted")
    assert plan["settlement"]["verdict"] == "direct_if"
    for warning in ("备了案也可能结不了账", "个人账户里原有的余额还能用"):
        assert warning in text(plan["warnings"])
    assert evidence(plan, "S0-20") == "reported"
    page = counter.help("topic/interrupted")
    assert "断缴的下个月起，就不能再报销了，只能用个人账户里的余额" in page


def test_article_1_lost_card(counter: Counter) -> None:
    """卡丢失提示。

    Reported by telephone it holds 5 to 7 working days, for good in person; Guangdong's replaces it in an app.
    """
    page = counter.help("topic/lost_card", SHENZHEN)
    for tip in ("5 到 7 个工作日", "正式挂失，要本人带有效证件", "粤省事"):
        assert tip in page
    assert "粤省事" not in counter.help("topic/lost_card", BEIJING)


def test_article_1_shares_of_other_cities(counter: Counter) -> None:
    """其他城市比例示例。

    Qingdao's outpatient shares: working 80, 70, 60 % at level 1, 2, 3, the retired five points more. 1,000 above the
    deductible (none, 500, 800) give 800, 700 and 600; for the retired 850, 750 and 650.
    """
    expected = {"working": ("800.00", "700.00", "600.00"), "retired": ("850.00", "750.00", "650.00")}
    for status, funds in expected.items():
        for level, bill, fund in zip(("level1", "level2", "level3"), ("1000", "1500", "1800"), funds, strict=True):
            visit: Json = {"kind": "outpatient", "level": level, "status": status, "bill": {"total": bill}}
            estimate = counter.estimate(QINGDAO, QINGDAO, **visit)
            assert estimate["fund_total"] == fund
            assert "资讯文章一" in estimate["figures"]["ratio"]["source"]
