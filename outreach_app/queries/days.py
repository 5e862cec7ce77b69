"""The date for deadlines that the law sets."""

from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.clock_leaps import CONFIRMS
from outreach_app.database import SessionValue
from outreach_app.models import AccessRow
from outreach_app.queries.records import get_own_office
from outreach_app.rights import HOLDERS

_DAY_OF_DEADLINES = SessionValue[date]()


def day_of_deadlines(session: Session) -> date:
    """Return today, or the last opening by an account that may confirm the date, if later.

    Protects legal deadlines from clock changes: setting the clock back gives nobody more time, and
    an unconfirmed jump forward takes none. Cached per session, as an import asks for it in each
    row.
    """
    return _DAY_OF_DEADLINES.get_or_make(session, partial(_latest_day, session))


def day_to_inform(session: Session) -> date:
    """Return the last day to inform somebody who is recorded today, by this office's time limit."""
    return day_of_deadlines(session) + timedelta(days=get_own_office(session).inform_days)


def day_of_version(version: str) -> date:
    """Return the day of the write that gave a record its version."""
    t, _at, _device = version.partition("@")
    return day_of_stamp(int(t))


def day_of_stamp(t: int) -> date:
    """Return the day of an event's timestamp, in milliseconds."""
    return clock.local(datetime.fromtimestamp(t / 1000, UTC)).date()


def day_of_uid(uid: UUID) -> date:
    """Return the day on which a record was made, which its uid begins with.

    One that is ahead, as another computer may have made it, counts as made now.
    """
    now = clock.now()
    made = min(uid.int >> 80, int(now.timestamp() * 1000))
    return day_of_stamp(made)


def first_uid_of(day: date) -> UUID:
    """Return a uid before those of all records made from that day on."""
    midnight = datetime.combine(day, time.min, clock.local(clock.now()).tzinfo)
    return UUID(int=int(midnight.timestamp() * 1000) << 80)


def _latest_day(session: Session) -> date:
    confirming = [actor.name.lower() for actor in HOLDERS[CONFIRMS]]
    opened = select(func.max(AccessRow.at)).where(AccessRow.role.in_(confirming))
    with session.no_autoflush:
        opened_at = session.scalar(opened)
    moments = (clock.now(), opened_at)
    return max(clock.local(moment).date() for moment in moments if moment is not None)
