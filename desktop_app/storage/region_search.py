"""Finding a place while somebody types: 汉字, pinyin, initials, names of counties, codes."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cached_property
from typing import Final

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from desktop_app.domain.found import Fit, FoundKind
from desktop_app.domain.region import RegionLevel, RegionMatch
from desktop_app.storage.region_keys import PlaceKeys, typed
from desktop_app.storage.region_shelf import area_of, region_of
from desktop_app.storage.search_words import read_search_words
from desktop_app.storage.tables import AreaRow, RegionAliasRow, RegionRow

_AFTER_ALL: Final = "\U0010ffff"
_SHORTEST_NAME: Final = 2
"""What goes on from a single character says nothing of the place that this stands for."""


class _Fit(IntEnum):
    """How a key fits: it is what was typed, begins with it, begins with it for the place above, or has it inside."""

    EXACT = 0
    PREFIX = 1
    UNDER = 2
    INSIDE = 3


_FITS: Final = {
    _Fit.EXACT: Fit.EXACT,
    _Fit.PREFIX: Fit.BEGINNING,
    _Fit.UNDER: Fit.BEGINNING,
    _Fit.INSIDE: Fit.INSIDE,
}
"""What each fit is called where places stand beside other things."""


class _Weight(IntEnum):
    """What comes first among places that fit alike: pooling areas, then provinces of several, then counties."""

    AREA = 0
    PROVINCE = 1
    COUNTY = 2


class RegionSearch:
    """All places by all their keys, read from the pack when the first letter is typed and kept in memory."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def find(self, query: str, limit: int) -> tuple[RegionMatch, ...]:
        """The places that fit `query`, best first: exact before beginning before inside, cities before counties.

        Where none does, those it begins with: who types a station or a hospital mostly names the city first.
        """
        return tuple(match for match, _ in self.ranked(query, limit))

    def ranked(self, query: str, limit: int) -> tuple[tuple[RegionMatch, Fit], ...]:
        """The same with how well each fits."""
        text = typed(query)
        if not text:
            return ()
        index = self._index
        fits = index.own.fits(text)
        if len(fits) < limit and (len(text) > 1 or not text.isascii()):
            under = dict.fromkeys(index.under.fits(text), _Fit.UNDER)
            fits = dict.fromkeys(index.inside.fits(text), _Fit.INSIDE) | under | fits
        if not fits and not text.isascii():
            fits = index.own.named_at_the_start_of(text)
        ranked = sorted(fits, key=lambda place: index.rank(place, fits[place]))
        return tuple((index.places[place], _FITS[fits[place]]) for place in ranked[:limit])

    @cached_property
    def _index(self) -> "_Index":
        with Session(self._engine) as session:
            areas = {row.code: area_of(row) for row in session.scalars(select(AreaRow))}
            aliases = {row.code: row.alias for row in session.scalars(select(RegionAliasRow))}
            rows = session.scalars(select(RegionRow).order_by(RegionRow.code)).all()
        names = _other_names(self._engine)
        places, keys = [], dict[str, PlaceKeys]()
        for row in rows:
            above = keys.get(row.parent or "")
            area = areas.get(row.area or "")
            others = [aliases.get(row.code), area.name if area and area.code == row.code else None]
            labels = (row.code, *filter(None, others))
            keys[row.code] = replace(_keys(row, labels, above), others=names.get(row.code, ()))
            places.append(RegionMatch(region_of(row), area, "".join(_chain(above))))
        return _Index(
            tuple(places),
            tuple(_weight(found) for found in places),
            _Keys((key, place) for place, written in enumerate(keys.values()) for key in written.own()),
            _Keys((key, place) for place, written in enumerate(keys.values()) for key in written.under()),
            _Keys((key, place) for place, written in enumerate(keys.values()) for key in written.inside()),
        )


@dataclass(frozen=True, slots=True)
class _Index:
    """Places in the order of their codes, what they weigh, and their keys."""

    places: tuple[RegionMatch, ...]
    weights: tuple[_Weight, ...]
    own: "_Keys"
    under: "_Keys"
    inside: "_Keys"

    def rank(self, place: int, fit: _Fit) -> tuple[bool, bool, _Weight, _Fit, int]:
        """Exact before beginning before inside; then cities before counties; then in the order of the codes."""
        return (fit is not _Fit.EXACT, fit is _Fit.INSIDE, self.weights[place], fit, place)


class _Keys:
    """Sorted keys, each with the position of its place."""

    def __init__(self, keys: Iterable[tuple[str, int]]) -> None:
        self._sorted = sorted(set(keys))

    def fits(self, text: str) -> dict[int, _Fit]:
        """The positions of the places with a key that is `text` or begins with it."""
        start = bisect_left(self._sorted, (text,))
        end = bisect_left(self._sorted, (text + _AFTER_ALL,))
        fits: dict[int, _Fit] = {}
        for key, place in self._sorted[start:end]:
            fits.setdefault(place, _Fit.EXACT if key == text else _Fit.PREFIX)
        return fits

    def named_at_the_start_of(self, text: str) -> dict[int, _Fit]:
        """The positions of the places with the longest key that `text` goes on from: 太原 of 太原南站."""
        for length in range(len(text) - 1, _SHORTEST_NAME - 1, -1):
            named = [place for place, fit in self.fits(text[:length]).items() if fit is _Fit.EXACT]
            if named:
                return dict.fromkeys(named, _Fit.INSIDE)
        return {}


def _other_names(engine: Engine) -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Old and short names of places by code, each with its reading."""
    names: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {}
    for word in read_search_words(engine, FoundKind.REGION):
        names[word.target] = (*names.get(word.target, ()), (word.word, word.pinyin))
    return names


def _keys(row: RegionRow, labels: tuple[str, ...], above: PlaceKeys | None) -> PlaceKeys:
    return PlaceKeys(
        name=row.name,
        short=row.short,
        readings=tuple(tuple(reading.split()) for reading in (row.pinyin, *row.also)),
        labels=labels,
        above=above,
    )


def _chain(place: PlaceKeys | None) -> tuple[str, ...]:
    return (*_chain(place.above), place.name) if place else ()


def _weight(found: RegionMatch) -> _Weight:
    if found.area and found.area.code == found.region.code:
        return _Weight.AREA
    return _Weight.PROVINCE if found.region.level is RegionLevel.PROVINCE else _Weight.COUNTY
