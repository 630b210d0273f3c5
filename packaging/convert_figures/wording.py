"""What the dataset says only in words: patterns and words are kept in texts.toml, their meaning here."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any, Final

from convert_figures.dataset import LEVELS

_TEXTS: Final = tomllib.loads((Path(__file__).parent / "texts.toml").read_text(encoding="utf-8"))
REASONS: Final[Mapping[str, str]] = _TEXTS["reason"]
"""Why a figure is not what the dataset says, for its note."""

ENDS_BY_TIER: Final[str] = _TEXTS["ends"]["bonus_by_tier"]
"""Why a bonus ends and none need follow: what comes then is said tier by tier."""

ON_STAYS: Final[str] = _TEXTS["on_stays"]
NOT_ONLY_STAYS: Final[str] = _TEXTS["not_only_stays"]
"""The word by which a note speaks of stays, and the one by which it speaks of outpatient care as well."""

_MANY_STAYS: Final = 12
_STAND_INS: Final = {"community": "level1", "level3_top": "level3"}
Stays = tuple[Decimal, ...]
"""The deductible of the first, second … stay of a year; the last repeats."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """What the text on later stays means at one level: likely, lowest, highest; `children` if they have their own."""

    likely: Stays
    low: Stays
    high: Stays
    known: bool = True
    children: Stays | None = None
    basis: str = "per_admission"


def repeated(first: Decimal, text: str | None) -> Repeat:
    """The deductibles of the year's stays; without a rule in the text later ones lie between nothing and the first."""
    if first == 0:
        return Repeat((first,), (first,), (first,))
    for listed in re.findall(_TEXTS["stay_by_stay"], text or ""):
        stays = tuple(Decimal(amount) for amount in listed.split("/"))
        if stays[0] == first:
            return Repeat(stays, stays, stays)
    for rule in _TEXTS["repeat"]:
        found = re.search(rule["pattern"], text or "")
        if found:
            return _apply(rule, found.groupdict(), first)
    return Repeat((first, first), (first, Decimal(0)), (first, first), known=False)


def _apply(rule: Mapping[str, Any], numbers: Mapping[str, str | None], first: Decimal) -> Repeat:
    amounts = _amounts(numbers)
    stays = _stays(rule, amounts, first)
    low = (first, min(first, amounts[rule["at_least"]])) if "at_least" in rule else stays
    high = tuple(first * Decimal(factor) for factor in rule.get("at_most", ())) or stays
    children = (first * Decimal(rule["children"]),) if "children" in rule else None
    return Repeat(stays, low, high, low == stays, children, rule.get("basis", "per_admission"))


def _amounts(found: Mapping[str, str | None]) -> dict[str, Decimal]:
    """The numbers a pattern found; a part that may be left out and was is not among them."""
    return {name: Decimal(value) for name, value in found.items() if value}


def _stays(rule: Mapping[str, Any], numbers: Mapping[str, Decimal], first: Decimal) -> Stays:
    if "amounts" in rule:
        return tuple(numbers[name] for name in rule["amounts"])
    if "once" in rule:
        return first, max(Decimal(0), first - numbers["once"])
    if "step" in rule:
        return _steps(first, numbers["step"], numbers.get("floor", Decimal(0)))
    stays = tuple(first * Decimal(factor) for factor in rule["factors"])
    return (*stays, min(first, numbers[rule["then"]])) if "then" in rule else stays


def _steps(first: Decimal, step: Decimal, floor: Decimal) -> Stays:
    stays = [first]
    while stays[-1] > floor and len(stays) < _MANY_STAYS:
        stays.append(max(floor, stays[-1] - step))
    return tuple(stays)


def retired_deductibles(texts: Iterable[str | None], deductibles: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """The deductibles of the retired by level where only a note gives them; a level without one stays without."""
    for text in filter(None, texts):
        for rule in _TEXTS["retired"]:
            found = re.search(rule["pattern"], text)
            if found:
                numbers = _amounts(found.groupdict())
                levels = [level for level in rule.get("levels", LEVELS) if deductibles.get(level)]
                return {level: _retired(numbers, level, deductibles[level]) for level in levels}
    return {}


def _retired(numbers: Mapping[str, Decimal], level: str, deductible: Decimal) -> Decimal:
    if "less" in numbers:
        return max(min(deductible, numbers.get("floor", Decimal(0))), deductible - numbers["less"])
    # A text that names levels means the community centre by its first one, the largest hospitals by its third.
    named = _STAND_INS.get(level, level)
    return numbers.get(named, numbers.get("amount", deductible))


def starts(texts: Iterable[str]) -> Iterator[tuple[frozenset[str], date]]:
    """Figures, and the first day on which they hold, where a note gives it; no figures means all of them."""
    for text, rule in product(texts, _TEXTS["start"]):
        found = re.search(rule["pattern"], text)
        if found:
            yield frozenset(rule["figures"]), date.fromisoformat(found["day"])


def cap_from_age(texts: Iterable[str]) -> tuple[int, Decimal] | None:
    """The age from which working people have a cap of their own, and that cap, where a note gives them."""
    for text in texts:
        found = re.search(_TEXTS["cap_from_age"]["pattern"], text)
        if found:
            return int(found["age"]), Decimal(found["cap"])
    return None


def per_visit_levels(texts: Iterable[str | None]) -> frozenset[str]:
    """The levels whose outpatient deductible is taken from each visit, where only a note says so."""
    found: set[str] = set()
    for text in filter(None, texts):
        for rule in _TEXTS["per_visit"]:
            if re.search(rule["pattern"], text):
                found.update(rule["levels"] or LEVELS)
                break
    return frozenset(found)


def caps_per_visit(texts: Iterable[str]) -> dict[str, Decimal]:
    """The most that is paid for one outpatient visit by level, where only a note gives it."""
    found = {}
    for text, rule in product(texts, _TEXTS["cap_per_visit"]):
        if match := re.search(rule["pattern"], text):
            found[rule["level"]] = Decimal(match["cap"])
    return found


def is_waived_later(texts: Iterable[str]) -> bool:
    """Whether the deductible of visits is waived once they have brought a year's sum, where a note says so."""
    return any(re.search(_TEXTS["waived"]["pattern"], text) for text in texts)


def without_sentinel(note: str) -> str:
    """The note without its words on how the dataset writes that there is no cap."""
    return re.sub(_TEXTS["sentinel"], "", note)


def gap_reason(kind: str, levels: Iterable[str]) -> str:
    """Why nothing is said of these levels for this kind of care."""
    gap = _TEXTS["gap"]
    named = gap["and"].join(gap["level"][level] for level in levels)
    return str(gap["reason"]).format(levels=named, kind=gap["kind"][kind])


def basic_cap_in_words(texts: Iterable[str | None]) -> Decimal | None:
    """The basic fund's part of a cap that a note takes apart, in yuan."""
    for text in filter(None, texts):
        for name in ("split", "holds_basic", "names_basic"):
            found = re.search(_TEXTS["combined"][name], text)
            if found:
                return Decimal(found["basic"]) * 10_000
    return None


def is_said_combined(texts: Iterable[str | None]) -> bool:
    """Whether a note calls the cap of stays a combined one."""
    return any(re.search(_TEXTS["combined"]["said"], text) for text in texts if text)
