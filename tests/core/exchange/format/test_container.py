"""A bundle opens for its receivers, and is refused with a code at the first error."""

import json
from collections.abc import Callable
from dataclasses import replace

import msgspec
import pytest

from outreach_app import i18n
from outreach_app.errors import BundleError
from outreach_app.events import GENESIS, Event, Stub, chain, encode, line_hash
from outreach_app.exchange.format import cautions, container, failures
from outreach_app.exchange.format.certificates import make_certificate
from outreach_app.exchange.format.container import open_bundle, pack
from outreach_app.exchange.format.encryption import encrypt
from outreach_app.exchange.format.keys import StationKeys
from outreach_app.exchange.format.manifest import Have, Manifest, encode_manifest
from outreach_app.exchange.format.payload import compress
from outreach_app.exchange.format.senders import Sender
from outreach_app.i18n import Language
from tests.core.exchange.bundles import (
    DEVICE,
    HEADQUARTERS,
    OFFICE,
    OTHER_DEVICE,
    OTHER_OFFICE,
    OWN,
    PRECINCT,
    SENDER,
    STRANGER,
    archive,
    content,
    line,
    lines,
    manifest_of,
    opened,
    registry,
    signed,
    stub,
)

change = msgspec.structs.replace


def refusal(data: bytes, *senders: Sender) -> BundleError:
    """Return the code of an archive's refusal."""
    with pytest.raises(BundleError) as refused:
        opened(data, *senders)
    return refused.value


def test_what_was_packed_comes_out_in_order_and_chained() -> None:
    sent = lines()
    have = {OTHER_DEVICE: Have(4, "ab" * 32, [(6, 9), (11, 11)])}
    data = pack(content(sent, have=have, audit_head=b"\1" * 32), PRECINCT, OWN)
    bundle = open_bundle(data, [HEADQUARTERS.identity], OWN, registry(SENDER))
    assert bundle.sender == SENDER
    assert bundle.manifest.have == have
    assert (bundle.manifest.dev, bundle.manifest.org) == (DEVICE, OFFICE)
    assert [entry.line or encode(entry.sent) for entry in bundle.entries] == sent
    assert bundle.manifest.range.head == bundle.entries[-1].head.hex()
    assert bundle.manifest.audit_head == "01" * 32


def test_a_withheld_line_keeps_the_chain_of_the_whole_one() -> None:
    whole = [line(seq) for seq in range(1, 4)]
    entries = opened(archive(sent=[whole[0], stub(whole[1]), whole[2]])).entries
    head = GENESIS
    for sent, entry in zip(whole, entries, strict=True):
        head = chain(head, line_hash(sent))
        assert (entry.line_hash, entry.head) == (line_hash(sent), head)
    assert [type(entry.sent) for entry in entries] == [Event, Stub, Event]
    assert entries[1].line is None


def test_a_later_part_starts_where_the_one_before_ended() -> None:
    sent = lines()
    first = opened(archive(sent=sent[:3]))
    previous = first.entries[-1].head
    data = pack(content(sent[3:], first=4, previous=previous), PRECINCT, OWN)
    second = open_bundle(data, [HEADQUARTERS.identity], OWN, registry(SENDER))
    assert second.entries[-1].head == opened(archive(sent=sent)).entries[-1].head


def test_an_acknowledgement_carries_no_event() -> None:
    have = {OTHER_DEVICE: Have(7, "cd" * 32)}
    data = pack(content(first=7, previous=b"\2" * 32, have=have), PRECINCT, OWN)
    bundle = open_bundle(data, [HEADQUARTERS.identity], OWN, registry(SENDER))
    assert bundle.entries == []
    assert bundle.manifest.range.last == 6
    assert bundle.manifest.have == have


def test_each_recipient_opens_the_same_bundle() -> None:
    readers = (HEADQUARTERS, STRANGER, PRECINCT, HEADQUARTERS)
    recipients = [keys.public.recipient for keys in readers]
    data = pack(content(lines()), PRECINCT, recipients)
    for keys in readers:
        bundle = open_bundle(data, [keys.identity], [keys.public.recipient], registry(SENDER))
        assert len(bundle.entries) == 6
        assert bundle.manifest.to == sorted(set(recipients))


def test_nothing_of_the_content_shows_outside() -> None:
    data = pack(content(lines()), PRECINCT, OWN)
    assert not any(part in data for part in (b"manifest", DEVICE.encode(), b"point"))


