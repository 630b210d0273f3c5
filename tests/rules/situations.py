"""People on their way to care elsewhere, by what is special about each: the answers that differ from the plain case."""

from datetime import date
from typing import Any

from desktop_app.domain.bill import Bill
from desktop_app.domain.care import CareKind, FilingState, FilingType, Injury, Level, Reason, Stage
from desktop_app.domain.money import Fen
from desktop_app.domain.person import InsuranceState, Scheme, Status
from tests.rules.cases import ADMITTED, BEIJING, CHENGDU, PAID, SETTLED, SHANGHAI, filed

VISIT: dict[str, Any] = {"admitted_on": None, "date": date(2026, 12, 3)}
OUTPATIENT = VISIT | {"kind": CareKind.OUTPATIENT}
CHRONIC = VISIT | {"kind": CareKind.CHRONIC_OUTPATIENT}
RESIDENT: dict[str, Any] = {"scheme": Scheme.RESIDENT}
BABY = RESIDENT | {"status": Status.CHILD, "age": 0}
NOT_SURE = ADMITTED | {"filing": FilingState.UNKNOWN}
LARGE = Bill(total=Fen(3_000_000))  # 30,000.00 yuan: from here on claims may be checked (N-134)
JUST_BELOW = Bill(total=Fen(2_999_999))
VALID = filed(BEIJING, date(2026, 6, 3), date(2027, 6, 3))
LETTER: dict[str, Any] = {"type": FilingType.LONG_TERM_RESIDENCE, "with_papers": False}


def insured(code: str, **person: Any) -> dict[str, Any]:  # noqa: ANN401 -- every field of the person
    """Insured there."""
    return {"person": {"insured_region": code, **person}}


TRIPS: dict[str, dict[str, Any]] = {
    "a trip of one's own choice": {},
    "a resident's trip, neither hospital nor day of admission known": {
        "person": RESIDENT,
        "networked": None,
        "admitted_on": None,
    },
    "a referral to a hospital that is not connected, a large bill": {
        "reason": Reason.REFERRAL,
        "networked": False,
        "bill": LARGE,
    },
    "retired, moving from Taiyuan to Beijing": {
        **insured("140100", status=Status.RETIRED),
        "reason": Reason.RETIRED_RELOCATION,
    },
    "living in Shanghai, insured in Suzhou": {
        **insured("320500"),
        "region": SHANGHAI,
        "reason": Reason.LONG_TERM_RESIDENCE,
    },
    "posted from Shenzhen": {**insured("440300"), "reason": Reason.WORK_POST},
    "a student": {"person": RESIDENT | {"status": Status.STUDENT}, "reason": Reason.STUDY},
    "from Tianjin": insured("120000"),
    "from Taiyuan, for no reason told": {**insured("140100"), "reason": Reason.UNKNOWN},
    "from Shijiazhuang to Tangshan": {**insured("130100"), "region": "130200"},
    "from Shijiazhuang to Tangshan, filing not known": {
        **insured("130100"),
        "region": "130200",
        "filing": FilingState.UNKNOWN,
    },
    "from Nanchang to Jiujiang": {**insured("360100"), "region": "360400"},
    "from Dalian": insured("210200"),
    "nobody knows where to": {"region": None},
    "to Hong Kong": {"region": "810000"},
    "before the notice of 2024": {
        "today": date(2023, 2, 13),
        "admitted_on": date(2023, 2, 15),
        "date": date(2023, 2, 20),
    },
    "long after the rulebook was checked": {
        "today": date(2028, 1, 1),
        "admitted_on": date(2028, 1, 3),
        "date": date(2028, 1, 9),
    },
    "an enrolled newborn": {"person": BABY},
    "a large bill": {"bill": LARGE, **VALID},
    "a fen below a large bill": {"bill": JUST_BELOW, **VALID},
}

WITH_A_FILING: dict[str, dict[str, Any]] = {
    "a filing that ends during the stay": filed(BEIJING, date(2026, 6, 3), date(2026, 12, 5)),
    "a filing that ends with the stay": filed(BEIJING, date(2026, 6, 3), date(2026, 12, 10)),
    "a filing that ends on the first day": filed(BEIJING, date(2026, 6, 3), date(2026, 12, 3)),
    "a filing that ended the day before": filed(BEIJING, date(2026, 6, 3), date(2026, 12, 2)),
    "a filing from the first day on": filed(BEIJING, date(2026, 12, 3), date(2027, 6, 3)),
    "a filing from the second day on": filed(BEIJING, date(2026, 12, 4), date(2027, 6, 4)),
    "an open filing for long": filed(BEIJING, date(2026, 1, 4), None, type=FilingType.LONG_TERM_RESIDENCE),
    "a trip's filing without an end": filed(BEIJING, date(2026, 11, 4), None),
    # Jiangsu (N-027): a filing by letter cannot be changed for six months.
    "filed for Shanghai by letter, still bound": {
        **insured("320500"),
        **filed(SHANGHAI, date(2026, 5, 22), None, **LETTER),
    },
    "filed for Shanghai by letter, free today": {
        **insured("320500"),
        **filed(SHANGHAI, date(2026, 5, 21), None, **LETTER),
    },
    "at home in Guangzhou, filed elsewhere by letter": {
        **insured("440100"),
        "region": "440100",
        **filed("430100", date(2025, 1, 1), None, **LETTER),
    },
    "in hospital, filed for another place": {
        **insured("320500"),
        **ADMITTED,
        **filed(SHANGHAI, date(2026, 6, 1), None, **LETTER),
        "reason": Reason.REFERRAL,
    },
}

