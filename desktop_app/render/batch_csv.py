"""The output of a batch: for every row its number, its cells, the amounts of the estimate, and what is wrong with it.

Written for spreadsheets: UTF-8 with a byte order mark, lines ending as RFC 4180 has them, and no cell of text that a
spreadsheet would take for a formula.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import fields
from fractions import Fraction
from functools import lru_cache
from operator import attrgetter
from typing import Final

from desktop_app.domain.message import Message
from desktop_app.domain.money import Fen, yuan_text
from desktop_app.domain.outcome import Amounts, Interval
from desktop_app.render.estimate_json import ratio_text
from desktop_app.render.words import Words
from desktop_app.rules.estimate.result import Result
from desktop_app.rules.estimate.used_figures import weakest

NUMBER: Final = "row"
AMOUNTS: Final = tuple(field.name for field in fields(Amounts))
ERROR: Final = "error"
RESULT: Final = (*AMOUNTS, "actual_ratio", "low", "likely", "high", "evidence", "gaps", "warnings", ERROR)
"""The columns after the person's own. Amounts in yuan; `low`, `likely` and `high` are those of `fund_total`."""

BYTE_ORDER_MARK: Final = "\ufeff".encode()
MESSAGES_KEPT: Final = 1024
_UNKNOWN: Final = (None, None, None)
_EMPTY: Final = ("",) * (len(RESULT) - 1)
_FORMULA: Final = frozenset("=+-@＝＋－＠\t\r\n")
_NUMBER: Final = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?%?")
_every_amount: Final = attrgetter(*AMOUNTS)

Cells = Sequence[str]


def head_line(headings: Cells) -> bytes:
    """The first line of the output."""
    return BYTE_ORDER_MARK + lines([(NUMBER, *harmless(headings), *RESULT)])


def lines(rows: Iterable[Cells]) -> bytes:
    """Rows as they stand in the file."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()


def harmless(cells: Cells) -> tuple[str, ...]:
    """Text that no spreadsheet computes: what begins like a formula and is no number gets an apostrophe before it."""
    return tuple(map(_safe, cells))


def _safe(cell: str) -> str:
    return cell if cell[:1] not in _FORMULA or _NUMBER.fullmatch(cell) else f"'{cell}"


class ResultCells:
    """The cells of `RESULT`; sentences in the language of `words`, on one line each."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._sentence = lru_cache(MESSAGES_KEPT)(self._one_line)

    def of(self, results: Sequence[Result]) -> tuple[str, ...]:
        """The cells of a case; where it lists several episodes, their amounts together."""
        sums = [(*_every_amount(result.amounts), *_ends(result.fund_total)) for result in results]
        whole = sums[0] if len(sums) == 1 else tuple(map(_total, zip(*sums, strict=True)))
        amounts, ends = whole[: len(AMOUNTS)], whole[len(AMOUNTS) :]
        likely, total = ends[1], amounts[AMOUNTS.index("total")]
        ratio = ratio_text(Fraction(likely, total)) if likely is not None and total else ""
        return (*map(_cell, amounts), ratio, *map(_cell, ends), *self._grounds(results), "")

    def refused(self, problem: Message) -> tuple[str, ...]:
        """The cells of a row without a result: what is wrong, in one sentence."""
        return (*_EMPTY, _safe(self._one_line(problem)))

    def _grounds(self, results: Sequence[Result]) -> tuple[str, str, str]:
        """The weakest evidence, the missing figures, the warnings."""
        grade = weakest(result.here for result in results)
        gaps = dict.fromkeys(gap.figure.value for result in results for gap in result.known.gaps)
        warnings = dict.fromkeys(self._sentence(warning) for result in results for warning in result.warnings)
        return grade.value if grade else "", ", ".join(gaps), _safe(" ".join(warnings))

    def _one_line(self, sentence: Message) -> str:
        return " ".join(self._words.text(sentence).split())


def _ends(total: Interval | None) -> tuple[Fen | None, Fen | None, Fen | None]:
    return (total.low, total.likely, total.high) if total else _UNKNOWN


def _cell(amount: Fen | None) -> str:
    return "" if amount is None else yuan_text(amount)


def _total(parts: Sequence[Fen | None]) -> Fen | None:
    """The sum, unknown where a part is."""
    known = [part for part in parts if part is not None]
    return Fen(sum(known)) if len(known) == len(parts) else None
