"""The figures of one episode of care: each looked up on its own, on its own ground, or a gap that says what is missing.

Of the rules in force on the day of service the most specific region counts (county, pooling area, province, nation), in
it the one with the most conditions. Nobody's figure stands in for another area's. Where nothing is stated:

| figure                                  | then                                                                   |
|-----------------------------------------|------------------------------------------------------------------------|
| deductible, its basis, ratio, cap       | a gap                                                                  |
| bonus, own-share factor, cap per visit  | neutral (0, 1, none) on the ratio's ground: a ratio stated is whole    |
| elsewhere, its deductible and first pay | at home none, on the ratio's ground; else the nation's reading         |
| supplement                              | a gap for employees' stays; for everything else the nation's reading   |
| critical                                | a gap for residents' stays; for everything else the nation's reading   |
| assistance                              | a gap for hardship categories, none for everybody else                 |
| account order, rounding                 | the nation's reading: account last, half up                            |
| class B ratio                           | a gap; the bill may bring its own                                      |

"The nation's reading" is a figure of region CN like any other: national guidance in points, or a usual reading, graded
`typical`. An answer nobody has given (level, status, age, tier, reason) makes a range over what it may be, graded
`typical`; level 3 is the likely level. Where an area does not tell them apart, level 3 stands in for the top level 3
hospitals and level 1 for community centres, with a remark. Emergency outpatient care uses the figures of ordinary
outpatient care, graded `typical`.
"""

from dataclasses import replace
from fractions import Fraction
from typing import Any, Final

from sqlalchemy import Engine

from desktop_app.domain.benefits import Benefits
from desktop_app.domain.care import Level
from desktop_app.domain.evidence import Evidence, Provenance
from desktop_app.domain.figure import Dimension, Figure, FigureName, Gap, Points, Schedule, Share, Times
from desktop_app.domain.message import Message, message
from desktop_app.domain.money import Rounding, share_of
from desktop_app.domain.person import Scheme, Status
from desktop_app.rules.rulebook import BenefitQuery
from desktop_app.storage.figure_hull import hull
from desktop_app.storage.figure_query import Asker, Places, asker
from desktop_app.storage.figure_rows import FigureRows
from desktop_app.storage.figure_rule import STANDS_IN
from desktop_app.storage.figure_search import FigureSearch, Winner
from desktop_app.storage.figure_values import Spread, exact_spread

_NEUTRAL_WITH_RATIO: Final = {
    FigureName.BONUS: Fraction(0),
    FigureName.OWN_SHARE_FACTOR: Fraction(1),
    FigureName.CAP_PER_VISIT: None,
}
_NEUTRAL_AT_HOME: Final = {
    FigureName.ELSEWHERE: None,
    FigureName.ELSEWHERE_DEDUCTIBLE: None,
    FigureName.ELSEWHERE_FIRST_PAY: Fraction(0),
}


class FigureShelf:
    """Where benefit figures are looked up. Keeps the rules of the last places it was asked about."""

    def __init__(self, engine: Engine) -> None:
        self._rows = FigureRows(engine)

    def benefits(self, query: BenefitQuery, places: Places) -> Benefits:
        """Every figure the query needs, each with its own ground, or a gap with the question and the line to ask."""
        return _Answer(self._rows, asker(query, places, self._rows.disease_names(query.disease))).benefits()

    def tiers(self, lineage: tuple[str, ...], scheme: Scheme, status: Status | None) -> frozenset[str]:
        """The tiers that figures of these places tell apart for somebody of this status, or of any."""
        found = set[str]()
        for conditions in self._rows.tiered(lineage, scheme):
            who = conditions.allowed.get(Dimension.STATUS)
            if who is None or status is None or status.value in who:
                found |= conditions.allowed[Dimension.TIER]
        return frozenset(found)


