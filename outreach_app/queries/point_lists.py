"""The list of points as a window pages it: ordered ids under filters, rows by id."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, contains_eager

from outreach_app.models import Meeting, Point
from outreach_app.queries.attendances import PARTNERS_PRESENT
from outreach_app.queries.meetings import held_in
from outreach_app.queries.points import PointRow, point_row
from outreach_app.queries.reactions import reaction_day
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import PointState


@dataclass(frozen=True, slots=True)
class PointFilter:
    """What the list is narrowed to; None narrows nothing. Both days are included.

    `topic` may be a whole axis (`tp.6`); `offices` are local ids, for headquarters;
    `held_in` is when the meeting was held; see `reaction_day` for the last one.
    """

    state: str | None = None
    kind: str | None = None
    topic: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    offices: frozenset[int] | None = None
    held_in: Period | None = None
    has_reaction_day: bool | None = None


def list_point_ids(session: Session, wanted: PointFilter) -> list[int]:
    """The local ids of those points, in their order."""
    return list(session.scalars(select_points(wanted)))


def select_points(wanted: PointFilter) -> Select[int]:
    """Their local ids: points without a reaction first; they alone go by the oldest."""
    is_received = Point.state == PointState.RECEIVED
    statement = select(Point.id).join(Point.meeting).where(~Point.is_deleted, ~Meeting.is_deleted)
    if wanted.state is not None:
        statement = statement.where(Point.state == wanted.state)
    if wanted.kind is not None:
        statement = statement.where(Point.kind == wanted.kind)
    if wanted.first_day is not None:
        statement = statement.where(Meeting.held_on >= wanted.first_day)
    if wanted.last_day is not None:
        statement = statement.where(Meeting.held_on <= wanted.last_day)
    if wanted.topic is not None:
        axis = Point.topic.startswith(f"{wanted.topic}.", autoescape=True)
        statement = statement.where((Point.topic == wanted.topic) | axis)
    if wanted.offices is not None:
        statement = statement.where(Point.office_id.in_(wanted.offices))
    if wanted.held_in is not None:
        statement = statement.where(*held_in(wanted.held_in))
    if wanted.has_reaction_day is not None:
        has_day = reaction_day().is_not(None)
        statement = statement.where(has_day if wanted.has_reaction_day else ~has_day)
    if wanted.state == PointState.RECEIVED:
        oldest_first = (Meeting.held_on, Meeting.id, Point.position)
        return statement.order_by(*oldest_first)
    newest_first = (Meeting.held_on.desc(), Meeting.id.desc(), Point.position)
    return statement.order_by(is_received.desc(), *newest_first)


def list_points_by_id(session: Session, ids: Iterable[int]) -> dict[int, PointRow]:
    """The rows of those points, by local id; deleted ones are left out."""
    statement = (
        select(Point)
        .join(Point.meeting)
        .options(contains_eager(Point.meeting).options(PARTNERS_PRESENT))
        .where(Point.id.in_(list(ids)), ~Point.is_deleted)
    )
    return {point.id: point_row(point) for point in session.scalars(statement)}
