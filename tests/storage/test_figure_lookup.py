"""The lookup: each figure on its own, by day, place and circumstances, and a gap where nobody says anything."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from desktop_app.domain.care import CareKind, FilingType, Level, Reason
from desktop_app.domain.evidence import Evidence
from desktop_app.domain.figure import (
    AccountOrder,
    DeductibleBasis,
    Gap,
    Points,
)
from desktop_app.domain.message import message
from desktop_app.domain.person import Assistance, Status
from tests.storage.figures_at_hand import asked, block, book, bounds, known, plain, stay

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
