"""Device ids: a new one for a new store, and for one that was restored or copied."""

from itertools import count
from string import ascii_uppercase

import uuid_utils.compat
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.events import GENESIS
from outreach_app.models import Claim, Device, Issue, Meeting, Office, Point, Rumour, Station


def enrol_device(session: Session) -> Device:
    """Give this store a new device id, with the next letter suffix for its meeting numbers.

    The first device of an office has none, then B, C … Z, AA, AB …, without those that another
    device is known to use. Timestamps continue from the former device's.
    """
    highest_t = session.scalar(select(func.max(Device.highest_t))) or 0
    for former in session.scalars(select(Device).where(Device.is_current)):
        former.is_current = False
    device = Device(
        uid=uuid_utils.compat.uuid7(),
        letter=_free_letter(session),
        is_current=True,
        since=clock.now(),
        upto=0,
        head=GENESIS,
        highest_t=highest_t,
    )
    session.add(device)
    session.flush()
    return device


def _free_letter(session: Session) -> str:
    """Return the first letter after the office's known devices that no number of it has.

    Another computer may have gone on under devices that are not known here: only its numbers are.
    """
    own = session.execute(select(Office.id, Office.uid).order_by(Office.id).limit(1)).first()
    if own is None:
        return ""
    of_office = select(func.count()).select_from(Station).where(Station.office == own.uid)
    place = session.scalar(of_office) or 0
    if not place:
        return ""
    taken = set(session.scalars(select(Device.letter)))
    for model in (Meeting, Point, Rumour, Claim, Issue):
        used = select(model.number_station).where(model.office_id == own.id).distinct()
        taken.update(filter(None, session.scalars(used)))
    return next(letter for letter in map(_letters, count(place)) if letter not in taken)


def _letters(place: int) -> str:
    """Return the letters of a position from 0, as spreadsheets name columns: A to Z, then AA."""
    before, last = divmod(place, len(ascii_uppercase))
    return (_letters(before - 1) if before else "") + ascii_uppercase[last]
