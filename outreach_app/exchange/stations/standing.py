"""The standing of a card's station in this store, which decides it; the card is only compared."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app import journal
from outreach_app.errors import NotAllowed
from outreach_app.exchange.format.certificates import Certificate, is_certified
from outreach_app.exchange.stations.cards import Card, public_keys
from outreach_app.exchange.stations.namesakes import find_namesake
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.models import Office, Station
from outreach_app.queries.acceptance import accepted_devices, pinned_headquarters
from outreach_app.queries.records import get_own_office
from outreach_app.rules.kinds import OfficeRole
from outreach_app.rules.names import shown_name

OFFICE_TAKEN = "E_OFFICE_TAKEN"  # a person may answer for it
ANOTHER_OFFICE = "E_ANOTHER_OFFICE"  # the card is not of the office that the person chose
OTHER_HEADQUARTERS = "E_SECOND_HEADQUARTERS"  # may be replaced with the recovery code, by a person


class Verdict(StrEnum):
    """What enrolling a card would add to the stations here."""

    NEW_OFFICE = "new_office"
    SECOND_COMPUTER = "second_computer"
    RENEWED = "renewed"
    REPLACEMENT = "replacement"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a card is to this store.

    `office` gives the uid, role and names of its office as they will be kept: the registered ones
    if the office is known. `former` is what is known of the office; None for a new one.
    `is_certified` if a computer of the office vouches for this one.
    """

    verdict: Verdict
    office: Card | Station | Office
    former: Station | Office | None = None
    is_certified: bool = False


def find_standing(
    session: Session, card: Card, *, second_of: UUID | None = None, is_replacing: bool = False
) -> Standing:
    """Decide what a card's station is here, before its fingerprint is typed.

    `second_of` is the registered office of which this is a further computer, as a person learnt by
    calling it; None for a new office. It cannot be this store's own office, whose second computer
    is made from a backup, and certified. `is_replacing` if the card's headquarters is to replace
    the one that is pinned here.
    Raises NotAllowed: `own_card`, `station_revoked`, `another_station`, `unrelated_office`,
    OFFICE_TAKEN, OTHER_HEADQUARTERS, E_OWN_OFFICE, E_NAMES_TAKEN, ANOTHER_OFFICE or
    `no_other_headquarters`.
    """
    own_device = journal.current_device(session).uid
    own_keys = session.scalars(select(Station.key_id).where(Station.device == own_device)).first()
    if card.device == str(own_device) and own_keys in (None, card.keys.key_id):
        message = _("This is this computer's own card. Choose the other station's.")
        raise NotAllowed(message, code="own_card")
    known, own = _find_station(session, card), get_own_office(session)
    if known is not None:
        _require_own_names(session, own, card)
        return Standing(Verdict.RENEWED, card, known, is_certified=True)
    if is_replacing:
        return Standing(Verdict.REPLACEMENT, card, _replaced(session, own, card))
    holder = own if card.office == str(own.uid) else _find_holder(session, card)
    if second_of is not None and second_of != UUID(card.office):
        raise _another_office(session, second_of)
    if holder is None:
        _require_new_partner(session, own, card)
        _require_own_names(session, own, card)
        return Standing(Verdict.NEW_OFFICE, card)
    is_vouched = bool(vouching_certificates(session, card))
    may_be_second = is_vouched or (second_of is not None and holder is not own)
    if card.role != holder.role or not may_be_second:
        raise _own_office() if holder is own else _office_taken(holder)
    _require_pinned(session, card)
    return Standing(Verdict.SECOND_COMPUTER, holder, holder, is_vouched)


def other_headquarters() -> NotAllowed:
    """Return the error for a headquarters that is not the one this store exchanges with."""
    message = _(
        "This card is of another headquarters than the one that is registered here. Do not enrol "
        "it, and call headquarters at the number you know. Only if headquarters itself confirms "
        "that it has a new register can this card replace the former one, with the recovery code."
    )
    return NotAllowed(message, code=OTHER_HEADQUARTERS)


def _find_station(session: Session, card: Card) -> Station | None:
    """Return the station that is enrolled with this card's keys, as this office's."""
    statement = select(Station).where(
        (Station.device == UUID(card.device))
        | (Station.key_id == card.keys.key_id)
        | (Station.signing_key == card.keys.signing_key)
    )
    known = session.scalars(statement).all()
    for station in known:
        if station.revoked_from is not None:
            message = _(
                "This station was revoked. Have it choose “My files are refused” and continue "
                "with a new number, then enrol its new card."
            )
            raise NotAllowed(message, code="station_revoked")
        registered = (str(station.device), str(station.office), station.role, public_keys(station))
        if registered != (card.device, card.office, card.role, card.keys):
            message = _(
                "Another station is enrolled under this number. Call the sender of the card:"
                " it must make a new one."
            )
            raise NotAllowed(message, code="another_station")
    return known[0] if known else None


