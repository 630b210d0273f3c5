"""One stacked bar of the whole bill: who pays which part."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Amounts
from desktop_app.render.charts.style import Chart, ChartStyle
from desktop_app.render.environment import Pages
from desktop_app.render.words import yuan

_TOP: Final = 2
_GAP: Final = 2
_NARROWEST: Final = 16
"""Pixels a part always gets, so that its number fits into it."""


class BillPart(StrEnum):
    """The parts of a bill, from the basic fund to cash out of catalogue.

    Each has a colour role `part_…` and words `paper.part.…`.
    """

    BASIC = "basic"
    SUPPLEMENT = "supplement"
    CRITICAL = "critical"
    ASSISTANCE = "assistance"
    ACCOUNT = "account"
    CASH_IN = "cash_in"
    CASH_OUT = "cash_out"


_FUNDS: Final = frozenset({BillPart.BASIC, BillPart.SUPPLEMENT, BillPart.CRITICAL, BillPart.ASSISTANCE})


def bill_parts(amounts: Amounts) -> dict[BillPart, Fen] | None:
    """The whole bill in disjoint parts that add up to its total; None while a gap leaves one unknown.

    Out of catalogue takes in what exceeds a price limit: no fund and no account ever touches either.
    """
    parts = (
        amounts.basic_fund,
        amounts.supplement_fund,
        amounts.critical_fund,
        amounts.assistance_fund,
        amounts.personal_account,
        amounts.cash,
    )
    if any(part is None for part in parts):
        return None
    *paid, cash = (Fen(part or 0) for part in parts)
    outside = Fen(amounts.out_of_catalogue + amounts.over_limit)
    return dict(zip(BillPart, (*paid, Fen(cash - outside), outside), strict=True))


@dataclass(frozen=True, slots=True)
class Slice:
    """A part as it is drawn: from where, how wide, its number, and its line in the legend."""

    role: str
    x: int
    width: int
    number: int
    ink: str
    name: str
    amount: str
    legend_x: int
    legend_y: int


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the bill, the funds' or the person's: what it says above the bar and how far its line runs."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BillBar:
    """Everything the template draws, in pixels."""

    title: str
    height: int
    bar_y: int
    bar_height: int
    legend_width: int
    slices: tuple[Slice, ...]
    sides: tuple[Side, ...]


def bill_bar(amounts: Amounts, pages: Pages, style: ChartStyle) -> Chart | None:
    """The bar, or None where a part of the bill is not known or there is no bill. Zero parts are left out."""
    parts = {part: amount for part, amount in (bill_parts(amounts) or {}).items() if amount}
    if not parts:
        return None
    bar = _laid_out(parts, pages, style)
    svg = pages.render("charts/bill_bar.svg.j2", bar=bar, style=style)
    return Chart(svg=svg, width=style.width, height=bar.height, title=bar.title)


def _laid_out(parts: dict[BillPart, Fen], pages: Pages, style: ChartStyle) -> BillBar:
    bar_y, bar_height = _TOP + style.line + 8, style.text * 3
    widths = _widths(tuple(parts.values()), style.width)
    columns = _columns(parts, pages, style)
    slices, x = [], 0
    for index, (part, amount) in enumerate(parts.items()):
        row, column = divmod(index, columns)
        slices.append(
            Slice(
                role=f"part_{part}",
                x=x,
                width=widths[index] - _GAP if index < len(parts) - 1 else style.width - x,
                number=index + 1,
                ink=style.ink_on(f"part_{part}"),
                name=pages.label(f"paper.part.{part}"),
                amount=yuan(amount),
                legend_x=column * (style.width // columns),
                legend_y=bar_y + bar_height + 12 + row * (style.line + 4),
            )
        )
        x += widths[index]
    sides = _sides(parts, slices, pages)
    return BillBar(
        title=pages.label("paper.bar.title", parts=tuple(f"{each.name} {each.amount}" for each in slices)),
        height=slices[-1].legend_y + style.line + 2,
        bar_y=bar_y,
        bar_height=bar_height,
        legend_width=style.width // columns - (24 if columns > 1 else 0),
        slices=tuple(slices),
        sides=sides,
    )


def _widths(amounts: Sequence[Fen], width: int) -> list[int]:
    """Pixels for each amount: in proportion, but never too narrow to be seen."""
    small: set[int] = set()
    while True:
        large = [index for index in range(len(amounts)) if index not in small]
        room, rest = width - _NARROWEST * len(small), sum(amounts[index] for index in large)
        too_small = {index for index in large if amounts[index] * room < _NARROWEST * rest}
        if not too_small:
            return [_NARROWEST if i in small else amount * room // rest for i, amount in enumerate(amounts)]
        small |= too_small


def _columns(parts: dict[BillPart, Fen], pages: Pages, style: ChartStyle) -> int:
    """Two columns in the legend where the longest line fits twice, else one."""
    longest = max(
        style.width_of(f"{pages.label(f'paper.part.{part}')}  {yuan(amount)}") for part, amount in parts.items()
    )
    return 2 if (longest + style.line + 32) * 2 <= style.width else 1


def _sides(parts: dict[BillPart, Fen], slices: Sequence[Slice], pages: Pages) -> tuple[Side, ...]:
    found = []
    for id, wanted in (("paper.bar.funds", True), ("paper.bar.person", False)):
        mine = [drawn for part, drawn in zip(parts, slices, strict=True) if (part in _FUNDS) is wanted]
        if mine:
            paid = Fen(sum(amount for part, amount in parts.items() if (part in _FUNDS) is wanted))
            found.append(Side(pages.label(id, amount=paid), mine[0].x, mine[-1].x + mine[-1].width))
    return tuple(found)
