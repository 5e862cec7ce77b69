"""The background work of the retention screen; each function returns a message."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from outreach_app.database import Database, StoreSession
from outreach_app.documents.worker import DocumentWorker
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.issuing.eliminations import (
    archive_elimination,
    prepare_destruction,
    prepare_elimination,
)
from outreach_app.issuing.files import (
    FileFormat,
    FilesWanted,
    PlanT,
    PreparedDocument,
    write_documents,
)
from outreach_app.progress import Progress
from outreach_app.queries.records_past_term import DueRow
from outreach_app.queries.retention import (
    EliminationRow,
    count_held_back,
    find_next_due,
    list_due,
    list_eliminations,
)
from outreach_app.services.eliminations import propose_elimination


@dataclass(frozen=True, slots=True)
class Retention:
    """What is past its term and on no list, the lists, and how many records are held back.

    `coming` is what comes next where nothing is due.
    """

    due: list[DueRow]
    lists: list[EliminationRow]
    held_back: int
    coming: DueRow | None


def read_retention(session: StoreSession) -> Retention:
    """Read everything that the screen shows."""
    due = list_due(session)
    coming = None if due else find_next_due(session)
    return Retention(due, list_eliminations(session), count_held_back(session), coming)


def make_list(database: Database) -> str:
    """Make a list of what is due."""
    with database.write() as session:
        propose_elimination(session)
    return _("The list was made.")


def issue_list(database: Database, uid: UUID, folder: Path, progress: Progress) -> str:
    """Issue a list in both languages, to print and to edit."""
    return _write_documents(database, prepare_elimination(database, uid), folder, progress)


def issue_certificate(database: Database, uid: UUID, folder: Path, progress: Progress) -> str:
    """Issue the certificate of what a list destroyed, in both languages."""
    return _write_documents(database, prepare_destruction(database, uid), folder, progress)


def archive_list(database: Database, uid: UUID, path: Path, progress: Progress) -> str:
    """Write a list's archive and verify it."""
    with closing(DocumentWorker()) as worker:
        archive_elimination(database, uid, path, worker, progress)
    return str(path)


Issue = Callable[[Database, UUID, Path, Progress], str]


def _write_documents(
    database: Database, document: PreparedDocument[PlanT], folder: Path, progress: Progress
) -> str:
    wanted = FilesWanted(folder, tuple(Language), (FileFormat.PDF, FileFormat.DOCX))
    with closing(DocumentWorker()) as worker:
        write_documents(database, [document], wanted, worker, progress)
    return str(folder)
