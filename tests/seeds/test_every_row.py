"""Every capability the five articles ask for has its test, named after it and described in its own words."""

import ast
from pathlib import Path
from typing import Final

import pytest

HERE: Final = Path(__file__).parent

ROWS: Final[dict[str, dict[str, str]]] = {
    "test_article_1_shenzhen.py": {
        "test_article_1_city_and_tier": "选参保城市与险种，认得“二档”",
        "test_article_1_where_to_go_once_filed": "判断已备案或已转诊后可去哪里",
        "test_article_1_choosing_an_institution": "外地门诊要不要选点",
        "test_article_1_three_situations_elsewhere": "按三种外出情形分别取比例",
        "test_article_1_outpatient_limit_by_year": "门诊统筹年限额按年度取值",
        "test_article_1_outpatient_share_by_level": "门诊按机构级别取比例",
        "test_article_1_no_share_without_a_place": "住院估算须给区间与前提 ⚠",
        "test_article_1_choosing_and_referral_at_home": "本地选点与转诊",
        "test_article_1_recognised_diseases": "门诊特定病种资格提醒",
        "test_article_1_three_steps": "三步流程：备案、选点、结算",
        "test_article_1_claim_for_a_stay": "住院费手工报销的条件与材料",
        "test_article_1_relatives_and_sharing": "家人代办与共济",
        "test_article_1_interruption": "断缴检查",
        "test_article_1_lost_card": "卡丢失提示",
        "test_article_1_shares_of_other_cities": "其他城市比例示例",
    },
    "test_article_2_outpatient.py": {
        "test_article_2_four_steps": "引导四步：备案、选医院、就诊结算、保存票据",
        "test_article_2_must_one_file": "判断要不要备案 ⚠",
        "test_article_2_channels": "列备案渠道",
        "test_article_2_papers_by_type": "按类别列材料 ⚠",
        "test_article_2_validity": "算有效期与到期提醒 ⚠",
        "test_article_2_checking_the_hospital": "医院核对单",
        "test_article_2_on_the_day": "就诊当天提醒卡",
        "test_article_2_when_settlement_fails": "结算失败处理",
        "test_article_2_scope_and_share": "解释报销范围与比例 ⚠",
        "test_article_2_outpatient_figures_of_nowhere": "估算职工门诊",
        "test_article_2_interruption": "断缴影响",
        "test_article_2_paying_after_retirement": "退休后是否还要缴",
        "test_article_2_dialysis_and_transplants": "大病费用提醒",
        "test_article_2_whom_to_ask": "咨询去向",
    },
    "test_article_3_special_diseases.py": {
        "test_article_3_first_checks": "前置检查",
        "test_article_3_settled_across_provinces": "判断病种能否跨省直接结算 ⚠",
        "test_article_3_filing_type": "选备案类型",
        "test_article_3_papers_for_the_long_term": "列长期备案材料 ⚠",
        "test_article_3_papers_for_a_trip": "列临时备案材料 ⚠",
        "test_article_3_filing_online": "线上办理步骤",
        "test_article_3_filing_at_the_window": "线下办理步骤",
        "test_article_3_filing_once": "是否要到就医地再备案 ⚠",
        "test_article_3_review_time": "审核时限提示",
        "test_article_3_recognised_again": "病种要不要在就医地重认 ⚠",
        "test_article_3_papers_for_recognition": "认定材料清单",
        "test_article_3_settling": "结算与自付说明",
        "test_article_3_share": "比例规则",
        "test_article_3_guangdongs_list": "广东病种目录",
        "test_article_3_residents_cap": "居民封顶与次数",
        "test_article_3_assisted_reproduction": "辅助生殖提示",
    },
    "test_article_4_shenzhen_account.py": {
        "test_article_4_inside_and_outside_the_province": "省内／省外判定要不要备案 ⚠",
        "test_article_4_six_categories": "六类备案的资格问答",
        "test_article_4_national_types": "把深圳六类映射到国家两大类六小类 ⚠",
        "test_article_4_conditions": "年龄与户籍、单位类型、就学状态等条件判断",
        "test_article_4_personal_account": "个人账户直接结算资格",
        "test_article_4_treated_in_shenzhen": "外地人在深圳看病",
        "test_article_4_is_the_hospital_connected": "医院开通情况核对",
        "test_article_4_nothing_in_advance": "不垫付提示",
    },
    "test_article_5_shanxi.py": {
        "test_article_5_residents_limit": "居民门诊限额估算",
        "test_article_5_price_classes": "按收费类别取起付线和比例",
        "test_article_5_family_doctor": "家庭医生加成",
        "test_article_5_long_term_or_trip": "长期／临时判定 ⚠",
        "test_article_5_subtracting_points": "减百分点的算法",
        "test_article_5_ten_diseases": "职工慢特病跨省",
        "test_article_5_account_in_a_drugstore": "职工个人账户外地买药",
        "test_article_5_channels_and_credentials": "渠道与凭证",
        "test_article_5_validity": "有效期 ⚠",
        "test_article_5_stays_and_visits_apart": "门诊、住院分开结算",
        "test_article_5_catalogue_and_policy": "目录与政策口诀",
        "test_article_5_employer_in_arrears": "单位欠费提示",
        "test_article_5_not_filed": "未备案的去路",
        "test_article_5_hotline": "热线 ⚠",
        "test_article_5_treated_without_the_card": "卡丢失时怎么就医 ⚠",
        "test_article_5_new_card": "补卡、换卡、激活",
        "test_article_5_childbirth_amounts": "生育定额示例",
    },
    "test_common_skeleton.py": {
        "test_common_version_of_the_rules": "按“参保地＋险种＋人员情形＋就医日期”取规则版本",
        "test_common_grades_of_evidence": "三类来源分级显示（原文读过／转述／未核）",
        "test_common_four_ways_to_pay_less": "四种降待遇算法：减百分点、乘折扣、先自付、提高起付线",
        "test_common_two_catalogues": "直接结算与手工报销用不同目录",
        "test_common_rescue_first": "急诊分支永远先显示“先救治”",
        "test_common_stages": "阶段分支：未出发／已入院未出院／已出院",
    },
}
"""The rows of the six tables, by the file and the name of their test; ⚠ marks what the articles contradict."""


