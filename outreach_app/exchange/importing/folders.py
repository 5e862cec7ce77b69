"""Imports of many files at once: each on its own, so that a bad one does not stop the others."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.database.bulk_writing import collector_paused
from outreach_app.errors import BundleError, Cancelled
from outreach_app.exchange.format import cautions, failures
from outreach_app.exchange.format.container import (
    SealedBundle,
    require_accepted,
    unpack,
    verify_archive,
)
from outreach_app.exchange.format.encryption import decrypt
from outreach_app.exchange.format.files import find_files, read_file
from outreach_app.exchange.importing.bundle_import import (
    already_imported,
    import_bundle,
    is_known,
)
from outreach_app.exchange.importing.received_files import ImportSummary, ReceivedFile
from outreach_app.exchange.stations import registry
from outreach_app.models import Bundle, Station
from outreach_app.progress import Progress
from outreach_app.rights import Right, use_case
from outreach_app.rules.kinds import BundleDirection
from outreach_app.rules.names import Bilingual
from outreach_app.rules.statuses import BundleStatus
from outreach_app.search.upkeep import complete_index
from outreach_app.services.catalogue_entries import use_entries

_PUT_ASIDE = ("E_SENDER_REVOKED", "E_CERTIFICATE")
_OPENED = (BundleStatus.IMPORTED, BundleStatus.DUPLICATE)
# Refused files of no known sender that one import logs: anybody can fill a folder with them.
_MAX_LOGGED = 100


@use_case(Right.EXCHANGE)
def import_paths(
    database: Database, paths: Iterable[Path], progress: Progress, *, dry_run: bool = False
) -> ImportSummary:
    """Import files, and the bundles of folders; a dry run reports what would come in, and stops.

    Raises StoreFailed if the store itself cannot be written; the files before are imported.
    """
    files = list(_files(paths))
    if dry_run:
        done = _try_all(database, files, progress)
    else:
        done = _import_all(database, files, progress)
        catch_up(database, progress)
    return ImportSummary(tuple(done), tuple(files[len(done) :]))


def peek_paths(
    database: Database, paths: Iterable[Path], progress: Progress
) -> tuple[ReceivedFile, ...]:
    """Return who wrote each file and whether it is new here, without writing anything.

    A dry run would instead lock out other writers until it has read every file.
    """
    files = list(_files(paths))
    identities = _identities(database)
    done = []
    for number, path in enumerate(files):
        if _is_cancelled(progress, number, len(files), path):
            break
        with database.read() as session:
            done.append(_peeked(session, path, identities))
    return tuple(done)


def catch_up(database: Database, progress: Progress) -> None:
    """Adopt the catalogue entries that came, and index the records."""
    take_up_entries(database)
    complete_index(database, progress)


def take_up_entries(database: Database) -> None:
    """Put the entries of the store over the lists."""
    # Locked: else an entry that a person rewords meanwhile would be replaced by its former words.
    with database.write(Actor.PROGRAM) as session:
        use_entries(session)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(find_files(path)) if path.is_dir() else (path,)


def _import_all(database: Database, files: list[Path], progress: Progress) -> list[ReceivedFile]:
    identities = _identities(database)
    done = []
    for number, path in enumerate(files):
        if _is_cancelled(progress, number, len(files), path):
            break
        try:
            archive = _archive(path, identities)  # before the store is locked: it may take long
            with collector_paused(), database.write(Actor.PROGRAM) as session:
                summary = _take(session, archive, path)
        except BundleError as error:
            with database.read() as session:
                summary = _refused(session, path, error)
            if not _is_of_nobody(summary):
                with database.write(Actor.PROGRAM) as session:
                    session.add(_log_row(summary))
        done.append(summary)
    return _log_those_of_nobody(database, done)


def _is_of_nobody(file: ReceivedFile) -> bool:
    """Return whether a file was refused without showing a sender that is known here."""
    return file.status == BundleStatus.REFUSED and file.office is None


def _log_those_of_nobody(database: Database, done: list[ReceivedFile]) -> list[ReceivedFile]:
    """Log the first refused files without a known sender, and return all that were tried.

    Files for others did not arrive here, and are not logged.
    """
    if not any(map(_is_of_nobody, done)):
        return done
    with database.write(Actor.PROGRAM) as session:
        done = _set_apart(session, done)
        session.add_all(map(_log_row, islice(filter(_is_of_nobody, done), _MAX_LOGGED)))
    return done


def _try_all(database: Database, files: list[Path], progress: Progress) -> list[ReceivedFile]:
    """Import all in one transaction, so that each file sees the changes of earlier ones."""
    done = []
    identities = _identities(database)
    with database.write(Actor.PROGRAM) as session:
        for number, path in enumerate(files):
            if _is_cancelled(progress, number, len(files), path):
                break
            try:
                archive = _archive(path, identities)
                with collector_paused(), session.begin_nested():
                    summary = _take(session, archive, path)
            except BundleError as error:
                summary = _refused(session, path, error)
            done.append(summary)
        done = _set_apart(session, done)
        session.rollback()
    return [replace(file, is_tried=True) for file in done]


def _set_apart(session: Session, files: list[ReceivedFile]) -> list[ReceivedFile]:
    """Mark files that nobody here can open as for others, if their folder also held one for us.

    Headquarters writes the answers to all precincts into one folder, and a file does not say whom
    it is for. Without an own file beside them they may be damaged ones of ours.
    """
    senders = {str(station.device) for station in registry.headquarters_stations(session)}
    own = [file for file in files if file.device in senders and file.status in _OPENED]
    folders, said = {file.path.parent for file in own}, cautions.elsewhere()
    return [
        replace(file, status=BundleStatus.ELSEWHERE, code=said.code, sentence=said.message)
        if file.is_sealed and file.path.parent in folders
        else file
        for file in files
    ]


def _is_cancelled(progress: Progress, number: int, total: int, path: Path) -> bool:
    try:
        progress.step(number, total, path.name)
    except Cancelled:
        return True
    return False


def _peeked(session: Session, path: Path, identities: Sequence[str]) -> ReceivedFile:
    try:
        sealed = _verified(session, _archive(path, identities))
        if is_known(session, sealed):
            return ReceivedFile(path, BundleStatus.DUPLICATE, device=sealed.signer.device)
        require_accepted(sealed)
    except BundleError as error:
        return _refused(session, path, error)
    return ReceivedFile(path, BundleStatus.IMPORTED, device=sealed.signer.device)


def _take(session: Session, archive: bytes, path: Path) -> ReceivedFile:
    sealed = _verified(session, archive)
    if is_known(session, sealed):
        return already_imported(session, sealed, path)
    with failures.sent_by(sealed.signer.device):
        return import_bundle(session, unpack(sealed), clock.now(), path)


def _identities(database: Database) -> list[str]:
    with database.read() as session:
        return registry.own_identities(session)


def _archive(path: Path, identities: Sequence[str]) -> bytes:
    return decrypt(read_file(path), identities)


def _verified(session: Session, archive: bytes) -> SealedBundle:
    return verify_archive(archive, registry.own_recipients(session), registry.find_sender(session))


def _refused(session: Session, path: Path, error: BundleError) -> ReceivedFile:
    """Return the result for a refused file, with the device it is about and its office."""
    status = BundleStatus.QUARANTINED if error.code in _PUT_ASIDE else BundleStatus.REFUSED
    device = error.details.get("device", error.details.get("sender"))
    sender = error.details.get("sender", device)
    station = session.get(Station, UUID(sender)) if isinstance(sender, str) else None
    return ReceivedFile(
        path=path,
        status=status,
        code=error.code,
        sentence=error.message,
        device=device if isinstance(device, str) else None,
        office=Bilingual(station.name_ar, station.name_fr) if station else None,
        is_sealed=error.details.get("is_sealed") is True,
    )


def _log_row(file: ReceivedFile) -> Bundle:
    return Bundle(
        direction=BundleDirection.IN,
        device=UUID(file.device) if file.device else None,
        file_name=file.path.name,
        moved_at=clock.now(),
        status=file.status,
        code=file.code,
    )
