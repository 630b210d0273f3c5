"""Article 2, outpatient care elsewhere in four steps: one test per capability it asks for."""

from desktop_app.services.export_summary import summary_of
from tests.seeds.counter import (
    BEIJING,
    HARBIN,
    NANCHANG,
    PAID,
    PINGXIANG,
    SHANGHAI,
    SUZHOU,
    WUHAN,
    Counter,
    Json,
    evidence,
    papers,
    text,
)

HUNAN = "430100"


def test_article_2_four_steps(counter: Counter) -> None:
    """引导四步：备案、选医院、就诊结算、保存票据。

    The plan walks through filing, the hospital, settling and keeping the receipts; so does the list to tick and print.
    """
    answers: Json = {"kind": "outpatient", "networked": "unknown"}
    plan = counter.plan(HARBIN, BEIJING, **answers)
    moments = [step["when"] for step in plan["settlement"]["steps"]]
    assert moments == ["before", "before", "registration", "discharge", "after", "after"]
    done = text(plan["checklist"])
    for item in ("提交备案，备到北京市", "查医院有没有开通", "主动说", "出示医保码或社保卡", "票据、费用清单都收好"):
        assert item in done
    case = counter.case(HARBIN, BEIJING, "2026-12-10", answers)
    printed = summary_of(case, counter.rulebook, "zh_CN").html
    assert "提交备案" in printed
    assert "票据、费用清单都收好" in printed


def test_article_2_must_one_file(counter: Counter) -> None:
    """判断要不要备案 ⚠。

    The article files always; rescue counts as filed and Jiangxi frees care inside the province. Both are shown, the
    rules decide.
    """
    assert counter.plan(HARBIN, BEIJING, kind="outpatient")["filing"]["verdict"] == "needed"
    rescue = counter.plan(HARBIN, BEIJING, reason="emergency", emergency=True)
    assert rescue["filing"]["verdict"] == "deemed"
    assert evidence(rescue, "N-059") == "reported"
    jiangxi = counter.plan(PINGXIANG, NANCHANG)
    assert jiangxi["filing"]["verdict"] == "not_needed"
    assert "N-139" in jiangxi["filing"]["facts"]
    both = counter.help("topic/contradictions")
    assert "在外地看门诊，事先都要备案" in both
    assert "本软件按：急诊抢救不用，当作已经备案" in both


def test_article_2_channels(counter: Counter) -> None:
    """列备案渠道。

    The national app, the region's own entrance and the window, and besides mini programs and WeChat.
    """
    channels = text(counter.plan(HARBIN, BEIJING)["filing"]["channels"])
    for way in (
        "国家医保服务平台APP",
        "龙江医保小程序",
        "哈尔滨市的医保经办窗口",
        "国家异地就医备案",
        "国家医保局公众号",
    ):
        assert way in channels


def test_article_2_papers_by_type(counter: Counter) -> None:
    """按类别列材料 ⚠。

    The article wants three proofs and the hospital; one proof of identity will do, a letter may replace the proof of
    residence, and no hospital is named.
    """
    resident = counter.plan(HARBIN, BEIJING, reason="long_term_residence")
    assert papers(resident) == {
        "identity": None,
        "filing_form": None,
        "residence_proof": None,
        "commitment_letter": "residence_proof",
    }
    assert set(papers(counter.plan(HARBIN, BEIJING))) == {"identity", "filing_form"}
    assert "带一样就行" in text(resident["filing"]["materials"])
    assert "不用指定医院" in text(resident["settlement"]["steps"])
    both = counter.help("topic/contradictions")
    assert "要身份证、社保卡、租房合同或房产证，还要外地医院的信息" in both
    assert "身份凭证三样有一样就行；备到城市，不用写医院" in both


