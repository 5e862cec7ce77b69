"""The weekly files of each device: in time, late or after a gap, and the last one."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from enum import IntEnum

from sqlalchemy import (
    ColumnElement,
    Integer,
    LargeBinary,
    ScalarSelect,
    Select,
    String,
    cast,
    func,
    literal_column,
    select,
    type_coerce,
)
from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.models import Bundle, Device
from outreach_app.models.base import moment_text
from outreach_app.rules.kinds import BundleDirection
from outreach_app.rules.statuses import BundleStatus

WEEK = timedelta(days=7)
# A week's file is due by the end of its Friday.
DEADLINE = timedelta(days=4)
_BETWEEN = "\x1f"
_RECEIVED = (Bundle.direction == BundleDirection.IN, Bundle.status == BundleStatus.IMPORTED)


class Mark(IntEnum):
    """What the imported bundles that a device wrote in a week say; the highest decides."""

    NOTHING = 0
    LATE = 1
    IN_TIME = 2
    AFTER_GAP = 3


def bundles_since(
    session: Session, weeks: Sequence[date]
) -> tuple[dict[bytes, list[Mark]], dict[bytes, datetime]]:
    """Return what each device's bundles say of each week, and when it wrote its last one."""
    # Moments are compared as they are stored: a local day of each would cost more than all else.
    starts = [_start_of(week) for week in (*weeks, weeks[-1] + WEEK)]
    dues = [_start_of(week + DEADLINE + timedelta(days=1)) for week in weeks] + [""]
    marks, last_sent = dict[bytes, list[Mark]](), dict[bytes, datetime]()
    for of_device, upto, words, last_moment in session.execute(_written(weeks[0])):
        device = bytes(of_device)
        if last_moment is not None:
            last_sent[device] = last_moment
        if words is None:
            continue
        marks[device] = of_weeks = [Mark.NOTHING] * len(starts)
        for word in words.split(_BETWEEN):
            moment, last = word.split(" ")
            place = bisect_right(starts, moment) - 1
            mark = Mark.IN_TIME if moment < dues[place] else Mark.LATE
            mark = Mark.AFTER_GAP if int(last) > upto else mark
            of_weeks[place] = max(of_weeks[place], mark)
    return marks, last_sent


def _written(first: date) -> Select[bytes, int, str | None, datetime | None]:
    """Select each device, the imported bundles that it wrote from a day on, and its last moment.

    The bundles are one text: hundreds of precincts with a row for each week would take longer to
    read than all the rest. No join: the index is searched for each device, which the store would
    else scan.
    """
    moment = type_coerce(Bundle.created_at, String)
    word = moment + " " + cast(func.coalesce(Bundle.last, literal_column("0", Integer)), String)
    words = (
        select(func.aggregate_strings(word, _BETWEEN))
        .where(Bundle.device == Device.uid, *_RECEIVED)
        .where(Bundle.created_at >= clock.moment_of(first, time.min))
        .correlate(Device)
        .scalar_subquery()
    )
    return select(type_coerce(Device.uid, LargeBinary), Device.upto, words, last_written())


def merged(weeks: Sequence[date], of_devices: Sequence[Sequence[Mark]]) -> list[Mark]:
    """Return what the bundles of all devices of an office say of each week."""
    silent = [Mark.NOTHING] * len(weeks)
    return [max(of_week) for of_week in zip(silent, *of_devices, strict=False)]


def _start_of(day: date) -> str:
    """Return the first moment of a local day, as the store writes it."""
    return moment_text(clock.moment_of(day, time.min))


def last_written(*conditions: ColumnElement[bool]) -> ScalarSelect[datetime | None]:
    """Select when the device of the enclosing statement wrote its last bundle, by an index.

    Scanning everything a device ever sent would take longer with each year of the register.
    """
    statement = (
        select(Bundle.created_at)
        .where(Bundle.device == Device.uid, *_RECEIVED, Bundle.created_at.is_not(None), *conditions)
        .order_by(Bundle.created_at.desc())
        .limit(1)
    )
    return statement.correlate(Device).scalar_subquery()
