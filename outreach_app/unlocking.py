"""The secret of an account: what it unwraps, how failures delay it, and when it is blocked."""

from collections.abc import Collection, Sequence
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from outreach_app import (
    access_log,
    attempts,
    backup,
    backup_file,
    high_water_marks,
    newest_key_file,
    server_key_file,
    vault,
)
from outreach_app.actors import account_words, role_words, roles_beside
from outreach_app.database import store_in
from outreach_app.database.address import place_of
from outreach_app.errors import Locked, StoreFailed
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.key_files import (
    NEXT_KEY_FILE,
    KeyFile,
    find_key_file,
    read_key_file,
)
from outreach_app.key_ids import HEADER_SIZE, id_in
from outreach_app.key_versions import refusal_of
from outreach_app.paths import KEY_FILE, KEY_FILE_COPY, has_store
from outreach_app.store_problems import StoreProblem
from outreach_app.vault import AccountLabel

OLDER_KEY_FILE = "older_key_file"
OLDER_STORE = "older_store"


def unlock(folder: Path, secret: str, account: UUID | None = None) -> vault.Opened:
    """Unwrap the store's data key, and remember a failure.

    A failure counts against every account the secret was tried on. From the third in a row the next
    attempt must wait, and the tenth blocks the account: then the recovery code opens the store, or
    an administrator unblocks it. The accounts of a register on a server are those that it keeps,
    even if they were changed on another computer. Raises Locked (`account_shut`; `too_soon` and
    `wrong_passphrase` with the `seconds` to wait; `account_blocked`) and what `unwrap` and
    `shared_keys.take` raise.
    """
    server_key_file.take(folder)
    _require_not_shut(folder, account)
    labels = vault.list_accounts(folder)
    tried = [label.uid for label in labels if account in (None, label.uid)]
    seconds = attempts.seconds_to_wait(folder, tried)
    if seconds:
        raise _too_soon(seconds)
    try:
        return unwrap(folder, secret, account, attempts.blocked_accounts(folder))
    except Locked as error:
        if error.code not in (vault.WRONG_PASSPHRASE, OLDER_KEY_FILE):
            raise
        attempts.add_attempt(folder, account, tried)
        is_blocked = bool(tried) and attempts.blocked_accounts(folder).issuperset(tried)
        refusal = _blocked() if is_blocked else _naming_account(error, account, labels)
        refusal.details["seconds"] = attempts.seconds_to_wait(folder, tried)
        raise refusal from None


def unwrap(
    folder: Path, secret: str, account: UUID | None = None, blocked: Collection[UUID] = ()
) -> vault.Opened:
    """Unwrap the data key with a key file that the store of this folder accepts.

    The store decides which one is valid, and it is then put beside the store. The newest backup
    holds one too, so an older key file put beside the store locks nobody out. One that is newer
    than the store stays as it is: the store may be the older one (`older_stores`). Raises Locked
    (`wrong_passphrase`, `older_key_file`, `older_store`, `forged_key_file`) and what
    `key_versions.refusal_of` returns.
    """
    beside, refusals = _sound_key_files(folder), list[Locked]()
    tried: list[UUID | bytes] = list(blocked)
    for key_file in [*beside, *_in_backups(folder)]:
        try:
            opened = vault.open_account(key_file, secret, account, tried)
            return _accepted_by_store(folder, opened)
        except Locked as refusal:
            refusals.append(refusal)
        tried += [slot.sealed for slot in key_file.slots]
    if not beside:
        raise refusal_of(folder / KEY_FILE, folder / KEY_FILE_COPY)
    if refusals[0].code == vault.WRONG_PASSPHRASE and not _is_for_store(beside[0], folder):
        raise older_key_file(beside[0])
    raise refusals[0]


def _naming_account(error: Locked, account: UUID | None, labels: Sequence[AccountLabel]) -> Locked:
    """Return a refusal that names the account, if another could have been chosen."""
    chosen = [label for label in labels if label.uid == account]
    if error.code != vault.WRONG_PASSPHRASE or not chosen or len(labels) == 1:
        return error
    message = _(
        "This passphrase does not open the account “{account}”. Check which account is chosen and "
        "the keyboard language, then try again."
    )
    words = account_words(chosen[0].role, chosen[0].number)
    return Locked(message.format(account=words), code=vault.WRONG_PASSPHRASE)


