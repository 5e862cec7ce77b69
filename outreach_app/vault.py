"""Passphrases, the data key they unwrap, and the recovery code."""

import secrets
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

import msgspec

from outreach_app.actors import Role
from outreach_app.errors import InvalidDraft, Locked, Problem
from outreach_app.i18n import gettext as _
from outreach_app.key_files import (
    KEY_FILE,
    KEY_FILE_COPY,
    NEXT_KEY_FILE,
    KeyFile,
    Sealed,
    Slot,
    SlotKind,
    make_slot,
    read_key_file,
    require_ours,
    write_key_file,
)

__all__ = ["KEY_FILE", "KEY_FILE_COPY", "NEXT_KEY_FILE", "Sealed"]

LEAST_PASSPHRASE = 10
WRONG_PASSPHRASE = "wrong_passphrase"  # noqa: S105 - the code of a refusal
# Of every sample, told to whoever asks; no real store can have it, as it is too short.
SAMPLE_PASSPHRASE = "demo"  # noqa: S105 - it guards invented data only
# Crockford's base 32: no I, L, O or U to misread on paper. A recovery code has 150 bits.
_SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE_LENGTH = 30
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})


@dataclass(frozen=True, slots=True)
class AccountLabel:
    """An account as the key file names it, before anything is opened."""

    uid: UUID
    role: Role
    number: int = 1


@dataclass(frozen=True, slots=True)
class Opened:
    """The data key, and the account whose passphrase unwrapped it; None: the recovery code did."""

    data_key: bytes
    account: UUID | None


def check_passphrase(passphrase: str) -> None:
    """Raise InvalidDraft for a passphrase that is too short to guard a real store."""
    if len(passphrase) < LEAST_PASSPHRASE:
        message = _("The passphrase is too short: at least {least} characters.")
        message = message.format(least=LEAST_PASSPHRASE)
        raise InvalidDraft(message, [Problem("passphrase", "too_short", message)])


def create(folder: Path, passphrase: str, role: Role = Role.CHIEF) -> tuple[bytes, str]:
    """Make a data key and a first account, write the key file twice.

    Return the key and the recovery code (once).
    """
    data_key, code = secrets.token_bytes(32), _new_code(groups=6)
    slots = [
        make_slot(uuid4(), SlotKind.ACCOUNT, passphrase, data_key, role, 1),
        _recovery_slot(code, data_key),
    ]
    write_key_file(folder, KeyFile(3, slots), data_key)
    return data_key, code


def list_accounts(folder: Path) -> list[AccountLabel]:
    """Return the accounts that can open a store. Raises Locked (`damaged_key_file`)."""
    return [
        AccountLabel(slot.id, slot.role, slot.number)
        for slot in read_key_file(folder).slots
        if slot.role is not None
    ]


def unlock(folder: Path, secret: str, account: UUID | None = None) -> bytes:
    """Return the data key, as `open_account` unwraps it."""
    return open_account(folder, secret, account).data_key


def open_account(
    folder: Path, secret: str, account: UUID | None = None, blocked: Collection[UUID] = ()
) -> Opened:
    """Unwrap the data key by an account's passphrase or the recovery code.

    Where no account is named each is tried, but for those that are blocked. The second copy of the
    key file serves where the first is damaged, and mends it. Raises Locked (`wrong_passphrase`,
    `damaged_key_file`, `forged_key_file`).
    """
    return _open(read_key_file(folder), secret, account, blocked)


def add_account(folder: Path, data_key: bytes, label: AccountLabel, passphrase: str) -> None:
    """Let one more passphrase open the store."""
    slot = make_slot(label.uid, SlotKind.ACCOUNT, passphrase, data_key, label.role, label.number)
    _write_slots(folder, data_key, lambda slots: [*slots, slot])


def relabel_account(folder: Path, data_key: bytes, label: AccountLabel) -> None:
    """Name an account by another role."""
    _write_slots(
        folder,
        data_key,
        lambda slots: [
            msgspec.structs.replace(slot, role=label.role, number=label.number)
            if slot.id == label.uid
            else slot
            for slot in slots
        ],
    )


def change_passphrase(
    folder: Path, data_key: bytes, passphrase: str, account: UUID | None = None
) -> None:
    """Wrap the same data key anew: nothing is encrypted again, and the recovery code stays.

    Without an account it is the first one that administers the others.
    """
    check_passphrase(passphrase)

    def rewrap(slots: list[Slot]) -> list[Slot]:
        former = next(slot for slot in slots if _is_meant(slot, account))
        slot = make_slot(
            former.id, SlotKind.ACCOUNT, passphrase, data_key, former.role, former.number
        )
        return [slot if each is former else each for each in slots]

    _write_slots(folder, data_key, rewrap)


def is_passphrase_of(folder: Path, account: UUID, passphrase: str) -> bool:
    """Tell whether an account has this passphrase already."""
    slots = (slot for slot in read_key_file(folder).slots if slot.id == account)
    return any(slot.unwrap(passphrase) is not None for slot in slots)


def new_first_passphrase() -> str:
    """Return a passphrase that is printed for a new account and changed at its first opening."""
    return _new_code(groups=4)


def renew_recovery_code(folder: Path, data_key: bytes) -> str:
    """Make a new recovery code and return it (once); the one before opens nothing from here on."""
    code = _new_code(groups=6)
    slot = _recovery_slot(code, data_key)
    key_file = read_key_file(folder)
    accounts = [other for other in key_file.slots if other.kind is not SlotKind.RECOVERY]
    changed = msgspec.structs.replace(key_file, slots=[*accounts, slot], is_code_confirmed=False)
    write_key_file(folder, changed, data_key)
    return code


