"""The list of points, paged: ordered ids under filters, and rows by id."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import Session, contains_eager, joinedload, selectinload

from outreach_app.i18n import screen
from outreach_app.models import Point, Reply
from outreach_app.queries.attendances import PARTNERS_PRESENT
from outreach_app.queries.meetings import held_in
from outreach_app.queries.points import PointRow, point_row, tells_rumour
from outreach_app.queries.portions import WHOLE, Portion, is_of, read_portion
from outreach_app.queries.reactions import reaction_day
from outreach_app.queries.sorting import (
    Key,
    Orders,
    Sorting,
    office_name,
    rank_among,
    rank_by_label,
    sorted_by,
    written_words,
)
from outreach_app.rules.folding import fold_words
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.kinds import CONCERNS
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import PointReaction, PointState
from outreach_app.vocabulary import phrases


class HeadquartersReply(StrEnum):
    """Whether headquarters replied to a point, and whether its partner still has to be informed."""

    GIVEN = "given"
    NONE = "none"
    TO_TELL = "to_tell"


@dataclass(frozen=True, slots=True)
class PointFilter:
    """A filter of the list; None does not filter. Both days are included.

    `topic` can be a whole axis (`tp.6`); `offices` are local ids, for headquarters; `held_in` is
    when the meeting was held; `is_concern` takes concerns, requests and suggestions,
    `is_unrecorded_rumour` what `tells_rumour`; for
    `has_reaction_day` see `reaction_day`.
    """

    state: str | None = None
    kind: str | None = None
    topic: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    offices: frozenset[OfficeId] | None = None
    held_in: Period | None = None
    is_concern: bool | None = None
    has_reaction_day: bool | None = None
    headquarters_reply: HeadquartersReply | None = None
    is_unrecorded_rumour: bool = False


def list_point_ids(
    session: Session,
    wanted: PointFilter,
    portion: Portion = WHOLE,
    sorting: Sorting | None = None,
) -> list[int]:
    """Return the local ids of the points: those without a reaction first, then newest first."""
    points = select_points(wanted, sorting)
    if wanted.state is not None or sorting is not None:
        return read_portion(session, [points], portion)
    is_received = Point.state == PointState.RECEIVED
    return read_portion(session, [points.where(is_received), points.where(~is_received)], portion)


def list_rumours_told(session: Session) -> list[int]:
    """Return the local ids of the open points that tell an unrecorded rumour, newest first."""
    told = select_points(PointFilter(is_unrecorded_rumour=True))
    return list(session.scalars(told.where(Point.state != PointState.CLOSED)))


def select_points(wanted: PointFilter, sorting: Sorting | None = None) -> Select[int]:
    """Select the local ids, newest first; with the state RECEIVED, oldest first."""
    statement = sorted_by(select(Point.id).where(*_conditions(wanted)), _ORDERS, sorting)
    if wanted.is_unrecorded_rumour:
        statement = statement.where(tells_rumour())
    if wanted.held_in is not None:
        # The day of the point as well, by which the index of points is read in its order.
        in_days = Point.met_on.between(wanted.held_in.first, wanted.held_in.last)
        statement = statement.join(Point.meeting).where(*held_in(wanted.held_in), in_days)
    if wanted.state == PointState.RECEIVED:
        return statement.order_by(Point.met_on, Point.meeting_id, Point.position)
    return statement.order_by(Point.met_on.desc(), Point.meeting_id.desc(), Point.position)


def _words() -> tuple[Key, ...]:
    """Return what the words of points are sorted by; one without words shows its topic."""
    own = written_words(Point.text, Point.translation, Point.language)
    frequent = {code: fold_words(row.label(screen())) for code, row in phrases().items()}
    spoken = case(frequent, value=Point.phrase) if frequent else own
    return case((Point.phrase.is_(None), own), else_=spoken), rank_by_label(Point.topic, "tp")


def _last_reply() -> Key:
    day = select(func.max(Reply.replied_on)).where(Reply.point_id == Point.id, ~Reply.is_deleted)
    return day.correlate(Point).scalar_subquery()


def reaction_rank() -> Key:
    """Return the place of a point's state, as it is shown: what is under study is not answered."""
    is_under_study = Point.reaction == PointReaction.UNDER_STUDY
    after = case((is_under_study & (Point.state == PointState.ANSWERED), 0), else_=1)
    return 2 * rank_among(Point.state, PointState) + after


_ORDERS: Orders = {
    "words": _words,
    "topic": lambda: (rank_by_label(Point.topic, "tp"),),
    "day": lambda: (Point.met_on,),
    "state": lambda: (reaction_rank(),),
    "reply": lambda: (_last_reply(),),
    "office": lambda: (office_name(Point.office_id),),
}


def _conditions(wanted: PointFilter) -> Iterator[ColumnElement[bool]]:
    yield from (~Point.is_deleted, Point.met_on.is_not(None))
    if wanted.state is not None:
        yield Point.state == wanted.state
    if wanted.kind is not None:
        yield Point.kind == wanted.kind
    if wanted.is_concern is not None:
        yield Point.kind.in_(CONCERNS) if wanted.is_concern else Point.kind.not_in(CONCERNS)
    if wanted.first_day is not None:
        yield Point.met_on >= wanted.first_day
    if wanted.last_day is not None:
        yield Point.met_on <= wanted.last_day
    if wanted.topic is not None:
        axis = Point.topic.startswith(f"{wanted.topic}.", autoescape=True)
        yield (Point.topic == wanted.topic) | axis
    if wanted.offices is not None:
        yield is_of(Point.office_id, wanted.offices)
    if wanted.has_reaction_day is not None:
        has_day = reaction_day().is_not(None)
        yield has_day if wanted.has_reaction_day else ~has_day
    if wanted.headquarters_reply is not None:
        yield _has(wanted.headquarters_reply)


def count_replies_to_pass_on(session: Session) -> int:
    """Count the open points whose partner was not informed since headquarters replied."""
    wanted = PointFilter(headquarters_reply=HeadquartersReply.TO_TELL)
    return session.scalar(select(func.count()).select_from(select_points(wanted).subquery())) or 0


def _has(reply: HeadquartersReply) -> ColumnElement[bool]:
    replied = select(Reply.point_id).where(~Reply.is_deleted)
    if reply is HeadquartersReply.NONE:
        return Point.id.not_in(replied)
    if reply is HeadquartersReply.TO_TELL:
        is_waiting = Point.given_on.is_(None) | (Point.given_on < Reply.replied_on)
        # Correlated, it would be evaluated again for every point of the register.
        replied = replied.join(Reply.point).where(Point.closed_on.is_(None), is_waiting)
        replied = replied.correlate(None)
    return Point.id.in_(replied)


def list_points_by_id(session: Session, ids: Iterable[int]) -> dict[int, PointRow]:
    """Return the rows of points by local id, without deleted ones."""
    statement = (
        select(Point)
        .join(Point.meeting)
        .options(
            contains_eager(Point.meeting).options(PARTNERS_PRESENT),
            joinedload(Point.rumour),
            selectinload(Point.replies),
        )
        .where(Point.id.in_(list(ids)), ~Point.is_deleted)
    )
    return {point.id: point_row(point) for point in session.scalars(statement)}
