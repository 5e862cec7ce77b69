"""Vouching: a station's new device is enrolled by certificate, without a card."""

from datetime import timedelta
from uuid import UUID

import msgspec
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.exchange.format import failures
from outreach_app.exchange.format.certificates import Certificate
from outreach_app.exchange.format.senders import Sender
from outreach_app.exchange.stations.registry import fill_station, new_station
from outreach_app.models import Station

MAX_DEPTH = 8
MAX_CHILDREN = 3
MONTH = timedelta(days=30)


def enrol_certified(
    session: Session, sender: Sender, certified_by: Sender, certificate: Certificate
) -> Station:
    """Enrol the new device of a station whose enrolled key vouched for it in a bundle.

    Raises BundleError E_SIGNATURE if the device is already here, with other keys.
    """
    device = UUID(sender.device)
    if session.get(Station, device) is not None:
        raise failures.signature("the device of another station")
    voucher = session.get_one(Station, UUID(certified_by.device))
    station = new_station(device)
    station.recovery_recipient = voucher.recovery_recipient
    station.vouched_by = voucher.device
    station.has_card = False
    station.certificates = msgspec.json.encode([certificate])
    fill_station(station, voucher, sender.keys)
    session.add(station)
    session.flush()
    return station


def require_few_vouched(session: Session, voucher: UUID) -> None:
    """Enforce the limits on vouching: a stolen key could vouch without end.

    A chain without a card has at most MAX_DEPTH devices, and each of them vouches for at most
    MAX_CHILDREN within MONTH. Raises BundleError E_CERTIFICATE.
    """
    depth, above = 1, session.get_one(Station, voucher)
    while not above.has_card and above.vouched_by is not None:
        depth, above = depth + 1, session.get_one(Station, above.vouched_by)
    recent = select(func.count()).where(
        Station.vouched_by == voucher,
        ~Station.has_card,
        Station.enrolled_at > clock.now() - MONTH,
    )
    if depth > MAX_DEPTH or (session.scalar(recent) or 0) >= MAX_CHILDREN:
        raise failures.certificate(str(voucher))
