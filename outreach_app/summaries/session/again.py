"""The later meetings and remarks with which the points of a meeting were raised again."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.models import Meeting, Partner, Point
from outreach_app.queries.histories import list_values
from outreach_app.queries.reminders import list_alike, list_remarks_on, list_reminders
from outreach_app.rules.kinds import PointKind
from outreach_app.rules.raised_again import is_reminder
from outreach_app.summaries.session.contents import Contents
from outreach_app.summaries.session.history import Values
from outreach_app.summaries.session.presence import (
    calls_woman,
    kind_of,
    name_of,
    partners_present,
)
from outreach_app.summaries.session.promised import Promised, as_it_stood, met_at
from outreach_app.summaries.session.promises import (
    AgainFacts,
    AskedFacts,
    CommitmentFacts,
    EarlierState,
)
from outreach_app.summaries.session.writer import STATES
from outreach_app.survivors import survivor


def find_again(
    session: Session, contents: Contents, today: date
) -> Mapping[UUID, tuple[AgainFacts, ...]]:
    """Return when each point was raised again until today, and what came of that.

    Thanks need none. Where something came of a point, the same words raise it again if they recall
    it, or are those of one of the same partners; a question that was answered is only asked again.
    Where one of the same partners may have raised it in the other language, that is to be compared.
    """
    silent, meeting = _silent(contents), contents.meeting
    points = [row.record for row in contents.points if row.record.kind != PointKind.THANKS]
    found = list_reminders(session, points, meeting.held_on, today)
    remarks = list_remarks_on(session, points, meeting.held_on, today)
    alike = list_alike(session, points, meeting.held_on, today)
    told: dict[UUID, tuple[AgainFacts, ...]] = {}
    for point in points:
        again = {
            later.meeting: _told(session, point, later, today)
            for later in found.get(point.uid, ())
            if later.meeting and (point in silent or _is_same(point, later, meeting))
        }
        for later in alike.get(point.uid, ()):
            if later.meeting and later.meeting not in again and _are_shared(meeting, later.meeting):
                facts = _told(session, point, later, today)
                again[later.meeting] = replace(facts, is_likely=True)
        told[point.uid] = (
            *again.values(),
            *(
                _told(session, point, remark, today)
                for remark in remarks.get(point.uid, ())
                if point in silent or _is_same(point, remark, meeting)
            ),
        )
    return told


def _are_shared(one: Meeting, other: Meeting) -> bool:
    """Return whether one of the partners of a meeting was present at another."""
    return bool(set(partners_present(one)) & set(partners_present(other)))


def _is_same(point: Point, later: Point, meeting: Meeting) -> bool:
    """Return whether a later point raises one again of which something came."""
    if any(is_reminder(text) for text in (later.text, later.translation) if text):
        return True
    if point.kind == PointKind.QUESTION:
        return False
    if later.meeting is None:
        raiser = _raiser(later)
        return raiser is not None and raiser in partners_present(meeting)
    return _are_shared(meeting, later.meeting)


def _raiser(point: Point) -> Partner | None:
    return survivor(point.raised_by) if point.raised_by is not None else None


def _told(session: Session, point: Point, later: Point, today: date) -> AgainFacts:
    """Return how a point was raised again by a later one, with what came of it until today."""
    first, again, met = _raiser(point), _raiser(later), later.meeting
    others = again if first is not None and again is not first else None
    is_absent = first is not None and met is not None and first not in partners_present(met)
    return AgainFacts(
        met=met_at(met) if met is not None else None,
        received_on=later.received_on,
        code=later.reaction,
        is_replied=later.reply is not None or later.given_on is not None or None,
        is_closed=later.closed_on is not None or None,
        is_rumour=later.rumour_id is not None or None,
        states=tuple(_states(session, later, today)),
        asked=tuple(_asked(later)),
        raised_by=name_of(others),
        raiser_kind=kind_of(others),
        is_raiser_woman=calls_woman(others),
        is_by_others=(again is None and is_absent) or None,
    )


def _states(session: Session, point: Point, today: date) -> Iterator[EarlierState]:
    """Yield the commitments made on a point, by their state on a day."""
    rows = [row for row in point.commitments if not row.is_deleted]
    journal = list_values(session, rows)
    found: dict[str, list[CommitmentFacts]] = {}
    for number, row in enumerate(rows, start=1):
        promise = Promised(Values.told(row, journal), None)
        found.setdefault(promise.stood(today).code, []).append(as_it_stood(promise, number, today))
    for code in (f"cst.{name}" for name in STATES):
        if promises := found.get(code):
            yield EarlierState(code, tuple(promises))


def _asked(point: Point) -> Iterator[AskedFacts]:
    """Yield the services that a point was sent to, each once, by its answer if it gave one."""
    rows = [row for row in point.referrals if not row.is_deleted]
    answers = {row.destination: row for row in rows if row.answered_on or row.answer}
    for number, to in enumerate(dict.fromkeys(row.destination for row in rows), start=1):
        answer = answers.get(to)
        on = answer.answered_on if answer else None
        yield AskedFacts(number, to, answer is not None or None, on)


def _silent(contents: Contents) -> set[Point]:
    """Return the points of which nothing was recorded to have come.

    A referral that was not answered is nothing yet.
    """
    answered = [row.record for row in contents.referrals if row.record.answered_on]
    followed = {row.record.point for row in contents.commitments}
    followed |= {row.point for row in answered}
    return {
        point
        for point in (row.record for row in contents.points)
        if point not in followed
        and not (point.reaction or point.reply or point.closed_on or point.rumour_id)
    }
