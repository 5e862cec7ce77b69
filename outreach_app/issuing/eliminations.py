"""Issuing of the elimination list and the certificate of destruction, and the archive."""

from collections.abc import Collection
from pathlib import Path
from uuid import UUID

from outreach_app import backup
from outreach_app.access_log import Act
from outreach_app.database import Database
from outreach_app.documents.requests import Issue, RenderRequest
from outreach_app.documents.worker import DocumentWorker
from outreach_app.former_copies import FormerCopies, list_former_copies
from outreach_app.i18n import Language
from outreach_app.issuing.files import PreparedDocument, prepare, render_document
from outreach_app.issuing.sealing import open_sealed, require_archivist, sealed
from outreach_app.progress import Progress
from outreach_app.queries.retention import get_elimination
from outreach_app.rights import Right, use_case
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.second_person import SecondPerson
from outreach_app.services.elimination_checks import require_issued, take_listed
from outreach_app.services.eliminations import (
    AgreementDraft,
    Destroyed,
    destroy_listed,
    is_archived,
    note_archive,
)
from outreach_app.services.issues import IssueDraft
from outreach_app.summaries.privacy.elimination import (
    DestructionPlan,
    EliminationPlan,
    plan_destruction,
    plan_elimination,
)
from outreach_app.summaries.privacy.elimination_prose import (
    destruction_title,
    elimination_title,
    realise_destruction,
    realise_elimination,
)
from outreach_app.summaries.prose.facts import facts_fingerprint
from outreach_app.taken_out import taken_out
from outreach_app.transfer.archive import digest_of, make_archive


@use_case(Right.RETENTION, is_logged=False)
def prepare_elimination(database: Database, uid: UUID) -> PreparedDocument[EliminationPlan]:
    """Prepare the document of a list. Raises NotFound.

    It is identified by the digest of its items, whatever its letterhead says.
    """
    with database.read() as session:
        plan = plan_elimination(session, uid)
        draft = IssueDraft(DocumentKind.ELIMINATION, get_elimination(session, uid).digest)
        return prepare(session, draft, plan, str(plan.as_of), _list)


@use_case(Right.RETENTION, is_logged=False)
def prepare_destruction(database: Database, uid: UUID) -> PreparedDocument[DestructionPlan]:
    """Prepare the certificate of a list's destruction. Raises NotFound and NotAllowed."""
    with database.read() as session:
        plan = plan_destruction(session, uid)
        draft = IssueDraft(DocumentKind.DESTRUCTION, facts_fingerprint(plan))
        day = str(plan.destroyed_on)
        return prepare(session, draft, plan, day, _certificate)


@use_case(Right.RETENTION, is_logged=False)
def archive_elimination(
    database: Database, uid: UUID, path: Path, worker: DocumentWorker, progress: Progress
) -> int:
    """Write the sealed archive of an issued list, verify and note it; return its record count.

    Raises NotFound, NotAllowed, Conflict, WriteFailed, UnreadableFile, DocumentFailed, Cancelled;
    then nothing is noted.
    """
    with database.read() as session:
        require_issued(session, get_elimination(session, uid))
        archivist = require_archivist(session)
    document = prepare_elimination(database, uid)
    languages = tuple(Language)
    rendered = render_document(document, languages, worker, progress)
    papers = {
        f"list-{language}.pdf": made.pdf for language, made in zip(languages, rendered, strict=True)
    }
    with database.read() as session:
        items = take_listed(session, get_elimination(session, uid))
        content, count = make_archive(session, items, papers)
    logged = taken_out(database, Act.RETENTION, verb="archive_elimination", to=path)
    with logged, sealed(content, archivist, path), database.write() as session:
        note_archive(session, uid, digest_of(path))
    return count


@use_case(Right.RETENTION, is_logged=False)
def unseal_archive(database: Database, path: Path, key_file: Path, target: Path) -> None:
    """Open a sealed archive with the archivist's key, into a new file in clear.

    Raises what `open_sealed` does.
    """
    with taken_out(database, Act.RETENTION, verb="unseal_archive", to=target):
        open_sealed(path, key_file, target)


@use_case(Right.DESTROY, is_logged=False)
def destroy_elimination(
    database: Database,
    uid: UUID,
    archive: Path | None,
    agreement: AgreementDraft,
    second: SecondPerson | None,
    places: Collection[Path],
) -> Destroyed:
    """Destroy the items of a list after verifying its archive again.

    Named backups in these places are deleted. Raises what is refused, and BackupFailed if one
    could not be deleted: then the rest is done.
    """
    with database.read() as session:
        elimination = get_elimination(session, uid)
        needs_archive = is_archived(elimination.items) and elimination.archived_at is not None
    digest = digest_of(archive) if archive is not None and needs_archive else None
    with database.write() as session:
        done = destroy_listed(session, uid, digest, agreement, second)
    backup.delete_named(done.backups, places)
    return done


def former_copies_of(done: Destroyed, folder: Path, places: Collection[Path]) -> FormerCopies:
    """Return the copies of the register that still hold what was destroyed in it."""
    return list_former_copies(folder, places) if done.is_in_former_copies else FormerCopies((), ())


def _list(plan: EliminationPlan, issue: Issue, language: Language) -> RenderRequest:
    document = realise_elimination(plan, language, issue.issued_at.date())
    return RenderRequest((document,), issue, elimination_title(plan, language))


def _certificate(plan: DestructionPlan, issue: Issue, language: Language) -> RenderRequest:
    document = realise_destruction(plan, language, issue.issued_at.date())
    return RenderRequest((document,), issue, destruction_title(plan, language))
