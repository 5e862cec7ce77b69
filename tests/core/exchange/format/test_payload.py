"""Lines are canonical, consecutive, and bounded in the reader's memory."""

import gzip
import secrets
import tracemalloc
from collections.abc import Callable, Sequence
from hashlib import sha256
from uuid import uuid4

import msgspec
import pytest

from outreach_app.errors import BundleError
from outreach_app.events import Event
from outreach_app.exchange.format import limits, payload
from outreach_app.exchange.format.container import pack
from outreach_app.exchange.format.manifest import Payload, encode_manifest
from tests.core.exchange.bundles import (
    OWN,
    PRECINCT,
    content,
    line,
    lines,
    manifest_of,
    opened,
    signed,
)

change = msgspec.structs.replace


def archive_of(sent: Sequence[bytes], raw: bytes | None = None) -> bytes:
    """Return a signed archive of any lines, or any text, with a matching manifest."""
    text = b"".join(each + b"\n" for each in sent) if raw is None else raw
    compressed = gzip.compress(text, 6, mtime=0)
    sizes = Payload(len(compressed), len(text), sha256(compressed).hexdigest(), len(sent))
    fitting = manifest_of(lines(max(6, len(sent))))
    range_ = change(fitting.range, last=len(sent))
    return signed(encode_manifest(change(fitting, range=range_, payload=sizes)), compressed)


def refused_record(data: bytes) -> object:
    """Return the number of the line for which an archive is refused."""
    with pytest.raises(BundleError) as refused:
        opened(data)
    assert refused.value.code == "E_RECORD"
    return refused.value.details["seq"]


Damage = Callable[[bytes], bytes]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda text: text.replace(b"concern", b"con\xffcern"), id="not UTF-8"),
        pytest.param(lambda text: text.replace(b"concern", b"\xed\xa0\x80"), id="half of a pair"),
        pytest.param(lambda text: text.replace(b"concern", b"\\ud800"), id="escaped half"),
        pytest.param(lambda text: text.replace(b'"d"', b'"d":{},"d"'), id="key twice"),
        pytest.param(
            lambda text: text.replace(b'"position":3', b'"position":2,"position":3'),
            id="field twice",
        ),
        pytest.param(lambda text: text.replace(b"concern", b"\\u0063oncern"), id="escaped letter"),
        pytest.param(lambda text: text.replace(b'"position":3', b'"position":3.0'), id="float"),
        pytest.param(lambda text: text.replace(b'"position":3', b'"position":3e0'), id="exponent"),
        pytest.param(lambda text: text.replace(b'"position":3', b'"position":-0'), id="minus zero"),
        pytest.param(lambda text: text.replace(b'"position":3', b'"position":NaN'), id="NaN"),
        pytest.param(
            lambda text: text.replace(b'"position":3', b'"position":' + b"9" * 99), id="huge"
        ),
        pytest.param(
            lambda text: text.replace(b'"position":3', b'"position":' + b"[" * 9999), id="deep"
        ),
        pytest.param(lambda text: text.replace(b"concern", b"con\tcern"), id="tab in a text"),
        pytest.param(lambda text: text.replace(b"concern", b"con\0cern"), id="NUL in a text"),
        pytest.param(lambda text: text + b"\r", id="carriage return"),
        pytest.param(lambda text: text + b" ", id="space"),
        pytest.param(lambda text: b"\xef\xbb\xbf" + text, id="byte-order mark"),
        pytest.param(lambda text: text.replace(b'00Z"', b'00Z\\n"'), id="newline after a date"),
        pytest.param(lambda text: text.replace(b"2026-11-24", b"2026-02-30"), id="no such day"),
        pytest.param(lambda text: text.replace(b'"seq":3', b'"seq":4'), id="number skipped"),
        pytest.param(lambda text: text.replace(b'"op":"set"', b'"op":"SET"'), id="operation"),
        pytest.param(lambda text: text.replace(b'"ent":"point"', b'"ent":"point\\n"'), id="entity"),
        pytest.param(lambda _text: b"null", id="null"),
        pytest.param(lambda _text: b"[" * 200_000, id="only brackets"),
    ],
)
def test_a_line_that_is_not_as_it_should_be_is_named(damage: Damage) -> None:
    sent = lines()
    changed = damage(sent[2])
    assert changed != sent[2]
    sent[2] = changed
    assert refused_record(archive_of(sent)) == 3


