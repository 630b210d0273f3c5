"""What the dataset writes in odd places: every rule by name, on blocks small enough to check by eye."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from convert_figures.blocks import blocks_of, populations_of
from convert_figures.drafts import DraftBlock, by_level, exact, span_of_stays
from convert_figures.judgement import Judgement
from convert_figures.wording import per_visit_levels, repeated, retired_deductibles

from tests.packaging.dataset_at_hand import area, converted, drafts, judged, levels, numbers, same, scheme


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("第二次减半，第三次起免除", [800, 400, 0]),
        ("年度内第二次减半，第三次起免收；退休首次降100元", [800, 400, 0]),
        ("同一年度第二次住院起起付线减半", [800, 400]),
        ("年度内第二次及以后降低50%", [800, 400]),
        ("第二次按50%，第三次起按25%", [800, 400, 200]),
        ("第二次减半，第三次起统一200元", [800, 400, 200]),
        ("年度首次1300元，第二次起650元", [1300, 650]),
        ("前两次设起付线，第三次起免除", [800, 800, 0]),
        ("年度内第二次及以上住院不设起付线", [800, 0]),
        ("每次递减200元，最低0元", [800, 600, 400, 200, 0]),
        ("年度内每次递减100元，最低500元", [800, 700, 600, 500]),
        ("第二次住院起，起付线降100元", [800, 700]),
        ("第二次住院起付降10%，多次按第二次执行", [800, 720]),
        ("第二次住院降20%，第三次及以上降30%", [800, 640, 560]),
        ("多次住院依次降20%，最多降40%", [800, 640, 480]),
        ("一级300/220/180，三级800/460/320元（一/二/三次起）", [800, 460, 320]),
        ("在职1500元、退休1200元，多次住院不递减", [800]),
        ("每次按医院级别扣起付线；市内转诊只补差额", [800]),
        ("每次扣一次；恶性肿瘤放化疗第二次减半，第三次起免", [800]),
        ("每次扣起付线；退休人员各级降100元", [800]),
    ],
)
def test_what_later_stays_cost(text: str, stays: list[int]) -> None:
    """The text on repeated stays, applied to a first deductible of 800 yuan."""
    rule = repeated(Decimal(800), text)
    assert ([int(one) for one in rule.likely], rule.known) == (stays, True)
    assert rule.low == rule.high == rule.likely


@pytest.mark.parametrize("text", [None, "二次及以上逐次递减", "年内多次住院按规定递减", "年度起付线累计不超过1400元"])
def test_later_stays_without_a_rule_may_cost_nothing(text: str | None) -> None:
    """Less, but nobody says by how much: between nothing and the first deductible."""
    rule = repeated(Decimal(800), text)
    assert numbers([rule.likely, rule.low, rule.high]) == [["800", "800"], ["800", "0"], ["800", "800"]]
    assert not rule.known


def test_lists_of_another_level_say_nothing_of_this_one() -> None:
    """Only the list that begins with this level's own deductible is its: 800 is not in 一级300/220/180."""
    assert not repeated(Decimal(800), "一级300/220/180，二级400/300/200").known
    assert repeated(Decimal(100), "年内第二次起起付线减半（100/200/400元）").likely == (Decimal(100), Decimal(50))


def test_less_and_less_from_level_2_up_may_be_full_below() -> None:
    """800, 560, 400, then nothing; at level 1 each stay may cost the same."""
    rule = repeated(Decimal(800), "二级以上第2次住院起付降30%，第3次降50%，第4次起免")
    assert numbers([rule.likely, rule.high]) == [["800", "560", "400", "0"], ["800"] * 4]


@pytest.mark.parametrize("text", ["同级别第二次起起付线减半", "年度第二次起起付线减半（社区及一级除外）"])
def test_half_but_not_everywhere_may_be_full(text: str) -> None:
    """At another level, or at a small hospital, the second stay costs as much as the first."""
    rule = repeated(Decimal(800), text)
    assert numbers([rule.likely, rule.high]) == [["800", "400"], ["800", "800"]]


def test_halving_each_time_is_read_both_ways() -> None:
    """Half of half, or half once and for all."""
    rule = repeated(Decimal(800), "第二次起递减50%")
    assert numbers([rule.likely, rule.high]) == [["800", "400", "200", "100"], ["800", "400", "400", "400"]]


