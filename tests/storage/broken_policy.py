"""Broken decision rules and agreements, one for each rule."""

from typing import Final

from tests.storage.broken_copy import Broken, Found, swap
from tests.storage.whole_facts import AGREEMENT, FILING, LIMITS

BROKEN_POLICY: Final = (
    Broken(
        "a number of a wrong type",
        LIMITS,
        swap("months: 12", "months: a year"),
        (Found(1, "months", "a year", "rulebook.number", "months: a year must be a number"),),
    ),
    Broken(
        "a length of nothing",
        LIMITS,
        swap("months: 12", "months: 0"),
        (Found(1, "months", "0", "rulebook.above", "months: 0 must be above 0"),),
    ),
    Broken(
        "a percentage in a policy",
        "policy/commitment.yaml",
        swap("0.2", "20"),
        (Found(1, "cut_points", "20", "rulebook.at_most", "cut_points: 20 must be at most 1"),),
    ),
    Broken(
        "no days or months",
        LIMITS,
        swap(", months: 12", ""),
        (Found(1, "months", "", "rulebook.length", "give either months or days"),),
    ),
    Broken(
        "a rule that ends before it begins",
        FILING,
        swap("until: 2027-01-01,", "from: 2027-02-01, until: 2027-01-01,"),
        (Found(2, "until", "2027-01-01", "rulebook.period", "until: 2027-01-01 must lie after from"),),
    ),
    Broken(
        "a file that is no list",
        LIMITS,
        swap('- {fact: N-001, region: "140100", months: 12}', "null"),
        (Found(1, "", "null", "rulebook.list", "null must be a list"),),
    ),
    Broken(
        "a rule that is no rule",
        LIMITS,
        swap('{fact: N-001, region: "140100", months: 12}', "12"),
        (Found(1, "", "12", "rulebook.block", "12 must be keys with values"),),
    ),
    Broken(
        "a rule on an unknown fact",
        LIMITS,
        swap("N-001", "N-009"),
        (Found(1, "fact", "N-009", "rulebook.unknown", "fact: nothing is called N-009"),),
    ),
    Broken(
        "a rule for an unknown region",
        LIMITS,
        swap('"140100"', '"140900"'),
        (Found(1, "region", "140900", "rulebook.unknown", "region: nothing is called 140900"),),
    ),
    Broken(
        "an unknown exception",
        FILING,
        swap('except: ["140105"]', 'except: ["140199"]'),
        (Found(1, "region", "140199", "rulebook.unknown", "region: nothing is called 140199"),),
    ),
    Broken(
        "a fact of another place",
        LIMITS,
        swap('N-001, region: "140100"', "N-002, region: CN"),
        (Found(1, "fact", "N-002", "rulebook.not_shown", "fact N-002 may not be used for region CN"),),
    ),
    Broken(
        "an unknown disease in a rule",
        "policy/remarks.yaml",
        swap("[1]", "[9]"),
        (Found(1, "diseases", "9", "rulebook.unknown", "diseases: nothing is called 9"),),
    ),
    Broken(
        "an unknown care area in an agreement",
        AGREEMENT,
        swap('"140000"', '"149000"'),
        (Found(4, "region", "149000", "rulebook.unknown", "region: nothing is called 149000"),),
    ),
    Broken(
        "a rule twice",
        LIMITS,
        swap("- {", '- {fact: N-001, region: "140100", months: 12, from: 2026-01-01}\n- {'),
        (
            Found(
                2,
                "fact",
                "N-001",
                "rulebook.repeated",
                "fact N-001 says the same in claim_limits.yaml:1 for the same days: keep one of them",
            ),
        ),
    ),
    Broken(
        "a rule that ends without a word",
        FILING,
        swap(", ends: 试点到期", ""),
        (
            Found(
                2,
                "until",
                "2027-01-01",
                "rulebook.ends",
                "from 2027-01-01 on no rule on filing holds for CN: add what follows, or say ends: why nothing does",
            ),
        ),
    ),
    Broken(
        "a rule that ends with a needless word",
        FILING,
        swap('except: ["140105"]', 'except: ["140105"], ends: 没有了'),
        (
            Found(
                1,
                "ends",
                "没有了",
                "rulebook.no_end",
                "ends explains nothing here, as other rules follow: take it out",
            ),
        ),
    ),
)
