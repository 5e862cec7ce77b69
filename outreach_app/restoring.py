"""Restoration of backups: into an empty folder, over a store, or instead of a damaged one.

And the replacement of older backups, which still hold what was erased since.
"""

import dataclasses
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy.orm import Session

from outreach_app import (
    altered_stores,
    backup,
    backup_file,
    clock_leaps,
    high_water_marks,
    newest_key_file,
    open_marker,
    store_folder,
    unlocking,
    vault,
)
from outreach_app.access_log import Act, end_of_log, note
from outreach_app.actors import Actor
from outreach_app.database import Database, store_in
from outreach_app.database.address import kept_on_server, place_of
from outreach_app.errors import BackupFailed, Locked, NotAllowed, StoreFailed
from outreach_app.exchange.stations import registry, renewal
from outreach_app.i18n import gettext as _
from outreach_app.key_files import KeyFile
from outreach_app.later_closings import Later, find_later, require_may_restore, take_over
from outreach_app.migrations.run import migrate
from outreach_app.models import Restoration
from outreach_app.paths import STORE_FILE, has_store
from outreach_app.present_accounts import Present, open_backup, take_present
from outreach_app.queries.accounts import who_opened
from outreach_app.restored_words import PutBack, Skipped, no_sound_backup
from outreach_app.rights import Right, holder_words, require_role, use_case
from outreach_app.services import forgetting
from outreach_app.store_problems import StoreProblem


def restore(file: Path, folder: Path, secret: str) -> int:
    """Restore a backup as a store with a new device id; return its number of records.

    What is left of a store that is missing, or lacks its key files, is set aside. Raises
    BackupFailed, Locked, NotAllowed and WriteFailed; a failure leaves nothing behind.
    """
    with store_folder.locked(folder):
        store_folder.require_replaceable(folder)
        return _put_back(file, folder, secret).records


def replace(file: Path, folder: Path, secret: str) -> str:
    """Replace a damaged or missing store by a backup; return the message about it.

    The former store is set aside whole. Raises what `restore` raises, and NotAllowed
    (`kept_on_server`); if the backup fails, the store stays where it is.
    """
    with store_folder.locked(folder):
        if not isinstance(place_of(folder), Path):
            raise kept_on_server()
        return _put_back(file, folder, secret).words()


def open_sound(
    folder: Path, opened: vault.Opened, *, is_date_confirmed: bool
) -> tuple[Database, str | None]:
    """Open the store, or the backup that replaces a damaged or missing one, with a notice of it.

    Call it with the folder locked. Raises Locked (`damaged_store`, `restorer_needed`,
    `another_database`, `older_key_file`, `clock_leap`) and StoreFailed.
    """
    if not has_store(folder):
        notice = replace_damaged(folder, opened, is_date_confirmed=is_date_confirmed)
        return store_in(folder, opened.data_key), notice
    database = store_in(folder, opened.data_key)
    try:
        is_sound = database.is_readable() and not open_marker.is_found_damaged(database, folder)
    except BaseException:
        database.close()
        raise
    if is_sound:
        return database, None
    database.close()
    if database.is_on_server:
        raise _another_database()
    notice = replace_damaged(folder, opened, is_date_confirmed=is_date_confirmed)
    return store_in(folder, opened.data_key), notice


def replace_damaged(folder: Path, opened: vault.Opened, *, is_date_confirmed: bool) -> str:
    """Replace a damaged or missing store by the newest sound backup; return the words about it.

    Call it with the folder locked. Raises Locked: `damaged_store` if no backup is sound,
    `restorer_needed` if the account may not restore, `older_key_file`, `clock_leap`.
    """
    skipped = Skipped()
    found = _("The store is damaged.") if has_store(folder) else _("The store was missing.")
    for file in backup.newest(folder, high_water_marks.last_closing(folder, opened.data_key)):
        _require_no_newer_key(file, opened)
        try:
            with _unpacked(file, folder) as part:
                done = _prepare(
                    part, opened, file, folder, None, is_date_confirmed=is_date_confirmed
                )
                done.aside = store_folder.install(part, folder)
                _mark(folder, opened.data_key)
        except BackupFailed as error:
            skipped.add(file, error)
        except NotAllowed as error:
            raise _restorer_needed(opened) from error
        else:
            return " ".join((found, done.words(skipped)))
    raise Locked(no_sound_backup(skipped), code="damaged_store")


def bring_schema(database: Database) -> None:
    """Migrate a store, and give keys to devices from before stations existed."""
    migrate(database)
    with database.write(Actor.PROGRAM) as session:
        registry.complete_stations(session)


def require_there(folder: Path) -> None:
    """Raise Locked (`missing_store`) if there is only what a missing store left."""
    if has_store(folder):
        return
    message = _(
        "The store is missing: its key file and backups are there. Open the register, and the "
        "newest backup replaces it."
    )
    raise Locked(message, code="missing_store")


def _another_database() -> Locked:
    message = _(
        "The database on the server is empty, or holds a register with other keys, or the "
        "register was moved away. Ask the server administrator which database is this office's, "
        "or to restore it there."
    )
    return Locked(message, code="another_database")


def _restorer_needed(opened: vault.Opened) -> Locked:
    message = _(
        "Part of the register is damaged. Nothing was changed: a backup replaces it once an "
        "account that can restore one opens it. Ask a person who has one of these accounts: "
        "{roles}."
    )
    present = [label.role for label in vault.labels_in(opened.key_file)]
    message = message.format(roles=holder_words(Right.RESTORE, present))
    return Locked(message, code="restorer_needed")


