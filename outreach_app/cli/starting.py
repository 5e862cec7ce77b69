"""Start of a command, or of the window if there is none."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from outreach_app import __version__
from outreach_app.cli import OpenWindow, has_display
from outreach_app.cli.output import say
from outreach_app.cli.typed_paths import with_typed_paths
from outreach_app.i18n import ScreenLanguage, isolate
from outreach_app.i18n import gettext as _

BARE_START_FOLDER = "outreach-demo"


def start_of(open_window: OpenWindow) -> Callable[..., None]:
    """Return the callback that runs before a command, or without any."""

    def start(
        context: typer.Context,
        store: Annotated[
            Path | None, typer.Option(help=_("Open the window on the store in this folder."))
        ] = None,
        version: Annotated[
            bool, typer.Option("--version", help=_("Show the version and exit."))
        ] = False,
        ui_lang: Annotated[  # noqa: ARG001  it was read before the parser
            ScreenLanguage | None,
            typer.Option(help=_("The language of the messages; by default that of the system.")),
        ] = None,
    ) -> None:
        if version:
            typer.echo(f"outreach {__version__}")
            raise typer.Exit
        if context.invoked_subcommand is not None:
            if store is not None:
                raise typer.BadParameter(_("Write --store after the command."))
        elif store is None:
            _do_demo()
        elif has_display():
            raise typer.Exit(open_window(store.absolute(), ()))
        else:
            say(_("There is no display for the window. --help lists the commands."))
            raise typer.Exit(1)

    return with_typed_paths(start)


def _do_demo() -> None:
    """Write the demo, or list its earlier files: there is no window."""
    folder = Path(BARE_START_FOLDER)
    say(
        _("There is no display for the window: running the demonstration on invented data instead.")
    )
    if folder.exists():
        say(
            _("It has already been done, in {folder}:").format(
                folder=isolate(str(folder.absolute()))
            )
        )
        for path in sorted(folder.rglob("*.pdf")):
            typer.echo(str(path.absolute()))
        return
    from outreach_app.cli.documents import demo  # noqa: PLC0415  loads the whole core
    from outreach_app.cli.options import Common, carry_out  # noqa: PLC0415

    common = Common(None, None, as_json=False)
    carry_out(common, lambda: demo(common, folder))
