"""Why a filing verdict is what it is: the filing at hand, the rules for and against, in sentences."""

from desktop_app.domain.advice import Reasoned
from desktop_app.domain.message import Message, message
from desktop_app.domain.policy import FilingGround, FilingRule, SettlementRule
from desktop_app.domain.region import Relation
from desktop_app.rules import chongqing
from desktop_app.rules.commitment import filed_elsewhere
from desktop_app.rules.coverage import Coverage
from desktop_app.rules.exemption import Stance
from desktop_app.rules.situation import Situation


def shortfall(situation: Situation) -> Reasoned:
    """Why the filing at hand, if any, does not do."""
    return situation.reasoned(_shortfall(situation), *_SHORTFALL_FACTS.get(situation.coverage, ()))


def _shortfall(situation: Situation) -> Message:
    record = situation.care.filing_record
    parameters: dict[str, Message | str] = {"place": situation.place_name}
    if record:
        filed = situation.rulebook.pooling_area(record.region) or situation.rulebook.region(record.region)
        parameters["filed"] = filed.name if filed else record.region
    text = message(f"filing.shortfall.{situation.coverage.value}", day=situation.care.begins, **parameters)
    if record is None:
        return text
    return Message(text.id, (*text.parameters, ("start", record.start), ("until", record.until or record.start)))


_SHORTFALL_FACTS: dict[Coverage, tuple[str, ...]] = {
    Coverage.OTHER_PLACE: ("N-040", "N-132"),
    Coverage.STARTS_LATER: ("N-054",),
    Coverage.EXPIRED: ("N-046", "N-048"),
    Coverage.LATE: ("N-054",),
}


def at_home(situation: Situation) -> tuple[Reasoned, ...]:
    """Care in one's own pooling area (统筹区): no filing, and none in force elsewhere need be ended first (N-050)."""
    why = [situation.reasoned(message("filing.why.same_area", area=situation.insured.name), "N-001")]
    if chongqing.keeps_districts(situation):
        why.append(situation.reasoned(message("filing.why.chongqing_free"), "L2009"))
    if filed_elsewhere(situation):
        why.append(situation.reasoned(message("filing.why.filed_elsewhere"), "N-050", "N-051"))
    return tuple(why)


def late_chance(situation: Situation) -> Reasoned:
    """What filing from the ward, or before paying, still brings (N-053); little where a third party pays (N-112)."""
    injury = situation.care.injury
    if injury is not None and injury.third_party:
        return situation.reasoned(message("filing.why.late_third_party"), "N-053", "N-112")
    when = "during" if situation.is_stay else "visit"
    return situation.reasoned(message(f"filing.why.late_{when}"), "N-053")


def exemption(situation: Situation, stance: Stance) -> tuple[Reasoned, ...]:
    """What speaks for going without a filing, and what against it."""
    if not stance.doubted:
        return ()
    rule = stance.doubted[0]
    said = quoted(situation, f"filing.why.exempt_{rule.ground.value}", rule)
    against = [other for other in stance.against if other.binding.fact != rule.binding.fact]
    if not against:
        return (said, *(quoted(situation, "filing.why.also_said", other) for other in stance.doubted[1:2]))
    return (said, quoted(situation, "filing.why.but", against[0]))


def file_anyway(situation: Situation) -> Reasoned:
    """Filing is free and safe."""
    if not situation.filing_stressed:
        return situation.reasoned(message("filing.why.file_anyway_then"), "N-095")
    return situation.reasoned(message("filing.why.file_anyway"), "N-044")


def asking(situation: Situation, stance: Stance) -> Reasoned:
    """Who asks for the filing."""
    if situation.relation is Relation.CROSS_PROVINCE:
        places = {"insured": situation.insured.name, "place": situation.place_name}
        local = (rule.binding.fact for rule in stance.asking if rule.ground is FilingGround.OWN)
        return situation.reasoned(message("filing.why.cross_province", **places), "N-095", *local)
    if stance.firmly_asking:
        return quoted(situation, "filing.why.in_province", stance.firmly_asking[0])
    return situation.reasoned(message("filing.why.long_term_files"), "N-009")


def asked_by_itself(situation: Situation, stance: Stance) -> tuple[Reasoned, ...]:
    """What the insured region's own rule says of the filing across provinces, which often is more than that it asks."""
    if situation.relation is not Relation.CROSS_PROVINCE:
        return ()
    own = [rule for rule in stance.asking if rule.ground is FilingGround.OWN and not rule.binding.national]
    return tuple(quoted(situation, "filing.why.asked_here", rule) for rule in own[:1])


def agreement_asks(situation: Situation, stance: Stance) -> tuple[Reasoned, ...]:
    """A mutual agreement that is often taken to waive filing, but asks for it."""
    rules = (rule for rule in stance.asking if rule.ground is FilingGround.AGREEMENT)
    return tuple(quoted(situation, "filing.why.agreement_asks", rule) for rule in rules)


def file_first(situation: Situation) -> Reasoned:
    """What goes without a filing (N-044)."""
    return situation.reasoned(message("filing.why.file_first"), *situation.file_first[:1])


def quoted(situation: Situation, id: str, rule: FilingRule | SettlementRule) -> Reasoned:
    """A sentence around the rule's own words."""
    fact = rule.binding.fact
    return situation.reasoned(message(id, rule=situation.statement(fact)), fact)
