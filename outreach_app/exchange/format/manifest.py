"""The manifest: what a bundle states about itself, under its signature."""

from datetime import datetime
from functools import cache
from typing import Annotated, Final, Literal

import msgspec

from outreach_app.events import MAX_INTEGER, Digest, Moment, Natural, Seq, Uid
from outreach_app.exchange.format import failures
from outreach_app.exchange.format.certificates import Certificate
from outreach_app.exchange.format.heads import SignedHead
from outreach_app.exchange.format.keys import KeyId, Recipient
from outreach_app.exchange.format.limits import (
    MAX_DEVICES,
    MAX_EXTRA,
    MAX_NODES,
    MAX_PROOFS,
    MAX_RECIPIENTS,
)

FORMAT: Final = "outreach"
VERSION = 2  # of the container; a bundle names the lowest version that can read it
FIRST_VERSION = 1  # which reads everything except logs carried for another station
SCHEMA = 1  # of the names in events


class Range(msgspec.Struct, frozen=True, omit_defaults=True):
    """The events of the bundle: `first` to `last`, none if `last` is `first` - 1.

    `prev` is the chain's hash before the first, `head` after the last. `signature` is the device's
    signature on its log up to there, as in `SignedHead`.
    """

    first: Seq
    last: Natural
    prev: Digest
    head: Digest
    signature: bytes | None = None

    @property
    def count(self) -> int:
        return self.last - self.first + 1


class Carried(msgspec.Struct, frozen=True):
    """Marks events of another device than the signer's: `key_id` is that device's key.

    `signed` is the device's own signature on an end of its log, at or after the last event.
    """

    key_id: KeyId
    signed: SignedHead


class Payload(msgspec.Struct, frozen=True):
    """The sizes of the events in bytes, and the SHA-256 of their compressed lines."""

    gz_size: Natural
    raw_size: Natural
    gz_sha256: Digest
    count: Natural


Ranges = Annotated[list[tuple[Seq, Seq]], msgspec.Meta(max_length=MAX_EXTRA)]


class Have(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the sender holds of one device: all up to `upto`, where the chain's hash is `head`.

    `extra` are ranges (first, last) held beyond a gap; `stubs` those held only as stubs though
    nothing of them was erased, given of the sender's own office and of headquarters. `signed` is
    the device's signature on the newest end of its log that is held.
    """

    upto: Natural
    head: Digest
    extra: Ranges = []
    stubs: Ranges = []
    signed: SignedHead | None = None


class Proof(msgspec.Struct, frozen=True):
    """Proof that a log still begins with its first `count` entries: nodes of RFC 9162, 2.1.4."""

    count: Annotated[int, msgspec.Meta(ge=1, le=MAX_INTEGER)]
    nodes: Annotated[list[Digest], msgspec.Meta(max_length=MAX_NODES)]


class Audit(msgspec.Struct, frozen=True, omit_defaults=True):
    """The length of the signer's access log, the hash over it, and proofs that it only grew.

    `device` is the number that the log goes by, if the file is signed under a former one.
    """

    count: Natural
    root: Digest
    proofs: Annotated[list[Proof], msgspec.Meta(max_length=MAX_PROOFS)] = []
    device: Uid | None = None


class Manifest(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a bundle states about itself.

    Unknown fields are ignored; `min_reader` states the lowest version that can read it. `dev` and
    `org` are the uids of the device whose log this is and of its office, `to` age recipients. The
    rest is the signer's: `have` what it holds of each device, `audit_head` the last hash of its log
    of files that left, `audit` the state of its access log, for headquarters. The signer is the
    device itself, or `carried` says whose log it carries.
    """

    fmt: Literal["outreach"]
    v: Annotated[int, msgspec.Meta(ge=1, le=9999)]
    min_reader: Annotated[int, msgspec.Meta(ge=1, le=9999)]
    schema: Annotated[int, msgspec.Meta(ge=1, le=9999)]
    app: Annotated[str, msgspec.Meta(max_length=40)]
    bundle_id: Uid
    dev: Uid
    org: Uid
    to: Annotated[list[Recipient], msgspec.Meta(min_length=1, max_length=MAX_RECIPIENTS)]
    created_at: Moment
    range: Range
    payload: Payload
    have: Annotated[dict[Uid, Have], msgspec.Meta(max_length=MAX_DEVICES)]
    audit_head: Digest
    certificate: Certificate | None = None
    carried: Carried | None = None
    audit: Audit | None = None


class _Version(msgspec.Struct):
    fmt: Literal["outreach"]
    min_reader: int


def encode_manifest(manifest: Manifest) -> bytes:
    """Encode a manifest as canonical JSON: sorted keys, no white space, UTF-8."""
    return msgspec.json.encode(manifest, order="sorted")


def decode_manifest(content: bytes) -> Manifest:
    """Decode a canonical manifest. Raises BundleError E_NEWER_VERSION, E_MANIFEST."""
    try:
        version = _version_decoder().decode(content)
        if version.min_reader > VERSION:
            raise failures.newer_version(version.min_reader)
        manifest = _decoder().decode(content)
        datetime.fromisoformat(manifest.created_at)
        if manifest.schema > SCHEMA:
            raise failures.newer_version(manifest.schema)
        if msgspec.json.encode(_any_decoder().decode(content), order="sorted") != content:
            raise failures.manifest("not canonical")
        _check_have(manifest)
    except (ValueError, OverflowError, RecursionError) as error:
        raise failures.manifest(str(error)) from error
    return manifest


def _check_have(manifest: Manifest) -> None:
    """Check that ranges are sorted and do not touch: holdings have one form only."""
    for device, have in manifest.have.items():
        if not (_is_ordered(have.upto, have.extra) and _is_ordered(-1, have.stubs)):
            raise failures.manifest(f"ranges of {device}")


def _is_ordered(last: int, ranges: Ranges) -> bool:
    for first, end in ranges:
        if not last + 1 < first <= end:
            return False
        last = end
    return True


def _refuse_float(text: str) -> None:
    """Refuse a float: two programs may write one in two ways, and a manifest has none."""
    raise ValueError(f"{text} is not an integer")


@cache
def _version_decoder() -> "msgspec.json.Decoder[_Version]":
    return msgspec.json.Decoder(_Version)


@cache
def _decoder() -> "msgspec.json.Decoder[Manifest]":
    return msgspec.json.Decoder(Manifest)


@cache
def _any_decoder() -> "msgspec.json.Decoder[object]":
    return msgspec.json.Decoder(object, float_hook=_refuse_float)
