"""Background checks of the open store: damage in a file, other people's writes on a server."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from outreach_app.open_marker import look_through
from ui.context import AppContext
from ui.errors import message_of
from ui.server_watch import OthersWatch


def begin_look(context: AppContext, owner: QObject, tell: Callable[[str], None]) -> None:
    """Start the check that the open store needs; `tell` is called with a message on damage.

    Runs as long as `owner` lives.
    """
    if context.office.database.is_on_server:
        OthersWatch(context, owner)
        return
    context.tasks.start(
        owner,
        partial(look_through, context.office.database),
        done=lambda _nothing: None,
        failed=lambda error: tell(message_of(error)),
    )
