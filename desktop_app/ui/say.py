"""Words for a part of the window: ids without what all of them begin with."""

from desktop_app.domain.message import Parameter, message
from desktop_app.render.words import Words


class Say:
    """Says what stands under an id of a word list, or of a group in it."""

    def __init__(self, group: str, words: Words) -> None:
        self._group, self.words = group, words

    def __call__(self, id: str, **parameters: Parameter) -> str:
        """The sentence, in the language of the window."""
        return self.words.text(message(f"{self._group}.{id}", **parameters))
