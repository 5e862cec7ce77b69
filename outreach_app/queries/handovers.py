"""Records for a handover file that no list of the window has."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session, joinedload

from outreach_app.models import (
    Commitment,
    Meeting,
    Partner,
    Person,
    Point,
    Publication,
    Reading,
    Referral,
    Reply,
    Rumour,
)
from outreach_app.queries.meetings import held_in
from outreach_app.queries.partners import last_met_on
from outreach_app.queries.records import get_own_office
from outreach_app.queries.today import mandates_ended, people_to_inform
from outreach_app.rules.kinds import PointKind
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import PointReaction, PointState
from outreach_app.survivors import is_shown, survivor, survivors


def find_first_entry(session: Session) -> date | None:
    """Return the first day of which the register tells.

    That of a meeting held, a remark, a rumour, an own publication or a reading of an account.
    """
    held, own = held_in(Period(date.min, date.max)), get_own_office(session).id
    of_own = Publication.office_id == own, ~Publication.is_deleted
    read = Reading.office_id == own, Reading.account.is_not(None), ~Reading.is_deleted
    days = (
        session.scalar(select(func.min(Meeting.held_on)).where(*held)),
        session.scalar(select(func.min(Point.received_on)).where(~Point.is_deleted)),
        session.scalar(select(func.min(Rumour.heard_on)).where(~Rumour.is_deleted)),
        session.scalar(select(func.min(Publication.published_on)).where(*of_own)),
        session.scalar(select(func.min(Reading.read_on)).where(*read)),
    )
    return min((day for day in days if day is not None), default=None)


def list_active_partners(session: Session) -> list[tuple[Partner, date | None]]:
    """Return the active partners by category, each with the day of its last meeting or remark."""
    statement = (
        select(Partner, last_met_on())
        .options(joinedload(Partner.identity))
        .where(is_shown(Partner), Partner.is_active)
        .order_by(Partner.category, Partner.type, Partner.id)
    )
    wrote = _last_remarks(session)
    return [
        (partner, max(filter(None, (day, wrote.get(partner.id))), default=None))
        for partner, day in session.execute(statement)
    ]


def _last_remarks(session: Session) -> dict[int, date]:
    """Return the day of the last remark of each partner, by the local id of its survivor."""
    merged = survivors(Partner)
    who = func.coalesce(merged.c.survivor_id, Point.raised_by_id)
    last = func.max(Point.received_on)
    of_partners = (
        ~Point.is_deleted,
        Point.received_on.is_not(None),
        Point.raised_by_id.is_not(None),
    )
    statement = (
        select(who, last)
        .select_from(Point)
        .outerjoin(merged, merged.c.id == Point.raised_by_id)
        .where(*of_partners)
        .group_by(who)
    )
    return dict(session.execute(statement).all())


def list_people_to_inform(session: Session) -> Sequence[Person]:
    """Return the people who still have to be informed of their record, most urgent first."""
    statement = select(Person).where(Person.id.in_(people_to_inform()))
    return session.scalars(statement.order_by(Person.inform_by, Person.id)).all()


def list_mandates_ended(session: Session, until: date) -> list[Person]:
    """Return those who speak for an active partner and whose mandate ends until a day."""
    statement = select(Person).where(Person.id.in_(mandates_ended(until)))
    found = session.scalars(statement.order_by(Person.mandate_until, Person.id))
    return [person for person in found if survivor(person.partner).is_active]


def list_replies_to_pass_on(session: Session) -> Sequence[Reply]:
    """Return headquarters' replies of which nobody was informed since they came, oldest first.

    Those to points of meetings, and to remarks.
    """
    is_kept = or_(Point.met_on.is_not(None), Point.received_on.is_not(None))
    is_untold = or_(Point.given_on.is_(None), Point.given_on < Reply.replied_on)
    # What was closed when a reply came was closed without it.
    is_open = or_(Point.closed_on.is_(None), Point.closed_on < Reply.replied_on)
    statement = (
        select(Reply)
        .join(Reply.point)
        .options(joinedload(Reply.point).joinedload(Point.meeting))
        .where(~Reply.is_deleted, ~Point.is_deleted, is_kept, is_open, is_untold)
        .order_by(Reply.replied_on, Reply.id)
    )
    return session.scalars(statement).all()


def list_points_passed_on(session: Session) -> Sequence[Point]:
    """Return the points and own remarks said to be passed on, with no referral, oldest first."""
    is_of_own = and_(Point.received_on.is_not(None), Point.office_id == get_own_office(session).id)
    statement = (
        select(Point)
        .options(joinedload(Point.meeting))
        .where(Point.reaction == PointReaction.LOOKED_INTO, Point.state == PointState.ANSWERED)
        .where(~Point.is_deleted, ~Point.referrals.any(~Referral.is_deleted))
        .where(or_(Point.met_on.is_not(None), is_of_own))
        .order_by(func.coalesce(Point.met_on, Point.received_on), Point.id)
    )
    return session.scalars(statement).all()


def list_points_under_study(session: Session) -> Sequence[Point]:
    """Return the points and own remarks that were said to be under study, oldest first.

    Nothing else followed them: a first reply that was passed on ends no study. A rumour waits to
    be verified, whatever was said of it.
    """
    is_passed_on = and_(
        Point.state == PointState.REPLY_GIVEN,
        *(
            ~followed.any(~record.is_deleted)
            for followed, record in (
                (Point.replies, Reply),
                (Point.commitments, Commitment),
                (Point.referrals, Referral),
            )
        ),
    )
    is_of_own = and_(Point.received_on.is_not(None), Point.office_id == get_own_office(session).id)
    day = func.coalesce(Point.met_on, Point.received_on)
    statement = (
        select(Point)
        .options(joinedload(Point.meeting))
        .where(Point.reaction == PointReaction.UNDER_STUDY)
        .where(or_(Point.state == PointState.ANSWERED, is_passed_on))
        .where(~Point.is_deleted, Point.kind != PointKind.RUMOUR)
        .where(or_(Point.met_on.is_not(None), is_of_own))
        .order_by(day, Point.id)
    )
    return session.scalars(statement).all()
