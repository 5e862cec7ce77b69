"""Rows of replies."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, joinedload

from outreach_app.models import Meeting, Point, Reply


@dataclass(frozen=True, slots=True)
class ReplyRow:
    """Headquarters' reply to a point; `meeting` is None if that is a remark."""

    uid: UUID
    point: UUID
    meeting: UUID | None
    text: str
    language: str
    translation: str | None
    replied_on: date
    version: str


def list_replies(session: Session, limit: int | None = None) -> list[ReplyRow]:
    """Return the replies to points that are not deleted, newest first."""
    statement = (
        select(Reply)
        .join(Reply.point)
        .outerjoin(Point.meeting)
        .options(joinedload(Reply.point).joinedload(Point.meeting))
        .where(~Reply.is_deleted, ~Point.is_deleted, Meeting.is_deleted.is_not(True))
        .order_by(Reply.replied_on.desc(), Reply.uid.desc())
        .limit(limit)
    )
    return [reply_row(reply) for reply in session.scalars(statement)]


def list_replies_to(session: Session, point: UUID) -> list[ReplyRow]:
    """Return headquarters' replies to one point, oldest first."""
    return _in_order(session, Point.uid == point)


def list_replies_of(session: Session, meeting: UUID) -> list[ReplyRow]:
    """Return headquarters' replies to the points of one meeting, oldest first."""
    return _in_order(session, Meeting.uid == meeting)


def _in_order(session: Session, condition: ColumnElement[bool]) -> list[ReplyRow]:
    statement = (
        select(Reply)
        .join(Reply.point)
        .outerjoin(Point.meeting)
        .options(joinedload(Reply.point).joinedload(Point.meeting))
        .where(condition, ~Reply.is_deleted)
        .order_by(Reply.replied_on, Reply.uid)
    )
    return [reply_row(reply) for reply in session.scalars(statement)]


def reply_row(reply: Reply) -> ReplyRow:
    """Return the row of a reply, whose point and meeting are loaded."""
    meeting = reply.point.meeting
    return ReplyRow(
        uid=reply.uid,
        point=reply.point.uid,
        meeting=meeting.uid if meeting else None,
        text=reply.text,
        language=reply.language,
        translation=reply.translation,
        replied_on=reply.replied_on,
        version=reply.version,
    )
