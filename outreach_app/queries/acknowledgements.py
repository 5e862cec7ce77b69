"""What other stations reported that they hold of this store's logs."""

from collections.abc import Collection
from datetime import datetime
from functools import cache
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from outreach_app.models import Acknowledgement, Station


def find_acknowledged(
    session: Session, holders: Collection[UUID], device: UUID
) -> Acknowledgement | None:
    """Return the acknowledgement of the holder that has least of a device's log.

    What all of them have need not be sent. One that never reported asks for the rest when it does.
    """
    statement = (
        select(Acknowledgement)
        .where(Acknowledgement.holder.in_(holders), Acknowledgement.device == device)
        .order_by(Acknowledgement.upto, Acknowledgement.said_at.desc())
        .limit(1)
    )
    return session.scalars(statement).first()


def superseded_devices(session: Session) -> set[UUID]:
    """Return the devices whose store continues under another one, which they vouched for.

    The other one must have reported since. A copy that took a new device id leaves the old one to
    the computer it was copied from, which counts again once it reports.
    """
    last = dict(session.execute(_select_last_said()).all())
    return {
        old
        for old, new in session.execute(_select_vouched())
        if old is not None and new in last and (old not in last or last[new] > last[old])
    }


def presented_devices(session: Session) -> set[UUID]:
    """Return the devices that a newer one vouched for: their store continues, and presented them.

    Not once they report later than the newer one. This is for lists only: files are planned for a
    station as long as it is not superseded, since its store may be the one that was backed up.
    """
    last = dict(session.execute(_select_last_said()).all())
    presented = select(Station.vouched_by, Station.device).where(
        Station.vouched_by > Station.device, ~Station.has_card
    )
    return {
        old
        for new, old in session.execute(presented)
        if new in last and (old not in last or last[new] >= last[old])
    }


@cache
def _select_last_said() -> Select[UUID, datetime]:
    holder = Acknowledgement.holder
    return select(holder, func.max(Acknowledgement.said_at)).group_by(holder)


@cache
def _select_vouched() -> Select[UUID | None, UUID]:
    vouched = select(Station.vouched_by, Station.device)
    return vouched.where(Station.vouched_by.is_not(None))
