"""What is looked at beside other work: a large file that was not closed, or what others write."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from outreach_app.open_marker import look_through
from ui.context import AppContext
from ui.errors import message_of
from ui.others import OthersWatch


def begin_look(context: AppContext, owner: QObject, tell: Callable[[str], None]) -> None:
    """Begin it; `tell` is called with what to do where damage is found. Nothing where none is due.

    It goes on as long as `owner` lives.
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
