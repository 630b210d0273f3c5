"""Random valid case documents with their figures entered, crowded where sums go wrong.

Amounts lie on, a fen beside, or between the landmarks of the same document: deductible, band bounds, the expenses at
which a cap is used up, tier bounds. A seed and a number always give the same document.
"""

from collections.abc import Iterator
from decimal import Decimal
from random import Random
from typing import Any, TypeVar

from tests.second.evaluator import POOLING_AREA

T = TypeVar("T")
Document = dict[str, Any]
Number = Decimal | int
RATIOS = ("0", "1", "0.5", "0.85", "0.9", "0.95", "0.6", "0.333333", "0.001", "0.999", "0.0005")
SMALL = (0, 1, 2, 5, 33, 99, 100, 101, 250, 1001)
STATUSES = {"employee": ("working", "retired"), "resident": ("adult", "child", "student", "elderly")}
KINDS = ("inpatient", "outpatient", "chronic_outpatient", "emergency_outpatient", "drugstore", "childbirth", "injury")
LEVELS = ("community", "level1", "level2", "level3", "level3_top", "unknown")
REASONS = (
    "retired_relocation",
    "long_term_residence",
    "work_post",
    "referral",
    "emergency",
    "self_chosen",
    "study",
    "unknown",
)
DAYS = ("2026-01-01", "2026-06-15", "2026-06-16", "2026-12-30", "2026-12-31", "2027-01-01", "2027-01-02", "2028-02-29")
ORIGINS = ("zero", "deductible")


def documents(seed: int, count: int) -> Iterator[Document]:
    """`count` documents, the same for the same seed."""
    return (document(Random(f"{seed}:{number}")) for number in range(count))


def document(draw: Random) -> Document:
    """One case: who, the year so far, the figures, and one to four episodes."""
    scheme = draw.choice(("employee", "employee", "resident"))
    landmarks: list[int] = [0, 100]
    figures = _figures(draw, landmarks)
    person: Document = {"scheme": scheme, "status": draw.choice(STATUSES[scheme])}
    if draw.random() < 0.5:
        person["assistance"] = draw.choice(("none", "low_income", "extremely_poor", "poverty_risk"))
    if draw.random() < 0.3:
        person |= {"insured_region": draw.choice(list(POOLING_AREA)), "age": draw.randint(0, 100)}
    else:
        figures = _with_some_left_out(draw, figures)
    made: Document = {"version": 1, "person": person, "figures": figures}
    if draw.random() < 0.7:
        made["year_to_date"] = _year(draw, figures, landmarks)
    episodes = [
        {"care": _care(draw, "insured_region" in person), "bill": _bill(draw, landmarks)}
        for _ in range(draw.choice((1, 1, 1, 2, 3, 4)))
    ]
    return made | (episodes[0] if len(episodes) == 1 and draw.random() < 0.8 else {"episodes": episodes})


def yuan(fen: int) -> Number:
    """An amount as a case file has it: whole where it can be, else with its fen."""
    return fen // 100 if fen % 100 == 0 else Decimal(fen).scaleb(-2)


def _near(draw: Random, landmarks: list[int]) -> int:
    """An amount on, just beside, between or far from the landmarks."""
    way = draw.random()
    if way < 0.35:
        return max(0, draw.choice(landmarks) + draw.choice((-1, 1)) * draw.choice(SMALL))
    if way < 0.55:
        return draw.choice(landmarks) + draw.choice(landmarks) + draw.choice(SMALL)
    if way < 0.85:
        return draw.randint(0, max(landmarks) + 1)
    return draw.choice((draw.randint(0, 999), draw.randint(0, 10**6), draw.randint(0, 10**8), 10**10 + 1))


def _ratio(draw: Random) -> Number:
    """A share: a corner, whole points, or something uneven."""
    way = draw.random()
    text = draw.choice(RATIOS) if way < 0.5 else f"{draw.randint(0, 100)}e-2" if way < 0.9 else f"{draw.random():.6f}"
    number = Decimal(text)
    return int(number) if number in {0, 1} else number


