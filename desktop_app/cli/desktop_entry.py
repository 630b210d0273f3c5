"""`yidi desktop-entry`: the launcher in the desktop's menu."""

import click

from desktop_app.cli.command import Commands, speaking
from desktop_app.cli.session import Session
from desktop_app.domain.message import message


@click.group("desktop-entry", cls=Commands, invoke_without_command=True)
@speaking
@click.pass_context
def desktop_entry(context: click.Context) -> None:
    """Put the program into the desktop's menu, or take it out again."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


@desktop_entry.command()
@speaking
@click.pass_obj
def install(session: Session) -> None:
    """Put launcher and icon into the menu, so that a double-click starts the program."""
    from desktop_app.services.desktop_entry import install as into_the_menu

    click.echo(session.words.text(message("desktop.installed", file=str(into_the_menu()))))


@desktop_entry.command()
@speaking
@click.pass_obj
def remove(session: Session) -> None:
    """Take launcher and icon out of the menu again."""
    from desktop_app.services.desktop_entry import remove as out_of_the_menu

    click.echo(session.words.text(message("desktop.removed" if out_of_the_menu() else "desktop.absent")))
