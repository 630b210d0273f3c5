"""Pages from templates: escaped, strict, and calm when a template is broken."""

from pathlib import Path

import pytest
from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

from desktop_app.render.environment import Pages
from desktop_app.render.words import Language
from tests.render.conftest import words_of


@pytest.fixture
def small(tmp_path: Path, language: Language) -> Pages:
    """Four templates: a good one, two broken ones, and one whose words are missing."""
    (tmp_path / "good.html.j2").write_text("<p>{{ text }} {{ 100 | yuan }} {{ language }}</p>", encoding="utf-8")
    (tmp_path / "torn.html.j2").write_text("{% if text %}<p>", encoding="utf-8")
    (tmp_path / "hole.html.j2").write_text("{{ nothing }}", encoding="utf-8")
    (tmp_path / "mute.html.j2").write_text("{{ label('paper.no.such.words') }}", encoding="utf-8")
    return Pages(words_of(language), tmp_path)


def test_what_goes_into_a_page_is_escaped(small: Pages, language: Language) -> None:
    """Names come from files and keyboards; none of them can change the page. Filters are those of the words."""
    assert small.render("good.html.j2", text="<i>&") == f"<p>&lt;i&gt;&amp; ¥1.00 {language}</p>"


def test_render_raises_what_is_wrong(small: Pages) -> None:
    """Paper is never handed out half."""
    with pytest.raises(TemplateSyntaxError):
        small.render("torn.html.j2", text="")
    with pytest.raises(UndefinedError):
        small.render("hole.html.j2")
    with pytest.raises(TemplateNotFound):
        small.render("none.html.j2")


@pytest.mark.parametrize("name", ["torn.html.j2", "hole.html.j2", "mute.html.j2", "none.html.j2"])
def test_a_broken_help_page_says_so_in_a_sentence(small: Pages, name: str, caplog: pytest.LogCaptureFixture) -> None:
    """The person goes on working; whoever reads the log sees which page and why."""
    page = small.page(name, text="")
    assert small.label("paper.broken.title") in page
    assert small.label("paper.broken.text") in page
    assert name in caplog.text
    assert caplog.records[0].exc_info


def test_a_good_page_is_shown_and_logged_nowhere(small: Pages, caplog: pytest.LogCaptureFixture) -> None:
    """The calm way is for broken pages only."""
    assert small.page("good.html.j2", text="a").startswith("<p>a ")
    assert caplog.records == []
