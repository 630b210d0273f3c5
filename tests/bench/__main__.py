"""Measures the program.

python -m tests.bench startup     how long the window takes to appear and to answer, beside a bare PySide6 window
python -m tests.bench rulebook    opening the rule pack and asking it, as it ships and with a hundred times the rules
python -m tests.bench searching   how long a keystroke of the search over everything takes
python -m tests.bench building    how long the rule pack takes to build from text, and how large it is
python -m tests.bench estimates   one estimate beside OpenFisca-core's simulation of the same rules, and a ranged one
python -m tests.bench batch       rows a second from CSV to CSV, and memory for ever more rows
python -m tests.bench wizard      how long from an answer to the next question
"""

from __future__ import annotations

import argparse

from tests.bench import batch, building, estimates, rulebook, searching, startup, wizard

MEASUREMENTS = {
    "startup": startup.measure,
    "rulebook": rulebook.measure,
    "searching": searching.measure,
    "building": building.measure,
    "estimates": estimates.measure,
    "batch": batch.measure,
    "wizard": wizard.measure,
}


def main() -> None:
    """Runs the measurement that was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("what", choices=MEASUREMENTS)
    parser.add_argument("--rounds", type=int, default=7, help="how often each is measured; the median counts")
    wanted = parser.parse_args()
    MEASUREMENTS[wanted.what](wanted.rounds)


if __name__ == "__main__":
    main()
