"""The parser of the command line. Help texts are in the language that is current at import."""

import os
import sys
from difflib import get_close_matches

import typer
from typer._click.core import Command, Context
from typer._click.exceptions import UsageError
from typer._completion_classes import completion_init
from typer.core import TyperGroup
from typer.main import get_group

from outreach_app.cli import COMPLETION, OpenWindow
from outreach_app.cli.command_list import COMMANDS, GROUPS
from outreach_app.cli.deferred import Deferred
from outreach_app.cli.output import say
from outreach_app.cli.starting import start_of
from outreach_app.cli.usage_errors import no_such_command, show_usage_error
from outreach_app.errors import reason_words
from outreach_app.i18n import gettext as _


def run(open_window: OpenWindow) -> None:
    """Run the command on the command line, or open the window on a store."""
    if COMPLETION in os.environ:
        completion_init()  # Typer does so if it offers options to install the completion
    try:
        # Not standalone: the parser would tell its errors in English, and return no code to here.
        sys.exit(build(open_window).main(standalone_mode=False))
    except UsageError as error:
        show_usage_error(error)
        sys.exit(error.exit_code)
    except OSError as error:
        # A command handles errors of the files it names; this one is of its own output.
        if error.filename is not None:
            raise
        message = _(
            "The output could not be written: {reason}. What the command did remains in effect."
        )
        say(message.format(reason=reason_words(error)))
        # Prevent a second failing flush at interpreter exit (exit code 120).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


class _Group(TyperGroup):
    """A group of commands."""

    def resolve_command(
        self, ctx: Context, args: list[str]
    ) -> tuple[str | None, Command | None, list[str]]:
        name = args[0]
        if not name.startswith("-") and self.get_command(ctx, name) is None:
            raise no_such_command(name, get_close_matches(name, self.commands))
        return super().resolve_command(ctx, args)


def build(open_window: OpenWindow) -> TyperGroup:
    """Return the parser of the whole command line; a command is imported when it is used."""
    application = typer.Typer(cls=_Group, add_completion=False, rich_markup_mode=None)
    about = _("Community-outreach register of police precincts, in Arabic and French.")
    application.callback(invoke_without_command=True, help=about)(start_of(open_window))
    whole = get_group(application)
    groups = {"": whole}
    for name, function, purpose in COMMANDS:
        group = name.rpartition(" ")[0]
        if group not in groups:
            groups[group] = _Group(
                name=group, help=GROUPS[group], no_args_is_help=True, rich_markup_mode=None
            )
            whole.add_command(groups[group])
        groups[group].add_command(Deferred(name, function, purpose))
    return whole