def test_article_2_validity(counter: Counter) -> None:
    """算有效期与到期提醒 ⚠。

    The article says one year; long-term filings have no end, trips half a year at least: from 21 November 2026 to
    21 May 2027. The year is quoted as another opinion. A filing about to end is a deadline.
    """
    long_term = counter.plan(HARBIN, BEIJING, reason="long_term_residence")["filing"]["validity"]
    assert long_term["until"] is None
    assert "一直有效" in long_term["text"]
    assert "称备案有效期一般一年" in long_term["text"]
    assert "按依据更可靠的算" in long_term["text"]
    trip = counter.plan(HARBIN, BEIJING)["filing"]["validity"]
    assert trip["until"] == "2027-05-21"
    record = {"type": "other_temporary", "from": "2026-06-30", "until": "2026-12-30", "region": BEIJING}
    ending = counter.plan(HARBIN, BEIJING, filing="filed", filing_record=record)
    assert {"what": "备案到期，还要去就提前续办", "date": "2026-12-30", "firm": True} in ending["deadlines"]
    both = counter.help("topic/contradictions")
    assert "有文章说：一般一年" in both
    assert "本软件按：长期的一直有效" in both


def test_article_2_checking_the_hospital(counter: Counter) -> None:
    """医院核对单。

    Designated, connected, of a level the region accepts: what to check, where to look it up, whom to ask.
    """
    plan = counter.plan(HARBIN, BEIJING, kind="outpatient", networked="unknown")
    assert "医院要联网，而且开通了“普通门诊”的异地结算" in text(plan["settlement"]["conditions"])
    assert "国家医保服务平台APP里查，或者打电话问医院医保办" in text(plan["settlement"]["steps"])
    assert "你们医院开通了异地普通门诊的直接结算没有" in text(plan["ask"])
    assert "要不要先选定医院" in text(plan["ask"])
    assert "对医院的级别有没有限制" in counter.help("topic/choosing_institution")


def test_article_2_on_the_day(counter: Counter) -> None:
    """就诊当天提醒卡。

    Bring the code or the card, say where one is insured, and settle on the spot; ask about what the catalogue lacks.
    """
    plan = counter.plan(HARBIN, BEIJING, kind="outpatient")
    assert [paper["id"] for paper in plan["settlement"]["bring"]] == ["credential"]
    assert "我是哈尔滨市参保的，要异地直接结算" in text(plan["settlement"]["steps"])
    assert "只付自己那一份" in text(plan["settlement"]["steps"])
    assert "目录以外的叫 自费" in counter.help("topic/catalogue")


def test_article_2_when_settlement_fails(counter: Counter) -> None:
    """结算失败处理。

    Ask the hospital's office for the reason, ring the insured region, pay, keep the receipts, claim at home.
    """
    plan = counter.plan(HARBIN, BEIJING, kind="outpatient")
    fails = plan["settlement"]["if_it_fails"]
    order = ["先问医院医保办是哪种原因", "0451-12393", "2个工作日", "先付全部费用，把票据原件和费用清单留好"]
    assert all(said in line for said, line in zip(order, fails, strict=True))
    assert all(evidence(plan, number) for number in ("N-132", "N-135", "N-133", "S1-10"))
    paid = counter.plan(HARBIN, BEIJING, "2026-11-10", **PAID)
    assert paid["settlement"]["verdict"] == "manual"
    assert {"receipt", "itemised_list"} <= {paper["id"] for paper in paid["settlement"]["claim"]["papers"]}


def test_article_2_scope_and_share(counter: Counter) -> None:
    """解释报销范围与比例 ⚠。

    The article finds scope and share the same as at home; the catalogue is that of the place of care, the share may
    fall by up to 10 or 20 points.
    """
    both = counter.help("topic/contradictions")
    for statement in (
        "报销范围和参保地基本一样",
        "看病那个地方的目录说了算",
        "比例通常和参保地一样",
        "转诊的最多低 10 个百分点，自己去的最多低 20 个",
    ):
        assert statement in both
    trip = counter.plan(WUHAN, BEIJING)
    assert "原则上最多低20个百分点" in text(trip["filing"]["why"])
    assert evidence(trip, "N-066") == "reported"


