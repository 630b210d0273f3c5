"""Settings: language, text size and look. Each choice takes effect at once."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QLocale

from desktop_app.paths import data_dir
from desktop_app.ui.page import Desk, Page
from desktop_app.ui.preferences import Preferences
from desktop_app.ui.roles import Look
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.choice_card import Choice, ChoiceGroup
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.scroll_page import ScrollPage
from desktop_app.ui.widgets.text import Text, selectable


class SettingsPage(Page):
    """Declared as three groups of choices."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._chosen = desk.preferences
        scroll = ScrollPage(widest=960)
        self.sheet.addWidget(scroll)
        scroll.add(Text(self.tr("Settings"), "title"))
        language = self._group("language", self.tr("Language"), _languages(), self._chosen.language)
        size = self._group("percent", self.tr("Text size"), self._sizes(), str(self._chosen.percent))
        look = self._group("look", self.tr("Look"), self._looks(), self._chosen.look.value)
        scroll.add(Columns([(language, 1), (size, 1), (look, 1)], narrow=700), self._records())
        scroll.end()

    def _group(self, name: str, title: str, choices: Sequence[Choice], value: str) -> Card:
        card = Card(title)
        group = ChoiceGroup(choices, name=title, value=value)
        for each in group.cards:
            each.setObjectName(f"{name}:{each.choice.value}")
        group.chosen.connect(lambda value, name=name: self._choose(name, value))
        card.add(group)
        return card

    def _choose(self, name: str, value: str) -> None:
        taken: Preferences
        if name == "language":
            taken = replace(self._chosen, language="en" if value == "en" else "zh_CN")
        elif name == "percent":
            taken = replace(self._chosen, percent=int(value))
        else:
            taken = replace(self._chosen, look=Look(value))
        self._chosen = taken
        self.chose.emit(taken)

    def _sizes(self) -> tuple[Choice, ...]:
        return (
            Choice("100", self.tr("Standard")),
            Choice("125", self.tr("Large")),
            Choice("150", self.tr("Extra large")),
        )

    def _looks(self) -> tuple[Choice, ...]:
        return (
            Choice(Look.SYSTEM.value, self.tr("As the system"), icon="settings"),
            Choice(Look.LIGHT.value, self.tr("Light"), icon="sun"),
            Choice(Look.DARK.value, self.tr("Dark"), icon="moon"),
            Choice(Look.CONTRAST.value, self.tr("High contrast"), icon="circle-dot"),
        )

    def _records(self) -> Card:
        card = Card(self.tr("Your records"))
        card.add(
            Text(self.tr("What you enter stays on this computer, in this folder, and nowhere else:"), "muted"),
            selectable(Text(str(data_dir()))),
        )
        return card


def _languages() -> tuple[Choice, ...]:
    """Each language in its own words, so that everybody finds theirs."""
    return Choice("zh_CN", QLocale("zh_CN").nativeLanguageName()), Choice("en", "English")
