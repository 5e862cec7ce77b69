"""Signed heads: a device's own word on how far its log goes, that others can pass back to it."""

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from outreach_app.events import Digest, Natural
from outreach_app.exchange.format.keys import PublicKeys, StationKeys


class SignedHead(msgspec.Struct, frozen=True):
    """The chain's hash after change `last` of a device, signed by the device's key."""

    last: Natural
    head: Digest
    signature: bytes


def sign_head(device: str, last: int, head: str, keys: StationKeys) -> SignedHead:
    """Sign the end of a device's log with its key."""
    return SignedHead(last, head, keys.signing_key.sign(_statement(device, last, head)))


def is_signed(signed: SignedHead, device: str, keys: PublicKeys) -> bool:
    """Tell whether the key of a device signed this end of its log."""
    statement = _statement(device, signed.last, signed.head)
    try:
        Ed25519PublicKey.from_public_bytes(keys.signing_key).verify(signed.signature, statement)
    except InvalidSignature:
        return False
    return True


def _statement(device: str, last: int, head: str) -> bytes:
    """Return what is signed; its first line keeps it from being taken for another signature."""
    fields = {"device": device, "head": head, "last": last}
    return b"outreach head 1\n" + msgspec.json.encode(fields, order="sorted")
