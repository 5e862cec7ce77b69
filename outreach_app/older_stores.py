"""Detection of a store that is older than when it was last closed, and going on with it.

Two things outside the store show it: the mark of its last closing, and the key file in its folder,
which gets its next number at each closing. A person who restores an older copy of the store
unnoticed would have to restore both.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app import (
    backup,
    backup_file,
    clock,
    high_water_marks,
    newest_key_file,
    second_person,
    vault,
)
from outreach_app.access_log import Act, note
from outreach_app.actors import Actor, Role, account_words
from outreach_app.database import Database
from outreach_app.errors import BackupFailed, Locked
from outreach_app.events import Operation
from outreach_app.exchange.stations import renewal
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.key_files import SlotKind
from outreach_app.later_closings import Later, find_later, may_restore, take_over
from outreach_app.models import Account, Identity, JournalEvent
from outreach_app.paths import STORE_FILE
from outreach_app.rights import Right, holder_words
from outreach_app.search import upkeep
from outreach_app.second_person import SecondPerson
from outreach_app.services.erasure import erase_one
from outreach_app.unlocking import OLDER_STORE

_VERB = "go_on_after_older"


@dataclass(frozen=True, slots=True)
class GoingOn:
    """The decision to go on with an older store; a second person's passphrase if required."""

    second: UUID | None = None
    passphrase: str = ""


def require_newest(
    database: Database, folder: Path, opened: vault.Opened, going_on: GoingOn | None
) -> Later | None:
    """Raise Locked (`older_store`) if a store is older than when it was last closed.

    Return what is known of later closings if an account that may restore backups, by them too, goes
    on with it, else None. Nothing is written.
    """
    later = find_later(folder, database)
    if later is None:
        return None
    with database.read() as session:
        may_confirm = may_restore(session, opened, later)
        could_confirm = may_restore(session, opened, None)
    if not (going_on and may_confirm):
        raise _older_store(
            folder, later, opened, may_confirm=may_confirm, could_confirm=could_confirm
        )
    return later


def go_on(database: Database, folder: Path, later: Later, going_on: GoingOn) -> str:
    """Go on with an older store under a new device, as with a backup; return the notice.

    The missing numbers may have been sent, and peers return what they hold. Later changes that are
    known apply again: former passphrases open nothing, accounts keep no right that they lost, two
    persons act if that was set, and names erased before the newest backup are erased. Raises
    NotAllowed (`second_person_needed`) and what `second_person.confirm` raises.
    """
    missing = later.missing or 1
    second = None
    if going_on.second is not None:
        second = second_person.confirm(
            database, folder, going_on.second, going_on.passphrase, Right.RESTORE
        )
    with database.write() as session:
        if later.asks_two_persons:
            known = second if second and _is_known(session, folder, later, second) else None
            second_person.require_second(session, known, Right.RESTORE, _VERB)
        else:
            second_person.require_where_set(session, second, Right.RESTORE, _VERB)
        note(session, Act.RESTORE, verb=_VERB, count=missing)
    with database.write(Actor.PROGRAM) as session:
        renewal.go_on_restored(session)
        shut = _take_over(session, folder, database, later)
    newest_key_file.take_next(folder)
    erased = _erase_again(database, folder)
    high_water_marks.write_mark(folder, database)
    return _going_on_words(missing, erased, shut)


def _is_known(session: Session, folder: Path, later: Later, second: SecondPerson) -> bool:
    """Return whether the second person could confirm later too, with the same passphrase.

    In an older copy one person may have made the other account, or given it a passphrase.
    """
    slots = newest_key_file.current(session, folder).slots
    has_slot = any(slot.id == second.account and later.has(slot) for slot in slots)
    return has_slot and later.allows(second.account, Right.RESTORE)


