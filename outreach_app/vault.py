"""Passphrases, the data key they unwrap, and the recovery code."""

import hashlib
import hmac
import secrets
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from outreach_app.errors import InvalidDraft, Locked, Problem, UnreadableFile
from outreach_app.foreign import MOST_SMALL, read_regular
from outreach_app.i18n import gettext as _
from outreach_app.whole import write_whole

KEY_FILE = "outreach.key"
KEY_FILE_COPY = "outreach.key.copy"
LEAST_PASSPHRASE = 10
# Of every sample, told to whoever asks; no real store can have it, as it is too short.
SAMPLE_PASSPHRASE = "demo"  # noqa: S105 - it guards invented data only

# About 0.35 s on an office PC, and 64 MiB, per guess. A file that asks for less would make guesses
# cheap; one that asks for more than a few times as much would keep the program busy.
_MEMORY_KIB, _PASSES, _LANES = 65536, 3, 4
_LEAST_MEMORY_KIB, _LEAST_PASSES = _MEMORY_KIB, _PASSES
_Bytes12 = Annotated[bytes, msgspec.Meta(min_length=12, max_length=12)]
_Bytes16 = Annotated[bytes, msgspec.Meta(min_length=16, max_length=16)]
_Bytes48 = Annotated[bytes, msgspec.Meta(min_length=48, max_length=48)]
# Crockford's base 32: no I, L, O or U to misread on paper. 30 symbols are 150 bits.
_SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})


class _SlotKind(StrEnum):
    """Which secret a slot is for."""

    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a secret, not one
    RECOVERY = "recovery"


class _Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The data key wrapped by one secret."""

    kind: _SlotKind
    salt: _Bytes16
    memory_kib: Annotated[int, msgspec.Meta(ge=64, le=4 * _MEMORY_KIB)]
    passes: Annotated[int, msgspec.Meta(ge=1, le=10)]
    lanes: Annotated[int, msgspec.Meta(ge=1, le=8)]
    nonce: _Bytes12
    wrapped: _Bytes48

    @property
    def is_cheap(self) -> bool:
        """Whether a guess costs less than what this program makes it cost."""
        return self.memory_kib < _LEAST_MEMORY_KIB or self.passes < _LEAST_PASSES

    def unwrap(self, secret: str) -> bytes:
        key = _derive(secret, self.salt, self.memory_kib, self.passes, self.lanes)
        return AESGCM(key).decrypt(self.nonce, self.wrapped, self.kind.encode())


class Sealed(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The data key as a recovery key kept elsewhere opens it, and nothing else.

    `office` is the uid of the office whose store it opens: no name is in the clear.
    """

    recipient: str
    content: bytes
    office: str = ""


