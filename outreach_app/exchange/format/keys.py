"""The keys of a station: one to sign with, one to decrypt what is sent to it."""

import secrets
from dataclasses import dataclass, field
from typing import Annotated

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from outreach_app.exchange.format.encryption import (
    generate_identity,
    is_recipient,
    recipient_of,
)

KEY_ID_SIZE = 8

KeyId = Annotated[bytes, msgspec.Meta(min_length=KEY_ID_SIZE, max_length=KEY_ID_SIZE)]
SigningKey = Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]
Recipient = Annotated[str, msgspec.Meta(pattern=r"\Aage1[02-9ac-hj-np-z]{58}\Z")]


class PublicKeys(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The public keys of a station: `signing_key` is raw Ed25519, `recipient` an age one."""

    key_id: KeyId
    signing_key: SigningKey
    recipient: Recipient


# The points of low order of Ed25519, without the sign bit, also as numbers beyond the field: under
# such a key anybody's signature verifies.
_LOW_ORDER = frozenset(
    bytes.fromhex(point)
    for point in (
        "00" * 32,
        "01" + "00" * 31,
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "ec" + "ff" * 30 + "7f",
        "ed" + "ff" * 30 + "7f",
        "ee" + "ff" * 30 + "7f",
    )
)


def are_usable(keys: PublicKeys) -> bool:
    """Return whether one can encrypt to these keys, and only their holder can sign by them."""
    point = keys.signing_key[:-1] + bytes([keys.signing_key[-1] & 0x7F])
    return point not in _LOW_ORDER and is_recipient(keys.recipient)


@dataclass(frozen=True, slots=True)
class StationKeys:
    """The secrets of a station, made once and kept in its encrypted store.

    `signing_seed` is the 32-byte Ed25519 seed, `key_id` the 8 random bytes by which signatures name
    it (minisign), `identity` the age X25519 secret.
    """

    signing_seed: bytes = field(repr=False)
    key_id: bytes
    identity: str = field(repr=False)

    @classmethod
    def generate(cls) -> "StationKeys":
        return cls(
            secrets.token_bytes(32),
            secrets.token_bytes(KEY_ID_SIZE),
            generate_identity(),
        )

    @property
    def signing_key(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.signing_seed)

    @property
    def public(self) -> PublicKeys:
        return PublicKeys(
            self.key_id,
            self.signing_key.public_key().public_bytes_raw(),
            recipient_of(self.identity),
        )
