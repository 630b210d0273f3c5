"""Must anything be filed (备案)? The table of wizard.md: the first line that fits decides."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.domain.advice import FilingAdvice, FilingVerdict, LocalCategory, Reasoned
from desktop_app.domain.care import LONG_TERM_TYPES, Stage
from desktop_app.domain.message import message
from desktop_app.domain.policy import SettlementEffect
from desktop_app.domain.region import Relation
from desktop_app.rules import channels, chongqing, materials, validity
from desktop_app.rules.commitment import still_locked
from desktop_app.rules.consequences import consequences, further_consequences
from desktop_app.rules.coverage import UNDECIDED, Coverage
from desktop_app.rules.exemption import Stance, stance_on
from desktop_app.rules.filing_reasons import (
    agreement_asks,
    asked_by_itself,
    asking,
    at_home,
    exemption,
    file_anyway,
    file_first,
    late_chance,
    quoted,
    shortfall,
)
from desktop_app.rules.filing_type import local_category, type_asked
from desktop_app.rules.settlement_ends import rules_of
from desktop_app.rules.situation import Situation, gathered

MOST_FACTS = 8
"""More facts behind one verdict than this, and nobody reads them."""

TO_FILE = frozenset(
    {
        FilingVerdict.NEEDED,
        FilingVerdict.ADVISED,
        FilingVerdict.LATE_BEFORE_DISCHARGE,
        FilingVerdict.LATE_AFTER_DISCHARGE,
        FilingVerdict.UNKNOWN,
    }
)
"""The verdicts after which somebody may have to file, so that papers and channels are shown."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A line of the table that fits: the verdict and what it rests on."""

    verdict: FilingVerdict
    why: tuple[Reasoned, ...]


Line = Callable[[Situation, Stance], Finding | None]


def advise_filing(situation: Situation) -> FilingAdvice:
    """The verdict on filing with everything needed to act on it."""
    stance = stance_on(situation)
    found = next(finding for line in LINES if (finding := line(situation, stance)))
    if found.verdict not in TO_FILE:
        return _nothing_to_file(situation, found)
    type = None if situation.relation is Relation.SAME_AREA else type_asked(situation)
    start, terms = validity.first_day(situation, type, found.verdict)
    category = local_category(situation) if type else None
    return FilingAdvice(
        verdict=found.verdict,
        why=(*found.why, *validity.starts_later(situation, start)),
        facts=_facts(found, category),
        type=type,
        local_category=category,
        materials=materials.filing_materials(situation, type),
        channels=channels.filing_channels(situation, type),
        review_time=validity.review_time(situation, type),
        validity=terms,
        effective_from=start,
        change_rule=validity.change_rule(situation, type, start),
    )


# --- the lines, in order --------------------------------------------------------------------------------------------


def nothing_left(situation: Situation, stance: Stance) -> Finding | None:
    """1: settled directly at discharge; a filing that covered it is named by line 3 instead."""
    if situation.stage is not Stage.DISCHARGED_SETTLED or situation.coverage is Coverage.COVERS:
        return None
    text = "settled_in_part" if situation.paid_in_part else "settled"
    why = [situation.reasoned(message(f"filing.why.{text}"), "N-077")]
    if stance.free:
        why.append(quoted(situation, "filing.why.free_that_day", stance.free))
    return Finding(FilingVerdict.NOT_NEEDED, tuple(why))


def no_other_place(situation: Situation, stance: Stance) -> Finding | None:
    """1: abroad nothing can be filed; in the same pooling area (统筹区) nothing need be, but in Chongqing.

    Where a district of Chongqing or the hospital's level is not known, telling the district is the careful way.
    """
    if situation.abroad:
        why = situation.reasoned(message("filing.why.abroad", place=situation.place_name), "N-112")
        return Finding(FilingVerdict.NOT_NEEDED, (why,))
    if situation.relation is not Relation.SAME_AREA:
        return None
    outside = chongqing.outside_home_district(situation)
    if outside is not False:
        if situation.coverage is Coverage.COVERS or situation.care.emergency:
            return None
        why = situation.reasoned(message(f"filing.why.chongqing{'' if outside else '_perhaps'}"), "L2009")
        return Finding(FilingVerdict.ADVISED, (why,))
    return Finding(FilingVerdict.NOT_NEEDED, (*at_home(situation),))