def test_a_bundle_for_another_station_does_not_open() -> None:
    data = pack(content(lines()), PRECINCT, OWN)
    with pytest.raises(BundleError) as refused:
        open_bundle(data, [STRANGER.identity], [STRANGER.public.recipient], registry(SENDER))
    assert refused.value.code == "E_NOT_FOR_US_OR_DAMAGED"


def test_a_bundle_encrypted_anew_for_another_station_is_refused() -> None:
    forwarded = encrypt(archive(), [STRANGER.public.recipient])
    with pytest.raises(BundleError) as refused:
        open_bundle(forwarded, [STRANGER.identity], [STRANGER.public.recipient], registry(SENDER))
    assert refused.value.code == "E_RECIPIENT"


@pytest.mark.parametrize("data", [b"", b"PK\3\4", b"\0" * 1000, b"age-encryption.org/v1"])
def test_another_file_is_no_bundle(data: bytes) -> None:
    with pytest.raises(BundleError) as refused:
        open_bundle(data, [HEADQUARTERS.identity], OWN, registry(SENDER))
    assert refused.value.code == "E_NOT_BUNDLE"


def test_a_file_that_is_too_big_is_not_even_read(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pack(content(lines()), PRECINCT, OWN)
    monkeypatch.setattr(container, "MAX_FILE", len(data))
    open_bundle(data, [HEADQUARTERS.identity], OWN, registry(SENDER))
    with pytest.raises(BundleError) as refused:
        open_bundle(data + b"\0", [HEADQUARTERS.identity], OWN, registry(SENDER))
    assert refused.value.code == "E_TOO_BIG"


def test_a_bundle_that_nobody_could_take_in_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    for wrong in (
        content(lines(), first=2),
        content(lines(), previous=b"\1" * 32),
        content(lines(), app="x" * 41),
        content([line(1, d={"text": "x" * (300 << 10)})]),
    ):
        with pytest.raises(BundleError):
            pack(wrong, PRECINCT, OWN)
    monkeypatch.setattr(container, "MAX_FILE", 2000)
    with pytest.raises(BundleError) as refused:
        pack(content(lines()), PRECINCT, OWN)
    assert refused.value.code == "E_TOO_BIG"


Wrong = Callable[[Manifest], Manifest]


def certified(manifest: Manifest, device: str, keys: StationKeys) -> Manifest:
    """Let the sender vouch for a device with these keys."""
    return change(manifest, certificate=make_certificate(device, keys.public, PRECINCT))


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("E_NEWER_VERSION", lambda m: change(m, v=3, min_reader=3)),
        ("E_NEWER_VERSION", lambda m: change(m, schema=2)),
        ("E_MANIFEST", lambda m: change(m, fmt="other")),
        ("E_MANIFEST", lambda m: change(m, dev=OTHER_DEVICE)),
        ("E_MANIFEST", lambda m: change(m, org=OTHER_OFFICE)),
        ("E_MANIFEST", lambda m: change(m, created_at="2026-02-30T00:00:00Z")),
        ("E_MANIFEST", lambda m: change(m, created_at="2026-02-03T00:00:00Z\n")),
        ("E_MANIFEST", lambda m: change(m, audit_head="AB" * 32)),
        ("E_MANIFEST", lambda m: change(m, have={DEVICE: Have(5, "00" * 32, [(6, 7)])})),
        ("E_MANIFEST", lambda m: change(m, have={DEVICE: Have(5, "00" * 32, [(9, 8)])})),
        ("E_MANIFEST", lambda m: change(m, have={DEVICE: Have(5, "00" * 32, [(7, 9), (9, 11)])})),
        ("E_MANIFEST", lambda m: change(m, have={f"{DEVICE}\n": Have(5, "00" * 32)})),
        ("E_MANIFEST", lambda m: change(m, range=change(m.range, first=0, last=5))),
        ("E_SIGNATURE", lambda m: change(m, bundle_id=OTHER_DEVICE)),
        ("E_SIGNATURE", lambda m: certified(m, OTHER_DEVICE, PRECINCT)),
        ("E_SIGNATURE", lambda m: certified(m, DEVICE, STRANGER)),
        ("E_RECIPIENT", lambda m: change(m, to=[STRANGER.public.recipient])),
        ("E_PAYLOAD_SIZE", lambda m: change(m, range=change(m.range, last=7))),
        ("E_PAYLOAD_SIZE", lambda m: change(m, payload=change(m.payload, count=5))),
        ("E_PAYLOAD_SIZE", lambda m: change(m, payload=change(m.payload, gz_size=5))),
        ("E_PAYLOAD_SIZE", lambda m: change(m, payload=change(m.payload, raw_size=2**31))),
        ("E_PAYLOAD_SIZE", lambda m: change(m, payload=change(m.payload, raw_size=0))),
        ("E_PAYLOAD_SIZE", lambda m: change(m, payload=change(m.payload, raw_size=9999))),
        ("E_PAYLOAD_HASH", lambda m: change(m, payload=change(m.payload, gz_sha256="0" * 64))),
        ("E_RECORD", lambda m: change(m, range=change(m.range, first=2, last=7))),
        ("E_CHAIN", lambda m: change(m, range=change(m.range, head="0" * 64))),
        ("E_CHAIN", lambda m: change(m, range=change(m.range, prev="1" * 64))),
    ],
)
def test_a_signed_manifest_that_is_not_true_is_refused(code: str, wrong: Wrong) -> None:
    assert refusal(archive(wrong)).code == code


