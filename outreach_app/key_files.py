"""The format of the key file: the slots that unwrap the data key, within bounds, in two copies."""

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from contextlib import suppress
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
from outreach_app.atomic_files import write_register_file
from outreach_app.errors import Locked, UnreadableFile, WriteFailed
from outreach_app.i18n import gettext as _
from outreach_app.key_ids import ID_SIZE, id_of
from outreach_app.key_versions import refusal_of
from outreach_app.paths import KEY_FILE, KEY_FILE_COPY
from outreach_app.untrusted_files import MAX_SMALL, read_regular

# Exists only while the key file is being changed: the next one, until the store has taken it.
NEXT_KEY_FILE = "outreach.key.next"
MAX_ACCOUNTS = 16
# More removals than the 8 whose former keys the marks of a store keep (`high_water_marks`).
MAX_REMOVED = 64

# About 0.35 s on an office PC, and 64 MiB, per guess. A file that asks for less would make guesses
# cheap; one that asks for much more would keep the program busy.
_MEMORY_KIB, _PASSES, _LANES = 65536, 3, 4
_MIN_MEMORY_KIB, _MIN_PASSES = _MEMORY_KIB, _PASSES
_KeyId = Annotated[bytes, msgspec.Meta(min_length=ID_SIZE, max_length=ID_SIZE)]
_Bytes12 = Annotated[bytes, msgspec.Meta(min_length=12, max_length=12)]
_Bytes16 = Annotated[bytes, msgspec.Meta(min_length=16, max_length=16)]
# An age secret is 74 letters; its authentication tag has 16 bytes.
_WrappedSecret = Annotated[bytes, msgspec.Meta(min_length=90, max_length=90)]
_SealedKey = Annotated[bytes, msgspec.Meta(min_length=32, max_length=512)]
_Number = Annotated[int, msgspec.Meta(ge=1, le=2**31 - 1)]


class SlotKind(StrEnum):
    """The kind of secret that opens a slot."""

    ACCOUNT = "account"
    RECOVERY = "recovery"


class Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way to the data key: a secret unwraps an age identity, to which the key is sealed.

    The data key can therefore change without anybody typing a passphrase. `role` and `number` label
    the account where one is chosen; its rights are in the store. Nobody has the secret of a slot
    that `is_shut`: the account waits for a new passphrase.
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
    number: _Number = 1
    is_shut: bool = False

    @property
    def is_cheap(self) -> bool:
        """Whether a guess costs less than this program requires."""
        return self.memory_kib < _MIN_MEMORY_KIB or self.passes < _MIN_PASSES

    def unwrap(self, secret: str) -> bytes | None:
        """Return the data key, or None if the secret is another's."""
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
        """Return the slot for another data key and the same secret."""
        sealed = pyrage.encrypt(data_key, [x25519.Recipient.from_str(self.recipient)])
        return msgspec.structs.replace(self, sealed=sealed)


