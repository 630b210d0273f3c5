"""The words of this page: ids in `slip.toml`, without the file's name before them."""

from desktop_app.domain.message import Parameter, message
from desktop_app.domain.slip import SlipLine
from desktop_app.render.words import Words


class Say:
    """Says what stands under an id of `slip.toml`."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def __call__(self, id: str, **parameters: Parameter) -> str:
        """The sentence, in the language of the window."""
        return self.words.text(message(f"slip.{id}", **parameters))

    def label(self, line: SlipLine) -> str:
        """What a line is called where it stands by itself."""
        name = self(f"line.{line.value}")
        return name[:1].upper() + name[1:]
