"""The lookup: each figure on its own, by day, place and circumstances, and a gap where nobody says anything."""

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TypeVar

import pytest

from desktop_app.domain.care import CareKind, FilingType, Level, Reason
from desktop_app.domain.evidence import Evidence
from desktop_app.domain.figure import (
    AccountOrder,
    DeductibleBasis,
    Factor,
    Figure,
    Gap,
    Points,
    Schedule,
    Segment,
)
from desktop_app.domain.message import message
from desktop_app.domain.money import Fen
from desktop_app.domain.person import Assistance, Scheme, Status
from desktop_app.storage.figure_lookup import FigureShelf
from tests.storage.figures_at_hand import asked, shelf, stay

T = TypeVar("T")


def block(text: str, region: str = "140100", scheme: str = "employee", kind: str = "kind: inpatient") -> str:
    """A block of reported figures in force from 2025; lines of `text` are its entries."""
    lines = "".join(f"  - {{{line.strip()}}}\n" for line in text.strip().splitlines())
    shared = f'- region: "{region}"\n  scheme: {scheme}\n  {kind}\n  source: notice\n  evidence: reported\n'
    return f"{shared}  from: 2025-01-01\n  figures:\n{lines}"


def book(folder: Path, *blocks: str) -> FigureShelf:
    """A shelf with these blocks in one file."""
    return shelf(folder, p140000='province: "140000"\nblocks:\n' + "".join(blocks))


def known(figure: Figure[T] | Gap) -> Figure[T]:
    """The figure, which must be there."""
    assert isinstance(figure, Figure)
    return figure


def bounds(figure: Figure[T] | Gap) -> tuple[T, T, T]:
    """Lowest, likely, highest."""
    found = known(figure)
    return found.low, found.value, found.high


def plain(low: int, likely: int, high: int) -> tuple[Schedule, Schedule, Schedule]:
    """Ratios in per cent as schedules of one band."""
    one, two, three = (Schedule(segments=(Segment(None, Fraction(ratio, 100)),)) for ratio in (low, likely, high))
    return one, two, three


# -- day and place


def test_the_day_of_service_decides(tmp_path: Path) -> None:
    """The old cap holds to the last day of 2025, the new one from the first of 2026, and nothing before 2025."""
    figures = book(
        tmp_path,
        block("""
        figure: cap, value: 500000, until: 2026-01-01
        figure: cap, value: 600000, from: 2026-01-01
    """),
    )
    assert known(asked(figures, stay(on=date(2025, 12, 31))).cap).value == 50_000_000
    assert known(asked(figures, stay(on=date(2026, 1, 1))).cap).value == 60_000_000
    assert isinstance(asked(figures, stay(on=date(2024, 12, 31))).cap, Gap)


def test_the_most_specific_place_counts_figure_by_figure(tmp_path: Path) -> None:
    """A county's deductible, its city's ratio and the province's cap, each with its own ground."""
    figures = book(
        tmp_path,
        block("figure: deductible, value: 200, evidence: official", region="140121"),
        block("figure: deductible, value: 800\nfigure: ratio, value: 0.82, evidence: typical"),
        block("figure: deductible, value: 900\nfigure: ratio, value: 0.8\nfigure: cap, value: 70000", region="140000"),
    )
    found = asked(figures, stay(insured_region="140121"))
    assert (known(found.deductible).value, known(found.deductible).provenance.evidence) == (
        (20_000,),
        Evidence.OFFICIAL,
    )
    assert (bounds(found.ratio), known(found.ratio).provenance.evidence) == (plain(82, 82, 82), Evidence.TYPICAL)
    assert (known(found.cap).value, known(found.cap).provenance.evidence) == (7_000_000, Evidence.REPORTED)
    assert known(asked(figures, stay()).deductible).value == (80_000,)