class _Answer:
    """One query against the rules of its places."""

    def __init__(self, rows: FigureRows, who: Asker) -> None:
        self._rows = rows
        self._who = who
        self._kind = who.query.kind
        self._search = FigureSearch(rows, who)

    def benefits(self) -> Benefits:
        """All figures; the ratio is the ground of those that say nothing of their own."""
        figures: dict[FigureName, Any] = {name: self._figure(name) for name in FigureName}
        ratio = figures[FigureName.RATIO]
        ground = Provenance(evidence=Evidence.TYPICAL)
        if isinstance(ratio, Figure):
            ground = replace(ratio.provenance, note="", remarks=())
        for name, neutral in _NEUTRAL_WITH_RATIO.items():
            if isinstance(figures[name], Gap):
                figures[name] = _figure(exact_spread(neutral), ground)
        if self._who.at_home:
            figures |= {name: _figure(exact_spread(neutral), ground) for name, neutral in _NEUTRAL_AT_HOME.items()}
        raised = _in_yuan(figures[FigureName.ELSEWHERE_DEDUCTIBLE], figures[FigureName.DEDUCTIBLE])
        figures[FigureName.ELSEWHERE_DEDUCTIBLE] = raised
        figures[FigureName.ELSEWHERE] = _in_points(figures[FigureName.ELSEWHERE], ratio, figures[FigureName.BONUS])
        return Benefits(**{name.value: figure for name, figure in figures.items()})

    def _figure(self, name: FigureName) -> Figure[Any] | Gap:
        winners, open_answers = self._search.winners(name)
        found = [winner for winner in winners if winner is not None]
        if not found or (len(found) < len(winners) and name not in _NEUTRAL_WITH_RATIO):
            return self._gap(name, self._why(name, self._search.states(name)))
        spread = hull([self._spread(name, winner) for winner in winners])
        if spread is None:
            varies = message("figures.gap.varies", figure=_named(name), answers=_asked(open_answers))
            return self._gap(name, varies)
        all_alike = all(winner is not None and winner.rule is found[0].rule for winner in winners)
        return _figure(spread, self._provenance(found[0], () if all_alike else open_answers))

    def _spread(self, name: FigureName, winner: Winner | None) -> Spread:
        """What a rule says; neutral where the area states the figure for others only (a bonus for the retired)."""
        return winner.rule.spread if winner else exact_spread(_NEUTRAL_WITH_RATIO[name])

    def _provenance(self, winner: Winner, open_answers: tuple[str, ...]) -> Provenance:
        provenance = self._rows.provenance(winner.rule.backing)
        as_outpatient = winner.rule.kind not in {None, self._kind}
        remarks = []
        if open_answers:
            remarks.append(message("figures.remark.range", answers=_asked(open_answers)))
        elif winner.for_level:
            used = Level(STANDS_IN[winner.for_level])
            remarks.append(message("figures.remark.stands_in", level=_word(winner.for_level), used=_word(used)))
        if as_outpatient:
            remarks.append(message("figures.remark.outpatient"))
        if provenance.last_known and provenance.is_stale(self._who.query.on):
            remarks.append(message("figures.remark.stale", day=provenance.last_known))
        evidence = Evidence.TYPICAL if open_answers or as_outpatient else provenance.evidence
        return replace(provenance, evidence=evidence, remarks=tuple(remarks))

    def _why(self, name: FigureName, stated: bool) -> Message:
        query, area = self._who.query, self._who.area
        if area is None:
            return message("figures.gap.area", region=query.insured_region)
        kind = message(f"terms.kind.{self._kind.value}")
        if stated:
            return message("figures.gap.answers", area=area.name, figure=_named(name), kind=kind)
        return message("figures.gap.nothing", area=area.name, figure=_named(name), kind=kind, day=query.on)

    def _gap(self, name: FigureName, why: Message) -> Gap:
        kind = message(f"terms.kind.{self._kind.value}")
        scheme = message(f"terms.scheme.{self._who.query.scheme.value}")
        hotline = self._who.area.hotline if self._who.area else None
        return Gap(name, why, message(f"figures.ask.{name.value}", kind=kind, scheme=scheme), hotline)


def _figure(spread: Spread, provenance: Provenance) -> Figure[Any]:
    return Figure(spread.value, spread.low, spread.high, provenance)


def _in_points(elsewhere: Figure[Any] | Gap, ratio: Figure[Any] | Gap, bonus: Figure[Any] | Gap) -> Figure[Any] | Gap:
    """The dataset's share of the local ratio as the points it comes to, where they lie inside the national bounds."""
    if isinstance(elsewhere, Gap) or not isinstance(elsewhere.value, Share):
        return elsewhere
    points = elsewhere.high.value
    if isinstance(ratio, Figure) and isinstance(ratio.value, Schedule):
        own = ratio.value.segments[0].ratio + (bonus.value if isinstance(bonus, Figure) else 0)
        points = min(elsewhere.high.value, max(elsewhere.low.value, own * (1 - elsewhere.value.value)))
    return replace(elsewhere, value=Points(points))


def _in_yuan(elsewhere: Figure[Any] | Gap, local: Figure[Any] | Gap) -> Figure[Any] | Gap:
    """A multiple of the local deductible as the amounts it comes to, graded no better than what it multiplies."""
    if isinstance(elsewhere, Gap) or not isinstance(elsewhere.value, Times):
        return elsewhere
    if isinstance(local, Gap):
        return replace(local, figure=FigureName.ELSEWHERE_DEDUCTIBLE)
    grades = (elsewhere.provenance, local.provenance)
    ground = replace(
        elsewhere.provenance,
        evidence=max((one.evidence for one in grades), key=list(Evidence).index),
        unchecked=any(one.unchecked for one in grades),
    )
    value, low, high = (
        tuple(share_of(amount, times.value, Rounding.HALF_UP) for amount in amounts)
        for amounts, times in zip(_parts(local), _parts(elsewhere), strict=True)
    )
    return Figure(value, low, high, ground)


def _parts(figure: Figure[Any]) -> tuple[Any, Any, Any]:
    return figure.value, figure.low, figure.high


def _named(name: FigureName) -> Message:
    return message(f"figures.name.{name.value}")


def _word(level: Level) -> Message:
    return message(f"terms.level.{level.value}")


def _asked(answers: tuple[str, ...]) -> tuple[Message, ...]:
    return tuple(message(f"figures.answer.{answer}") for answer in answers)
