"""Messages about the opening of a store: a full disk, another key file than the store's."""

from collections.abc import Iterator
from contextlib import contextmanager

from outreach_app import vault
from outreach_app.errors import Locked, StoreFailed
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.store_problems import StoreProblem


def put_right(unlocked: vault.Opened) -> str | None:
    """Return the notice that another key file lay beside the store, or None."""
    if not unlocked.is_put_right:
        return None
    message = _(
        "The {file} beside the register was not its newest: it was older, or belonged to a copy. "
        "The newest was restored. Find out who can write to this folder."
    )
    return message.format(file=isolate(vault.KEY_FILE))


@contextmanager
def room_required() -> Iterator[None]:
    """Raise Locked (`no_room`) if the disk has no room for a log row: every opening is logged."""
    try:
        yield
    except StoreFailed as error:
        if error.code != StoreProblem.NO_ROOM:
            raise
        message = _(
            "The register's disk is full: every opening must be recorded in the access log, so "
            "the register stays closed. Nothing was changed. Empty the recycle bin or move files "
            "elsewhere, then try again."
        )
        raise Locked(message, code=error.code) from error
