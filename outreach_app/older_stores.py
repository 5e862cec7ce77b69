"""Detection of a store that is older than when it was last closed, and going on with it.

Two things outside the store show it: the mark of its last closing, and the key file in its folder,
which gets its next number at each closing. A person who restores an older copy of the store
unnoticed would have to restore both.
"""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app import backup, backup_file, clock, key_keeping, marks, second_person, vault
from outreach_app.access_log import Act, note
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import BackupFailed, Locked
from outreach_app.events import Operation
from outreach_app.exchange.stations import renewal
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.key_files import KeyFile, SlotKind
from outreach_app.models import Account, Identity, JournalEvent
from outreach_app.paths import STORE_FILE
from outreach_app.queries.accounts import who_opened
from outreach_app.rights import Right, holder_words, may
from outreach_app.search import upkeep
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
) -> int | None:
    """Raise Locked (`older_store`) if a store is older than when it was last closed.

    Return the minimum number of missing changes if an account that may restore backups goes on with
    it, else None. Nothing is written.
    """
    missing = marks.count_missing(folder, database)
    if missing is None and _newer_keys(database, folder) is None:
        return None
    with database.read() as session:
        actor, _account = who_opened(session, opened)
    may_confirm = may(actor, Right.RESTORE)
    if not (going_on and may_confirm):
        raise _older_store(folder, missing, opened, may_confirm=may_confirm)
    return missing or 1


def go_on(database: Database, folder: Path, missing: int, going_on: GoingOn) -> str:
    """Go on with an older store under a new device, as with a backup; return the notice.

    The missing numbers may have been sent, and peers return what they hold. Later changes that are
    known apply again: former passphrases open nothing, and names erased before the newest backup
    are erased. Raises NotAllowed (`second_person_needed`) and what `second_person.confirm` raises.
    """
    second = None
    if going_on.second is not None:
        second = second_person.confirm(
            database, folder, going_on.second, going_on.passphrase, Right.RESTORE
        )
    with database.write() as session:
        second_person.require_where_set(session, second, Right.RESTORE, _VERB)
        note(session, Act.RESTORE, verb=_VERB, count=missing)
    with database.write(Actor.PROGRAM) as session:
        renewal.go_on_restored(session)
        _take_over_keys(session, folder, database)
    key_keeping.take_next(folder)
    erased = _erase_again(database, folder)
    marks.write_mark(folder, database)
    message = _(
        "The register continues without at least {count} changes, and headquarters sees that it "
        "has a new number. Of the names that were erased since, {erased} were erased again. The "
        "other erased names are present again: erase them again."
    )
    return message.format(count=isolate(str(missing)), erased=isolate(str(erased)))


def _older_store(
    folder: Path, missing: int | None, opened: vault.Opened, *, may_confirm: bool
) -> Locked:
    if missing is None:
        seen = _(
            "This register is older than the key file beside it: an older copy of the register "
            "replaced it, or the key file is that of another copy."
        )
    else:
        seen = _(
            "This register is older than it was when it was last closed: at least {count} changes "
            "are missing. It was replaced by an older copy."
        ).format(count=isolate(str(missing)))
    told = [seen, _("Nothing was opened or changed. Put the newer register back if you have it.")]
    newest = backup.newest(folder, marks.last_closing(folder, opened.data_key))
    if newest:
        made = f"{clock.local(backup.moment_of(newest[0])):%d/%m/%Y %H:%M}"
        told.append(
            _("The newest backup beside it is of {date}: restoring it may lose less.").format(
                date=isolate(made)
            )
        )
    if may_confirm:
        told.append(_("Or continue with this older one: the access log will record it."))
    else:
        present = [label.role for label in vault.labels_in(opened.key_file)]
        words = _("An account that can restore a backup decides: {roles}.")
        told.append(words.format(roles=holder_words(Right.RESTORE, present)))
    return Locked(" ".join(told), code=OLDER_STORE, details={"may_confirm": may_confirm})


def _newer_keys(database: Database, folder: Path) -> KeyFile | None:
    if database.is_on_server:
        return None
    with database.read() as session:
        kept = key_keeping.find_kept(session)
    return key_keeping.find_newer(folder, kept, database.key) if kept else None


def _take_over_keys(session: Session, folder: Path, database: Database) -> None:
    """Make the store keep a key file that is newer than any in its folder.

    An account whose passphrase is not in the newer one gets an unknown passphrase, until it is
    reset.
    """
    kept = key_keeping.current(session, folder)
    newer = None if database.is_on_server else key_keeping.find_newer(folder, kept, database.key)
    ours = kept
    for slot in kept.slots if newer else ():
        if newer is None or newer.has(slot):
            continue
        if slot.kind is SlotKind.RECOVERY:
            ours = msgspec.structs.replace(ours, is_code_confirmed=False)
        elif slot.id != database.account:
            unknown = vault.new_first_passphrase()
            ours = vault.with_passphrase(ours, database.key, unknown, slot.id)
            session.get_one(Account, slot.id).must_change = True
    generation = max(kept.generation, newer.generation if newer else 0)
    ours = msgspec.structs.replace(ours, generation=generation)
    key_keeping.keep(session, key_keeping.prepare(folder, ours, database.key))


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
