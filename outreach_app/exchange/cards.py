"""Cards: what a station gives to be enrolled with, and the fingerprint that is read aloud."""

import hashlib
from pathlib import Path
from typing import Literal

import msgspec

from outreach_app.errors import Problem, UnreadableFile, reason_words
from outreach_app.events import Uid
from outreach_app.exchange.encryption import is_recipient
from outreach_app.exchange.keys import PublicKeys, Recipient
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.rules.text import MOST_LINE, clean_line

SUFFIX = ".outreach-card"
_MOST_BYTES = 64 << 10
_GROUP, _DIGITS = 5, 30  # thirty digits are 99 bits: nobody makes a card to fit a fingerprint
_CHECK_PRIME = 99991  # the greatest below 100,000


class Card(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True
):
    """A station as it presents itself; no secret is in it.

    Names are written as `clean_line` leaves them. Only headquarters gives `recovery_recipient`
    (its offline key) and `next_recipient`.
    """

    device: Uid
    office: Uid
    role: Literal["precinct", "headquarters"]
    number: str | None = None
    name_ar: str
    name_fr: str
    city_ar: str
    city_fr: str
    keys: PublicKeys
    recovery_recipient: Recipient | None = None
    next_recipient: Recipient | None = None


class _CardFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: Literal["outreach-card"]
    version: Literal[1]
    card: Card


def write_card(card: Card, path: Path) -> None:
    """Write the card file, whole or not at all. Raises UnreadableFile where that fails."""
    content = msgspec.json.encode(_CardFile("outreach-card", 1, card))
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(msgspec.json.format(content, indent=1) + b"\n")
        part.replace(path)
    except OSError as error:
        message = _("The card could not be written to {file}: {reason}. Choose another place.")
        raise UnreadableFile(
            message.format(file=isolate(str(path)), reason=reason_words(error))
        ) from error


def read_card(path: Path) -> Card:
    """The card of a file. Raises UnreadableFile."""
    try:
        card = msgspec.json.decode(_content(path), type=_CardFile).card
    except (ValueError, RecursionError) as error:
        raise _not_a_card(path) from error
    names = (card.name_ar, card.name_fr, card.city_ar, card.city_fr, card.number or "")
    recipients = {card.keys.recipient, card.recovery_recipient, card.next_recipient} - {None}
    # What a person compares on the screen shows as it is written: no control or direction mark.
    if any(clean_line(name) != name or len(name) > MOST_LINE for name in names):
        raise _not_a_card(path)
    if not all(is_recipient(recipient) for recipient in recipients if recipient):
        raise _not_a_card(path)
    return card


def fingerprint(card: Card) -> str:
    """Six groups of five digits and a check group: `12345 67890 … 12345`."""
    digest = hashlib.sha256(msgspec.json.encode(card, order="sorted")).digest()
    digits = f"{int.from_bytes(digest) % 10**_DIGITS:0{_DIGITS}d}"
    return " ".join(_groups(digits + _check_group(digits)))


def check_fingerprint(card: Card, typed: str) -> list[Problem]:
    """What is wrong with a fingerprint as a person typed it: nothing when it is the card's.

    Codes: `incomplete`, `mistyped` (its check group does not fit) and `another_card`. Spaces,
    dashes and Arabic-Indic digits are understood.
    """
    digits = "".join(str(int(sign)) for sign in typed if sign.isdecimal())
    if len(digits) != _DIGITS + _GROUP:
        message = _("A fingerprint has {digits} digits. Type all that is read to you.")
        message = message.format(digits=isolate(str(_DIGITS + _GROUP)))
        return [Problem("fingerprint", "incomplete", message)]
    if digits[_DIGITS:] != _check_group(digits[:_DIGITS]):
        message = _("A digit was misheard or mistyped. Have the fingerprint read again.")
        return [Problem("fingerprint", "mistyped", message)]
    if digits != fingerprint(card).replace(" ", ""):
        message = _(
            "This is the fingerprint of another card. Do not enrol this one: have the station send"
            " its card again."
        )
        return [Problem("fingerprint", "another_card", message)]
    return []


def _check_group(digits: str) -> str:
    """Finds any one wrong digit, and any two or two groups that changed places."""
    return f"{int(digits) % _CHECK_PRIME:0{_GROUP}d}"


def _groups(digits: str) -> list[str]:
    return [digits[start : start + _GROUP] for start in range(0, len(digits), _GROUP)]


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except OSError as error:
        message = _("The file {file} cannot be read: {reason}.")
        raise UnreadableFile(
            message.format(file=isolate(str(path)), reason=reason_words(error))
        ) from error
    if len(content) > _MOST_BYTES:
        raise _not_a_card(path)
    return content


def _not_a_card(path: Path) -> UnreadableFile:
    message = _(
        "The file {file} is not the card of a station, or it was damaged on the way. Ask for the"
        " card again."
    )
    return UnreadableFile(message.format(file=isolate(path.name)))
