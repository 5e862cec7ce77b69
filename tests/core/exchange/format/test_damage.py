"""The reference bundle opens forever, and never with a missing or changed byte."""

from collections.abc import Callable, Iterator

import pytest

from outreach_app.errors import BundleError
from outreach_app.events import encode
from outreach_app.exchange.format.encryption import decrypt
from tests.core.exchange.bundles import open_archive
from tests.core.exchange.reference import BUNDLE, KEY, LINES, open_reference

ARCHIVE = decrypt(BUNDLE, [KEY.identity])
CODES = {
    "E_NOT_BUNDLE",
    "E_HEADER",
    "E_NOT_FOR_US_OR_DAMAGED",
    "E_CONTAINER",
    "E_SENDER_UNKNOWN",
    "E_SIGNATURE",
    "E_PAYLOAD_HASH",
}


def open_inner(data: bytes) -> object:
    return open_archive(data, KEY.own, KEY.find_sender)


def cut(data: bytes) -> Iterator[bytes]:
    return (data[:length] for length in range(len(data)))


def flipped(data: bytes, bits: range) -> Iterator[bytes]:
    for place in range(len(data)):
        for bit in bits:
            changed = bytearray(data)
            changed[place] ^= 1 << bit
            yield bytes(changed)


def each_byte_changed(data: bytes) -> Iterator[bytes]:
    """Yield the bytes with one bit of each byte flipped, rotating the bit."""
    for place in range(len(data)):
        changed = bytearray(data)
        changed[place] ^= 1 << place % 8
        yield bytes(changed)


def codes(opening: Callable[[bytes], object], damaged: Iterator[bytes]) -> set[str]:
    """Return the code of each refusal; anything else fails the test."""
    found = set()
    for data in damaged:
        with pytest.raises(BundleError) as refused:
            opening(data)
        found.add(refused.value.code)
    return found


def test_the_reference_opens_and_says_what_it_said_when_it_was_made() -> None:
    bundle = open_reference()
    assert [entry.line or encode(entry.sent) for entry in bundle.entries] == LINES
    assert bundle.manifest.range.head == bundle.entries[-1].head.hex()
    assert bundle.manifest.audit_head == "01" * 32
    assert open_inner(ARCHIVE) == bundle


def test_cut_anywhere_it_is_refused() -> None:
    assert codes(open_reference, cut(BUNDLE)) <= CODES
    assert codes(open_inner, cut(ARCHIVE)) == {"E_CONTAINER"}


def test_with_any_byte_changed_it_is_refused() -> None:
    assert codes(open_reference, each_byte_changed(BUNDLE)) == {
        "E_NOT_BUNDLE",
        "E_HEADER",
        "E_NOT_FOR_US_OR_DAMAGED",
    }
    assert codes(open_inner, each_byte_changed(ARCHIVE)) <= CODES


@pytest.mark.parametrize("more", [b"\0", b"\n", BUNDLE])
def test_with_anything_after_it_it_is_refused(more: bytes) -> None:
    assert codes(open_reference, iter([BUNDLE + more])) == {"E_NOT_FOR_US_OR_DAMAGED"}
    assert codes(open_inner, iter([ARCHIVE + more, ARCHIVE + bytes(512)])) == {"E_CONTAINER"}


@pytest.mark.long
def test_with_any_bit_changed_it_is_refused() -> None:
    assert codes(open_reference, flipped(BUNDLE, range(8))) <= CODES
    assert codes(open_inner, flipped(ARCHIVE, range(8))) <= CODES
