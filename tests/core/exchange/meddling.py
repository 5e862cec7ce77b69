"""Events that an enrolled station could write: well formed and signed, with any content."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec
import uuid_utils.compat

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database, StoreSession
from outreach_app.events import MAX_INTEGER, Event, Stub, decode_sent, encode
from outreach_app.exchange.format import signature, strict_tar
from outreach_app.exchange.format.manifest import Range, encode_manifest
from outreach_app.exchange.format.payload import compress
from outreach_app.exchange.format.senders import Sender
from outreach_app.exchange.importing.bundle_import import import_bundle
from outreach_app.exchange.importing.columns import MODELS
from outreach_app.exchange.stations import registry
from outreach_app.queries.conflicts import list_conflicts
from outreach_app.search import upkeep
from outreach_app.services.erasure import erase_identity
from tests import makers
from tests.core.exchange.bundles import open_archive
from tests.core.exchange.bundles import registry as senders_of
from tests.core.exchange.forging import Whole, taken_apart
from tests.core.exchange.insider import any_value, head_of
from tests.core.exchange.network import Logged, Network, events, export, take

_FIELDS = sorted({field.name for model in MODELS.values() for field in model.contract.fields})
_STOLEN = """
SELECT record FROM events WHERE device <> (SELECT uid FROM devices WHERE is_current) AND record IN
  (SELECT record FROM events WHERE device = (SELECT uid FROM devices WHERE is_current))"""


@dataclass(frozen=True)
class Meddler:
    """A chief, who may write anything, and headquarters, which has half of the chief's log."""

    store: Database
    sender: Sender
    whole: Whole
    lines: list[bytes]
    heads: list[bytes]
    uids_of: dict[str, list[str]]

    @property
    def uids(self) -> list[str]:
        return [uid for uids in self.uids_of.values() for uid in uids]

    @classmethod
    def make(cls, network: Network) -> "Meddler":
        _write_log(network.chief)
        makers.write_meeting(network.headquarters)
        log = events(network.chief)
        take(network.headquarters, export(network.chief, 1, len(log) // 2, withheld=("identity",)))
        with network.chief.read() as session:
            sender = registry.sender_of(registry.own_station(session))
        uids_of: dict[str, list[str]] = {}
        for row in (*log, *events(network.headquarters)):
            uids_of.setdefault(row[3], []).append(str(UUID(bytes=row[4])))
        return cls(
            store=network.headquarters,
            sender=sender,
            whole=taken_apart(network),
            lines=[_line(row) for row in log],
            heads=[bytes(32), *(row[-1] for row in log)],
            uids_of=uids_of,
        )

    def archive(self, chance: random.Random) -> bytes:
        """Return the log, or what headquarters lacks, with a few changed events."""
        half = len(self.lines) // 2 + 1
        first = chance.choice([1, half, half, half])
        sent = self.lines[first - 1 :]
        for place in chance.sample(range(len(sent)), chance.randrange(4)):
            sent[place] = self._meddled(chance, sent[place])
        compressed, sizes = compress(sent)
        before = self.heads[first - 1]
        last, head = first + len(sent) - 1, head_of(sent, before)
        manifest = msgspec.structs.replace(
            self.whole.manifest,
            bundle_id=str(uuid_utils.compat.uuid7()),
            range=Range(first, last, before.hex(), head.hex()),
            payload=sizes,
        )
        said, comment = encode_manifest(manifest), f"outreach bundle {manifest.bundle_id}"
        signed = signature.sign(said, comment, self.whole.keys)
        return strict_tar.build((said, signed, compressed))

    def import_one(self, archive: bytes) -> None:
        """Open and import it as headquarters, index and read it, then roll back."""
        opened = open_archive(archive, [self.whole.receiver], senders_of(self.sender))
        with self.store.write(Actor.PROGRAM) as session:
            try:
                import_bundle(session, opened, clock.now())
                upkeep.index_waiting(session, 100)
                list_conflicts(session)
                require_sound(session)
            finally:
                session.rollback()

    def _meddled(self, chance: random.Random, line: bytes) -> bytes:
        sent = decode_sent(line)
        common: list[Callable[[], dict[str, Any]]] = [
            lambda: {"id": chance.choice(self.uids)},
            lambda: {"id": chance.choice(self.uids_of[sent.ent])},
            lambda: {
                "id": self.uids_of[sent.ent][-1]
            },  # headquarters' own, where it has such a one
            lambda: {"ent": chance.choice([*MODELS, *["spaceship"] * 9])},
            lambda: {"op": chance.choice(["set", "del", "purge"])},
            lambda: {"t": chance.choice([0, sent.t - 1, sent.t + 1, MAX_INTEGER])},
        ]
        if isinstance(sent, Stub):
            return encode(msgspec.structs.replace(sent, **chance.choice(common)()))
        values: list[Callable[[], dict[str, Any]]] = [
            lambda: {"base": chance.choice([None, f"{sent.t}@{self.sender.device}", "1@x"])},
            lambda: {"d": {}},
            lambda: {"d": {chance.choice(_FIELDS): self._value(chance) for _ in range(3)}},
        ]
        if chance.random() < 0.4:
            return encode(msgspec.structs.replace(sent, d=self._fields(chance, sent)))
        return encode(msgspec.structs.replace(sent, **chance.choice([*common, *values])()))

    def _fields(self, chance: random.Random, event: Event) -> dict[str, Any]:
        """Return the fields of an event, one of them missing, swapped, or changed."""
        fields: dict[str, Any] = dict(event.d)
        name = chance.choice([*fields, chance.choice(_FIELDS)])
        inner = fields.get(name)
        match chance.randrange(4):
            case 0:
                fields.pop(name, None)
            case 1 if isinstance(inner, dict):
                fields[name] = inner | {chance.choice([*inner, "z"]): self._value(chance)}
            case 2:
                fields[chance.choice(_FIELDS)] = inner
            case _:
                fields[name] = self._value(chance)
        return fields

    def _value(self, chance: random.Random) -> Any:
        likely = [
            *self.uids,
            "2026-02-29",
            "9999-12-31",
            "0001-01-01",
            "24:00",
            "fr",
            "held",
            ["a"],
        ]
        return chance.choice([any_value(chance), chance.choice(likely)])


def require_sound(session: StoreSession) -> None:
    """Require that COMMIT would succeed, and that nobody writes headquarters' own records."""
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")
    else:
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
    assert connection.exec_driver_sql(_STOLEN).all() == []


def _write_log(store: Database) -> None:
    """Write a sample of everything, including an erasure, a merge and a second version."""
    partner = makers.write_partner(store)
    practice = makers.write_partner(store, name_ar=None, is_named_after_person=True)
    person = makers.write_person(store, partner)
    makers.write_meeting(store, attendances=((partner, True), (practice, False)))
    makers.write_person(store, practice)
    makers.merge(store, partner, makers.write_partner(store))
    makers.write_meeting(store, attendances=((partner, True),))
    with store.write(Actor.CHIEF) as session:
        erase_identity(session, person)


def _line(row: Logged) -> bytes:
    _device, seq, t, entity, record, operation, line, hashed, _head = row
    if line is not None:
        return bytes(line)
    uid = str(UUID(bytes=record))
    return encode(Stub(seq, t, entity, uid, operation, hashed.hex()))