def _amount(draw: Random, landmarks: list[int], largest: int) -> int:
    """A new landmark."""
    fen = draw.choice((0, 1, draw.randint(0, 200), draw.randint(0, largest), draw.randint(0, largest // 100) * 100))
    landmarks.append(fen)
    return fen


def _maybe(draw: Random, value: T, chance: float) -> T | None:
    """A figure, or that there is none."""
    return value if draw.random() < chance else None


def _figures(draw: Random, landmarks: list[int]) -> Document:
    """Every key of `figures`; of `ratio` and `segments` one."""
    scale = draw.choice((300, 20_000, 500_000, 10_000_000))
    basis = draw.choice(("annual", "per_visit", "per_admission", "per_joined_stays"))
    figures: Document = {
        "deductible": _deductible(draw, landmarks, basis, scale // 4),
        "deductible_basis": basis,
        "segment_origin": draw.choice(ORIGINS),
        "segment_basis": draw.choice(("stay", "year")),
        "bonus": draw.choice((0, 0, Decimal("0.05"), _ratio(draw))),
        "own_share_factor": draw.choice((1, 1, Decimal("0.6"), _ratio(draw))),
        "elsewhere": _maybe(draw, _adjustment(draw), 0.5),
        "elsewhere_deductible": _maybe(draw, _deductible(draw, landmarks, basis, scale // 4), 0.3),
        "elsewhere_first_pay": draw.choice((0, 0, 0, Decimal("0.1"), _ratio(draw))),
        "account_order": draw.choice(("last", "first")),
        "rounding": draw.choice(("half_up", "down", "half_even")),
    }
    if draw.random() < 0.35:
        figures["ratio"] = _ratio(draw)
    else:
        uppers = sorted({1 + _amount(draw, landmarks, 3 * scale) for _ in range(draw.randint(0, 4))})
        figures["segments"] = [[yuan(upper), _ratio(draw)] for upper in uppers] + [[None, _ratio(draw)]]
    figures |= {
        "cap": _cap(draw, landmarks, 2 * scale, 0.75),
        "cap_per_visit": _cap(draw, landmarks, 2 * scale, 0.25),
        "supplement": _maybe(draw, {"ratio": _ratio(draw), "cap": _cap(draw, landmarks, 2 * scale, 0.5)}, 0.7),
        "critical": _maybe(draw, _critical(draw, landmarks, scale), 0.7),
        "assistance": _maybe(draw, _assistance(draw, landmarks, scale), 0.6),
    }
    # The expenses at which a cap is used up, roughly.
    shares = [Decimal(band[1]) for band in figures.get("segments", [[None, figures.get("ratio")]])]
    caps = [cap for cap in (figures["cap"], figures["cap_per_visit"]) if cap is not None]
    landmarks += [int(Decimal(cap) * 100 / part) for cap in caps for part in shares if part > Decimal("0.01")]
    return figures


def _adjustment(draw: Random) -> Document:
    """A reduction elsewhere: as regions have them, or anything."""
    kind = draw.choice(("points", "factor", "ratio"))
    usual = {"points": "0.1", "factor": "0.9", "ratio": "0.65"}
    return {"kind": kind, "value": Decimal(usual[kind]) if draw.random() < 0.5 else _ratio(draw)}


def _deductible(draw: Random, landmarks: list[int], basis: str, scale: int) -> Number | list[Number]:
    """A deductible, or one for each stay of the year."""
    if basis in {"per_admission", "per_joined_stays"} and draw.random() < 0.5:
        return [yuan(_amount(draw, landmarks, scale)) for _ in range(draw.randint(1, 3))]
    return yuan(_amount(draw, landmarks, scale))


def _cap(draw: Random, landmarks: list[int], largest: int, chance: float) -> Number | None:
    return _maybe(draw, yuan(_amount(draw, landmarks, largest)), chance)


def _critical(draw: Random, landmarks: list[int], scale: int) -> Document:
    """Tiers that rise, with or without gaps between them; some below the deductible."""
    count = draw.randint(1, 3)
    bounds = sorted(draw.sample(range(2 * scale + 10), 2 * count))
    landmarks += bounds
    if draw.random() < 0.7:
        bounds[2::2] = bounds[1:-1:2]
    pairs = zip(bounds[::2], bounds[1::2], strict=True)
    tiers: list[list[Number | None]] = [[yuan(low), yuan(high), _ratio(draw)] for low, high in pairs]
    if draw.random() < 0.8:
        tiers[-1][1] = None
    return {
        "deductible": yuan(draw.choice((0, bounds[0], _amount(draw, landmarks, scale)))),
        "tiers": tiers,
        "origin": draw.choice(ORIGINS),
        "cap": _cap(draw, landmarks, scale, 0.4),
        "counts_deductible": draw.random() < 0.5,
        "counts_elsewhere_loss": draw.random() < 0.5,
    }


def _assistance(draw: Random, landmarks: list[int], scale: int) -> Document:
    deductible = draw.choice((0, _amount(draw, landmarks, scale)))
    return {"deductible": yuan(deductible), "ratio": _ratio(draw), "cap": _cap(draw, landmarks, scale, 0.5)}


def _with_some_left_out(draw: Random, figures: Document) -> Document:
    """Without a region a key left out means none or neutral (R18), and null says so too."""
    kept = {"deductible", "ratio", "segments"}
    if any(isinstance(figures[name], list) for name in ("deductible", "elsewhere_deductible")):
        kept.add("deductible_basis")
    optional = [name for name in figures if name not in kept]
    left_out = {name for name in optional if draw.random() < 0.1}
    nulls = {name for name in optional if draw.random() < 0.1}
    return {name: None if name in nulls else value for name, value in figures.items() if name not in left_out}


def _year(draw: Random, figures: Document, landmarks: list[int]) -> Document:
    """Counters: nothing, around the caps of this document, or anything."""
    caps = {
        "deductible_paid": figures["deductible"],
        "basic_fund_paid": figures.get("cap"),
        "supplement_paid": (figures.get("supplement") or {}).get("cap"),
        "above_deductible": None,
        "critical_out_of_pocket": (figures.get("critical") or {}).get("deductible"),
        "critical_paid": (figures.get("critical") or {}).get("cap"),
        "assistance_paid": (figures.get("assistance") or {}).get("cap"),
        "personal_account_balance": None,
    }
    year: Document = {}
    for name, cap in caps.items():
        way = draw.random()
        if way < 0.4 and cap is not None and not isinstance(cap, list):
            year[name] = yuan(max(0, int(Decimal(cap) * 100) + draw.choice((-1, -1, 1)) * draw.choice(SMALL)))
        elif way < (0.9 if name.endswith("balance") else 0.6):
            year[name] = yuan(_near(draw, landmarks))
    return year


def _care(draw: Random, with_region: bool) -> Document:
    """Care on a day around New Year; what does not touch money varies as well."""
    care: Document = {"kind": draw.choice(KINDS), "level": draw.choice(LEVELS), "date": draw.choice(DAYS)}
    if draw.random() < 0.5:
        care["admission"] = draw.randint(1, 4)
    if draw.random() < 0.5:
        care |= {"reason": draw.choice(REASONS), "filing": draw.choice(("none", "filed", "late", "unknown"))}
    if draw.random() < 0.2:
        care |= {"admitted_on": "2025-12-20", "emergency": draw.random() < 0.5, "networked": "unknown"}
    if draw.random() < 0.2:
        care["joined"] = True
    if draw.random() < (0.8 if with_region else 0.2):
        care["region"] = draw.choice(list(POOLING_AREA))
    return care


def _bill(draw: Random, landmarks: list[int]) -> Document:
    """A bill whose parts fit into it, down to the last fen; often nothing but a total."""
    total = _near(draw, landmarks)
    bill: Document = {"total": yuan(total)}
    if draw.random() < 0.5:
        return bill
    rest = total
    for name in draw.sample(("out_of_catalogue", "class_b", "over_limit"), draw.randint(1, 3)):
        part = draw.choice((0, rest, min(rest, draw.choice(SMALL)), draw.randint(0, rest), draw.randint(0, rest // 5)))
        rest -= part
        bill[name] = yuan(part)
    if "class_b" in bill:
        bill["class_b_ratio"] = _ratio(draw)
    return _itemised(draw, bill) if draw.random() < 0.4 else bill


def _itemised(draw: Random, bill: Document) -> Document:
    """The bill in lines, some items several or in halves, some of class B at a share of their own."""
    fen = {name: int(Decimal(amount) * 100) for name, amount in bill.items() if name != "class_b_ratio"}
    class_b, over = fen.get("class_b", 0), fen.get("over_limit", 0)
    plain = fen["total"] - class_b - fen.get("out_of_catalogue", 0) - over
    first = draw.randint(0, class_b)
    lines: list[Document] = [
        {"class": "C", "price": yuan(fen.get("out_of_catalogue", 0)), "price_limit": draw.choice((None, 0, 5))},
        {"class": "A", "price": yuan(plain + over), "price_limit": yuan(plain)},
        {"class": "B", "price": yuan(first), "self_pay_ratio": _ratio(draw)},
        {"class": "B", "price": yuan(class_b - first), "self_pay_ratio": draw.choice((None, _ratio(draw)))},
        {
            "class": draw.choice("AC"),
            "price": yuan(draw.randint(0, 999)),
            "quantity": draw.choice((1, 3, Decimal("0.5"))),
        },
        {
            "class": "B",
            "price": yuan(draw.randint(0, 999)),
            "quantity": Decimal("1.25"),
            "price_limit": draw.choice((1, 5)),
        },
    ]
    chosen = lines[: draw.choice((4, 5, 6))]
    draw.shuffle(chosen)
    return {"class_b_ratio": bill.get("class_b_ratio", _ratio(draw)), "lines": chosen}
