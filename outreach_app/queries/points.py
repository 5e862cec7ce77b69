"""Rows of points."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, String, and_, cast, func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from outreach_app.errors import NotAllowed
from outreach_app.i18n import gettext as _
from outreach_app.models import Meeting, Point, Rumour
from outreach_app.models.sources import meeting_of
from outreach_app.queries.attendances import PARTNERS_PRESENT, PartnerName, partners_present
from outreach_app.queries.meetings import held_in, meeting_number
from outreach_app.queries.reactions import is_settled
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.kinds import PointKind
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import PointState


class Reacted:
    """The reaction to a point or remark, as their rows share it."""

    __slots__ = ()
    uid: UUID
    kind: str
    topic: str
    state: str
    closed_on: date | None
    rumour: UUID | None
    version: str

    @property
    def is_closed(self) -> bool:
        return self.state == PointState.CLOSED

    @property
    def can_close(self) -> bool:
        """Whether it has follow-up, which can be reported or closed."""
        return self.state not in (PointState.RECEIVED, PointState.CLOSED)

    @property
    def can_follow(self) -> bool:
        """Whether it tells a rumour that is not recorded as one yet."""
        return can_follow(self.kind, self.state, is_recorded=self.rumour is not None)

    @property
    def can_reopen(self) -> bool:
        """Whether somebody closed it; thanks are closed from the start."""
        return self.closed_on is not None


@dataclass(frozen=True, slots=True)
class PointRow(Reacted):
    """A point in a list; `reference` is that of its meeting, `state` follows from its follow-up.

    `office` and `partners` are those of its meeting; `replied_on` is when headquarters last
    answered it; `rumour` is the one recorded from it.
    """

    uid: UUID
    reference: str | None
    meeting: UUID
    meeting_number: str
    held_on: date
    kind: str
    topic: str
    text: str | None
    language: str | None
    translation: str | None
    phrase: str | None
    reaction: str | None
    reply: str | None
    state: str
    given_on: date | None
    given_to: str | None
    given_how: str | None
    closed_on: date | None
    replied_on: date | None
    partners: tuple[PartnerName, ...]
    rumour: UUID | None
    office: OfficeId
    version: str


def tells_rumour() -> ColumnElement[bool]:
    """Return the condition of a point that tells a rumour which nobody recorded as one."""
    # Not the bare column: SQLite would read every point without a rumour.
    return and_(Point.kind == PointKind.RUMOUR, (Point.rumour_id + 0).is_(None))


def can_follow(kind: str, state: str, *, is_recorded: bool) -> bool:
    """Return whether a point tells a rumour that is not recorded as one yet, and is not closed."""
    return kind == PointKind.RUMOUR and state != PointState.CLOSED and not is_recorded


def rumour_named(session: Session, uid: UUID) -> UUID:
    """Return the uid of a rumour, also if it is that of the point which it was recorded from.

    Any other uid is returned as it is. Raises NotAllowed (`not_followed`) for a point whose rumour
    is not recorded.
    """
    point = session.scalars(select(Point).where(Point.uid == uid)).one_or_none()
    if point is None:
        return uid
    if point.rumour is None:
        message = _("This is a point: follow it as a rumour first, then record what is known.")
        raise NotAllowed(message, code="not_followed")
    return point.rumour.uid


def count_rumours_answered(
    session: Session,
    period: Period,
    as_of: date,
    offices: Collection[int] | None,
    *,
    are_filed: bool = False,
) -> Counter[str]:
    """Count by day what meetings told as rumours, nobody recorded, and was answered by a day.

    With `are_filed`, only what was closed by then.
    """
    is_ended = Point.closed_on <= as_of if are_filed else is_settled(as_of)
    statement = (
        select(cast(Meeting.held_on, String), func.count())
        .select_from(Point)
        .join(Point.meeting)
        .where(*held_in(period), ~Point.is_deleted, tells_rumour(), is_ended)
        .group_by(Meeting.held_on)
    )
    if offices is not None:
        statement = statement.where(Meeting.office_id.in_(offices))
    return Counter(dict(session.execute(statement).all()))


def list_rumours_told(session: Session, until: date, rumours: Collection[UUID]) -> set[UUID]:
    """Return those of some recorded rumours that a meeting held by a day told."""
    statement = (
        select(Rumour.uid)
        .join(Point, Point.rumour_id == Rumour.id)
        .join(Point.meeting)
        .where(Rumour.uid.in_(rumours), ~Point.is_deleted, *held_in(Period(date.min, until)))
    )
    return set(session.scalars(statement))


def list_points(session: Session, limit: int | None = None) -> list[PointRow]:
    """Return the points of meetings that are not deleted, newest meeting first."""
    statement = (
        select(Point)
        .join(Point.meeting)
        .options(
            joinedload(Point.meeting).options(PARTNERS_PRESENT),
            joinedload(Point.rumour),
            selectinload(Point.replies),
        )
        .where(~Point.is_deleted, ~Meeting.is_deleted)
        .order_by(Meeting.held_on.desc(), Meeting.id.desc(), Point.position)
        .limit(limit)
    )
    return [point_row(point) for point in session.scalars(statement)]


def point_row(point: Point) -> PointRow:
    """Return the row of a point that was raised in a meeting."""
    meeting = meeting_of(point)
    days = (reply.replied_on for reply in point.replies if not reply.is_deleted)
    return PointRow(
        uid=point.uid,
        reference=meeting.reference,
        meeting=meeting.uid,
        meeting_number=meeting_number(meeting),
        held_on=meeting.held_on,
        kind=point.kind,
        topic=point.topic,
        text=point.text,
        language=point.language,
        translation=point.translation,
        phrase=point.phrase,
        reaction=point.reaction,
        reply=point.reply,
        state=point.state,
        given_on=point.given_on,
        given_to=point.given_to,
        given_how=point.given_how,
        closed_on=point.closed_on,
        replied_on=max(days, default=None),
        partners=partners_present(meeting),
        rumour=point.rumour.uid if point.rumour else None,
        office=OfficeId(point.office_id),
        version=point.version,
    )