def test_children_always_pay_half(tmp_path: Path) -> None:
    """成人第二次及以后减半；学生儿童均减半."""
    package = scheme(
        inpatient={"repeat_deductible": "成人第二次及以后减半；学生儿童均减半", "levels": same([300, 0.8, 0])}
    )
    found = drafts(converted(area(tmp_path, resident=package)), "resident", "inpatient", "deductible")
    assert [(draft.where, numbers(draft.span.value)) for draft in found] == [
        ({"status": ["adult", "elderly"]}, ["300", "150"]),
        ({"status": ["child", "student"]}, "150"),
    ]


def test_once_a_year_at_the_highest_level_is_an_annual_deductible(tmp_path: Path) -> None:
    """Ningbo's 多次住院按最高级别医院计一次: what is left of the year's deductible, whatever the stay."""
    package = scheme(inpatient={"repeat_deductible": "多次住院按最高级别医院计一次"})
    blocks = converted(area(tmp_path, employee=package))
    assert [one.span.value for one in drafts(blocks, "employee", "inpatient", "deductible_basis")] == ["annual"]
    found = drafts(blocks, "employee", "inpatient", "deductible")
    assert [(one.where["level"], numbers(one.span.value)) for one in found] == [
        ("level1", "200"), ("level2", "500"), ("level3", "800"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("退休人员起付线400元", {"level1": 400, "level2": 400, "level3": 400}),
        ("退休人员起付线减半为350元", {"level1": 350, "level2": 350, "level3": 350}),
        ("退休人员二级及以上起付线200元", {"level2": 200, "level3": 200}),
        ("退休住院起付线：三级750元、二级600元", {"level1": 300, "level2": 600, "level3": 750}),
        ("退休起付线一/二/三级50/200/300元", {"level1": 50, "level2": 200, "level3": 300}),
        ("每次扣起付线；退休人员各级降100元", {"level1": 200, "level2": 500, "level3": 700}),
        ("在职1500元、退休1200元，多次住院不递减", {"level1": 1200, "level2": 1200, "level3": 1200}),
        ("第二次起减半（在职500元、退休250元）", {}),
    ],
)
def test_deductibles_of_the_retired_in_notes(note: str, expected: dict[str, int]) -> None:
    """Level 1 has 300 yuan, level 2 600, level 3 800, community centres none: what has no deductible gets none."""
    own = {"community": Decimal(0), "level1": Decimal(300), "level2": Decimal(600), "level3": Decimal(800)}
    assert retired_deductibles([None, note], own) == expected


def test_the_retired_get_entries_of_their_own(tmp_path: Path) -> None:
    """A deductible in a field or in a note makes one entry for each status; the bonus is the retired's alone."""
    package = scheme(outpatient={"notes": ["退休人员起付线40元"], "cap_retired": 2500})
    blocks = converted(area(tmp_path, employee=package))
    found = drafts(blocks, "employee", "outpatient", "deductible")
    assert [(one.where, numbers(one.span.value)) for one in found] == [
        ({"status": "working"}, "100"), ({"status": "retired"}, "40"),
    ]  # fmt: skip
    [bonus] = drafts(blocks, "employee", "outpatient", "bonus")
    assert (bonus.where, numbers(bonus.span.value)) == ({"status": "retired"}, "0.05")
    caps = drafts(blocks, "employee", "outpatient", "cap")
    assert [(one.where["status"], numbers(one.span.value)) for one in caps] == [
        ("working", "2000"),
        ("retired", "2500"),
    ]
    assert drafts(blocks, "resident", "outpatient", "bonus") == []


