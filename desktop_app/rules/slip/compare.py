"""The slip line by line beside the estimate."""

from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Interval
from desktop_app.domain.slip import TOLERANCE, ComparedLine, LineVerdict, Slip, SlipLine
from desktop_app.rules.estimate.carried import Span
from desktop_app.rules.estimate.result import Result
from desktop_app.rules.slip.amounts import agree, nearest
from desktop_app.rules.slip.spans import line_spans


def compared(result: Result, slip: Slip) -> tuple[ComparedLine, ...]:
    """Every line the slip states, in its order."""
    printed, spans = nearest(result.amounts, slip), line_spans(result)
    return tuple(_line(line, stated, printed[line], spans.get(line)) for line, stated in slip.stated)


def _line(line: SlipLine, stated: Fen, estimate: Fen | None, span: Span | None) -> ComparedLine:
    if estimate is None:
        return ComparedLine(
            line=line, slip=stated, estimate=None, span=None, difference=None, verdict=LineVerdict.UNKNOWN
        )
    low, high = (estimate, estimate) if span is None else (min(span.least, estimate), max(span.most, estimate))
    return ComparedLine(
        line=line,
        slip=stated,
        estimate=estimate,
        span=Interval(Fen(low), estimate, Fen(high)),
        difference=Fen(stated - estimate),
        verdict=_verdict(stated, estimate, low, high),
    )


def _verdict(stated: Fen, estimate: Fen, low: int, high: int) -> LineVerdict:
    if agree(stated, estimate):
        return LineVerdict.AGREES
    inside = low - TOLERANCE <= stated <= high + TOLERANCE
    return LineVerdict.WITHIN_RANGE if inside else LineVerdict.DIFFERS
