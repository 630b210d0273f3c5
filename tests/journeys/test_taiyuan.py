"""The main job, end to end: from launch to a printed plan, by keyboard, for the mother from Taiyuan."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import time
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import pytest

from tests.journeys.person import ROOT, Person, wait_until

pytestmark = pytest.mark.journey

ADMITTED: Final[date] = datetime.now().astimezone().date() + timedelta(days=12)

STEPS: Final[tuple[tuple[str, str | tuple[str, ...], str | None], ...]] = (
    # the page one is on, what is pressed, and what stands on disk afterwards
    ("danger", ("2",), "no"),
    ("scheme", ("2",), "resident"),
    ("status", ("1",), "elderly"),
    ("age", "68", "68"),
    ("assistance", ("1",), "none"),
    ("insured_region", "taiyuan\n", "140100"),
    ("care_region", "beijing\n", "110000"),
    ("reason", ("1",), "long_term_residence"),
    ("kind", ("1",), "inpatient"),
    ("stage", ("2",), "about_to_be_admitted"),
    ("admitted_on", ADMITTED.isoformat(), ADMITTED.isoformat()),
    ("discharged_on", ("Tab", "space"), "not_known"),
    ("filing", ("1",), "none"),
    ("level", ("1",), "level3"),
    ("networked", ("1",), "yes"),
    ("insurance_state", ("1",), "normal"),
    ("bill", "50000", None),
    ("admission", "1", "1"),
)

CASE: Final = {
    "version": 1,
    "person": {
        "insured_region": "140100",
        "scheme": "resident",
        "status": "elderly",
        "age": 68,
        "insurance_state": "normal",
    },
    "care": {
        "region": "110000",
        "kind": "inpatient",
        "level": "level3",
        "date": ADMITTED.isoformat(),
        "admitted_on": ADMITTED.isoformat(),
        "reason": "long_term_residence",
        "filing": "none",
        "stage": "planning",
        "networked": True,
    },
    "bill": {"total": 50000},
}
"""The same case as a file, for the command line."""


def test_from_launch_to_a_pdf_in_hand(virtual_screen: str, tmp_path: Path) -> None:
    """Eighteen questions by keyboard, verdicts, a tick, the PDF; and on it everything a clerk and a family need."""
    pdf = tmp_path / "plan.pdf"
    with Person(virtual_screen, tmp_path / "records") as person:
        person.start()
        person.photograph("journey-00-home")
        _open_wizard(person)
        _answer_everything(person)
        wait_until(lambda: person.page() == "check", "the page of answers never came")
        person.photograph("journey-19-answers")
        person.press("Return")
        wait_until(lambda: person.page() == "verdicts", "the verdicts never came")
        time.sleep(1.5)  # for the picture's sake; what follows waits by itself
        person.photograph("journey-20-verdicts")
        wait_until(lambda: _turns_to_checklist(person), "there was no way on from the verdicts")
        _save(person, pdf)
        person.photograph("journey-21-checklist")
        _tick_the_first_line(person)
        person.close()
    _read(pdf, _plan(tmp_path))


def test_a_power_cut_costs_no_answer(virtual_screen: str, tmp_path: Path) -> None:
    """Killed after the ninth answer, the next start offers the case, and it opens at the tenth question."""
    records = tmp_path / "records"
    with Person(virtual_screen, records) as person:
        person.start()
        _open_wizard(person)
        for question, keys, kept in STEPS[:9]:
            _answer(person, question, keys, kept)
        wait_until(lambda: person.page() == "stage", "the tenth question never came")
        person.kill()
    with Person(virtual_screen, records) as person:
        person.start()
        wait_until(lambda: person.answers().get("kind") == "inpatient", "an answer was lost")
        person.press("ctrl+1")
        person.photograph("journey-30-home-again")
        assert person.page() == "stage"
        person.close()


def _open_wizard(person: Person) -> None:
    """Shows the wizard and chooses "no danger" there, as soon as the program listens to keys."""

    def listens() -> bool:
        person.turn_to_window()
        person.press("ctrl+2")
        return _chosen(person, "danger", ("2",), "no")

    wait_until(listens, "the program never listened")


def _answer_everything(person: Person) -> None:
    for number, (question, keys, kept) in enumerate(STEPS, 1):
        _answer(person, question, keys, kept, picture=f"journey-{number:02}-{question}")


def _answer(person: Person, question: str, keys: str | tuple[str, ...], kept: str | None, *, picture: str = "") -> None:
    """Waits for the page, answers it, and waits until the answer is on disk and the next page there."""
    wait_until(lambda: person.page() in {question, ""}, f"the page {question} never came")
    if isinstance(keys, str):
        wait_until(lambda: _written(person, question, keys, picture), f"no way on from {question}")
    else:
        wait_until(lambda: _chosen(person, question, keys, kept), f"{question} could not be chosen")
        if picture:
            person.photograph(picture)
        person.press("Return")
        wait_until(lambda: person.page() not in {question, ""}, f"no way on from {question}")
    assert kept is None or person.answers()[question] == kept


def _written(person: Person, question: str, text: str, picture: str) -> bool:
    """Writes into the field and goes on; once more where a screen without window manager was late with the keyboard."""
    person.press("ctrl+a")
    person.type(text.rstrip("\n"))
    if text.endswith("\n"):
        person.press("Return")  # takes the first place of the list
    if picture:
        person.photograph(picture)
    person.press("Return")
    return person.changes_within(2.0, lambda: person.page() not in {question, ""})


def _chosen(person: Person, question: str, keys: tuple[str, ...], kept: str | None) -> bool:
    """Presses the card until its answer is on disk: a card is kept as soon as it is chosen."""
    person.press(*keys)
    return person.changes_within(1.5, lambda: person.answers().get(question) == kept)


def _turns_to_checklist(person: Person) -> bool:
    person.press("Return")
    return person.page() == "checklist"


def _save(person: Person, pdf: Path) -> None:
    """Presses the button for the PDF, which has the keyboard, and names the file in the dialog."""

    def asks() -> bool:
        if not person.sees_window("PDF"):
            person.press("Return")
        return person.sees_window("PDF")

    wait_until(asks, "nobody asked where to save the PDF")
    person.photograph("journey-22-save")

    def written() -> bool:
        if person.sees_window("PDF"):  # while it is written, keys would open the dialog once more
            person.press("ctrl+a")
            person.type(str(pdf))
            person.press("Return")
        return person.changes_within(3.0, pdf.exists)

    wait_until(written, "the PDF was never written")
    wait_until(lambda: not person.sees_window("PDF"), "the dialog never went away")
    person.turn_to_window()


def _tick_the_first_line(person: Person) -> None:
    """Three tabs behind the button for the PDF stands the first line of the checklist."""
    person.press("Tab", "Tab", "Tab", "space")
    wait_until(lambda: bool(person.ticks()), "the tick was not kept", patience=5)
    person.photograph("journey-23-ticked")


def _plan(folder: Path) -> dict[str, Any]:
    """What the command line says about the same case."""
    file = folder / "case.json"
    file.write_text(json.dumps(CASE), encoding="utf-8")
    command = [sys.executable, "-P", "-m", "desktop_app", "plan", str(file), "--json", "--lang", "zh_CN"]
    answered = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    plan: dict[str, Any] = json.loads(answered.stdout)
    return plan


def _read(pdf: Path, plan: dict[str, Any]) -> None:
    pdftotext = shutil.which("pdftotext")
    assert pdftotext, "pdftotext is missing; ./test.sh installs it"
    text = subprocess.run([pdftotext, str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    read = re.sub(r"\s", "", text)
    assert "异地长期居住人员" in read
    required = [paper["name"] for paper in plan["filing"]["materials"] if paper["required"]]
    assert required
    for name in required:
        assert re.sub(r"\s", "", name) in read, f"{name} is not on paper"
    whole, fen = plan["money"]["as_is"]["fund_total"].split(".")
    assert f"¥{int(whole):,}.{fen}" in read, "the fund's payment is not on paper"
    assert "医保发〔2022〕22号" in read
    assert "非官方软件" in read
