"""Import of 100,000 events, compared with the driver writing the same rows to an encrypted store.

Run: python -m benchmarks.exchange
"""

import secrets
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from operator import itemgetter
from pathlib import Path
from statistics import median
from typing import Any

import uuid_utils.compat
from sqlalchemy import select

from benchmarks.reading import cpu_of_both
from outreach_app import clock, journal
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.database.bulk_writing import collector_paused
from outreach_app.events import GENESIS, Event, Fields, Operation, encode
from outreach_app.exchange.format.container import Content, open_bundle, pack
from outreach_app.exchange.format.payload import check_lines
from outreach_app.exchange.importing.bundle_import import import_bundle
from outreach_app.exchange.importing.folders import import_paths
from outreach_app.exchange.stations.registry import (
    find_sender,
    own_identities,
    own_keys,
    own_recipients,
    own_station,
)
from outreach_app.models import JournalEvent, Station
from outreach_app.models.base import moment_text
from outreach_app.progress import Progress
from outreach_app.search import upkeep
from tests.core.exchange.network import Network, make_network, opened_network

EVENTS = 100_000
PART = 18_000  # of a file: about as many as an export puts into one
PARTNERS = 500
POINTS = 4  # of each meeting, each with a promise
ROUNDS = 3  # only medians are compared: other work slows single rounds
MAX_RATIO, MAX_RECOGNISING = 2.5, 0.1
Rows = list[tuple[Any, ...]]
TABLES = ("events", "partners", "meetings", "attendances", "points", "commitments")
WORDS = "الزقاق مظلم ليلا قرب المؤسسة التعليمية، ويطلب السكان دوريات راجلة"


@dataclass(frozen=True)
class Figures:
    """CPU seconds of one round, including the child process except its start."""

    opening: float
    importing: float
    floor: float
    rows: int


def main() -> None:
    upkeep.keep_current()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_network(folder)
        with copies(folder) as network:
            bundles = list(written(network.chief, list(lines(network.chief))))
        size = sum(map(len, bundles)) / EVENTS
        print(f"{EVENTS} events in {len(bundles)} bundles, {size:.0f} bytes an event")
        rounds = [measure(folder, bundles) for _round in range(ROUNDS)]
        indexing, again = measure_what_follows(folder, bundles)
    floor = median(each.floor for each in rounds)
    print(f"raw executemany of the same {rounds[0].rows} rows: {floor:.2f} s CPU")
    importing = median(each.importing for each in rounds)
    ratio = median(each.importing / each.floor for each in rounds)
    print(f"import: {importing:.2f} s, {ratio:.2f} times that (at most {MAX_RATIO})")
    opening = median(each.opening for each in rounds)
    rest = median((each.importing - each.opening) / each.floor for each in rounds)
    print(f"of that, opening the files takes {opening:.2f} s: without it {rest:.2f} times")
    print(f"search index, afterwards: {indexing:.2f} s")
    print(f"a file already imported: {again:.3f} s (at most {MAX_RECOGNISING})")


def measure(folder: Path, bundles: list[bytes]) -> Figures:
    """Import bundles into one store, then write their rows to an identical one."""
    with copies(folder) as network:
        target = network.headquarters
        opening = cpu_of_both(lambda: open_all(target, bundles))
        importing = cpu_of_both(lambda: take(target, bundles))
        rows = {table: read_rows(target, table) for table in TABLES}
        office = [row for row in read_rows(target, "offices") if row[0] > 1]
    with copies(folder) as network:
        partners = rows.pop("partners")
        write_all(network.headquarters, [{"offices": office, "partners": partners}])
        parts = list(portions(rows, len(bundles)))
        floor = cpu(lambda: write_all(network.headquarters, parts))
    return Figures(opening, importing, floor, sum(map(len, rows.values())))


def measure_what_follows(folder: Path, bundles: list[bytes]) -> tuple[float, float]:
    """Measure indexing of the import, and a repeated import."""
    with copies(folder) as network:
        target = network.headquarters
        take(target, bundles)
        indexing = cpu(lambda: catch_up(target))
        file = folder / "again.outreach"
        file.write_bytes(bundles[0])
        return indexing, cpu(lambda: import_paths(target, [file], Progress()))


@contextmanager
def copies(template: Path) -> Iterator[Network]:
    """Open temporary copies of the stores of a folder."""
    with tempfile.TemporaryDirectory() as name, opened_network(template, Path(name)) as network:
        yield network


def cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def lines(store: Database) -> Iterator[bytes]:
    """Yield the lines that a device would write next."""
    with store.read() as session:
        device = journal.current_device(session)
    seq = device.upto
    stamp = int(clock.now().timestamp() * 1000)
    for entity, uid, fields in records():
        seq += 1
        yield encode(
            Event(
                s=secrets.token_hex(16),
                seq=seq,
                t=stamp + seq,
                ent=entity,
                id=uid,
                op=Operation.SET,
                at=moment_text(clock.now()),
                by=str(Actor.CHIEF.value),
                base=None,
                d=fields,
            )
        )
        if seq == device.upto + EVENTS:
            return