def test_levels_that_repeat_their_neighbour_are_left_out(tmp_path: Path) -> None:
    """Community centres as level 1, the top as level 3: others stand in. All levels alike: one entry."""
    blocks = converted(area(tmp_path))
    ratios = drafts(blocks, "employee", "inpatient", "ratio")
    assert [(one.where["level"], numbers(one.span.value)) for one in ratios] == [
        ("level1", "0.9"), ("level2", "0.85"), ("level3", "0.8"),
    ]  # fmt: skip
    assert [one.where for one in drafts(blocks, "employee", "outpatient", "ratio")] == [{}]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("三级门诊起付80元按次计", {"level3", "level3_top"}),
        ("起付按次：一级20/二级40/三级90元", {"community", "level1", "level2", "level3", "level3_top"}),
        ("次均起付年度累计满300元后免收", {"community", "level1", "level2", "level3", "level3_top"}),
        ("须选点就医", set()),
    ],
)
def test_per_visit_only_in_a_note(note: str, expected: set[str]) -> None:
    """The field says annual, the note says that the deductible is taken from each visit."""
    assert per_visit_levels([note]) == expected


def test_a_level_without_deductible_goes_by_the_others_basis(tmp_path: Path) -> None:
    """Only level 3 has a deductible, per visit: then nothing is annual."""
    rows = levels([0, 0.6, 0], [0, 0.6, 0], [0, 0.55, 0], [80, 0.45, 0], [80, 0.45, 0])
    package = scheme(outpatient={"levels": rows, "notes": ["三级门诊起付80元按次计"]})
    found = drafts(converted(area(tmp_path, resident=package)), "resident", "outpatient", "deductible_basis")
    assert [(one.where, one.span.value) for one in found] == [({}, "per_visit")]


def test_outpatient_levels_that_repeat_stays_are_replaced(tmp_path: Path) -> None:
    """Copied levels get the usual figures of individual blocks; what the document says lies in the range."""
    inpatient = levels([200, 0.85, 0], [300, 0.9, 0], [600, 0.8, 0], [1000, 0.7, 0], [1000, 0.7, 0])
    copied = levels([0, 0.65, 0], [300, 0.9, 0], [600, 0.8, 0], [1000, 0.7, 0], [1000, 0.7, 0])
    wrong = area(
        tmp_path,
        "140100",
        conflicts=[
            {"field": "resident.outpatient.level3[1]", "structured": 0.7, "quoted": "0.4-0.5", "document": "notice"}
        ],
        resident=scheme(inpatient={"levels": inpatient}, outpatient={"levels": copied}),
    )
    right = area(tmp_path, "140200", resident=scheme(outpatient={"levels": same([0, 0.45, 0])}))
    verdicts = {**judged("doubtful", "140100").verdicts, **judged("individual", "140200").verdicts}
    judgement = Judgement(verdicts, frozenset(), frozenset())
    blocks = list(blocks_of(wrong, judgement, populations_of([wrong, right], judgement)))
    ratios = {str(one.where.get("level")): one.span for one in drafts(blocks, "resident", "outpatient", "ratio")}
    assert numbers([ratios["community"].value, ratios["level3"].value]) == ["0.65", "0.45"]
    assert numbers([ratios["level3"].low, ratios["level3"].high]) == ["0.4", "0.5"]
    [deductible] = drafts(blocks, "resident", "outpatient", "deductible")
    assert numbers(deductible.span.value) == "0"


def test_what_the_document_says_instead_lies_in_the_range(tmp_path: Path) -> None:
    """The field has 0.80, the cited document 0.75: the likely value stays, the range holds both."""
    conflict = {"field": "employee.inpatient.level3[1]", "structured": 0.8, "quoted": 0.75, "document": "notice"}
    ratios = drafts(converted(area(tmp_path, conflicts=[conflict])), "employee", "inpatient", "ratio")
    [level3] = [one.span for one in ratios if one.where["level"] == "level3"]
    assert numbers([level3.low, level3.value, level3.high]) == ["0.75", "0.8", "0.8"]


def combined(folder: Path, cap: int, supplement: int, note: str = "", conflict: int | None = None) -> list[DraftBlock]:
    """An employee scheme with this cap of stays and of the supplement."""
    quoted = [] if conflict is None else [
        {"field": "employee.inpatient.cap", "structured": cap, "quoted": conflict, "document": "notice"}
    ]  # fmt: skip
    package = scheme(
        outpatient={"notes": [note] if note else []},
        inpatient={"cap": cap},
        catastrophic={"cap": supplement, "tiers": [[0, None, 0.9]], "deductible": 0},
    )
    return converted(area(folder, conflicts=quoted, employee=package))


