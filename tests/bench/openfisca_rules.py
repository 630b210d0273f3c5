"""One stay's settlement as OpenFisca-core writes such rules: variables with formulas over dated parameters.

The same steps as the case in `tests.bench.estimates`, and nothing else: bill, deductible, bands with a retiree's own
share and points taken off elsewhere, yearly cap, supplement on what overflows, critical-illness insurance.
Not installed with the tests; `pip install --group bench` brings OpenFisca-core.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

PERIOD = "2026"
SINCE = "2020-01-01"
PATIENT = build_entity(key="person", plural="persons", label="A patient", is_person=True)


def dated(value: object) -> dict[str, Any]:
    """A parameter that holds since `SINCE`."""
    return {"values": {SINCE: {"value": value}}}


def scale(rows: list[tuple[float, float]]) -> dict[str, Any]:
    """A marginal scale: from each threshold on, the rate that holds there."""
    return {
        "brackets": [{"threshold": {SINCE: {"value": lower}}, "rate": {SINCE: {"value": rate}}} for lower, rate in rows]
    }


PARAMETERS = {
    "first_deductible": dated(1300.0),
    "later_deductible": dated(650.0),
    "bands": scale([(0, 0.85), (30_000, 0.90), (40_000, 0.95)]),
    "own_share_factor": dated(0.6),
    "points_elsewhere": dated(0.10),
    "cap": dated(100_000.0),
    "supplement_ratio": dated(0.80),
    "supplement_cap": dated(300_000.0),
    "critical_deductible": dated(10_000.0),
    "tiers": scale([(0, 0.0), (10_000, 0.60), (30_000, 0.70), (100_000, 0.80)]),
}


def variable(formula: Any = None, value_type: type = float) -> type[Any]:
    """A yearly variable of the patient, computed by `formula` or given."""
    members: dict[str, Any] = {"value_type": value_type, "entity": PATIENT, "definition_period": DateUnit.YEAR}
    if formula is not None:
        members["formula"] = formula
    return type("variable", (Variable,), members)


def prior_self_pay(person: Any, period: Any) -> Any:
    return np.round(person("class_b", period) * person("class_b_ratio", period), 2)


def eligible(person: Any, period: Any) -> Any:
    return person("total", period) - person("out_of_catalogue", period) - person("prior_self_pay", period)


def deductible(person: Any, period: Any, parameters: Any) -> Any:
    known = parameters(period)
    figure = np.where(person("admission", period) > 1, known.later_deductible, known.first_deductible)
    return np.minimum(person("eligible", period), figure)


def basic_due(person: Any, period: Any, parameters: Any) -> Any:
    return sum(due for _, _, due in _bands(person, period, parameters))


def basic_fund(person: Any, period: Any, parameters: Any) -> Any:
    return np.minimum(person("basic_due", period), _room(person, period, parameters))


def overflow(person: Any, period: Any, parameters: Any) -> Any:
    room, beyond = _room(person, period, parameters), 0.0
    for base, rate, due in _bands(person, period, parameters):
        beyond = beyond + np.where(due <= room, 0.0, base - room / rate)
        room = np.maximum(room - due, 0.0)
    return beyond


def supplement_fund(person: Any, period: Any, parameters: Any) -> Any:
    known = parameters(period)
    return np.minimum(np.round(person("overflow", period) * known.supplement_ratio, 2), known.supplement_cap)


def counted(person: Any, period: Any) -> Any:
    return person("eligible", period) - person("basic_fund", period) - person("supplement_fund", period)


def critical_fund(person: Any, period: Any, parameters: Any) -> Any:
    tiers = parameters(period).tiers
    before, now = person("critical_out_of_pocket", period), person("counted", period)
    return np.round(tiers.calc(before + now) - tiers.calc(before), 2)


def fund_total(person: Any, period: Any) -> Any:
    return person("basic_fund", period) + person("supplement_fund", period) + person("critical_fund", period)


def cash(person: Any, period: Any) -> Any:
    return person("total", period) - person("fund_total", period)


def _room(person: Any, period: Any, parameters: Any) -> Any:
    return np.maximum(parameters(period).cap - person("basic_fund_paid", period), 0.0)


def _bands(person: Any, period: Any, parameters: Any) -> list[tuple[Any, Any, Any]]:
    """Of each band what falls into it, its rate and what is due; the deductible lies in the first."""
    known = parameters(period)
    start, stop = person("deductible", period), person("eligible", period)
    uppers = [*known.bands.thresholds[1:], np.inf]
    parts = []
    for lower, upper, local in zip(known.bands.thresholds, uppers, known.bands.rates, strict=True):
        base = np.maximum(np.minimum(stop, upper) - np.maximum(start, lower), 0.0)
        rate = np.where(person("retired", period), 1 - (1 - local) * known.own_share_factor, local)
        rate = np.where(person("elsewhere", period), rate - known.points_elsewhere, rate)
        parts.append((base, rate, np.round(base * rate, 2)))
    return parts


GIVEN: Mapping[str, type] = {
    **dict.fromkeys(("total", "out_of_catalogue", "class_b", "class_b_ratio"), float),
    **dict.fromkeys(("basic_fund_paid", "critical_out_of_pocket"), float),
    **dict.fromkeys(("retired", "elsewhere"), bool),
    "admission": int,
}
COMPUTED = (
    *(prior_self_pay, eligible, deductible, basic_due, basic_fund, overflow),
    *(supplement_fund, counted, critical_fund, fund_total, cash),
)


def system() -> Any:
    """The rules, loaded once as a program would."""
    rules = TaxBenefitSystem([PATIENT])
    rules.parameters = ParameterNode("", data=PARAMETERS)
    made = {name: variable(value_type=kind) for name, kind in GIVEN.items()}
    made |= {formula.__name__: variable(formula) for formula in COMPUTED}
    for name, each in made.items():
        each.__name__ = name
        rules.add_variable(each)
    return rules


def from_arrays(rules: Any, given: Mapping[str, object]) -> dict[str, float]:
    """One simulation of one stay, put together the fastest way there is: array by array."""
    simulation = SimulationBuilder().build_default_simulation(rules, count=1)
    for name, value in given.items():
        simulation.set_input(name, PERIOD, np.array([value]))
    return _amounts(simulation)


def from_document(rules: Any, given: Mapping[str, object]) -> dict[str, float]:
    """The same from a situation as OpenFisca's web API takes it."""
    person = {name: {PERIOD: value} for name, value in given.items()}
    return _amounts(SimulationBuilder().build_from_entities(rules, {"persons": {"patient": person}}))


def _amounts(simulation: Any) -> dict[str, float]:
    """Every amount, as a person would ask for it."""
    wanted = ("prior_self_pay", "eligible", "deductible", "basic_fund", "supplement_fund", "critical_fund")
    return {name: float(simulation.calculate(name, PERIOD)[0]) for name in (*wanted, "fund_total", "cash")}