def records() -> Iterator[tuple[str, str, Fields]]:
    """Yield partners, then meetings with points and promises, endlessly."""
    partners = [new_uid() for _partner in range(PARTNERS)]
    for number, partner in enumerate(partners):
        named: Fields = {"name_ar": f"جمعية الحي رقم {number}", "category": "pt.association"}
        yield "partner", partner, named | {"is_active": True}
    number = 0
    while True:
        number += 1
        meeting, day = new_uid(), date(2024, 1, 1) + timedelta(days=number % 1000)
        yield "meeting", meeting, meeting_fields(number, day)
        yield (
            "attendance",
            new_uid(),
            {"meeting": meeting, "partner": partners[number % PARTNERS], "is_present": True},
        )
        for position in range(POINTS):
            point, words = new_uid(), {"text": f"{WORDS} {number}", "language": "ar"}
            link: Fields = {"meeting": meeting, "position": position, "words": dict(words)}
            yield "point", point, link | {"kind": "concern", "topic": "tp.6.1"}
            promise: Fields = {"point": point, "owner": "office", "status": {"status": "cst.open"}}
            yield "commitment", new_uid(), link | promise


def meeting_fields(number: int, day: date) -> Fields:
    return {
        "status": {"status": "held"},
        "when": {"held_on": day.isoformat(), "starts_at": "10:30"},
        "number": {"number_year": day.year, "number_sequence": number, "number_station": ""},
        "kind": "mt.thematic",
        "channel": "ch.inperson",
        "subject_ar": f"تأمين محيط المؤسسات التعليمية {number}",
        "people": {"headcount": 14, "women": 6},
    }


def written(store: Database, new: list[bytes]) -> Iterator[bytes]:
    """Yield the bundles of a store's log, continued with these lines."""
    with store.read() as session:
        station = own_station(session)
        keys = own_keys(session, station)
        device = journal.current_device(session)
        recipients = list(session.scalars(select(Station.recipient)))
        old = list(
            session.scalars(select(JournalEvent.line).where(JournalEvent.device == device.uid))
        )
    every = [*filter(None, old), *new]
    head = GENESIS
    for start in range(0, len(every), PART):
        part = every[start : start + PART]
        content = Content(
            bundle_id=new_uid(),
            device=str(device.uid),
            office=str(station.office),
            app="benchmark",
            created_at=moment_text(clock.now()),
            first=start + 1,
            lines=part,
            previous=head,
        )
        yield pack(content, keys, recipients)
        head = check_lines(part, start + 1, head)[-1].head


def take(store: Database, bundles: list[bytes]) -> None:
    for data in bundles:
        with collector_paused(), store.write(Actor.PROGRAM) as session:
            opened = open_bundle(
                data, own_identities(session), own_recipients(session), find_sender(session)
            )
            import_bundle(session, opened, clock.now())
            del opened


def open_all(store: Database, bundles: list[bytes]) -> None:
    with store.read() as session:
        for data in bundles:
            with collector_paused():
                open_bundle(
                    data, own_identities(session), own_recipients(session), find_sender(session)
                )


def catch_up(store: Database) -> None:
    portion = 1
    while portion:
        with store.write(Actor.PROGRAM) as session:
            portion = upkeep.index_waiting(session, 500)


def read_rows(store: Database, table: str) -> Rows:
    with store.read() as session:
        select_all = f"SELECT * FROM {table}"  # noqa: S608  a table named above
        return [tuple(row) for row in session.connection().exec_driver_sql(select_all)]


def portions(rows: dict[str, Rows], count: int) -> Iterator[dict[str, Rows]]:
    """Split the rows into one part per bundle, each for its own transaction.

    Meetings are rounded up, so that their rows come with them or later.
    """

    def end(table: str, number: int) -> int:
        more = count - 1 if table == "meetings" else 0
        return (len(rows[table]) * number + more) // count

    for number in range(count):
        yield {
            table: values[end(table, number) : end(table, number + 1)]
            for table, values in rows.items()
        }


def write_all(store: Database, parts: list[dict[str, Rows]]) -> None:
    for part in parts:
        with store.write(Actor.PROGRAM) as session:
            for table, values in filter(itemgetter(1), part.items()):
                marks = ", ".join("?" * len(values[0]))
                insert = f"INSERT OR IGNORE INTO {table} VALUES ({marks})"  # noqa: S608  a table named above
                session.connection().exec_driver_sql(insert, values)


def new_uid() -> str:
    return str(uuid_utils.compat.uuid7())


if __name__ == "__main__":
    main()
