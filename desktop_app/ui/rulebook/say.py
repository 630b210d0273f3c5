"""The rulebook page's own words."""

from collections.abc import Iterable

from desktop_app.render.words import Words
from desktop_app.ui import say


class Say(say.Say):
    """Says what stands under an id of `rulebook_page.toml`."""

    def __init__(self, words: Words) -> None:
        super().__init__("rulebook_page", words)

    def among(self, group: str, values: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Values with their words, for a field to choose from."""
        return tuple((value, self(f"{group}.{value}")) for value in values)
