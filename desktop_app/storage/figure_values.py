"""What a figure can say, with its range: checked for order, and kept in the pack as JSON without a single float."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, Final, cast

from desktop_app.domain.figure import (
    AccountOrder,
    Adjustment,
    AssistanceTerms,
    CriticalIllness,
    DeductibleBasis,
    Factor,
    FigureName,
    Origin,
    OwnRatio,
    Points,
    Schedule,
    Segment,
    SegmentBasis,
    Share,
    Supplement,
    Tier,
    Times,
)
from desktop_app.domain.money import Fen, Rounding

Amounts = tuple[Fen, ...]
Choice = DeductibleBasis | AccountOrder | Rounding
Terms = Supplement | CriticalIllness | AssistanceTerms
FigureValue = Amounts | Times | Fen | Fraction | Choice | Schedule | Adjustment | Share | Terms | None
"""Everything a figure may be; None states that there is none."""

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]
Number = int | Fraction | None
"""A number inside a value: fen, a ratio, or None for an amount without bound."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The likely value with the lowest and highest it may be, number by number."""

    value: FigureValue
    low: FigureValue
    high: FigureValue

    @property
    def exact(self) -> bool:
        """Whether nothing about it is open."""
        return self.low == self.high

    def is_ordered(self) -> bool:
        """Whether all three have one shape and no number of `low` is above, none of `high` below the likely one."""
        if isinstance(self.value, Share):
            # A share of the local ratio is bounded in percentage points, as national guidance is.
            return (
                isinstance(self.low, Points)
                and isinstance(self.high, Points)
                and Spread(self.low, self.low, self.high).is_ordered()
            )
        (shape, *other_shapes), ranks = zip(*(anatomy(part) for part in (self.value, self.low, self.high)), strict=True)
        values, lows, highs = ([rank(number) for number in numbers] for numbers in ranks)
        return all(other == shape for other in other_shapes) and all(
            low <= value <= high for low, value, high in zip(lows, values, highs, strict=True)
        )


def exact_spread(value: FigureValue) -> Spread:
    """A value without a range."""
    return Spread(value, value, value)


def rank(number: Number) -> tuple[bool, int | Fraction]:
    """What numbers are ordered by: an amount without bound lies above every other."""
    return (True, 0) if number is None else (False, number)


def anatomy(value: FigureValue) -> tuple[object, tuple[Number, ...]]:
    """What has to be the same in a value and its bounds, and the numbers that may differ; flags count as 0 and 1."""
    shape: object = type(value)
    numbers: tuple[Number, ...] = ()
    match value:
        case tuple():
            shape, numbers = len(value), value
        case DeductibleBasis() | AccountOrder() | Rounding():
            shape = value
        case int() | None:
            shape, numbers = "amount", (value,)
        case Fraction():
            numbers = (value,)
        case Schedule():
            shape = ([segment.upper for segment in value.segments], value.origin, value.basis)
            numbers = tuple(segment.ratio for segment in value.segments)
        case Points() | Factor() | OwnRatio() | Times():
            numbers = (value.value,)
        case Supplement():
            numbers = (value.ratio, value.cap)
        case AssistanceTerms():
            numbers = (value.deductible, value.ratio, value.cap)
        case CriticalIllness():
            shape = ([(tier.lower, tier.upper) for tier in value.tiers], value.origin)
            flags = (int(value.counts_deductible), int(value.counts_elsewhere_loss))
            numbers = (value.deductible, value.cap, *flags, *(tier.ratio for tier in value.tiers))
    return shape, numbers


def with_numbers(value: FigureValue, numbers: Sequence[Number]) -> FigureValue:
    """The same kind of value with other numbers, in the order in which `anatomy` gives them."""
    given = cast("Sequence[Any]", numbers)
    rebuilt: FigureValue = value
    match value:
        case tuple():
            rebuilt = tuple(given)
        case Schedule():
            segments = (Segment(old.upper, ratio) for old, ratio in zip(value.segments, given, strict=True))
            rebuilt = replace(value, segments=tuple(segments))
        case Points() | Factor() | OwnRatio() | Times():
            rebuilt = type(value)(*given)
        case Supplement() | AssistanceTerms():
            rebuilt = type(value)(*given)
        case CriticalIllness():
            deductible, cap, counts_deductible, counts_loss, *ratios = given
            rebuilt = replace(
                value,
                deductible=deductible,
                cap=cap,
                counts_deductible=bool(counts_deductible),
                counts_elsewhere_loss=bool(counts_loss),
                tiers=tuple(Tier(old.lower, old.upper, ratio) for old, ratio in zip(value.tiers, ratios, strict=True)),
            )
        case int() | Fraction() | None if not isinstance(value, Choice):
            [rebuilt] = given
    return rebuilt


def encode(spread: Spread) -> str:
    """The spread as JSON: the value alone where it is exact, else value, low, high."""
    parts = [spread.value] if spread.exact and spread.value == spread.low else [spread.value, spread.low, spread.high]
    return json.dumps([_plain(part) for part in parts], ensure_ascii=False, separators=(",", ":"))