def _require_not_shut(folder: Path, account: UUID | None) -> None:
    """Raise Locked (`account_shut`) if nobody has the passphrase of the account that is chosen."""
    slots = read_key_file(folder).slots
    if any(slot.id == account and slot.is_shut for slot in slots):
        message = _(
            "This account waits for a new passphrase, since an older register was put back: its "
            "former ones open nothing. Ask the person who manages the accounts for a new one "
            "(Settings › Accounts)."
        )
        raise Locked(message, code="account_shut")


def older_key_file(key_file: KeyFile) -> Locked:
    """Return the error for a key file that is not the store's newest one."""
    message = _(
        "The key file {file} beside this register is not its newest one: since then an account "
        "was removed, or a passphrase or the recovery code was changed. Nothing was opened, "
        "restored or changed. Put the newest {file} back, or ask a person whose account can "
        "restore a backup ({roles})."
    )
    present = [label.role for label in vault.labels_in(key_file)]
    administrators = (role for role in roles_beside(present) if role.administers)
    roles = " · ".join(map(role_words, administrators))
    return Locked(message.format(file=isolate(KEY_FILE), roles=roles), code=OLDER_KEY_FILE)


def _behind_its_key_file() -> Locked:
    message = _(
        "This register is older than the key file {file} beside it: an older copy of the register "
        "replaced it, or the key file is that of another copy. This passphrase does not open the "
        "register as it is here. Nothing was opened or changed. Put the newest register back, or "
        "have a backup restored."
    )
    return Locked(message.format(file=isolate(KEY_FILE)), code=OLDER_STORE)


def _sound_key_files(folder: Path) -> list[KeyFile]:
    """Return the distinct sound key files beside a store: the present one, then the next."""
    names = (KEY_FILE, NEXT_KEY_FILE, KEY_FILE_COPY)
    found = (find_key_file(folder / name) for name in names)
    return list({key_file.check: key_file for key_file in found if key_file}.values())


def _in_backups(folder: Path) -> list[KeyFile]:
    """Return the key file of the newest backup, if there is one."""
    found = (backup_file.key_file_of(file) for file in backup.newest(folder)[:1])
    return [key_file for key_file in found if key_file is not None]


def _is_for_store(key_file: KeyFile, folder: Path) -> bool:
    """Return whether a key file is for the key that the store names, if it names one."""
    place = place_of(folder)
    if isinstance(place, Path):
        with suppress(OSError), place.open("rb") as file:
            return id_in(file.read(HEADER_SIZE)) in (None, key_file.key_id)
    return True


def _accepted_by_store(folder: Path, opened: vault.Opened) -> vault.Opened:
    """Return the unlocked key file if the store accepts it.

    For a damaged store the backup that replaces it decides later. Raises Locked (`older_key_file`,
    `older_store`).
    """
    if not has_store(folder):
        return opened
    with closing(store_in(folder, opened.data_key)) as database:
        if not database.is_readable():
            if not _is_for_store(opened.key_file, folder):
                raise older_key_file(opened.key_file)
            return opened
        try:
            with database.read() as session:
                kept = newest_key_file.find_kept(session)
                told = access_log.last_key_file(session)
        except StoreFailed as error:
            if error.code == StoreProblem.DAMAGED:
                return opened
            raise
    if kept is None:  # its row was removed or altered: the mark of the last closing has it too
        kept = high_water_marks.keys_at_closing(folder, opened.data_key)
    if kept is None:
        # A removal was interrupted between the change of the key and the store's copy: the key file
        # that opens the store is the newest, and must replace the former one.
        newest_key_file.put_right(folder, opened.key_file)
        return opened
    is_mixed = kept.generation < told  # pages of a former day are among those of today
    is_behind = is_mixed or (
        not database.is_on_server
        and newest_key_file.find_newer(folder, kept, opened.data_key) is not None
    )
    if is_mixed or not kept.has(opened.slot):
        raise _behind_its_key_file() if is_behind else older_key_file(opened.key_file)
    if is_behind:
        return replace(opened, key_file=kept)
    is_put_right = newest_key_file.put_right(folder, kept)
    return replace(opened, key_file=kept, is_put_right=is_put_right)


def _too_soon(seconds: int) -> Locked:
    message = _(
        "Several wrong passphrases were entered in a row. Wait {seconds} s before the next attempt."
    )
    message = message.format(seconds=isolate(str(seconds)))
    return Locked(message, code="too_soon", details={"seconds": seconds})


def _blocked() -> Locked:
    message = _(
        "This account is blocked after {count} wrong passphrases. The administrator of the "
        "accounts can unblock it in Settings › Accounts; the recovery code also opens the "
        "register."
    )
    message = message.format(count=isolate(str(attempts.MAX_FAILURES)))
    return Locked(message, code="account_blocked")
