"""The way to the slip page from wherever an estimate is shown."""

from PySide6.QtCore import Qt, Signal

from desktop_app.render.words import Words
from desktop_app.ui.slip.say import Say
from desktop_app.ui.slip.subject import Subject, written
from desktop_app.ui.widgets.buttons import secondary_button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.text import Text


class SlipDoor(Card):
    """A card with one button. `opened` carries the case, as the slip page takes it."""

    opened = Signal(str)

    def __init__(self, subject: Subject, words: Words) -> None:
        say = Say(words)
        super().__init__(say("page.open"))
        self.button = secondary_button(say("page.title"), "receipt")
        self.button.clicked.connect(lambda: self.opened.emit(written(subject)))
        self.add(Text(say("page.open_hint"), "muted"))
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
