"""Accounts of the people at one store, each with a passphrase and a role.

The key file holds the passphrases, the store the roles and the newest key file: restoring an older
key file cannot promote or reinstate an account. If the office has set the two-person rule, changing
an account needs a second person, except one's own passphrase: otherwise one person could create
their own second.
"""

from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app import attempts, backup, clock, high_water_marks, newest_key_file, vault
from outreach_app.access_log import ROLE_DIFFERS, Act, note, note_failures
from outreach_app.actors import HEADQUARTERS_ROLES, PRECINCT_ROLES, Role
from outreach_app.database import Database
from outreach_app.errors import InvalidDraft, NotAllowed, Problem, WriteFailed
from outreach_app.exchange.stations.escrow import complete_escrow
from outreach_app.i18n import gettext as _
from outreach_app.key_files import MAX_ACCOUNTS, KeyFile
from outreach_app.later_closings import bind_roles
from outreach_app.models import Account
from outreach_app.queries.accounts import (
    AccountRow,
    account_row,
    find_heir,
    list_accounts,
    no_such_account,
)
from outreach_app.queries.records import get_own_office
from outreach_app.rights import Right, use_case
from outreach_app.rules.kinds import OfficeRole
from outreach_app.second_person import SecondPerson, require_where_set
from outreach_app.services.desks import clear_desks
from outreach_app.vault import AccountLabel

_ROLES: dict[str, tuple[Role, ...]] = {
    OfficeRole.PRECINCT: PRECINCT_ROLES,
    OfficeRole.HEADQUARTERS: HEADQUARTERS_ROLES,
}


@dataclass(frozen=True, slots=True)
class FirstPassphrase:
    """An account and its one-time passphrase, to be changed at its first opening."""

    account: AccountRow
    passphrase: str


def roles_of(office_role: str) -> Sequence[Role]:
    """Return the roles of accounts in such an office, the administrator's first.

    An unknown kind of office counts as a precinct.
    """
    return _ROLES.get(office_role, _ROLES[OfficeRole.PRECINCT])


def attend(database: Database, folder: Path, opened: vault.Opened) -> AccountRow:
    """Synchronise the accounts with the key file, and return the account that opened the store.

    The recovery code counts as the first administrator. From here on the store knows who acts.
    """
    with newest_key_file.changing(database, folder) as change:
        session = change.session
        if newest_key_file.find_kept(session) is None:
            newest_key_file.keep(session, change.key_file)
        _bring_in_step(session, change.key_file)
        differing = bind_roles(session, change.key_file)
        rows = list_accounts(session)
        first = find_heir(session)
        for each in rows:
            label = AccountLabel(each.uid, each.role, each.number)
            change.key_file = vault.with_label(change.key_file, label)
        change.key_file = newest_key_file.with_rules(session, change.key_file)
        clear_desks(session, [row.uid for row in rows], first.uid)
        acting = session.get_one(Account, opened.account or first.uid)
        acting.opened_at = clock.now()
        row = account_row(acting)
    database.actor, database.account = row.role.actor, row.uid
    database.is_opened_by_code = opened.account is None
    with database.write() as session:
        note_failures(session, folder)
        note(session, Act.UNLOCK_BY_CODE if opened.account is None else Act.UNLOCK)
        if opened.is_put_right:
            note(session, Act.ACCOUNT, verb="put_key_file_right")
        for uid in differing:
            note(session, Act.ACCOUNT, verb=ROLE_DIFFERS, record=uid)
    attempts.forget_attempts(folder)
    with suppress(WriteFailed):  # a full disk must not lock people out
        attempts.free(folder, {row.uid} if opened.account else attempts.blocked_accounts(folder))
    return row