def _going_on_words(missing: int, erased: int, shut: Sequence[str]) -> str:
    """Return the notice about a store that is gone on with; `shut` are accounts of it."""
    message = _(
        "The register continues without at least {count} changes, and headquarters sees that it "
        "has a new number."
    )
    sentences = [message.format(count=isolate(str(missing)))]
    if erased:
        message = _("Names erased since that were erased again: {count}.")
        sentences.append(message.format(count=isolate(str(erased))))
    sentences.append(_("Names erased after the newest backup are present again: erase them again."))
    if shut:
        message = _(
            "The passphrases of these accounts are not those of the newer register, and open "
            "nothing: {accounts}. Give each a new one in Settings › Accounts."
        )
        sentences.append(message.format(accounts=" · ".join(shut)))
    return " ".join(sentences)


def _older_store(
    folder: Path, later: Later, opened: vault.Opened, *, may_confirm: bool, could_confirm: bool
) -> Locked:
    if later.missing is None:
        seen = _(
            "This register is older than it was when it was last closed: an older copy of the "
            "register replaced it, or the key file is that of another copy."
        )
    else:
        seen = _(
            "This register is older than it was when it was last closed: at least {count} changes "
            "are missing. It was replaced by an older copy."
        ).format(count=isolate(str(later.missing)))
    sentences = [
        seen,
        _("Nothing was opened or changed. Put the newer register back if you have it."),
    ]
    newest = backup.newest(folder, high_water_marks.last_closing(folder, opened.data_key))
    if newest:
        made = clock.moment_words(backup.moment_of(newest[0]))
        sentences.append(
            _("The newest backup beside it is of {date}: restoring it may lose less.").format(
                date=made
            )
        )
    if may_confirm:
        sentences.append(_("Or continue with this older one: the access log will record it."))
    else:
        if could_confirm:
            words = _(
                "In the newer register this account was removed or has another role: it cannot "
                "decide this."
            )
            sentences.append(words)
        present = [label.role for label in vault.labels_in(opened.key_file)]
        words = _("An account that can restore a backup decides: {roles}.")
        sentences.append(words.format(roles=holder_words(Right.RESTORE, present)))
    return Locked(" ".join(sentences), code=OLDER_STORE, details={"may_confirm": may_confirm})


def _take_over(session: Session, folder: Path, database: Database, later: Later) -> list[str]:
    """Make the store keep a key file that is newer than any known, and bind it by them.

    Return the names of the accounts that need a new passphrase: of those whose passphrase was
    changed since, or that were made in a copy, which nobody can tell from those that a backup lost.
    """
    acting = None if database.is_opened_by_code else database.account
    ours = take_over(session, newest_key_file.current(session, folder), later)
    shut = []
    for slot in ours.slots:
        if slot.id == acting or later.has(slot):
            continue
        if slot.kind is SlotKind.RECOVERY:
            ours = vault.with_code_confirmed(ours, is_confirmed=False)
        else:
            ours = vault.with_shut(ours, database.key, slot.id)
            account = session.get_one(Account, slot.id)
            account.must_change = True
            shut.append(account_words(Role(account.role), account.number))
    ours = newest_key_file.with_rules(session, ours)
    newest_key_file.keep(session, newest_key_file.prepare(folder, ours, database.key))
    return shut


def _erase_again(database: Database, folder: Path) -> int:
    """Erase the names that are erased in the newest backup; return how many."""
    gone = set(_erased_in_backup(database, folder))
    with database.write(Actor.PROGRAM) as session:
        identities = [each for each in session.scalars(select(Identity)) if each.uid in gone]
        for identity in identities:
            erase_one(session, identity)
    if identities:
        with database.write() as session:
            note(session, Act.ERASURE, verb=_VERB, count=len(identities))
        upkeep.purge(database)
    return len(identities)


def _erased_in_backup(database: Database, folder: Path) -> Iterator[UUID]:
    erased = select(JournalEvent.record).where(
        JournalEvent.entity == Identity.contract.entity, JournalEvent.operation == Operation.PURGE
    )
    for file in backup.newest(folder)[:1]:
        try:
            with (
                backup_file.unpacked(file, folder) as part,
                closing(Database(part / STORE_FILE, database.key)) as older,
            ):
                if older.is_readable():
                    with older.read() as session:
                        yield from session.scalars(erased).all()
        except BackupFailed:
            return
