"""The invariants of a store after every step, and the steps' changes."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import object_session

from outreach_app import integrity
from outreach_app.database import Database
from outreach_app.journal_comparison import compare_tables
from outreach_app.models import (
    Acknowledgement,
    Bundle,
    Commitment,
    Device,
    FoundConflict,
    Meeting,
    Partner,
    Person,
    Point,
    Record,
    Seam,
    WaitingRecord,
)
from outreach_app.models.sources import source_of
from outreach_app.services.points import refresh_states
from tests.core.exchange.network import Logged, Network, events, state, upto

_SAID = "SELECT holder, device, upto FROM acknowledgements"
_OWN = """
SELECT upto, (SELECT count(*) FROM events WHERE device = uid) FROM devices WHERE is_current"""
_NEW = """
SELECT min(t) FROM events JOIN devices ON uid = device WHERE is_current AND seq > :length"""


@contextmanager
def later(store: Database) -> Iterator[None]:
    """Set the clock so that new events sort after all that this store has seen."""
    length = upto(store)
    with store.read() as session:
        before = session.scalar(text("SELECT coalesce(max(t), 0) FROM events")) or 0
    yield
    with store.read() as session:
        new = session.scalar(text(_NEW), {"length": length})
    assert new is None or new > before


def require_sound(store: Database) -> None:
    """Require that the checks of the store pass, and that its own log has no gap."""
    with store.read() as session:
        assert compare_tables(session)[1] == []
        assert integrity._search(session)[1] == []
        assert integrity._chain(session)[1] == []
        assert integrity._states(session)[1] == []
        assert integrity._totals(session)[1] == []
        written, count = session.execute(text(_OWN)).one()
        assert written == count


def require_held(network: Network, store: Database) -> None:
    """Require that recorded holders of a part of a log have it."""
    with store.read() as session:
        said = session.execute(text(_SAID)).all()
    holders = {own_device(each): each for each in network.stores.values()}
    assert all(upto(holders[holder], device) >= until for holder, device, until in said)


def chained_rows(store: Database) -> set[tuple[Any, ...]]:
    """Return what never changes in the journal's rows, even by a purge."""
    kept = text("SELECT device, seq, t, record, operation, head FROM events")
    with store.read() as session:
        return set(map(tuple, session.execute(kept)))


def everything(store: Database) -> tuple[list[Logged], dict[str, object], list[object]]:
    """Return the whole content of a store, including its knowledge of others."""
    with store.read() as session:
        local = [
            list(map(tuple, session.execute(select(model.__table__)).all()))
            for model in (Bundle, Acknowledgement, Seam, WaitingRecord, Device, FoundConflict)
        ]
    return events(store), state(store), [*local]


def change_field(record: Record, value: int) -> None:
    """Change one field, or fields that change together."""
    match record:
        case Partner():
            _change_partner(record, value)
        case Person():
            record.capacity_fr = str(value)
        case Meeting():
            record.headcount = value
            record.women = value // 2
            if value % 2:  # to another month
                record.held_on = date(2026, 1 + value % 12, 1)
        case Point():
            record.reply, record.reply_language = (str(value), "fr") if value % 3 else (None, None)
        case Commitment():
            record.due_on = date(2026, 1, 1 + value % 28)
        case _:
            raise TypeError(type(record))
    refresh(record)


def _change_partner(partner: Partner, value: int) -> None:
    """Change its place, its name, or its merge, which changes search results."""
    if value % 3 == 0:
        partner.place = str(value)
    elif value % 3 == 1:
        partner.name_fr = f"Name{value}"
    else:
        session = object_session(partner)
        assert session is not None
        others = session.scalars(select(Partner).order_by(Partner.uid)).all()
        other = others[value % len(others)]
        partner.merged_into = other if other is not partner else None


def refresh(record: Record) -> None:
    """Refresh the points of a meeting, as every use case does."""
    if isinstance(record, Point | Commitment):
        refresh_states(source_of(record))


def own_device(store: Database) -> bytes:
    with store.read() as session:
        device = session.scalar(text("SELECT uid FROM devices WHERE is_current"))
    assert isinstance(device, bytes)
    return device
