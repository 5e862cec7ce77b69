"""Tell what waits in a handover file: points and remarks without reaction, open rumours."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from outreach_app import vocabulary
from outreach_app.i18n import Language
from outreach_app.models import Point
from outreach_app.queries.communication import own_alone
from outreach_app.queries.handovers import (
    list_points_passed_on,
    list_points_under_study,
    list_replies_to_pass_on,
)
from outreach_app.queries.point_lists import PointFilter, list_point_ids, list_points_by_id
from outreach_app.queries.points import PointRow
from outreach_app.queries.records import get_record
from outreach_app.queries.remarks import RemarkFilter, list_remark_ids, list_remarks_by_id
from outreach_app.queries.rumours import RumourFilter, list_rumour_ids, list_rumours_by_id
from outreach_app.rules.kinds import PointKind
from outreach_app.rules.statuses import PointReaction, PointState, RumourState
from outreach_app.summaries.handovers.origins import origin_of_point
from outreach_app.summaries.handovers.plan import (
    DutyFacts,
    Nature,
    Origin,
    WaitingPoint,
    WaitingRumour,
)
from outreach_app.summaries.prose.facts import Words
from outreach_app.summaries.prose.store_words import point_words, words_of, written

_TO_VERIFY = (RumourState.HEARD, RumourState.VERIFYING)


def list_points_silent(session: Session) -> list[Point]:
    """Return the points of meetings without reaction, the oldest first.

    A rumour is not among them: it waits to be verified, with all that was heard.
    """
    ids = list_point_ids(session, PointFilter(state=PointState.RECEIVED))
    points = [get_record(session, Point, row.uid) for row in _rows(session, ids)]
    return [point for point in points if point.kind != PointKind.RUMOUR]


def list_points_waiting(session: Session, silent: Iterable[Point]) -> Iterator[WaitingPoint]:
    """Yield the points that wait for a reaction, then the remarks, the oldest first."""
    ids = [point.id for point in silent]
    points = list_points_by_id(session, ids)
    wanted = RemarkFilter(state=PointState.RECEIVED, offices=own_alone(session))
    remark_ids = list_remark_ids(session, wanted)
    remarks = list_remarks_by_id(session, remark_ids)
    remark_ids = [each for each in remark_ids if remarks[each].rumour is None]
    for number, each in enumerate(ids, 1):
        row = points[each]
        words = _words(row)
        origin = Origin(row.meeting_number)
        yield WaitingPoint(number, row.held_on, row.kind, row.topic, words, origin)
    for number, each in enumerate(remark_ids, len(ids) + 1):
        remark = remarks[each]
        words = words_of(remark.text, remark.language, remark.translation)
        origin = Origin(remark=remark.number)
        yield WaitingPoint(number, remark.received_on, remark.kind, remark.topic, words, origin)


def _rows(session: Session, ids: Sequence[int]) -> list[PointRow]:
    found = list_points_by_id(session, ids)
    return [found[each] for each in ids]


def _words(row: PointRow) -> Words | None:
    """Return what a point says; None if only its topic can be shown."""
    words = words_of(row.text, row.language, row.translation)
    if words is None and row.phrase is not None:
        return Words(vocabulary.phrase(row.phrase).ar, Language.ARABIC, phrase=row.phrase)
    return words


def list_replies_owed(session: Session) -> Iterator[DutyFacts]:
    """Yield the replies that are to be told, what waits for one, then what was passed on."""
    yield from _to_tell(session)
    yield from _to_answer(session)
    yield from _to_pursue(session)


def _to_tell(session: Session) -> Iterator[DutyFacts]:
    """Yield the replies of headquarters of which nobody was informed yet."""
    for row in list_replies_to_pass_on(session):
        words = written(row.text, row.language, row.translation)
        duty = DutyFacts(0, Nature.TELL, None, origin_of_point(row.point), words, row.point.kind)
        yield replace(duty, asked=point_words(row.point), topic=row.point.topic)


def _to_answer(session: Session) -> Iterator[DutyFacts]:
    """Yield what was said to be under study: an answer is owed, unless one came to be told."""
    replied = {row.point_id for row in list_replies_to_pass_on(session)}
    for point in list_points_under_study(session):
        if point.id not in replied:
            words = words_of(point.reply, point.reply_language, point.reply_translation)
            duty = DutyFacts(0, Nature.ANSWER, None, origin_of_point(point), words, point.kind)
            yield replace(duty, asked=point_words(point), topic=point.topic)


def _to_pursue(session: Session) -> Iterator[DutyFacts]:
    """Yield what was passed on to a service without a referral, which nothing else recalls."""
    for point in list_points_passed_on(session):
        duty = DutyFacts(0, Nature.PURSUE, None, origin_of_point(point), None, point.kind)
        yield replace(duty, asked=point_words(point), topic=point.topic)


def list_rumours_waiting(session: Session) -> Iterator[WaitingRumour]:
    """Yield what is still to verify, or to rectify, the oldest first, wherever it was heard.

    What a meeting told and nobody recorded waits until its point is answered or closed.
    """
    rows = (*_recorded(session), *_told_in_meetings(session))
    for number, row in enumerate(sorted(rows, key=lambda row: row.heard_on), 1):
        yield replace(row, number=number)


def _told_in_meetings(session: Session) -> Iterator[WaitingRumour]:
    ids = list_point_ids(session, PointFilter(is_unrecorded_rumour=True))
    for row in list_points_by_id(session, ids).values():
        if _is_settled(row):
            continue
        origin = Origin(row.meeting_number, held_on=row.held_on)
        yield WaitingRumour(0, origin, row.held_on, row.topic, _words(row), is_to_rectify=False)


def _is_settled(row: PointRow) -> bool:
    """Return whether what was told got its answer; still under study, it waits for one."""
    if row.state in (PointState.REPLY_GIVEN, PointState.CLOSED):
        return True
    if row.reaction is not None:
        return row.reaction != PointReaction.UNDER_STUDY
    return row.reply is not None


def _recorded(session: Session) -> Iterator[WaitingRumour]:
    ids = list_rumour_ids(session, RumourFilter(is_open=True, offices=own_alone(session)))
    found = list_rumours_by_id(session, ids)
    for row in (found[each] for each in ids):
        if row.state in _TO_VERIFY or row.needs_rectification:
            origin, is_false = Origin(rumour=row.number), row.needs_rectification
            words = written(row.text, row.language, row.translation)
            yield WaitingRumour(0, origin, row.heard_on, row.topic, words, is_false)
