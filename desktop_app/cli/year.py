"""`yidi year`: where the year stands after its bills, and what another stay would cost now and after New Year."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop_app.cli.command import FILE, JSON, OneCommand, speaking
from desktop_app.cli.session import Session, as_json_text
from desktop_app.domain.message import message
from desktop_app.errors import Problem

if TYPE_CHECKING:
    from desktop_app.domain.money import Fen

NEXT = "--next"


@click.command(cls=OneCommand)
@click.argument("file", metavar="CASE", type=FILE)
@click.option(NEXT, "amount", metavar="AMOUNT", help="next")
@JSON
@speaking
@click.pass_obj
def year(session: Session, file: Path, amount: str | None, as_json: bool) -> None:
    """What is left of the year, and what the next stay would cost now and after New Year."""
    from desktop_app.render.year_json import year_document
    from desktop_app.render.year_text import year_text
    from desktop_app.services.read_case import read_case
    from desktop_app.services.show_year import show_year

    next_total = None if amount is None else _fen(amount)
    rulebook = session.rulebook()
    case = read_case(file, rulebook, session.today())
    outlook = show_year(case, rulebook, next_total)
    if as_json:
        click.echo(as_json_text(year_document(outlook, session.words)))
    else:
        click.echo(year_text(case, outlook, rulebook, session.words))


def _fen(amount: str) -> "Fen":
    """The amount of the option. Raises Problem for what is no amount, or negative."""
    from desktop_app.domain.money import fen_from_yuan

    try:
        total = fen_from_yuan(amount)
    except ValueError:
        raise Problem(message("problems.not_money", key=NEXT, value=amount)) from None
    if total < 0:
        raise Problem(message("problems.negative", key=NEXT, value=amount))
    return total
