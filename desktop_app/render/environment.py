"""Pages from templates: one Jinja environment per language, sharing words and filters with the word lists."""

import logging
from collections.abc import Callable
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop_app.domain.message import Parameter, message
from desktop_app.paths import resources_dir
from desktop_app.render.words import Words, filters

if TYPE_CHECKING:
    from jinja2 import Environment

_FALLBACK: Final = "<html><body><h1>{}</h1><p>{}</p></body></html>"


class Pages:
    """The templates in one language.

    Everything put into a page is escaped; a name the view does not have is an error, never an empty string.
    """

    def __init__(self, words: Words, folder: Path | None = None) -> None:
        self.words = words
        self._folder = folder or resources_dir() / "templates"

    def render(self, template: str, **view: object) -> str:
        """The finished page. Raises jinja2.TemplateError for a broken template, KeyError for missing words."""
        return _environment(self.words, self._folder).get_template(template).render(view)

    def page(self, template: str, **view: object) -> str:
        """As `render`, but a broken page says so in one sentence: help never stops the work. The log has the reason."""
        from jinja2 import TemplateError

        try:
            return self.render(template, **view)
        except (TemplateError, KeyError):
            logging.getLogger(__name__).exception("the page %s cannot be shown", template)
            said = (self.label(f"paper.broken.{part}") for part in ("title", "text"))
            return _FALLBACK.format(*map(escape, said))

    def label(self, id: str, **parameters: Parameter) -> str:
        """The words with this id."""
        return self.words.text(message(id, **parameters))


@lru_cache(maxsize=4)
def _environment(words: Words, folder: Path) -> "Environment":
    """The environment for these words, shared by all their pages: compiling a template takes longer than using it."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(filters(words.language))
    spoken: dict[str, Callable[..., str]] = {"words": words.text, "label": Pages(words, folder).label}
    environment.globals.update(spoken, language=words.language)
    return environment
