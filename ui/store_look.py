"""The look through a large store that was not closed, beside other work."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from outreach_app.open_marker import look_through
from ui.context import AppContext
from ui.errors import message_of


def begin_look(context: AppContext, owner: QObject, tell: Callable[[str], None]) -> None:
    """Begin it; `tell` is called with what to do where damage is found. Nothing where none is due.

    It goes on as long as `owner` lives.
    """
    context.tasks.start(
        owner,
        partial(look_through, context.office.database),
        done=lambda _nothing: None,
        failed=lambda error: tell(message_of(error)),
    )
