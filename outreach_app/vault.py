"""Passphrases, the data key they unwrap, and the recovery code."""

import hashlib
import secrets
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from outreach_app.errors import InvalidDraft, Locked, Problem
from outreach_app.i18n import gettext as _
from outreach_app.whole import write_whole

KEY_FILE = "outreach.key"
KEY_FILE_COPY = "outreach.key.copy"
LEAST_PASSPHRASE = 10
# Of every sample, told to whoever asks; no real store can have it, as it is too short.
SAMPLE_PASSPHRASE = "demo"  # noqa: S105 - it guards invented data only

# About 0.35 s on an office PC, and 64 MiB, per guess.
_MEMORY_KIB, _PASSES, _LANES = 65536, 3, 4
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
    salt: bytes
    memory_kib: int
    passes: int
    lanes: int
    nonce: bytes
    wrapped: bytes

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
    """`is_code_confirmed` says that a person showed to have the recovery code on paper."""

    version: int
    slots: list[_Slot]
    check: str = ""
    is_code_confirmed: bool = False
    sealed: list[Sealed] = []

    def checksum(self) -> str:
        """Return what tells a damaged file from a wrong passphrase."""
        content = msgspec.json.encode([self.version, self.slots, *self.sealed])
        return hashlib.sha256(content).hexdigest()


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
    _write(folder, _KeyFile(1, slots))
    return data_key, code


def unlock(folder: Path, secret: str) -> bytes:
    """Return the data key, unwrapped by the passphrase or the recovery code.

    The second copy of the key file serves where the first is damaged, and mends it. Raises Locked
    (`wrong_passphrase`, `damaged_key_file`).
    """
    key_file = _read(folder)
    for slot in key_file.slots:
        try:
            return slot.unwrap(
                secret if slot.kind is _SlotKind.PASSPHRASE else _normalise_code(secret)
            )
        except InvalidTag:
            continue
    raise Locked(
        _("Wrong passphrase. Check the keyboard language and try again."), code="wrong_passphrase"
    )


def change_passphrase(folder: Path, data_key: bytes, passphrase: str) -> None:
    """Wrap the same data key anew: nothing is encrypted again, and the recovery code stays."""
    check_passphrase(passphrase)
    _write(folder, _with_slot(_read(folder), _wrap(_SlotKind.PASSPHRASE, passphrase, data_key)))


def renew_recovery_code(folder: Path, data_key: bytes) -> str:
    """Make a new recovery code and return it (once); the one before opens nothing from here on."""
    code = _new_recovery_code()
    key_file = _with_slot(_read(folder), _wrap(_SlotKind.RECOVERY, _normalise_code(code), data_key))
    _write(folder, msgspec.structs.replace(key_file, is_code_confirmed=False))
    return code


def confirm_recovery_code(folder: Path) -> None:
    """Remember that the person has the recovery code on paper."""
    _write(folder, msgspec.structs.replace(_read(folder), is_code_confirmed=True))


def doubt_recovery_code(folder: Path) -> None:
    """Remember that the person had no recovery code when it was needed."""
    _write(folder, msgspec.structs.replace(_read(folder), is_code_confirmed=False))


def has_confirmed_code(folder: Path) -> bool:
    """Whether the person has the recovery code on paper; if not, only the passphrase is left."""
    return _read(folder).is_code_confirmed


def keep_sealed(folder: Path, sealed: Sealed) -> None:
    """Keep the sealed data key in the key file, in the place of one for the same recipient."""
    key_file = _read(folder)
    kept = [other for other in key_file.sealed if other.recipient != sealed.recipient]
    _write(folder, msgspec.structs.replace(key_file, sealed=[*kept, sealed]))


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


def _write(folder: Path, key_file: _KeyFile) -> None:
    whole = msgspec.structs.replace(key_file, check=key_file.checksum())
    content = msgspec.json.format(msgspec.json.encode(whole), indent=1)
    for name in (KEY_FILE, KEY_FILE_COPY):
        write_whole(folder / name, content)


def _read(folder: Path) -> _KeyFile:
    for position, content in enumerate(_copies(folder)):
        try:
            key_file = msgspec.json.decode(content, type=_KeyFile)
        except msgspec.MsgspecError:
            continue
        if key_file.check == key_file.checksum():
            if position > 0:
                write_whole(folder / KEY_FILE, content)
            return key_file
    raise Locked(
        _("The key file is damaged and its copy too. Restore a backup."),
        code="damaged_key_file",
    )


def _copies(folder: Path) -> Iterator[bytes]:
    for name in (KEY_FILE, KEY_FILE_COPY):
        path = folder / name
        yield path.read_bytes() if path.exists() else b""