class Sealed(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The data key sealed to a recovery key that is kept elsewhere.

    `office` is the uid of the office whose store it opens: no name is in the clear.
    """

    recipient: str
    content: bytes
    office: str = ""


class KeyFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The content of a key file, within bounds that are checked before any key is derived.

    `key_id` names the data key, `generation` counts the key files of a store. `is_code_confirmed`
    says that a person proved to have the recovery code on paper. `asks_two_persons` is the rule of
    the office, which an older store may not know yet. `removed` has the accounts that were removed,
    the last ones last, so that a backup that lacks an account is not taken for its removal.
    `highest` has the highest number that accounts of each role ever had, so that no number is given
    twice; key files of before do not have it. `mac` is computed with the data key over everything
    else.
    """

    version: Literal[6]
    key_id: _KeyId
    generation: Annotated[int, msgspec.Meta(ge=1, le=2**53)]
    slots: Annotated[list[Slot], msgspec.Meta(min_length=1, max_length=MAX_ACCOUNTS + 1)]
    check: str = ""
    is_code_confirmed: bool = False
    asks_two_persons: bool = False
    removed: Annotated[list[UUID], msgspec.Meta(max_length=MAX_REMOVED)] = []
    highest: dict[Role, _Number] | msgspec.UnsetType = msgspec.UNSET
    sealed: Annotated[list[Sealed], msgspec.Meta(max_length=16)] = []
    mac: bytes = b""

    def checksum(self) -> str:
        """Return the checksum that distinguishes a damaged file from a wrong passphrase."""
        return hashlib.sha256(self._without("check")).hexdigest()

    def mac_by(self, data_key: bytes) -> bytes:
        """Return the authentication code, which only a holder of the data key can compute."""
        key = HKDF(SHA256(), 32, None, b"outreach key file 6").derive(data_key)
        return hmac.digest(key, self._without("check", "mac"), "sha256")

    def has(self, slot: Slot) -> bool:
        """Return whether the slot is still in the file, with the same wrapped secret."""
        return any((each.id, each.wrapped) == (slot.id, slot.wrapped) for each in self.slots)

    def admits_as(self, other: "KeyFile") -> bool:
        """Return whether both have the same secrets, roles and rule of two persons."""
        ours, theirs = (
            {(slot.id, slot.wrapped, slot.role) for slot in each.slots} for each in (self, other)
        )
        return ours == theirs and self.asks_two_persons == other.asks_two_persons

    def numbers(self) -> dict[Role, int]:
        """Return the highest number that accounts of each role ever had."""
        highest = dict(self.highest or {})
        for slot in self.slots:
            if slot.role is not None:
                highest[slot.role] = max(slot.number, highest.get(slot.role, 0))
        return highest

    def next_number(self, role: Role) -> int:
        """Return the number of a new account, which no account of the role ever had."""
        return self.numbers().get(role, 0) + 1

    def with_numbers_of(self, others: Iterable["KeyFile"]) -> "KeyFile":
        """Return the key file that gives no number again that accounts had in others."""
        highest = self.numbers()
        for other in others:
            for role, number in other.numbers().items():
                highest[role] = max(number, highest.get(role, 0))
        return msgspec.structs.replace(self, highest=highest)

    def signed(self, data_key: bytes) -> "KeyFile":
        """Return the key file with its checksum and authentication code, ready to be written."""
        ours = msgspec.structs.replace(self, key_id=id_of(data_key))
        ours = msgspec.structs.replace(ours, mac=ours.mac_by(data_key))
        return msgspec.structs.replace(ours, check=ours.checksum())

    def content(self) -> bytes:
        """Return the bytes of the file."""
        return msgspec.json.format(msgspec.json.encode(self), indent=1)

    def _without(self, *names: str) -> bytes:
        """Return all but these fields as canonical JSON: sorted keys, no white space."""
        fields = msgspec.structs.asdict(self)
        left = {
            name: value
            for name, value in fields.items()
            if name not in names and value is not msgspec.UNSET
        }
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


def read_key_file(folder: Path) -> KeyFile:
    """Return the newer of the two copies; restore the first from the second if it is damaged.

    Raises what `key_versions.refusal_of` returns.
    """
    first, second = (find_key_file(folder / name) for name in (KEY_FILE, KEY_FILE_COPY))
    if first is None and second is not None:
        with suppress(WriteFailed):  # a folder or a pipe has its name
            write_register_file(folder / KEY_FILE, second.content())
    sound = [key_file for key_file in (first, second) if key_file is not None]
    if not sound:
        raise refusal_of(folder / KEY_FILE, folder / KEY_FILE_COPY)
    return max(sound, key=lambda key_file: key_file.generation)


def take_copy(folder: Path, content: bytes) -> bool:
    """Replace the key file by a copy from elsewhere; return whether they are now the same.

    A copy that is damaged, or that shares no slot with this one (another store's), is ignored.
    Raises WriteFailed.
    """
    theirs, ours = sound_key_file(content), find_key_file(folder / KEY_FILE)
    if theirs is None or theirs == ours:
        return theirs is not None
    is_ours = ours is None or bool({it.id for it in ours.slots} & {it.id for it in theirs.slots})
    for name in (KEY_FILE, KEY_FILE_COPY) if is_ours else ():
        write_register_file(folder / name, content)
    return is_ours


def find_key_file(path: Path) -> KeyFile | None:
    """Return the key file at a path, or None if it is damaged or missing."""
    try:
        return sound_key_file(read_regular(path, MAX_SMALL))
    except UnreadableFile:
        return None


def sound_key_file(content: bytes) -> KeyFile | None:
    """Return the key file in these bytes; None if they are not one, or if guessing is too cheap."""
    try:
        key_file = msgspec.json.decode(content, type=KeyFile)
    except (ValueError, RecursionError):
        return None
    is_cheap = any(slot.is_cheap for slot in key_file.slots)
    return None if is_cheap or key_file.check != key_file.checksum() else key_file


def require_ours(key_file: KeyFile, data_key: bytes) -> None:
    """Raise Locked (`forged_key_file`) if the file was changed without the data key."""
    if not hmac.compare_digest(key_file.mac, key_file.mac_by(data_key)):
        message = _(
            "The key file was changed outside the program, so nothing was opened. Replace it with "
            "the one from the last backup, and tell the person in charge."
        )
        raise Locked(message, code="forged_key_file")


def _derive(secret: str, salt: bytes, memory_kib: int, passes: int, lanes: int) -> bytes:
    derivation = Argon2id(
        salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=memory_kib
    )
    # An environment variable may hold invalid text: that is a wrong passphrase, not a fault.
    return derivation.derive(secret.encode(errors="surrogatepass"))
