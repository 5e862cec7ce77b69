"""Exchange files and backups kept beyond their term."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from pathlib import Path

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from outreach_app import backup, clock
from outreach_app.database import state_of
from outreach_app.models import Bundle
from outreach_app.queries.records_past_term import DueRow
from outreach_app.rules.retention import Kept, due_on

EXCHANGE_ENTITY, BACKUP_ENTITY = "exchange", "backup"
# The last row of each of these series stays: later code asks what was last reported or sent.
_SERIES = (
    Bundle.direction,
    Bundle.status,
    Bundle.partner,
    Bundle.device,
    Bundle.carrier,
    Bundle.receiver,
    Bundle.has_names,
    Bundle.audit_count.is_not(None),
)


def due_exchange(session: Session, months: int, newest: date) -> list[DueRow]:
    """Return the rows of the log of files up to a day as one item, or an empty list."""
    # Counted in the store: five years of a country are 150,000 files.
    tomorrow = clock.moment_of(newest + timedelta(days=1), time.min)
    is_newer = Bundle.moved_at >= tomorrow
    newer = session.scalar(select(Bundle.id).where(is_newer).order_by(Bundle.id).limit(1))
    last = newer - 1 if newer else session.scalar(select(func.max(Bundle.id))) or 0
    counted = select(func.count(), func.min(Bundle.moved_at), func.max(Bundle.moved_at))
    count, *moments = session.execute(counted.where(*_is_old(last))).one()
    if not count:
        return []
    first_on, day = (clock.local(moment).date() for moment in moments)
    due, key = due_on(day, months), str(last)
    return [DueRow(Kept.EXCHANGE, EXCHANGE_ENTITY, key, day, due, count=count, first_on=first_on)]


def list_old_bundles(session: Session, last: int) -> Sequence[Bundle]:
    """Return the rows of the log of files up to one, without the last of each series."""
    return session.scalars(select(Bundle).where(*_is_old(last)).order_by(Bundle.id)).all()


def _is_old(last: int) -> tuple[ColumnElement[bool], ...]:
    kept = select(func.max(Bundle.id)).where(Bundle.id <= last).group_by(*_SERIES)
    return Bundle.id <= last, Bundle.id.not_in(kept)


def due_backups(session: Session, months: int, newest: date) -> list[DueRow]:
    """Return the backups in the store's own rotation made up to a day, oldest first.

    The newest of all is never due: it is the way back.
    """
    rows = []
    for file in reversed(_backups(session)[1:]):
        day = clock.local(backup.moment_of(file)).date()
        if day <= newest:
            rows.append(DueRow(Kept.BACKUP, BACKUP_ENTITY, file.name, day, due_on(day, months)))
    return rows


def find_backup(session: Session, name: str) -> Path | None:
    """Return the backup of this name in the store's own rotation, or None."""
    return next((file for file in _backups(session) if file.name == name), None)


def _backups(session: Session) -> list[Path]:
    database = state_of(session).database
    if database is None or database.is_on_server:
        return []
    return backup.newest(database.path.parent)