@pytest.mark.parametrize(
    ("cap", "supplement", "note", "conflict", "basic", "left"),
    [
        (580000, 480000, "住院58万元为统筹10万加大额48万", None, 100000, 480000),
        (500000, 350000, "职工住院限额50万元含统筹15万元及大额互助", None, 150000, 350000),
        (550000, 450000, "住院55万元为含大额合并封顶", None, 100000, 450000),
        (580000, 480000, "", 100000, 100000, 480000),
    ],
)
def test_a_combined_cap_is_taken_apart(  # noqa: PLR0917 -- a table of cases
    tmp_path: Path, cap: int, supplement: int, note: str, conflict: int | None, basic: int, left: int
) -> None:
    """By the note, by the cited document, or by taking the supplement off; the range reaches to what the field says."""
    blocks = combined(tmp_path, cap, supplement, note, conflict)
    [found] = drafts(blocks, "employee", "inpatient", "cap")
    assert (found.span.value, found.span.high) == (basic, cap)
    assert found.more["evidence"] == "typical"
    [beside] = drafts(blocks, "employee", "inpatient", "supplement")
    assert beside.span.value["cap"] == left


def test_a_cap_equal_to_the_supplements_is_the_sum(tmp_path: Path) -> None:
    """600,000 twice, and nobody says how it splits: the usual basic cap, the rest, a range over everything."""
    usual = area(
        tmp_path,
        "140200",
        employee=scheme(outpatient={"notes": ["住院58万元为统筹10万加大额48万"]}, inpatient={"cap": 580000}),
    )
    equal = area(tmp_path, "140100", employee=scheme(inpatient={"cap": 600000}, catastrophic={"cap": 600000}))
    judgement = judged("individual", "140100", "140200")
    blocks = list(blocks_of(equal, judgement, populations_of([usual, equal], judgement)))
    [cap] = drafts(blocks, "employee", "inpatient", "cap")
    assert (cap.span.value, cap.span.low, cap.span.high) == (100000, 100000, 600000)
    [supplement] = drafts(blocks, "employee", "inpatient", "supplement")
    assert [part["cap"] for part in (supplement.span.low, supplement.span.value, supplement.span.high)] == [
        0,
        500000,
        600000,
    ]
    assert supplement.more["evidence"] == "typical"


def test_one_ratio_from_the_first_yuan_is_a_supplement(tmp_path: Path) -> None:
    """Whatever its name; from where the basic cap ends as well. Residents have critical-illness insurance."""
    at_cap = {"deductible": 300000, "tiers": [[300000, None, 0.8]], "cap": None}
    for terms in ({}, at_cap):
        blocks = converted(area(tmp_path, employee=scheme(catastrophic=terms)))
        [supplement] = drafts(blocks, "employee", "inpatient", "supplement")
        assert supplement.where == {"kind": "inpatient"}
        assert drafts(blocks, "employee", "inpatient", "critical") == []
        assert len(drafts(blocks, "resident", "inpatient", "critical")) == 1
        assert drafts(blocks, "resident", "inpatient", "supplement") == []


def test_tiers_above_a_deductible_are_critical_illness_insurance(tmp_path: Path) -> None:
    """Then the dataset says nothing of a supplement, and the entry says so."""
    terms = {"deductible": 12000, "tiers": [[12000, 50000, 0.65], [50000, None, 0.75]], "cap": 400000}
    blocks = converted(area(tmp_path, employee=scheme(catastrophic=terms)))
    [critical] = drafts(blocks, "employee", "inpatient", "critical")
    assert (critical.span.value["origin"], critical.span.value["deductible"]) == ("zero", 12000)
    assert numbers(critical.span.value["tiers"]) == [["0", "50000", "0.65"], ["50000", None, "0.75"]]
    flags = [part["counts_elsewhere_loss"] for part in (critical.span.low, critical.span.value, critical.span.high)]
    assert flags == [False, False, True]
    [supplement] = drafts(blocks, "employee", "inpatient", "supplement")
    assert (supplement.span.value, bool(supplement.note)) == (None, True)


