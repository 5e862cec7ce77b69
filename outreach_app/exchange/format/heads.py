"""Signed heads: a device's signature on the end of its log, which others can pass on."""

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from outreach_app.events import Digest, Natural
from outreach_app.exchange.format.keys import PublicKeys, StationKeys


class SignedHead(msgspec.Struct, frozen=True):
    """The chain's hash after change `last` of a device, signed with the device's key."""

    last: Natural
    head: Digest
    signature: bytes


def sign_head(device: str, last: int, head: str, keys: StationKeys) -> SignedHead:
    """Sign the end of a device's log with its key."""
    return SignedHead(last, head, keys.signing_key.sign(_statement(device, last, head)))


def is_signed(signed: SignedHead, device: str, keys: PublicKeys) -> bool:
    """Return whether a device's key signed this end of its log."""
    statement = _statement(device, signed.last, signed.head)
    try:
        Ed25519PublicKey.from_public_bytes(keys.signing_key).verify(signed.signature, statement)
    except InvalidSignature:
        return False
    return True


def _statement(device: str, last: int, head: str) -> bytes:
    """Return the signed bytes; their first line keeps them from passing for another signature."""
    fields = {"device": device, "head": head, "last": last}
    return b"outreach head 1\n" + msgspec.json.encode(fields, order="sorted")
