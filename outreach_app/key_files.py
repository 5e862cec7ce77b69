"""The key file: who can unwrap the data key, within bounds, in two copies."""

import hashlib
import hmac
import secrets
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal
from uuid import UUID

import msgspec
import pyrage
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pyrage import x25519

from outreach_app.actors import Role
from outreach_app.errors import Locked, UnreadableFile
from outreach_app.foreign import MOST_SMALL, read_regular
from outreach_app.i18n import gettext as _
from outreach_app.whole import write_whole

KEY_FILE = "outreach.key"
KEY_FILE_COPY = "outreach.key.copy"
# There while the data key is being changed: the key file of the new one.
NEXT_KEY_FILE = "outreach.key.next"
MOST_ACCOUNTS = 16

# About 0.35 s on an office PC, and 64 MiB, per guess. A file that asks for less would make guesses
# cheap; one that asks for more than a few times as much would keep the program busy.
_MEMORY_KIB, _PASSES, _LANES = 65536, 3, 4
_LEAST_MEMORY_KIB, _LEAST_PASSES = _MEMORY_KIB, _PASSES
# Told of each change of a key file, with its folder and what it holds from then on.
_followers: list[Callable[[Path, bytes], None]] = []
_Bytes12 = Annotated[bytes, msgspec.Meta(min_length=12, max_length=12)]
_Bytes16 = Annotated[bytes, msgspec.Meta(min_length=16, max_length=16)]
# An age secret is 74 letters, and its seal has 16 bytes.
_WrappedSecret = Annotated[bytes, msgspec.Meta(min_length=90, max_length=90)]
_SealedKey = Annotated[bytes, msgspec.Meta(min_length=32, max_length=512)]


class SlotKind(StrEnum):
    """Which secret a slot is for."""

    ACCOUNT = "account"
    RECOVERY = "recovery"


class Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way to the data key: a secret unwraps an age identity, to which the key is sealed.

    So the data key can change while nobody types a passphrase. `role` and `number` name an account
    on the page where one is chosen; what it may do stands in the store.
    """

    id: UUID
    kind: SlotKind
    salt: _Bytes16
    memory_kib: Annotated[int, msgspec.Meta(ge=64, le=4 * _MEMORY_KIB)]
    passes: Annotated[int, msgspec.Meta(ge=1, le=10)]
    lanes: Annotated[int, msgspec.Meta(ge=1, le=8)]
    nonce: _Bytes12
    wrapped: _WrappedSecret
    recipient: Annotated[str, msgspec.Meta(max_length=100)]
    sealed: _SealedKey
    role: Role | None = None
    number: Annotated[int, msgspec.Meta(ge=1, le=999)] = 1

    @property
    def is_cheap(self) -> bool:
        """Whether a guess costs less than what this program makes it cost."""
        return self.memory_kib < _LEAST_MEMORY_KIB or self.passes < _LEAST_PASSES

    def unwrap(self, secret: str) -> bytes | None:
        """Return the data key; None where it is another's secret."""
        key = _derive(secret, self.salt, self.memory_kib, self.passes, self.lanes)
        try:
            identity = AESGCM(key).decrypt(self.nonce, self.wrapped, self.id.bytes)
            opened: bytes = pyrage.decrypt(
                self.sealed, [x25519.Identity.from_str(identity.decode("ascii"))]
            )
        except (InvalidTag, ValueError, pyrage.IdentityError, pyrage.DecryptError):
            return None
        return opened

    def resealed(self, data_key: bytes) -> "Slot":
        """Return the slot as it opens another data key with the same secret."""
        sealed = pyrage.encrypt(data_key, [x25519.Recipient.from_str(self.recipient)])
        return msgspec.structs.replace(self, sealed=sealed)


