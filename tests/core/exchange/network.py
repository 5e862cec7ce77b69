"""A chief's store, the deputy's on a second PC of the same office, and headquarters'."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import UUID

import uuid_utils.compat
from sqlalchemy import select, text

from outreach_app import clock, journal
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.database.address import ServerAddress
from outreach_app.devices import enrol_device
from outreach_app.events import Operation, Stub, encode
from outreach_app.exchange.format.container import Content, OpenedBundle, open_bundle, pack
from outreach_app.exchange.importing.acknowledgements import holdings
from outreach_app.exchange.importing.bundle_import import import_bundle
from outreach_app.exchange.importing.received_files import ReceivedFile
from outreach_app.exchange.stations import registry
from outreach_app.exchange.stations.cards import card_fingerprint
from outreach_app.integrity import check_store
from outreach_app.migrations.run import migrate
from outreach_app.models import JOURNALED, Device, JournalEvent, Office, Station
from outreach_app.models.base import moment_text, snapshot
from outreach_app.search import upkeep
from outreach_app.services.offices import create_office
from tests import makers
from tests.servers import Copied

OTHER_NAMES = {"name_ar": "دائرة المعاريف", "name_fr": "Maârif", "number": "77"}
Logged = tuple[Any, ...]  # device, seq, t, entity, record, operation, line, line_hash, head
KEY = bytes(range(32))
NAMES = ("chief", "deputy", "headquarters")

upkeep.keep_current()


@dataclass(frozen=True)
class Network:
    """Three open stores enrolled with each other; headquarters' may be on a server."""

    stores: dict[str, Database]
    copied: Copied | None = None

    @property
    def chief(self) -> Database:
        return self.stores["chief"]

    @property
    def deputy(self) -> Database:
        return self.stores["deputy"]

    @property
    def headquarters(self) -> Database:
        return self.stores["headquarters"]

    def begin_anew(self, template: Path) -> None:
        """Replace these stores by copies of a folder's; the engines keep compiled statements."""
        for name, store in self.stores.items():
            store.close()
            if self.copied and isinstance(store.place, ServerAddress):
                self.copied.make_anew(store.place)
                continue
            store.path.with_name(f"{name}.db-wal").unlink(missing_ok=True)
            shutil.copy(template / f"{name}.db", store.path)


def make_network(folder: Path) -> None:
    """Create the three stores, closed, in a folder."""
    chief = new_store(folder / "chief.db", "precinct")
    deputy = second_computer(chief, folder / "deputy.db")
    headquarters = new_store(folder / "headquarters.db", "headquarters")
    stores = (chief, deputy, headquarters)
    for store in stores:
        for other in stores:
            if store is not other:
                enrol(store, other)
    for store in stores:
        store.checkpoint()
        store.close()


@contextmanager
def opened_network(template: Path, folder: Path, copied: Copied | None = None) -> Iterator[Network]:
    """Yield open copies of the stores of a folder; headquarters' on a server if it is there."""
    network = Network({name: Database(folder / f"{name}.db", KEY) for name in NAMES}, copied)
    with ExitStack() as stack:
        if copied is not None:
            place = copied.reserve()
            stack.callback(copied.drop, place)
            network.stores["headquarters"] = Database(place, KEY)
        for store in network.stores.values():
            stack.callback(store.close)
        network.begin_anew(template)
        yield network


def export(
    store: Database,
    first: int = 1,
    last: int | None = None,
    *,
    device: UUID | None = None,
    withheld: tuple[str, ...] = (),
    says_have: bool = True,
) -> bytes:
    """Write a bundle of a part of a log of this store, for every station it knows."""
    with store.read() as session:
        own = registry.own_station(session)
        keys = registry.own_keys(session, own)
        log = device or own.device
        statement = select(JournalEvent).where(JournalEvent.device == log)
        statement = statement.order_by(JournalEvent.seq)
        rows = [row for row in session.scalars(statement) if row.seq >= first]
        rows = [row for row in rows if last is None or row.seq <= last]
        before = session.get(JournalEvent, (log, first - 1))
        known = session.scalars(select(Station)).all()
        content = Content(
            bundle_id=str(uuid_utils.compat.uuid7()),
            device=str(own.device),
            office=str(own.office),
            app="test",
            created_at=moment_text(clock.now()),
            first=first,
            lines=[sent_line(row, withheld) for row in rows],
            previous=before.head if before else bytes(32),
            have=holdings(session, [row.office for row in known]) if says_have else {},
        )
        return pack(content, keys, [row.recipient for row in known])


