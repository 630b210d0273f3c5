"""A case with everything on it, made by hand: what the paper and the charts are tried on without rules or rulebook."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from desktop_app.domain.advice import (
    ClaimAdvice,
    FilingAdvice,
    FilingVerdict,
    Material,
    Moment,
    Reasoned,
    RouteStep,
    SettlementAdvice,
    SettlementVerdict,
    Validity,
)
from desktop_app.domain.bill import Bill
from desktop_app.domain.care import Care, CareKind, FilingState, FilingType, Level, Reason, Stage
from desktop_app.domain.case import Case, Episode
from desktop_app.domain.evidence import Evidence, Fact, Provenance, Source
from desktop_app.domain.figure import FigureName
from desktop_app.domain.message import Message, message
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import (
    Alternative,
    Amounts,
    Ask,
    CheckItem,
    Deadline,
    Estimate,
    Interval,
    MoneyAdvice,
    Narrows,
    Plan,
    Step,
    StepName,
)
from desktop_app.domain.person import InsuranceState, Person, Scheme, Status
from desktop_app.domain.policy import ChronicDisease
from desktop_app.domain.region import PoolingArea, Region, RegionLevel
from desktop_app.domain.routes import Route, Standing
from desktop_app.domain.term import Term
from desktop_app.rules.rulebook import Edition

NATIONAL = Source(
    id="national",
    title="关于进一步做好基本医疗保险跨省异地就医直接结算工作的通知",
    number="医保发〔2022〕22号",
    issuer="国家医疗保障局、财政部",
    published="2022-07-26",
    link="https://www.nhsa.gov.cn/art/2022/7/26/art_104_8629.html",
)
ARTICLE = Source(id="article", title="资讯文章四：山西异地就医", published="2026-10-12")
JIANGSU = Source(
    id="jiangsu", title="江苏省异地就医经办服务规程", number="苏医保发〔2022〕75号", issuer="江苏省医疗保障局"
)

_REGIONS = {
    "140000": Region("140000", "山西省", RegionLevel.PROVINCE, None, "shanxi", "sx"),
    "140100": Region("140100", "太原市", RegionLevel.PREFECTURE, "140000", "taiyuan", "ty"),
    "110000": Region("110000", "北京市", RegionLevel.PROVINCE, None, "beijing", "bj"),
}


def _fact(number: str, text: str, evidence: Evidence, source: Source, disagrees: tuple[str, ...] = ()) -> Fact:
    return Fact(
        number=number,
        text=text,
        topic="filing",
        regions=("CN",),
        evidence=evidence,
        source=source,
        disagrees_with=disagrees,
    )


FACTS = {
    fact.number: fact
    for fact in (
        _fact("N-045", "长期居住类备案办好后一直有效。", Evidence.REPORTED, NATIONAL, ("S4-27",)),
        _fact("N-064", "长期居住人员在备案地看病，支付比例不降。", Evidence.REPORTED, NATIONAL),
        _fact("N-018", "医保码、有效身份证件、社保卡三选一。", Evidence.REPORTED, JIANGSU),
        _fact("N-021", "加交居住证明；拿不出可签个人承诺书代替。", Evidence.REPORTED, JIANGSU),
        _fact("N-032", "全国通用的备案入口。", Evidence.REPORTED, NATIONAL),
        _fact("N-054", "补备案时生效日期应填在入院日或之前。", Evidence.TYPICAL, ARTICLE),
        _fact("N-097", "入院登记、出院结账都要出示医保码或社保卡。", Evidence.REPORTED, NATIONAL),
        _fact("N-132", "结算失败先问医院医保办。", Evidence.REPORTED, NATIONAL),
        _fact("N-135", "全国医保服务热线是12393。", Evidence.TYPICAL, ARTICLE),
        _fact("S4-27", "称山西长期备案有效一年。", Evidence.TYPICAL, ARTICLE),
        _fact("N-100", "住院报销四样。", Evidence.OFFICIAL, JIANGSU),
    )
}


class SmallLibrary:
    """As much of a rulebook as pages ask for: places, facts, terms and the edition."""

    def edition(self) -> Edition:
        """A made-up edition."""
        return Edition("2026.11", date(2026, 11, 21))

    def region(self, code: str) -> Region | None:
        """One of three divisions."""
        return _REGIONS.get(code)

    def pooling_area(self, code: str) -> PoolingArea | None:
        """The area of a division's own name."""
        region = _REGIONS.get(code)
        if region is None:
            return None
        return PoolingArea(code, region.name, region.province, _REGIONS[region.province].name, "0351-12393")

    def chronic_diseases(self) -> Sequence[ChronicDisease]:
        """None: a disease is shown as it was given."""
        return ()

    def fact(self, number: str, insured_region: str | None = None) -> Fact | None:  # noqa: ARG002 -- the protocol's
        """One of the facts above."""
        return FACTS.get(number)

    def terms(self) -> Sequence[Term]:
        """A glossary of two terms."""
        return (
            Term(
                name="备案",
                pinyin="bèi àn",
                english="filing",
                explanation="去外地看病前，先告诉参保地医保。",
                in_english="Telling the insured place before going.",
                see=("手工报销",),
            ),
            Term(
                name="手工报销",
                pinyin="shǒu gōng bào xiāo",
                english="manual claim",
                explanation="先付全款，再拿票据回参保地退钱。",
                in_english="Paying first and claiming at home.",
                see=(),
            ),
        )


