"""Notices of an opening: a full disk, a key file that is not the store's newest, an older store."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from outreach_app import marks, vault
from outreach_app.access_log import Act, note
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import Locked, StoreFailed
from outreach_app.exchange.stations import renewal
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.store_problems import StoreProblem


def put_right(unlocked: vault.Opened) -> str | None:
    """Return the notice that another key file lay beside the store, or None."""
    if not unlocked.is_put_right:
        return None
    message = _(
        "Another {file} than the register's newest lay beside it: an older one, or that of a copy."
        " The newest was put back in its place. Ask who can write in this folder."
    )
    return message.format(file=isolate(vault.KEY_FILE))


def go_on_after_older(folder: Path, database: Database) -> str | None:
    """Return the notice that the store is older than the one that was closed, or None.

    It continues under a new device id, as a restored backup does: events that it lacks may have
    been sent, and peers return what they hold.
    """
    missing = marks.count_missing(folder, database)
    if missing is None:
        return None
    with database.write(Actor.PROGRAM) as session:
        renewal.go_on_restored(session)
    with database.write() as session:
        note(session, Act.RESTORE, verb="go_on_after_older", count=missing)
    marks.write_mark(folder, database)
    message = _(
        "This register is older than it was when it was last closed: at least {count} changes are"
        " missing. An older copy was put in its place. Look for the newer one before you go on:"
        " what is written from here on has a new number, and headquarters sees it."
    )
    return message.format(count=isolate(str(missing)))


@contextmanager
def room_required() -> Iterator[None]:
    """Raise Locked (`no_room`) if the disk has no room for a log row: every opening is logged."""
    try:
        yield
    except StoreFailed as error:
        if error.code != StoreProblem.NO_ROOM:
            raise
        message = _(
            "There is no room left on the register's disk: the access log tells each opening, so"
            " the register stays closed. Nothing was changed. Empty the recycle bin or move files"
            " elsewhere, then try again."
        )
        raise Locked(message, code=error.code) from error