def _find_holder(session: Session, card: Card) -> Station | None:
    """Return the station by which an office is known here: the first, even if revoked since."""
    statement = select(Station).where(Station.office == UUID(card.office))
    return session.scalars(statement.order_by(Station.enrolled_at, Station.device)).first()


def _require_new_partner(session: Session, own: Office, card: Card) -> None:
    """Check that the two offices may exchange: a precinct with one headquarters, and vice versa."""
    if card.role == OfficeRole.PRECINCT and own.role == OfficeRole.PRECINCT:
        message = _(
            "This card belongs to an office with which yours does not exchange files. Precincts "
            "exchange with headquarters, and with their own second computer."
        )
        raise NotAllowed(message, code="unrelated_office")
    if card.role == OfficeRole.HEADQUARTERS and own.role == OfficeRole.HEADQUARTERS:
        raise other_headquarters()
    _require_pinned(session, card)


def _require_pinned(session: Session, card: Card) -> None:
    """Check that a headquarters is the one pinned here, if there is one already."""
    is_headquarters = card.role == OfficeRole.HEADQUARTERS
    if is_headquarters and pinned_headquarters(session) not in (None, UUID(card.office)):
        raise other_headquarters()


def _replaced(session: Session, own: Office, card: Card) -> Station:
    """Return the headquarters that the card's would replace."""
    pinned = pinned_headquarters(session)
    is_other = card.role == OfficeRole.HEADQUARTERS and pinned not in (None, UUID(card.office))
    if own.role != OfficeRole.PRECINCT or not is_other:
        message = _("This card does not belong to another headquarters. Enrol it like any other.")
        raise NotAllowed(message, code="no_other_headquarters")
    return session.scalars(select(Station).where(Station.office == pinned).limit(1)).one()


def _require_own_names(session: Session, own: Office, card: Card) -> None:
    """Check, at headquarters, that no other office has the card's name or number."""
    if own.role != OfficeRole.HEADQUARTERS:
        return
    other = find_namesake(session, card, UUID(card.office))
    if other is own:
        message = _(
            "This card has the name of your own office. Do not enrol it: call the sender at the "
            "number you know, who corrects the name in the Settings and sends the card again."
        )
        raise NotAllowed(message, code="E_NAMES_TAKEN")
    if other is not None:
        message = _(
            "A precinct with this name or number is already registered: {office}. Do not enrol "
            "this card, and call that precinct at the number you know. If it lost all its "
            "computers and backups, revoke the former ones first. If these are two precincts, one "
            "of them corrects its name or number in its Settings and sends its card again."
        )
        raise NotAllowed(message.format(office=isolate(shown_name(other))), code="E_NAMES_TAKEN")


def vouching_certificates(session: Session, card: Card) -> list[Certificate]:
    """Return the card's certificates that are signed by accepted keys of the office it names."""
    accepted, found = accepted_devices(session), list[Certificate]()
    for certificate in card.certificates:
        statement = select(Station).where(
            Station.key_id == certificate.signed_by,
            Station.office == UUID(card.office),
            Station.device.in_(accepted),
        )
        voucher = session.scalars(statement).one_or_none()
        if (
            voucher is not None
            and (certificate.device, certificate.keys) == (card.device, card.keys)
            and is_certified(certificate, public_keys(voucher))
        ):
            found.append(certificate)
    return found


def _office_taken(holder: Station | Office) -> NotAllowed:
    message = _(
        "This card says that it belongs to {office}, and the computer of that office that is "
        "registered here does not vouch for it. Do not enrol it: call that office at the number "
        "you know."
    )
    return NotAllowed(message.format(office=isolate(shown_name(holder))), code=OFFICE_TAKEN)


def _another_office(session: Session, chosen: UUID) -> NotAllowed:
    """Return the error for a card that is not of the office that a person chose."""
    message = _(
        "This card does not belong to a computer of {office}: it is from another register. An "
        "additional computer is set up from a backup of the first. Have that done there, and ask "
        "for the card again."
    )
    holder = session.scalars(select(Station).where(Station.office == chosen).limit(1)).first()
    name = isolate(shown_name(holder) if holder else str(chosen))
    return NotAllowed(message.format(office=name), code=ANOTHER_OFFICE)


def _own_office() -> NotAllowed:
    message = _(
        "This card says that it belongs to your own office, and none of its computers vouches for "
        "it. Do not enrol it, and tell the person in charge."
    )
    return NotAllowed(message, code="E_OWN_OFFICE")