def test_a_place_without_figures_gets_nobody_elses(tmp_path: Path) -> None:
    """Datong has nothing here: every figure is a gap that says so and gives Datong's line."""
    figures = book(tmp_path, block("figure: deductible, value: 800\nfigure: ratio, value: 0.82\nfigure: cap, value: 9"))
    found = asked(figures, stay(insured_region="140200"))
    for figure in (found.deductible, found.ratio, found.cap):
        assert isinstance(figure, Gap)
        assert figure.line == "0352-12393"
    assert isinstance(found.ratio, Gap)
    assert found.ratio.why == message(
        "figures.gap.nothing",
        area="大同市",
        figure=message("figures.name.ratio"),
        kind=message("terms.kind.inpatient"),
        day=date(2026, 6, 15),
    )


def test_a_code_nobody_knows_has_no_line(tmp_path: Path) -> None:
    """Hong Kong has no pooling area: gaps without a number to call."""
    found = asked(book(tmp_path, block("figure: ratio, value: 0.82")), stay(insured_region="810000"))
    assert isinstance(found.ratio, Gap)
    assert (found.ratio.line, found.ratio.why) == (None, message("figures.gap.area", region="810000"))


# -- circumstances


def test_the_rule_with_more_conditions_counts(tmp_path: Path) -> None:
    """Level 3 has its own ratio, retired people at level 3 another one."""
    figures = book(
        tmp_path,
        block("""
        figure: ratio, value: 0.90
        figure: ratio, level: level3, value: 0.82
        figure: ratio, level: level3, status: retired, value: 0.91
    """),
    )
    assert bounds(asked(figures, stay(level=Level.LEVEL2)).ratio) == plain(90, 90, 90)
    assert bounds(asked(figures, stay()).ratio) == plain(82, 82, 82)
    assert bounds(asked(figures, stay(status=Status.RETIRED)).ratio) == plain(91, 91, 91)


def test_every_condition_is_heeded(tmp_path: Path) -> None:
    """Tier, family doctor, age, disease, relation, filing, reason, care area and hardship each open their own rule."""
    figures = book(tmp_path, block("""
        figure: cap, value: 1
        figure: cap, tier: tier2, value: 2
        figure: cap, tier: tier1, family_doctor: true, value: 3
        figure: cap, tier: tier1, family_doctor: false, age: {from: 70}, value: 4
        figure: cap, tier: tier1, family_doctor: false, disease: 血友病, age: {under: 70}, value: 5
        figure: elsewhere, relation: same_province, value: {points: 0.01}
        figure: elsewhere, relation: cross_province, filing: long_term, value: {points: 0.02}
        figure: elsewhere, relation: cross_province, filing: unfiled, value: {points: 0.03}
        figure: elsewhere, filing: unfiled, relation: cross_province, reason: study, value: {points: 0.04}
        figure: elsewhere, filing: unfiled, reason: self_chosen, care_area: 510000, value: {points: 0.05}
        figure: assistance, assistance: low_income, value: {deductible: 0, ratio: 0.7, cap: 50000}
    """))  # fmt: skip

    def cap(**changes: object) -> object:
        return known(asked(figures, stay(**{"tier": "tier1", **changes})).cap).value

    def cut(**changes: object) -> object:
        return known(asked(figures, stay(**{"care_region": "510100", **changes})).elsewhere).value

    assert (cap(), cap(family_doctor=True), cap(age=70), cap(disease="血友病"), cap(tier="tier2", age=70)) == (
        100, 300, 400, 500, 200,
    )  # fmt: skip
    assert cut(care_region="140200") == Points(Fraction(1, 100))
    assert cut(filing_type=FilingType.WORK_POST) == Points(Fraction(2, 100))
    assert cut(reason=Reason.REFERRAL) == Points(Fraction(3, 100))
    assert cut(reason=Reason.STUDY) == Points(Fraction(4, 100))
    assert cut(reason=Reason.SELF_CHOSEN) == Points(Fraction(5, 100))
    poor = known(asked(figures, stay(assistance=Assistance.LOW_INCOME)).assistance).value
    assert poor is not None
    assert poor.ratio == Fraction(7, 10)
    assert isinstance(asked(figures, stay(assistance=Assistance.POVERTY_RISK)).assistance, Gap)