def _bring_in_step(session: Session, key_file: KeyFile) -> None:
    """Add the accounts that only the key file has, and remove those that it does not have."""
    labels = {label.uid: label for label in vault.labels_in(key_file)}
    held = {account.uid: account for account in session.scalars(select(Account))}
    for uid in held.keys() - labels.keys():
        session.delete(held[uid])
    for uid in labels.keys() - held.keys():
        label = labels[uid]
        session.add(_account(label.uid, label.role, label.number, must_change=False))
    session.flush()


def list_with_blocks(session: Session, folder: Path) -> list[AccountRow]:
    """Return every account, with whether it is blocked, or waits for a new passphrase."""
    blocked = attempts.blocked_accounts(folder)
    slots = newest_key_file.current(session, folder).slots
    shut = {slot.id for slot in slots if slot.is_shut}
    return [
        replace(row, is_blocked=row.uid in blocked, is_shut=row.uid in shut)
        for row in list_accounts(session)
    ]


@use_case(Right.ACCOUNTS)
def unblock_account(database: Database, folder: Path, uid: UUID) -> AccountRow:
    """Unblock an account that failed too often. Raises NotFound and WriteFailed."""
    with database.read() as session:
        row = account_row(_take(session, uid))
    attempts.free(folder, {uid})
    return row


@use_case(Right.ACCOUNTS)
def add_account(
    database: Database, folder: Path, role: Role, *, confirmed_by: SecondPerson | None = None
) -> FirstPassphrase:
    """Add an account with a one-time passphrase.

    Raises NotAllowed (`another_role`, `too_many_accounts`, `second_person_needed`) and WriteFailed.
    """
    passphrase = vault.new_first_passphrase()
    with newest_key_file.changing(database, folder) as change:
        session = change.session
        require_where_set(session, confirmed_by, Right.ACCOUNTS, "add_account")
        accounts = list_accounts(session)
        if len(accounts) >= MAX_ACCOUNTS:
            message = _("There are already {most} accounts, the maximum. Remove one first.")
            raise NotAllowed(message.format(most=MAX_ACCOUNTS), code="too_many_accounts")
        _require_role(session, role)
        account = _account(uuid4(), role, change.key_file.next_number(role), must_change=True)
        session.add(account)
        session.flush()
        row = account_row(account)
        label = AccountLabel(row.uid, role, row.number)
        change.key_file = vault.with_account(change.key_file, database.key, label, passphrase)
    return FirstPassphrase(row, passphrase)


@use_case(Right.ACCOUNTS)
def change_role(
    database: Database,
    folder: Path,
    uid: UUID,
    role: Role,
    *,
    confirmed_by: SecondPerson | None = None,
) -> AccountRow:
    """Give an account another role, with that role's next number.

    Raises NotFound and NotAllowed (`another_role`, `own_account`, `second_person_needed`).
    """
    _require_other(database, uid)
    with newest_key_file.changing(database, folder) as change:
        session = change.session
        require_where_set(session, confirmed_by, Right.ACCOUNTS, "change_role")
        account = _take(session, uid)
        _require_role(session, role)
        if role != account.role:
            account.number = change.key_file.next_number(role)
            account.role = role.value
        row = account_row(account)
        label = AccountLabel(uid, role, row.number)
        change.key_file = vault.with_label(change.key_file, label)
    return row


@use_case(Right.ACCOUNTS)
def reset_passphrase(
    database: Database, folder: Path, uid: UUID, *, confirmed_by: SecondPerson | None = None
) -> FirstPassphrase:
    """Give an account a new one-time passphrase; the former one stops working.

    Raises NotFound, NotAllowed (`second_person_needed`) and WriteFailed.
    """
    passphrase = vault.new_first_passphrase()
    with newest_key_file.changing(database, folder) as change:
        require_where_set(change.session, confirmed_by, Right.ACCOUNTS, "reset_passphrase")
        account = _take(change.session, uid)
        account.must_change, account.passphrase_at = True, clock.now()
        change.key_file = vault.with_passphrase(change.key_file, database.key, passphrase, uid)
        row = account_row(account)
    attempts.free(folder, {uid})
    return FirstPassphrase(row, passphrase)