def test_tiers_from_zero_under_a_deductible_are_counted_above_it(tmp_path: Path) -> None:
    """[0, 50000] under a deductible of 10,000 means the first 50,000 above it."""
    terms = {"deductible": 10000, "tiers": [[0, 50000, 0.6], [50000, None, 0.7]], "cap": 300000}
    [critical] = drafts(
        converted(area(tmp_path, resident=scheme(catastrophic=terms))), "resident", "inpatient", "critical"
    )
    assert (critical.span.value["origin"], bool(critical.note)) == ("deductible", True)


def test_residents_always_bear_something_before_critical_illness_insurance(tmp_path: Path) -> None:
    """Shanghai's 60 % from the first yuan is one in 348: the usual 14,000 is likelier, and none at all in its range."""
    terms = {"140100": (12000, 0.6), "140200": (14000, 0.6), "140300": (16000, 0.6), "310100": (0, 0.6)}
    cities = [
        area(tmp_path, code, resident=scheme(catastrophic={"deductible": first, "tiers": [[first, None, ratio]]}))
        for code, (first, ratio) in terms.items()
    ]
    judgement = judged("individual", *terms)
    shanghai = list(blocks_of(cities[-1], judgement, populations_of(cities, judgement)))
    [critical] = drafts(shanghai, "resident", "inpatient", "critical")
    parts = (critical.span.value, critical.span.low, critical.span.high)
    assert numbers([part["deductible"] for part in parts]) == ["14000", "0", "16000"]
    assert (critical.more["evidence"], critical.more["unchecked"]) == ("typical", False)
    taiyuan = list(blocks_of(cities[0], judgement, populations_of(cities, judgement)))
    [critical] = drafts(taiyuan, "resident", "inpatient", "critical")
    assert numbers([critical.span.value["deductible"], critical.span.low["deductible"]]) == ["12000", "12000"]


def test_a_last_tier_with_an_end_pays_nothing_beyond_it(tmp_path: Path) -> None:
    """Bounds must run on for ever: above the last the ratio is 0."""
    terms = {"deductible": 10000, "tiers": [[10000, 300000, 0.6]], "cap": None}
    [critical] = drafts(
        converted(area(tmp_path, resident=scheme(catastrophic=terms))), "resident", "inpatient", "critical"
    )
    assert numbers(critical.span.value["tiers"]) == [["0", "300000", "0.6"], ["300000", None, "0"]]


def test_shares_elsewhere_are_never_a_local_rule(tmp_path: Path) -> None:
    """Typical even in an individual block, inside the nation's bounds; nothing is said of long-term filings."""
    block = converted(area(tmp_path))[3]
    assert (block.kinds, block.evidence, block.source, block.start) == (
        (),
        "typical",
        "figures-dataset",
        date(2023, 1, 1),
    )
    said = [(one.where["filing"], one.span.value["share"], one.span.high["points"]) for one in block.drafts]
    assert numbers(said) == [
        ["referral", "0.9", "0.1"],
        ["emergency", "0.9", "0.1"],
        ["other_temporary", "0.7", "0.2"],
        ["unfiled", "0.7", "0.2"],
    ]


def test_a_level_nobody_speaks_of_gets_no_figure(tmp_path: Path) -> None:
    """Xiangyang's residents are paid at community centres and level 1; what levels 2 and 3 pay is not said."""
    rows = levels([0, 0.5, 0], [0, 0.5, 0], None, None, None)
    blocks = converted(area(tmp_path, resident=scheme(outpatient={"levels": rows})))
    for figure in ("deductible", "ratio"):
        assert [one.where for one in drafts(blocks, "resident", "outpatient", figure)] == [{"level": "level1"}]


def test_a_longer_list_of_the_same_stays_tells_no_level_apart() -> None:
    """500 each time, written for one stay or for two because of its range: the community centre goes by level 1."""
    plain = [Decimal(500)]
    twice = [Decimal(500), Decimal(500)]
    one, two = span_of_stays(plain, plain, plain), span_of_stays(twice, [Decimal(500), Decimal(0)], twice)
    other = exact(Decimal(800))
    spans = {"community": two, "level1": one, "level2": other, "level3": other, "level3_top": other}
    assert [draft.where for draft in by_level("deductible", spans)] == [
        {"level": "level1"}, {"level": ["level2", "level3"]},
    ]  # fmt: skip
