"""Validly signed bundles with content that their sender never wrote."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
import uuid_utils.compat
from sqlalchemy import select

from outreach_app import journal
from outreach_app.database import Database
from outreach_app.events import GENESIS, Event, decode, encode
from outreach_app.exchange.format import signature, strict_tar
from outreach_app.exchange.format.container import Content, pack
from outreach_app.exchange.format.encryption import decrypt, encrypt
from outreach_app.exchange.format.keys import StationKeys
from outreach_app.exchange.format.manifest import Have, Manifest, Range, encode_manifest
from outreach_app.exchange.format.payload import compress
from outreach_app.exchange.stations import registry
from outreach_app.models import JournalEvent, Station
from tests.core.exchange.insider import head_of
from tests.core.exchange.network import Network, export


def edited(**changes: Any) -> Callable[[Event], Event]:
    """Return an edit for `forge`."""
    return lambda event: msgspec.structs.replace(event, **changes)


def forge(
    store: Database,
    first: int,
    last: int,
    edits: dict[int, Callable[[Event], Event]] | None = None,
    previous_of: int | None = None,
) -> bytes:
    """Return a bundle of this store's device that it never wrote: its events, changed.

    Without edits every event gets another salt. An event beyond the log is made of the last one.
    """
    lines = []
    with store.read() as session:
        device = journal.current_device(session).uid
        for seq in range(first, last + 1):
            row = (
                session.get(JournalEvent, (device, seq))
                or session.scalars(
                    select(JournalEvent)
                    .where(JournalEvent.device == device)
                    .order_by(JournalEvent.seq.desc())
                ).first()
            )
            assert row is not None
            assert row.line is not None
            event = msgspec.structs.replace(decode(row.line), seq=seq)
            if edits is None:
                event = msgspec.structs.replace(event, s="f" * 32)
            elif seq in edits:
                event = edits[seq](event)
            lines.append(encode(event))
    return packed(store, first, lines, previous_of)


def packed(
    store: Database,
    first: int,
    lines: list[bytes],
    previous_of: int | None = None,
    have: Mapping[str, Have] | None = None,
) -> bytes:
    """Return these lines in a bundle that this store signed."""
    before = first - 1 if previous_of is None else previous_of
    with store.read() as session:
        own = registry.own_station(session)
        row = session.get(JournalEvent, (own.device, before))
        content = Content(
            bundle_id=str(uuid_utils.compat.uuid7()),
            device=str(own.device),
            office=str(own.office),
            app="test",
            created_at="2026-11-24T15:40:00Z",
            first=first,
            lines=lines,
            previous=row.head if row else GENESIS,
            have=have or {},
        )
        recipients = list(session.scalars(select(Station.recipient)))
        return pack(content, registry.own_keys(session, own), recipients)


@dataclass(frozen=True)
class Whole:
    """A valid bundle of a store, taken apart so that its parts can be changed."""

    manifest: Manifest
    signature: bytes
    payload: bytes
    keys: StationKeys
    receiver: str

    def sealed(
        self,
        manifest: Manifest | None = None,
        payload: bytes | None = None,
        keys: StationKeys | None = None,
        kept_signature: bytes | None = None,
    ) -> bytes:
        """Return the bundle, signed again unless the signature is kept."""
        said = encode_manifest(manifest or self.manifest)
        comment = f"outreach bundle {self.manifest.bundle_id}"
        signed = kept_signature or signature.sign(said, comment, keys or self.keys)
        archive = strict_tar.build((said, signed, payload or self.payload))
        return encrypt(archive, [self.receiver])

    def with_lines(self, lines: Sequence[bytes], **changes: object) -> bytes:
        """Return the bundle with any other lines."""
        compressed, sizes = compress(lines)
        range_ = Range(1, len(lines), GENESIS.hex(), head_of(lines).hex())
        said = msgspec.structs.replace(self.manifest, range=range_, payload=sizes, **changes)
        return self.sealed(said, compressed)

    def with_manifest(self, **changes: object) -> bytes:
        return self.sealed(msgspec.structs.replace(self.manifest, **changes))


def taken_apart(network: Network) -> Whole:
    """Return the chief's bundle for headquarters from its fourth event on."""
    with network.headquarters.read() as session:
        identities = registry.own_identities(session)
        (receiver,) = registry.own_recipients(session)
    with network.chief.read() as session:
        keys = registry.own_keys(session, registry.own_station(session))
    said, signed, payload = strict_tar.split(decrypt(export(network.chief, 4), identities))
    manifest = msgspec.json.decode(said, type=Manifest)
    return Whole(manifest, signed, payload, keys, receiver)
