"""Article 3, chronic and special diseases treated elsewhere: one test per capability it asks for."""

from typing import Any

import pytest

from tests.seeds.counter import (
    BEIJING,
    CHENGDU,
    GUANGZHOU,
    HARBIN,
    NANJING,
    SHENZHEN,
    SUZHOU,
    TAIYUAN,
    WUHAN,
    XIAN,
    Counter,
    Json,
    evidence,
    papers,
    text,
)

CLINIC: Json = {"kind": "chronic_outpatient", "level": "level3"}
TEN = ("高血压", "糖尿病", "恶性肿瘤门诊放化疗", "尿毒症透析", "器官移植术后抗排异治疗")
ADDED = ("慢性阻塞性肺疾病", "类风湿关节炎", "冠心病", "病毒性肝炎", "强直性脊柱炎")


def visit(counter: Counter, disease: str, on: str = "2026-12-10", **answers: Any) -> Json:  # noqa: ANN401 -- answers
    """The plan for a visit to Beijing of somebody insured in Wuhan, the disease recognised."""
    return counter.plan(WUHAN, BEIJING, on, disease=disease, chronic=[disease], **CLINIC, **answers)


def test_article_3_first_checks(counter: Counter) -> None:
    """前置检查。

    Insurance in force and the disease recognised: each missing one becomes a condition.
    """
    unready = counter.plan(WUHAN, BEIJING, disease="冠心病", insurance_state="unknown", **CLINIC)
    conditions = text(unready["settlement"]["conditions"])
    assert "医保要正常参保" in conditions
    assert "先在参保地把“冠心病”认定好" in conditions
    assert "动身以前看两样：医保正常" in counter.help("topic/special_diseases")
    ready = visit(counter, "冠心病", insurance_state="normal")
    assert ready["settlement"]["conditions"] == ["去之前先备案到北京市。"]


@pytest.mark.parametrize("disease", TEN + ADDED)
def test_article_3_settled_across_provinces(counter: Counter, disease: str) -> None:
    """判断病种能否跨省直接结算 ⚠。

    The article knows five diseases; ten are settled since the end of 2024, five of them before. Others are claimed.
    """
    assert visit(counter, disease)["settlement"]["verdict"] == "direct_if"
    summer_2024 = visit(counter, disease, "2024-08-01", today="2024-07-31")["settlement"]["verdict"]
    assert summer_2024 == ("direct_if" if disease in TEN else "manual")
    assert visit(counter, "白癜风")["settlement"]["verdict"] == "manual"
    both = counter.help("topic/contradictions")
    assert "高血压、糖尿病等 5 类" in both
    assert "本软件按：2024 年底起 10 种" in both


def test_article_3_filing_type(counter: Counter) -> None:
    """选备案类型。

    Living there is long-term residence, a trip is a trip.
    """
    assert visit(counter, "糖尿病", reason="long_term_residence")["filing"]["type"] == "long_term_residence"
    assert visit(counter, "糖尿病")["filing"]["type"] == "other_temporary"


def test_article_3_papers_for_the_long_term(counter: Counter) -> None:
    """列长期备案材料 ⚠。

    The article forgets the letter of commitment, which may replace residence permit, household register or proof of
    work.
    """
    expected = {
        "retired_relocation": "hukou_page",
        "long_term_residence": "residence_proof",
        "work_post": "work_proof",
    }
    for reason, proof in expected.items():
        assert papers(visit(counter, "糖尿病", reason=reason))["commitment_letter"] == proof
    assert evidence(visit(counter, "糖尿病", reason="work_post"), "N-022") == "reported"
    both = counter.help("topic/contradictions")
    assert "居住证、户口簿两页或工作证明；没提承诺书" in both
    assert "拿不出的，可以签个人承诺书" in both


def test_article_3_papers_for_a_trip(counter: Counter) -> None:
    """列临时备案材料 ⚠。

    The article may want a proof of emergency; one's own choice takes a proof of identity alone, a referral its
    certificate, rescue nothing at all.
    """
    assert set(papers(visit(counter, "糖尿病"))) == {"identity", "filing_form"}
    assert "referral_certificate" in papers(visit(counter, "糖尿病", reason="referral"))
    assert papers(counter.plan(WUHAN, BEIJING, reason="emergency", emergency=True)) == {}
    both = counter.help("topic/contradictions")
    assert "有的地方要急诊证明" in both
    assert "自己去的只要身份凭证" in both
    assert "旧的地方做法" in both


