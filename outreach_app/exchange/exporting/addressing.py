"""To whom headquarters' own records go: a reply or a finding to one precinct, others to none."""

from collections.abc import Iterator, Mapping
from typing import TypeVarTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from outreach_app.models import (
    Distinction,
    Finding,
    JournalEvent,
    Office,
    Point,
    Publication,
    Reply,
    Rumour,
)
from outreach_app.rules.rumours import RECTIFICATION

Columns = TypeVarTuple("Columns")

EVERY_PRECINCT = None  # as the receiver of what all of them get


def select_elsewhere(office: UUID) -> Iterator[Select[UUID]]:
    """Yield selects of the records that are none of a precinct's business.

    They are replies and findings on other offices' records, other offices' rumours, every
    publication but rectifications, and which rumours are not the same.
    """
    yield _replies(select(Reply.uid)).where(Office.uid != office)
    yield _findings(select(Finding.uid)).where(Office.uid != office)
    rumours = select(Rumour.uid).join(Office, Office.id == Rumour.office_id)
    yield rumours.where(Office.uid != office)
    yield select(Publication.uid).where(Publication.kind != RECTIFICATION)
    yield select(Distinction.uid)


def count_addressed(
    session: Session, is_in: ColumnElement[bool]
) -> dict[str, Mapping[UUID | None, int]]:
    """Count the changed records that go to some precincts only, by noun and receiver.

    `is_in` is the condition of the events that are counted.
    """
    counted = select(Office.uid, func.count(JournalEvent.record.distinct())).group_by(Office.uid)
    counted = counted.select_from(JournalEvent).where(is_in)
    replies = _replies(counted.join(Reply, Reply.uid == JournalEvent.record))
    findings = _findings(counted.join(Finding, Finding.uid == JournalEvent.record))
    rectifications = (
        select(func.count(JournalEvent.record.distinct()))
        .join(Publication, Publication.uid == JournalEvent.record)
        .where(is_in, Publication.kind == RECTIFICATION)
    )
    return {
        "reply": dict(session.execute(replies).all()),
        "finding": dict(session.execute(findings).all()),
        "rumour": {},
        "distinction": {},
        "publication": {EVERY_PRECINCT: session.scalar(rectifications) or 0},
    }


def _replies(statement: Select[*Columns]) -> Select[*Columns]:
    """Join replies with the office whose points they answer."""
    return statement.join(Reply.point).join(Office, Office.id == Point.office_id)


def _findings(statement: Select[*Columns]) -> Select[*Columns]:
    """Join findings with the office that heard the rumour."""
    return statement.join(Finding.rumour).join(Office, Office.id == Rumour.office_id)
