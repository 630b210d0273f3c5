"""Broken benefit figures: what they rest on, and how they stand to each other."""

from typing import Final

from tests.storage.broken_copy import Broken, Found, swap
from tests.storage.whole_facts import FIGURES

BROKEN_FIGURE_RULES: Final = (
    Broken(
        "a figure without source",
        FIGURES,
        swap("  source: rules-2022\n", ""),
        (
            Found(
                35,
                "source",
                "",
                "figures.missing",
                "source is missing: every figure needs a scheme, evidence, a source and the day from which it holds",
            ),
        ),
    ),
    Broken(
        "a figure without evidence",
        FIGURES,
        swap("  evidence: reported\n", ""),
        (
            Found(
                35,
                "evidence",
                "",
                "figures.missing",
                "evidence is missing: every figure needs a scheme, evidence, a source and the day from which it holds",
            ),
        ),
    ),
    Broken(
        "a figure without a first day",
        FIGURES,
        swap("  from: 2024-01-01\n", ""),
        (
            Found(
                35,
                "from",
                "",
                "figures.missing",
                "from is missing: every figure needs a scheme, evidence, a source and the day from which it holds",
            ),
        ),
    ),
    Broken(
        "a figure without scheme",
        FIGURES,
        swap("  scheme: employee\n  kind: chronic", "  kind: chronic"),
        (
            Found(
                35,
                "scheme",
                "",
                "figures.missing",
                "scheme is missing: every figure needs a scheme, evidence, a source and the day from which it holds",
            ),
        ),
    ),
    Broken(
        "an unknown evidence grade",
        FIGURES,
        swap("evidence: official", "evidence: certain"),
        (
            Found(
                11,
                "evidence",
                "certain",
                "rulebook.choice",
                "evidence: certain is not one of official, reported, typical",
            ),
        ),
    ),
    Broken(
        "a figure of the user's in the data",
        FIGURES,
        swap("evidence: official", "evidence: yours"),
        (
            Found(
                11,
                "evidence",
                "yours",
                "rulebook.choice",
                "evidence: yours is not one of official, reported, typical",
            ),
        ),
    ),
    Broken(
        "an unknown region",
        FIGURES,
        swap('- region: "140100"', '- region: "140900"'),
        (Found(7, "region", "140900", "rulebook.unknown", "region: nothing is called 140900"),),
    ),
    Broken(
        "an unknown fact",
        FIGURES,
        swap("value: 600}", "value: 600, fact: N-009}"),
        (Found(16, "fact", "N-009", "rulebook.unknown", "fact: nothing is called N-009"),),
    ),
    Broken(
        "an unknown document",
        FIGURES,
        swap("value: 600}", "value: 600, source: rumour}"),
        (Found(16, "source", "rumour", "rulebook.unknown", "source: nothing is called rumour"),),
    ),
    Broken(
        "an unknown area of care",
        FIGURES,
        swap('care_area: "140100"', 'care_area: "140900"'),
        (Found(25, "care_area", "140900", "rulebook.unknown", "care_area: nothing is called 140900"),),
    ),
    Broken(
        "an unknown disease",
        FIGURES,
        swap("[高血压]", "[高血圧]"),
        (Found(36, "disease", "高血圧", "rulebook.unknown", "disease: nothing is called 高血圧"),),
    ),
    Broken(
        "a figure graded better than its fact",
        FIGURES,
        swap("value: 500000,", "value: 500000, fact: N-001,"),
        (
            Found(
                22,
                "evidence",
                "official",
                "figures.graded",
                "fact N-001 may only be shown as reported in region 140100: nothing that rests on it is better",
            ),
        ),
    ),
    Broken(
        "a fact that is not shown there",
        FIGURES,
        swap(
            '- region: "140100"\n  scheme: employee\n  kind: chronic_outpatient\n  source: rules-2022',
            '- region: "140000"\n  scheme: employee\n  kind: chronic_outpatient\n  fact: N-002',
        ),
        (Found(36, "fact", "N-002", "rulebook.not_shown", "fact N-002 may not be used for region 140000"),),
    ),
    Broken(
        "a range that does not hold its value",
        FIGURES,
        swap("low: 0.80", "low: 0.86"),
        (
            Found(
                19,
                "low, high",
                "ratio",
                "figures.range",
                "low, value and high must have one shape and rise in this order",
            ),
        ),
    ),
    Broken(
        "a figure that ends before it begins",
        FIGURES,
        swap("value: 400000, until: 2026-01-01", "value: 400000, until: 2024-01-01"),
        (
            Found(
                21,
                "until",
                "2024-01-01",
                "figures.period",
                "until: 2024-01-01 is the first day it no longer holds and must lie after from",
            ),
        ),
    ),
    Broken(
        "overlapping dates",
        FIGURES,
        swap("value: 400000, until: 2026-01-01", "value: 400000, until: 2026-03-01"),
        (
            Found(
                22,
                "from",
                "2026-01-01",
                "figures.overlap",
                "from: 2026-01-01: same conditions and overlapping days as cap in 140000-shanxi.yaml:21: give "
                "the earlier one an until",
            ),
        ),
    ),
    Broken(
        "two figures as specific",
        FIGURES,
        swap(
            "  - {figure: elsewhere_deductible,",
            "  - {figure: own_share_factor, family_doctor: true, value: 0.9}\n  - {figure: elsewhere_deductible,",
        ),
        (
            Found(
                26,
                "figure",
                "own_share_factor",
                "figures.tie",
                "as many conditions as own_share_factor in 140000-shanxi.yaml:24, and both may hold at once: "
                "make one more specific",
            ),
        ),
    ),
    Broken(
        "a gap in validity",
        FIGURES,
        swap("value: 500000, from: 2026-01-01", "value: 500000, from: 2026-03-01"),
        (
            Found(
                21,
                "until",
                "2026-01-01",
                "figures.ends",
                "from 2026-01-01 on nothing says the cap this entry gave: add what follows, or say ends: why "
                "nothing is known",
            ),
        ),
    ),
    Broken(
        "an end without successor or reason",
        FIGURES,
        swap(", ends: 二档没有这一项", ""),
        (
            Found(
                23,
                "until",
                "2026-01-01",
                "figures.ends",
                "from 2026-01-01 on nothing says the bonus this entry gave: add what follows, or say ends: why "
                "nothing is known",
            ),
        ),
    ),
    Broken(
        "an end that needs no reason",
        FIGURES,
        swap("value: 400000, until: 2026-01-01", "value: 400000, until: 2026-01-01, ends: 没有了"),
        (
            Found(
                21,
                "ends",
                "没有了",
                "figures.no_end",
                "ends explains nothing here, as other figures follow or none ends: take it out",
            ),
        ),
    ),
    Broken(
        "a deductible that falls with the level",
        FIGURES,
        swap("level: level2, value: 600", "level: level2, value: 1600"),
        (
            Found(
                17,
                "level",
                "level3",
                "figures.level",
                "level3: the deductible stands the wrong way round to 140000-shanxi.yaml:16 (deductibles rise "
                "with the level, ratios fall): correct one, or say not_monotone: why",
            ),
        ),
    ),
    Broken(
        "a ratio that rises with the level",
        FIGURES,
        swap("level: level1, value: 0.90", "level: level1, value: 0.84"),
        (
            Found(
                19,
                "level",
                "level2",
                "figures.level",
                "level2: the ratio stands the wrong way round to 140000-shanxi.yaml:18 (deductibles rise with "
                "the level, ratios fall): correct one, or say not_monotone: why",
            ),
        ),
    ),
    Broken(
        "an order that needs no reason",
        FIGURES,
        swap("level: level1, value: 0.90", "level: level1, value: 0.90, not_monotone: 文件如此"),
        (
            Found(
                18,
                "not_monotone",
                "文件如此",
                "figures.monotone",
                "not_monotone explains nothing here, as the levels stand as they should: take it out",
            ),
        ),
    ),
)
