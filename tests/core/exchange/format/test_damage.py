"""The reference bundle opens forever, and never with a missing or changed byte.

The normal run tries each byte of what comes first, which names what follows, and every seventh of
the rest, which one seal covers; the long run tries each.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache

import pytest

from outreach_app.errors import BundleError
from outreach_app.events import encode
from outreach_app.exchange.format.encryption import decrypt
from tests.core.exchange.bundles import open_archive
from tests.core.exchange.reference import BUNDLE, KEY, LINES, open_reference

FIRST, STEP = 600, 7
CODES = {
    "E_NOT_BUNDLE",
    "E_HEADER",
    "E_NOT_FOR_US_OR_DAMAGED",
    "E_CONTAINER",
    "E_SENDER_UNKNOWN",
    "E_SIGNATURE",
    "E_PAYLOAD_HASH",
}


@cache
def archive() -> bytes:
    """Return what the reference seals."""
    return decrypt(BUNDLE, [KEY.identity])


def some(data: bytes) -> Sequence[int]:
    """Return the places of a file at which the normal run damages it."""
    return (*range(FIRST), *range(FIRST, len(data), STEP), len(data) - 1)


def open_inner(data: bytes) -> object:
    return open_archive(data, KEY.own, KEY.find_sender)


def cut(data: bytes, lengths: Sequence[int]) -> Iterator[bytes]:
    return (data[:length] for length in lengths)


def flipped(data: bytes) -> Iterator[bytes]:
    """Yield the bytes with each bit flipped."""
    return (_changed(data, place, bit) for place in range(len(data)) for bit in range(8))


def some_changed(data: bytes) -> Iterator[bytes]:
    """Yield the bytes with one bit flipped of each of some, rotating the bit."""
    return (_changed(data, place, place % 8) for place in some(data))


def _changed(data: bytes, place: int, bit: int) -> bytes:
    changed = bytearray(data)
    changed[place] ^= 1 << bit
    return bytes(changed)


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
    assert open_inner(archive()) == bundle


def test_cut_anywhere_it_is_refused() -> None:
    assert codes(open_reference, cut(BUNDLE, some(BUNDLE))) <= CODES
    assert codes(open_inner, cut(archive(), some(archive()))) == {"E_CONTAINER"}


def test_with_a_changed_byte_it_is_refused() -> None:
    assert codes(open_reference, some_changed(BUNDLE)) == {
        "E_NOT_BUNDLE",
        "E_HEADER",
        "E_NOT_FOR_US_OR_DAMAGED",
    }
    assert codes(open_inner, some_changed(archive())) <= CODES


@pytest.mark.parametrize("more", [b"\0", b"\n", BUNDLE])
def test_with_anything_after_it_it_is_refused(more: bytes) -> None:
    assert codes(open_reference, iter([BUNDLE + more])) == {"E_NOT_FOR_US_OR_DAMAGED"}
    followed = [archive() + more, archive() + bytes(512)]
    assert codes(open_inner, iter(followed)) == {"E_CONTAINER"}


@pytest.mark.long
def test_with_any_bit_changed_or_cut_at_any_byte_it_is_refused() -> None:
    for opening, data in ((open_reference, BUNDLE), (open_inner, archive())):
        assert codes(opening, flipped(data)) <= CODES
        assert codes(opening, cut(data, range(len(data)))) <= CODES
