"""The case in hand: where it stands, and that every answer is on disk before the next page is shown."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.case import Case
from desktop_app.domain.heard import Heard
from desktop_app.domain.message import Message
from desktop_app.domain.outcome import Plan
from desktop_app.domain.own_figure import Informant
from desktop_app.errors import Problem
from desktop_app.interview import progress as interview
from desktop_app.interview.draft import Answer
from desktop_app.interview.kept import draft_from, kept_answers
from desktop_app.interview.progress import Progress
from desktop_app.interview.setting import Setting
from desktop_app.services.hear_answer import hear_answer
from desktop_app.services.note_result import NewEdition, accept_result, note_result
from desktop_app.services.open_case_file import open_case_file
from desktop_app.services.open_example import open_example
from desktop_app.services.resume_case import resume_case
from desktop_app.services.save_answer import CaseOnFile, save_answer
from desktop_app.services.tick_item import tick_item

if TYPE_CHECKING:
    from desktop_app.storage.household import Household
    from desktop_app.storage.rule_pack import RulePack

NEW: Final = "new"
CASE: Final = "case"
FILE: Final = "file"
EXAMPLE: Final = "example"
"""The subjects the wizard opens at: `new`, `case/3`, `file/<path>`, `example/<path>`."""

T = TypeVar("T")


class Notebook(QObject):
    """Moves through the interview and saves after every move.

    `moved` tells that another page is to be shown; `noted` that an answer was taken without leaving the page;
    `trouble` what is wrong with saving, or None once it works again. The answers stay in memory meanwhile.
    """

    moved = Signal()
    noted = Signal()
    trouble = Signal(object)

    def __init__(self, rulebook: "RulePack", household: "Household | None", today: date) -> None:
        super().__init__()
        self._rulebook, self._household = rulebook, household
        self.setting = Setting(rulebook, today)
        self.progress = Progress()
        self._on_file = CaseOnFile()
        self._wrong: Message | None = None
        self._ticks: dict[str, bool] = {}
        self._heard: dict[str, Heard] = {}

    @property
    def case_id(self) -> int | None:
        """The number of the case on file; None while nothing of it is saved."""
        return self._on_file.id

    def answer(self, given: Answer) -> None:
        """Takes the answer and goes on. Raises Problem for one that cannot be taken."""
        self._go(interview.answer(self.progress, given, self.setting))

    def note(self, given: Answer) -> None:
        """Takes the answer and stays. Raises Problem for one that cannot be taken."""
        self.progress = interview.note(self.progress, given, self.setting)
        self.save()
        self.noted.emit()

    def forward(self) -> None:
        """The next page, as far as the answers lead."""
        self._go(interview.forward(self.progress, self.setting))

    def back(self) -> None:
        """The page before."""
        self._go(interview.back(self.progress, self.setting))

    def jump(self, at: str) -> None:
        """A page that has been reached before."""
        self._go(interview.jump(self.progress, at, self.setting))

    def begin(self) -> None:
        """A new case; the one in hand stays on file."""
        self._on_file = CaseOnFile()
        self._forget_marks()
        self._go(Progress())

    def resume(self, case_id: int) -> None:
        """A case on file, where it was left. Raises Problem where it cannot be had."""
        if self._household is None:
            return
        self._on_file, progress = resume_case(self._household, case_id, self._rulebook, self.setting.today)
        self._forget_marks()
        self._go(progress)

    def open_at(self, subject: str) -> None:
        """What another page asked for: a new case, one on file, a case file, a sample. Raises Problem as those do."""
        kind, _, named = subject.partition("/")
        openings: dict[str, Callable[[], None]] = {
            NEW: self.begin,
            CASE: lambda: self.resume(int(named)),
            FILE: lambda: self.open(Path(named)),
            EXAMPLE: lambda: self.open_example(Path(named)),
        }
        if kind in openings:
            openings[kind]()

    def open(self, path: Path) -> None:
        """The case in a file, as a case of its own. Raises Problem for a file that is none."""
        self._on_file, progress = open_case_file(path, self._rulebook, self.setting.today)
        self._forget_marks()
        self._go(progress)

    def open_example(self, path: Path) -> None:
        """One of the samples, as a case of its own. Raises Problem for a file that is none."""
        self._on_file, progress = open_example(path, self._rulebook, self.setting.today)
        self._forget_marks()
        self._go(progress)

    def remembered(self) -> dict[str, str]:
        """What brings the case back when the page is built anew: its number, or where it is not on file all of it."""
        if self.case_id is not None and self._wrong is None:
            return {"case": str(self.case_id)}
        answers = {f"answer_{id}": text for id, text in kept_answers(self.progress.draft).items()}
        return {**answers, "page": self.progress.at} if answers else {}

    def put_back(self, kept: Mapping[str, str]) -> None:
        """Brings back what `remembered` gave; a case deleted meanwhile is not missed."""
        try:
            if kept.get("case", "").isdigit():
                self.resume(int(kept["case"]))
                return
        except Problem as problem:
            self._tell(problem.message)
        answers = {id.removeprefix("answer_"): text for id, text in kept.items() if id.startswith("answer_")}
        if answers:
            self._go(interview.resume(draft_from(answers), kept.get("page", ""), self.setting))

    def ticks(self) -> frozenset[str]:
        """The lines of the checklist that are done."""
        kept: frozenset[str] = frozenset()
        if self._household is not None and self.case_id is not None:
            kept = self._try(self._household.ticks, self.case_id) or kept
        done = {item for item, ticked in self._ticks.items() if ticked}
        return (kept | done) - (self._ticks.keys() - done)

    def tick(self, item: str, *, done: bool) -> None:
        """Keeps whether a line is done."""
        self._ticks[item] = done
        self.save()

    def heard(self) -> dict[str, Heard]:
        """What was written into the blanks of the call script, with who said it and when."""
        kept: dict[str, Heard] = {}
        if self._household is not None and self.case_id is not None:
            kept = self._try(self._household.heard, self.case_id) or kept
        return {question: heard for question, heard in (kept | self._heard).items() if heard.text}

    def hear(self, question: str, text: str, told_by: Informant | None = None) -> None:
        """Keeps what was written into a blank today; an empty text empties it."""
        before = self.heard().get(question)
        if (before.text if before else "") != text:
            self._heard[question] = Heard(text, told_by, self.setting.today)
            self.save()

    def compare_result(self, case: Case, plan: Plan) -> NewEdition | None:
        """Notes what was answered; what a newer rulebook answers differently, None where there is nothing to tell."""
        if self._household is None or self.case_id is None:
            return None
        household, rulebook = self._household, self._rulebook
        return self._try(lambda case_id: note_result(household, case_id, case, plan, rulebook), self.case_id)

    def accept_result(self, case: Case, plan: Plan) -> None:
        """What a newer rulebook answers differently has been read."""
        if self._household is not None and self.case_id is not None:
            household, rulebook = self._household, self._rulebook
            self._try(lambda case_id: accept_result(household, case_id, case, plan, rulebook), self.case_id)

    def save(self) -> bool:
        """Puts on disk whatever is not there yet; what fails is tried again with the next answer."""
        if self._household is None:
            return False
        try:
            self._on_file = save_answer(self._household, self._on_file, self.progress)
            self._save_marks(self._household)
        except Problem as problem:
            self._tell(problem.message)
            return False
        self._tell(None)
        return True

    def _save_marks(self, household: "Household") -> None:
        if self.case_id is None:
            return
        for item, done in list(self._ticks.items()):
            tick_item(household, self.case_id, item, done=done)
            del self._ticks[item]
        for question, heard in list(self._heard.items()):
            hear_answer(household, self.case_id, question, heard)
            del self._heard[question]

    def _go(self, progress: Progress) -> None:
        self.progress = progress
        self.save()
        self.moved.emit()

    def _tell(self, wrong: Message | None) -> None:
        if wrong != self._wrong:
            self._wrong = wrong
            self.trouble.emit(wrong)

    def _forget_marks(self) -> None:
        self._ticks, self._heard = {}, {}

    def _try(self, look: Callable[[int], T], case_id: int) -> T | None:
        try:
            return look(case_id)
        except Problem as problem:
            self._tell(problem.message)
            return None
