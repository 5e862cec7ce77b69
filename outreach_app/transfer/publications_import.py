"""Import of publications, in one transaction; an invalid row stays out with its reason."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.errors import OutreachError, Problem
from outreach_app.i18n import gettext as _
from outreach_app.models import Publication
from outreach_app.progress import Progress
from outreach_app.queries.records import get_own_office
from outreach_app.rights import Right, use_case
from outreach_app.services.imports import keep_batch
from outreach_app.services.publications import (
    PublicationDraft,
    change_publication,
    draft_of_publication,
    record_publication,
)
from outreach_app.transfer.publications_file import PublicationEntry
from outreach_app.transfer.reports import FailedRow, ImportReport

# The fields by which two rows without a reference are the same publication.
_SAME = ("kind", "published_on", "since_on", "title_ar", "title_fr", "address", "count")
_Key = tuple[object, ...]


@use_case(Right.IMPORT)
def import_publications(
    session: Session, entries: Sequence[PublicationEntry], file_name: str, progress: Progress
) -> ImportReport:
    """Record unknown publications, and change those of a known reference.

    Importing a file again changes nothing: a row without a reference is known as often as the store
    has one like it.
    """
    report, known = ImportReport(), _Known(session)
    for done, entry in enumerate(entries):
        progress.step(done, len(entries), _("Importing publications"))
        report.ignored.update(entry.not_taken)
        if entry.problems:
            report.failed.append(FailedRow(entry.line, entry.problems, entry.raw))
            continue
        try:
            _import_entry(session, known, entry.draft, report)
        except OutreachError as error:
            problem = Problem("reference", error.code, error.message)
            report.failed.append(FailedRow(entry.line, (problem,), entry.raw))
    if report.created or report.updated:
        report.batch = keep_batch(session, file_name)
    return report


class _Known:
    """The publications of this office: by reference, and the number of similar ones without one."""

    def __init__(self, session: Session) -> None:
        own = get_own_office(session).id
        statement = select(Publication).where(Publication.office_id == own, ~Publication.is_deleted)
        self.by_reference: dict[str, Publication] = {}
        self._alike: Counter[_Key] = Counter()
        for publication in session.scalars(statement):
            if publication.reference:
                self.by_reference[publication.reference] = publication
            else:
                self._alike[_key(publication)] += 1

    def take(self, draft: PublicationDraft) -> bool:
        """Return whether there is one like this that no earlier row was matched to."""
        key = _key(draft)
        self._alike[key] -= 1
        return self._alike[key] >= 0


def _key(said: Publication | PublicationDraft) -> _Key:
    return tuple(getattr(said, name) for name in _SAME)


def _import_entry(
    session: Session, known: _Known, draft: PublicationDraft, report: ImportReport
) -> None:
    stored = known.by_reference.get(draft.reference) if draft.reference else None
    if stored is None:
        if draft.reference is None and known.take(draft):
            report.skipped += 1
            return
        publication = record_publication(session, draft)
        if draft.reference:
            known.by_reference[draft.reference] = publication
        report.created += 1
        report.uids.append(publication.uid)
        return
    before = draft_of_publication(session, stored.uid)
    after = _completed(before, draft)
    if after == before:
        report.skipped += 1
        return
    change_publication(session, stored.uid, after)
    session.flush()
    report.updated += 1
    report.uids.append(stored.uid)


def _completed(before: PublicationDraft, draft: PublicationDraft) -> PublicationDraft:
    """Return what is recorded, updated by the row; an empty cell changes nothing."""
    said = {
        name: getattr(draft, name)
        for name in PublicationDraft.__dataclass_fields__
        if name not in ("version", "sensitive_reason") and getattr(draft, name) not in (None, ())
    }
    return replace(before, **said)
