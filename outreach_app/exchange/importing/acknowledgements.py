"""Acknowledgements: what this store says it holds, and what the others say they hold of it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from outreach_app.events import GENESIS
from outreach_app.exchange.format import failures
from outreach_app.exchange.format.certificates import Certificate, make_certificate
from outreach_app.exchange.format.failures import BundleWarning
from outreach_app.exchange.format.heads import SignedHead, is_signed
from outreach_app.exchange.format.limits import MOST_EXTRA
from outreach_app.exchange.format.manifest import Have
from outreach_app.exchange.stations.cards import public_keys
from outreach_app.exchange.stations.registry import (
    own_keys,
    own_station,
    own_stations,
)
from outreach_app.models import Acknowledgement, Device, JournalEvent, Station
from outreach_app.queries.acceptance import accepted_devices
from outreach_app.rules.statuses import StationStatus


def holdings(session: Session, offices: Collection[UUID]) -> dict[str, Have]:
    """Return what this store holds of these offices' devices: of the rest a reader learns nothing.

    A device of which nothing came yet is named as well: its owner sees that it is enrolled.
    """
    devices = session.scalars(select(Station.device).where(Station.office.in_(offices))).all()
    held = {str(device): Have(0, GENESIS.hex()) for device in devices}
    beyond = _beyond_gaps(session, devices)
    for device in session.scalars(select(Device).where(Device.uid.in_(devices))):
        signed = decode_signed(device.signed_head)
        have = Have(device.upto, device.head.hex(), beyond[device.uid][:MOST_EXTRA], signed)
        held[str(device.uid)] = have
    return held


def decode_signed(kept: bytes | None) -> SignedHead | None:
    """Return the signed end of a device's log, as it is kept of the newest of its files."""
    return msgspec.json.decode(kept, type=SignedHead) if kept else None


def note_have(
    session: Session, sender: UUID, have: Mapping[str, Have], said_at: datetime
) -> tuple[BundleWarning, ...]:
    """Keep what a sender says it holds of this store's devices, and when its clock said so.

    Raises BundleError E_FORK for what the current device never wrote but signed: a copy of this
    store did. Without its signature that is the sender's error: it is ignored, and warned of. A
    past device may have written more than the backup that this store was restored from.
    """
    if sender not in accepted_devices(session):
        return ()
    warnings: tuple[BundleWarning, ...] = ()
    current = own_station(session)
    for own in own_stations(session):
        said = have.get(str(own.device))
        if said is None:
            continue
        upto = min(said.upto, _written(session, own.device))
        is_ours = head_at(session, own.device, said.upto) == bytes.fromhex(said.head)
        if own is current and said.signed is not None:
            _require_no_copy(session, own, said.signed)
        if not is_ours and own is current:
            warnings = (failures.false_have(),)
        elif is_ours or (said.upto > upto and own.status != StationStatus.FORKED):
            _keep(session, sender, own.device, upto, said_at)
    return warnings


def _require_no_copy(session: Session, own: Station, signed: SignedHead) -> None:
    """Require that what this store's key signed is in its log. Raises BundleError E_FORK."""
    is_in_log = head_at(session, own.device, signed.last) == bytes.fromhex(signed.head)
    if not is_in_log and is_signed(signed, str(own.device), public_keys(own)):
        raise failures.own_fork(str(own.device), signed.last)


def head_at(session: Session, device: UUID, seq: int) -> bytes | None:
    """Return the chain's hash after an entry; None where this store does not hold it."""
    if seq == 0:
        return GENESIS
    row = session.get(JournalEvent, (device, seq))
    return row.head if row else None


def known_head(session: Session, device: UUID, seq: int) -> bytes:
    """Return the chain's hash after an entry that is held."""
    return session.get_one(JournalEvent, (device, seq)).head if seq else GENESIS


def certificate_for(
    session: Session, station: Station, holders: Sequence[UUID]
) -> Certificate | None:
    """Return what vouches for an own device, until one of its receivers names it.

    It is signed by the newest device that they do name. Where they named none, one of them has the
    card of some device: the first vouches for the others, and the last for the first.
    """
    stations = own_stations(session)
    named = set(_named(session, holders))
    others = [row for row in stations if row.device != station.device]
    if station.device in named or not others:
        return None
    unknown = others[-1] if station is stations[0] else others[0]
    voucher = next((row for row in reversed(others) if row.device in named), unknown)
    return make_certificate(str(station.device), public_keys(station), own_keys(session, voucher))


def _beyond_gaps(
    session: Session, devices: Collection[UUID]
) -> defaultdict[UUID, list[tuple[int, int]]]:
    """First and last of each stretch of a log behind a gap: in one, seq and row number go along."""
    device, seq = JournalEvent.device, JournalEvent.seq
    place = func.row_number().over(partition_by=device, order_by=seq)
    numbered = (
        select(device, seq, (seq - place).label("stretch"))
        .join(Device, Device.uid == device)
        .where(device.in_(devices), seq > Device.upto)
        .subquery()
    ).c
    first, last = func.min(numbered.seq), func.max(numbered.seq)
    statement = select(numbered.device, first, last).group_by(numbered.device, numbered.stretch)
    found: defaultdict[UUID, list[tuple[int, int]]] = defaultdict(list)
    for uid, start, end in session.execute(statement.order_by(numbered.device, first)):
        found[uid].append((start, end))
    return found


def _named(session: Session, holders: Sequence[UUID]) -> Iterable[UUID]:
    statement = select(Acknowledgement.device).where(Acknowledgement.holder.in_(holders))
    return session.scalars(statement)


def _written(session: Session, device: UUID) -> int:
    return session.get_one(Device, device).upto


def _keep(session: Session, holder: UUID, device: UUID, upto: int, said_at: datetime) -> None:
    """Keep what a holder has. It never loses what it had: an older claim changes nothing."""
    head = known_head(session, device, upto)
    row = session.get(Acknowledgement, (holder, device))
    if row is None:
        row = Acknowledgement(holder=holder, device=device, upto=upto, head=head, said_at=said_at)
        session.add(row)
    elif upto > row.upto:
        row.upto, row.head = upto, head
    row.said_at = max(row.said_at, said_at)
    session.flush()
