"""Standing: who the station of a card is here. The store decides it; the card is only compared."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app import journal
from outreach_app.errors import NotAllowed
from outreach_app.exchange.format.certificates import is_certified
from outreach_app.exchange.stations.cards import Card, public_keys
from outreach_app.i18n import Language, current, isolate
from outreach_app.i18n import gettext as _
from outreach_app.models import Office, Station
from outreach_app.queries.acceptance import accepted_devices
from outreach_app.queries.records import get_own_office
from outreach_app.rules.kinds import OfficeRole

OFFICE_TAKEN = "E_OFFICE_TAKEN"  # the one refusal that a person may answer for


class Verdict(StrEnum):
    """What enrolling a card would add to the stations here."""

    NEW_OFFICE = "new_office"
    SECOND_COMPUTER = "second_computer"
    RENEWED = "renewed"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a card is here.

    `office` tells the office's uid, role and names as they are kept from now on: those that are
    registered, where the office is known already. `former` is what is known of the office; None for
    a new one. `is_certified` where a computer of the office vouches for this one.
    """

    verdict: Verdict
    office: Card | Station | Office
    former: Station | Office | None = None
    is_certified: bool = False


def find_standing(session: Session, card: Card, *, is_confirmed: bool = False) -> Standing:
    """Decide who a card's station is, before its fingerprint is typed.

    `is_confirmed` where a person says, having called the office, that it is its second computer;
    of this store's own office nobody can: its second computer is made from a backup, and certified.

    Raises NotAllowed: `own_card`, `station_revoked`, `another_station`, `unrelated_office`,
    OFFICE_TAKEN, E_OWN_OFFICE or E_SECOND_HEADQUARTERS.
    """
    if card.device == str(journal.current_device(session).uid):
        message = _("This is this computer's own card. Choose the other station's.")
        raise NotAllowed(message, code="own_card")
    known = _find_station(session, card)
    if known is not None:
        return Standing(Verdict.RENEWED, card, known, is_certified=True)
    own = get_own_office(session)
    holder = own if card.office == str(own.uid) else _find_holder(session, card)
    if holder is None:
        _require_new_partner(session, own, card)
        return Standing(Verdict.NEW_OFFICE, card)
    is_vouched = _is_vouched(session, card)
    may_be_second = is_vouched or (is_confirmed and holder is not own)
    if card.role != holder.role or not may_be_second:
        raise _own_office() if holder is own else _office_taken(holder)
    return Standing(Verdict.SECOND_COMPUTER, holder, holder, is_vouched)


def _find_station(session: Session, card: Card) -> Station | None:
    """Return the station that is enrolled with this card's keys, as this office's."""
    statement = select(Station).where(
        (Station.device == UUID(card.device)) | (Station.key_id == card.keys.key_id)
    )
    known = session.scalars(statement).all()
    for station in known:
        if station.revoked_from is not None:
            message = _(
                "This station was revoked. Have it choose “My files are refused” and go on under a"
                " new number, then enrol its new card."
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
    """Precincts exchange with the headquarters that was enrolled first, and with no other office.

    Headquarters exchanges with precincts.
    """
    if card.role == OfficeRole.PRECINCT and own.role == OfficeRole.PRECINCT:
        message = _(
            "This card is another office's, with which yours exchanges no files."
            " Precincts exchange with headquarters, and with their own second computer."
        )
        raise NotAllowed(message, code="unrelated_office")
    is_pinned = select(Station.device).where(Station.role == OfficeRole.HEADQUARTERS)
    if card.role == OfficeRole.HEADQUARTERS and session.scalars(is_pinned).first() is not None:
        message = _(
            "This card is of another headquarters than the one that is registered here. Do not"
            " enrol it, and call headquarters at the number you know."
        )
        raise NotAllowed(message, code="E_SECOND_HEADQUARTERS")


def _is_vouched(session: Session, card: Card) -> bool:
    """Tell whether a key that is accepted here, of the office that the card names, certified it."""
    accepted = accepted_devices(session)
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
            return True
    return False


def _office_taken(holder: Station | Office) -> NotAllowed:
    message = _(
        "This card says that it is of {office}, and the computer of that office that is registered"
        " here does not vouch for it. Do not enrol it: call that office at the number you know."
    )
    name = holder.name_ar if current() is Language.ARABIC else holder.name_fr
    return NotAllowed(message.format(office=isolate(name)), code=OFFICE_TAKEN)


def _own_office() -> NotAllowed:
    message = _(
        "This card says that it is of your own office, and none of its computers vouches for it."
        " Do not enrol it, and tell the person in charge."
    )
    return NotAllowed(message, code="E_OWN_OFFICE")