IN_HOSPITAL: dict[str, dict[str, Any]] = {
    "in hospital, nothing filed": ADMITTED,
    "in hospital, filing not known": {**NOT_SURE, "networked": None},
    "in hospital after a rescue, filing not known": {**NOT_SURE, "networked": None, "emergency": True},
    "in hospital, not connected": {**ADMITTED, "networked": False},
    "in hospital, a newborn not enrolled": {
        **ADMITTED,
        "person": BABY | {"insurance_state": InsuranceState.NOT_ENROLLED},
    },
    "in hospital, from Dalian": {**ADMITTED, **insured("210200")},
    "in hospital, from Dalian, filing not known": {**NOT_SURE, **insured("210200")},
    "at the doctor's, not yet paid": {
        "kind": CareKind.OUTPATIENT,
        "stage": Stage.ADMITTED,
        "admitted_on": None,
        "date": date(2026, 11, 28),
    },
}

AFTERWARDS: dict[str, dict[str, Any]] = {
    "paid in full, nothing filed": PAID,
    "paid in full after a rescue": {**PAID, "emergency": True},
    "paid in full for a newborn": {**PAID, "person": BABY},
    "paid in full with a valid filing, a large bill": {**PAID, **VALID, "bill": LARGE},
    "paid in full for vitiligo": {**PAID, **CHRONIC, "date": date(2026, 10, 9), "disease": "白癜风"},
    "paid in full, a resident of Shanghai": {**PAID, **insured(SHANGHAI, scheme=Scheme.RESIDENT)},
    "paid in full a year ago, from Foshan": {
        **insured("440600"),
        **PAID,
        "admitted_on": date(2025, 10, 1),
        "date": date(2025, 10, 9),
    },
    "settled at discharge": SETTLED,
    "settled at discharge in Jiangxi": {**SETTLED, **insured("360100"), "region": "360400"},
    "over, and nobody says how it was paid": {
        "stage": Stage.UNKNOWN,
        "admitted_on": date(2026, 10, 1),
        "date": date(2026, 10, 9),
        "networked": None,
    },
}

CHONGQING: dict[str, dict[str, Any]] = {
    "Wanzhou to the main city": {**insured("500101"), "region": "500103"},
    "Wanzhou to the main city, level 2": {**insured("500101"), "region": "500103", "level": Level.LEVEL2},
    "Wanzhou to the main city, level not known": {**insured("500101"), "region": "500103", "level": Level.UNKNOWN},
    "Chongqing, district not known": {**insured("500000"), "region": "500103"},
    "from one main district to another": {**insured("500104"), "region": "500103"},
    "inside Wanzhou": {**insured("500101"), "region": "500101"},
    "Wanzhou to the main city, rescue": {**insured("500101"), "region": "500103", "emergency": True},
    "Wanzhou to the main city, an outpatient": {**OUTPATIENT, **insured("500101"), "region": "500103"},
    "Wanzhou to the main city, settled": {**SETTLED, **insured("500101"), "region": "500103"},
    "Wanzhou to the main city, paid in full": {**PAID, **insured("500101"), "region": "500103"},
}

KINDS: dict[str, dict[str, Any]] = {
    "diabetes not recognised": {**CHRONIC, "disease": "糖尿病", "networked": None},
    "a chronic disease not named, inside Guangdong": {**CHRONIC, **insured("440100"), "region": "440300"},
    "an injury nobody said anything about": {"kind": CareKind.INJURY},
    "an injury by nobody else": {"kind": CareKind.INJURY, "injury": Injury(third_party=False, work=False)},
    "an injury, a third party not excluded": {"kind": CareKind.INJURY, "injury": Injury(work=False)},
    "an injury by a third party": {"kind": CareKind.INJURY, "injury": Injury(third_party=True, work=False)},
    "an injury by a third party, in hospital": {
        **ADMITTED,
        "kind": CareKind.INJURY,
        "injury": Injury(third_party=True, work=False),
    },
    "an injury at work, in hospital": {
        **ADMITTED,
        "kind": CareKind.INJURY,
        "injury": Injury(third_party=False, work=True),
    },
    "an outpatient of Shenzhen, tier not told": {
        **OUTPATIENT,
        **insured("440300"),
        "region": CHENGDU,
        "networked": None,
    },
    "an outpatient of Shenzhen's tier 2": {
        **OUTPATIENT,
        **insured("440300", tier="tier2"),
        "region": CHENGDU,
        "level": Level.COMMUNITY,
    },
    "an outpatient of Zhuhai on a trip": {**OUTPATIENT, **insured("440400")},
    "an outpatient of Guangzhou": {**OUTPATIENT, **insured("440100")},
    "a drugstore": {**VISIT, "kind": CareKind.DRUGSTORE},
    "a rescue of a resident": {"person": RESIDENT, "emergency": True, "reason": Reason.EMERGENCY},
    "urgent, but no rescue": {"reason": Reason.EMERGENCY},
    "an urgent visit, insurance interrupted, money on the account": {
        **VISIT,
        "kind": CareKind.EMERGENCY_OUTPATIENT,
        "balance": 43_000,
        "person": {"insurance_state": InsuranceState.INTERRUPTED},
    },
    "a resident newly insured": {"person": RESIDENT | {"insurance_state": InsuranceState.NEW}},
    "an employer in arrears": {"person": {"insurance_state": InsuranceState.ARREARS}},
    "childbirth across provinces": {"kind": CareKind.CHILDBIRTH},
    "childbirth inside Guangdong": {**insured("440100"), "region": "440300", "kind": CareKind.CHILDBIRTH},
    "childbirth inside Shandong": {"region": "370200", "kind": CareKind.CHILDBIRTH},
}

SITUATIONS = TRIPS | WITH_A_FILING | IN_HOSPITAL | AFTERWARDS | CHONGQING | KINDS
