"""A second reading of how a case is settled: slow, plain, and sharing no line with the program.

It takes a case document with its figures entered (the form of a case file, numbers as `Decimal`) and returns what
`estimate --json` must say of the amounts. All amounts are `Fraction` in fen until they are written out. R1 to R22 are
the settled readings of the estimator's description.
"""

import math
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

Block = Mapping[str, Any]
Amounts = dict[str, Fraction]
BALANCE = "personal_account_balance"
COUNTERS = (
    "deductible_paid",
    "basic_fund_paid",
    "supplement_paid",
    "above_deductible",
    "critical_out_of_pocket",
    "critical_paid",
    "assistance_paid",
    BALANCE,
)
# The places that cases name here, each with the area that pools its money.
POOLING_AREA = {
    "110000": "110000",
    "110101": "110000",
    "140100": "140100",
    "140105": "140100",
    "140200": "140200",
    "310000": "310000",
}
NONE, ALL = Fraction(0), Fraction(1)
ENDLESS = Fraction(10**30)


def evaluate(document: Block) -> list[dict[str, Any]]:
    """One result per episode, in order of date; a new calendar year starts its counters anew (R21)."""
    entered = document.get("year_to_date") or {}
    counters = {name: fen(entered.get(name)) for name in COUNTERS}
    episodes = document.get("episodes") or [{"care": document["care"], "bill": document["bill"]}]
    results, last_year, chain = [], "", counters["deductible_paid"]
    for episode in sorted(episodes, key=lambda episode: str(episode["care"]["date"])):
        year = str(episode["care"]["date"])[:4]
        if last_year and year != last_year:
            counters = {name: counters[name] if name == BALANCE else NONE for name in COUNTERS}
        last_year = year
        figures = figures_for(document["figures"], document["person"], episode["care"])
        # What the stays that this one continues have paid of the deductible, over New Year as well.
        chain = chain if episode["care"].get("joined") else NONE
        amounts, counters = settle(document["person"], episode["care"], episode["bill"], figures, counters, chain)
        chain += amounts["deductible"]
        results.append(written(amounts, counters))
    return results


def settle(
    person: Block, care: Block, bill: Block, figures: Block, before: Amounts, chain: Fraction
) -> tuple[Amounts, Amounts]:
    """The steps for one episode: its amounts, and the counters after it."""
    employee = person["scheme"] == "employee"
    account_first = figures.get("account_order") == "first"
    amounts = split(bill, figures)
    # A resident has no personal account (R12). One that pays first takes its part off what every fund sees (R15).
    balance = before[BALANCE] if employee else NONE
    base = amounts["eligible"] - (min(balance, amounts["eligible"]) if account_first else NONE)
    deductible = min(base, deductible_left(figures, care, before, chain))
    basic, overflow = basic_fund(figures, base, deductible, before)
    supplement = supplement_fund(figures, overflow, before) if employee else NONE
    counted = counted_for_critical(figures, base, deductible, basic, supplement, before)
    critical = critical_fund(figures, counted, before)
    own = base - basic - supplement - critical
    hardship = (person.get("assistance") or "none") != "none"
    assistance = assistance_fund(figures, own, before) if hardship else NONE
    funds = basic + supplement + critical + assistance
    account = amounts["eligible"] - base if account_first else min(balance, base - funds)
    amounts |= {
        "deductible": deductible,
        "basic_fund": basic,
        "supplement_fund": supplement,
        "critical_fund": critical,
        "assistance_fund": assistance,
        "fund_total": funds,
        "personal_account": account,
        "cash": amounts["total"] - funds - account,
        "personal_total": amounts["total"] - funds,
    }
    added = (deductible, basic, supplement, base - deductible, counted, critical, assistance, -account)
    return amounts, {name: before[name] + more for name, more in zip(COUNTERS, added, strict=True)}


def split(bill: Block, figures: Block) -> Amounts:
    """The bill's parts. Prior self-pay and first-pay share are rounded half up, whatever the funds do (R2)."""
    total, outside, over, shares = added_up(bill) if "lines" in bill else written_out(bill)
    prior = rounded(shares, "half_up")
    in_scope = total - outside - over - prior
    first_pay = rounded(in_scope * share(figures.get("elsewhere_first_pay"), NONE), "half_up")
    return {
        "total": total,
        "out_of_catalogue": outside,
        "over_limit": over,
        "prior_self_pay": prior,
        "elsewhere_first_pay": first_pay,
        "eligible": in_scope - first_pay,
    }


