"""Passphrases, the data key they unwrap, and the recovery code."""

import secrets
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

import msgspec

from outreach_app.actors import Role
from outreach_app.atomic_files import write_register_file
from outreach_app.errors import InvalidDraft, Locked, Problem
from outreach_app.i18n import gettext as _
from outreach_app.key_files import (
    MAX_REMOVED,
    NEXT_KEY_FILE,
    KeyFile,
    Sealed,
    Slot,
    SlotKind,
    make_slot,
    read_key_file,
    require_ours,
)
from outreach_app.key_ids import id_of
from outreach_app.key_versions import VERSION
from outreach_app.paths import KEY_FILE, KEY_FILE_COPY
from outreach_app.printed_codes import SYMBOLS, normalise_code

__all__ = ["KEY_FILE", "KEY_FILE_COPY", "NEXT_KEY_FILE", "Sealed"]

MIN_PASSPHRASE = 10
WRONG_PASSPHRASE = "wrong_passphrase"  # noqa: S105 - the code of a refusal
# For every sample, and public; no real store can have it, as it is too short.
SAMPLE_PASSPHRASE = "demo"  # noqa: S105 - it guards invented data only
_CODE_LENGTH = 30  # letters of a recovery code: 150 bits
_FIRST_LENGTH = 20  # of a first passphrase


@dataclass(frozen=True, slots=True)
class AccountLabel:
    """An account as the key file names it, before anything is opened."""

    uid: UUID
    role: Role
    number: int = 1


@dataclass(frozen=True, slots=True)
class Opened:
    """The data key, and the account whose passphrase unwrapped it (None: the recovery code did).

    `slot` of `key_file` is the one that was unwrapped. `is_put_right` says that an older key file
    was found instead of the store's newest, and replaced by it.
    """

    data_key: bytes
    account: UUID | None
    slot: Slot
    key_file: KeyFile
    is_put_right: bool = False


def check_passphrase(passphrase: str) -> None:
    """Raise InvalidDraft for a passphrase that is too short for a real store."""
    if len(passphrase.strip()) < MIN_PASSPHRASE:
        message = _("The passphrase is too short: at least {least} characters.")
        message = message.format(least=MIN_PASSPHRASE)
        raise InvalidDraft(message, [Problem("passphrase", "too_short", message)])


def create(folder: Path, passphrase: str, role: Role = Role.CHIEF) -> tuple[bytes, str]:
    """Make a data key and a first account, and write both copies of the key file.

    Return the key and the recovery code (once).
    """
    data_key, code = new_key(), _new_code(groups=6)
    slots = [
        make_slot(uuid4(), SlotKind.ACCOUNT, _as_printed(passphrase), data_key, role, 1),
        _recovery_slot(code, data_key),
    ]
    key_file = KeyFile(VERSION, id_of(data_key), 1, slots, highest={role: 1}).signed(data_key)
    for name in (KEY_FILE, KEY_FILE_COPY):
        write_register_file(folder / name, key_file.content())
    return data_key, code


def list_accounts(folder: Path) -> list[AccountLabel]:
    """Return the accounts that can open a store. Raises Locked (`damaged_key_file`)."""
    return labels_in(read_key_file(folder))


def labels_in(key_file: KeyFile) -> list[AccountLabel]:
    """Return the accounts that a key file names."""
    return [
        AccountLabel(slot.id, slot.role, slot.number)
        for slot in key_file.slots
        if slot.role is not None
    ]


def unlock(folder: Path, secret: str, account: UUID | None = None) -> bytes:
    """Return the data key from the key file of a folder, whatever store is there.

    Raises what `open_account` raises, and Locked (`damaged_key_file`).
    """
    return open_account(read_key_file(folder), secret, account).data_key


def open_account(
    key_file: KeyFile, secret: str, account: UUID | None, but: Collection[UUID | bytes] = ()
) -> Opened:
    """Unwrap the data key with an account's passphrase or the recovery code.

    Without `account` each one is tried. `but` are blocked accounts, and the sealed keys of slots
    that were tried before. Raises Locked (`wrong_passphrase`, `forged_key_file`).
    """
    code = normalise_code(secret)
    is_code = len(code) == _CODE_LENGTH and set(code) <= set(SYMBOLS)
    for slot in key_file.slots:
        is_recovery = slot.kind is SlotKind.RECOVERY
        is_meant = is_code if is_recovery else account in (None, slot.id)
        if not is_meant or slot.id in but or slot.sealed in but:
            continue
        data_key = slot.unwrap(code if is_recovery else _as_printed(secret))
        if data_key is not None:
            require_ours(key_file, data_key)
            return Opened(data_key, None if is_recovery else slot.id, slot, key_file)
    raise wrong_passphrase()


def with_account(
    key_file: KeyFile, data_key: bytes, label: AccountLabel, passphrase: str
) -> KeyFile:
    """Return the key file with one more account."""
    slot = make_slot(
        label.uid, SlotKind.ACCOUNT, _as_printed(passphrase), data_key, label.role, label.number
    )
    return _with_slots(key_file, [*key_file.slots, slot])


def with_label(key_file: KeyFile, label: AccountLabel) -> KeyFile:
    """Return the key file with an account under another role and number."""
    slots = [
        msgspec.structs.replace(slot, role=label.role, number=label.number)
        if slot.id == label.uid
        else slot
        for slot in key_file.slots
    ]
    return _with_slots(key_file, slots)


