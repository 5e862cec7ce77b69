"""The origin of a bundle: the device whose log it holds, its voucher, and its carrier."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import msgspec

from outreach_app.exchange.format import failures
from outreach_app.exchange.format.certificates import Certificate, is_certified
from outreach_app.exchange.format.heads import is_signed
from outreach_app.exchange.format.keys import PublicKeys
from outreach_app.exchange.format.manifest import Carried, Manifest, Range


@dataclass(frozen=True, slots=True)
class Sender:
    """An enrolled station as the registry knows it, by its uids.

    `revoked_from` is the first seq that is no longer accepted from it (1: nothing is).
    """

    device: str
    office: str
    keys: PublicKeys
    revoked_from: int | None = None


FindSender = Callable[[bytes], Sender | None]
"""Returns the station of a key id, None if it is unknown."""


class _Claims(msgspec.Struct):
    """What is read of a manifest before its signature: only to find the key to verify it with."""

    range: Range
    certificate: Certificate | None = None
    carried: Carried | None = None


def find_senders(
    manifest: bytes, key_id: bytes, find_sender: FindSender
) -> tuple[Sender, Sender | None, Sender | None]:
    """Find whose log it is, who vouched for it if it is not enrolled, and who carries it."""
    claims, carrier = _claims(manifest), None
    if claims is not None and claims.carried is not None:
        carrier = _carrier(key_id, find_sender)
        key_id = claims.carried.key_id
    sender, certified_by = find_sender(key_id), None
    if sender is None:
        certificate = claims.certificate if claims else None
        sender, certified_by = _certified(certificate, key_id, find_sender)
    if claims is None and sender.revoked_from is not None:
        raise failures.sender_revoked(sender.device)
    return sender, certified_by, carrier


def _carrier(key_id: bytes, find_sender: FindSender) -> Sender:
    """Find the station that signed for another; none that was revoked, even from some seq on."""
    carrier = find_sender(key_id)
    if carrier is None:
        raise failures.sender_unknown(key_id)
    if carrier.revoked_from is not None:
        raise failures.sender_revoked(carrier.device)
    return carrier


def _certified(
    certificate: Certificate | None, key_id: bytes, find_sender: FindSender
) -> tuple[Sender, Sender]:
    """Find a sender and its voucher.

    A key that was revoked, even from some seq on, no longer vouches.
    """
    if certificate is None or certificate.keys.key_id != key_id:
        raise failures.sender_unknown(key_id)
    voucher = find_sender(certificate.signed_by)
    if voucher is None or not is_certified(certificate, voucher.keys):
        raise failures.sender_unknown(key_id)
    if voucher.revoked_from is not None:
        raise failures.sender_revoked(voucher.device)
    return Sender(certificate.device, voucher.office, certificate.keys), voucher


def _claims(manifest: bytes) -> _Claims | None:
    try:
        return _claims_decoder().decode(manifest)
    except (ValueError, RecursionError):
        return None


@cache
def _claims_decoder() -> "msgspec.json.Decoder[_Claims]":
    return msgspec.json.Decoder(_Claims)


def check_carried(manifest: Manifest, sender: Sender, carrier: Sender) -> None:
    """Check that the device whose log is carried signed an end of it, at or after these events.

    A log without events must be an empty one; it makes its device known.
    """
    carried, span = manifest.carried, manifest.range
    if carried is None or sender.device == carrier.device:
        raise failures.carrier("nothing of another")
    signed = carried.signed
    if not span.count and signed.last:
        raise failures.carrier("nothing of another")
    if span.last > signed.last or not is_signed(signed, sender.device, sender.keys):
        raise failures.carrier("not signed")
    if span.last == signed.last and span.head != signed.head:
        raise failures.carrier("another end")