def _put_back(file: Path, folder: Path, secret: str) -> PutBack:
    with _unpacked(file, folder) as part:
        backup_file.require_one_register(file)
        opened, present = open_backup(part, folder, secret)
        done = _prepare(part, opened, file, folder, present, is_date_confirmed=True)
        done.aside = store_folder.install(part, folder)
        _mark(folder, opened.data_key)
    return done


def _prepare(
    part: Path,
    opened: vault.Opened,
    file: Path,
    folder: Path,
    present: Present | None,
    *,
    is_date_confirmed: bool,
) -> PutBack:
    """Check an unpacked backup completely, and give it a new device id and its accounts.

    Its log records who restored which backup, and how many rows were lost. Raises BackupFailed,
    Locked (`older_key_file`, `clock_leap`), and NotAllowed if the account may not restore.
    """
    records = backup.count_sound(part, opened.data_key, file)
    with closing(Database(part / STORE_FILE, opened.data_key)) as database:
        bring_schema(database)
        later = find_later(folder, database) if present is None else None
        with database.write(Actor.PROGRAM) as session:
            rows, _head = end_of_log(session)
            key_file, others = _bound(session, part, opened, present, later)
            actor, account = who_opened(session, dataclasses.replace(opened, key_file=key_file))
        clock_leaps.require_likely(database, opened, is_confirmed=is_date_confirmed)
        rows_lost = max(0, high_water_marks.log_at_closing(folder, database).last - rows)
        with database.write(Actor.PROGRAM) as session:
            replaced = present.device if present else None
            device = renewal.go_on_restored(session, replaced).device
            as_of = session.get_one(Restoration, device).as_of
            key_file = newest_key_file.with_rules(session, key_file)
        done = PutBack(file, records, rows_lost, as_of, others)
        database.actor, database.account = actor, account
        with database.write() as session:
            newest_key_file.keep(session, newest_key_file.prepare(part, key_file, opened.data_key))
            if opened.account is None:
                note(session, Act.UNLOCK_BY_CODE)
            note(session, Act.RESTORE, verb=f"put_back {backup.tag_of(file)}", count=done.rows_lost)
            forgetting.warn_again(session)
        newest_key_file.take_next(part)
        database.checkpoint()
    return done


def _bound(
    session: Session,
    part: Path,
    opened: vault.Opened,
    present: Present | None,
    later: Later | None,
) -> tuple[KeyFile, Sequence[str] | None]:
    """Give an unpacked backup its accounts; return its key file, and whom it alone had.

    They are the present ones, or its own ones bound by what is known of later closings. Raises
    Locked (`older_key_file`), and NotAllowed if the opener may not restore by any of them.
    """
    if present is not None:
        key_file, others = take_present(session, part, opened.data_key, present)
        _require_restorer(session, dataclasses.replace(opened, key_file=key_file))
        return key_file, others
    _require_believed(session, opened)
    _require_restorer(session, opened)
    require_may_restore(session, opened, later)
    return (take_over(session, opened.key_file, later) if later else opened.key_file), None


def _require_restorer(session: Session, opened: vault.Opened) -> None:
    actor, _account = who_opened(session, opened)
    require_role(session, actor, Right.RESTORE)


def _require_believed(session: Session, opened: vault.Opened) -> None:
    """Raise Locked (`older_key_file`) if the key file is older than the backup's own.

    A newer key file is expected: it is the one in use when the store was damaged.
    """
    kept = newest_key_file.find_kept(session)
    is_newer = kept is None or opened.key_file.generation > kept.generation
    if kept is not None and not is_newer and not kept.has(opened.slot):
        raise unlocking.older_key_file(opened.key_file)


def _require_no_newer_key(file: Path, opened: vault.Opened) -> None:
    """Raise Locked (`older_key_file`) if a backup has a newer key file, for another key."""
    theirs, ours = backup_file.key_file_of(file), opened.key_file
    is_newer = theirs is not None and theirs.generation > ours.generation
    if theirs is not None and is_newer and theirs.key_id != ours.key_id:
        raise unlocking.older_key_file(opened.key_file)


@contextmanager
def _unpacked(file: Path, folder: Path) -> Iterator[Path]:
    with backup.copying(folder), backup_file.unpacked(file, folder) as part:
        try:
            with altered_stores.translated():
                yield part
        except StoreFailed as error:
            if error.code != StoreProblem.ALTERED:
                raise
            raise BackupFailed(backup_file.damaged(file)) from error


def _mark(folder: Path, key: bytes) -> None:
    """Reset the store's high-water mark: it is older on purpose."""
    with closing(Database(folder / STORE_FILE, key)) as database:
        high_water_marks.write_mark(folder, database)


@use_case(Right.RESTORE)
def replace_backups(
    database: Database,
    back_up: Callable[[], object],
    older: Collection[str],
    places: Iterable[Path],
) -> None:
    """Back up, and delete the older backups of these names in these places.

    The own backup comes first: once it exists, a second place that is not plugged in does not keep
    the older ones here. Raises what `back_up` raises, and BackupFailed.
    """
    if database.is_on_server:  # it has no backups of its own beside it
        backup.delete_named(older, places)
        return
    own = database.path.parent
    before = set(backup.newest(own))
    try:
        back_up()
    finally:
        if not before.issuperset(backup.newest(own)):
            backup.delete_named(older, places)
