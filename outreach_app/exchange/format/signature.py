"""Signatures that minisign verifies: prehashed Ed25519, with a signed comment.

Source: https://jedisct1.github.io/minisign/, «Signature format».
"""

import hashlib
import re
from base64 import b64decode, b64encode
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from outreach_app.exchange.format import failures
from outreach_app.exchange.format.keys import PublicKeys, StationKeys

_ALGORITHM = b"ED"  # the prehashed one; "Ed" signs the message itself
# The first comment is not signed, so it has one form only.
_FORM = re.compile(
    rb"untrusted comment: outreach\n"
    rb"([A-Za-z0-9+/]{99}=)\n"
    rb"trusted comment: ([ -~]{1,200})\n"
    rb"([A-Za-z0-9+/]{86}==)\n"
)


@dataclass(frozen=True, slots=True)
class Signature:
    """A parsed signature file; `comment_signature` covers the signature and the comment."""

    key_id: bytes
    signature: bytes
    comment: bytes
    comment_signature: bytes


def sign(message: bytes, comment: str, keys: StationKeys) -> bytes:
    """Sign a message; return its signature file. `comment` is printable ASCII."""
    key = keys.signing_key
    signature = key.sign(_hashed(message))
    comment_signature = key.sign(signature + comment.encode("ascii"))
    lines = (
        b"untrusted comment: outreach",
        b64encode(_ALGORITHM + keys.key_id + signature),
        b"trusted comment: " + comment.encode("ascii"),
        b64encode(comment_signature),
    )
    return b"".join(line + b"\n" for line in lines)


def parse(content: bytes) -> Signature:
    """Parse a signature file. Raises BundleError E_SIGNATURE for any other form of it."""
    form = _FORM.fullmatch(content)
    if form is None:
        raise failures.signature("form")
    first, second = b64decode(form[1]), b64decode(form[3])
    # Base64 leaves bits of the last letter unused: they must be zero.
    if (b64encode(first), b64encode(second)) != (form[1], form[3]) or first[:2] != _ALGORITHM:
        raise failures.signature("form")
    return Signature(first[2:10], first[10:], form[2], second)


def verify_signature(message: bytes, signature: Signature, keys: PublicKeys) -> None:
    """Raise BundleError E_SIGNATURE unless these keys signed the message and its comment."""
    try:
        key = Ed25519PublicKey.from_public_bytes(keys.signing_key)
        key.verify(signature.signature, _hashed(message))
        key.verify(signature.comment_signature, signature.signature + signature.comment)
    except InvalidSignature as error:
        raise failures.signature("does not verify") from error


def _hashed(message: bytes) -> bytes:
    return hashlib.blake2b(message).digest()
