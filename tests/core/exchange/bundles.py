"""Stations, lines and bundles of invented data, valid or with one change."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

import msgspec

from outreach_app.events import GENESIS, Event, Operation, Stub, decode, encode, line_hash
from outreach_app.exchange.format import signature, strict_tar
from outreach_app.exchange.format.container import (
    Content,
    OpenedBundle,
    unpack,
    verify_archive,
)
from outreach_app.exchange.format.keys import StationKeys
from outreach_app.exchange.format.manifest import Manifest, Range, encode_manifest
from outreach_app.exchange.format.payload import check_lines, compress
from outreach_app.exchange.format.senders import FindSender, Sender

DEVICE, OTHER_DEVICE = str(UUID(int=0xD1)), str(UUID(int=0xD2))
OFFICE, OTHER_OFFICE = str(UUID(int=0x01)), str(UUID(int=0x02))
BUNDLE = str(UUID(int=0xB1))
ROLE = "0198f000-0000-7000-8000-000000000001"
AT = "2026-11-24T15:40:00Z"
TEXTS = (
    "الزقاق مظلم ليلا",
    "Plus de patrouilles le soir",
    "سطر أول\nسطر ثان",
    "« l’été » \u200c\u2068x\u2069",
)

PRECINCT, HEADQUARTERS, STRANGER = (StationKeys.generate() for _ in range(3))
SENDER = Sender(DEVICE, OFFICE, PRECINCT.public)
OWN = (HEADQUARTERS.public.recipient,)


def event(seq: int, **changes: Any) -> Event:
    """Return an event of a point, with a fixed salt, so that the line is always the same."""
    made = Event(
        s=f"{seq:032x}",
        seq=seq,
        t=1_800_000_000_000 + seq,
        ent="point",
        id=str(UUID(int=seq)),
        op=Operation.SET,
        at=AT,
        by=ROLE,
        base=None if seq % 2 else f"{1_800_000_000_000 + seq - 1}@{DEVICE}",
        d={
            "kind": "concern",
            "text": {"text": TEXTS[seq % len(TEXTS)], "language": "ar"},
            "codes": ["tp.6.1", "tp.8.4"],
            "position": seq,
            "is_urgent": False,
            "reply": None,
        },
    )
    return msgspec.structs.replace(made, **changes)


def line(seq: int, **changes: Any) -> bytes:
    return encode(event(seq, **changes))


def stub(whole: bytes) -> bytes:
    """Return the stub of a withheld line."""
    sent = decode(whole)
    return encode(Stub(sent.seq, sent.t, sent.ent, sent.id, sent.op, line_hash(whole).hex()))


def lines(count: int = 6) -> list[bytes]:
    """Events from 1 on: the second withheld, the last but one a deletion, the last an erasure."""
    made = [line(seq) for seq in range(1, count + 1)]
    if count >= 6:
        made[1] = stub(made[1])
        made[-2], made[-1] = (
            line(count - 1, op=Operation.DELETE, d={}),
            line(count, op=Operation.PURGE, d={}),
        )
    return made


def content(sent: Sequence[bytes] = (), **changes: Any) -> Content:
    made = Content(
        bundle_id=BUNDLE,
        device=DEVICE,
        office=OFFICE,
        app="0.2.0",
        created_at=AT,
        first=1,
        lines=sent,
    )
    return replace(made, **changes)


def registry(*senders: Sender) -> FindSender:
    """Return a registry of only these stations."""
    known = {sender.keys.key_id: sender for sender in senders}
    return known.get


def manifest_of(sent: Sequence[bytes], first: int = 1, previous: bytes = GENESIS) -> Manifest:
    """Return the manifest for these lines."""
    entries = check_lines(sent, first, previous)
    head = entries[-1].head if entries else previous
    return Manifest(
        fmt="outreach",
        v=1,
        min_reader=1,
        schema=1,
        app="0.2.0",
        bundle_id=BUNDLE,
        dev=DEVICE,
        org=OFFICE,
        to=list(OWN),
        created_at=AT,
        range=Range(first, first + len(sent) - 1, previous.hex(), head.hex()),
        payload=compress(sent)[1],
        have={},
        audit_head=GENESIS.hex(),
    )


def signed(
    manifest: bytes, payload: bytes, keys: StationKeys = PRECINCT, comment: str | None = None
) -> bytes:
    """Return an archive of any manifest and payload, as an enrolled hostile station can make."""
    said = f"outreach bundle {BUNDLE}" if comment is None else comment
    return strict_tar.build((manifest, signature.sign(manifest, said, keys), payload))


def archive(
    change: Callable[[Manifest], Manifest] = lambda manifest: manifest,
    sent: Sequence[bytes] | None = None,
) -> bytes:
    """Return a validly signed archive of the usual lines, with a changed manifest."""
    whole = lines() if sent is None else sent
    return signed(encode_manifest(change(manifest_of(whole))), compress(whole)[0])


def opened(data: bytes, *senders: Sender) -> OpenedBundle:
    """Open an archive as headquarters, which by default knows the precinct."""
    return open_archive(data, OWN, registry(*(senders or (SENDER,))))


def open_archive(
    archive: bytes, own_recipients: Collection[str], find_sender: FindSender
) -> OpenedBundle:
    """Open a bundle from its decrypted archive, as decrypting is slow."""
    return unpack(verify_archive(archive, own_recipients, find_sender))
