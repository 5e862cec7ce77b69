"""Three computers of two offices and headquarters, any of which may be restored."""

import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import NotFound
from outreach_app.exchange.exporting.bundles import write_bundles
from outreach_app.exchange.exporting.planning import ExportPlan, Receiver, plan_answers, plan_export
from outreach_app.exchange.importing.folders import import_paths
from outreach_app.exchange.importing.received_files import ReceivedFile
from outreach_app.exchange.stations import registry
from outreach_app.exchange.stations.renewal import go_on_restored
from outreach_app.models import JournalEvent, WaitingRecord
from outreach_app.progress import Progress
from outreach_app.queries.records import get_own_office
from outreach_app.search.upkeep import complete_index
from tests.core.exchange.network import (
    KEY,
    OTHER_NAMES,
    enrol,
    events,
    new_store,
    second_computer,
    state,
)

CHIEF, DEPUTY, OTHER, HEADQUARTERS = "chief", "deputy", "other", "headquarters"
PRECINCTS = (CHIEF, DEPUTY, OTHER)
EVERY = (*PRECINCTS, HEADQUARTERS)
TAKEN = {"imported", "duplicate"}
WHOLE_TURNS, MAX_TURNS = 4, 6
# Pairs that exchange files: the two computers of one office, and each with headquarters.
PAIRS = tuple(
    pair
    for one, other in ((CHIEF, DEPUTY), *((name, HEADQUARTERS) for name in PRECINCTS))
    for pair in ((one, other), (other, one))
)


class Offices:
    """Four open stores in a folder, their backups, and files in transit."""

    def __init__(self, template: Path, folder: Path) -> None:
        self._folder = folder
        self.stores: dict[str, Database] = {}
        self._backups: dict[str, list[Path]] = {name: [] for name in EVERY}
        for name in EVERY:
            self._lay(template / f"{name}.db", name)
            self.back_up(name)

    def back_up(self, name: str) -> None:
        """Back up a store."""
        self.stores[name].checkpoint()
        kept = self._backups[name]
        kept.append(self._folder / f"{name}-{len(kept)}.backup")
        shutil.copy(self.stores[name].path, kept[-1])

    def restore(self, name: str, which: int) -> None:
        """Restore one of a store's backups, as the program does."""
        self.stores[name].close()
        backups = self._backups[name]
        self._lay(backups[which % len(backups)], name)
        with self.stores[name].write(Actor.PROGRAM) as session:
            go_on_restored(session)

    def send(self, name: str, to: str, *, is_lost: bool = False) -> list[ReceivedFile]:
        """Export from a store to another; import it there unless it is lost."""
        store, receiver = self.stores[name], self.stores[to]
        bundles = write_bundles(store, self._plans(name, to), self._folder, Progress())
        paths = [bundle.path for bundle in bundles]
        try:
            if is_lost:
                return []
            files = import_paths(receiver, paths, Progress()).files
            if "E_CERTIFICATE" in {file.code for file in files}:
                enrol(receiver, store)  # as a person does, after a call
                files = import_paths(receiver, paths, Progress()).files
            return list(files)
        finally:
            for path in paths:
                path.unlink()

    def _plans(self, name: str, to: str) -> list[ExportPlan]:
        """Return the export plans for another; none if all its stations are revoked."""
        with self.stores[to].read() as theirs:
            office = get_own_office(theirs).uid
        with self.stores[name].read() as session:
            if name == HEADQUARTERS:
                return plan_answers(session, office)
            kind = Receiver.HEADQUARTERS if to == HEADQUARTERS else Receiver.SIBLING
            with suppress(NotFound):
                return [plan_export(session, kind)]
        return []

    def indexed(self, name: str) -> Database:
        """Return a store after indexing what waits for it."""
        complete_index(self.stores[name], Progress())
        return self.stores[name]

    def offices(self) -> dict[UUID, list[str]]:
        """Return the stores of each office."""
        found: dict[UUID, list[str]] = {}
        for name, store in self.stores.items():
            with store.read() as session:
                found.setdefault(get_own_office(session).uid, []).append(name)
        return found

    def logged(self, name: str, office: UUID) -> set[tuple[Any, ...]]:
        """Return device, number and hash of each event of an office's devices in a store."""
        with self.stores[name].read() as session:
            devices = registry.devices_of(session, office)
        return {
            (device, seq, head)
            for device, seq, *_rest, head in events(self.stores[name])
            if UUID(bytes=device) in devices
        }

    def close(self) -> None:
        for store in self.stores.values():
            store.close()

    def _lay(self, source: Path, name: str) -> None:
        path = self._folder / f"{name}.db"
        path.with_name(f"{path.name}-wal").unlink(missing_ok=True)
        shutil.copy(source, path)
        self.stores[name] = Database(path, KEY)


