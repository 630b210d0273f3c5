"""Samples to look at: three people whose answers are already there."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.services.open_example import example_files
from desktop_app.ui import theme
from desktop_app.ui.interview.say import Say
from desktop_app.ui.widgets.choice_card import Choice, ChoiceGroup
from desktop_app.ui.widgets.text import Text


class ExamplesView(QWidget):
    """A card per sample. `chosen` carries its file."""

    chosen = Signal(Path)

    def __init__(self, say: Say) -> None:
        super().__init__()
        self._files = {path.stem: path for path in example_files() if f"interview.example.{_key(path)}" in say.words}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        title = say("page.example_title")
        column.addWidget(Text(title, "title"))
        cards = [
            Choice(stem, say(f"example.{_key(path)}"), say(f"example.{_key(path)}_note"), "file-text")
            for stem, path in self._files.items()
        ]
        self.group = ChoiceGroup(cards, name=title)
        self.group.chosen.connect(lambda stem: self.chosen.emit(self._files[stem]))
        column.addWidget(self.group)
        column.addStretch(1)


def _key(path: Path) -> str:
    """Under which words a sample goes: 1-taiyuan-beijing is taiyuan."""
    return path.stem.split("-")[1] if "-" in path.stem else path.stem
