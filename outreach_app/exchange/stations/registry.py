"""The registry of stations: this store's own with their keys, and those it exchanges with."""

from functools import cache
from graphlib import TopologicalSorter
from uuid import UUID

import msgspec
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.access_log import note_renewed
from outreach_app.database import SessionValue
from outreach_app.devices import enrol_device
from outreach_app.errors import InvalidDraft
from outreach_app.exchange.format.certificates import make_certificate
from outreach_app.exchange.format.heads import sign_head
from outreach_app.exchange.format.keys import PublicKeys, StationKeys
from outreach_app.exchange.format.senders import FindSender, Sender
from outreach_app.exchange.stations.cards import (
    MAX_CERTIFICATES,
    Card,
    card_of,
    check_fingerprint,
    decode_certificates,
    public_keys,
)
from outreach_app.exchange.stations.standing import find_standing, vouching_certificates
from outreach_app.journal import current_device
from outreach_app.models import (
    Acknowledgement,
    Device,
    KeptHead,
    Office,
    Station,
    StationSecret,
)
from outreach_app.queries.acceptance import accepted_devices, moment_of_enrolling
from outreach_app.queries.acknowledgements import superseded_devices
from outreach_app.queries.records import get_own_office
from outreach_app.rules.kinds import OfficeRole
from outreach_app.rules.statuses import StationStatus

_OWN = SessionValue[Station]()


def make_own_station(
    session: Session, device: UUID, recovery_recipient: str | None = None
) -> Station:
    """Make the keys of a device of this store; the private ones never leave it."""
    keys = StationKeys.generate()
    station = new_station(device)
    station.recovery_recipient = recovery_recipient
    fill_station(station, get_own_office(session), keys.public)
    session.add(station)
    session.flush()
    session.add(
        StationSecret(device=device, signing_seed=keys.signing_seed, identity=keys.identity)
    )
    session.flush()
    return station


def renew_own_station(session: Session) -> Station:
    """Give this store a new device with keys of its own; the former ones vouch for it."""
    former = own_stations(session)[: -MAX_CERTIFICATES - 1 : -1]
    recovery_recipient = own_station(session).recovery_recipient
    device = enrol_device(session)
    station = make_own_station(session, device.uid, recovery_recipient)
    # Made now: the secrets of a device that continues elsewhere are deleted later.
    certificates = [
        make_certificate(str(device.uid), public_keys(station), own_keys(session, row))
        for row in former
    ]
    station.certificates = msgspec.json.encode(certificates)
    note_renewed(session, former[0].device)
    return station


def complete_stations(session: Session) -> None:
    """Give keys to the devices of a store from before stations existed: all are its own."""
    if find_own_station(session) is None:
        for device in session.scalars(select(Device.uid)).all():
            make_own_station(session, device)


def find_own_station(session: Session) -> Station | None:
    """Return this store's own station; None for stores created before stations existed."""
    known = _OWN.find(session)
    if known is None or known not in session or known.device != current_device(session).uid:
        known = session.scalars(_select_own()).one_or_none()
        if known is not None:
            _OWN.keep(session, known)
    return known


@cache
def _select_own() -> Select[Station]:
    """Build the query once: most steps of an exchange need it."""
    statement = select(Station).join(StationSecret).join(Device, Device.uid == Station.device)
    return statement.where(Device.is_current)


def own_station(session: Session) -> Station:
    """Return this store's own station."""
    station = find_own_station(session)
    if station is None:
        raise RuntimeError("an open store has a station")
    return station


def own_stations(session: Session) -> list[Station]:
    """Return the present and former stations of this store, oldest first.

    Each has a certificate by the one before, in which no clock that was set back can mislead.
    """
    own = {row.key_id: row for row in session.scalars(_select_all_own())}
    certified = {key: decode_certificates(row.certificates) for key, row in own.items()}
    order = TopologicalSorter({key: [one.signed_by for one in certified[key]] for key in own})
    return [own[key] for key in order.static_order() if key in own]


@cache
def _select_all_own() -> Select[Station]:
    return select(Station).join(StationSecret).order_by(Station.device)


def devices_of(session: Session, *offices: UUID) -> set[UUID]:
    """Return the devices of these offices that are known here, past ones included."""
    return set(session.scalars(select(Station.device).where(Station.office.in_(offices))))


def offices_by_device(session: Session) -> dict[str, bytes]:
    """Return the office of each device.

    A device without a station is this store's own, from before stations existed.
    """
    own = get_own_office(session).uid.bytes
    offices = {str(device): own for device in session.scalars(select(Device.uid))}
    for device, office in session.execute(select(Station.device, Station.office)):
        offices[str(device)] = office.bytes
    return offices


def own_keys(session: Session, station: Station) -> StationKeys:
    """Return the private keys of a present or former station of this store."""
    secret = session.get_one(StationSecret, station.device)
    return StationKeys(secret.signing_seed, station.key_id, secret.identity)


def own_identities(session: Session) -> list[str]:
    """Return the secrets that open what was sent to this store, under any of its devices."""
    return list(session.scalars(select(StationSecret.identity).order_by(StationSecret.device)))


def own_recipients(session: Session) -> list[str]:
    """Return the public parts of `own_identities`."""
    return [station.recipient for station in own_stations(session)]


