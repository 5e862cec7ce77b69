"""A log that one station carries for another: accepted as far as its own device signed it."""

from collections.abc import Callable
from dataclasses import replace

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from outreach_app.errors import BundleError
from outreach_app.events import GENESIS
from outreach_app.exchange.format.container import OpenedBundle, open_bundle, pack
from outreach_app.exchange.format.heads import SignedHead, is_signed, sign_head
from outreach_app.exchange.format.manifest import VERSION, Carried
from outreach_app.exchange.format.payload import check_lines
from outreach_app.exchange.format.senders import Sender
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
    content,
    lines,
    registry,
)

LOG = lines()
HEADS = [GENESIS.hex(), *(entry.head.hex() for entry in check_lines(LOG, 1, GENESIS))]
CARRIER = Sender(OTHER_DEVICE, OTHER_OFFICE, STRANGER.public)
WHOLE = sign_head(DEVICE, len(LOG), HEADS[-1], PRECINCT)
NOTHING = sign_head(DEVICE, 0, HEADS[0], PRECINCT)

change = msgspec.structs.replace


def carried(count: int, signed: SignedHead, *senders: Sender) -> OpenedBundle:
    """Open the first changes of the log, as carried to headquarters."""
    said = Carried(PRECINCT.key_id, signed)
    data = pack(content(LOG[:count], carried=said), STRANGER, OWN)
    known = registry(*(senders or (SENDER, CARRIER)))
    return open_bundle(data, [HEADQUARTERS.identity], OWN, known)


@pytest.mark.parametrize(("count", "signed"), [(6, WHOLE), (4, WHOLE), (0, NOTHING)])
def test_a_log_is_carried_up_to_the_end_that_its_device_signed(
    count: int, signed: SignedHead
) -> None:
    bundle = carried(count, signed)
    assert (bundle.sender, bundle.carrier, bundle.signer) == (SENDER, CARRIER, CARRIER)
    assert (bundle.manifest.dev, bundle.manifest.org) == (DEVICE, OFFICE)
    # A receiver without carriers must not confuse the signer with the writer.
    assert (bundle.manifest.min_reader, bundle.manifest.range.signature) == (VERSION, None)
    assert len(bundle.entries) == count


@pytest.mark.parametrize(
    ("count", "signed"),
    [
        (6, sign_head(DEVICE, 5, HEADS[5], PRECINCT)),  # omits the last one
        (6, sign_head(DEVICE, 6, HEADS[5], PRECINCT)),  # of another log
        (6, sign_head(DEVICE, 6, HEADS[6], STRANGER)),  # only the carrier's claim
        (6, sign_head(OTHER_DEVICE, 6, HEADS[6], PRECINCT)),
        (6, change(WHOLE, last=7)),
        (0, WHOLE),  # a log that was written, and nothing of it is here
        (0, change(NOTHING, head=HEADS[1])),
    ],
)
def test_a_log_without_its_devices_word_on_that_end_is_refused(
    count: int, signed: SignedHead
) -> None:
    with pytest.raises(BundleError) as refused:
        carried(count, signed)
    assert refused.value.code == "E_CARRIER"


@pytest.mark.parametrize(
    ("senders", "code"),
    [
        ((SENDER,), "E_SENDER_UNKNOWN"),
        ((CARRIER,), "E_SENDER_UNKNOWN"),
        # Nothing of a revoked one is carried, even if revoked from a change on.
        ((SENDER, replace(CARRIER, revoked_from=9)), "E_SENDER_REVOKED"),
        ((replace(SENDER, revoked_from=6), CARRIER), "E_SENDER_REVOKED"),
        ((SENDER, replace(CARRIER, device=DEVICE)), "E_CARRIER"),
    ],
)
def test_both_must_be_known_and_neither_revoked(senders: tuple[Sender, ...], code: str) -> None:
    with pytest.raises(BundleError) as refused:
        carried(6, WHOLE, *senders)
    assert refused.value.code == code
    assert carried(6, WHOLE, replace(SENDER, revoked_from=7), CARRIER).sender.revoked_from == 7


@pytest.mark.parametrize(
    "forge",
    [
        lambda signed: change(signed, last=5),
        lambda signed: change(signed, head=HEADS[5]),
        lambda signed: change(signed, signature=bytes(64)),
    ],
)
def test_a_word_that_was_changed_is_nobodys(forge: Callable[[SignedHead], SignedHead]) -> None:
    assert is_signed(WHOLE, DEVICE, PRECINCT.public)
    assert not is_signed(forge(WHOLE), DEVICE, PRECINCT.public)


def test_what_is_signed_of_an_end_is_the_same_in_every_version() -> None:
    said = f'outreach head 1\n{{"device":"{DEVICE}","head":"{HEADS[6]}","last":6}}'
    key = Ed25519PublicKey.from_public_bytes(PRECINCT.public.signing_key)
    key.verify(WHOLE.signature, said.encode())