def work_injury(situation: Situation, stance: Stance) -> Finding | None:
    """1: a work injury (工伤) belongs to another scheme (N-115)."""
    injury = situation.care.injury
    if injury is None or injury.work is not True:
        return None
    return Finding(FilingVerdict.NOT_NEEDED, (situation.reasoned(message("filing.why.work_injury"), "N-115"),))


def rescue(situation: Situation, stance: Stance) -> Finding | None:
    """2: emergency rescue (急诊抢救) counts as filed, however it was paid (N-059); the hospital flags it (N-060)."""
    if not situation.care.emergency:
        return None
    why = [situation.reasoned(message("filing.why.rescue"), "N-059", "N-024")]
    if not situation.over:
        why.append(situation.reasoned(message("filing.why.emergency_flag"), "N-060"))
    return Finding(FilingVerdict.DEEMED, (*why, *consequences(situation)))


def covered(situation: Situation, stance: Stance) -> Finding | None:
    """3: a filing covers place, kind and the day on which the care begins."""
    record = situation.care.filing_record
    if situation.coverage is not Coverage.COVERS or record is None:
        return None
    day = situation.care.begins
    place = message("filing.why.covered", place=situation.place_name, day=day)
    why = [situation.reasoned(place, "N-040", "N-043")]
    if record.until is None and record.type in LONG_TERM_TYPES:
        why.append(situation.reasoned(message("filing.why.covered_open"), "N-045"))
    elif record.until is None:
        why.append(situation.reasoned(message("filing.why.covered_no_end"), "N-046", "N-042"))
    elif record.until < situation.care.date:
        why.append(situation.reasoned(message("filing.why.expires_during", until=record.until), "N-048"))
    else:
        why.append(situation.reasoned(message("filing.why.covered_until", until=record.until), "N-046"))
    return Finding(FilingVerdict.VALID, tuple(why))


def freed(situation: Situation, stance: Stance) -> Finding | None:
    """4: an undisputed official or reported rule of the insured region itself frees it, also when already admitted."""
    if stance.free is None:
        return None
    return Finding(FilingVerdict.NOT_NEEDED, (quoted(situation, "filing.why.free", stance.free),))


def advisable(situation: Situation, stance: Stance) -> Finding | None:
    """5: not yet admitted, and an exemption is disputed, only typical, by agreement, or bound to a reason.

    A requirement inside the province that is itself only typical carries no more than this either.
    """
    if not situation.ahead:
        return None
    if stance.doubted:
        said = exemption(situation, stance)
    elif stance.asking and not stance.firmly_asking and situation.coverage not in UNDECIDED:
        said = (quoted(situation, "filing.why.asked_typically", stance.asking[0]),)
    else:
        return None
    why = (*_filed_amiss(situation), *said, file_anyway(situation), *further_consequences(situation, said))
    return Finding(FilingVerdict.ADVISED, why)


def before_discharge(situation: Situation, stance: Stance) -> Finding | None:
    """6: in hospital and no filing covers it: file or correct it now, from the day of admission (N-053, N-054)."""
    if situation.stage is not Stage.ADMITTED or situation.coverage in UNDECIDED:
        return None
    why = (
        shortfall(situation),
        late_chance(situation),
        situation.reasoned(message("filing.why.start_date", start=situation.start_day), "N-054"),
        *exemption(situation, stance),
    )
    return Finding(FilingVerdict.LATE_BEFORE_DISCHARGE, (*why, *further_consequences(situation, why)))


