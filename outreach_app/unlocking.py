"""The secret of an account: what it unwraps, how failing slows it down, and when it is blocked."""

from collections.abc import Collection
from contextlib import closing, suppress
from pathlib import Path
from uuid import UUID

from outreach_app import attempts, shared_keys, vault
from outreach_app.database import store_in
from outreach_app.errors import Locked
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate


def unlock(folder: Path, secret: str, account: UUID | None = None) -> vault.Opened:
    """Unwrap the data key that the store has; note where that failed.

    Each failure is one of every account that the secret was tried on. From the third in a row the
    next attempt waits, and the tenth blocks the account: then the recovery code opens the store, or
    an administrator frees it. The accounts of a register on a server are those that it keeps, be
    they changed on another computer. Raises Locked (`too_soon` and `wrong_passphrase` with the
    `seconds` to wait, `account_blocked`) and what vault.open_account and shared_keys.take raise.
    """
    shared_keys.take(folder)
    tried = [label.uid for label in vault.list_accounts(folder) if account in (None, label.uid)]
    seconds = attempts.seconds_to_wait(folder, tried)
    if seconds:
        raise _too_soon(seconds)
    try:
        return _unwrap(folder, secret, account, attempts.blocked_accounts(folder))
    except Locked as error:
        if error.code != vault.WRONG_PASSPHRASE:
            raise
        attempts.add_attempt(folder, account, tried)
        is_blocked = bool(tried) and attempts.blocked_accounts(folder).issuperset(tried)
        refusal = _blocked() if is_blocked else error
        refusal.details["seconds"] = attempts.seconds_to_wait(folder, tried)
        raise refusal from None


def _unwrap(
    folder: Path, secret: str, account: UUID | None, blocked: Collection[UUID]
) -> vault.Opened:
    """Unwrap the key, which a removal that was interrupted may have changed."""
    if not vault.has_new_key(folder):
        return vault.open_account(folder, secret, account, blocked)
    with suppress(Locked):
        opened = vault.open_new_key(folder, secret, account, blocked)
        if _is_key_of(folder, opened.data_key):
            vault.take_new_key(folder, opened.data_key)
            return opened
    opened = vault.open_account(folder, secret, account, blocked)
    if not _is_key_of(folder, opened.data_key):
        raise vault.wrong_passphrase()
    vault.drop_new_key(folder)
    return opened


def _is_key_of(folder: Path, key: bytes) -> bool:
    with closing(store_in(folder, key)) as database:
        return database.is_readable()


def _too_soon(seconds: int) -> Locked:
    message = _(
        "Wrong passphrases came one after the other. Wait {seconds} s before the next attempt."
    )
    message = message.format(seconds=isolate(str(seconds)))
    return Locked(message, code="too_soon", details={"seconds": seconds})


def _blocked() -> Locked:
    message = _(
        "This account is blocked after {count} wrong passphrases. Whoever administers the accounts"
        " unblocks it in Settings › Accounts; the recovery code opens the register too."
    )
    message = message.format(count=isolate(str(attempts.MOST_FAILURES)))
    return Locked(message, code="account_blocked")
