"""The whole country in words: for each province how far its figures can be trusted."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.domain.coverage import Coverage
from desktop_app.domain.evidence import Evidence
from desktop_app.domain.message import message
from desktop_app.domain.region import Province
from desktop_app.render.words import Words

GAP: Final = "gap"
GRADES: Final = (Evidence.OFFICIAL.value, Evidence.REPORTED.value, Evidence.TYPICAL.value, GAP)
"""The grades a province may have, best first; a gap is no figure at all."""


@dataclass(frozen=True, slots=True)
class ProvinceView:
    """A province on the map: its short name, the letter of its grade, and all of it in one sentence."""

    code: str
    name: str
    letter: str
    grade: str
    sentence: str


def province_views(provinces: Sequence[Province], coverage: Iterable[Coverage], words: Words) -> list[ProvinceView]:
    """Every province; its grade is the best that at least half of its areas' figures reach."""
    homes = {area.code: province.code for province in provinces for area in province.areas}
    counts: dict[str, Counter[str]] = {province.code: Counter() for province in provinces}
    for each in coverage:
        counts[homes[each.area]][each.evidence.value if each.evidence else GAP] += 1
    return [_view(province, counts[province.code], words) for province in provinces]


def grade_of(counts: Counter[str]) -> str:
    """The best grade that at least half of these reach; a gap where there is nothing to count."""
    reached = 0
    for grade in GRADES:
        reached += counts[grade]
        if reached and 2 * reached >= counts.total():
            return grade
    return GAP


def legend(words: Words) -> list[tuple[str, str]]:
    """Each grade with its letter and its word."""
    return [(grade, f"{_letter(grade, words)} {_word(grade, words)}") for grade in GRADES]


def _view(province: Province, counts: Counter[str], words: Words) -> ProvinceView:
    grade = grade_of(counts)
    own_name = f"rulebook_page.tile.{province.code}"
    sentence = message(
        "rulebook_page.country.province",
        name=province.name,
        areas=len(province.areas),
        grade=_word(grade, words),
        **{each: counts[each] for each in GRADES},
    )
    return ProvinceView(
        province.code,
        words.text(message(own_name)) if own_name in words else province.short,
        _letter(grade, words),
        grade,
        words.text(sentence),
    )


def _letter(grade: str, words: Words) -> str:
    return words.text(message(f"rulebook_page.letter.{grade}"))


def _word(grade: str, words: Words) -> str:
    return words.text(message("rulebook_page.country.gap" if grade == GAP else f"terms.evidence.{grade}"))