class _KeyFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a key file holds, within bounds that are looked at before anything is derived.

    `is_code_confirmed` says that a person showed to have the recovery code on paper. `mac` is by
    the data key, over all the rest.
    """

    version: Literal[2]
    slots: Annotated[list[_Slot], msgspec.Meta(max_length=2)]
    check: str = ""
    is_code_confirmed: bool = False
    sealed: Annotated[list[Sealed], msgspec.Meta(max_length=16)] = []
    mac: bytes = b""

    def checksum(self) -> str:
        """Return what tells a damaged file from a wrong passphrase."""
        return hashlib.sha256(self._without("check")).hexdigest()

    def mac_by(self, data_key: bytes) -> bytes:
        """Return what nobody can make who has no data key."""
        key = HKDF(SHA256(), 32, None, b"outreach key file 2").derive(data_key)
        return hmac.digest(key, self._without("check", "mac"), "sha256")

    def _without(self, *names: str) -> bytes:
        """Return all but these fields as canonical JSON: sorted keys, no white space."""
        fields = msgspec.structs.asdict(self)
        left = {name: value for name, value in fields.items() if name not in names}
        return msgspec.json.encode(left, order="sorted")


def check_passphrase(passphrase: str) -> None:
    """Raise InvalidDraft for a passphrase that is too short to guard a real store."""
    if len(passphrase) < LEAST_PASSPHRASE:
        message = _("The passphrase is too short: at least {least} characters.")
        message = message.format(least=LEAST_PASSPHRASE)
        raise InvalidDraft(message, [Problem("passphrase", "too_short", message)])


def create(folder: Path, passphrase: str) -> tuple[bytes, str]:
    """Make a data key, write the key file twice, return the key and the recovery code (once)."""
    data_key, code = secrets.token_bytes(32), _new_recovery_code()
    slots = [
        _wrap(_SlotKind.PASSPHRASE, passphrase, data_key),
        _wrap(_SlotKind.RECOVERY, _normalise_code(code), data_key),
    ]
    _write(folder, _KeyFile(2, slots), data_key)
    return data_key, code


def unlock(folder: Path, secret: str) -> bytes:
    """Return the data key, unwrapped by the passphrase or the recovery code.

    The second copy of the key file serves where the first is damaged, and mends it. Raises Locked
    (`wrong_passphrase`, `damaged_key_file`, `forged_key_file`).
    """
    key_file = _read(folder)
    for slot in key_file.slots:
        try:
            data_key = slot.unwrap(
                secret if slot.kind is _SlotKind.PASSPHRASE else _normalise_code(secret)
            )
        except InvalidTag:
            continue
        _require_ours(key_file, data_key)
        return data_key
    raise Locked(
        _("Wrong passphrase. Check the keyboard language and try again."), code="wrong_passphrase"
    )


def change_passphrase(folder: Path, data_key: bytes, passphrase: str) -> None:
    """Wrap the same data key anew: nothing is encrypted again, and the recovery code stays."""
    check_passphrase(passphrase)
    slot = _wrap(_SlotKind.PASSPHRASE, passphrase, data_key)
    _write(folder, _with_slot(_read(folder), slot), data_key)


def renew_recovery_code(folder: Path, data_key: bytes) -> str:
    """Make a new recovery code and return it (once); the one before opens nothing from here on."""
    code = _new_recovery_code()
    key_file = _with_slot(_read(folder), _wrap(_SlotKind.RECOVERY, _normalise_code(code), data_key))
    _write(folder, msgspec.structs.replace(key_file, is_code_confirmed=False), data_key)
    return code


def confirm_recovery_code(folder: Path, data_key: bytes) -> None:
    """Remember that the person has the recovery code on paper."""
    _write(folder, msgspec.structs.replace(_read(folder), is_code_confirmed=True), data_key)


def doubt_recovery_code(folder: Path, data_key: bytes) -> None:
    """Remember that the person had no recovery code when it was needed."""
    _write(folder, msgspec.structs.replace(_read(folder), is_code_confirmed=False), data_key)


def has_confirmed_code(folder: Path) -> bool:
    """Return whether the recovery code is on paper; if not, only the passphrase is left."""
    return _read(folder).is_code_confirmed


def keep_sealed(folder: Path, sealed: Sealed, data_key: bytes) -> None:
    """Keep the sealed data key in the key file, in the place of one for the same recipient."""
    key_file = _read(folder)
    kept = [other for other in key_file.sealed if other.recipient != sealed.recipient]
    _write(folder, msgspec.structs.replace(key_file, sealed=[*kept, sealed]), data_key)


def sealed_keys(folder: Path) -> list[Sealed]:
    """Return the sealed copies of the data key. Raises Locked (`damaged_key_file`)."""
    return _read(folder).sealed


def _derive(secret: str, salt: bytes, memory_kib: int, passes: int, lanes: int) -> bytes:
    derivation = Argon2id(
        salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=memory_kib
    )
    return derivation.derive(secret.encode())


def _wrap(kind: _SlotKind, secret: str, data_key: bytes) -> _Slot:
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    key = _derive(secret, salt, _MEMORY_KIB, _PASSES, _LANES)
    wrapped = AESGCM(key).encrypt(nonce, data_key, kind.encode())
    return _Slot(kind, salt, _MEMORY_KIB, _PASSES, _LANES, nonce, wrapped)


def _with_slot(key_file: _KeyFile, slot: _Slot) -> _KeyFile:
    """Return the key file with this slot in the place of the one of its kind."""
    kept = [other for other in key_file.slots if other.kind != slot.kind]
    return msgspec.structs.replace(key_file, slots=[slot, *kept])


def _new_recovery_code() -> str:
    symbols = "".join(secrets.choice(_SYMBOLS) for _position in range(30))
    return "-".join(symbols[start : start + 5] for start in range(0, 30, 5))


def _normalise_code(code: str) -> str:
    return "".join(code.upper().translate(_MISREAD).replace("-", "").split())


def _write(folder: Path, key_file: _KeyFile, data_key: bytes) -> None:
    ours = msgspec.structs.replace(key_file, mac=key_file.mac_by(data_key))
    whole = msgspec.structs.replace(ours, check=ours.checksum())
    content = msgspec.json.format(msgspec.json.encode(whole), indent=1)
    for name in (KEY_FILE, KEY_FILE_COPY):
        write_whole(folder / name, content)


def _read(folder: Path) -> _KeyFile:
    for position, content in enumerate(_copies(folder)):
        try:
            key_file = msgspec.json.decode(content, type=_KeyFile)
        except (ValueError, RecursionError):
            continue
        is_cheap = any(slot.is_cheap for slot in key_file.slots)
        if key_file.check == key_file.checksum() and not is_cheap:
            if position > 0:
                write_whole(folder / KEY_FILE, content)
            return key_file
    raise Locked(
        _("The key file is damaged and its copy too. Restore a backup."),
        code="damaged_key_file",
    )


def _copies(folder: Path) -> Iterator[bytes]:
    for name in (KEY_FILE, KEY_FILE_COPY):
        try:
            yield read_regular(folder / name, MOST_SMALL)
        except UnreadableFile:
            yield b""


def _require_ours(key_file: _KeyFile, data_key: bytes) -> None:
    if not hmac.compare_digest(key_file.mac, key_file.mac_by(data_key)):
        message = _(
            "The key file was changed outside the program, so nothing was opened. Put the one of"
            " the last backup in its place, and tell the person in charge."
        )
        raise Locked(message, code="forged_key_file")