def decode(figure: FigureName, text: str) -> Spread:
    """The spread that `encode` wrote for this figure."""
    read = _READERS[figure]
    parts = [read(part) for part in json.loads(text)]
    return Spread(parts[0], parts[0], parts[0]) if len(parts) == 1 else Spread(parts[0], parts[1], parts[2])


def _plain(value: FigureValue) -> Json:
    plain: Json
    match value:
        case tuple():
            plain = list(value)
        case Fraction():
            plain = str(value)
        case Schedule():
            bands: list[Json] = [[segment.upper, str(segment.ratio)] for segment in value.segments]
            plain = {"segments": bands, "origin": value.origin.value, "basis": value.basis.value}
        case Points() | Factor() | OwnRatio() | Share():
            plain = {_FORM_NAMES[type(value)]: str(value.value)}
        case Times():
            plain = {"times": str(value.value)}
        case Supplement():
            plain = {"ratio": str(value.ratio), "cap": value.cap}
        case AssistanceTerms():
            plain = {"deductible": value.deductible, "ratio": str(value.ratio), "cap": value.cap}
        case CriticalIllness():
            plain = _plain_critical(value)
        case _:
            plain = value
    return plain


def _plain_critical(value: CriticalIllness) -> Json:
    tiers: list[Json] = [[tier.lower, tier.upper, str(tier.ratio)] for tier in value.tiers]
    return {
        "deductible": value.deductible,
        "tiers": tiers,
        "origin": value.origin.value,
        "cap": value.cap,
        "counts_deductible": value.counts_deductible,
        "counts_elsewhere_loss": value.counts_elsewhere_loss,
    }


Form = type[Points | Factor | OwnRatio | Share]
FORMS: Final[dict[str, Form]] = {"points": Points, "factor": Factor, "ratio": OwnRatio, "share": Share}
"""The forms of a reduction elsewhere, by the names they have in data/ and in case files."""

_FORM_NAMES: Final[dict[Form, str]] = {form: name for name, form in FORMS.items()}


def _amounts(plain: Json) -> Amounts:
    return tuple(cast("list[Fen]", plain))


def _elsewhere_amounts(plain: Json) -> Amounts | Times | None:
    if isinstance(plain, dict):
        return Times(_fraction(plain["times"]))
    return None if plain is None else _amounts(plain)


def _amount(plain: Json) -> Fen | None:
    return cast("Fen | None", plain)


def _fraction(plain: Json) -> Fraction:
    return Fraction(cast("str", plain))


def _schedule(plain: Json) -> Schedule:
    table = cast("dict[str, Json]", plain)
    bands = cast("list[tuple[Fen | None, str]]", table["segments"])
    return Schedule(
        segments=tuple(Segment(upper, Fraction(ratio)) for upper, ratio in bands),
        origin=Origin(cast("str", table["origin"])),
        basis=SegmentBasis(cast("str", table["basis"])),
    )


def _adjustment(plain: Json) -> Adjustment | Share | None:
    if plain is None:
        return None
    [(name, value)] = cast("dict[str, str]", plain).items()
    return FORMS[name](Fraction(value))


def _supplement(plain: Json) -> Supplement | None:
    if plain is None:
        return None
    table = cast("dict[str, Json]", plain)
    return Supplement(_fraction(table["ratio"]), _amount(table["cap"]))


def _critical(plain: Json) -> CriticalIllness | None:
    if plain is None:
        return None
    table = cast("dict[str, Json]", plain)
    tiers = cast("list[tuple[Fen, Fen | None, str]]", table["tiers"])
    return CriticalIllness(
        deductible=cast("Fen", table["deductible"]),
        tiers=tuple(Tier(lower, upper, Fraction(ratio)) for lower, upper, ratio in tiers),
        origin=Origin(cast("str", table["origin"])),
        cap=_amount(table["cap"]),
        counts_deductible=bool(table["counts_deductible"]),
        counts_elsewhere_loss=bool(table["counts_elsewhere_loss"]),
    )


def _assistance(plain: Json) -> AssistanceTerms | None:
    if plain is None:
        return None
    table = cast("dict[str, Json]", plain)
    return AssistanceTerms(cast("Fen", table["deductible"]), _fraction(table["ratio"]), _amount(table["cap"]))


_READERS: Final[dict[FigureName, Callable[[Json], FigureValue]]] = {
    FigureName.CLASS_B_RATIO: _fraction,
    FigureName.DEDUCTIBLE: _amounts,
    FigureName.DEDUCTIBLE_BASIS: lambda plain: DeductibleBasis(cast("str", plain)),
    FigureName.RATIO: _schedule,
    FigureName.BONUS: _fraction,
    FigureName.OWN_SHARE_FACTOR: _fraction,
    FigureName.CAP: _amount,
    FigureName.CAP_PER_VISIT: _amount,
    FigureName.ELSEWHERE: _adjustment,
    FigureName.ELSEWHERE_DEDUCTIBLE: _elsewhere_amounts,
    FigureName.ELSEWHERE_FIRST_PAY: _fraction,
    FigureName.SUPPLEMENT: _supplement,
    FigureName.CRITICAL: _critical,
    FigureName.ASSISTANCE: _assistance,
    FigureName.ACCOUNT_ORDER: lambda plain: AccountOrder(cast("str", plain)),
    FigureName.ROUNDING: lambda plain: Rounding(cast("str", plain)),
}