def declared_in(file: str) -> dict[str, ast.FunctionDef]:
    """The tests of a file by their names."""
    tree = ast.parse((HERE / file).read_text(encoding="utf-8"))
    return {
        node.name: node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


@pytest.mark.parametrize("file", ROWS)
def test_every_row_has_a_test(file: str) -> None:
    """One test per row, in the order of the rows, under the row's own words; and no test without a row."""
    tests = declared_in(file)
    assert list(tests) == list(ROWS[file])
    for name, row in ROWS[file].items():
        assert (ast.get_docstring(tests[name]) or "").splitlines()[0] == f"{row}。", name


@pytest.mark.parametrize("file", ROWS)
def test_every_test_asks_somebody(file: str) -> None:
    """Each puts a question to the counter and asserts something about the answer."""
    for name, test in declared_in(file).items():
        calls = {
            node.func.attr
            for node in ast.walk(test)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        }
        helped = {
            node.func.id for node in ast.walk(test) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert calls & {"plan", "estimate", "help", "asked"} or helped & {"visit", "at_home"}, name
        assert any(isinstance(node, ast.Assert) for node in ast.walk(test)), name


@pytest.mark.parametrize("file", ROWS)
def test_contradictions_show_both_sides(file: str) -> None:
    """A row marked ⚠ looks at the page that sets the statements side by side, and at what is decided."""
    for name, row in ROWS[file].items():
        if not row.endswith("⚠"):
            continue
        words = ast.unparse(declared_in(file)[name])
        assert "topic/contradictions" in words or "topic/lost_card" in words, name
        assert any(f"counter.{way}(" in words or f"{way}(counter" in words for way in ("plan", "estimate", "visit")), (
            name
        )