def test_stated_for_others_only_is_a_gap_of_its_own(tmp_path: Path) -> None:
    """The ratio is on record for the retired; a working person is told that, not that there is none."""
    found = asked(book(tmp_path, block("figure: ratio, status: retired, value: 0.91")), stay())
    assert isinstance(found.ratio, Gap)
    assert found.ratio.why.id == "figures.gap.answers"


# -- answers nobody gave


def test_an_unknown_level_gives_a_range_around_level_3(tmp_path: Path) -> None:
    """Likely as at level 3, between the lowest and the highest of all levels, and only common practice."""
    figures = book(
        tmp_path,
        block(
            """
        figure: deductible, level: level1, value: [300, 150, 0]
        figure: deductible, level: level2, value: [500, 250, 0]
        figure: deductible, level: level3, value: [800, 400], low: 700, high: [900, 450]
        figure: ratio, level: level1, value: 0.90
        figure: ratio, level: [level2, level3], value: [[40000, 0.82], [null, 0.88]]
    """.replace("low: 700", "low: [700, 350]")
        ),
    )
    found = asked(figures, stay(level=Level.UNKNOWN))
    assert bounds(found.deductible) == ((30_000, 15_000, 0), (80_000, 40_000, 40_000), (90_000, 45_000, 45_000))
    low, likely, high = (schedule.segments for schedule in bounds(found.ratio))
    assert likely == (Segment(Fen(4_000_000), Fraction(82, 100)), Segment(None, Fraction(88, 100)))
    assert low == likely
    assert high == (Segment(Fen(4_000_000), Fraction(90, 100)), Segment(None, Fraction(90, 100)))
    ground = known(found.deductible).provenance
    assert ground.evidence is Evidence.TYPICAL
    assert ground.remarks == (message("figures.remark.range", answers=(message("figures.answer.level"),)),)


def test_an_unknown_status_makes_the_bonus_of_the_retired_possible(tmp_path: Path) -> None:
    """Working or retired: the bonus is nothing or five points, likely nothing."""
    figures = book(tmp_path, block("figure: ratio, value: 0.82\nfigure: bonus, status: retired, value: 0.05"))
    assert bounds(asked(figures, stay(status=None)).bonus) == (Fraction(0), Fraction(0), Fraction(5, 100))
    assert bounds(asked(figures, stay()).bonus) == (Fraction(0),) * 3
    assert bounds(asked(figures, stay(status=Status.RETIRED)).bonus) == (Fraction(5, 100),) * 3


def test_an_unknown_filing_gives_a_range_over_what_it_may_be(tmp_path: Path) -> None:
    """Filed for a referral 10 points less, unfiled 20: between them where nobody knows, likely unfiled."""
    figures = book(
        tmp_path,
        block(
            """
        figure: elsewhere, relation: cross_province, filing: referral, value: {points: 0.10}
        figure: elsewhere, relation: cross_province, filing: unfiled, value: {points: 0.20}
    """
        ),
    )
    away = stay(care_region="110000", reason=Reason.REFERRAL, filings=(None, FilingType.REFERRAL))
    low, likely, high = bounds(asked(figures, away).elsewhere)
    assert (low, likely, high) == (Points(Fraction(1, 10)), Points(Fraction(1, 5)), Points(Fraction(1, 5)))
    ground = known(asked(figures, away).elsewhere).provenance
    assert ground.remarks == (message("figures.remark.range", answers=(message("figures.answer.filing"),)),)


def test_an_unknown_age_gives_a_range_of_the_ages_the_status_allows(tmp_path: Path) -> None:
    """An adult's age may be on either side of 60, an elderly person's is not under it."""
    figures = book(
        tmp_path,
        block(
            """
        figure: ratio, age: {under: 60}, value: 0.60
        figure: ratio, age: {from: 60}, value: 0.70
    """,
            scheme="resident",
        ),
    )
    adult = stay(scheme=Scheme.RESIDENT, status=Status.ADULT, age=None)
    assert bounds(asked(figures, adult).ratio) == plain(60, 60, 70)
    elderly = stay(scheme=Scheme.RESIDENT, status=Status.ELDERLY, age=None)
    assert bounds(asked(figures, elderly).ratio) == plain(70, 70, 70)


