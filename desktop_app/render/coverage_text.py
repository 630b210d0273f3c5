"""How far the figures can be trusted, as a table and as JSON, for `yidi rules coverage`."""

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product
from typing import Final

from desktop_app.domain.coverage import Calibration, Coverage, CoverageKind
from desktop_app.domain.evidence import Evidence
from desktop_app.domain.message import message
from desktop_app.domain.person import Scheme
from desktop_app.domain.region import Province
from desktop_app.render.columns import aligned
from desktop_app.render.words import Words, percent

GAP: Final = "gap"
_GRADES: Final = (Evidence.OFFICIAL.value, Evidence.REPORTED.value, Evidence.TYPICAL.value, GAP)
_COLUMNS: Final = tuple(product(Scheme, CoverageKind))


def coverage_document(rows: Sequence[Coverage]) -> list[dict[str, str]]:
    """One object for each pooling area, scheme and kind."""
    return [
        {"code": row.area, "scheme": row.scheme.value, "kind": row.kind.value, "evidence": _grade(row)} for row in rows
    ]


def coverage_text(
    rows: Sequence[Coverage], provinces: Sequence[Province], calibration: Sequence[Calibration], words: Words
) -> str:
    """How many areas have each grade in the whole country, then by province, and how good the ranges are.

    The ranges are counted for all figures together, then figure by figure: some hold fewer finds than others.
    """
    return "\n".join(
        [
            words.text(message("rulebook.coverage.country")),
            *aligned(list(_country(rows, words))),
            "",
            words.text(message("rulebook.coverage.provinces")),
            *aligned(list(_by_province(rows, provinces, words))),
            "",
            *_ranges(calibration, words),
            "",
            words.text(message("rulebook.coverage.figures")),
            *aligned(list(_by_figure(calibration, words))),
        ]
    )


def _grade(row: Coverage) -> str:
    return row.evidence.value if row.evidence else GAP


def _country(rows: Sequence[Coverage], words: Words) -> Iterator[list[str]]:
    heads = (_said("grade", grade, words) for grade in _GRADES)
    yield ["", "", *heads, _said("heading", "some_official", words)]
    counts = Counter((row.scheme, row.kind, _grade(row)) for row in rows)
    for scheme, kind in _COLUMNS:
        named = [words.text(message(f"terms.scheme.{scheme.value}")), _said("kind", kind.value, words)]
        some = sum((row.scheme, row.kind, row.strongest) == (scheme, kind, Evidence.OFFICIAL) for row in rows)
        yield [*named, *(str(counts[scheme, kind, grade]) for grade in _GRADES), str(some)]


def _by_province(rows: Sequence[Coverage], provinces: Sequence[Province], words: Words) -> Iterator[list[str]]:
    """Per province, scheme and kind the number of areas official/reported/typical/gap."""
    heads = (f"{_said('scheme', scheme.value, words)}{_said('kind', kind.value, words)}" for scheme, kind in _COLUMNS)
    yield ["", _said("heading", "areas", words), *heads]
    for province in provinces:
        codes = {area.code for area in province.areas}
        own = [row for row in rows if row.area in codes]
        counts = Counter((row.scheme, row.kind, _grade(row)) for row in own)
        cells = ("/".join(str(counts[*column, grade]) for grade in _GRADES) for column in _COLUMNS)
        yield [province.name, str(len({row.area for row in own})), *cells]


def _ranges(calibration: Sequence[Calibration], words: Words) -> Iterator[str]:
    compared = sum(one.compared for one in calibration)
    shipped, foreseen = sum(one.shipped for one in calibration), sum(one.foreseen for one in calibration)
    for name, inside in (("shipped", shipped), ("foreseen", foreseen)):
        share = _in_tenths(inside, compared)
        yield words.text(message(f"rulebook.coverage.{name}", inside=inside, compared=compared, share=share))


def _by_figure(calibration: Sequence[Calibration], words: Words) -> Iterator[list[str]]:
    """For each figure how many finds lie in the dataset's ranges, of how many."""
    for one in calibration:
        name = words.text(message(f"figures.name.{one.figure.value}"))
        share = percent(_in_tenths(one.foreseen, one.compared))
        yield [_said("kind", one.kind.value, words), name, f"{one.foreseen}/{one.compared}", share]


def _in_tenths(inside: int, compared: int) -> Fraction:
    """The share to a tenth of a percent."""
    return Fraction(round(Fraction(inside, compared) * 1000), 1000) if compared else Fraction(0)


def _said(group: str, name: str, words: Words) -> str:
    return words.text(message(f"rulebook.coverage.{group}.{name}"))
