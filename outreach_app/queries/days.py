"""What day it is for a deadline that the law sets."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.models import AccessRow, Device
from outreach_app.queries.records import get_own_office


def day_of_deadlines(session: Session) -> date:
    """Return today, or the last day on which anything was recorded or opened here.

    A clock that is set back gives nobody more time. One session has one day: an import asks for it
    once a row.
    """
    if "day_of_deadlines" not in session.info:
        with session.no_autoflush:
            session.info["day_of_deadlines"] = _latest_day(session)
    day: date = session.info["day_of_deadlines"]
    return day


def day_to_inform(session: Session) -> date:
    """Return the last day to inform somebody who is recorded today, as this office has its days."""
    return day_of_deadlines(session) + timedelta(days=get_own_office(session).inform_days)


def day_of_version(version: str) -> date:
    """Return the day of the write that gave a record its version."""
    t, _at, _device = version.partition("@")
    return day_of_stamp(int(t))


def day_of_stamp(t: int) -> date:
    """Return the day of an event's time stamp, in milliseconds."""
    return clock.local(datetime.fromtimestamp(t / 1000, UTC)).date()


def _latest_day(session: Session) -> date:
    highest_t = session.scalar(select(func.max(Device.highest_t))) or 0
    opened_at = session.scalar(select(func.max(AccessRow.at)))
    moments = (clock.now(), datetime.fromtimestamp(highest_t / 1000, UTC), opened_at)
    return max(clock.local(moment).date() for moment in moments if moment is not None)
