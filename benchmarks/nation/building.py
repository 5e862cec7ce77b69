"""Builds headquarters' store of a whole country: rows, journal and search index.

Run: python -m benchmarks.nation.building FOLDER [--meetings 1500000]

A small country is made of detached records, with the program's own functions for what is derived
(states, events, the words of the index); its meetings are then copied (`copies`) to the number
wanted, and written in bulk with the driver. The store's passphrase is that of the tests,
`outreach check` accepts it, and the same seed makes the same country. The words, the most frequent
first, are written to FOLDER.words.json.
"""

import argparse
import random
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from time import process_time
from typing import Any

import msgspec
import sqlcipher3.dbapi2
from sqlalchemy import insert, update
from sqlalchemy.orm import Session

from benchmarks.nation.copies import EVENT_COLUMNS, MODELS, Copier, Rows
from benchmarks.nation.moulds import Moulder, columns_of_rows
from benchmarks.nation.offices import OFFICES, Precinct, make_precincts, note_files
from benchmarks.nation.records import YEARS, Country
from outreach_app import clock, month_totals, startup
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.events import Event, Fields, Operation, chain, encode, line_hash, version_of
from outreach_app.models import Device, Identity, JournalEvent, Partner, Person, Record
from outreach_app.models.base import Base, moment_text, snapshot
from outreach_app.search import index
from outreach_app.search.documents import document_of, has_document
from outreach_app.search.index import meeting_of
from outreach_app.startup import check
from tests import makers

