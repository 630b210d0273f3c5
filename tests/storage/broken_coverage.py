"""Figures that are missing without a word, finds that cannot be counted, and what only wants a look."""

from typing import Final

from tests.storage.broken_copy import Broken, Found, gone, swap
from tests.storage.whole_facts import FIGURES, FINDS

BROKEN_COVERAGE: Final = (
    Broken(
        "a missing figure",
        FIGURES,
        swap("  - {figure: deductible_basis, value: per_admission}\n", ""),
        (
            Found(
                1,
                "gaps",
                "140100",
                "figures.gap",
                "太原市 (employee) lacks an inpatient figure for some level or status: add it, or name the "
                "area under gaps with the reason",
            ),
        ),
    ),
    Broken(
        "a gap nobody declares",
        FIGURES,
        swap('- {region: "140100", scheme: resident, kind: inpatient, reason: 没有找到}\n', ""),
        (
            Found(
                1,
                "gaps",
                "140100",
                "figures.gap",
                "太原市 (resident) lacks an inpatient figure for some level or status: add it, or name the "
                "area under gaps with the reason",
            ),
        ),
    ),
    Broken(
        "a gap of an unknown area",
        FIGURES,
        swap(
            '- {region: "140100", scheme: resident, kind: inpatient,',
            '- {region: ["140100", "140900"], scheme: resident, kind: inpatient,',
        ),
        (Found(4, "region", "140900", "rulebook.unknown", "region: nothing is called 140900"),),
    ),
    Broken(
        "a gap that is none",
        FIGURES,
        swap("gaps:\n", 'gaps:\n- {region: "140100", scheme: employee, kind: inpatient, reason: 没有找到}\n'),
        (
            Found(
                3,
                "gaps",
                "140100",
                "figures.no_gap",
                "太原市 (employee) has all its inpatient figures: take it out of gaps",
            ),
        ),
    ),
    Broken(
        "figures of an unknown province",
        FIGURES,
        swap('province: "140000"', 'province: "150000"'),
        (Found(1, "province", "150000", "rulebook.unknown", "province: nothing is called 150000"),),
    ),
    Broken(
        "a province without a word",
        FIGURES,
        gone,
        (
            Found(
                2,
                "gaps",
                "140100",
                "figures.gap",
                "太原市 (employee) lacks an inpatient figure for some level or status: add it, or name the "
                "area under gaps with the reason",
                "areas.csv",
            ),
            Found(
                2,
                "gaps",
                "140100",
                "figures.gap",
                "太原市 (employee) lacks an outpatient figure for some level or status: add it, or name the "
                "area under gaps with the reason",
                "areas.csv",
            ),
            Found(
                2,
                "gaps",
                "140100",
                "figures.gap",
                "太原市 (resident) lacks an inpatient figure for some level or status: add it, or name the "
                "area under gaps with the reason",
                "areas.csv",
            ),
            Found(
                2,
                "gaps",
                "140100",
                "figures.gap",
                "太原市 (resident) lacks an outpatient figure for some level or status: add it, or name the "
                "area under gaps with the reason",
                "areas.csv",
            ),
        ),
    ),
    Broken(
        "a find that is no number",
        FINDS,
        swap("0.85", "most"),
        (Found(2, "value", "most", "rulebook.number", "value: most must be a number"),),
    ),
    Broken(
        "a find of an unknown area",
        FINDS,
        swap("140100", "140900"),
        (Found(2, "area", "140900", "rulebook.unknown", "area: nothing is called 140900"),),
    ),
    Broken(
        "a find of an unknown fact",
        FINDS,
        swap("N-002", "N-009"),
        (Found(2, "fact", "N-009", "rulebook.unknown", "fact: nothing is called N-009"),),
    ),
)

WARNED: Final = (
    Broken(
        "figures nobody has confirmed for three years",
        FIGURES,
        swap("  from: 2025-01-01", "  from: 2022-01-01"),
        (
            Found(
                14,
                "from",
                "2022-01-01",
                "figures.stale",
                "11 figures from here on: nobody is known to have found them in force since 2022-01-01",
            ),
        ),
    ),
    Broken(
        "ranges that hold too little",
        FINDS,
        swap("0.85", "0.95"),
        (
            Found(
                1,
                "low, high",
                "0",
                "figures.ranges",
                "the ranges hold 0% of 1 local finds, fewer than nine in ten: widen them in the conversion",
            ),
        ),
    ),
)
