"""Records for a handover file that no list of the window has."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from outreach_app.models import Partner, Person
from outreach_app.queries.partners import last_met_on
from outreach_app.queries.today import people_to_inform
from outreach_app.survivors import is_shown


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
