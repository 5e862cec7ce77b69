"""The accounts of a store: roles and ordinals, no names."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.actors import Actor, Role, account_code
from outreach_app.errors import NotFound
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.models import Account
from outreach_app.vault import Opened, labels_in


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account; `code` names it on the command line.

    `is_blocked` is kept beside the store, as someone who is refused cannot write into it. If
    `is_shut`, nobody has the passphrase: the account waits for a new one.
    """

    uid: UUID
    role: Role
    number: int
    must_change: bool
    passphrase_at: datetime
    opened_at: datetime | None
    is_blocked: bool = False
    is_shut: bool = False

    @property
    def code(self) -> str:
        return account_code(self.role, self.number)


def list_accounts(session: Session) -> list[AccountRow]:
    """Return every account, by role and then by number."""
    order = list(Role)
    rows = [account_row(account) for account in session.scalars(select(Account))]
    return sorted(rows, key=lambda row: (order.index(row.role), row.number))


def find_heir(session: Session, gone: UUID | None = None) -> AccountRow:
    """Return the first administrator, to whom passes what a removed account left unfinished."""
    rows = list_accounts(session)
    return next(row for row in rows if row.role.administers and row.uid != gone)


def find_account(session: Session, code: str) -> AccountRow:
    """Return the account with this code, such as `deputy-1`. Raises NotFound."""
    rows = list_accounts(session)
    found = next((row for row in rows if row.code == code), None)
    if found is None:
        raise no_account_called(code, [row.code for row in rows])
    return found


def who_opened(session: Session, opened: Opened) -> tuple[Actor, UUID]:
    """Return who opened a store, from its accounts, or from the key file for a new account.

    The recovery code counts as the first administrator.
    """
    labels = {label.uid: label.role for label in labels_in(opened.key_file)}
    roles = labels | {row.uid: row.role for row in list_accounts(session)}
    uid = opened.account or next(uid for uid, role in roles.items() if role.administers)
    return roles[uid].actor, uid


def account_row(account: Account) -> AccountRow:
    """Return an account's row."""
    return AccountRow(
        account.uid,
        Role(account.role),
        account.number,
        account.must_change,
        account.passphrase_at,
        account.opened_at,
    )


def no_account_called(code: str, codes: Sequence[str]) -> NotFound:
    """Return the error for a code that no account has; these do."""
    message = _(
        "There is no account {account}; an account whose role was changed has another name. "
        "Accounts: {accounts}."
    )
    present = " · ".join(map(isolate, codes))
    message = message.format(account=isolate(code), accounts=present)
    return NotFound(message, code="no_such_account")


def no_such_account() -> NotFound:
    """Return the error for an account that is gone."""
    message = _("There is no such account. List the accounts to see their names.")
    return NotFound(message, code="no_such_account")
