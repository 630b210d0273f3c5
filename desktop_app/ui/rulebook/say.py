"""The rulebook page's own words: ids in `rulebook_page.toml`, without the file's name before them."""

from desktop_app.domain.message import Parameter, message
from desktop_app.render.words import Words


class Say:
    """Says what stands under an id of `rulebook_page.toml`."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def __call__(self, id: str, **parameters: Parameter) -> str:
        """The sentence, in the language of the window."""
        return self.words.text(message(f"rulebook_page.{id}", **parameters))

    def among(self, group: str, values: "tuple[str, ...] | list[str]") -> tuple[tuple[str, str], ...]:
        """Values with their words, for a field to choose from."""
        return tuple((value, self(f"{group}.{value}")) for value in values)