def sent_line(row: JournalEvent, withheld: tuple[str, ...]) -> bytes:
    """Return the line of an event, or its stub."""
    if row.line is not None and row.entity not in withheld:
        return row.line
    return encode(
        Stub(
            seq=row.seq,
            t=row.t,
            ent=row.entity,
            id=str(row.record),
            op=Operation(row.operation),
            h=row.line_hash.hex(),
        )
    )


def open_at(store: Database, data: bytes) -> OpenedBundle:
    """Return the content of a bundle, as this store opens it."""
    with store.read() as session:
        return open_bundle(
            data,
            registry.own_identities(session),
            registry.own_recipients(session),
            registry.find_sender(session),
        )


def take(store: Database, data: bytes) -> ReceivedFile:
    """Import a bundle, including the search index."""
    opened = open_at(store, data)
    with store.write(Actor.PROGRAM) as session:
        imported = import_bundle(session, opened, clock.now())
    with store.write(Actor.PROGRAM) as session:
        upkeep.index_waiting(session, 10_000)
    return imported


def state(store: Database) -> dict[str, object]:
    """Return the content of all records without local ids, and what waits."""
    found: dict[str, object] = {}
    with store.read() as session:
        offices = {office.id: office.uid for office in session.scalars(select(Office))}
        kept = [session.scalars(select(model)).all() for model in JOURNALED]  # none looked up twice
        for records in kept:
            for record in records:
                owner = offices.get(getattr(record, "office_id", 0))
                shown = getattr(record, "state", None) or getattr(record, "review", None)
                deleted, version = record.is_deleted, record.version
                found[str(record.uid)] = (snapshot(record), deleted, version, owner, shown)
        waiting = session.execute(text("SELECT hex(record) FROM waiting_records"))
        found["waiting"] = sorted(waiting.scalars())
    return found


def events(store: Database) -> list[Logged]:
    """Return every row of the journal."""
    with store.read() as session:
        return list(
            map(tuple, session.execute(text("SELECT * FROM events ORDER BY device, seq")).all())
        )


def unsound(store: Database) -> list[str]:
    """Return what the checks of a store find."""
    return [f"{c.name}: {c.detail}" for c in check_store(store) if not c.is_sound]


def upto(store: Database, device: bytes | None = None) -> int:
    """Return how many events of a device a store has without a gap; by default its own."""
    with store.read() as session:
        if device is None:
            return journal.current_device(session).upto
        row = session.get(Device, UUID(bytes=device))
        return row.upto if row else 0


def new_store(path: Path | ServerAddress, role: str, **names: Any) -> Database:
    """Return an open store of a new office, with station keys, and its own names."""
    store = Database(path, KEY)
    migrate(store)
    with store.write(Actor.PROGRAM) as session:
        device = enrol_device(session)
        draft = makers.office_draft() if role == "precinct" else makers.headquarters_draft()
        create_office(session, replace(draft, **names))
        registry.make_own_station(session, device.uid)
    return store


def second_computer(store: Database, path: Path) -> Database:
    """Return an open store made from a backup of another, as a second computer."""
    store.checkpoint()
    shutil.copy(store.path, path)
    second = Database(path, KEY)
    with second.write(Actor.PROGRAM) as session:
        registry.renew_own_station(session)
    return second


def enrol(store: Database, other: Database) -> None:
    """Enrol the card of another store."""
    with other.read() as session:
        card = registry.own_card(session)
    with store.write(Actor.PROGRAM) as session:
        registry.enrol(session, card, card_fingerprint(card))
