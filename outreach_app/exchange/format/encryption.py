"""Encryption to stations, as age files with X25519 recipients only, and decryption."""

from collections.abc import Collection

import pyrage
from pyrage import x25519

from outreach_app.exchange.format import failures
from outreach_app.exchange.format.age_header import check_header
from outreach_app.exchange.format.foreign_reader import Decrypt, NotOpened
from outreach_app.exchange.format.reading import read_apart


def encrypt(data: bytes, recipients: Collection[str]) -> bytes:
    """Encrypt data as an age file that each of the recipients can open."""
    encrypted: bytes = pyrage.encrypt(data, [x25519.Recipient.from_str(to) for to in recipients])
    return encrypted


def decrypt(data: bytes, identities: Collection[str]) -> bytes:
    """Decrypt an age file, in a child process.

    Raises BundleError E_NOT_BUNDLE, E_HEADER, E_NOT_FOR_US_OR_DAMAGED, E_TOO_COSTLY.
    """
    check_header(data)
    answer = read_apart(Decrypt(data, list(identities)))
    if isinstance(answer, NotOpened):
        raise failures.not_for_us_or_damaged(is_sealed=answer.is_sealed)
    return answer.content


def generate_identity() -> str:
    """Generate an age secret, for a station or as a recovery key of headquarters."""
    return str(x25519.Identity.generate())


def recipient_of(identity: str) -> str:
    """Return the public part of an age secret. Raises ValueError for an invalid secret."""
    try:
        return str(x25519.Identity.from_str(identity).to_public())
    except pyrage.IdentityError as error:
        raise ValueError("not an age identity") from error


def is_recipient(text: str) -> bool:
    """Return whether a text is an age X25519 recipient, with valid check characters."""
    try:
        x25519.Recipient.from_str(text)
    except pyrage.RecipientError:
        return False
    return True
