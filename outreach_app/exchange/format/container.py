"""Packing of events into one signed and encrypted file, and the checks when it is opened."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from outreach_app.events import GENESIS
from outreach_app.exchange.format import failures, signature, strict_tar
from outreach_app.exchange.format.certificates import Certificate
from outreach_app.exchange.format.encryption import decrypt, encrypt
from outreach_app.exchange.format.heads import sign_head
from outreach_app.exchange.format.keys import StationKeys
from outreach_app.exchange.format.limits import MAX_FILE
from outreach_app.exchange.format.manifest import (
    FIRST_VERSION,
    FORMAT,
    SCHEMA,
    VERSION,
    Audit,
    Carried,
    Have,
    Manifest,
    Payload,
    Range,
    decode_manifest,
    encode_manifest,
)
from outreach_app.exchange.format.payload import (
    BundleEntry,
    check_lines,
    check_sizes,
    compress,
    decompress,
)
from outreach_app.exchange.format.senders import (
    FindSender,
    Sender,
    check_carried,
    find_senders,
)

_COMMENT = "outreach bundle {bundle_id}"


@dataclass(frozen=True, slots=True)
class Content:
    """The content of a bundle, without what is computed from it; hashes are raw bytes.

    `lines` are canonical lines of `device` from `first` on, of events or stubs; none makes an
    acknowledgement. `previous` is the chain's head before the first. `carried` is set if another
    device signs the file.
    """

    bundle_id: str
    device: str
    office: str
    app: str
    created_at: str
    first: int
    lines: Sequence[bytes]
    previous: bytes = GENESIS
    have: Mapping[str, Have] = field(default_factory=dict)
    audit_head: bytes = GENESIS
    certificate: Certificate | None = None
    carried: Carried | None = None
    audit: Audit | None = None


@dataclass(frozen=True, slots=True)
class SealedBundle:
    """A bundle whose manifest is verified and whose events are still compressed.

    `sender` is the station whose log it is, `carrier` the one that signed, if that is another.
    """

    manifest: Manifest
    sender: Sender
    certified_by: Sender | None
    compressed: bytes
    carrier: Sender | None

    @property
    def signer(self) -> Sender:
        """The station that signed the file."""
        return self.carrier or self.sender


@dataclass(frozen=True, slots=True)
class OpenedBundle:
    """A bundle that passed every check that needs no store.

    Forks and owners are checked by the importer. A sender that is not in the registry yet is
    vouched for by `certified_by`, through `manifest.certificate`: before registering it, check that
    its device is not another's. Do not believe what a revoked sender says it has (`manifest.have`).
    For a `carrier` the importer also checks that it may carry this log, and an end of its events
    before the signed head.
    """

    manifest: Manifest
    sender: Sender
    certified_by: Sender | None
    entries: list[BundleEntry]
    carrier: Sender | None

    @property
    def signer(self) -> Sender:
        """The station that signed the file."""
        return self.carrier or self.sender


def pack(content: Content, keys: StationKeys, recipients: Collection[str]) -> bytes:
    """Pack a bundle that each of the recipients can open.

    Raises BundleError for a bundle that nobody could import: the same checks as on opening.
    """
    entries = check_lines(content.lines, content.first, content.previous)
    head = entries[-1].head if entries else content.previous
    last = content.first + len(entries) - 1
    range_ = Range(content.first, last, content.previous.hex(), head.hex())
    if content.carried is None:
        signature_ = sign_head(content.device, last, head.hex(), keys).signature
        range_ = msgspec.structs.replace(range_, signature=signature_)
    _check_start(range_)
    compressed, sizes = compress(content.lines)
    check_sizes(sizes, range_, len(compressed))
    manifest = encode_manifest(_manifest(content, range_, sizes, recipients))
    decode_manifest(manifest)
    comment = _COMMENT.format(bundle_id=content.bundle_id)
    archive = strict_tar.build((manifest, signature.sign(manifest, comment, keys), compressed))
    data = encrypt(archive, recipients)
    if len(data) > MAX_FILE:
        raise failures.too_big()
    return data


def open_bundle(
    data: bytes,
    identities: Sequence[str],
    own_recipients: Collection[str],
    find_sender: FindSender,
) -> OpenedBundle:
    """Check a bundle in a fixed order and return its content; everything stays in memory.

    `identities` are the age secrets of this station, `own_recipients` their public parts. Raises
    BundleError, and nothing else whatever the bytes.
    """
    if len(data) > MAX_FILE:
        raise failures.too_big()
    return unpack(verify_archive(decrypt(data, identities), own_recipients, find_sender))


def unpack(sealed: SealedBundle) -> OpenedBundle:
    """Read the events of a verified bundle: the last part of `open_bundle`."""
    require_accepted(sealed)
    manifest = sealed.manifest
    check_sizes(manifest.payload, manifest.range, len(sealed.compressed))
    lines = decompress(sealed.compressed, manifest.payload, manifest.range)
    _check_start(manifest.range)
    previous = bytes.fromhex(manifest.range.prev)
    entries = check_lines(lines, manifest.range.first, previous)
    if (entries[-1].head if entries else previous).hex() != manifest.range.head:
        raise failures.chain("head")
    return OpenedBundle(manifest, sealed.sender, sealed.certified_by, entries, sealed.carrier)


def require_accepted(sealed: SealedBundle) -> None:
    """Raise BundleError E_SENDER_REVOKED for events of a revoked station from its mark on.

    Separate from `verify_archive`, because the importer reports files that were imported before.
    """
    revoked_from = sealed.sender.revoked_from
    if revoked_from is not None and sealed.manifest.range.last >= revoked_from:
        raise failures.sender_revoked(sealed.sender.device)


def verify_archive(
    archive: bytes, own_recipients: Collection[str], find_sender: FindSender
) -> SealedBundle:
    """Check whose bundle an archive is, before its events are read."""
    manifest_bytes, signature_bytes, compressed = strict_tar.split(archive)
    signed = signature.parse(signature_bytes)
    sender, certified_by, carrier = find_senders(manifest_bytes, signed.key_id, find_sender)
    signer = carrier or sender
    signature.verify_signature(manifest_bytes, signed, signer.keys)
    with failures.sent_by(signer.device):
        manifest = decode_manifest(manifest_bytes)
        _check_promises(manifest, signed.comment, sender)
        if carrier is not None:
            check_carried(manifest, sender, carrier)
        if not set(own_recipients).intersection(manifest.to):
            raise failures.recipient()
    return SealedBundle(manifest, sender, certified_by, compressed, carrier)


def _manifest(
    content: Content, range_: Range, sizes: Payload, recipients: Collection[str]
) -> Manifest:
    return Manifest(
        fmt=FORMAT,
        v=VERSION,
        min_reader=FIRST_VERSION if content.carried is None else VERSION,
        schema=SCHEMA,
        app=content.app,
        bundle_id=content.bundle_id,
        dev=content.device,
        org=content.office,
        to=sorted(set(recipients)),
        created_at=content.created_at,
        range=range_,
        payload=sizes,
        have=dict(content.have),
        audit_head=content.audit_head.hex(),
        certificate=content.certificate,
        carried=content.carried,
        audit=content.audit,
    )


def _check_promises(manifest: Manifest, comment: bytes, sender: Sender) -> None:
    """Check that the signed comment names this bundle, and the manifest its signer's station."""
    if comment != _COMMENT.format(bundle_id=manifest.bundle_id).encode():
        raise failures.signature("comment of another bundle")
    if (manifest.dev, manifest.org) != (sender.device, sender.office):
        raise failures.manifest("not the sender's device and office")
    vouched = manifest.certificate
    if vouched and (vouched.device, vouched.keys) != (sender.device, sender.keys):
        raise failures.signature("certificate of another device or other keys")


def _check_start(range_: Range) -> None:
    if range_.first == 1 and range_.prev != GENESIS.hex():
        raise failures.chain("start")
