"""The papers to bring and hand in, to be ticked off; a paper's alternatives stand below it."""

from collections.abc import Sequence

from desktop_app.domain.advice import Material
from desktop_app.render.views.citations import Bibliography
from desktop_app.render.words import Words
from desktop_app.ui.interview.notebook import Notebook
from desktop_app.ui.interview.say import Say
from desktop_app.ui.interview.statements import with_numbers
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.check_row import CheckRow
from desktop_app.ui.widgets.text import Divider


class PapersCard(Card):
    """A card of papers; `prefix` keeps the ticks of filing and claim apart."""

    def __init__(
        self,
        heading: str,
        materials: Sequence[Material],
        *,
        prefix: str,
        cite: Bibliography,
        words: Words,
        notebook: Notebook,
    ) -> None:
        super().__init__(heading, spacing=0)
        self._words, self._say, self._cite = words, Say(words), cite
        ticked = notebook.ticks()
        for number, material in enumerate(materials):
            if number:
                self.add(Divider())
            id = f"{prefix}.{material.id}"
            row = CheckRow(id, self._title(material), self._detail(material), ticked=id in ticked)
            row.toggled.connect(lambda done, id=id: notebook.tick(id, done=done))
            self.add(row)

    def _title(self, material: Material) -> str:
        text = self._words.text(material.name)
        return self._say("papers.instead", paper=text) if material.instead_of else text

    def _detail(self, material: Material) -> str:
        """What it rests on, and whether it can be done without."""
        said = self._cite.resting_on("", material.facts)
        optional = not material.required and not material.instead_of
        parts = (self._say("papers.optional") if optional else "", said.badge.word, with_numbers(said).strip())
        return " ".join(part for part in parts if part)
