"""Builds headquarters' store of a whole country: rows, journal and search index.

Run: python -m benchmarks.nation.building FOLDER [--meetings 1500000]

Derived data is made by the program's own functions (states, events, chains, the
words of the index) from detached records; the rows are written in bulk. The store's
passphrase is that of the tests, `outreach check` accepts it, and the same seed makes the same
country. The words, the most frequent first, are written to FOLDER.words.json.
"""

import argparse
import random
from collections.abc import Iterator
from datetime import time
from functools import cache
from itertools import islice
from pathlib import Path
from time import process_time
from typing import Any

import msgspec
import sqlcipher3.dbapi2
from sqlalchemy import insert, update
from sqlalchemy.orm import Session

from benchmarks.nation.offices import OFFICES, Precinct, make_precincts, note_files
from benchmarks.nation.records import Country
from outreach_app import clock, month_totals, startup
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.events import Event, Fields, Operation, chain, encode, line_hash, version_of
from outreach_app.models import Device, JournalEvent, Meeting, Record
from outreach_app.models.base import moment_text, snapshot
from outreach_app.search import index
from outreach_app.search.documents import document_of, has_document
from outreach_app.startup import check
from tests import makers

_PORTION = 20_000  # meetings or partners written at once
_BULK = ("synchronous = OFF", "cache_size = -262144", "foreign_keys = OFF", "temp_store = MEMORY")
Group = tuple[Precinct, list[Record]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--meetings", type=int, default=150_000)
    given = parser.parse_args()
    build(given.folder, given.meetings)
    size = sum(file.stat().st_size for file in given.folder.glob("*.db*"))
    print(f"{size / 1e6:.0f} MB, {size / given.meetings:.0f} bytes a meeting", flush=True)
    start = process_time()
    for each in check(given.folder, makers.PASSPHRASE):
        print(f"check {each.name}: {'ok' if each.is_sound else 'WRONG'} ({each.detail})")
    print(f"checked in {process_time() - start:.0f} s of CPU")


def build(folder: Path, meetings: int) -> None:
    """Build the store, reporting progress."""
    chance = random.Random(2026)  # noqa: S311  the same country each time
    folder.parent.mkdir(parents=True, exist_ok=True)
    makers.create_store(folder, makers.headquarters_draft())
    with startup.opened(folder, makers.PASSPHRASE) as office:
        with office.database.write(Actor.PROGRAM) as session:
            precincts = make_precincts(session, chance)
        prepare(office.database)
        country = Country(precincts, chance)
        words = {language.value: texts.words for language, texts in country.texts.items()}
        folder.with_suffix(".words.json").write_bytes(msgspec.json.encode(words))
        start = process_time()
        write(office.database, country.partners(), "partners", start)
        write(office.database, country.meetings(meetings), "meetings", start)
        finish(office.database, precincts, chance)


def prepare(database: Database) -> None:
    """Make the writing connection skip syncing to disk."""
    with database.engine.connect() as connection:
        bare: sqlcipher3.dbapi2.Connection = connection.connection.driver_connection
        for pragma in _BULK:
            bare.execute(f"PRAGMA {pragma}")


def write(database: Database, groups: Iterator[Group], name: str, start: float) -> None:
    """Write groups of records by portions, never splitting a group."""
    done = 0
    while portion := list(islice(groups, _PORTION)):
        with Session(database.engine) as session:
            write_portion(session, portion)
            session.commit()
        done += len(portion)
        print(f"{done} {name}, {process_time() - start:.0f} s of CPU", flush=True)


def write_portion(session: Session, portion: list[Group]) -> None:
    """Write records with their events and documents."""
    connection = session.connection()
    events = [each for precinct, records in portion for each in recorded(precinct, records)]
    records = [record for _precinct, group in portion for record in group]
    # By device, as in files: the journal's rows are kept in that order.
    events.sort(key=lambda row: (row["device"].bytes, row["seq"]))
    connection.execute(insert(JournalEvent), events)
    for model in dict.fromkeys(map(type, records)):
        rows = [row_of(record) for record in records if type(record) is model]
        connection.execute(insert(model), rows)
    index.put(session, (document_of(record) for record in records if has_document(record)))


def recorded(precinct: Precinct, records: list[Record]) -> Iterator[dict[str, Any]]:
    """Yield the events of new records written by a precinct's device at one moment."""
    day = next((each.held_on for each in records if isinstance(each, Meeting)), None)
    moment = clock.now() if day is None else clock.moment_of(day, time(17))
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


@cache
def _columns(model: type[Record]) -> tuple[str, ...]:
    return tuple(column.key for column in model.__mapper__.column_attrs)


def row_of(record: Record) -> dict[str, Any]:
    """Return the columns of a detached record."""
    held = record.__dict__
    return {name: held.get(name) for name in _columns(type(record))}


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
