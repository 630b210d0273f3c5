"""Broken benefit figures: every number, form and text that does not fit."""

from typing import Final

from tests.storage.broken_copy import Broken, Found, swap
from tests.storage.whole_facts import FIGURES

BROKEN_FIGURES: Final = (
    Broken(
        "markup in a note",
        FIGURES,
        swap("note: 按年累计", "note: '**按年**累计'"),
        (Found(20, "note", "**按年**累计", "rulebook.markup", "note must not contain the markup **"),),
    ),
    Broken(
        "a template in a reason",
        FIGURES,
        swap("reason: 没有找到", "reason: '{{ 没有 }}找到'"),
        (Found(3, "reason", "{{ 没有 }}找到", "rulebook.markup", "reason must not contain the markup {{"),),
    ),
    Broken(
        "a truth of a wrong type",
        FIGURES,
        swap("unchecked: true", "unchecked: perhaps"),
        (Found(36, "unchecked", "perhaps", "rulebook.truth", "unchecked: perhaps must be true or false"),),
    ),
    Broken(
        "an age below nothing",
        FIGURES,
        swap("{figure: own_share_factor, status: retired,", "{figure: own_share_factor, age: {from: -1},"),
        (Found(24, "from", "-1", "rulebook.at_least", "from: -1 must be at least 0"),),
    ),
    Broken(
        "85 instead of 0.85",
        FIGURES,
        swap("value: 0.85,", "value: 85,"),
        (Found(19, "value", "85", "rulebook.ratio", "value: 85 must lie between 0 and 1 (85% is written 0.85)"),),
    ),
    Broken(
        "a ratio below nothing",
        FIGURES,
        swap("status: retired, value: 0.05", "status: retired, value: -0.05"),
        (
            Found(
                23,
                "value",
                "-0.05",
                "rulebook.ratio",
                "value: -0.05 must lie between 0 and 1 (85% is written 0.85)",
            ),
        ),
    ),
    Broken(
        "a factor out of reach",
        FIGURES,
        swap("value: 0.8}", "value: 80}"),
        (
            Found(
                24,
                "value",
                "80",
                "rulebook.factor",
                "value: 80 must lie between 0 and 10 (half as much again is written 1.5)",
            ),
        ),
    ),
    Broken(
        "an amount in words",
        FIGURES,
        swap("value: 600}", "value: lots}"),
        (Found(16, "value", "lots", "rulebook.yuan", "value: lots must be an amount in yuan"),),
    ),
    Broken(
        "part of a fen",
        FIGURES,
        swap("value: 600}", "value: 600.005}"),
        (
            Found(
                16,
                "value",
                "600.005",
                "rulebook.fen",
                "value: 600.005 must be an amount in whole fen, with two places at most",
            ),
        ),
    ),
    Broken(
        "no amount at all",
        FIGURES,
        swap("value: [300, 150]", "value: []"),
        (Found(15, "value", "[]", "rulebook.empty", "value must not be empty"),),
    ),
    Broken(
        "a deductible that never falls",
        FIGURES,
        swap("value: [300, 150]", "value: {first: 300, times: 1, floor: 150}"),
        (
            Found(
                15,
                "value",
                "{first: 300, times: 1, floor: 150}",
                "rulebook.falling",
                "value: {first: 300, times: 1, floor: 150} must be like {first: 1000, times: 0.5, floor: 500} or "
                "{first: 600, less: 140, floor: 320} and fall to its floor",
            ),
        ),
    ),
    Broken(
        "an amount elsewhere of an unknown form",
        FIGURES,
        swap("{times: 1.5}", "{twice: 1.5}"),
        (
            Found(
                26,
                "value",
                "{twice: 1.5}",
                "rulebook.times",
                "value: {twice: 1.5} must be amounts in yuan, or a multiple such as {times: 1.5}",
            ),
        ),
    ),
    Broken(
        "bands that are no bands",
        FIGURES,
        swap("[[30000, 0.80], [null, 0.82]]", "[[30000, 0.80, 1], [null, 0.82]]"),
        (
            Found(
                20,
                "value",
                "[[30000, 0.80, 1], [null, 0.82]]",
                "rulebook.bands",
                "value: [[30000, 0.80, 1], [null, 0.82]] must be a ratio, or bands such as [[30000, 0.85], "
                "[null, 0.95]]",
            ),
        ),
    ),
    Broken(
        "bands out of order",
        FIGURES,
        swap("[[30000, 0.80], [null, 0.82]]", "[[30000, 0.80], [20000, 0.81], [null, 0.82]]"),
        (
            Found(
                20,
                "value",
                "[[30000, 0.80], [20000, 0.81], [null, 0.82]]",
                "rulebook.bounds",
                "value: [[30000, 0.80], [20000, 0.81], [null, 0.82]] must have bounds that rise to a last one of null",
            ),
        ),
    ),
    Broken(
        "tiers that are no tiers",
        FIGURES,
        swap("[[10000, 50000, 0.60], [50000, null, 0.70]]", "[[10000, 0.60], [null, 0.70]]"),
        (
            Found(
                27,
                "tiers",
                "[[10000, 0.60], [null, 0.70]]",
                "rulebook.tiers",
                "tiers: [[10000, 0.60], [null, 0.70]] must be tiers such as [[10000, 50000, 0.6], [50000, null, 0.7]]",
            ),
        ),
    ),
    Broken(
        "tiers that overlap",
        FIGURES,
        swap("[50000, null, 0.70]", "[40000, null, 0.70]"),
        (
            Found(
                27,
                "tiers",
                "[[10000, 50000, 0.60], [40000, null, 0.70]]",
                "rulebook.tiers_apart",
                "tiers: [[10000, 50000, 0.60], [40000, null, 0.70]] must be tiers that follow one another "
                "without gap or overlap",
            ),
        ),
    ),
    Broken(
        "tiers out of order",
        FIGURES,
        swap("[[10000, 50000, 0.60], [50000, null, 0.70]]", "[[50000, null, 0.70], [10000, 50000, 0.60]]"),
        (
            Found(
                27,
                "tiers",
                "[[50000, null, 0.70], [10000, 50000, 0.60]]",
                "rulebook.bounds",
                "tiers: [[50000, null, 0.70], [10000, 50000, 0.60]] must have bounds that rise to a last one of null",
            ),
        ),
    ),
    Broken(
        "two forms of a reduction",
        FIGURES,
        swap("{points: 0.1}", "{points: 0.1, factor: 0.9}"),
        (
            Found(
                25,
                "value",
                "{points: 0.1, factor: 0.9}",
                "rulebook.form",
                "value: {points: 0.1, factor: 0.9} must say one of points, factor, ratio and share",
            ),
        ),
    ),
    Broken(
        "an unknown figure",
        FIGURES,
        swap("figure: own_share_factor", "figure: discount"),
        (
            Found(
                24,
                "figure",
                "discount",
                "rulebook.choice",
                "figure: discount is not one of deductible, elsewhere_deductible, bonus, elsewhere_first_pay, "
                "class_b_ratio, own_share_factor, cap, cap_per_visit, deductible_basis, account_order, "
                "rounding, ratio, elsewhere, supplement, critical, assistance",
            ),
        ),
    ),
    Broken(
        "an entry without a figure",
        FIGURES,
        swap("{figure: own_share_factor, ", "{"),
        (Found(24, "figure", "", "rulebook.missing", "figure is missing"),),
    ),
)