def test_a_line_of_the_greatest_length_goes_in_and_a_longer_one_does_not() -> None:
    rest = len(line(1, d={"text": ""}))
    longest = line(1, d={"text": "x" * (limits.MAX_LINE - rest)})
    pack(content([longest]), PRECINCT, OWN)
    with pytest.raises(BundleError) as refused:
        pack(content([longest.replace(b"xx", b"xxx", 1)]), PRECINCT, OWN)
    assert refused.value.code == "E_RECORD"


def test_the_fields_and_words_of_all_lines_together_are_bounded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each of three events has six fields, one of two words and one of a text in its language."""
    sent = archive_of(lines(6))
    monkeypatch.setattr(payload, "MAX_VALUES", 30)
    opened(sent)
    monkeypatch.setattr(payload, "MAX_VALUES", 29)
    assert refused_record(sent) == 4


def test_texts_travel_to_the_letter() -> None:
    """Direction marks and odd characters are shown isolated, never rewritten: the chain holds."""
    text = "\u202eيمين\u2066 \x7f\x85\ufffe\x07\n\t «é» 😀"
    sent = line(1, d={"text": text})
    whole = manifest_of([sent])
    (entry,) = opened(signed(encode_manifest(whole), payload.compress([sent])[0])).entries
    assert isinstance(entry.sent, Event)
    assert (entry.line, entry.sent.d["text"]) == (sent, text)


@pytest.mark.parametrize(
    "raw",
    [
        b"\n".join(lines()),
        b"\n".join(lines()) + b"\n\n",
        b"\n".join(lines()) + b"\nmore",
        b"\n" + b"\n".join(lines()) + b"\n",
        b"",
        b"\n" * 6,
    ],
)
def test_there_are_as_many_lines_as_declared(raw: bytes) -> None:
    assert refused_record(archive_of(lines(), raw)) == 1


def test_lines_that_changed_places_are_refused() -> None:
    sent = lines()
    sent[2], sent[3] = sent[3], sent[2]
    assert refused_record(archive_of(sent)) == 3


Rebuild = Callable[[bytes], bytes]


@pytest.mark.parametrize(
    "rebuild",
    [
        lambda raw: gzip.compress(raw)[:-1],
        lambda raw: gzip.compress(raw) + b"\0",
        lambda raw: gzip.compress(raw[:9]) + gzip.compress(raw[9:]),
        lambda raw: gzip.compress(raw + b"\n"),
        lambda raw: gzip.compress(raw[:-1]),
        lambda _raw: gzip.compress(b"\0" * (64 << 20)),
        lambda raw: raw,
    ],
)
def test_the_payload_is_one_gzip_stream_of_the_declared_size(rebuild: Rebuild) -> None:
    raw = b"".join(each + b"\n" for each in lines())
    compressed = rebuild(raw)
    sizes = Payload(len(compressed), len(raw), sha256(compressed).hexdigest(), 6)
    manifest = encode_manifest(change(manifest_of(lines()), payload=sizes))
    with pytest.raises(BundleError) as refused:
        opened(signed(manifest, compressed))
    assert refused.value.code == "E_PAYLOAD_SIZE"


@pytest.mark.parametrize("declared", [0, 1000])
def test_a_payload_that_swells_is_not_swelled(declared: int) -> None:
    bomb = gzip.compress(bytes(64 << 20))
    sizes = Payload(len(bomb), declared, sha256(bomb).hexdigest(), 6)
    archive = signed(encode_manifest(change(manifest_of(lines()), payload=sizes)), bomb)
    tracemalloc.start()
    with pytest.raises(BundleError):
        opened(archive)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8 << 20


@pytest.mark.parametrize("limit", ["MAX_RAW", "MAX_EVENTS"])
def test_more_than_a_bundle_may_hold_is_refused(
    monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    sent = lines()
    archive = archive_of(sent)
    opened(archive)
    monkeypatch.setattr(payload, limit, 5)
    with pytest.raises(BundleError) as refused:
        opened(archive)
    assert refused.value.code == "E_PAYLOAD_SIZE"


def test_an_event_costs_at_most_300_bytes_of_file() -> None:
    sent = [line(seq, s=secrets.token_hex(16), id=str(uuid4())) for seq in range(1, 2001)]
    assert len(pack(content(sent), PRECINCT, OWN)) / len(sent) <= 300
