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
from desktop_app.render.words import Words

GAP: Final = "gap"
_GRADES: Final = (Evidence.OFFICIAL.value, Evidence.REPORTED.value, Evidence.TYPICAL.value, GAP)
_COLUMNS: Final = tuple(product(Scheme, CoverageKind))


def coverage_document(rows: Sequence[Coverage]) -> list[dict[str, str]]:
    """One object for each pooling area, scheme and kind."""
    return [
        {"code": row.area, "scheme": row.scheme.value, "kind": row.kind.value, "evidence": _grade(row)} for row in rows
    ]


def coverage_text(
    rows: Sequence[Coverage], provinces: Sequence[Province], calibration: Calibration, words: Words
) -> str:
    """How many areas have each grade in the whole country, then by province, and how good the ranges are."""
    return "\n".join(
        [
            words.text(message("rulebook.coverage.country")),
            *aligned(list(_country(rows, words))),
            "",
            words.text(message("rulebook.coverage.provinces")),
            *aligned(list(_by_province(rows, provinces, words))),
            "",
            *_ranges(calibration, words),
        ]
    )


def _grade(row: Coverage) -> str:
    return row.evidence.value if row.evidence else GAP


def _country(rows: Sequence[Coverage], words: Words) -> Iterator[list[str]]:
    yield ["", "", *(_said("grade", grade, words) for grade in _GRADES)]
    counts = Counter((row.scheme, row.kind, _grade(row)) for row in rows)
    for scheme, kind in _COLUMNS:
        named = [words.text(message(f"terms.scheme.{scheme.value}")), _said("kind", kind.value, words)]
        yield [*named, *(str(counts[scheme, kind, grade]) for grade in _GRADES)]


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


def _ranges(calibration: Calibration, words: Words) -> Iterator[str]:
    compared = calibration.compared
    for name, inside in (("shipped", calibration.shipped), ("foreseen", calibration.foreseen)):
        share = Fraction(inside, compared) if compared else Fraction(0)
        in_tenths = Fraction(round(share * 1000), 1000)
        yield words.text(message(f"rulebook.coverage.{name}", inside=inside, compared=compared, share=in_tenths))


def _said(group: str, name: str, words: Words) -> str:
    return words.text(message(f"rulebook.coverage.{group}.{name}"))