class Sealed(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The data key as a recovery key kept elsewhere opens it, and nothing else.

    `office` is the uid of the office whose store it opens: no name is in the clear.
    """

    recipient: str
    content: bytes
    office: str = ""


class KeyFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a key file holds, within bounds that are looked at before anything is derived.

    `is_code_confirmed` says that a person showed to have the recovery code on paper. `mac` is by
    the data key, over all the rest.
    """

    version: Literal[3]
    slots: Annotated[list[Slot], msgspec.Meta(max_length=MOST_ACCOUNTS + 1)]
    check: str = ""
    is_code_confirmed: bool = False
    sealed: Annotated[list[Sealed], msgspec.Meta(max_length=16)] = []
    mac: bytes = b""

    def checksum(self) -> str:
        """Return what tells a damaged file from a wrong passphrase."""
        return hashlib.sha256(self._without("check")).hexdigest()

    def mac_by(self, data_key: bytes) -> bytes:
        """Return what nobody can make who has no data key."""
        key = HKDF(SHA256(), 32, None, b"outreach key file 3").derive(data_key)
        return hmac.digest(key, self._without("check", "mac"), "sha256")

    def _without(self, *names: str) -> bytes:
        """Return all but these fields as canonical JSON: sorted keys, no white space."""
        fields = msgspec.structs.asdict(self)
        left = {name: value for name, value in fields.items() if name not in names}
        return msgspec.json.encode(left, order="sorted")


def make_slot(
    slot_id: UUID, kind: SlotKind, secret: str, data_key: bytes, role: Role | None, number: int
) -> Slot:
    """Wrap the data key for a secret, with an identity that no earlier slot had."""
    identity = x25519.Identity.generate()
    recipient = identity.to_public()
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    key = _derive(secret, salt, _MEMORY_KIB, _PASSES, _LANES)
    return Slot(
        id=slot_id,
        kind=kind,
        salt=salt,
        memory_kib=_MEMORY_KIB,
        passes=_PASSES,
        lanes=_LANES,
        nonce=nonce,
        wrapped=AESGCM(key).encrypt(nonce, str(identity).encode(), slot_id.bytes),
        recipient=str(recipient),
        sealed=pyrage.encrypt(data_key, [recipient]),
        role=role,
        number=number,
    )


def write_key_file(
    folder: Path,
    key_file: KeyFile,
    data_key: bytes,
    names: tuple[str, ...] = (KEY_FILE, KEY_FILE_COPY),
) -> None:
    """Write a key file under each of the names. Raises WriteFailed."""
    ours = msgspec.structs.replace(key_file, mac=key_file.mac_by(data_key))
    whole = msgspec.structs.replace(ours, check=ours.checksum())
    content = msgspec.json.format(msgspec.json.encode(whole), indent=1)
    for name in names:
        write_whole(folder / name, content)
    if KEY_FILE in names:
        for follow in _followers:
            follow(folder, content)


def follow_changes(follow: Callable[[Path, bytes], None]) -> None:
    """Have each change of a key file told, before it counts: what `follow` raises is told on."""
    _followers.append(follow)


def take_copy(folder: Path, content: bytes) -> None:
    """Put a key file that is kept elsewhere too in the place of this one.

    One that is damaged, or of another store, is left where it is: no slot of it is one of these.
    Raises WriteFailed.
    """
    present = next(_copies(folder, (KEY_FILE,)))
    theirs, ours = _decoded(content), _decoded(present)
    if theirs is None or present == content:
        return
    if ours is None or {slot.id for slot in ours.slots} & {slot.id for slot in theirs.slots}:
        for name in (KEY_FILE, KEY_FILE_COPY):
            write_whole(folder / name, content)


def read_key_file(folder: Path, names: tuple[str, ...] = (KEY_FILE, KEY_FILE_COPY)) -> KeyFile:
    """Return the key file; a later name serves where the first is damaged, and mends it.

    Raises Locked (`damaged_key_file`).
    """
    for position, content in enumerate(_copies(folder, names)):
        key_file = _decoded(content)
        if key_file is not None:
            if position > 0:
                write_whole(folder / names[0], content)
            return key_file
    raise Locked(
        _("The key file is damaged and its copy too. Restore a backup."),
        code="damaged_key_file",
    )


def require_ours(key_file: KeyFile, data_key: bytes) -> None:
    """Raise Locked (`forged_key_file`) where the file was changed by who had no data key."""
    if not hmac.compare_digest(key_file.mac, key_file.mac_by(data_key)):
        message = _(
            "The key file was changed outside the program, so nothing was opened. Put the one of"
            " the last backup in its place, and tell the person in charge."
        )
        raise Locked(message, code="forged_key_file")


def _derive(secret: str, salt: bytes, memory_kib: int, passes: int, lanes: int) -> bytes:
    derivation = Argon2id(
        salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=memory_kib
    )
    # A variable of the system may hold what is no text: it is a wrong passphrase, no fault.
    return derivation.derive(secret.encode(errors="surrogatepass"))


def _decoded(content: bytes) -> KeyFile | None:
    """Return a key file that is as it was written; None of what is none, or guards too little."""
    try:
        key_file = msgspec.json.decode(content, type=KeyFile)
    except (ValueError, RecursionError):
        return None
    is_cheap = any(slot.is_cheap for slot in key_file.slots)
    return key_file if key_file.check == key_file.checksum() and not is_cheap else None


def _copies(folder: Path, names: tuple[str, ...]) -> Iterator[bytes]:
    for name in names:
        try:
            yield read_regular(folder / name, MOST_SMALL)
        except UnreadableFile:
            yield b""
