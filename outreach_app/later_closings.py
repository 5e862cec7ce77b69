"""Read what later closings know about an older store: its accounts, and the two-person rule.

The sources are the marks and newer key files. They can only restrict continuing with the older
store: somebody with an account can make a newer key file in a copy, so that no right and no
passphrase comes from one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app import high_water_marks, newest_key_file, vault
from outreach_app.actors import Role
from outreach_app.database import Database
from outreach_app.errors import NotAllowed
from outreach_app.i18n import gettext as _
from outreach_app.key_files import KeyFile, Slot
from outreach_app.models import Account
from outreach_app.queries.accounts import who_opened
from outreach_app.queries.records import get_own_office
from outreach_app.rights import Right, may


@dataclass(frozen=True, slots=True)
class Later:
    """The changes that an older store lacks at least, and the key files of later closings."""

    missing: int | None
    key_files: Sequence[KeyFile]

    @property
    def asks_two_persons(self) -> bool:
        """Return whether the office required two persons later."""
        return any(key_file.asks_two_persons for key_file in self.key_files)

    def has(self, slot: Slot) -> bool:
        """Return whether a secret was valid in each."""
        return all(key_file.has(slot) for key_file in self.key_files)

    @property
    def removed(self) -> list[UUID]:
        """Return the accounts that were removed, as far as that is still stated."""
        return list(dict.fromkeys(uid for each in self.key_files for uid in each.removed))

    def labels_of(self, account: UUID) -> list[vault.AccountLabel]:
        """Return the labels that an account had; fewer than `key_files` if it was removed."""
        labels = [label for each in self.key_files for label in vault.labels_in(each)]
        return [label for label in labels if label.uid == account]

    def allows(self, account: UUID, right: Right) -> bool:
        """Return whether an account was there in each, in a role that has a right."""
        roles = [label.role for label in self.labels_of(account)]
        return len(roles) == len(self.key_files) and all(may(role.actor, right) for role in roles)


def find_later(folder: Path, database: Database) -> Later | None:
    """Return what is known of later closings of a store; None if it is the newest known."""
    ahead = high_water_marks.find_ahead(folder, database)
    with database.read() as session:
        kept = newest_key_file.find_kept(session)
    newer = None
    if kept is not None and not database.is_on_server:
        newer = newest_key_file.find_newer(folder, kept, database.key)
    if not ahead and newer is None:
        return None
    missing = max((mark.missing for mark in ahead if mark.missing is not None), default=None)
    return Later(missing, [each for each in (newer, *(mark.keys for mark in ahead)) if each])


def may_restore(session: Session, opened: vault.Opened, later: Later | None) -> bool:
    """Return whether the opener may restore, by this store and by later closings of it."""
    actor, account = who_opened(session, opened)
    if later is None or not may(actor, Right.RESTORE):
        return may(actor, Right.RESTORE)
    if opened.account is None:
        return later.has(opened.slot)
    return later.allows(account, Right.RESTORE)


def require_may_restore(session: Session, opened: vault.Opened, later: Later | None) -> None:
    """Raise NotAllowed (`not_allowed_role`) if later closings know that the opener may not restore.

    Whether its role may by the restored store itself is checked before.
    """
    if not may_restore(session, opened, later):
        message = _(
            "In the register as it was last closed on this computer, this account was removed, "
            "has another role, or its recovery code was renewed: it cannot restore a backup. An "
            "account that can do so now must restore it."
        )
        raise NotAllowed(message, code="not_allowed_role")


def take_over(session: Session, key_file: KeyFile, later: Later) -> KeyFile:
    """Bind an older store and its key file by what was known later; return the key file.

    The rule of two persons holds, who was removed has no account, and a role has no right that it
    lost.
    """
    office = get_own_office(session)
    office.asks_two_persons = office.asks_two_persons or later.asks_two_persons
    key_file = key_file.with_numbers_of(later.key_files)
    key_file = vault.with_removed(key_file, later.removed)
    for account in session.scalars(select(Account)).all():
        if account.uid in key_file.removed:
            session.delete(account)
            continue
        for label in later.labels_of(account.uid):
            if _rights_of(label.role) < _rights_of(Role(account.role)):
                account.role, account.number = label.role.value, label.number
                key_file = vault.with_label(key_file, label)
    generations = [each.generation for each in (key_file, *later.key_files)]
    return msgspec.structs.replace(key_file, generation=max(generations))


def bind_roles(session: Session, key_file: KeyFile) -> list[UUID]:
    """Leave each account the lesser of its roles in the store and in the key file that it keeps.

    Return the accounts whose roles differ. One transaction writes both: somebody changed one of
    them, or put a page of a former day back. If nobody would administer the store, the key file
    decides.
    """
    labels = {label.uid: label for label in vault.labels_in(key_file)}
    held = [each for each in session.scalars(select(Account)) if each.uid in labels]
    lesser = [
        each for each in held if _rights_of(labels[each.uid].role) < _rights_of(Role(each.role))
    ]
    differing = [each.uid for each in held if each.role != labels[each.uid].role]
    left = [Role(each.role) for each in held if each not in lesser]
    if not any(role.administers for role in left):
        lesser = held
    for each in lesser:
        each.role, each.number = labels[each.uid].role.value, labels[each.uid].number
    session.flush()
    return differing


def _rights_of(role: Role) -> set[Right]:
    return {right for right in Right if may(role.actor, right)}
