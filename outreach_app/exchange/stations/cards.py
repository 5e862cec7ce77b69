"""Cards, by which stations are enrolled, and their fingerprints, which are read aloud."""

from pathlib import Path
from typing import Annotated, Final, Literal

import msgspec

from outreach_app.errors import Problem, UnreadableFile
from outreach_app.events import Uid
from outreach_app.exchange.format.certificates import Certificate
from outreach_app.exchange.format.encryption import is_recipient
from outreach_app.exchange.format.fingerprints import check_typed, fingerprint_of
from outreach_app.exchange.format.keys import PublicKeys, Recipient, are_usable
from outreach_app.exchange.format.small_files import read_small_file, write_small_file
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate_file
from outreach_app.models import Office, Station
from outreach_app.rules.kinds import OfficeRole
from outreach_app.rules.office_numbers import find_office_number
from outreach_app.rules.text import MAX_LINE, clean_line

SUFFIX = ".outreach-card"
MAX_CERTIFICATES: Final = 16  # of a store that was restored again and again


Certificates = Annotated[tuple[Certificate, ...], msgspec.Meta(max_length=MAX_CERTIFICATES)]


class Card(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True
):
    """A station as it presents itself; no secret is in it.

    Names are written as `clean_line` leaves them. Only headquarters gives `recovery_recipient` (its
    offline key) and `next_recipient`. `certificates` are signed with former keys of the same store:
    anyone who accepts one of those recognises a further computer of the same office.
    """

    device: Uid
    office: Uid
    role: OfficeRole
    number: str | None = None
    name_ar: str
    name_fr: str
    city_ar: str
    city_fr: str
    keys: PublicKeys
    recovery_recipient: Recipient | None = None
    next_recipient: Recipient | None = None
    certificates: Certificates = ()


class _CardFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: Literal["outreach-card"]
    version: Literal[1]
    card: Card


def card_of(station: Station, names: Office | Station) -> Card:
    """Return a station's card, with the names that `names` gives its office."""
    return Card(
        device=str(station.device),
        office=str(station.office),
        role=OfficeRole(names.role),
        number=names.number,
        name_ar=names.name_ar,
        name_fr=names.name_fr,
        city_ar=names.city_ar,
        city_fr=names.city_fr,
        keys=public_keys(station),
        recovery_recipient=station.recovery_recipient,
        next_recipient=station.next_recipient,
        certificates=decode_certificates(station.certificates),
    )


def decode_certificates(kept: bytes | None) -> Certificates:
    """Return the certificates that a station keeps for its card."""
    return msgspec.json.decode(kept, type=Certificates) if kept else ()


def public_keys(station: Station) -> PublicKeys:
    """Return the public keys of a station."""
    return PublicKeys(station.key_id, station.signing_key, station.recipient)


def write_card(card: Card, path: Path) -> None:
    """Write the card file. Raises WriteFailed."""
    write_small_file(_CardFile("outreach-card", 1, card), path)


def read_card(path: Path) -> Card:
    """Read a card from its file. Raises UnreadableFile."""
    try:
        card = read_small_file(path, _CardFile).card
    except ValueError as error:
        refused = _newer_card if _is_newer(path) else _not_a_card
        raise refused(path) from error
    recipients = {card.recovery_recipient, card.next_recipient} - {None}
    if not has_plain_names(card) or not are_usable(card.keys):
        raise _not_a_card(path)
    if not all(is_recipient(recipient) for recipient in recipients if recipient):
        raise _not_a_card(path)
    return card


def has_plain_names(card: Card) -> bool:
    """Return whether the card's names show on the screen exactly as they are written.

    They may contain no control or direction mark, and its number is one as an office stores it.
    """
    names = (card.name_ar, card.name_fr, card.city_ar, card.city_fr)
    return card.number in (None, find_office_number(card.number or "")) and all(
        clean_line(name) == name and len(name) <= MAX_LINE for name in names
    )


def card_fingerprint(card: Card) -> str:
    """Return the card's fingerprint: six groups of five digits and a check group."""
    return fingerprint_of(_content(card))


def check_fingerprint(card: Card, typed: str) -> list[Problem]:
    """Check a fingerprint as a person typed it; no problem if it is the card's.

    Codes: those of `check_typed`, and `another_card`.
    """
    message = _(
        "This is the fingerprint of another card. Do not enrol this one: have the station send"
        " its card again."
    )
    another = Problem("fingerprint", "another_card", message)
    return check_typed(typed, _content(card), another)


def _content(card: Card) -> bytes:
    """Return what the fingerprint covers: all but the certificates, which are signed themselves."""
    return msgspec.json.encode(msgspec.structs.replace(card, certificates=()), order="sorted")


class _AnyVersion(msgspec.Struct):
    format: Literal["outreach-card"]
    version: Annotated[int, msgspec.Meta(gt=1)]


def _is_newer(path: Path) -> bool:
    try:
        read_small_file(path, _AnyVersion)
    except ValueError:
        return False
    return True


def _newer_card(path: Path) -> UnreadableFile:
    message = _(
        "The card {file} comes from a newer version of the program. Update the program on this "
        "computer, then enrol the card."
    )
    return UnreadableFile(message.format(file=isolate_file(path.name)))


def _not_a_card(path: Path) -> UnreadableFile:
    message = _(
        "The file {file} is not the card of a station, or it was damaged on the way. Ask for the"
        " card again."
    )
    return UnreadableFile(message.format(file=isolate_file(path.name)))
