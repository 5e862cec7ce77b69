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
    """Return the devices whose store continues under another one.

    They vouched for it; or it vouched for them, where a card of the newer one came first: a device
    older than the one that vouches for it. The other one must have reported since. A copy that took
    a new device id leaves the old one to the computer it was copied from, which counts again once
    it reports, or has a card of its own.
    """
    last = dict(session.execute(_select_last_said()).all())
    left = set()
    for voucher, device, has_card in session.execute(_select_vouched()):
        if voucher is None:
            continue
        is_backwards = not has_card and device < voucher  # uids begin with the time
        old, new = (device, voucher) if is_backwards else (voucher, device)
        if new not in last:
            continue
        # The files of both were written at one moment as the newer one presented the older.
        is_later = old not in last or last[new] > last[old]
        if is_later or (is_backwards and last[new] == last[old]):
            left.add(old)
    return left


@cache
def _select_last_said() -> Select[UUID, datetime]:
    holder = Acknowledgement.holder
    return select(holder, func.max(Acknowledgement.said_at)).group_by(holder)


@cache
def _select_vouched() -> Select[UUID | None, UUID, bool]:
    vouched = select(Station.vouched_by, Station.device, Station.has_card)
    return vouched.where(Station.vouched_by.is_not(None))
