"""Proof for the person that other holders erased a name: who was to, and who confirmed it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.events import Operation
from outreach_app.models import (
    Acknowledgement,
    Bundle,
    Claim,
    Confirmation,
    JournalEvent,
    Station,
    StationSecret,
)
from outreach_app.queries.acceptance import accepted_devices
from outreach_app.queries.acknowledgements import superseded_devices
from outreach_app.queries.days import day_of_stamp
from outreach_app.queries.mentions import list_clearings, list_open_mentions
from outreach_app.queries.records import get_own_office, get_record
from outreach_app.rules.kinds import BundleDirection, OfficeRole
from outreach_app.rules.statuses import BundleStatus


@dataclass(frozen=True, slots=True)
class HolderRow:
    """A holder that exchanges files: headquarters, or another computer of the office.

    A restored register that writes under a new number is the same holder; so are all computers of
    headquarters. `confirmed_on` is the day of the first signed file that acknowledges the erasure,
    of the last computer that did; None while one lacks. `computer` numbers the office's other
    computers from 1, in the order of their enrolment; None of the only one.
    """

    is_headquarters: bool
    confirmed_on: date | None
    computer: int | None = None


def list_holders(session: Session, claim: UUID) -> list[HolderRow]:
    """Return the holders that an erasure must reach: the other computers, then headquarters.

    None has confirmed while a text still names the person, nor before it has every text that was
    cleared of the name since.
    """
    record = get_record(session, Claim, claim)
    rows = holders_of(session, _purge_of(session, record), list_clearings(session, record))
    if list_open_mentions(session, record):
        return [replace(row, confirmed_on=None) for row in rows]
    return rows


def get_day_here(session: Session, claim: Claim) -> date | None:
    """Return the day on which a claim's erasure reached this register; None if it is not known.

    On the computer that did not erase the name, that is the day on which the file arrived.
    """
    purge = _purge_of(session, claim)
    if purge is None or session.get(StationSecret, purge.device) is not None:
        return claim.erased_on
    arrived = select(func.min(Bundle.moved_at)).where(
        Bundle.direction == BundleDirection.IN,
        Bundle.device == purge.device,
        Bundle.first <= purge.seq,
        Bundle.last >= purge.seq,
        Bundle.status == BundleStatus.IMPORTED,
    )
    moment = session.scalar(arrived)
    return clock.local(moment).date() if moment is not None else None


def find_day_cleared(session: Session, claim: Claim) -> date | None:
    """Return the day, after that of the erasure, on which the last late text was cleared here."""
    days = [day_of_stamp(event.t) for event in list_clearings(session, claim)]
    last, erased = max(days, default=None), claim.erased_on
    return last if last and erased and last > erased else None


def find_last_purge(session: Session, records: Collection[UUID]) -> JournalEvent | None:
    """Return the last event that purged one of these records: a holder of it has them all."""
    statement = select(JournalEvent).where(
        JournalEvent.record.in_(records), JournalEvent.operation == Operation.PURGE
    )
    return session.scalars(
        statement.order_by(JournalEvent.t.desc(), JournalEvent.seq.desc())
    ).first()


def holders_of(
    session: Session, purge: JournalEvent | None, clearings: Collection[JournalEvent] = ()
) -> list[HolderRow]:
    """Return the holders that a purge must reach: the other computers, then headquarters.

    `clearings` are further events that each of them must have.
    """
    own = set(session.scalars(select(StationSecret.device)))
    left = accepted_devices(session) - superseded_devices(session) - own
    office = get_own_office(session).uid
    stations = session.scalars(
        select(Station).where(Station.device.in_(left)).order_by(Station.enrolled_at)
    )
    others: list[HolderRow] = []
    headquarters: dict[UUID, list[date | None]] = {}
    for station in stations:
        if station.office == office or station.role == OfficeRole.HEADQUARTERS:
            days = [_confirmed_on(session, station, each) for each in (purge, *clearings)]
            if station.office == office:
                others.append(HolderRow(False, _last_of(days), len(others) + 1))
            else:
                headquarters.setdefault(station.office, []).append(_last_of(days))
    if len(others) == 1:
        others = [replace(others[0], computer=None)]
    return others + [HolderRow(True, _last_of(days)) for days in headquarters.values()]


def _last_of(days: Sequence[date | None]) -> date | None:
    """Return the last of these days, None while one is not known."""
    known = [day for day in days if day is not None]
    return max(known) if len(known) == len(days) else None


def _purge_of(session: Session, claim: Claim) -> JournalEvent | None:
    """Return the event that erased the name, on whichever of the office's computers."""
    if claim.erased_record is None:
        return None
    statement = select(JournalEvent).where(
        JournalEvent.record == UUID(claim.erased_record),
        JournalEvent.operation == Operation.PURGE,
    )
    return session.scalars(statement.order_by(JournalEvent.t)).first()


def _confirmed_on(session: Session, station: Station, purge: JournalEvent | None) -> date | None:
    if purge is None:
        return None
    if station.device == purge.device:  # it erased the name itself
        return day_of_stamp(purge.t)
    first = session.get(Confirmation, (purge.record, station.device))
    said = session.get(Acknowledgement, (station.device, purge.device))
    if first is not None:
        return clock.local(first.said_at).date()
    # It acknowledged the purge before the purge arrived here.
    has_it = said is not None and said.upto >= purge.seq
    return clock.local(said.said_at).date() if said is not None and has_it else None