def written_out(bill: Block) -> tuple[Fraction, Fraction, Fraction, Fraction]:
    """Total, out of catalogue, over the limit, and the exact share of class B, as the bill says."""
    shares = fen(bill.get("class_b")) * share(bill.get("class_b_ratio"), NONE)
    return fen(bill["total"]), fen(bill.get("out_of_catalogue")), fen(bill.get("over_limit")), shares


def added_up(bill: Block) -> tuple[Fraction, Fraction, Fraction, Fraction]:
    """The same from its lines; each is charged and limited in whole fen, the shares of class B stay exact."""
    total, outside, over, shares = NONE, NONE, NONE, NONE
    for line in bill["lines"]:
        quantity = share(line.get("quantity"), ALL)
        charged = rounded(fen(line["price"]) * quantity, "half_up")
        total += charged
        if line["class"] == "C":
            outside += charged
            continue
        limit = line.get("price_limit")
        counted = charged if limit is None else min(charged, rounded(fen(limit) * quantity, "half_up"))
        over += charged - counted
        if line["class"] == "B":
            own = line.get("self_pay_ratio")
            shares += counted * share(bill.get("class_b_ratio") if own is None else own, NONE)
    return total, outside, over, shares


def figures_for(figures: Block, person: Block, care: Block) -> Block:
    """The figures, without those for elsewhere where both places are known to share one pooling area (R17)."""
    home, there = person.get("insured_region"), care.get("region")
    if home is None or there is None or POOLING_AREA[str(home)] != POOLING_AREA[str(there)]:
        return figures
    return {name: value for name, value in figures.items() if not name.startswith("elsewhere")}


def deductible_left(figures: Block, care: Block, before: Amounts, chain: Fraction) -> Fraction:
    """The deductible that can still be taken; only `annual` and `per_joined_stays` know what was paid before (R4)."""
    figure = figures.get("deductible")
    if figures.get("elsewhere_deductible") is not None:
        figure = figures["elsewhere_deductible"]
    if isinstance(figure, list):
        figure = figure[min(care.get("admission") or 1, len(figure)) - 1]
    if figures.get("deductible_basis") == "annual":
        return max(NONE, fen(figure) - before["deductible_paid"])
    if figures.get("deductible_basis") == "per_joined_stays":
        return max(NONE, fen(figure) - chain)
    return fen(figure)


def basic_fund(figures: Block, base: Fraction, deductible: Fraction, before: Amounts) -> tuple[Fraction, Fraction]:
    """What the basic fund pays for `base`, and the exact base that overflows into the supplement."""
    segments = figures.get("segments") or [[None, figures["ratio"]]]
    start = NONE
    if figures.get("segment_basis") == "year":
        start = before["above_deductible"]
        if figures.get("segment_origin") == "zero":
            start += before["deductible_paid"]
    if figures.get("segment_origin") == "zero":
        start += deductible
    end = start + base - deductible

    year_room = room(figures.get("cap"), before["basic_fund_paid"])
    visit_room = room(figures.get("cap_per_visit"), NONE)
    left = min(year_room, visit_room)
    paid, overflow, lower = NONE, NONE, NONE
    for upper, local in segments:
        top = ENDLESS if upper is None else fen(upper)
        length = max(NONE, min(end, top) - max(start, lower))
        lower = top
        ratio = effective_ratio(figures, share(local))
        due = rounded(length * ratio, figures.get("rounding"))
        if due <= left:  # it fits when its rounded amount fits (R10)
            paid, left = paid + due, left - due
        else:
            overflow += length - left / ratio
            paid, left = paid + left, NONE
    return paid, overflow if year_room < visit_room else NONE  # R11


def effective_ratio(figures: Block, local: Fraction) -> Fraction:
    """Bonus, own-share factor, then the adjustment elsewhere; clamped once, at the end (R7, R8)."""
    elsewhere = figures.get("elsewhere") or {"kind": "points", "value": 0}
    value = share(elsewhere["value"])
    if elsewhere["kind"] == "ratio":
        return value
    if local == 0:
        return NONE
    ratio = local + share(figures.get("bonus"), NONE)
    ratio = 1 - (1 - ratio) * share(figures.get("own_share_factor"), ALL)
    ratio = ratio - value if elsewhere["kind"] == "points" else ratio * value
    return min(ALL, max(NONE, ratio))


