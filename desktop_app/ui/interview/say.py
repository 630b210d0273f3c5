"""The wizard's own words."""

from desktop_app.render.words import Words
from desktop_app.ui import say


class Say(say.Say):
    """Says what stands under an id of `interview.toml`."""

    def __init__(self, words: Words) -> None:
        super().__init__("interview", words)
