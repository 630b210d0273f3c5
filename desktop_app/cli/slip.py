"""`yidi slip CASE SLIP`: a real settlement slip beside the estimate, line by line."""

from pathlib import Path

import click

from desktop_app.cli.command import FILE, JSON, OneCommand, speaking
from desktop_app.cli.session import Session, as_json_text, count_of_option


@click.command(cls=OneCommand)
@click.argument("file", metavar="CASE", type=FILE)
@click.argument("slip_file", metavar="SLIP", type=FILE)
@click.option("--episode", metavar="N", help="episode")
@JSON
@speaking
@click.pass_obj
def slip(session: Session, file: Path, slip_file: Path, episode: str | None, as_json: bool) -> None:
    """Compare a settlement slip with the estimate: which rule explains a difference, what is worth asking."""
    from desktop_app.render.slip_json import slip_document
    from desktop_app.render.slip_text import slip_text
    from desktop_app.services.check_slip import check_slip, read_slip
    from desktop_app.services.read_case import read_case

    rulebook = session.rulebook()
    case = read_case(file, rulebook, session.today())
    number = None
    if episode is not None:
        number = count_of_option("--episode", episode, lowest=1, highest=len(case.episodes))
    checked = check_slip(case, read_slip(slip_file), rulebook, number=number)
    click.echo(as_json_text(slip_document(checked, session.words)) if as_json else slip_text(checked, session.words))