def after_discharge(situation: Situation, stance: Stance) -> Finding | None:
    """7: paid in full and no filing covers it: late filing and a manual claim as the insured region allows."""
    if situation.stage is not Stage.DISCHARGED_PAID or situation.coverage in UNDECIDED:
        return None
    why = [
        shortfall(situation),
        situation.reasoned(message("filing.why.late_after"), "N-055", "S4-23"),
    ]
    rebooked = rules_of(situation, SettlementEffect.REBOOKED)[:1]
    why.extend(quoted(situation, "filing.why.rebook", rule) for rule in rebooked)
    why.extend(exemption(situation, stance))
    return Finding(FilingVerdict.LATE_AFTER_DISCHARGE, (*why, *further_consequences(situation, why)))


def needed(situation: Situation, stance: Stance) -> Finding | None:
    """8: not yet admitted, across provinces or where the province asks for it, whatever filing does not cover it."""
    if not situation.ahead or situation.coverage in UNDECIDED:
        return None
    if not stance.firmly_asking and stance.trips_only is None:
        return None
    amiss = _filed_amiss(situation)
    why = [*amiss[:1], asking(situation, stance), *asked_by_itself(situation, stance)]
    if stance.trips_only:
        why.append(quoted(situation, "filing.why.trips_only", stance.trips_only))
    why.extend(amiss[1:])
    why.extend(agreement_asks(situation, stance))
    why.append(file_first(situation))
    return Finding(FilingVerdict.NEEDED, (*why, *further_consequences(situation, why)))


def _filed_amiss(situation: Situation) -> tuple[Reasoned, ...]:
    """Why the filing at hand does not do, and whether it can be changed yet; nothing where there is none."""
    if situation.coverage is Coverage.NOT_FILED or situation.coverage in UNDECIDED:
        return ()
    locked = still_locked(situation)
    return (shortfall(situation), *((locked,) if locked else ()))


def undecided(situation: Situation, stance: Stance) -> Finding:
    """9: the fact that decides is missing: which, and where to look it up or whom to ask."""
    why = []
    if situation.coverage in UNDECIDED:
        why.append(situation.reasoned(message("filing.why.look_up"), "N-042"))
    if situation.place is None:
        why.append(situation.reasoned(message("filing.why.place_missing"), "N-040"))
    if situation.stage is Stage.UNKNOWN:
        why.append(situation.reasoned(message("filing.why.stage_missing"), "N-053", "N-055"))
    if situation.stage is Stage.ADMITTED and situation.coverage in UNDECIDED:
        why.append(situation.reasoned(message("filing.why.none_found_file"), "N-053", "N-054"))
    elif situation.coverage in UNDECIDED and stance.firmly_asking:
        why.append(asking(situation, stance))
    if not stance.asking and situation.relation is Relation.SAME_PROVINCE:
        why.append(situation.reasoned(message("filing.why.province_silent"), "S2-25", "N-044"))
    return Finding(FilingVerdict.UNKNOWN, tuple(why) or (situation.reasoned(message("filing.why.ask"), "N-095"),))


LINES: tuple[Line, ...] = (
    nothing_left,
    no_other_place,
    work_injury,
    rescue,
    covered,
    freed,
    advisable,
    before_discharge,
    after_discharge,
    needed,
    undecided,
)


def _facts(found: Finding, category: LocalCategory | None = None) -> tuple[str, ...]:
    """The facts the verdict rests on; that of the region's own category is never the one left out."""
    own = category.facts if category else ()
    return tuple(dict.fromkeys((*gathered(found.why, most=MOST_FACTS - len(own)), *own)))


def _nothing_to_file(situation: Situation, found: Finding) -> FilingAdvice:
    """A verdict after which nothing is handed in; a filing in force is shown with its own type and days."""
    record = situation.care.filing_record if found.verdict is FilingVerdict.VALID else None
    rescued = found.verdict is FilingVerdict.DEEMED
    type = record.type if record else type_asked(situation) if rescued else None
    category = local_category(situation) if rescued else None
    return FilingAdvice(
        verdict=found.verdict,
        why=found.why,
        facts=_facts(found, category),
        type=type,
        local_category=category,
        validity=validity.recorded(situation, record) if record else None,
        effective_from=record.start if record else None,
        change_rule=validity.change_rule(situation, record.type, record.start) if record else None,
    )