def test_article_2_outpatient_figures_of_nowhere(counter: Counter) -> None:
    """估算职工门诊。

    Deductibles of 200, 400 and 600, shares of 80 to 90 %: told as an example without a place, used for nobody.
    """
    page = counter.help("topic/contradictions")
    assert "起付线 200、400、600 元，在职报 80% 到 90%、退休报 85% 到 90%" in page
    for insured in (HARBIN, WUHAN, SUZHOU):
        visit = counter.estimate(insured, BEIJING, kind="outpatient", status="working", bill={"total": "3000"})
        assert "资讯文章二" not in text(visit["figures"])
    # Suzhou's own: 3,000 less the year's deductible of 600 leaves 2,400, at level 3 60 %, 1,440; on a trip four fifths
    # of the share, 2,400 × 60 % × 0.8 = 1,152.
    at_home = counter.estimate(SUZHOU, SUZHOU, kind="outpatient", status="working", bill={"total": "3000"})
    assert at_home["fund_total"] == "1440.00"
    trip = counter.estimate(SUZHOU, SHANGHAI, kind="outpatient", status="working", bill={"total": "3000"})
    assert trip["fund_total"] == "1152.00"


def test_article_2_interruption(counter: Counter) -> None:
    """断缴影响。

    Made up within three months there is no waiting; after that three to six months; nothing is paid meanwhile.
    """
    plan = counter.plan(HARBIN, BEIJING, insurance_state="interrupted")
    assert "中断3个月以内补缴的，不设等待期" in text(plan["warnings"])
    assert "3到6个月" in text(plan["warnings"])
    assert "中间断的能不能补缴" in text(plan["ask"])
    page = counter.help("topic/interrupted")
    assert "断缴的下个月起，就不能再报销了" in page
    assert "中断不超过 3 个月、补上的，没有 等待期" in page


def test_article_2_paying_after_retirement(counter: Counter) -> None:
    """退休后是否还要缴。

    Commonly 25 and 20 years, 15 of them paid; Hunan differs. Who says 15 everywhere is quoted and not believed.
    """
    page = counter.help("topic/paying_years")
    for statement in (
        "累计男 25 年、女 20 年",
        "实际缴费不少于 15 年",
        "全国统一，累计满 15 年就行",
        "不采用其中任何一种",
    ):
        assert statement in page
    assert "湖南" not in page
    assert "2025 年要求 12 年" in counter.help("topic/paying_years", HUNAN)


def test_article_2_dialysis_and_transplants(counter: Counter) -> None:
    """大病费用提醒。

    Two articles on dialysis disagree and name no place: both are quoted. After a transplant the kidney and its
    matching are one's own expense.
    """
    dialysis = counter.plan(WUHAN, BEIJING, kind="chronic_outpatient", disease="血液透析")
    assert "3万元内85%，3万至4万90%，超4万95%" in text(dialysis["warnings"])
    assert "透析报九成以上" in text(dialysis["warnings"])
    assert "没写是哪个地方" in text(dialysis["warnings"])
    assert evidence(dialysis, "S1-28") == "typical"
    transplant = counter.plan(WUHAN, BEIJING, kind="chronic_outpatient", disease="器官移植术后抗排异治疗")
    assert "供肾获取和配型一般自费" in text(transplant["warnings"])
    assert "供肾的获取和配型，一般要自己付" in counter.help("topic/special_diseases")


def test_article_2_whom_to_ask(counter: Counter) -> None:
    """咨询去向。

    The insured region on 12393 with its area code, and the hospital's insurance office.
    """
    plan = counter.plan(HARBIN, BEIJING, kind="outpatient", networked="unknown")
    assert {ask["line"] for ask in plan["ask"]} == {"0451-12393"}
    assert "（问医院医保办）" in text(plan["ask"])
    assert "哈尔滨市的医保热线： 0451-12393" in counter.help("topic/hotline", HARBIN)