def is_recovery_code(folder: Path, code: str) -> bool:
    """Tell whether this is the recovery code; some 0.35 s, as to open the store. Raises Locked."""
    typed = _normalise_code(code)
    slots = (slot for slot in read_key_file(folder).slots if slot.kind is SlotKind.RECOVERY)
    return any(slot.unwrap(typed) is not None for slot in slots)


def confirm_recovery_code(folder: Path, data_key: bytes) -> None:
    """Remember that the person has the recovery code on paper."""
    _write_confirmed(folder, data_key, is_confirmed=True)


def doubt_recovery_code(folder: Path, data_key: bytes) -> None:
    """Remember that the person had no recovery code when it was needed."""
    _write_confirmed(folder, data_key, is_confirmed=False)


def has_confirmed_code(folder: Path) -> bool:
    """Return whether the recovery code is on paper; if not, only the passphrase is left."""
    return read_key_file(folder).is_code_confirmed


def keep_sealed(folder: Path, sealed: Sealed, data_key: bytes) -> None:
    """Keep the sealed data key in the key file, in the place of one for the same recipient."""
    key_file = read_key_file(folder)
    kept = [other for other in key_file.sealed if other.recipient != sealed.recipient]
    write_key_file(folder, msgspec.structs.replace(key_file, sealed=[*kept, sealed]), data_key)


def drop_sealed(folder: Path, recipients: Collection[str], data_key: bytes) -> None:
    """Forget the data key as it was sealed to these: their keys open it no more."""
    key_file = read_key_file(folder)
    kept = [sealed for sealed in key_file.sealed if sealed.recipient not in recipients]
    write_key_file(folder, msgspec.structs.replace(key_file, sealed=kept), data_key)


def sealed_keys(folder: Path) -> list[Sealed]:
    """Return the sealed copies of the data key. Raises Locked (`damaged_key_file`)."""
    return read_key_file(folder).sealed


def prepare_new_key(folder: Path, without: UUID) -> bytes:
    """Make another data key and its key file, for all but one account; return the key.

    The key file waits beside the present one until `take_new_key`. What was sealed elsewhere is to
    be sealed anew.
    """
    key_file, data_key = read_key_file(folder), secrets.token_bytes(32)
    slots = [slot.resealed(data_key) for slot in key_file.slots if slot.id != without]
    changed = msgspec.structs.replace(key_file, slots=slots, sealed=[])
    write_key_file(folder, changed, data_key, (NEXT_KEY_FILE,))
    return data_key


def has_new_key(folder: Path) -> bool:
    """Tell whether another data key waits: changing it was interrupted."""
    return (folder / NEXT_KEY_FILE).exists()


def open_new_key(
    folder: Path, secret: str, account: UUID | None = None, blocked: Collection[UUID] = ()
) -> Opened:
    """Unwrap the data key that waits. Raises what `open_account` raises."""
    return _open(read_key_file(folder, (NEXT_KEY_FILE,)), secret, account, blocked)


def take_new_key(folder: Path, data_key: bytes) -> None:
    """Let the key file that waits take the place of the present one."""
    write_key_file(folder, read_key_file(folder, (NEXT_KEY_FILE,)), data_key)
    drop_new_key(folder)


def drop_new_key(folder: Path) -> None:
    """Forget a data key that the store never took."""
    with suppress(OSError):
        (folder / NEXT_KEY_FILE).unlink(missing_ok=True)


def wrong_passphrase() -> Locked:
    """Return what to say of a secret that opens nothing."""
    message = _("Wrong passphrase. Check the keyboard language and try again.")
    return Locked(message, code=WRONG_PASSPHRASE)


def _open(
    key_file: KeyFile, secret: str, account: UUID | None, blocked: Collection[UUID]
) -> Opened:
    code = _normalise_code(secret)
    for slot in key_file.slots:
        if slot.kind is SlotKind.RECOVERY:
            is_code = len(code) == _CODE_LENGTH and set(code) <= set(_SYMBOLS)
            data_key = slot.unwrap(code) if is_code else None
        else:
            is_meant = account in (None, slot.id) and slot.id not in blocked
            data_key = slot.unwrap(secret) if is_meant else None
        if data_key is not None:
            require_ours(key_file, data_key)
            return Opened(data_key, slot.id if slot.kind is SlotKind.ACCOUNT else None)
    raise wrong_passphrase()


def _is_meant(slot: Slot, account: UUID | None) -> bool:
    if account is None:
        return slot.role is not None and slot.role.administers
    return slot.id == account


def _write_slots(folder: Path, data_key: bytes, change: Callable[[list[Slot]], list[Slot]]) -> None:
    key_file = read_key_file(folder)
    changed = msgspec.structs.replace(key_file, slots=change(key_file.slots))
    write_key_file(folder, changed, data_key)


def _write_confirmed(folder: Path, data_key: bytes, *, is_confirmed: bool) -> None:
    changed = msgspec.structs.replace(read_key_file(folder), is_code_confirmed=is_confirmed)
    write_key_file(folder, changed, data_key)


def _recovery_slot(code: str, data_key: bytes) -> Slot:
    return make_slot(uuid4(), SlotKind.RECOVERY, _normalise_code(code), data_key, None, 1)


def _new_code(groups: int) -> str:
    symbols = "".join(secrets.choice(_SYMBOLS) for _position in range(5 * groups))
    return "-".join(symbols[start : start + 5] for start in range(0, len(symbols), 5))


def _normalise_code(code: str) -> str:
    return "".join(code.upper().translate(_MISREAD).replace("-", "").split())
