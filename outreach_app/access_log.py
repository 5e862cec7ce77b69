"""The access log: a hash chain of coded rows, written with the action that they record."""

import hashlib
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

import msgspec
from sqlalchemy import Integer, cast, func, select
from sqlalchemy.orm import Session

from outreach_app import attempts, clock
from outreach_app.actors import Actor
from outreach_app.database import SessionValue, state_of
from outreach_app.models import AccessRow, Elimination, EliminationItem
from outreach_app.models.base import moment_text

LOG_ENTITY = "log"
"""The log as something on an elimination list, up to a row."""

ROLE_DIFFERS = "role_differs"
"""The verb of a row about an account whose role is not the one that the key file has."""

_PORTION = 500  # rows loaded at once

# The columns that the chain covers, in this order.
_CHAINED = (
    AccessRow.n,
    AccessRow.at,
    AccessRow.account,
    AccessRow.role,
    AccessRow.act,
    AccessRow.verb,
    AccessRow.record,
    AccessRow.count,
)


class Act(StrEnum):
    """Name the act that a row of the log records."""

    UNLOCK = "unlock"
    UNLOCK_BY_CODE = "unlock_by_code"
    LOCK = "lock"
    FAILED = "failed"
    SEEN = "seen"
    NAMES_LISTED = "names_listed"
    SEARCH = "search"
    EXTRACT = "extract"
    CHANGE = "change"
    IMPORT = "import"
    GIVEN_OUT = "given_out"
    NAMES_OUT = "names_out"
    TABLE = "table"
    NOT_MADE = "not_made"
    EXCHANGE = "exchange"
    RIGHTS = "rights"
    PURPOSE = "purpose"
    ERASURE = "erasure"
    RETENTION = "retention"
    DESTRUCTION = "destruction"
    CUT = "cut"
    ACCOUNT = "account"
    CONFIRMED = "confirmed"
    STATION = "station"
    BACKUP = "backup"
    CHECK = "check"
    RESTORE = "restore"
    HELP = "help"
    CLOCK = "clock"
    LOST = "lost"
    REFUSED = "refused"


class LogEnd(NamedTuple):
    """The number of the last row of a log, and the hash of the chain up to it."""

    last: int
    head: bytes


EMPTY_LOG = LogEnd(0, bytes(32))
_END = SessionValue[LogEnd]()  # as a session has it


def note(
    session: Session,
    act: Act,
    *,
    verb: str | None = None,
    record: UUID | None = None,
    count: int | None = None,
    actor: Actor | None = None,
) -> None:
    """Add a row to the log, in the transaction of the action that it records.

    The actor is that of the session. Actions of the program itself are not logged.
    """
    state = state_of(session)
    actor = actor or state.actor
    if actor is not Actor.PROGRAM:
        row = AccessRow(at=clock.now(), role=actor.name.lower(), act=act, verb=verb)
        row.account, row.record, row.count = state.account, record, count
        _append(session, row)


def note_failures(session: Session, folder: Path) -> None:
    """Log each failed attempt since the last ones were logged, under its own time.

    The caller forgets them (`attempts.forget_attempts`) once this is committed.
    """
    for attempt in attempts.read_attempts(folder):
        _append(session, AccessRow(at=attempt.at, account=attempt.account, role="", act=Act.FAILED))


def last_key_file(session: Session) -> int:
    """Return the number of the newest key file that a row of an account's change tells of."""
    told = select(func.max(AccessRow.count)).where(AccessRow.act == Act.ACCOUNT.value)
    return session.scalar(told) or 0


def count_access(session: Session) -> int:
    """Return how many rows the log has."""
    return session.scalar(select(func.count()).select_from(AccessRow)) or 0


def chained_heads(session: Session) -> Iterator[bytes]:
    """Yield the chain's hash after each row, from the first, as the rows are now."""
    head = EMPTY_LOG.head
    rows = select(*_CHAINED, AccessRow.head).order_by(AccessRow.n)
    for *values, kept in session.execute(rows.execution_options(yield_per=_PORTION)):
        head = kept if values[4] == Act.CUT else _chained(head, values)
        yield head


def cut(session: Session, last: int) -> None:
    """Redact the rows up to `last` to their number, time and hash; the chain still verifies.

    A trigger of the store prevents any other change to a row.
    """
    session.flush()
    session.connection().exec_driver_sql(
        "UPDATE access_rows SET act = 'cut', role = '', account = NULL, verb = NULL, record = NULL,"
        " count = NULL WHERE n <= ? AND act <> 'cut'",
        (last,),
    )


def note_renewed(session: Session, former: UUID) -> None:
    """Log that the store continues under a new device id, with its former id and last row number.

    Actions of the program itself are logged here too: a reader of the log needs to see where the
    former one ended.
    """
    state = state_of(session)
    row = AccessRow(at=clock.now(), role=state.actor.name.lower(), act=Act.STATION, verb="go_on")
    row.account = state.account
    row.record = former
    row.count = end_of_log(session).last
    _append(session, row)


def find_broken(session: Session) -> Iterator[int]:
    """Yield the number of each row that was changed, or that follows a gap.

    The oldest rows may have been redacted to their hash, where a list of what was destroyed says
    so: verification starts at the row after it.
    """
    last, head, redacted = 0, EMPTY_LOG.head, _last_redacted(session)
    rows = select(AccessRow).order_by(AccessRow.n).execution_options(yield_per=_PORTION)
    with session.scalars(rows) as read:  # closed if only the first is read
        for row in read:
            is_cut = row.act == Act.CUT and row.n <= redacted
            is_sound = is_cut or row.head == _chained(head, _chained_values(row))
            if row.n != last + 1 or not is_sound:
                yield row.n
            last, head = row.n, row.head


def _last_redacted(session: Session) -> int:
    """Return the last row that an elimination list redacted, 0 if none did."""
    carried_out = (
        select(func.max(cast(EliminationItem.key, Integer)))
        .join(Elimination, Elimination.id == EliminationItem.elimination_id)
        .where(EliminationItem.entity == LOG_ENTITY, Elimination.destroyed_at.is_not(None))
    )
    return session.scalar(carried_out) or 0


def end_of_log(session: Session) -> LogEnd:
    """Return the number of the last row, and the hash of the chain up to it."""
    return _END.get_or_make(session, partial(_read_end, session))


def reaches(session: Session, end: LogEnd) -> bool:
    """Return whether the log still has the row at which it once ended, as it was."""
    head = select(AccessRow.head).where(AccessRow.n == end.last)
    return end == EMPTY_LOG or session.scalar(head) == end.head


def _append(session: Session, row: AccessRow) -> None:
    last, head = end_of_log(session)
    row.n = last + 1
    row.at = row.at.replace(microsecond=0)
    row.act = str(row.act)
    row.head = _chained(head, _chained_values(row))
    session.add(row)
    _END.keep(session, LogEnd(row.n, row.head))


def _read_end(session: Session) -> LogEnd:
    last = select(AccessRow.n, AccessRow.head).order_by(AccessRow.n.desc()).limit(1)
    with session.no_autoflush:
        found = session.execute(last).first()
    return LogEnd(found.n, found.head) if found else EMPTY_LOG


def _chained_values(row: AccessRow) -> tuple[object, ...]:
    return (row.n, row.at, row.account, row.role, row.act, row.verb, row.record, row.count)


def _chained(head: bytes, values: Sequence[Any]) -> bytes:
    n, at, *rest = values
    values = (n, moment_text(at), *rest)
    return hashlib.sha256(head + msgspec.json.encode(values)).digest()