def says(text: str) -> Message:
    """A text as it stands, in every language."""
    return message("paper.case.of_care", parts=(text,))


def _rests(text: str, *facts: str) -> Reasoned:
    return Reasoned(says(text), facts)


def a_case() -> Case:
    """A resident of Taiyuan, 68, living with her daughter in Beijing, to be admitted there."""
    return Case(
        today=date(2026, 11, 21),
        person=Person(
            scheme=Scheme.RESIDENT,
            insured_region="140100",
            status=Status.ELDERLY,
            age=68,
            insurance_state=InsuranceState.NORMAL,
        ),
        episodes=(
            Episode(
                Care(
                    kind=CareKind.INPATIENT,
                    date=date(2026, 12, 13),
                    admitted_on=date(2026, 12, 3),
                    region="110000",
                    level=Level.LEVEL3,
                    reason=Reason.LONG_TERM_RESIDENCE,
                    filing=FilingState.NONE,
                    stage=Stage.PLANNING,
                ),
                Bill(total=Fen(5_000_000), out_of_catalogue=Fen(400_000), class_b=Fen(1_000_000)),
            ),
        ),
    )


TYPICAL = Provenance(evidence=Evidence.TYPICAL, source=ARTICLE)
REPORTED = Provenance(evidence=Evidence.REPORTED, source=NATIONAL, fact="N-064")
YOURS = Provenance(evidence=Evidence.YOURS)

AMOUNTS = Amounts(
    total=Fen(5_000_000),
    out_of_catalogue=Fen(400_000),
    over_limit=Fen(0),
    prior_self_pay=Fen(100_000),
    elsewhere_first_pay=Fen(0),
    eligible=Fen(4_500_000),
    deductible=Fen(100_000),
    basic_fund=Fen(2_794_000),
    supplement_fund=Fen(0),
    critical_fund=Fen(236_000),
    assistance_fund=Fen(0),
    fund_total=Fen(3_030_000),
    personal_account=Fen(0),
    cash=Fen(1_970_000),
    personal_total=Fen(1_970_000),
)
"""50,000.00 = 27,940.00 basic fund + 2,360.00 critical illness + 15,700.00 cash in + 4,000.00 cash out of catalogue."""


def _step(name: StepName, yuan: int, how: str, provenance: Provenance | None = None) -> Step:
    return Step(name=name, amount=Fen(yuan * 100), how=says(how), provenance=provenance)


