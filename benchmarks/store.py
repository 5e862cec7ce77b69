"""The cost of encryption and of the journal, compared with a plain store in the same run.

Run: python -m benchmarks.store
"""

import hmac
import secrets
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import sqlcipher3.dbapi2
from sqlalchemy import event

from outreach_app import journal
from outreach_app.actors import Actor
from outreach_app.database import Database, StoreSession
from outreach_app.devices import enrol_device
from outreach_app.migrations.run import migrate
from outreach_app.search import upkeep
from outreach_app.services.meetings import MeetingDraft, log_meeting
from outreach_app.services.offices import create_office
from outreach_app.services.points import PointDraft
from tests import makers

MEETINGS = 100_000  # about 100 MB: several times the page cache
LOOK_UPS = 2_000
PAGE = 4_096  # bytes of the file, the unit that SQLCipher reads, verifies and decrypts


def cpu(work: Callable[[], object], times: int = 7) -> float:
    """Return the median CPU seconds of some work."""
    spent = []
    for _turn in range(times):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return statistics.median(spent)


def filled(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Write meetings with the driver, in a table and an index like the store's."""
    connection.executescript(
        "PRAGMA journal_mode = WAL; PRAGMA cache_size = -16384;"
        "CREATE TABLE meetings (id INTEGER PRIMARY KEY, uid BLOB UNIQUE, held_on TEXT, kind TEXT,"
        " office_id INTEGER, subject TEXT);"
        "CREATE INDEX by_day ON meetings (held_on, id);"
    )
    rows = (
        (
            n,
            secrets.token_bytes(16),
            str(date(2020, 1, 1) + timedelta(days=n % 2000)),
            "mt.periodic",
            1,
            "موضوع اللقاء مع جمعيات الأحياء " * 14,
        )
        for n in range(MEETINGS)
    )
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO meetings VALUES (?, ?, ?, ?, ?, ?)", rows)
    connection.execute("COMMIT")
    return connection


def look_ups(connection: sqlite3.Connection) -> Callable[[], None]:
    """Return a function that reads rows by primary key, spread over the table."""

    def work() -> None:
        connection.execute("PRAGMA shrink_memory")  # each turn starts with an empty cache
        for n in range(LOOK_UPS):
            connection.execute(
                "SELECT * FROM meetings WHERE id = ?", (n * 7919 % MEETINGS,)
            ).fetchone()

    return work


def filtered_lists(connection: sqlite3.Connection) -> Callable[[], None]:
    """Return a function that reads the rows of three years, newest first."""

    def work() -> None:
        connection.execute("PRAGMA shrink_memory")
        for year in (2021, 2022, 2023):
            connection.execute(
                "SELECT * FROM meetings WHERE held_on BETWEEN ? AND ?"
                " ORDER BY held_on DESC LIMIT 2000",
                (f"{year}-01-01", f"{year}-12-31"),
            ).fetchall()

    return work


def compare_encryption(folder: Path) -> None:
    """Print the cost of encryption, compared with the same SQLite without a key."""
    plain = filled(sqlcipher3.dbapi2.connect(str(folder / "plain.db"), isolation_level=None))
    coded: sqlite3.Connection = sqlcipher3.dbapi2.connect(
        str(folder / "coded.db"), isolation_level=None
    )
    coded.execute(f"PRAGMA key = \"x'{secrets.token_hex(32)}'\"")
    filled(coded)
    for name, target, work in (
        ("look-up", 2.0, look_ups),
        ("filtered list", 2.5, filtered_lists),
    ):
        floor, spent = cpu(work(plain)), cpu(work(coded))
        print(f"{name}: encrypted / plain = {spent / floor:.2f} (target <= {target})")
        if work is look_ups:
            checked = floor + cpu(checksums)
            print(f"  plain and a checksum of each page / plain = {checked / floor:.2f}: the floor")


def checksums() -> None:
    """Compute the checksums that SQLCipher needs for the page of each look-up."""
    page, key = secrets.token_bytes(PAGE), secrets.token_bytes(32)
    for _n in range(LOOK_UPS):
        hmac.digest(key, page, "sha512")


def saves(database: Database) -> Callable[[], None]:
    """Return a function that logs 20 sessions, each in its own transaction."""
    draft = MeetingDraft(
        held_on=date(2026, 10, 14),
        kind="mt.periodic",
        channel="ch.inperson",
        points=tuple(PointDraft("concern", "tp.6.1", "الزقاق مظلم", "ar") for _n in range(4)),
    )

    def work() -> None:
        for _turn in range(20):
            with database.write(Actor.CHIEF) as session:
                log_meeting(session, draft)

    return work


def compare_journal(folder: Path) -> None:
    """Print the cost of the journal, compared with the same saves without it."""
    upkeep.keep_current()
    database = Database(folder / "store.db", secrets.token_bytes(32))
    migrate(database)
    with database.write(Actor.PROGRAM) as session:
        enrol_device(session)
        create_office(session, makers.office_draft())
    with_journal = cpu(saves(database))
    for hook in (journal._append, journal._collect):
        name = "before_commit" if hook is journal._append else "after_flush"
        event.remove(StoreSession, name, hook)
    without = cpu(saves(database))
    print(
        f"a save of a session with 4 points: with / without journal = {with_journal / without:.2f}"
        f" ({with_journal / 20 * 1000:.1f} ms CPU against {without / 20 * 1000:.1f} ms)"
    )
    database.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        compare_encryption(Path(name))
        compare_journal(Path(name))
