"""Records for a handover file that no list of the window has."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from outreach_app.models import Meeting, Partner, Person, Point, Rumour
from outreach_app.queries.meetings import held_in
from outreach_app.queries.partners import last_met_on
from outreach_app.queries.today import people_to_inform
from outreach_app.rules.periods import Period
from outreach_app.survivors import is_shown


def find_first_entry(session: Session) -> date | None:
    """Return the first day of which the register tells: a meeting held, a remark or a rumour."""
    held = held_in(Period(date.min, date.max))
    days = (
        session.scalar(select(func.min(Meeting.held_on)).where(*held)),
        session.scalar(select(func.min(Point.received_on)).where(~Point.is_deleted)),
        session.scalar(select(func.min(Rumour.heard_on)).where(~Rumour.is_deleted)),
    )
    return min((day for day in days if day is not None), default=None)


def list_active_partners(session: Session) -> list[tuple[Partner, date | None]]:
    """Return the active partners by category, each with the day it was last met."""
    statement = (
        select(Partner, last_met_on())
        .options(joinedload(Partner.identity))
        .where(is_shown(Partner), Partner.is_active)
        .order_by(Partner.category, Partner.type, Partner.id)
    )
    return [(partner, day) for partner, day in session.execute(statement)]


def list_people_to_inform(session: Session) -> Sequence[Person]:
    """Return the people who still have to be informed of their record, most urgent first."""
    statement = select(Person).where(Person.id.in_(people_to_inform()))
    return session.scalars(statement.order_by(Person.inform_by, Person.id)).all()