def test_article_3_filing_online(counter: Counter) -> None:
    """线上办理步骤。

    The national app or Guangdong's own, in five steps; at once for a trip; a relative may do it.
    """
    plan = counter.plan(GUANGZHOU, CHENGDU, disease="糖尿病", **CLINIC)
    channels = text(plan["filing"]["channels"])
    for way in ("粤医保小程序", "进“异地备案”，选参保地、就医地和类型", "亲情账户"):
        assert way in channels
    steps = counter.help("topic/filing")
    for step in ("选参保地、就医地、险种和类型", "看告知书", "传材料或签承诺书", "提交以后查结果"):
        assert step in steps
    assert "一般马上生效" in visit(counter, "糖尿病")["filing"]["review_time"]


def test_article_3_filing_at_the_window(counter: Counter) -> None:
    """线下办理步骤。

    At the window of the insured region with form and identity; the diagnosis the article asks for is not needed.
    """
    plan = visit(counter, "糖尿病")
    assert "武汉市的医保经办窗口" in text(plan["filing"]["channels"])
    assert set(papers(plan)) == {"identity", "filing_form"}
    both = counter.help("topic/contradictions")
    assert "去窗口办还要诊断证明" in both
    assert "身份凭证三样有一样就行" in both


def test_article_3_filing_once(counter: Counter) -> None:
    """是否要到就医地再备案 ⚠。

    The article files a second time in Beijing; one files once, in the insured region, for a city.
    """
    plan = visit(counter, "糖尿病")
    assert "备到城市就行，不用指定医院" in text(plan["settlement"]["steps"])
    assert all("备案" not in step["do"] for step in plan["settlement"]["steps"][1:])
    both = counter.help("topic/contradictions", BEIJING)
    assert "北京等地还要到当地医院医保办再备一次" in both
    assert "只在参保地备一次" in both


def test_article_3_review_time(counter: Counter) -> None:
    """审核时限提示。

    Two working days for the long term and at once for a trip; Jiangsu takes one working day for either.
    """
    assert "2个工作日" in visit(counter, "糖尿病", reason="long_term_residence")["filing"]["review_time"]
    assert "马上生效" in visit(counter, "糖尿病")["filing"]["review_time"]
    jiangsu = counter.plan(SUZHOU, BEIJING, disease="糖尿病", reason="long_term_residence", **CLINIC)
    assert "1个工作日" in jiangsu["filing"]["review_time"]
    assert evidence(jiangsu, "N-038") == "official"


def test_article_3_recognised_again(counter: Counter) -> None:
    """病种要不要在就医地重认 ⚠。

    The article has cancer recognised again at the place of care; across provinces the insured region's recognition
    holds, inside Guangdong any city's.
    """
    assert "认定" not in text(visit(counter, "恶性肿瘤门诊放化疗")["settlement"]["conditions"])
    inside = counter.plan(GUANGZHOU, SHENZHEN, disease="恶性肿瘤门诊放化疗", **CLINIC)
    assert "省内可以在就医地有资质的医院认定，全省互认" in text(inside["settlement"]["conditions"])
    both = counter.help("topic/contradictions", GUANGZHOU)
    assert "恶性肿瘤等要在看病的地方重新认定" in both
    assert "资格由参保地认定，到外省不用再认定" in both
    assert "全省互认" in both


def test_article_3_papers_for_recognition(counter: Counter) -> None:
    """认定材料清单。

    Proof of identity, records and examinations; a window, an accepting hospital or online.
    """
    plan = counter.plan(WUHAN, BEIJING, disease="冠心病", **CLINIC)
    assert "带身份凭证、病历和检查资料，在窗口、受理医院或网上办" in text(plan["settlement"]["steps"])
    page = counter.help("topic/special_diseases")
    assert "化验单和医保手册" in page
    assert "指定医院都可能受理" in page


