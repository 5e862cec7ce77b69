"""Certificates: an enrolled key vouches for the keys of its station's new device."""

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from outreach_app.events import Uid
from outreach_app.exchange.format.keys import KeyId, PublicKeys, StationKeys, are_usable


class Certificate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The `device` and `keys` of a restored or renewed station, signed by the key `signed_by`."""

    device: Uid
    keys: PublicKeys
    signed_by: KeyId
    signature: bytes


def make_certificate(device: str, keys: PublicKeys, signer: StationKeys) -> Certificate:
    """Certify the keys of a new device with those of the old one."""
    signature = signer.signing_key.sign(_statement(device, keys, signer.key_id))
    return Certificate(device, keys, signer.key_id, signature)


def is_certified(certificate: Certificate, signer: PublicKeys) -> bool:
    """Return whether this key signed the certificate, and the certified keys are usable."""
    statement = _statement(certificate.device, certificate.keys, certificate.signed_by)
    try:
        key = Ed25519PublicKey.from_public_bytes(signer.signing_key)
        key.verify(certificate.signature, statement)
    except InvalidSignature:
        return False
    return are_usable(certificate.keys)


def _statement(device: str, keys: PublicKeys, signed_by: bytes) -> bytes:
    """Return the signed bytes; their first line tells them from those of a bundle's signature."""
    fields = {"device": device, "keys": keys, "signed_by": signed_by}
    return b"outreach certificate 1\n" + msgspec.json.encode(fields, order="sorted")