def an_estimate() -> Estimate:
    """The bill of the drawn example: 30,300 of 50,000."""
    return Estimate(
        amounts=AMOUNTS,
        fund_total=Interval(Fen(2_870_000), Fen(3_030_000), Fen(3_190_000)),
        actual_ratio=Fraction(303, 500),
        trace=(
            _step(StepName.TOTAL, 50_000, "账单总额", YOURS),
            _step(StepName.OUT_OF_CATALOGUE, 4_000, "医生说明的自费药、耗材", YOURS),
            _step(StepName.OVER_LIMIT, 0, "没有"),
            _step(StepName.PRIOR_SELF_PAY, 1_000, "10,000.00 × 10%", TYPICAL),
            _step(StepName.ELIGIBLE, 45_000, "50,000.00 − 4,000.00 − 1,000.00"),
            _step(StepName.DEDUCTIBLE, 1_000, "三级医院，今年第 1 次住院", REPORTED),
            _step(StepName.BASIC_SEGMENT, 27_940, "44,000.00 × 63.5%", TYPICAL),
            _step(StepName.BASIC_FUND, 27_940, "各段相加", TYPICAL),
            _step(StepName.CRITICAL_FUND, 2_360, "自付累计超过 13,126.67 的部分 × 60%", REPORTED),
            _step(StepName.FUND_TOTAL, 30_300, "27,940.00 + 2,360.00"),
            _step(StepName.CASH, 19_700, "50,000.00 − 30,300.00"),
        ),
        figures=(),
        gaps=(),
        warnings=(says("医院逐项取整，真实结算单可能差几分钱。"),),
        year_to_date=None,
        narrows=(Narrows(FigureName.RATIO, Fen(280_000)),),
    )


def an_exact_interval(yuan: int) -> Interval:
    """An amount that is known."""
    return Interval(Fen(yuan * 100), Fen(yuan * 100), Fen(yuan * 100))


def some_money() -> MoneyAdvice:
    """The estimate with three other routes: one certainly better, one certainly worse, one that cannot be told."""
    return MoneyAdvice(
        as_is=an_estimate(),
        alternatives=(
            Alternative(
                route=Route.FILE_LONG_TERM,
                fund_total=Interval(Fen(3_130_000), Fen(3_230_000), Fen(3_390_000)),
                difference=Interval(Fen(120_000), Fen(200_000), Fen(260_000)),
                standing=Standing.BETTER,
                evidence=REPORTED,
            ),
            Alternative(
                route=Route.FILE_TEMPORARY,
                fund_total=Interval(Fen(2_050_000), Fen(2_400_000), Fen(2_730_000)),
                difference=Interval(Fen(-680_000), Fen(-500_000), Fen(-140_000)),
                standing=Standing.WORSE,
                evidence=TYPICAL,
            ),
            Alternative(
                route=Route.NOT_FILED,
                fund_total=Interval(Fen(1_820_000), Fen(2_300_000), Fen(3_100_000)),
                difference=Interval(Fen(-1_210_000), Fen(-700_000), Fen(70_000)),
                standing=Standing.CANNOT_TELL,
                evidence=TYPICAL,
            ),
        ),
    )


def a_filing() -> FilingAdvice:
    """To be filed as a long-term resident, with a commitment letter as the alternative."""
    return FilingAdvice(
        verdict=FilingVerdict.NEEDED,
        type=FilingType.LONG_TERM_RESIDENCE,
        why=(
            _rests("跨省看病要先备案；您在北京长期居住，按长期居住类备案。", "N-021"),
            _rests("备案以后，在北京看病的支付比例和在太原一样，不降。", "N-064"),
        ),
        materials=(
            Material(id="identity", name=says("身份凭证：医保码、身份证、社保卡任选一样"), facts=("N-018",)),
            Material(id="filing_form", name=says("备案登记表（网上办时由页面代替）"), facts=("N-018",)),
            Material(id="residence_proof", name=says("居住证明，如居住证"), facts=("N-021",)),
            Material(
                id="commitment_letter",
                name=says("个人承诺书"),
                required=False,
                instead_of="residence_proof",
                facts=("N-021",),
            ),
        ),
        channels=(
            _rests("国家医保服务平台 APP", "N-032"),
            _rests("国家异地就医备案小程序", "N-032"),
            _rests("太原市医保经办窗口", "N-032"),
        ),
        review_time=_rests("网上一般当天到两个工作日", "N-032"),
        validity=Validity(text=says("一直有效，到您变更或取消为止"), until=None, facts=("N-045",)),
        effective_from=date(2026, 12, 3),
        change_rule=_rests("随时可以在原来的渠道变更或取消", "N-045"),
        facts=("N-021", "N-045", "N-064"),
    )


