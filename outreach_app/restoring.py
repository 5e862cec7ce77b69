"""Put a backup back: into an empty folder, over a store, or in the place of a damaged one.

And make one in the place of older ones, which hold what was erased since.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from outreach_app import backup, clock, marks, open_marker, store_folder, vault
from outreach_app.access_log import Act, note
from outreach_app.actors import Actor, Role
from outreach_app.database import Database, store_in
from outreach_app.database.address import kept_on_server, place_of
from outreach_app.errors import BackupFailed, Locked
from outreach_app.exchange.stations import registry, renewal
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.migrations.run import migrate
from outreach_app.models import Account
from outreach_app.paths import STORE_FILE
from outreach_app.rights import Right, require, use_case


def restore(file: Path, folder: Path, secret: str) -> int:
    """Put a backup back as a store of its own device id; return how many records it holds.

    Raises BackupFailed, Locked, NotAllowed and WriteFailed; nothing is left behind where it fails.
    """
    with store_folder.locked(folder):
        store_folder.require_empty(folder)
        return _put_back(file, folder, secret)


def replace(file: Path, folder: Path, secret: str) -> None:
    """Put a backup in the place of a store that is damaged or missing, which is set aside whole.

    Raises what `restore` raises, and NotAllowed (`kept_on_server`); the store whose backup fails
    stays in its place.
    """
    with store_folder.locked(folder):
        if not isinstance(place_of(folder), Path):
            raise kept_on_server()
        _put_back(file, folder, secret)


def open_sound(folder: Path, key: bytes) -> tuple[Database, str | None]:
    """Open the store, or the backup that takes its place and what to say of that.

    Call with the folder locked. Raises Locked (`damaged_store`, `another_database`), StoreFailed.
    """
    database = store_in(folder, key)
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
    notice = replace_damaged(folder, key)
    return store_in(folder, key), notice


def replace_damaged(folder: Path, key: bytes) -> str:
    """Put the newest sound backup in the place of a damaged store; say what was done.

    Call with the folder locked. Raises Locked (`damaged_store`) where none is sound.
    """
    skipped: list[Path] = []
    for file in backup.newest(folder):
        try:
            with _unpacked(file, folder) as part:
                records = backup.count_sound(part, key, file)
                _renew_device(part, key)
                # The key files stay: those of the backup open with the passphrase of then.
                for name in (vault.KEY_FILE, vault.KEY_FILE_COPY):
                    (part / name).unlink()
                aside = store_folder.install(part, folder)
                _mark(folder, key)
        except BackupFailed:
            skipped.append(file)
        else:
            return _notice(file, records, aside or folder, skipped)
    raise Locked(_no_sound_backup(skipped), code="damaged_store")


def bring_schema(database: Database) -> None:
    """Migrate a store, and give keys to devices from before there were stations."""
    migrate(database)
    with database.write(Actor.PROGRAM) as session:
        registry.complete_stations(session)


def _another_database() -> Locked:
    message = _(
        "The database on the server is empty, or the register of other keys. Whoever administers"
        " the server says which database is this office's, or restores it there."
    )
    return Locked(message, code="another_database")


def _put_back(file: Path, folder: Path, secret: str) -> int:
    with _unpacked(file, folder) as part:
        opened = vault.open_account(part, secret)
        key = opened.data_key
        records = backup.count_sound(part, key, file)
        _renew_device(part, key)
        _require_restorer(part, opened)
        store_folder.install(part, folder)
        _mark(folder, key)
    return records


def _require_restorer(folder: Path, opened: vault.Opened) -> None:
    """Note who puts a backup back. Raises NotAllowed where the account may not."""
    with closing(Database(folder / STORE_FILE, opened.data_key)) as database:
        with database.read() as session:
            account = session.get(Account, opened.account) if opened.account else None
            if account is None:
                return
            database.actor, database.account = Role(account.role).actor, account.uid
        require(database.actor, Right.RESTORE)
        with database.write() as session:
            note(session, Act.RESTORE)
        database.checkpoint()


@contextmanager
def _unpacked(file: Path, folder: Path) -> Iterator[Path]:
    with backup.copying(folder), backup.unpacked(file, folder) as part:
        yield part


def _renew_device(folder: Path, key: bytes) -> None:
    """Let a store go on that was put back, under a device of its own."""
    database = Database(folder / STORE_FILE, key)
    try:
        bring_schema(database)
        with database.write(Actor.PROGRAM) as session:
            renewal.go_on_restored(session)
        database.checkpoint()
    finally:
        database.close()


def _mark(folder: Path, key: bytes) -> None:
    """Begin anew what is remembered of the store: it is older on purpose."""
    with closing(Database(folder / STORE_FILE, key)) as database:
        marks.write_mark(folder, database)


def _notice(file: Path, records: int, aside: Path, skipped: list[Path]) -> str:
    message = _(
        "The store is damaged. It was set aside whole as {folder};"
        " the backup of {date} was restored: {records} records."
    )
    message = message.format(folder=isolate(str(aside)), date=_date(file), records=records)
    if skipped:
        newer = _("Newer backups were damaged too and were passed over: {dates}.")
        message += " " + newer.format(dates=" · ".join(map(_date, skipped)))
    return message


def _no_sound_backup(skipped: list[Path]) -> str:
    if not skipped:
        return _(
            "The store is damaged and there is no backup beside it. Nothing was changed."
            " Restore a backup kept elsewhere."
        )
    message = _(
        "The store is damaged, and so is every backup beside it: {dates}. Nothing was changed."
        " Restore a backup kept elsewhere."
    )
    return message.format(dates=" · ".join(map(_date, skipped)))


def _date(file: Path) -> str:
    return isolate(f"{clock.local(backup.moment_of(file)):%d/%m/%Y %H:%M}")


@use_case(Right.RESTORE)
def replace_backups(
    database: Database,
    back_up: Callable[[], object],
    older: Collection[str],
    places: Iterable[Path],
) -> None:
    """Back up, and delete the older backups of these names in these places.

    The own backup is made first: where it is, a second place that is away keeps no older one here.
    Raises what `back_up` raises, and BackupFailed.
    """
    if database.is_on_server:  # it has none of its own beside it
        backup.delete_named(older, places)
        return
    own = database.path.parent
    before = set(backup.newest(own))
    try:
        back_up()
    finally:
        if not before.issuperset(backup.newest(own)):
            backup.delete_named(older, places)