def supplement_fund(figures: Block, overflow: Fraction, before: Amounts) -> Fraction:
    """The supplement's ratio on the exact overflow base (R9), to its cap."""
    terms = figures.get("supplement")
    if terms is None:
        return NONE
    due = rounded(overflow * share(terms["ratio"]), figures.get("rounding"))
    return min(due, room(terms.get("cap"), before["supplement_paid"]))


def counted_for_critical(
    figures: Block, base: Fraction, deductible: Fraction, basic: Fraction, supplement: Fraction, before: Amounts
) -> Fraction:
    """The eligible payment of the person's own that critical-illness insurance counts (R14)."""
    terms = figures.get("critical") or {"counts_deductible": True, "counts_elsewhere_loss": True}
    counted = base - basic - supplement
    if not terms["counts_deductible"]:
        counted -= deductible
    if not terms["counts_elsewhere_loss"]:
        unreduced, _ = basic_fund({**figures, "elsewhere": None}, base, deductible, before)
        counted -= max(NONE, unreduced - basic)
    return max(NONE, counted)


def critical_fund(figures: Block, counted: Fraction, before: Amounts) -> Fraction:
    """P(before + now) - P(before), rounded once per tier on the part that falls into it (R5, R13)."""
    terms = figures.get("critical")
    if terms is None:
        return NONE
    deductible = fen(terms["deductible"])
    origin = deductible if terms["origin"] == "deductible" else NONE
    start = before["critical_out_of_pocket"]
    end = start + counted
    due = NONE
    for lower, upper, ratio in terms["tiers"]:
        bottom = max(origin + fen(lower), deductible)
        top = ENDLESS if upper is None else origin + fen(upper)
        part = max(NONE, min(end, top) - max(start, bottom))
        due += rounded(part * share(ratio), figures.get("rounding"))
    return min(due, room(terms.get("cap"), before["critical_paid"]))


def assistance_fund(figures: Block, own: Fraction, before: Amounts) -> Fraction:
    """Medical assistance on the eligible payment that is left, above its deductible of each episode (R16)."""
    terms = figures.get("assistance")
    if terms is None:
        return NONE
    above = max(NONE, own - fen(terms.get("deductible")))
    due = rounded(above * share(terms["ratio"]), figures.get("rounding"))
    return min(due, room(terms.get("cap"), before["assistance_paid"]))


def room(cap: object, paid: Fraction) -> Fraction:
    """What is left under a cap; null is none (R18)."""
    return ENDLESS if cap is None else max(NONE, fen(cap) - paid)


def fen(yuan: object) -> Fraction:
    """An amount of the document in fen; nothing written is nothing."""
    return NONE if yuan is None else Fraction(str(yuan)) * 100


def share(value: object, otherwise: Fraction | None = None) -> Fraction:
    """A ratio of the document, or what it means when it is left out."""
    return otherwise if value is None and otherwise is not None else Fraction(str(value))


def rounded(amount: Fraction, rule: object) -> Fraction:
    """An amount in whole fen; half up unless another rule is named."""
    if rule == "down":
        return Fraction(math.floor(amount))
    if rule == "half_even":
        return Fraction(round(amount))
    return Fraction(math.floor(amount + Fraction(1, 2)))


def written(amounts: Amounts, counters: Amounts) -> dict[str, Any]:
    """Amounts as decimal strings in yuan, and the share of the bill with four places, null for a zero bill (R22)."""
    total, funds = amounts["total"], yuan(amounts["fund_total"])
    ratio = rounded(amounts["fund_total"] / total * 10000, "half_up") if total else None
    return {
        **{name: yuan(amount) for name, amount in amounts.items()},
        "actual_ratio": None if ratio is None else f"{ratio.numerator // 10000}.{ratio.numerator % 10000:04d}",
        "range": {"low": funds, "likely": funds, "high": funds},
        "year_to_date": {name: yuan(amount) for name, amount in counters.items()},
    }


def yuan(amount: Fraction) -> str:
    """Whole fen in yuan with two places; anything else is a mistake of this evaluator."""
    if amount.denominator != 1 or amount < 0:
        raise ValueError(f"{amount} is no amount of whole fen")
    return f"{amount.numerator // 100}.{amount.numerator % 100:02d}"