def own_card(session: Session) -> Card:
    """Return the card of this store's station, with the names its office has today."""
    return card_of(own_station(session), get_own_office(session))


def enrol(
    session: Session,
    card: Card,
    fingerprint: str,
    *,
    second_of: UUID | None = None,
    is_replacing: bool = False,
) -> Station:
    """Accept the bundles of a station from now on.

    `fingerprint` is the one that a person heard by phone and typed. The office and its role come
    from `find_standing`, never from the card; without a certificate, a person says of which office
    it is a further computer (`second_of`).
    Raises InvalidDraft for a wrong fingerprint, and what `find_standing` raises. Enrolling the same
    card again changes nothing but its names. The card of a former device of this store means that
    it continues elsewhere: this store was restored on a second PC, and no longer writes under that
    name.
    """
    problems = check_fingerprint(card, fingerprint)
    if problems:
        raise InvalidDraft(problems[0].message, problems)
    found = find_standing(session, card, second_of=second_of, is_replacing=is_replacing)
    device = UUID(card.device)
    station = session.get(Station, device)
    if station is None:
        station = new_station(device)
        station.enrolled_at = moment_of_enrolling(session, card.role)
    station.recovery_recipient = card.recovery_recipient
    station.next_recipient = card.next_recipient
    station.status, station.has_card = StationStatus.ENROLLED, True
    fill_station(station, found.office, card.keys)
    if vouched := vouching_certificates(session, card):
        station.certificates = msgspec.json.encode(vouched)  # sent when its log is carried
    session.add(station)
    former = session.get(StationSecret, station.device)
    if former is not None:
        _sign_last(session, station)
        session.delete(former)
    session.flush()
    return station


def find_sender(session: Session) -> FindSender:
    """Return the function that finds a station by key id, as opening a bundle needs it."""

    def find(key_id: bytes) -> Sender | None:
        station = session.scalars(select(Station).where(Station.key_id == key_id)).one_or_none()
        if station is None:
            return None
        return sender_of(station, is_accepted=station.device in accepted_devices(session))

    return find


def sender_of(station: Station, *, is_accepted: bool = True) -> Sender:
    """Return a station in the form that the container uses.

    If its voucher was revoked, reject everything: a stolen key can backdate.
    """
    return Sender(
        device=str(station.device),
        office=str(station.office),
        keys=public_keys(station),
        revoked_from=station.revoked_from or (None if is_accepted else 1),
    )


def enrolled_stations(session: Session) -> list[Station]:
    """Return the accepted stations in use, without this store's present and former ones.

    One that is only known from logs that others carried is not in use: its store may since have
    been restored to an earlier backup.
    """
    left, accepted = superseded_devices(session), accepted_devices(session)
    return [row for row in session.scalars(_select_in_use()) if row.device in accepted - left]


@cache
def _select_in_use() -> Select[Station]:
    has_spoken = select(Acknowledgement.holder).where(Acknowledgement.holder == Station.device)
    return (
        select(Station)
        .outerjoin(StationSecret)
        .where(Station.status == StationStatus.ENROLLED, StationSecret.device.is_(None))
        .where(Station.has_card | has_spoken.exists())
        .order_by(Station.enrolled_at, Station.device)
    )


def headquarters_stations(session: Session) -> list[Station]:
    """Return the enrolled stations of headquarters."""
    return [row for row in enrolled_stations(session) if row.role == OfficeRole.HEADQUARTERS]


def sibling_stations(session: Session) -> list[Station]:
    """Return the enrolled stations of this office: its other computer."""
    office = get_own_office(session).uid
    return [row for row in enrolled_stations(session) if row.office == office]


def precinct_stations(session: Session) -> list[Station]:
    """Return the enrolled stations of precincts."""
    return [row for row in enrolled_stations(session) if row.role != OfficeRole.HEADQUARTERS]


def office_stations(session: Session) -> list[Station]:
    """Return the enrolled stations of this office: its other computer, then this store's own."""
    return [*sibling_stations(session), own_station(session)]


def _sign_last(session: Session, station: Station) -> None:
    """Sign how far a former device's log is here, so that this store can carry it later."""
    device = session.get_one(Device, station.device)
    keys, last, head = own_keys(session, station), device.upto, device.head
    if last:
        signature = sign_head(str(device.uid), last, head.hex(), keys).signature
        session.merge(KeptHead(device=device.uid, last=last, head=head, signature=signature))


def new_station(device: UUID) -> Station:
    """Return the new row of a station, without its names and keys."""
    return Station(device=device, status=StationStatus.ENROLLED, enrolled_at=clock.now())


def fill_station(station: Station, office: Office | Station | Card, keys: PublicKeys) -> None:
    """Give a station its keys, and its office's role and names as they are registered here."""
    uid = office.uid if isinstance(office, Office) else office.office
    station.office = uid if isinstance(uid, UUID) else UUID(uid)
    station.role, station.number = office.role, office.number
    station.name_ar, station.name_fr = office.name_ar, office.name_fr
    station.city_ar, station.city_fr = office.city_ar, office.city_fr
    station.key_id, station.signing_key = keys.key_id, keys.signing_key
    station.recipient = keys.recipient