def a_settlement() -> SettlementAdvice:
    """Settled directly once filed, with the whole way through the hospital and the manual claim as the way out."""
    return SettlementAdvice(
        verdict=SettlementVerdict.DIRECT_IF,
        why=(_rests("住院费用跨省直接结算已经全国开通。", "N-064"),),
        conditions=(
            _rests("备案在入院那天或之前生效。", "N-054"),
            _rests("医院是跨省联网的定点医院，开通了住院结算。", "N-032"),
        ),
        steps=(
            RouteStep(Moment.BEFORE, _rests("查一查医院是不是跨省联网定点医院。", "N-032")),
            RouteStep(Moment.REGISTRATION, _rests("出示医保码或社保卡，说明是外地参保。", "N-097")),
            RouteStep(Moment.REGISTRATION, _rests("请住院处登记成“异地医保”，不要登记成自费。", "N-097")),
            RouteStep(Moment.DURING, _rests("自费的药和耗材，先问清楚再签字。")),
            RouteStep(Moment.DISCHARGE, _rests("结账时再出示一次，只付自己那部分，拿好结算单。", "N-097")),
            RouteStep(Moment.AFTER, _rests("结算单和清单留好。")),
        ),
        bring=(
            Material(id="identity", name=says("医保码或社保卡、身份证"), facts=("N-097",)),
            Material(id="filing_proof", name=says("备案成功的页面截图"), required=False),
        ),
        if_it_fails=(
            _rests("先问医院医保办是哪一种原因：没备案、备案地不对、医院没开通，还是系统问题。", "N-132"),
            _rests("结账前补好备案，多半还能直接结算。", "N-054"),
        ),
        claim=ClaimAdvice(
            papers=(
                Material(id="identity", name=says("身份凭证"), facts=("N-100",)),
                Material(id="invoice", name=says("医院收费票据"), facts=("N-100",)),
                Material(id="list", name=says("住院费用清单"), facts=("N-100",)),
                Material(id="summary", name=says("诊断证明或出院小结"), facts=("N-100",)),
            ),
            where=_rests("太原市医保经办窗口", "N-100"),
            deadline=_rests("2027年3月13日前（按较早的说法）", "N-054"),
        ),
    )


def a_plan(money: MoneyAdvice | None = None) -> Plan:
    """A plan that uses every part a plan can have; without `money` there was no bill."""
    return Plan(
        filing=a_filing(),
        settlement=a_settlement(),
        money=money,
        checklist=(
            CheckItem(id="materials", text=says("备齐备案材料"), due=date(2026, 12, 1)),
            CheckItem(id="file", text=says("办好备案：异地长期居住人员，备到北京市"), due=date(2026, 12, 3)),
            CheckItem(id="network", text=says("查清医院开通了跨省住院结算"), due=date(2026, 12, 3)),
            CheckItem(id="card", text=says("带上医保码或社保卡、身份证")),
            CheckItem(id="call", text=says("打 0351-12393 问清楚支付比例")),
        ),
        deadlines=(
            Deadline(says("备案要在入院那天或之前生效"), date(2026, 12, 3), True, ("N-054",)),
            Deadline(says("结不了时，回太原手工报销"), date(2027, 3, 13), False, ("N-100",)),
            Deadline(says("大病保险的申请"), None, False),
        ),
        ask=(
            Ask(
                question=says("居民医保长期居住备案以后，在北京三级医院住院，报多少？"),
                assumed=says("63.5%"),
                provenance=TYPICAL,
                line="0351-12393",
                figure=FigureName.RATIO,
            ),
            Ask(
                question=says("手工报销最晚什么时候交单据？"),
                assumed=None,
                provenance=None,
                line="0351-12393",
                facts=("N-135",),
            ),
        ),
        warnings=(_rests("承诺书要如实填写，写了假话要负责任。", "N-021"),),
        facts=("N-021", "N-045", "N-064"),
    )
