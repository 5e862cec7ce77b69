"""The check of a store: its file, chains, tables against the journal, states, search index."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from uuid import UUID

from sqlalchemy import Select, func, inspect, or_, select
from sqlalchemy.orm import Session, selectinload

from outreach_app import altered_stores, clock
from outreach_app.access_log import (
    EMPTY_LOG,
    Act,
    LogEnd,
    count_access,
    end_of_log,
    find_broken,
    note,
    reaches,
)
from outreach_app.actors import Actor
from outreach_app.altered_rows import find_altered_rows
from outreach_app.altered_tables import altered_lists, altered_roles
from outreach_app.database import Database
from outreach_app.errors import StoreFailed
from outreach_app.events import GENESIS, chain, line_hash
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.journal_comparison import compare_tables
from outreach_app.migrations.comparison import compare_schema
from outreach_app.migrations.run import find_revision
from outreach_app.models import (
    Device,
    JournalEvent,
    Meeting,
    MonthTotal,
    Point,
    Seam,
)
from outreach_app.models.sources import Source
from outreach_app.month_totals import renew as renew_totals
from outreach_app.month_totals import wrong_totals
from outreach_app.point_days import wrong_days
from outreach_app.queries.access_rows import broken_words
from outreach_app.review_states import wrong_reviews
from outreach_app.search import contents, documents, index, upkeep
from outreach_app.services.points import computed_states
from outreach_app.store_problems import StoreProblem

Finding = tuple[int, list[str]]  # the number of items checked, and which of them are wrong
_AHEAD = timedelta(days=8)  # a station is accepted up to a week ahead (E_CLOCK)
_PORTION = 500  # items loaded at once
_LISTED = 5  # wrong items that are listed


@dataclass(frozen=True, slots=True)
class Check:
    """The result of one check.

    `detail` is the number of items checked, or else what is wrong; `advice` says what to do.
    """

    name: str
    is_sound: bool
    detail: str
    advice: str | None = None


def check_store(database: Database, closing: LogEnd = EMPTY_LOG) -> list[Check]:
    """Run every check; `closing` is the end of the access log when the store was last closed."""
    return [_check_file(database), *_check_records(database, closing)]


def note_check(database: Database) -> None:
    """Log a check; an altered store admitted no account, and is not written to."""
    if database.account is not None:
        with database.write() as session:
            note(session, Act.CHECK)


def is_altered(database: Database) -> bool:
    """Return whether a check finds anything wrong, in the eyes of the program itself."""
    actor, database.actor = database.actor, Actor.PROGRAM
    try:
        return not all(check.is_sound for check in check_store(database))
    finally:
        database.actor = actor


def renew_derived(database: Database, checks: list[Check]) -> list[Check]:
    """Rebuild the search index and the totals if only they are wrong; say so in their checks.

    Raises StoreFailed.
    """
    wrong = {check.name: check for check in checks if not check.is_sound}
    if not wrong.keys() <= {"search", "totals"}:
        return checks
    details = {}
    if "search" in wrong:
        upkeep.renew(database)
        details["search"] = _(
            "{records}. Nothing is lost: the index is rebuilt from the records once the register "
            "is open. Leave it open until a search is complete."
        )
    if "totals" in wrong:
        renew_totals(database)
        details["totals"] = _("{records}. Nothing is lost: the totals were recalculated.")
    return [
        replace(check, detail=details[check.name].format(records=isolate(check.detail)))
        if check.name in details
        else check
        for check in checks
    ]


def _check_file(database: Database) -> Check:
    """Check the file page by page, then by SQLite's own check."""
    try:
        pages = database.damaged_pages()
        if pages:
            numbers = isolate(", ".join(map(str, pages[:_LISTED])) + "…" * (len(pages) > _LISTED))
            return Check("store", False, _("damaged pages: {numbers}").format(numbers=numbers))
        if not database.is_readable():  # an empty file is sound to SQLite
            return Check("store", False, StoreFailed(StoreProblem.DAMAGED).message)
        integrity = database.integrity()
    except StoreFailed as error:
        return Check("store", False, error.message)
    return Check("store", integrity == "ok", integrity)


def _check_records(database: Database, closing: LogEnd) -> list[Check]:
    """Check the journal, and the tables and the index that are derived from it."""
    parts: dict[str, Callable[[Session], Finding]] = {
        "schema": _schema,
        "rows": find_altered_rows,
        "access": partial(_access, closing),
        "accounts": altered_roles,
        "eliminations": altered_lists,
        "chain": _chain,
        "fold": compare_tables,
        "states": _states,
        "totals": _totals,
        "search": _search,
    }
    return [_check(database, name, look) for name, look in parts.items()]


def _check(database: Database, name: str, look: Callable[[Session], Finding]) -> Check:
    """Run a check in a session of its own, so that damage found by one does not end the others."""
    try:
        with altered_stores.translated(), database.read() as session:
            looked_at, wrong = look(session)
    except StoreFailed as error:
        if error.code != StoreProblem.ALTERED:
            return Check(name, False, error.message)
        if not database.is_readable():  # it is empty
            return Check(name, False, StoreFailed(StoreProblem.DAMAGED).message)
        return Check(name, False, _("could not be checked"), error.message)
    if not wrong:
        return Check(name, True, str(looked_at))
    return Check(name, False, "; ".join(wrong[:_LISTED]), _advice(name, wrong[0]))


