"""Headquarters' records that go to one precinct only: replies, reviews, findings and the like."""

from collections.abc import Iterator, Mapping
from typing import TypeVarTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import Session

from outreach_app.models import (
    Commitment,
    Finding,
    JournalEvent,
    Meeting,
    Office,
    Point,
    Publication,
    Referral,
    Reply,
    Review,
    Rumour,
)
from outreach_app.rules.rumours import RECTIFICATION

Columns = TypeVarTuple("Columns")

# A remark is a point without a meeting; its commitments and referrals have none either.
_OF_REMARKS: tuple[type[Point | Commitment | Referral], ...] = (Point, Commitment, Referral)
EVERY_PRECINCT = None  # the receiver, if every precinct gets them
# Of these nouns a precinct gets only what is addressed to it.
ADDRESSED = frozenset(
    {"reply", "review", "finding", "rumour", "publication", "reading", "distinction"}
    | {model.contract.entity for model in _OF_REMARKS}
)


def select_addressed(office: UUID, own: int) -> Iterator[Select[UUID]]:
    """Yield selects of headquarters' records of these nouns that go to a precinct.

    They are replies, reviews and findings on its records, rectifications, and points of meetings of
    headquarters, whose local id is `own`. An answer to a record that is missing here, after
    headquarters restored a backup, goes to nobody: its office is unknown.
    """
    yield _replies(select(Reply.uid)).where(Office.uid == office)
    yield _reviews(select(Review.uid)).where(Office.uid == office)
    yield _findings(select(Finding.uid)).where(Office.uid == office)
    for model in _OF_REMARKS:
        yield select(model.uid).where(model.meeting_id.is_not(None), model.office_id == own)
    yield select(Publication.uid).where(Publication.kind == RECTIFICATION)


def count_addressed(
    session: Session, is_in: ColumnElement[bool]
) -> dict[str, Mapping[UUID | None, int]]:
    """Count the changed records that go to some precincts only, by noun and receiver.

    `is_in` is the condition on the events to count.
    """
    counted = select(Office.uid, func.count(JournalEvent.record.distinct())).group_by(Office.uid)
    counted = counted.select_from(JournalEvent).where(is_in)
    replies = _replies(counted.join(Reply, Reply.uid == JournalEvent.record))
    reviews = _reviews(counted.join(Review, Review.uid == JournalEvent.record))
    findings = _findings(counted.join(Finding, Finding.uid == JournalEvent.record))
    rectifications = (
        select(func.count(JournalEvent.record.distinct()))
        .join(Publication, Publication.uid == JournalEvent.record)
        .where(is_in, Publication.kind == RECTIFICATION)
    )
    return {
        "reply": dict(session.execute(replies).all()),
        "review": dict(session.execute(reviews).all()),
        "finding": dict(session.execute(findings).all()),
        "rumour": {},
        "distinction": {},
        "reading": {},
        "publication": {EVERY_PRECINCT: session.scalar(rectifications) or 0},
        **{model.contract.entity: _count_remarks(session, model, is_in) for model in _OF_REMARKS},
    }


def _count_remarks(
    session: Session, model: type[Point | Commitment | Referral], is_in: ColumnElement[bool]
) -> dict[UUID | None, int]:
    """Count what belongs to remarks, by their office; what belongs to meetings goes to all."""
    receiver = case((model.meeting_id.is_(None), Office.uid), else_=EVERY_PRECINCT)
    counted = (
        select(receiver, func.count(JournalEvent.record.distinct()))
        .select_from(JournalEvent)
        .join(model, model.uid == JournalEvent.record)
        .join(Office, Office.id == model.office_id)
        .where(is_in)
        .group_by(receiver)
    )
    return dict(session.execute(counted).all())


def _replies(statement: Select[*Columns]) -> Select[*Columns]:
    """Join replies with the office whose points they answer."""
    return statement.join(Reply.point).join(Office, Office.id == Point.office_id)


def _reviews(statement: Select[*Columns]) -> Select[*Columns]:
    """Join reviews with the office whose meetings they review."""
    return statement.join(Review.meeting).join(Office, Office.id == Meeting.office_id)


def _findings(statement: Select[*Columns]) -> Select[*Columns]:
    """Join findings with the office that heard the rumour."""
    return statement.join(Finding.rumour).join(Office, Office.id == Rumour.office_id)