def with_passphrase(
    key_file: KeyFile, data_key: bytes, passphrase: str, account: UUID | None = None
) -> KeyFile:
    """Wrap the same data key for another passphrase: nothing is re-encrypted, and the code stays.

    Without `account` it is the first administrator's. Raises InvalidDraft.
    """
    check_passphrase(passphrase)
    former = next(slot for slot in key_file.slots if _is_meant(slot, account))
    slot = make_slot(
        former.id, SlotKind.ACCOUNT, _as_printed(passphrase), data_key, former.role, former.number
    )
    return _with_slots(key_file, [slot if each is former else each for each in key_file.slots])


def with_shut(key_file: KeyFile, data_key: bytes, account: UUID) -> KeyFile:
    """Return the key file with an account whose passphrase nobody has, until it gets a new one."""
    shut = with_passphrase(key_file, data_key, new_first_passphrase(), account)
    slots = [
        msgspec.structs.replace(slot, is_shut=slot.is_shut or slot.id == account)
        for slot in shut.slots
    ]
    return _with_slots(shut, slots)


def is_passphrase_of(key_file: KeyFile, account: UUID, passphrase: str) -> bool:
    """Return whether an account has this passphrase already."""
    slots = (slot for slot in key_file.slots if slot.id == account)
    return any(slot.unwrap(_as_printed(passphrase)) is not None for slot in slots)


def new_first_passphrase() -> str:
    """Return a one-time passphrase, to be printed for a new account."""
    return _new_code(groups=_FIRST_LENGTH // 5)


def with_new_code(key_file: KeyFile, data_key: bytes) -> tuple[KeyFile, str]:
    """Make a new recovery code, returned once; the former one stops working."""
    code = _new_code(groups=6)
    accounts = [slot for slot in key_file.slots if slot.kind is not SlotKind.RECOVERY]
    changed = _with_slots(key_file, [*accounts, _recovery_slot(code, data_key)])
    return with_code_confirmed(changed, is_confirmed=False), code


def is_recovery_code(key_file: KeyFile, code: str) -> bool:
    """Return whether this is the recovery code; takes some 0.35 s, as opening the store does."""
    typed = normalise_code(code)
    slots = (slot for slot in key_file.slots if slot.kind is SlotKind.RECOVERY)
    return any(slot.unwrap(typed) is not None for slot in slots)


def with_code_confirmed(key_file: KeyFile, *, is_confirmed: bool) -> KeyFile:
    """Set whether the person has the recovery code on paper."""
    return msgspec.structs.replace(key_file, is_code_confirmed=is_confirmed)


def has_confirmed_code(folder: Path) -> bool:
    """Return whether the recovery code is on paper; if not, only the passphrase is left."""
    return read_key_file(folder).is_code_confirmed


def with_sealed(key_file: KeyFile, sealed: Sealed) -> KeyFile:
    """Add the sealed data key to the key file, replacing one for the same recipient."""
    kept = without_sealed(key_file, [sealed.recipient]).sealed
    return msgspec.structs.replace(key_file, sealed=[*kept, sealed])


def without_sealed(key_file: KeyFile, recipients: Collection[str]) -> KeyFile:
    """Remove the data key as sealed to these recipients: their keys no longer open it."""
    kept = [sealed for sealed in key_file.sealed if sealed.recipient not in recipients]
    return msgspec.structs.replace(key_file, sealed=kept)


def sealed_keys(folder: Path) -> list[Sealed]:
    """Return the sealed copies of the data key. Raises Locked (`damaged_key_file`)."""
    return read_key_file(folder).sealed


def for_new_key(key_file: KeyFile, data_key: bytes, without: UUID) -> KeyFile:
    """Return the key file for another data key, without one account, whose removal it states.

    Copies that were sealed to recipients must be sealed again.
    """
    slots = [slot.resealed(data_key) for slot in key_file.slots if slot.id != without]
    changed = _with_slots(with_removed(key_file, [without]), slots)
    return msgspec.structs.replace(changed, sealed=[])


def with_removed(key_file: KeyFile, accounts: Iterable[UUID]) -> KeyFile:
    """Return the key file that states that these accounts were removed, and has none of them."""
    new = [uid for uid in dict.fromkeys(accounts) if uid not in key_file.removed]
    removed = [*key_file.removed, *new][-MAX_REMOVED:]
    slots = [slot for slot in key_file.slots if slot.id not in removed]
    return _with_slots(msgspec.structs.replace(key_file, removed=removed), slots)


def new_key() -> bytes:
    """Return a new data key."""
    return secrets.token_bytes(32)


def wrong_passphrase() -> Locked:
    """Return the error for a secret that opens nothing."""
    message = _("Wrong passphrase. Check the keyboard language and try again.")
    return Locked(message, code=WRONG_PASSPHRASE)


def _is_meant(slot: Slot, account: UUID | None) -> bool:
    if account is None:
        return slot.role is not None and slot.role.administers
    return slot.id == account


def _with_slots(key_file: KeyFile, slots: list[Slot]) -> KeyFile:
    return msgspec.structs.replace(key_file, slots=slots).with_numbers_of([key_file])


def _recovery_slot(code: str, data_key: bytes) -> Slot:
    return make_slot(uuid4(), SlotKind.RECOVERY, normalise_code(code), data_key, None, 1)


def _new_code(groups: int) -> str:
    return _grouped("".join(secrets.choice(SYMBOLS) for _position in range(5 * groups)))


def _grouped(symbols: str) -> str:
    return "-".join(symbols[start : start + 5] for start in range(0, len(symbols), 5))


def _as_printed(passphrase: str) -> str:
    """Return a first passphrase as it is printed, however it was typed, and any other unchanged."""
    symbols = normalise_code(passphrase)
    is_first = len(symbols) == _FIRST_LENGTH and set(symbols) <= set(SYMBOLS)
    return _grouped(symbols) if is_first else passphrase
