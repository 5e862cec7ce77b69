"""Keys of stations, and the certificates by which an enrolled key vouches for a new one."""

from dataclasses import replace

import msgspec
import pytest

from outreach_app.errors import BundleError
from outreach_app.exchange.format.certificates import Certificate, is_certified, make_certificate
from outreach_app.exchange.format.container import OpenedBundle, open_bundle, pack
from outreach_app.exchange.format.encryption import generate_identity, is_recipient, recipient_of
from outreach_app.exchange.format.keys import StationKeys
from outreach_app.exchange.format.manifest import encode_manifest
from outreach_app.exchange.format.senders import Sender
from tests.core.exchange.bundles import (
    HEADQUARTERS,
    OFFICE,
    OTHER_DEVICE,
    OWN,
    PRECINCT,
    SENDER,
    STRANGER,
    content,
    lines,
    manifest_of,
    open_archive,
    registry,
    signed,
)

RENEWED = StationKeys.generate()
CERTIFICATE = make_certificate(OTHER_DEVICE, RENEWED.public, PRECINCT)


def test_keys_come_back_from_their_secrets() -> None:
    keys = StationKeys(RENEWED.signing_seed, RENEWED.key_id, RENEWED.identity)
    assert keys.public == RENEWED.public
    assert recipient_of(keys.identity) == keys.public.recipient


def test_secrets_do_not_show_in_a_message_or_a_log() -> None:
    shown = repr(RENEWED)
    assert RENEWED.identity not in shown
    assert repr(RENEWED.signing_seed) not in shown


def test_no_two_stations_share_a_key() -> None:
    first, second = StationKeys.generate().public, StationKeys.generate().public
    for name in first.__struct_fields__:
        assert getattr(first, name) != getattr(second, name)


def test_a_mistyped_recipient_is_told_from_a_right_one() -> None:
    right = recipient_of(generate_identity())
    assert is_recipient(right)
    last = "q" if right[-1] != "q" else "p"
    assert not is_recipient(right[:-1] + last)
    assert not is_recipient("")
    with pytest.raises(ValueError, match="identity"):
        recipient_of(right)


def test_a_certificate_names_the_new_device_its_keys_and_who_vouches_for_them() -> None:
    made = make_certificate(OTHER_DEVICE, RENEWED.public, PRECINCT)
    assert (made.device, made.keys, made.signed_by) == (
        OTHER_DEVICE,
        RENEWED.public,
        PRECINCT.key_id,
    )
    assert is_certified(made, PRECINCT.public)


def test_a_certificate_holds_for_what_it_says_alone() -> None:
    assert is_certified(CERTIFICATE, PRECINCT.public)
    assert not is_certified(CERTIFICATE, STRANGER.public)
    change = msgspec.structs.replace
    for changed in (
        change(CERTIFICATE, device="0" * 8 + OTHER_DEVICE[8:-1] + "0"),
        change(CERTIFICATE, keys=STRANGER.public),
        change(CERTIFICATE, signed_by=STRANGER.key_id),
        change(CERTIFICATE, signature=b""),
    ):
        assert not is_certified(changed, PRECINCT.public)


def test_a_certificate_for_a_key_that_cannot_be_used_does_not_hold() -> None:
    keys = msgspec.structs.replace(RENEWED.public, recipient="age1" + "q" * 58)
    assert not is_certified(make_certificate(OTHER_DEVICE, keys, PRECINCT), PRECINCT.public)


@pytest.mark.parametrize("key", ["00" * 32, "01" + "00" * 30 + "80", "ec" + "ff" * 31])
def test_a_certificate_for_a_key_under_which_all_can_sign_does_not_hold(key: str) -> None:
    keys = msgspec.structs.replace(RENEWED.public, signing_key=bytes.fromhex(key))
    assert not is_certified(make_certificate(OTHER_DEVICE, keys, PRECINCT), PRECINCT.public)


def received(certificate: Certificate | None, sender: Sender = SENDER) -> OpenedBundle:
    """Return headquarters' result of a bundle of the renewed station."""
    sent = content(lines(), device=OTHER_DEVICE, certificate=certificate)
    data = pack(sent, RENEWED, OWN)
    return open_bundle(data, [HEADQUARTERS.identity], OWN, registry(sender))


def test_a_renewed_station_is_known_by_its_certificate() -> None:
    bundle = received(CERTIFICATE)
    assert bundle.sender.device == OTHER_DEVICE
    assert (bundle.sender.office, bundle.sender.keys) == (OFFICE, RENEWED.public)
    assert bundle.certified_by == SENDER


@pytest.mark.parametrize(
    "certificate",
    [
        None,
        make_certificate(OTHER_DEVICE, RENEWED.public, STRANGER),
        make_certificate(OTHER_DEVICE, STRANGER.public, PRECINCT),
        msgspec.structs.replace(CERTIFICATE, signature=bytes(64)),
    ],
)
def test_without_a_certificate_that_holds_it_is_unknown(certificate: Certificate | None) -> None:
    with pytest.raises(BundleError) as refused:
        received(certificate)
    assert refused.value.code == "E_SENDER_UNKNOWN"


def test_a_revoked_key_vouches_for_nobody() -> None:
    with pytest.raises(BundleError) as refused:
        received(CERTIFICATE, replace(SENDER, revoked_from=100))
    assert refused.value.code == "E_SENDER_REVOKED"


def test_whoever_repeats_a_certificate_without_its_key_is_refused() -> None:
    manifest = msgspec.structs.replace(manifest_of([]), certificate=CERTIFICATE)
    forged = replace(STRANGER, key_id=RENEWED.key_id)
    data = signed(encode_manifest(manifest), b"", forged)
    with pytest.raises(BundleError) as refused:
        open_archive(data, OWN, registry(SENDER))
    assert refused.value.code == "E_SIGNATURE"
