"""Headquarters' records that go to one precinct only: replies, reviews, findings and the like."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import TypeVarTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, literal, select
from sqlalchemy.orm import Session

from outreach_app.exchange.importing.checking import PRECINCTS_OWN
from outreach_app.models import (
    Finding,
    JournalEvent,
    Meeting,
    Office,
    Point,
    Publication,
    Reply,
    Review,
    Rumour,
)
from outreach_app.rules.rumours import RECTIFICATION

Columns = TypeVarTuple("Columns")

EVERY_PRECINCT = None  # the receiver, if every precinct gets them
# Of these nouns a precinct gets only what is addressed to it.
ADDRESSED = frozenset({"reply", "review", "finding", "publication"}) | PRECINCTS_OWN


def select_addressed(office: UUID) -> Iterator[Select[UUID]]:
    """Yield selects of headquarters' records of these nouns that go to a precinct.

    They are replies, reviews and findings on its records, and rectifications. An answer to a record
    that is missing here, after headquarters restored a backup, goes to nobody: its office is
    unknown.
    """
    yield _replies(select(Reply.uid)).where(Office.uid == office)
    yield _reviews(select(Review.uid)).where(Office.uid == office)
    yield _findings(select(Finding.uid)).where(Office.uid == office)
    yield select(Publication.uid).where(Publication.kind == RECTIFICATION)


def count_addressed(
    session: Session, is_in: ColumnElement[bool]
) -> dict[str, Mapping[UUID | None, int]]:
    """Count the changed records that go to some precincts only, by noun and receiver.

    `is_in` is the condition on the events to count.
    """
    counts: dict[str, Mapping[UUID | None, int]] = {noun: {} for noun in ADDRESSED}
    for noun, records in _select_receivers():
        found = records.subquery().c
        counted = select(found.receiver, func.count(found.uid.distinct()))
        counted = counted.join(JournalEvent, JournalEvent.record == found.uid).where(is_in)
        counts[noun] = dict(session.execute(counted.group_by(found.receiver)).all())
    return counts


def list_addressed(
    session: Session, devices: Collection[UUID]
) -> defaultdict[UUID | None, list[tuple[UUID, int]]]:
    """Return the (device, seq) of their lines in these logs, by receiver, in the order of seq."""
    listed: defaultdict[UUID | None, list[tuple[UUID, int]]] = defaultdict(list)
    for _noun, records in _select_receivers():
        found = records.subquery().c
        lines = select(found.receiver, JournalEvent.device, JournalEvent.seq)
        lines = lines.join(JournalEvent, JournalEvent.record == found.uid)
        lines = lines.where(JournalEvent.device.in_(devices), JournalEvent.line.is_not(None))
        for receiver, device, seq in session.execute(lines):
            listed[receiver].append((device, seq))
    return listed


def _select_receivers() -> Iterator[tuple[str, Select[UUID, UUID | None]]]:
    """Yield these nouns, each with a select of its records (`uid`) and their `receiver`.

    Rectifications go to every precinct.
    """
    receiver = Office.uid.label("receiver")
    yield "reply", _replies(select(Reply.uid, receiver))
    yield "review", _reviews(select(Review.uid, receiver))
    yield "finding", _findings(select(Finding.uid, receiver))
    every = literal(EVERY_PRECINCT, Office.uid.type).label("receiver")
    yield "publication", select(Publication.uid, every).where(Publication.kind == RECTIFICATION)


def _replies(statement: Select[*Columns]) -> Select[*Columns]:
    """Join replies with the office whose points they answer."""
    return statement.join(Reply.point).join(Office, Office.id == Point.office_id)


def _reviews(statement: Select[*Columns]) -> Select[*Columns]:
    """Join reviews with the office whose meetings they review."""
    return statement.join(Review.meeting).join(Office, Office.id == Meeting.office_id)


def _findings(statement: Select[*Columns]) -> Select[*Columns]:
    """Join findings with the office that heard the rumour."""
    return statement.join(Finding.rumour).join(Office, Office.id == Rumour.office_id)