def _advice(name: str, first: str) -> str | None:
    """Return what to do about what only another program can have changed."""
    kept = _(
        "Another program changed this register. Keep it and its backups as they are, and tell "
        "headquarters."
    )
    match name:
        case "access":
            return broken_words(int(first))
        case "schema":
            advice = _("{kept} What the missing part guarded may have been changed unseen.")
            return advice.format(kept=kept)
        case "accounts":
            advice = _("{kept} Then give each account named here the role that it should have.")
            return advice.format(kept=kept)
        case "rows" | "eliminations":
            return kept
        case _:
            return None


def _schema(session: Session) -> Finding:
    """Check that no table, index or trigger was removed, added or changed."""
    connection = session.connection()
    if not inspect(connection).has_table("alembic_version"):
        raise StoreFailed(StoreProblem.DAMAGED)
    count, wrong = compare_schema(connection)
    return count, wrong if find_revision(connection) else [*wrong, "alembic_version"]


def _chain(session: Session) -> Finding:
    """Check that each device's events hash to their lines and to the head of its log.

    If part of a log has not arrived yet, the chain continues from the seam after the gap. Events
    belong to a device that is known, whose clock is not behind them, nor far ahead of all: it dates
    what is written next. A seam is where a part begins whose predecessor is missing.
    """
    owners = select(JournalEvent.device).where(JournalEvent.device.not_in(select(Device.uid)))
    wrong = [f"{uid} 0" for uid in session.scalars(owners.distinct())]
    wrong += [f"{uid} {seq}" for uid, seq in session.execute(_select_idle_seams())]
    latest = session.scalar(select(func.max(JournalEvent.t))) or 0
    most = max(latest, int((clock.now() + _AHEAD).timestamp() * 1000))
    count = 0
    for device in session.scalars(select(Device)):
        head, seq, newest = GENESIS, 0, latest if device.is_current else 0
        whole: tuple[int, bytes] | None = None
        statement = (
            select(JournalEvent).where(JournalEvent.device == device.uid).order_by(JournalEvent.seq)
        )
        for row in session.scalars(statement.execution_options(yield_per=_PORTION)):
            count += 1
            if row.seq != seq + 1:
                whole = whole or (seq, head)
                seam = session.get(Seam, (device.uid, row.seq - 1))
                head = seam.head if seam else GENESIS
            head, seq, newest = chain(head, row.line_hash), row.seq, max(newest, row.t)
            is_line = row.line is None or line_hash(row.line) == row.line_hash
            if row.head != head or not is_line:
                wrong.append(f"{device.uid} {row.seq}")
                head = row.head
        if (device.upto, device.head) != (whole or (seq, head)):
            wrong.append(f"{device.uid} {device.upto}")
        if not newest <= device.highest_t <= most:
            wrong.append(f"{device.uid} {device.highest_t}")
    return count, wrong


def _select_idle_seams() -> Select[UUID, int]:
    """Select the seams where no part begins, or that follow what is here."""
    here = (JournalEvent.device == Seam.device, JournalEvent.seq == Seam.seq)
    after = (JournalEvent.device == Seam.device, JournalEvent.seq == Seam.seq + 1)
    begins, follows = (select(JournalEvent.seq).where(*each).exists() for each in (after, here))
    return select(Seam.device, Seam.seq).where(or_(~begins, follows))


def _access(closing: LogEnd, session: Session) -> Finding:
    """Check that no row of the access log was changed or removed, at its end neither."""
    wrong = [str(number) for number in find_broken(session)]
    if not reaches(session, closing):
        wrong.append(str(min(closing.last, end_of_log(session).last + 1)))
    return count_access(session), wrong


def _states(session: Session) -> Finding:
    """Check each point's state and day, and each meeting's review state, against their sources."""
    wrong: list[str] = []
    count = 0
    for source in _sources(session):
        for point, state in computed_states(source).items():
            count += 1
            if point.state != state:
                wrong.append(f"point {point.uid}")
    connection = session.connection()
    wrong += [f"point {UUID(bytes=uid)}" for uid in wrong_days(connection)]
    return count, wrong + [f"meeting {UUID(bytes=uid)}" for uid in wrong_reviews(connection)]


def _totals(session: Session) -> Finding:
    """Check that the stored monthly totals of each office equal the sums of its records."""
    connection = session.connection()
    wrong = [f"{month} office {office}" for office, month in wrong_totals(connection)]
    return session.scalar(select(func.count()).select_from(MonthTotal)) or 0, wrong


def _sources(session: Session) -> Iterator[Source]:
    """Yield the meetings that have points, then the remarks, each with its follow-up."""
    meetings = select(Meeting).where(Meeting.points.any())
    meetings = meetings.options(
        selectinload(Meeting.points).selectinload(Point.replies),
        *map(selectinload, (Meeting.commitments, Meeting.referrals)),
    )
    yield from session.scalars(meetings.execution_options(yield_per=_PORTION))
    remarks = select(Point).where(Point.meeting_id.is_(None))
    acts = (Point.commitments, Point.referrals, Point.replies)
    remarks = remarks.options(*map(selectinload, acts))
    yield from session.scalars(remarks.execution_options(yield_per=_PORTION))


def _search(session: Session) -> Finding:
    """Check that the index holds exactly the words of each meeting, partner and person.

    Records that wait to be indexed are not in it.
    """
    wrong: list[str] = []
    count = 0
    held = contents.digests(session)
    waiting = set(index.list_waiting(session))
    for document in documents.list_documents(session):
        if document.found in waiting:
            continue
        count += 1
        if held.pop(document.found, None) != contents.digest(session, document):
            wrong.append(f"{document.found.kind} {document.found.record_id}")
    return count, wrong + [f"{found.kind} {found.record_id}" for found in held]
