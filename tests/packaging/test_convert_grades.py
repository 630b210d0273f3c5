"""How the dataset is read, what makes a spread, and which block may be called a local figure."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from convert_figures.blocks import blocks_of, populations_of
from convert_figures.dataset import Area
from convert_figures.judgement import Judgement, contradicted_blocks
from convert_figures.populations import Populations, percentile

from tests.packaging.dataset_at_hand import Raw, area, converted, drafts, judged, numbers, same, scheme

CAP = ("employee", "inpatient", "cap")
RATIO = ("employee", "inpatient", "ratio", "level3")


def test_municipalities_get_their_own_code(tmp_path: Path) -> None:
    """The dataset writes Beijing as a city, 110100: it is 110000 here, and so is its province."""
    beijing = area(tmp_path, "110100")
    assert (beijing.listed, beijing.code, beijing.province) == ("110100", "110000", "110000")
    assert area(tmp_path, "140100").code == "140100"


def test_numbers_are_read_as_they_are_written(tmp_path: Path) -> None:
    """0.895 stays 895 thousandths: no binary fraction on the way."""
    package = scheme(inpatient={"levels": same([10478.4, 0.895, 0.045])})
    figures = area(tmp_path, employee=package).schemes["employee"].inpatient.levels["level3"]
    assert (figures.deductible, figures.ratio, figures.bonus) == (
        Decimal("10478.4"),
        Decimal("0.895"),
        Decimal("0.045"),
    )


def test_nines_mean_no_cap(tmp_path: Path) -> None:
    """9,999,999 is how the dataset writes that there is none."""
    blocks = converted(area(tmp_path, employee=scheme(outpatient={"cap": 9999999, "cap_retired": 9999999})))
    [cap] = drafts(blocks, "employee", "outpatient", "cap")
    assert cap.span.value is None


def test_nines_end_no_band(tmp_path: Path) -> None:
    """Above 100,000 yuan 75 % up to 9,999,999 is 75 % without end: nothing follows that pays 0."""
    tiers = [[12000, 30000, 0.6], [30000, 100000, 0.65], [100000, 9999999, 0.75]]
    blocks = converted(area(tmp_path, resident=scheme(catastrophic={"deductible": 12000, "tiers": tiers})))
    [critical] = drafts(blocks, "resident", "inpatient", "critical")
    assert numbers(critical.span.value["tiers"]) == [
        ["0", "30000", "0.6"], ["30000", "100000", "0.65"], ["100000", None, "0.75"],
    ]  # fmt: skip


def test_the_spread_runs_from_the_tenth_to_the_ninetieth_percentile() -> None:
    """Of ten figures the first and the ninth: always figures that some area has."""
    ten = [Decimal(one) for one in (10, 20, 30, 40, 50, 60, 70, 80, 90, 100)]
    assert numbers([percentile([*ten], Decimal("0.1")), percentile([*ten], Decimal("0.9"))]) == ["10", "90"]
    assert percentile([Decimal(7)], Decimal("0.9")) == 7


def test_five_areas_make_a_province_of_their_own() -> None:
    """With four the country speaks; the likely value always lies inside, and no cap lies above every other."""
    populations = Populations()
    for value in (100, 200, 300, 400):
        populations.add(CAP, "140000", Decimal(value))
    for value in (1000, 2000):
        populations.add(CAP, "440000", Decimal(value))
    assert numbers(populations.around(Decimal(250), CAP, "140000")) == ["100", "2000"]
    populations.add(CAP, "140000", Decimal(500))
    assert numbers(populations.around(Decimal(250), CAP, "140000")) == ["100", "500"]
    assert numbers(populations.around(Decimal(900), CAP, "140000")) == ["100", "900"]
    assert numbers(populations.around(None, CAP, "140000")) == ["100", None]
    assert numbers(populations.around(Decimal(250), CAP, "140000", [Decimal(50)])) == ["50", "500"]
    assert numbers(populations.around(Decimal(3), ("employee", "inpatient", "unheard of"), "140000")) == ["3", "3"]


def test_where_a_province_is_uniform_the_country_says_how_wide() -> None:
    """Five equal figures are a copy, not a certainty; one that stands out beyond the percentile changes nothing."""
    populations = Populations()
    for value in ("0.85",) * 10 + ("0.99",):
        populations.add(RATIO, "130000", Decimal(value))
    for value in ("0.70", "0.80", "0.90", "0.91"):
        populations.add(RATIO, "440000", Decimal(value))
    # Of the country's fifteen the second (0.80) and the fourteenth (0.91) stand at the tenths; Hebei's are both 0.85.
    assert numbers(populations.around(Decimal("0.85"), RATIO, "130000")) == ["0.8", "0.91"]
    assert populations.usual(RATIO, "130000") == Decimal("0.85")


def test_only_individual_blocks_make_the_spread(tmp_path: Path) -> None:
    """A template's 0.99 widens nobody's range."""
    own = area(tmp_path, "140100")
    template = area(tmp_path, "140200", employee=scheme(inpatient={"levels": same([100, 0.99, 0])}))
    judgement = judged("individual", "140100")
    verdicts = {**judgement.verdicts, **judged("template", "140200").verdicts}
    populations = populations_of([own, template], Judgement(verdicts, frozenset(), frozenset()))
    assert populations.around(Decimal("0.8"), ("employee", "inpatient", "ratio", "level3"), "140000") == (
        Decimal("0.8"), Decimal("0.8"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("verdict", "evidence", "source", "unchecked"),
    [
        ("individual", "reported", "140100-notice", True),
        ("template", "typical", "figures-dataset", False),
        ("doubtful", "typical", "figures-dataset", False),
    ],
)
def test_only_individual_blocks_are_reported(
    tmp_path: Path, verdict: str, evidence: str, source: str, unchecked: bool
) -> None:
    """Everything else is common practice and rests on the dataset alone, not on a document it names."""
    block = converted(area(tmp_path), verdict)[1]
    assert (block.kinds, block.start) == (("inpatient",), date(2024, 7, 1))
    assert (block.evidence, block.source, block.unchecked) == (evidence, source, unchecked)


def test_a_block_that_a_find_contradicts_is_not_reported(tmp_path: Path) -> None:
    """Whatever trust.json says: the find speaks of a city, or of its whole province."""
    for region in ("140100", "140000"):
        finds = [{"topic": "inpatient", "regions": [region], "schemes": ["employee"], "agrees_with_dataset": False}]
        judgement = judged("individual", "140100", contradicted=contradicted_blocks(finds))
        one = area(tmp_path)
        evidence = {
            (block.scheme, block.kinds): block.evidence
            for block in blocks_of(one, judgement, populations_of([one], judgement))
        }
        assert evidence["employee", ("inpatient",)] == "typical"
        assert evidence["employee", ("outpatient",)] == "reported"
        assert evidence["resident", ("inpatient",)] == "reported"


def test_only_disagreement_on_figures_contradicts() -> None:
    """A find that agrees, cannot be compared, or is about filing contradicts nothing; tiers are employees."""
    finds: list[Raw] = [
        {"topic": "inpatient", "regions": ["1"], "schemes": ["employee"], "agrees_with_dataset": True},
        {"topic": "inpatient", "regions": ["2"], "schemes": ["employee"], "agrees_with_dataset": None},
        {"topic": "filing", "regions": ["3"], "schemes": ["employee"], "agrees_with_dataset": False},
        {"topic": "critical", "regions": ["4"], "schemes": ["employee_tier1"], "agrees_with_dataset": False},
    ]
    assert contradicted_blocks(finds) == {("4", "employee", "catastrophic")}


@pytest.mark.parametrize(
    ("url", "hidden", "shown"),
    [
        ("http://ybj.taiyuan.gov.cn/1.html", False, True),
        ("http://ybj.taiyuan.gov.cn/1.html", True, False),
        ("http://www.gov.cn.example.com/1.html", False, False),
        ("http://mp.weixin.qq.com/s/1", False, False),
    ],
)
def test_only_official_links_ship(tmp_path: Path, url: str, hidden: bool, shown: bool) -> None:
    """On gov.cn, and not among those that repeat across cities."""
    one = area(tmp_path)
    document = one.documents["notice"]
    linked = Area(
        listed=one.listed, name=one.name, province_name=one.province_name, schemes=one.schemes, conflicts=(),
        documents={"notice": type(document)("notice", "办法", "", (), "", "2024-07-01", url)},
    )  # fmt: skip
    links = frozenset({("140100", "notice")}) if hidden else frozenset[tuple[str, str]]()
    judgement = Judgement({}, links, frozenset())
    assert judgement.link(linked, "notice") == (url if shown else None)