_PORTION = 50_000  # meetings or partners written at once
_SMALL = 10_000  # meetings that are made, and copied
_BULK = (
    "synchronous = OFF", "journal_mode = OFF", "secure_delete = OFF", "foreign_keys = OFF",
    "cache_size = -2097152", "temp_store = MEMORY",
)  # fmt: skip
_WORDS = 1 << 26  # bytes of words that FTS5 collects before it writes them
Group = tuple[Precinct, list[Record]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--meetings", type=int, default=150_000)
    parser.add_argument("--days", type=int, default=YEARS * 365)
    parser.add_argument("--unchecked", action="store_true")
    given = parser.parse_args()
    start = process_time()
    number = build(given.folder, given.meetings, given.days)
    spent = (process_time() - start) / number * 1000
    size = sum(file.stat().st_size for file in given.folder.glob("*.db*"))
    print(f"{number} meetings, {spent:.2f} ms of CPU each")
    print(f"{size / 1e6:.0f} MB, {size / number:.0f} bytes a meeting", flush=True)
    start = process_time()
    for each in () if given.unchecked else check(given.folder, makers.PASSPHRASE):
        print(f"check {each.name}: {'ok' if each.is_sound else 'WRONG'} ({each.detail})")
    print(f"checked in {process_time() - start:.0f} s of CPU")


def build(folder: Path, meetings: int, days: int) -> int:
    """Build the store with about that many meetings in the last days; return how many.

    Fewer in fewer days are as dense as more in more: a month costs what it does there.
    """
    chance = random.Random(2026)  # noqa: S311  the same country each time
    folder.parent.mkdir(parents=True, exist_ok=True)
    makers.create_store(folder, makers.headquarters_draft())
    with startup.opened(folder, makers.PASSPHRASE) as office:
        with office.database.write(Actor.PROGRAM) as session:
            precincts = make_precincts(session, chance)
        country = Country(precincts, chance, days)
        words = {language.value: texts.words for language, texts in country.texts.items()}
        folder.with_suffix(".words.json").write_bytes(msgspec.json.encode(words))
        start = process_time()
        write(office.database, country.partners(), "partners", start)
        number = write_copies(office.database, country, meetings, start)
        finish(office.database, precincts, chance)
    return number


def write(database: Database, groups: Iterator[Group], name: str, start: float) -> None:
    """Write groups of records by portions, never splitting a group."""
    done = 0
    while portion := list(islice(groups, _PORTION)):
        with Session(database.engine) as session:
            write_portion(session, portion)
            session.commit()
        done += len(portion)
        _tell(f"{done} {name}", start)


def _tell(what: str, start: float) -> None:
    print(f"{what}, {process_time() - start:.0f} s of CPU", flush=True)


def write_portion(session: Session, portion: list[Group]) -> None:
    """Write records with their events and documents."""
    connection = session.connection()
    events = [each for precinct, records in portion for each in recorded(precinct, records)]
    records = [record for _precinct, group in portion for record in group]
    # By device, as in files: the journal's rows are kept in that order.
    events.sort(key=lambda row: (row["device"].bytes, row["seq"]))
    connection.execute(insert(JournalEvent), events)
    # A portion may begin with a partner that has no person, but an identity.
    for model in sorted(set(map(type, records)), key=(Partner, Person, Identity).index):
        rows = [row_of(record) for record in records if type(record) is model]
        connection.execute(insert(model), rows)
    index.put(session, (document_of(record) for record in records if has_document(record)))


def recorded(precinct: Precinct, records: list[Record]) -> Iterator[dict[str, Any]]:
    """Yield the events of new records written by a precinct's device at one moment."""
    moment = clock.now()
    precinct.t = max(precinct.t + 1, int(moment.timestamp() * 1000))
    for record in records:
        precinct.seq += 1
        record.version = version_of(precinct.t, str(precinct.device))
        values: Fields = {
            name: value for name, value in snapshot(record).items() if value is not None
        }
        event = Event(
            s=f"{precinct.seq:032x}",
            seq=precinct.seq,
            t=precinct.t,
            ent=record.contract.entity,
            id=str(record.uid),
            op=Operation.SET,
            at=moment_text(moment),
            by=str(Actor.CHIEF.value),
            base=None,
            d=values,
        )
        line = encode(event)
        hashed = line_hash(line)
        precinct.head = chain(precinct.head, hashed)
        yield {
            "device": precinct.device,
            "seq": event.seq,
            "t": event.t,
            "entity": event.ent,
            "record": record.uid,
            "operation": event.op,
            "line": line,
            "line_hash": hashed,
            "head": precinct.head,
        }


def row_of(record: Record) -> dict[str, Any]:
    """Return the columns of a detached record."""
    held = record.__dict__
    return {name: held.get(name) for name in columns_of_rows(type(record))}


def write_copies(database: Database, country: Country, meetings: int, start: float) -> int:
    """Write about that many meetings with their records; return how many they are."""
    small = min(meetings, _SMALL)
    moulder = Moulder(country.texts.values())
    moulds = [moulder.make(*group) for group in country.meetings(small)]
    _tell(f"{small} meetings to copy", start)
    copies = round(meetings / small)
    copier = Copier(moulds, copies, country.partners_of_offices, country.today, country.chance)
    with in_bulk(database) as driver:
        done = 0
        for rows in copier.portions(_PORTION):
            done += len(rows.documents)
            write_rows(driver, rows)
            _tell(f"{done} meetings", start)
    _tell("indexes", start)
    return done


@contextmanager
def in_bulk(database: Database) -> Iterator[sqlcipher3.dbapi2.Connection]:
    """Yield the driver's connection, without the indexes of what is copied until the end."""
    copied: tuple[type[Base], ...] = (*MODELS, JournalEvent)
    tables = ", ".join(f"'{model.__tablename__}'" for model in copied)
    database.close()  # without a log there may be no other connection
    with database.engine.connect() as connection:
        driver: sqlcipher3.dbapi2.Connection = connection.connection.driver_connection
        for pragma in _BULK:
            driver.execute(f"PRAGMA {pragma}")
        driver.execute(
            f"INSERT INTO search_meetings(search_meetings, rank) VALUES('hashsize', {_WORDS})"
        )
        made = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type = 'index'"
        indexes = driver.execute(f"{made} AND tbl_name IN ({tables})").fetchall()
        for name, _sql in indexes:
            driver.execute(f"DROP INDEX {name}")
        yield driver
        for _name, sql in indexes:
            driver.execute(sql)
        driver.execute(
            "INSERT INTO search_meetings(search_meetings, rank) VALUES('hashsize', 1048576)"
        )
        driver.execute("PRAGMA journal_mode = WAL")
    database.engine.dispose()  # the connection's pragmas with it


def write_rows(driver: sqlcipher3.dbapi2.Connection, rows: Rows) -> None:
    """Write a portion of copies."""
    driver.execute("BEGIN")
    for model, of_model in rows.records.items():
        _insert(driver, model.__tablename__, columns_of_rows(model), of_model)
    _insert(driver, "events", EVENT_COLUMNS, rows.events)
    _insert(driver, "search_meetings", ("rowid", "words"), rows.documents)
    noted = ((0, meeting_of(row).record_id, row) for row, _words in rows.documents)
    _insert(driver, "search_documents", ("kind", "record_id", "row"), noted)
    driver.execute("COMMIT")


def _insert(
    driver: sqlcipher3.dbapi2.Connection,
    table: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
) -> None:
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    driver.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)  # noqa: S608


def finish(database: Database, precincts: list[Precinct], chance: random.Random) -> None:
    """Write the last number of each device's log, and the clock of the store."""
    with Session(database.engine) as session:
        note_files(session, precincts, chance)
        session.execute(
            insert(Device),
            [
                {
                    "uid": each.device, "letter": "", "is_current": False, "since": clock.now(),
                    "upto": each.seq, "head": each.head, "highest_t": each.t,
                }
                for each in precincts
            ],
        )  # fmt: skip
        highest = max(each.t for each in precincts)
        session.execute(update(Device).where(Device.is_current).values(highest_t=highest + 1))
        session.commit()
    assert len(precincts) == OFFICES
    start = process_time()
    month_totals.renew(database)
    print(f"totals of each month, {process_time() - start:.0f} s of CPU", flush=True)
    database.checkpoint()


if __name__ == "__main__":
    main()
