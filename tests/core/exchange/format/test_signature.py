"""A signature file is canonical, and names what it signs."""

from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import replace

import msgspec
import pytest

from outreach_app.errors import BundleError
from outreach_app.exchange.format import signature
from tests.core.exchange.bundles import PRECINCT, STRANGER

MESSAGE, COMMENT = b"what is signed", "outreach bundle 1"
SIGNED = signature.sign(MESSAGE, COMMENT, PRECINCT)


def test_a_signature_verifies_with_its_key_over_its_message_only() -> None:
    parsed = signature.parse(SIGNED)
    assert (parsed.key_id, parsed.comment) == (PRECINCT.key_id, COMMENT.encode())
    signature.verify_signature(MESSAGE, parsed, PRECINCT.public)
    for message, keys in ((b"another", PRECINCT), (MESSAGE, STRANGER)):
        with pytest.raises(BundleError) as refused:
            signature.verify_signature(message, parsed, keys.public)
        assert refused.value.code == "E_SIGNATURE"


def test_the_comment_is_signed_too() -> None:
    parsed = replace(signature.parse(SIGNED), comment=b"outreach bundle 2")
    with pytest.raises(BundleError):
        signature.verify_signature(MESSAGE, parsed, PRECINCT.public)


def test_a_key_that_is_no_point_of_the_curve_verifies_nothing() -> None:
    for key in (bytes(32), b"\xff" * 32):
        keys = msgspec.structs.replace(PRECINCT.public, signing_key=key)
        with pytest.raises(BundleError):
            signature.verify_signature(MESSAGE, signature.parse(SIGNED), keys)


def unused_bit_set(content: bytes) -> bytes:
    """Return the same bytes for a lenient base64 reader, with unused bits set."""
    letter = content.rstrip(b"\n")[-3:-2]
    changed = content.rstrip(b"\n")[:-3] + bytes([letter[0] + 1]) + b"==\n"
    assert b64decode(changed.splitlines()[3]) == b64decode(content.splitlines()[3])
    return changed


def legacy(content: bytes) -> bytes:
    """Return a signature of the message itself, not of its hash."""
    lines = content.splitlines()
    lines[1] = b64encode(b"Ed" + b64decode(lines[1])[2:])
    return b"\n".join([*lines, b""])


@pytest.mark.parametrize(
    "change",
    [
        unused_bit_set,
        legacy,
        lambda content: content.rstrip(b"\n"),
        lambda content: content + b"\n",
        lambda content: content.replace(b"\n", b"\r\n"),
        lambda content: content.replace(b"comment: outreach\n", b"comment: other\n"),
        lambda content: content.replace(b"bundle 1", "lot ١".encode()),
        lambda content: content.replace(b"bundle 1", b"x" * 300),
        lambda _content: b"",
    ],
)
def test_another_form_is_refused(change: Callable[[bytes], bytes]) -> None:
    changed = change(SIGNED)
    assert changed != SIGNED
    with pytest.raises(BundleError) as refused:
        signature.parse(changed)
    assert refused.value.code == "E_SIGNATURE"
