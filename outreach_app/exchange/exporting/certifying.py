"""Certificates in files that leave, for receivers that may not know the sender's device."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.exchange.format.certificates import Certificate, make_certificate
from outreach_app.exchange.stations.cards import decode_certificates, public_keys
from outreach_app.exchange.stations.registry import own_keys, own_stations
from outreach_app.models import Acknowledgement, Station


def certificate_for(
    session: Session, station: Station, holders: Sequence[UUID]
) -> Certificate | None:
    """Return the certificate for a device whose log is sent, or None if it needs none.

    1. The office's only device, enrolled by its card, needs none.
    2. An own device that a receiver has named is signed by the oldest other one, which they have
    known longest: a receiver may have restored a backup and forgotten it.
    3. An own device that none has named is signed by the newest that is named by all who name any;
    else by the oldest other one, since they have the card of some device.
    4. For another office's device it is a certificate that was received here, signed by a key whose
    device the receivers named, if they named any.
    """
    stations = own_stations(session)
    if station not in stations:
        return _kept_certificate(session, station, holders)
    others = [row for row in stations if row.device != station.device]
    if not others:
        return None
    named, common = _acknowledged_devices(session, holders, {row.device for row in stations})
    voucher = others[-1] if station is stations[0] else others[0]
    if station.device not in named:
        voucher = next((row for row in reversed(others) if row.device in common), voucher)
    return make_certificate(str(station.device), public_keys(station), own_keys(session, voucher))


def _kept_certificate(
    session: Session, station: Station, holders: Sequence[UUID]
) -> Certificate | None:
    kept = decode_certificates(station.certificates)
    by_key = select(Station.key_id, Station.device).where(
        Station.key_id.in_(row.signed_by for row in kept)
    )
    devices = dict(session.execute(by_key).all())
    named, _common = _acknowledged_devices(session, holders, set(devices.values()))
    fitting = (row for row in kept if devices.get(row.signed_by) in named)
    return next(fitting, next(iter(kept), None))


def _acknowledged_devices(
    session: Session, holders: Sequence[UUID], devices: Collection[UUID]
) -> tuple[set[UUID], set[UUID]]:
    """Return the devices that any holder named, and those named by all who named any.

    If there are none of the latter, any device named will do.
    """
    statement = select(Acknowledgement.holder, Acknowledgement.device).where(
        Acknowledgement.holder.in_(holders), Acknowledgement.device.in_(devices)
    )
    by_holder: defaultdict[UUID, set[UUID]] = defaultdict(set)
    for holder, device in session.execute(statement):
        by_holder[holder].add(device)
    named = set().union(*by_holder.values())
    return named, named.intersection(*by_holder.values()) or named