def test_answers_too_far_apart_are_asked_for(tmp_path: Path) -> None:
    """Points in one tier, a factor in the other: no range holds both, so the tier is asked."""
    figures = book(
        tmp_path,
        block("""
        figure: elsewhere, tier: tier1, value: {points: 0.1}
        figure: elsewhere, tier: tier2, value: {factor: 0.8}
    """),
    )
    found = asked(figures, stay(care_region="510100"))
    assert isinstance(found.elsewhere, Gap)
    assert found.elsewhere.why == message(
        "figures.gap.varies", figure=message("figures.name.elsewhere"), answers=(message("figures.answer.tier"),)
    )


# -- levels that an area does not tell apart


def test_a_level_not_told_apart_borrows_the_next_with_a_remark(tmp_path: Path) -> None:
    """Top level 3 hospitals pay as level 3, community centres as level 1, and the figure says so."""
    figures = book(
        tmp_path, block("figure: ratio, level: level1, value: 0.9\nfigure: ratio, level: level3, value: 0.8")
    )
    top = known(asked(figures, stay(level=Level.LEVEL3_TOP)).ratio)
    assert bounds(top) == plain(80, 80, 80)
    remark = message(
        "figures.remark.stands_in", level=message("terms.level.level3_top"), used=message("terms.level.level3")
    )
    assert top.provenance.remarks == (remark,)
    assert bounds(asked(figures, stay(level=Level.COMMUNITY)).ratio) == plain(90, 90, 90)
    assert isinstance(asked(figures, stay(level=Level.LEVEL2)).ratio, Gap)


def test_a_level_told_apart_keeps_its_own(tmp_path: Path) -> None:
    """Where the top hospitals have a ratio of their own, level 3's is not theirs."""
    figures = book(
        tmp_path, block("figure: ratio, level: level3, value: 0.7\nfigure: ratio, level: level3_top, value: 0.6")
    )
    assert bounds(asked(figures, stay(level=Level.LEVEL3_TOP)).ratio) == plain(60, 60, 60)


# -- what is neutral where nothing is said


def test_at_home_nothing_of_elsewhere_applies(tmp_path: Path) -> None:
    """In the pooling area itself, or with no place of care, the three figures for elsewhere are neutral."""
    figures = book(
        tmp_path,
        block("""
        figure: ratio, value: 0.82
        figure: elsewhere, value: {points: 0.1}
        figure: elsewhere_deductible, value: 1500
        figure: elsewhere_first_pay, value: 0.2
    """),
    )
    for home in (None, "140100", "140121"):
        found = asked(figures, stay(care_region=home))
        assert (known(found.elsewhere).value, known(found.elsewhere_deductible).value) == (None, None)
        assert known(found.elsewhere_first_pay).value == 0
    away = asked(figures, stay(care_region="140200"))
    assert known(away.elsewhere_deductible).value == (150_000,)
    hong_kong = asked(figures, stay(care_region="810000"))
    assert known(hong_kong.elsewhere).value == Points(Fraction(1, 10))


def test_a_stated_ratio_is_the_whole_ratio(tmp_path: Path) -> None:
    """No bonus, factor or cap per visit is said: they are neutral on the ratio's ground."""
    found = asked(book(tmp_path, block("figure: ratio, value: 0.82, note: 只说比例")), stay())
    assert (known(found.bonus).value, known(found.own_share_factor).value) == (Fraction(0), Fraction(1))
    assert known(found.cap_per_visit).value is None
    ground = known(found.bonus).provenance
    assert (ground.evidence, ground.source and ground.source.id, ground.note) == (Evidence.REPORTED, "notice", "")


