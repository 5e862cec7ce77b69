"""Points raised again at a later meeting: their words stand in those of the reminder."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload

from outreach_app.models import Meeting, Point
from outreach_app.models.sources import day_of
from outreach_app.queries.meetings import is_held
from outreach_app.rules.raised_again import (
    are_one_matter,
    may_be_one_matter,
    recalled_day,
    repeats,
    texts_of,
    wordings,
)


def list_reminders(
    session: Session, points: Sequence[Point], after: date, until: date
) -> Mapping[UUID, tuple[Point, ...]]:
    """Return the points of meetings held after a day that raise each of these points again.

    So does a later point of the same topic that has all its words, in either language, or is a
    reminder of its day, if it was the only point of its topic then, or of the first one that it
    says again itself. Of several of one meeting, it is the first of which something came.
    """
    if not points:
        return {}
    found: dict[UUID, dict[Meeting, Point]] = {}
    for point, later in _again(session, points, _points_met(points, after, until)):
        if later.meeting:
            rows = found.setdefault(point.uid, {})
            if later.meeting not in rows or not is_followed(rows[later.meeting]):
                rows[later.meeting] = later
    return {uid: tuple(rows.values()) for uid, rows in found.items()}


def list_remarks_on(
    session: Session, points: Sequence[Point], after: date, until: date
) -> Mapping[UUID, tuple[Point, ...]]:
    """Return the remarks received outside meetings after a day that raise each of these again."""
    if not points:
        return {}
    received = (
        select(Point)
        .where(Point.topic.in_({point.topic for point in points}), ~Point.is_deleted)
        .where(Point.meeting_id.is_(None), Point.received_on > after, Point.received_on <= until)
        .order_by(Point.received_on, Point.id)
    )
    found: defaultdict[UUID, list[Point]] = defaultdict(list)
    for point, remark in _again(session, points, received):
        found[point.uid].append(remark)
    return {uid: tuple(rows) for uid, rows in found.items()}


def _again(
    session: Session, points: Iterable[Point], statement: Select[Point]
) -> Iterator[tuple[Point, Point]]:
    """Yield each of these points with each of the later ones that raises it again."""
    sought = _by_topic(points)
    words = {point: _words(point) for group in sought.values() for point in group}
    rows = session.scalars(statement).all()
    former = list_recalled(session, [row for row in rows if _days_named(row)])
    for later in rows:
        group = sought.get(_topic_of(later), ())
        said = _words(later) if group else ()
        for point in group:
            if (
                repeats(said, words[point])
                or _recalls(later, point)
                or _says_again(point, former.get(later.uid))
            ):
                yield point, later


def _says_again(point: Point, first: Point | None) -> bool:
    """Return whether a point is the first that a reminder names, or said that one again."""
    if first is None or day_of(first) > day_of(point):
        return False
    return are_one_matter(texts_held(point), texts_held(first)) or _recalls(point, first)


def list_alike(
    session: Session, points: Sequence[Point], after: date, until: date
) -> Mapping[UUID, tuple[Point, ...]]:
    """Return the points of meetings held after a day that may raise these again.

    Each is of the same topic, in the other language alone, and the only one of its meeting that may
    raise that one, which is the only one that it may raise. Nobody knows whether it does.
    """
    if not points:
        return {}
    sought = _by_topic(points)
    found: defaultdict[UUID, list[Point]] = defaultdict(list)
    for later in session.scalars(_points_met(points, after, until)):
        group = sought.get(_topic_of(later), ())
        alike = [point for point in group if _may_raise(later, point)]
        if len(alike) == 1:
            found[alike[0].uid].append(later)
    return {
        uid: tuple(row for row in rows if sum(row.meeting is each.meeting for each in rows) == 1)
        for uid, rows in found.items()
    }


def _points_met(points: Iterable[Point], after: date, until: date) -> Select[Point]:
    """Select the points of the topics of these, of meetings held after a day."""
    return (
        select(Point)
        .join(Point.meeting)
        .options(joinedload(Point.meeting))
        .where(Point.topic.in_({point.topic for point in points}), ~Point.is_deleted)
        .where(*is_held(), Meeting.held_on > after, Meeting.held_on <= until)
        .order_by(Meeting.held_on, Meeting.id)
    )


def _may_raise(later: Point, point: Point) -> bool:
    return may_be_one_matter(texts_held(later), texts_held(point))


def _by_topic(points: Iterable[Point]) -> Mapping[tuple[int, str], list[Point]]:
    """Group points by office and topic: no other point can be raised again by a later one.

    A long period holds thousands of points, so each is compared with those of its group alone.
    """
    groups: defaultdict[tuple[int, str], list[Point]] = defaultdict(list)
    for point in points:
        groups[_topic_of(point)].append(point)
    return groups


def _topic_of(point: Point) -> tuple[int, str]:
    return point.office_id, point.topic


def list_recalled(session: Session, points: Sequence[Point]) -> Mapping[UUID, Point]:
    """Return the earlier point that each of these recalls by its day, if only one can be meant.

    It is of the same topic, and has the same words or is the only one of its topic then.
    """
    found = {}
    for point in points:
        days = _days_named(point)
        if not days:
            continue
        statement = (
            select(Point)
            .join(Point.meeting)
            .where(Point.topic == point.topic, ~Point.is_deleted)
            .where(Point.office_id == point.office_id, *is_held(), Meeting.held_on.in_(days))
        )
        rows = [row for row in session.scalars(statement) if row is not point]
        texts = texts_held(point)
        same = [row for row in rows if are_one_matter(texts, texts_held(row))] or rows
        if len(same) == 1:
            found[point.uid] = same[0]
    return found


def is_followed(point: Point) -> bool:
    """Return whether anything was recorded to have come of a point, be it only that it was sent."""
    rows = (*point.commitments, *point.referrals)
    is_told = point.reaction or point.reply or point.closed_on or point.rumour_id
    return bool(is_told) or any(not row.is_deleted for row in rows)


def _recalls(later: Point, point: Point) -> bool:
    """Return whether a point is a reminder that names the day of another, the one of its topic."""
    if point.meeting is None:
        return False
    rows = [row for row in point.meeting.points if not row.is_deleted]
    is_alone = sum(row.topic == point.topic for row in rows) == 1
    return is_alone and point.meeting.held_on in _days_named(later)


def _days_named(point: Point) -> set[date]:
    """Return the days that a point or a remark recalls, in whichever language."""
    texts = [text for text in (point.text, point.translation) if text]
    days = (recalled_day(text, day_of(point)) for text in texts)
    return {day for day in days if day is not None}


def texts_held(point: Point) -> tuple[str, ...]:
    """Return the words of a point in each language it is held in."""
    return texts_of(point.text, point.translation, point.phrase)


def _words(point: Point) -> tuple[str, ...]:
    return wordings(texts_held(point))
