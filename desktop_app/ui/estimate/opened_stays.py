"""A case file with several stays or visits, in place of the form: each a card, chosen to see its result."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Self

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.care import Level
from desktop_app.domain.case import Case, Episode
from desktop_app.domain.message import message
from desktop_app.errors import Problem
from desktop_app.render.words import Words, yuan
from desktop_app.rules.rulebook import RuleBook
from desktop_app.services.read_case import read_case
from desktop_app.storage.case_file import case_document, parse_case
from desktop_app.ui import theme
from desktop_app.ui.say import Say
from desktop_app.ui.widgets.buttons import secondary_button
from desktop_app.ui.widgets.choice_card import Choice, ChoiceGroup
from desktop_app.ui.widgets.text import Text

_CASE: Final = "opened_case"
_NAME: Final = "opened_name"
_CHOSEN: Final = "opened_chosen"


@dataclass(frozen=True, slots=True)
class OpenedCase:
    """A case from a file, and the file's name."""

    case: Case
    name: str

    @classmethod
    def read(cls, path: Path, rulebook: RuleBook, today: date) -> Self:
        """The case in a file. Raises Problem for a file that is none."""
        return cls(read_case(path, rulebook, today), path.name)

    @property
    def in_order(self) -> tuple[Episode, ...]:
        """Its stays and visits by date, as the results stand."""
        return tuple(sorted(self.case.episodes, key=lambda each: each.care.date))


class OpenedStays(QWidget):
    """`chosen` tells that another stay is to be seen, `closed` that the form is wanted back."""

    chosen = Signal()
    closed = Signal()

    def __init__(self, opened: OpenedCase, words: Words, rulebook: RuleBook) -> None:
        super().__init__()
        self.opened = opened
        self._say, self._rulebook = Say("case_file", words), rulebook
        cards = [self._card(place, episode) for place, episode in enumerate(opened.in_order)]
        self.group = ChoiceGroup(cards, name=self._say("stays.name"), value=cards[-1].value)
        self.group.chosen.connect(lambda _value: self.chosen.emit())
        close = secondary_button(self._say("button.close"), "x")
        close.clicked.connect(self.closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(Text(self._say("stays.told", name=opened.name, count=len(cards))))
        column.addWidget(Text(self._say("stays.why"), "muted"))
        column.addWidget(self.group)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def place(self) -> int:
        """Which stay is chosen, counted from 0 by date."""
        return int(self.group.value or 0)

    def remembered(self) -> dict[str, str]:
        """The whole case, so that it is there again even if the file is not."""
        document = json.dumps(case_document(self.opened.case), ensure_ascii=False)
        return {_CASE: document, _NAME: self.opened.name, _CHOSEN: str(self.place)}

    def choose(self, place: int) -> None:
        """Chooses a stay without telling anyone; one that there is not changes nothing."""
        if 0 <= place < len(self.group.cards):
            self.group.choose(str(place))

    def _card(self, place: int, episode: Episode) -> Choice:
        care, bill = episode.care, episode.bill
        title = self._say("stays.title", day=care.date, kind=message(f"terms.kind.{care.kind.value}"))
        region = self._rulebook.region(care.region or self.opened.case.person.insured_region or "")
        level = "" if care.level is Level.UNKNOWN else self._say.words.text(message(f"terms.level.{care.level.value}"))
        parts = (region.name if region else "", level, yuan(bill.total) if bill else "")
        return Choice(str(place), title, " · ".join(part for part in parts if part))


def opened_again(kept: Mapping[str, str], rulebook: RuleBook, today: date) -> tuple[OpenedCase, int] | None:
    """What `remembered` gave, and the stay that was chosen; None where there is none, or none that can be read."""
    try:
        case = parse_case(json.loads(kept[_CASE]), rulebook, today)
    except (KeyError, ValueError, Problem):
        return None
    chosen = kept.get(_CHOSEN, "")
    return OpenedCase(case, kept.get(_NAME, "")), int(chosen) if chosen.isdecimal() else 0