def test_the_first_event_of_a_station_follows_none() -> None:
    sent = lines()
    manifest = manifest_of(sent, previous=b"\1" * 32)
    assert refusal(signed(encode_manifest(manifest), compress(sent)[0])).code == "E_CHAIN"


@pytest.mark.parametrize(
    "wrong",
    [
        lambda text: text.replace(b'"v":1', b'"v":1,"v":1'),
        lambda text: text.replace(b'"v":1', b'"v":1.0'),
        lambda text: text.replace(b'"v":1', b'"v":1,"z":0.5'),
        lambda text: text.replace(b'"v":1', b'"v":1,"z":' + b"[" * 200_000 + b"]" * 200_000),
        lambda text: text.replace(b'"v":1', b'"v": 1'),
        lambda text: text.replace(b'"v":1', b'"v":1,"z":"\xff"'),
        lambda text: text + b"\n",
        lambda text: json.dumps(json.loads(text)).encode(),
        lambda _text: b"",
    ],
)
def test_a_manifest_has_one_form_only(wrong: Callable[[bytes], bytes]) -> None:
    sent = lines()
    manifest = wrong(encode_manifest(manifest_of(sent)))
    assert refusal(signed(manifest, compress(sent)[0])).code == "E_MANIFEST"


def test_what_a_newer_program_adds_for_newer_readers_is_let_through() -> None:
    sent = lines()
    manifest = encode_manifest(change(manifest_of(sent), v=2)).replace(b'"v":2', b'"v":2,"w":[1]')
    assert opened(signed(manifest, compress(sent)[0])).manifest.v == 2


def test_a_stranger_is_unknown_and_a_forged_key_id_does_not_verify() -> None:
    sent = lines()
    parts = (encode_manifest(manifest_of(sent)), compress(sent)[0])
    assert refusal(signed(*parts, STRANGER)).code == "E_SENDER_UNKNOWN"
    forger = replace(STRANGER, key_id=PRECINCT.key_id)
    assert refusal(signed(*parts, forger)).code == "E_SIGNATURE"


def test_a_revoked_station_is_believed_up_to_its_watermark() -> None:
    last = len(lines())
    assert opened(archive(), replace(SENDER, revoked_from=last + 1)).entries
    for revoked_from in (1, last):
        refused = refusal(archive(), replace(SENDER, revoked_from=revoked_from))
        assert refused.code == "E_SENDER_REVOKED"


def test_a_revoked_station_with_an_unreadable_manifest_is_still_revoked() -> None:
    revoked = replace(SENDER, revoked_from=99)
    assert refusal(signed(b"{}", compress([])[0]), revoked).code == "E_SENDER_REVOKED"


@pytest.mark.parametrize("language", Language)
def test_each_refusal_says_what_to_do_in_the_language_of_the_screen(language: Language) -> None:
    i18n.use(language)
    said = [
        failures.signature("x").message,
        failures.newer_version(2).message,
        failures.manifest("x").message,
        failures.recipient().message,
        failures.payload_size("x").message,
        failures.payload_hash().message,
        failures.record(12, "x").message,
        failures.chain("x").message,
        failures.fork(DEVICE, 12).message,
        failures.owner(12, "point").message,
        failures.too_big().message,
        failures.not_bundle().message,
        failures.not_for_us_or_damaged().message,
        failures.container("x").message,
        failures.sender_unknown(b"12345678").message,
        failures.sender_revoked(DEVICE).message,
        cautions.gap((3, 9)).message,
        cautions.clock().message,
        cautions.duplicate().message,
    ]
    assert len(set(said)) == len(said)
    is_arabic = language is Language.ARABIC
    assert all(("\u0627" in message) == is_arabic for message in said)
    assert "12" in failures.record(12, "x").message