@use_case(Right.OWN_PASSPHRASE)
def change_own_passphrase(database: Database, folder: Path, passphrase: str) -> None:
    """Change the passphrase of the account that is open. Raises InvalidDraft and WriteFailed."""
    with newest_key_file.changing(database, folder) as change:
        account = change.session.get_one(Account, database.account)
        if vault.is_passphrase_of(change.key_file, account.uid, passphrase):
            message = _("This is the current passphrase. Choose a different one.")
            raise InvalidDraft(message, [Problem("passphrase", "same_passphrase", message)])
        account.must_change, account.passphrase_at = False, clock.now()
        change.key_file = vault.with_passphrase(
            change.key_file, database.key, passphrase, account.uid
        )


@use_case(Right.ACCOUNTS)
def remove_account(
    database: Database,
    folder: Path,
    uid: UUID,
    *,
    delete_from: Collection[Path] = (),
    confirmed_by: SecondPerson | None = None,
) -> int:
    """Remove an account, and encrypt the store with a new key that it never had.

    Call it while nothing else uses the store. A backup is made before and after. Earlier backups
    open with the removed passphrase: they are deleted from the places in `delete_from`, and the
    number left beside the store is returned. What it left unfinished passes to the first
    administrator that remains. Raises NotFound, NotAllowed (`own_account`,
    `second_person_needed`), WriteFailed, StoreFailed and BackupFailed.
    """
    _require_other(database, uid)
    with database.write() as session:
        require_where_set(session, confirmed_by, Right.ACCOUNTS, "remove_account")
        _take(session, uid)
        former, former_key = newest_key_file.current(session, folder), database.key
    before = [*backup.newest(folder), *_back_up(database, folder)]
    key = vault.new_key()
    key_file = newest_key_file.prepare(folder, vault.for_new_key(former, key, without=uid), key)
    database.change_key(key)
    with database.write() as session:
        session.delete(_take(session, uid))
        session.flush()
        left = [row.uid for row in list_accounts(session)]
        clear_desks(session, left, find_heir(session).uid)
        newest_key_file.keep(session, key_file)
    newest_key_file.take_next(folder)
    high_water_marks.write_mark(folder, database, former_key)
    complete_escrow(database, folder)
    _back_up(database, folder)
    backup.delete_named([file.name for file in before], delete_from)
    return sum(file.exists() for file in before)


def require_settled(account: AccountRow) -> None:
    """Raise NotAllowed (`must_change_passphrase`) if the passphrase is the one-time one."""
    if account.must_change:
        message = _(
            "This passphrase was only for opening the register the first time. Choose your own to "
            "continue."
        )
        raise NotAllowed(message, code="must_change_passphrase")


def _back_up(database: Database, folder: Path) -> list[Path]:
    """Back up the store and return the file, or nothing for a server's, backed up there."""
    return [] if database.is_on_server else [backup.make_in_rotation(database, folder)]


def _account(uid: UUID, role: Role, number: int, *, must_change: bool) -> Account:
    return Account(
        uid=uid, role=role.value, number=number, must_change=must_change, passphrase_at=clock.now()
    )


def _take(session: Session, uid: UUID) -> Account:
    account = session.get(Account, uid)
    if account is None:
        raise no_such_account()
    return account


def _require_role(session: Session, role: Role) -> None:
    if role not in roles_of(get_own_office(session).role):
        message = _("An office of this kind has no account of that role.")
        raise NotAllowed(message, code="another_role")


def _require_other(database: Database, uid: UUID) -> None:
    """Raise NotAllowed for the open account, so that one administrator always remains."""
    if uid == database.account:
        message = _(
            "This account is in use. Only another administrator can remove it or change its role: "
            "if there is none, add one first."
        )
        raise NotAllowed(message, code="own_account")