def make_offices(folder: Path) -> None:
    """Create the four stores, closed, in a folder."""
    chief = new_store(folder / "chief.db", "precinct")
    deputy = second_computer(chief, folder / "deputy.db")
    other = new_store(folder / "other.db", "precinct", **OTHER_NAMES)
    headquarters = new_store(folder / "headquarters.db", "headquarters")
    stores = dict(zip(EVERY, (chief, deputy, other, headquarters), strict=True))
    for receiver, sender in PAIRS:
        enrol(stores[receiver], stores[sender])
    for store in stores.values():
        store.checkpoint()
        store.close()


def exchange_all(offices: Offices, *, is_whole: bool = True) -> None:
    """Exchange between all pairs without loss until all agree, and require that they do.

    All holders of a log must agree, and the computers of an office be equal. At least four turns if
    `is_whole`: one after which restored stores are known again, two to exchange, and one for lines
    of which a computer got only the hashes from headquarters. Two turns are enough for nearly all
    programs; one of 330 needed a fifth.
    """
    differs = ""
    for turn in range(1, MAX_TURNS + 1):
        for pair in PAIRS:
            require_taken(offices.send(*pair))
        if turn >= (WHOLE_TURNS if is_whole else 1) and not (differs := disagreement(offices)):
            break
    assert differs == ""


def require_taken(files: list[ReceivedFile]) -> None:
    """Require that no valid file is refused, except of revoked stations and what they carry.

    A restored store may not know a device either, until it has sent a file.
    """
    codes = {file.code for file in files if file.status not in TAKEN and not file.is_sealed}
    assert codes <= {"E_SENDER_REVOKED", "E_SENDER_UNKNOWN"}


def disagreement(offices: Offices) -> str:
    """Return the differences of two stores with the same logs."""
    for office, names in offices.offices().items():
        logged = [offices.logged(name, office) for name in {*names, HEADQUARTERS}]
        if any(each != logged[0] for each in logged):
            return f"the logs of {names}"
    chief, deputy = (state(offices.stores[name]) for name in (CHIEF, DEPUTY))
    del chief["waiting"], deputy["waiting"]
    if chief != deputy:
        differing = {uid for uid in {*chief, *deputy} if chief.get(uid) != deputy.get(uid)}
        return f"the records {sorted(differing)}"
    one_sided = waiting(offices.stores[CHIEF]) ^ waiting(offices.stores[DEPUTY])
    held = [str(record) for record, parent in one_sided if is_held(offices, parent)]
    return f"the waiting {sorted(held)}" if held else ""


def waiting(store: Database) -> set[tuple[UUID, UUID | None]]:
    """Return the records that wait for another, with that one."""
    with store.read() as session:
        return {(row.record, row.parent) for row in session.scalars(select(WaitingRecord))}


def is_held(offices: Offices, record: UUID | None) -> bool:
    """Return whether any store has an event of a record.

    Headquarters' reply to a point that was lost with its store may be at one
    computer of the office, and its hash at the other: its owner is then unknown.
    """
    events = select(JournalEvent.seq).where(JournalEvent.record == record).limit(1)
    for store in offices.stores.values():
        with store.read() as session:
            if record is None or session.scalar(events) is not None:
                return True
    return False
