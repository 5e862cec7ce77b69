"""Issuing of the sheets of several partners, or of all, as one act."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from outreach_app import clock
from outreach_app.database import Database
from outreach_app.documents.worker import DocumentWorker
from outreach_app.errors import NotAllowed
from outreach_app.issuing.files import FilesWanted, PreparedDocument, WrittenFile, write_documents
from outreach_app.issuing.hand_outs import prepare_sheet, sheet_period
from outreach_app.progress import Progress
from outreach_app.queries.hand_outs import get_partner
from outreach_app.summaries.hand_outs.plan import HandOutPlan


@dataclass(frozen=True, slots=True)
class NoSheet:
    """A partner that gets no sheet, with the code and the words of the refusal."""

    partner: UUID
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class SheetsPrepared:
    """The sheets that are ready to issue, and the partners that get none."""

    documents: Sequence[PreparedDocument[HandOutPlan]]
    without: Sequence[NoSheet]


@dataclass(frozen=True, slots=True)
class SheetsWritten:
    """The written files of the sheets, and the partners that got none."""

    files: Sequence[WrittenFile]
    documents: Sequence[PreparedDocument[HandOutPlan]]
    without: Sequence[NoSheet]


def prepare_partner_sheets(
    database: Database, partners: Iterable[UUID], progress: Progress, months: int = 0
) -> SheetsPrepared:
    """Prepare the sheets of partners, each with a number of its own.

    `months` is how far back they reach; 0 for since the last sheet of each. Two partners that were
    merged get one. Raises NotFound, Cancelled.
    """
    documents: list[PreparedDocument[HandOutPlan]] = []
    without: list[NoSheet] = []
    with database.read() as session:
        found = list(dict.fromkeys(get_partner(session, str(uid)) for uid in partners))
        for place, partner in enumerate(found):
            progress.step(place, len(found))
            taken = tuple(document.edition.number for document in documents)
            try:
                period = sheet_period(session, str(partner.uid), clock.today(), months).period
                documents.append(prepare_sheet(session, partner, period, taken))
            except NotAllowed as refused:
                without.append(NoSheet(partner.uid, refused.code, refused.message))
    return SheetsPrepared(documents, without)


def write_partner_sheets(
    database: Database,
    partners: Iterable[UUID],
    wanted: FilesWanted,
    worker: DocumentWorker,
    progress: Progress,
    months: int = 0,
) -> SheetsWritten:
    """Write the sheets of these partners as `write_documents` does, and say who got none.

    Raises what that raises, and NotFound; then no file is written and nothing is recorded.
    """
    prepared = prepare_partner_sheets(database, partners, progress, months)
    documents = prepared.documents
    files = write_documents(database, documents, wanted, worker, progress) if documents else []
    return SheetsWritten(files, documents, prepared.without)
