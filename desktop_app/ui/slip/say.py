"""The slip page's own words."""

from desktop_app.domain.slip import SlipLine
from desktop_app.render.words import Words
from desktop_app.ui import say


class Say(say.Say):
    """Says what stands under an id of `slip.toml`."""

    def __init__(self, words: Words) -> None:
        super().__init__("slip", words)

    def label(self, line: SlipLine) -> str:
        """What a line is called where it stands by itself."""
        name = self(f"line.{line.value}")
        return name[:1].upper() + name[1:]