def test_emergency_outpatient_care_borrows_outpatient_figures(tmp_path: Path) -> None:
    """As common practice only, with a remark; a rule for emergencies of its own counts first."""
    figures = book(
        tmp_path,
        block(
            """
        figure: ratio, value: 0.6
        figure: deductible_basis, value: annual
        figure: account_order, value: first
        figure: cap, value: 2000
        figure: cap, kind: emergency_outpatient, value: 3000
    """,
            kind="kind: outpatient",
        ),
    )
    found = asked(figures, stay(kind=CareKind.EMERGENCY_OUTPATIENT))
    assert bounds(found.ratio) == plain(60, 60, 60)
    assert known(found.ratio).provenance.evidence is Evidence.TYPICAL
    assert known(found.ratio).provenance.remarks == (message("figures.remark.outpatient"),)
    assert known(found.deductible_basis).value is DeductibleBasis.ANNUAL
    assert known(found.account_order).value is AccountOrder.FIRST
    assert (known(found.cap).value, known(found.cap).provenance.evidence) == (300_000, Evidence.REPORTED)


@pytest.mark.parametrize(
    "kind", [CareKind.CHRONIC_OUTPATIENT, CareKind.DRUGSTORE, CareKind.CHILDBIRTH, CareKind.INJURY]
)
def test_other_kinds_borrow_nothing(tmp_path: Path, kind: CareKind) -> None:
    """Neither stays nor outpatient visits speak for chronic care, drugstores, births or injuries."""
    both = "figure: ratio, value: 0.6\nfigure: cap, value: 2000\nfigure: deductible, value: 0"
    figures = book(tmp_path, block(both), block(both, kind="kind: outpatient"))
    found = asked(figures, stay(kind=kind))
    assert isinstance(found.ratio, Gap)
    assert isinstance(found.cap, Gap)
    assert isinstance(found.deductible, Gap)


# -- the dataset's shares


@pytest.mark.parametrize(
    ("share", "ratio", "points"),
    [("0.9", "0.80", Fraction(8, 100)), ("0.9", "0.895", Fraction(895, 10_000)), ("0.7", "0.80", Fraction(20, 100)),
     ("1", "0.80", Fraction(0))],
)  # fmt: skip
def test_a_share_of_the_local_ratio_becomes_points(tmp_path: Path, share: str, ratio: str, points: Fraction) -> None:
    """0.9 of 0.80 takes 8 points off, 0.9 of 0.895 8.95; 0.7 of 0.80 would take 24, more than the nation allows: 20."""
    figures = book(
        tmp_path,
        block(f"""
        figure: ratio, value: {ratio}
        figure: elsewhere, value: {{share: {share}}}, low: {{points: 0}}, high: {{points: 0.2}}
    """),
    )
    elsewhere = asked(figures, stay(care_region="510100")).elsewhere
    assert bounds(elsewhere) == (Points(Fraction(0)), Points(points), Points(Fraction(2, 10)))


def test_a_share_without_a_ratio_takes_the_most_the_nation_allows(tmp_path: Path) -> None:
    """Nobody knows of what it is nine tenths; the careful reading is the bound."""
    figures = book(tmp_path, block("figure: elsewhere, value: {share: 0.9}, low: {points: 0}, high: {points: 0.1}"))
    elsewhere = asked(figures, stay(care_region="510100")).elsewhere
    assert bounds(elsewhere) == (Points(Fraction(0)), Points(Fraction(1, 10)), Points(Fraction(1, 10)))


def test_a_share_counts_the_bonus_as_well(tmp_path: Path) -> None:
    """A retired person has 85 % at home: a tenth of it is 8.5 points."""
    figures = book(
        tmp_path,
        block("""
        figure: ratio, value: 0.80
        figure: bonus, status: retired, value: 0.05
        figure: elsewhere, value: {share: 0.9}, low: {points: 0}, high: {points: 0.1}
    """),
    )
    found = asked(figures, stay(care_region="510100", status=Status.RETIRED))
    assert known(found.elsewhere).value == Points(Fraction(85, 1000))


def test_a_factor_stays_a_factor(tmp_path: Path) -> None:
    """A region's own form is not translated."""
    figures = book(tmp_path, block("figure: ratio, value: 0.80\nfigure: elsewhere, value: {factor: 0.8}"))
    assert known(asked(figures, stay(care_region="510100")).elsewhere).value == Factor(Fraction(8, 10))
