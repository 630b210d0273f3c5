"""What this program is, what it is not, and on whose work it stands."""

from desktop_app import paths
from desktop_app.ui.opened import Opened
from desktop_app.ui.page import Desk, Page
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.help_panel import RichText
from desktop_app.ui.widgets.scroll_page import ScrollPage
from desktop_app.ui.widgets.text import Text, selectable


class AboutPage(Page):
    """Version, rulebook, disclaimer, licence and notices."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        scroll = ScrollPage(widest=960)
        self.sheet.addWidget(scroll)
        scroll.add(
            Text(self.tr("About Yidi"), "title"),
            Banner(
                "warning",
                self.tr("Not official software"),
                self.tr(
                    "Yidi is not made, checked or endorsed by any medical insurance bureau. What you are paid is"
                    " decided by the bureau of the insured region. Ring its line, 12393, before you rely on a figure."
                ),
            ),
            self._versions(desk),
            self._notices(),
        )
        scroll.end()

    def opened(self, opened: Opened) -> None:
        """Now it can be told which rulebook this is."""
        edition = opened.rulebook.edition()
        words = self.tr("Rulebook %1, checked on %2").replace("%1", edition.version)
        self._rulebook.setText(words.replace("%2", edition.checked_on.isoformat()))

    def not_opened(self, problem: str) -> None:
        """Says why there is no rulebook."""
        self._rulebook.setText(problem)

    def _versions(self, desk: Desk) -> Card:
        card = Card(self.tr("Version"))
        self._rulebook = selectable(Text(self.tr("Opening the rulebook …")))
        card.add(
            selectable(Text(self.tr("Program %1").replace("%1", program_version()))),
            self._rulebook,
            Text(self.tr("Runs offline: there is no network code in it."), "muted"),
        )
        if desk.opened:
            self.opened(desk.opened)
        elif desk.problem:
            self.not_opened(desk.problem)
        return card

    def _notices(self) -> Card:
        card = Card(self.tr("Licences"))
        card.add(
            Text(self.tr("Yidi is free software under the MIT licence. It stands on the work of others:"), "muted")
        )
        notices = RichText(name=self.tr("Third-party notices"))
        notices.show_markdown(paths.notices_file().read_text(encoding="utf-8"))
        card.add(notices)
        return card


def program_version() -> str:
    """The version of the installed program."""
    from importlib.metadata import version

    return version("yidi")
