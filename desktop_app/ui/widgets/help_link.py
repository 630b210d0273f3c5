"""A link to a help topic, from wherever one needs it."""

from desktop_app.ui.page import page_of
from desktop_app.ui.page_list import HELP
from desktop_app.ui.widgets.buttons import LinkButton


class HelpLink(LinkButton):
    """Asks the page it stands on for a topic of the help page, by its name."""

    def __init__(self, words: str, topic: str) -> None:
        super().__init__(words)
        self.topic = topic
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        page = page_of(self)
        if page is not None:
            page.wants.emit(HELP, self.topic)
