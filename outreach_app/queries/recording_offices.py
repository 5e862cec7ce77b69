"""Since when each office records meetings, and how many offices held any in a period."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from outreach_app.models import Meeting, Office
from outreach_app.queries.meetings import held_in
from outreach_app.queries.portions import is_of
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.periods import Period


def count_recording(
    session: Session, period: Period, offices: frozenset[OfficeId]
) -> tuple[tuple[date, ...], int]:
    """Return the days of the first meeting, up to the end of a period, of each office with any.

    Beside them, how many of these offices held a meeting in the period.
    """
    # Two looks into the index for each office: none of its other meetings are read.
    met = select(Meeting.held_on).where(
        *held_in(Period(date.min, period.last)), Meeting.office_id == Office.id
    )
    first = met.order_by(Meeting.held_on).limit(1).correlate(Office).scalar_subquery()
    last = met.order_by(Meeting.held_on.desc()).limit(1).correlate(Office).scalar_subquery()
    wanted = select(first, last).where(is_of(Office.id, offices))
    found: Sequence[Row[date | None, date | None]] = session.execute(wanted).all()
    begun = sorted(first_on for first_on, _last_on in found if first_on is not None)
    active = sum(last_on is not None and last_on >= period.first for _first_on, last_on in found)
    return tuple(begun), active
