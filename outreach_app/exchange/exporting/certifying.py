"""What vouches for a device in a file that leaves, for receivers that may not know it."""

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
    """Return what vouches for a device whose log is sent; None for one that came by its card.

    It goes along even where the receivers name the device: one may have gone back to a backup of
    before. For an own device it is then signed by the first, which they have known longest; else by
    the newest that all name who name any: one that went back to a backup may have forgotten what
    it named before, under another device. Where they named none, one of them has the card of some
    device: the first vouches for the others, and the last for the first. For another's device it
    is one by which that became known here, by a key of which they named the device if they did.
    """
    stations = own_stations(session)
    if station not in stations:
        return _kept_certificate(session, station, holders)
    others = [row for row in stations if row.device != station.device]
    if not others:
        return None
    named, common = _named(session, holders, {row.device for row in stations})
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
    named, _common = _named(session, holders, set(devices.values()))
    fitting = (row for row in kept if devices.get(row.signed_by) in named)
    return next(fitting, next(iter(kept), None))


def _named(
    session: Session, holders: Sequence[UUID], devices: Collection[UUID]
) -> tuple[set[UUID], set[UUID]]:
    """Return which of these devices any of the holders named, and which all did who named any.

    Where there is none of the latter, any will do.
    """
    statement = select(Acknowledgement.holder, Acknowledgement.device).where(
        Acknowledgement.holder.in_(holders), Acknowledgement.device.in_(devices)
    )
    by_holder: defaultdict[UUID, set[UUID]] = defaultdict(set)
    for holder, device in session.execute(statement):
        by_holder[holder].add(device)
    named = set().union(*by_holder.values())
    return named, named.intersection(*by_holder.values()) or named
