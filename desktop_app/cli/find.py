"""`yidi regions` and `yidi search`: a place, or anything else, by Chinese characters, pinyin or initials."""

import click

from desktop_app.cli.command import JSON, OneCommand, speaking
from desktop_app.cli.session import Session, as_json_text
from desktop_app.domain.message import message


@click.command(cls=OneCommand)
@click.argument("query")
@JSON
@speaking
@click.pass_obj
def regions(session: Session, query: str, as_json: bool) -> None:
    """Find a place by 汉字, pinyin, initials, county name or code."""
    from desktop_app.render.region_text import region_document, region_message
    from desktop_app.services.open_rulebook import open_rulebook
    from desktop_app.services.search_regions import search_regions

    with open_rulebook() as rulebook:
        matches = search_regions(rulebook, query)
    if as_json:
        click.echo(as_json_text([region_document(match) for match in matches]))
        return
    found = [region_message(match) for match in matches] or [message("rulebook.search.nothing", query=query)]
    click.echo("\n".join(map(session.words.text, found)))


@click.command(cls=OneCommand)
@click.argument("query")
@JSON
@speaking
@click.pass_obj
def search(session: Session, query: str, as_json: bool) -> None:
    """Find anything by 汉字, pinyin or initials: places, diseases, help, terms, what the articles say."""
    from desktop_app.render.found_text import found_document, found_message
    from desktop_app.services.open_rulebook import open_rulebook
    from desktop_app.services.search_everything import EverythingSearch

    with open_rulebook() as rulebook:
        found = EverythingSearch(rulebook, session.words).find(query)
    if as_json:
        click.echo(as_json_text([found_document(each) for each in found]))
        return
    said = [found_message(each) for each in found] or [message("rulebook.everything.nothing", query=query)]
    click.echo("\n".join(map(session.words.text, said)))
