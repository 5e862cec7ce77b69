"""Import of readings, in one transaction; an invalid row stays out with its reason."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from outreach_app.errors import InvalidDraft, Problem
from outreach_app.i18n import gettext as _
from outreach_app.models import Publication, Reading
from outreach_app.progress import Progress
from outreach_app.queries.records import get_own_office
from outreach_app.rights import Right, use_case
from outreach_app.rules.quoting import quoted
from outreach_app.rules.readings import COUNTS
from outreach_app.services.imports import keep_batch
from outreach_app.services.readings import ReadingDraft, list_doubts, record_reading
from outreach_app.transfer.platforms import key_of
from outreach_app.transfer.readings_file import ReadingEntry
from outreach_app.transfer.reports import FailedRow, ImportReport

_Key = tuple[UUID | str | None, date | None, tuple[int | None, ...]]


@use_case(Right.IMPORT)
def import_readings(
    session: Session, entries: Sequence[ReadingEntry], file_name: str, progress: Progress
) -> ImportReport:
    """Record the readings that the store does not have; importing a file again changes nothing.

    Unusual values of imported rows are listed with the incomplete rows of the report.
    """
    report, published, known = ImportReport(), Published(session), _known_readings(session)
    for done, entry in enumerate(entries):
        progress.step(done, len(entries), _("Importing readings"))
        report.ignored.update(entry.not_taken)
        publication = published.find(entry.names) if entry.names else None
        draft = replace(entry.draft, publication=publication)
        problems = list(entry.problems)
        if entry.names and publication is None:
            problems.append(unknown_publication(entry.names))
        if not problems and _key(publication or draft.account, draft) in known:
            report.skipped += 1
            continue
        if not problems:
            try:
                problems = _record(session, draft, entry, report)
                known.add(_key(publication or draft.account, draft))
            except InvalidDraft as error:
                problems = list(error.problems)
        if problems:
            report.failed.append(FailedRow(entry.line, tuple(problems), entry.raw))
    if report.created:
        report.batch = keep_batch(session, file_name)
    return report


def _record(
    session: Session, draft: ReadingDraft, entry: ReadingEntry, report: ImportReport
) -> list[Problem]:
    doubts = list_doubts(session, draft)
    reading = record_reading(session, draft)
    report.created += 1
    report.uids.append(reading.uid)
    if doubts:
        problems = tuple(Problem("interactions", "lower_than_before", said) for said in doubts)
        report.incomplete.append(FailedRow(entry.line, problems, entry.raw))
    return []


class Published:
    """The publications of this office, by reference and by address."""

    def __init__(self, session: Session) -> None:
        own = get_own_office(session).id
        statement = select(Publication).where(Publication.office_id == own, ~Publication.is_deleted)
        self._found: dict[str, UUID] = {}
        for publication in session.scalars(statement):
            if publication.address:
                self._found[key_of(publication.address)] = publication.uid
            if publication.reference:
                self._found[publication.reference] = publication.uid

    def find(self, names: str) -> UUID | None:
        """Return the publication of a reference or of an address, however that was copied."""
        return self._found.get(names) or self._found.get(key_of(names))


def _known_readings(session: Session) -> set[_Key]:
    statement = select(Reading).options(joinedload(Reading.publication))
    rows = session.scalars(statement.where(~Reading.is_deleted))
    return {_key(row.publication.uid if row.publication else row.account, row) for row in rows}


def _key(of: UUID | str | None, read: Reading | ReadingDraft) -> _Key:
    return of, read.read_on, tuple(getattr(read, name) for name in COUNTS)


def unknown_publication(names: str) -> Problem:
    message = _(
        "No publication has the reference or the link {reference}. Record it first, with its link."
    )
    return Problem("publication", "unknown_reference", message.format(reference=quoted(names)))
