"""The accounts of the register that a backup replaces: they stay as they are.

What a backup brings back are records. Accounts, passphrases, roles, the rule of two persons and the
drafts are those of today, as far as the register in the folder still says what they are.
"""

from collections.abc import Collection, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app import altered_stores, clock, journal, newest_key_file, unlocking, vault
from outreach_app.actors import Role, account_words
from outreach_app.database import store_in
from outreach_app.errors import Locked, StoreFailed
from outreach_app.i18n import gettext as _
from outreach_app.key_files import MAX_ACCOUNTS, KeyFile, read_key_file
from outreach_app.key_ids import id_of
from outreach_app.later_closings import find_later
from outreach_app.models import Account, Restoration, SavedDraft
from outreach_app.paths import has_store
from outreach_app.queries.records import get_own_office


@dataclass(frozen=True, slots=True)
class Present:
    """The device and newest key file of a register, its accounts, drafts and what it replaced.

    The last three are the values of the columns.
    """

    device: UUID
    key_file: KeyFile
    accounts: Sequence[dict[str, object]]
    drafts: Sequence[dict[str, object]]
    restorations: Sequence[dict[str, object]]


def open_backup(part: Path, folder: Path, secret: str) -> tuple[vault.Opened, Present | None]:
    """Unlock an unpacked backup that replaces the register in a folder; return its accounts too.

    The secret is that of today. Where an account was removed since, the key of the backup is
    another, which only a secret of its own day opens. The accounts are None where the register is
    missing, damaged, older than it was, or another one. Raises Locked, also `former_passphrase`.
    """
    now = _unlock(folder, secret)
    present = _find_present(folder, now.data_key) if now else None
    if now and present and id_of(now.data_key) == read_key_file(part).key_id:
        return now, present
    try:
        opened = unlocking.unwrap(part, secret)
    except Locked as error:
        if present and error.code == vault.WRONG_PASSPHRASE:
            raise _opens_by_its_day() from error
        raise
    if present is None:
        present = _find_present(folder, opened.data_key)
        if present and not present.key_file.has(opened.slot):
            raise _former_passphrase()
    is_ours = present is not None and any(it.id == opened.slot.id for it in present.key_file.slots)
    return opened, present if is_ours else None


def take_present(
    session: Session, part: Path, data_key: bytes, present: Present
) -> tuple[KeyFile, list[str]]:
    """Give a restored store the present accounts; return its key file, and who else is in it.

    Accounts that the backup alone has stay, unless they were removed: the register may have lost
    them by an older backup.
    """
    ours = present.key_file
    office = get_own_office(session)
    office.asks_two_persons = office.asks_two_persons or ours.asks_two_persons
    theirs = vault.with_removed(newest_key_file.current(session, part), ours.removed)
    known = {slot.id for slot in ours.slots}
    own = [slot for slot in theirs.slots if slot.role is not None and slot.id not in known]
    own = own[: MAX_ACCOUNTS - len(present.accounts)]
    merged = msgspec.structs.replace(
        ours,
        slots=[*(slot.resealed(data_key) for slot in ours.slots), *own],
        sealed=ours.sealed if ours.key_id == id_of(data_key) else theirs.sealed,
        removed=theirs.removed,
        generation=max(ours.generation, theirs.generation),
    )
    merged = merged.with_numbers_of([theirs])
    for values in present.restorations:
        session.merge(Restoration(**values))
    _put_drafts(session, present)
    accounts = _put_accounts(session, present, {slot.id for slot in own})
    taken = {(values["role"], values["number"]) for values in present.accounts}
    for account in accounts:
        if (account.role, account.number) in taken:  # the backup's own one gets the next
            account.number = merged.next_number(Role(account.role))
        label = vault.AccountLabel(account.uid, Role(account.role), account.number)
        merged = vault.with_label(merged, label)
    return merged, [account_words(Role(each.role), each.number) for each in accounts]


def _put_drafts(session: Session, present: Present) -> None:
    """Put the present drafts beside those of a backup.

    One from before the backup that the backup lacks was ended by then, and came back since with an
    older one: its record would be made twice.
    """
    made = journal.current_device(session).last_moment
    is_believed = made <= clock.now()  # else its clock was ahead, and says nothing
    for values in present.drafts:
        kept = SavedDraft(**values)
        # Drafts know whole seconds: one of the same second may be younger, and is kept.
        is_ended = is_believed and kept.saved_at < made.replace(microsecond=0)
        if not is_ended or session.get(SavedDraft, kept.key) is not None:
            session.merge(kept)


def _put_accounts(session: Session, present: Present, own: Collection[UUID]) -> list[Account]:
    """Put the present accounts in place of all but the own ones of a backup; return those."""
    left = []
    for account in session.scalars(select(Account)).all():
        if account.uid in own:
            left.append(account)
        else:
            session.delete(account)
    session.flush()
    session.add_all(Account(**values) for values in present.accounts)
    return left


def _unlock(folder: Path, secret: str) -> vault.Opened | None:
    if not has_store(folder):
        return None
    try:
        with altered_stores.translated():
            return unlocking.unwrap(folder, secret)
    except (Locked, StoreFailed):
        return None


def _find_present(folder: Path, data_key: bytes) -> Present | None:
    """Return the accounts of the register in a folder; None if nobody can rely on it."""
    if not has_store(folder):
        return None
    try:
        with altered_stores.translated(), closing(store_in(folder, data_key)) as database:
            if not database.is_readable() or find_later(folder, database) is not None:
                return None
            with database.read() as session:
                device = journal.current_device(session).uid
                kept = newest_key_file.find_kept(session)
                accounts = list(map(_values, session.scalars(select(Account))))
                drafts = list(map(_values, session.scalars(select(SavedDraft))))
                restorations = list(map(_values, session.scalars(select(Restoration))))
    except StoreFailed:
        return None
    return Present(device, kept, accounts, drafts, restorations) if kept is not None else None


def _values(row: Account | Restoration | SavedDraft) -> dict[str, object]:
    return {column.key: getattr(row, column.key) for column in row.__mapper__.column_attrs}


def _former_passphrase() -> Locked:
    message = _(
        "This passphrase, or this recovery code, was replaced after that backup was made. Nothing "
        "was restored. Type the present one: a restored backup keeps the passphrases of today."
    )
    return Locked(message, code="former_passphrase")


def _opens_by_its_day() -> Locked:
    message = _(
        "An account was removed after that backup was made, so it only opens with a passphrase of "
        "its own day. Nothing was restored. Type the passphrase that you had then."
    )
    return Locked(message, code="passphrase_of_its_day")
