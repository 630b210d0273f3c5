"""Decision rules as text: graded by their facts, refused with file and line, found where and when they hold."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.care import CareKind
from desktop_app.domain.evidence import Evidence
from desktop_app.domain.person import Scheme
from desktop_app.domain.policy import FilingEffect, FilingGround
from desktop_app.domain.region import Relation
from desktop_app.storage.compile_pack import build, check
from desktop_app.storage.rule_pack import RulePack
from tests.storage.small_facts import write_small_facts

FILING = "policy/filing.yaml"
AGREEMENT = "agreements/neighbours.yaml"
DAY = date(2026, 11, 21)


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """A small folder of facts without rules."""
    folder = write_small_facts(tmp_path / "data")
    (folder / "agreements").mkdir()
    return folder


def write(folder: Path, name: str, text: str) -> None:
    """Replaces one file of the folder."""
    (folder / name).write_text(text, encoding="utf-8")


def compiled(folder: Path) -> RulePack:
    """The pack made of the folder."""
    pack = folder.parent / "rules.sqlite"
    build(folder, pack)
    return RulePack.open(pack)


def test_a_rule_is_graded_by_its_fact(facts: Path) -> None:
    """N-002 is official in Taiyuan; N-001 is reported everywhere."""
    write(
        facts,
        FILING,
        '- {fact: N-002, region: "140100", effect: exempt}\n- {fact: N-001, region: CN, effect: required}\n',
    )
    with compiled(facts) as pack:
        own, nation = pack.filing_rules("140105", DAY)
    assert (own.binding.fact, own.binding.evidence, own.binding.region) == ("N-002", Evidence.OFFICIAL, "140100")
    assert (nation.binding.evidence, nation.effect) == (Evidence.REPORTED, FilingEffect.REQUIRED)
    assert (own.binding.national, nation.binding.national) == (False, True)


def test_everything_a_rule_says_comes_back(facts: Path) -> None:
    """Kinds, relations, schemes, tiers and days survive the way through the pack."""
    rule = (
        '- {fact: N-002, region: "140100", effect: exempt, ground: reason, relations: [cross_province],'
        ' areas: ["140000"], kinds: [outpatient], reasons: [referral], temporary_only: true,'
        " schemes: [employee], tiers: [tier2], from: 2025-01-01, until: 2027-01-01, ends: 试点到期}\n"
    )
    write(facts, FILING, rule)
    with compiled(facts) as pack:
        (found,) = pack.filing_rules("140100", DAY)
        assert pack.tiers("140105", Scheme.EMPLOYEE) == ("tier2",)
    assert found.ground is FilingGround.REASON
    assert found.relations == {Relation.CROSS_PROVINCE}
    assert found.areas == {"140000"}
    assert found.kinds == {CareKind.OUTPATIENT}
    assert found.temporary_only
    assert found.binding.schemes == {Scheme.EMPLOYEE}
    assert found.binding.tiers == {"tier2"}


@pytest.mark.parametrize(
    ("day", "rules"), [(date(2024, 12, 31), 0), (date(2025, 1, 1), 1), (date(2026, 12, 31), 1), (date(2027, 1, 1), 0)]
)
def test_a_rule_holds_from_its_first_day_up_to_its_last(facts: Path, day: date, rules: int) -> None:
    """Periods are half-open: the day of `until` is the first without the rule."""
    days = "from: 2025-01-01, until: 2027-01-01, ends: 试点到期"
    write(facts, FILING, f'- {{fact: N-002, region: "140100", effect: exempt, {days}}}\n')
    with compiled(facts) as pack:
        assert len(pack.filing_rules("140100", day)) == rules


def test_an_agreement_belongs_to_the_region_that_keeps_it(facts: Path) -> None:
    """Rules of an agreement are kept by insured region and say so."""
    write(facts, AGREEMENT, 'name: 邻居\nrules:\n  "140100":\n    - {fact: N-002, areas: ["140000"]}\n')
    with compiled(facts) as pack:
        (found,) = pack.filing_rules("140105", DAY)
    assert (found.ground, found.effect) == (FilingGround.AGREEMENT, FilingEffect.EXEMPT)
    assert found.areas == {"140000"}


def test_an_exception_is_left_out(facts: Path) -> None:
    """A rule of the province does not hold in the city it excepts."""
    write(facts, FILING, '- {fact: N-001, region: CN, effect: required, except: ["140100"]}\n')
    with compiled(facts) as pack:
        assert pack.filing_rules("140100", DAY) == ()


BROKEN = [
    ("unknown fact", FILING, "- {fact: N-001, region: CN}\n- {fact: N-009, region: CN}\n", 2, "N-009"),
    ("unknown region", FILING, '- {fact: N-001, region: "999999"}\n', 1, "999999"),
    ("unknown key", FILING, "- {fact: N-001, region: CN, kind: [inpatient]}\n", 1, "kind"),
    ("unknown choice", FILING, "- {fact: N-001, region: CN, effect: maybe}\n", 1, "maybe"),
    ("fact of another place", FILING, "- {fact: N-002, region: CN}\n", 1, "N-002"),
    ("days that run backwards", FILING, "- {fact: N-001, region: CN, from: 2026-01-01, until: 2025-01-01}\n", 1, ""),
    ("two lengths", "policy/claim_limits.yaml", "- {fact: N-001, region: CN, months: 3, days: 90}\n", 1, ""),
    ("no length", "policy/claim_limits.yaml", "- {fact: N-001, region: CN}\n", 1, ""),
    ("a percentage", "policy/commitment.yaml", "- {fact: N-001, region: CN, cut_points: 20}\n", 1, "20"),
    ("an agreement's fact", AGREEMENT, 'name: 邻居\nrules:\n  "140100":\n    - {fact: N-008}\n', 4, "N-008"),
]


@pytest.mark.parametrize(("_", "file", "text", "line", "named"), BROKEN, ids=[row[0] for row in BROKEN])
def test_a_broken_rule_is_refused_with_its_place(
    facts: Path, _: str, file: str, text: str, line: int, named: str
) -> None:
    """The build stops and names file, line and value."""
    write(facts, file, text)
    found = check(facts).problems
    assert [(problem.file, problem.line) for problem in found] == [(file, line)]
    assert named in f"{found[0].field} {found[0].value}"


def test_the_shipped_rules_rest_on_facts_shown_in_their_region(rulebook: RulePack) -> None:
    """Every rule somebody in Shenzhen or Taiyuan meets cites a fact they may see."""
    for code in ("440300", "140105", "320500", "500101"):
        shelves = (rulebook.filing_rules, rulebook.claim_limits, rulebook.channels, rulebook.validity_rules)
        for shelf in shelves:
            for rule in shelf(code, DAY):
                assert rulebook.fact(rule.binding.fact, code) is not None


def test_the_most_specific_place_comes_first(rulebook: RulePack) -> None:
    """Guangzhou's own, then Guangdong's, then the nation's."""
    regions = [rule.binding.region for rule in rulebook.validity_rules("440106", DAY)]
    assert regions == sorted(regions, key=["440106", "440100", "440000", "CN"].index)
