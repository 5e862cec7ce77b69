"""Records for documents that are handed out: a partner's points, future meetings."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Select, exists, func, or_, select
from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.models import (
    Attendance,
    Commitment,
    Issue,
    JournalEvent,
    Meeting,
    Partner,
    Person,
    Point,
    Referral,
    Rumour,
)
from outreach_app.queries.attendances import PARTNERS_PRESENT
from outreach_app.queries.histories import list_changes
from outreach_app.queries.meetings import held_in
from outreach_app.queries.records import get_surviving
from outreach_app.queries.remarks import is_remark
from outreach_app.rules.awareness import AWARENESS_KINDS
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.rules.exchanges import EXCHANGE_CHANNELS
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import MeetingStatus
from outreach_app.survivors import group_ids, is_shown, survivors

TO_COME = (MeetingStatus.PLANNED, MeetingStatus.CONFIRMED)


def get_partner(session: Session, name: str) -> Partner:
    """Return the partner of a typed uid, or the one it was merged into.

    Raises NotFound, also for a deleted one.
    """
    return get_surviving(session, Partner, name)


def list_sessions_with(session: Session, partner: Partner, period: Period) -> Sequence[Meeting]:
    """Return the meetings of a period at which the partner was present, oldest first."""
    statement = (
        select(Meeting)
        .where(*held_in(period), with_partner(partner, Attendance.is_present.is_(True)))
        .order_by(Meeting.held_on, Meeting.id)
    )
    return session.scalars(statement).all()


def list_meetings_with(session: Session, partner: Partner, period: Period) -> Sequence[Meeting]:
    """Return the meetings held in a period to which the partner was invited, newest first."""
    statement = (
        select(Meeting)
        .where(*held_in(period), with_partner(partner))
        .order_by(Meeting.held_on.desc(), Meeting.id.desc())
    )
    return session.scalars(statement).all()


def list_remarks_of(session: Session, partner: Partner, period: Period) -> Sequence[Point]:
    """Return what a partner raised outside meetings in a period, newest first."""
    statement = (
        select(Point)
        .where(Point.raised_by_id.in_(group_ids(session, Partner, [partner.uid])))
        .where(is_remark(), ~Point.is_deleted)
        .where(Point.received_on.between(period.first, period.last))
        .order_by(Point.received_on.desc(), Point.id.desc())
    )
    return session.scalars(statement).all()


def list_capacities(session: Session, partner: Partner) -> Sequence[Person]:
    """Return the active people of a partner, and of those merged into it."""
    statement = (
        select(Person)
        .where(is_shown(Person), Person.is_active)
        .where(Person.partner_id.in_(group_ids(session, Partner, [partner.uid])))
        .order_by(Person.id)
    )
    return session.scalars(statement).all()


def find_last_session_day(session: Session, partner: Partner, today: date) -> date | None:
    """Return the day the partner was last met, up to today."""
    statement = select(func.max(Meeting.held_on)).where(
        *held_in(Period(date.min, today)), with_partner(partner, Attendance.is_present.is_(True))
    )
    return session.scalar(statement)


def find_hand_out_before(session: Session, partner: Partner, day: date) -> Issue | None:
    """Return the newest sheet given to the partner that covers only sessions before a day.

    One that already reports them is no end to start from: printed again, it would be empty.
    """
    statement = (
        _sheets_of(session, partner)
        .where(Issue.last_session_on < day)
        .order_by(Issue.last_session_on.desc(), Issue.issued_at.desc(), Issue.id.desc())
        .limit(1)
    )
    return session.scalars(statement).one_or_none()


def find_untold_day(session: Session, partner: Partner, before: Issue) -> date | None:
    """Return the day of the oldest session that was logged too late for any sheet so far."""
    given = _sheets_of(session, partner).where(Issue.issued_at <= before.issued_at)
    sheets = session.scalars(given).all()
    first_given = min(sheet.issued_at for sheet in sheets)
    statement = (
        select(Meeting)
        .where(*held_in(Period(date.min, before.last_session_on or date.min)))
        .where(with_partner(partner, Attendance.is_present.is_(True)))
        # Only those written since: the journal of each is read below.
        .where(exists().where(JournalEvent.record == Meeting.uid, JournalEvent.t > _t(first_given)))
        .order_by(Meeting.held_on, Meeting.id)
    )
    for meeting in session.scalars(statement):
        logged_at = _held_since(session, meeting)
        is_told = any(
            _covers(sheet, meeting.held_on) and logged_at <= sheet.issued_at for sheet in sheets
        )
        if logged_at > first_given and not is_told:
            return meeting.held_on
    return None


def find_meeting_to_come(session: Session, partner: Partner, today: date) -> Meeting | None:
    """Return the next meeting planned with the partner, from a day on; none that has begun.

    A call that is planned is none.
    """
    now = clock.local(clock.now())
    is_later_today = or_(Meeting.starts_at.is_(None), Meeting.starts_at > now.time())
    is_ahead = or_(Meeting.held_on > now.date(), (Meeting.held_on == now.date()) & is_later_today)
    statement = (
        select(Meeting)
        .where(Meeting.held_on >= today, is_ahead)
        .where(Meeting.status.in_(TO_COME), ~Meeting.is_deleted)
        .where(or_(Meeting.kind.in_(AWARENESS_KINDS), Meeting.channel.not_in(EXCHANGE_CHANNELS)))
        .where(with_partner(partner))
        .order_by(Meeting.held_on, Meeting.starts_at, Meeting.id)
        .limit(1)
    )
    return session.scalars(statement).one_or_none()


def list_meetings_to_come(
    session: Session, period: Period, *, with_held: bool = False, with_begun: bool = False
) -> Sequence[Meeting]:
    """Return the meetings planned in a period, by day and hour, with their partners loaded.

    With `with_held`, those held since are included, and with `with_begun` those of several days
    that began before the period and last into it.
    """
    in_period = func.coalesce(Meeting.last_on, Meeting.held_on) if with_begun else Meeting.held_on
    wanted = (*TO_COME, MeetingStatus.HELD) if with_held else TO_COME
    statement = (
        select(Meeting)
        .options(PARTNERS_PRESENT)
        .where(in_period >= period.first, Meeting.held_on <= period.last)
        .where(Meeting.status.in_(wanted), ~Meeting.is_deleted)
        .order_by(Meeting.held_on, Meeting.starts_at.is_(None), Meeting.starts_at, Meeting.id)
    )
    return session.scalars(statement).all()


def list_meetings_unsettled(session: Session, today: date) -> Sequence[Meeting]:
    """Return the meetings of past days that nobody recorded, and the postponed, the oldest first.

    Their partners are loaded.
    """
    statement = select(Meeting).options(PARTNERS_PRESENT).where(_is_unsettled(today))
    return session.scalars(statement.order_by(Meeting.held_on, Meeting.id)).all()


def list_meetings_unheld(session: Session, period: Period, today: date) -> Sequence[Meeting]:
    """Return the meetings planned in a period that are unsettled or were cancelled, by day."""
    is_cancelled = (Meeting.status == MeetingStatus.CANCELLED) & ~Meeting.is_deleted
    statement = (
        select(Meeting)
        .where(Meeting.held_on.between(period.first, period.last))
        .where(_is_unsettled(today) | is_cancelled)
        .order_by(Meeting.held_on, Meeting.id)
    )
    return session.scalars(statement).all()


def _is_unsettled(today: date) -> ColumnElement[bool]:
    """Return the condition that nobody recorded a meeting of a past day, or it was postponed."""
    is_over = Meeting.status.in_(TO_COME) & (Meeting.held_on < today)
    return (is_over | (Meeting.status == MeetingStatus.POSTPONED)) & ~Meeting.is_deleted


def list_commitments_of(session: Session, point: Point) -> Sequence[Commitment]:
    """Return the commitments made for a point, in order."""
    statement = (
        select(Commitment)
        .where(Commitment.point_id == point.id, ~Commitment.is_deleted)
        .order_by(Commitment.position, Commitment.id)
    )
    return session.scalars(statement).all()


def list_referrals_of(session: Session, point: Point) -> Sequence[Referral]:
    """Return the referrals of a point, in order."""
    statement = (
        select(Referral)
        .where(Referral.point_id == point.id, ~Referral.is_deleted)
        .order_by(Referral.position, Referral.id)
    )
    return session.scalars(statement).all()


def missed_on(session: Session, commitment: UUID) -> date | None:
    """Return the last due day that had already passed when the commitment was postponed.

    A day that was changed before it came does not count: nothing was missed.
    """
    missed = None
    for row in list_changes(session, commitment):
        before, after = row.changes.get("due_on", (None, None))
        if not isinstance(before, str) or before == after:
            continue
        changed_on = clock.local(datetime.fromisoformat(row.at)).date()
        if date.fromisoformat(before) < changed_on:
            missed = date.fromisoformat(before)
    return missed


def has_lost_rumour(session: Session, point: Point) -> bool:
    """Return whether a point was recorded as a rumour that was destroyed since, e.g. at its term.

    One that is in the trash, or that the point was taken from again, is not.
    """
    linked = {
        row.changes.get("rumour", (None, None))[1] for row in list_changes(session, point.uid)
    }
    uids = {UUID(uid) for uid in linked if isinstance(uid, str)}
    kept = set(session.scalars(select(Rumour.uid).where(Rumour.uid.in_(uids)))) if uids else set()
    return uids > kept


def _sheets_of(session: Session, partner: Partner) -> Select[Issue]:
    """Select the sheets that its office gave a partner, also under the names merged into it."""
    return select(Issue).where(
        Issue.kind == DocumentKind.HAND_OUT,
        Issue.office_id == partner.office_id,
        Issue.partner_id.in_(group_ids(session, Partner, [partner.uid])),
        ~Issue.is_deleted,
    )


def _covers(sheet: Issue, day: date) -> bool:
    """Return whether a day is in the period of a sheet."""
    first, last = sheet.first_on, sheet.last_on
    return first is not None and last is not None and first <= day <= last


def _t(moment: datetime) -> int:
    """Return a moment in the milliseconds of events."""
    return int(moment.timestamp() * 1000)


def _held_since(session: Session, meeting: Meeting) -> datetime:
    """Return when it was first recorded that a meeting was held.

    If that event was erased, a moment before any other.
    """
    for row in list_changes(session, meeting.uid):
        _before, after = row.changes.get("status", (None, None))
        if isinstance(after, dict) and after.get("status") == MeetingStatus.HELD:
            return datetime.fromisoformat(row.at)
    return datetime.min.replace(tzinfo=UTC)


def with_partner(partner: Partner, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return that a meeting has the partner, or one merged into it, among those invited."""
    merged = survivors(Partner)
    met = func.coalesce(merged.c.survivor_id, Attendance.partner_id)
    statement = (
        select(Attendance.meeting_id)
        .outerjoin(merged, merged.c.id == Attendance.partner_id)
        .where(met == partner.id, ~Attendance.is_deleted, *conditions)
    )
    return Meeting.id.in_(statement)
