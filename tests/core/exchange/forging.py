"""Bundles that are signed as they should be and say what their sender never wrote."""

from collections.abc import Callable
from typing import Any

import msgspec
import uuid_utils.compat
from sqlalchemy import select

from outreach_app import journal
from outreach_app.database import Database
from outreach_app.events import GENESIS, Event, decode, encode
from outreach_app.exchange import stations
from outreach_app.exchange.container import Content, pack
from outreach_app.models import JournalEvent, Station


def edited(**changes: Any) -> Callable[[Event], Event]:
    """An edit for `forge`."""
    return lambda event: msgspec.structs.replace(event, **changes)


def forge(
    store: Database,
    first: int,
    last: int,
    edits: dict[int, Callable[[Event], Event]] | None = None,
    previous_of: int | None = None,
) -> bytes:
    """A bundle of this store's device that it never wrote: its events, changed.

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
    store: Database, first: int, lines: list[bytes], previous_of: int | None = None
) -> bytes:
    """These lines in a bundle that this store signed."""
    before = first - 1 if previous_of is None else previous_of
    with store.read() as session:
        own = stations.own_station(session)
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
        )
        recipients = list(session.scalars(select(Station.recipient)))
        return pack(content, stations.own_keys(session, own), recipients)