def test_article_3_settling(counter: Counter) -> None:
    """结算与自付说明。

    The hospital takes one's own part only; what is not settled directly is claimed at home.
    """
    listed = visit(counter, "高血压")
    assert "只付自己那一份" in text(listed["settlement"]["steps"])
    assert "要按慢特病结算" in text(listed["settlement"]["steps"])
    closed = visit(counter, "高血压", networked=False)
    assert closed["settlement"]["verdict"] == "manual"
    assert "没开通的，先自付，再回参保地报" in text(closed["settlement"]["why"])


def test_article_3_share(counter: Counter) -> None:
    """比例规则。

    More than for ordinary visits, by the region's own figures: of 5,000 Nanjing pays 92 %, 4,600, without a deductible,
    and less for an ordinary visit. The article's 85 and 90 % are nobody's: what a region does not say is missing.
    """
    bill: Json = {"status": "working", "bill": {"total": "5000"}}
    special = counter.estimate(NANJING, NANJING, disease="糖尿病", chronic=["糖尿病"], **CLINIC, **bill)
    assert special["fund_total"] == "4600.00"
    assert special["figures"]["ratio"]["evidence"] == "official"
    ordinary = counter.estimate(NANJING, NANJING, kind="outpatient", level="level3", **bill)
    assert float(ordinary["range"]["high"]) < 4600
    page = counter.help("topic/special_diseases")
    assert "一般比普通门诊报得多，具体看参保地" in page
    assert "在职报 85%、退休报 90%，没说是哪个地方，不能照搬" in page
    for insured in (HARBIN, WUHAN, SUZHOU):
        estimate = counter.estimate(
            insured, BEIJING, disease="糖尿病", chronic=["糖尿病"], status="working", bill={"total": "1000"}, **CLINIC
        )
        assert "ratio" in {gap["figure"] for gap in estimate["gaps"]}
        assert "资讯文章" not in text(estimate["figures"])


def test_article_3_guangdongs_list(counter: Counter) -> None:
    """广东病种目录。

    52 diseases, of which the national ten make 17 items, settled across provinces since 2025.
    """
    plan = counter.plan(GUANGZHOU, CHENGDU, disease="糖尿病", **CLINIC)
    assert "广东门诊特定病种共52种" in text(plan["warnings"])
    assert "17个门特病种，自2025年1月1日起可跨省结算" in text(plan["warnings"])
    before = counter.plan(GUANGZHOU, CHENGDU, "2024-12-31", disease="糖尿病", today="2024-12-01", **CLINIC)
    assert "17个门特病种" not in text(before["warnings"])


def test_article_3_residents_cap(counter: Counter) -> None:
    """居民封顶与次数。

    Any number of stays; the 40,000 yuan of the article are doubted. Taiyuan's residents have 70,000, or 150,000.
    """
    both = counter.help("topic/contradictions")
    assert "通常 4 万元" in both
    assert "次数不限" in both
    assert "4 万元不采用" in both
    stay = counter.estimate(TAIYUAN, TAIYUAN, scheme="resident", status="adult", admission=3, bill={"total": "500000"})
    assert stay["figures"]["cap"]["value"] == "¥70,000.00（可能 ¥70,000.00 到 ¥150,000.00）"


def test_article_3_assisted_reproduction(counter: Counter) -> None:
    """辅助生殖提示。

    Shaanxi pays for thirteen items since 1 September 2024; nobody else is told so.
    """
    xian = counter.plan(XIAN, BEIJING, kind="childbirth")
    assert "2024年9月1日起把13个治疗性辅助生殖项目纳入" in text(xian["warnings"])
    assert evidence(xian, "S2-26") == "reported"
    before = counter.plan(XIAN, BEIJING, "2024-08-31", kind="childbirth", today="2024-08-01")
    assert "辅助生殖" not in text(before["warnings"])
    assert "辅助生殖" not in text(counter.plan(HARBIN, BEIJING, kind="childbirth")["warnings"])
    assert "13 个治疗性辅助生殖项目" in counter.help("topic/childbirth", XIAN)
