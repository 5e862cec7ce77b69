"""Rows of issues: the register of issued documents."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import String, select, type_coerce
from sqlalchemy.orm import Session, joinedload

from outreach_app.actors import Actor
from outreach_app.events import decode
from outreach_app.models import Issue, JournalEvent, Meeting
from outreach_app.queries.histories import actor_of
from outreach_app.queries.records import get_own_office
from outreach_app.rules.document_numbers import DocumentKind, DocumentNumber
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.names import Bilingual
from outreach_app.rules.statuses import MeetingStatus


@dataclass(frozen=True, slots=True)
class IssueRow:
    """One version of a document; `kind` is a `DocumentKind`, `issued_at` in UTC.

    `by` is the role that issued it, None for one that this version does not know. `fingerprint` is
    the SHA-256 of its facts, `hashes` are those of its files. `is_withdrawn` for the summary of a
    session that was deleted, or is no longer recorded as held.
    """

    uid: UUID
    kind: str
    number: str
    edition: int
    issued_at: datetime
    by: Actor | None
    meeting: UUID | None
    partner: UUID | None
    first_on: date | None
    last_on: date | None
    subject: Bilingual | None
    fingerprint: str
    code: str
    hashes: tuple[str, ...]
    office: OfficeId
    is_withdrawn: bool


def list_issues(
    session: Session, kind: DocumentKind | None = None, limit: int | None = None
) -> list[IssueRow]:
    """Return the issued documents, or those of one kind, newest first."""
    statement = (
        select(Issue)
        .options(joinedload(Issue.meeting), joinedload(Issue.partner))
        .where(~Issue.is_deleted)
        .order_by(Issue.issued_at.desc(), Issue.id.desc())
        .limit(limit)
    )
    if kind is not None:
        statement = statement.where(Issue.kind == kind)
    return issue_rows(session, session.scalars(statement).all())


def issue_rows(session: Session, issues: Sequence[Issue]) -> list[IssueRow]:
    """Return the rows of issues, in their order."""
    roles = _roles(session, [issue.uid for issue in issues])
    return [_row(issue, roles.get(issue.uid)) for issue in issues]


def list_published(session: Session, kind: DocumentKind) -> Sequence[Issue]:
    """Return this office's every version of the reports of a kind, each after those before it.

    Also one that was deleted: who has the paper has its figures. What another office signs as one
    neither holds back nor lets through what is published here.
    """
    own = get_own_office(session).id
    statement = select(Issue).where(Issue.kind == kind, Issue.office_id == own)
    return session.scalars(statement.order_by(Issue.edition, Issue.id)).all()


def find_by_hash(session: Session, digest: str) -> Issue | None:
    """Return the issue that a file with this SHA-256 belongs to."""
    holds = type_coerce(Issue.hashes, String).contains(digest, autoescape=True)
    statement = select(Issue).where(holds, ~Issue.is_deleted).order_by(Issue.id)
    return session.scalars(statement.limit(1)).one_or_none()


def find_by_code(session: Session, code: str) -> Issue | None:
    """Return the issue whose pages carry a code."""
    statement = select(Issue).where(Issue.code == code, ~Issue.is_deleted).order_by(Issue.id)
    return session.scalars(statement.limit(1)).one_or_none()


def find_last_edition(session: Session, issue: Issue) -> Issue:
    """Return the last version under the number of an issue, which may be that issue."""
    statement = (
        select(Issue)
        .where(
            Issue.office_id == issue.office_id,
            Issue.kind == issue.kind,
            Issue.number_year == issue.number_year,
            Issue.number_sequence == issue.number_sequence,
            Issue.number_station == issue.number_station,
            ~Issue.is_deleted,
        )
        .order_by(Issue.edition.desc(), Issue.id.desc())
    )
    return session.scalars(statement.limit(1)).one()


def number_of(issue: Issue) -> DocumentNumber:
    """Return the number of an issue."""
    mark = DocumentKind(issue.kind).mark if issue.kind in tuple(DocumentKind) else ""
    return DocumentNumber(mark, issue.number_year, issue.number_sequence, issue.number_station)


def _is_gone(meeting: Meeting) -> bool:
    return meeting.is_deleted or meeting.status != MeetingStatus.HELD


def _roles(session: Session, issues: Sequence[UUID]) -> dict[UUID, Actor | None]:
    """Return the roles that issued documents, from the first event of each issue."""
    statement = (
        select(JournalEvent)
        .where(JournalEvent.record.in_(issues), JournalEvent.line.is_not(None))
        .order_by(JournalEvent.t.desc(), JournalEvent.device.desc(), JournalEvent.seq.desc())
    )
    first = {row.record: row.line for row in session.scalars(statement)}
    return {uid: actor_of(decode(line).by) for uid, line in first.items() if line is not None}


def _row(issue: Issue, by: Actor | None) -> IssueRow:
    meeting, partner = issue.meeting, issue.partner
    return IssueRow(
        uid=issue.uid,
        kind=issue.kind,
        number=str(number_of(issue)),
        edition=issue.edition,
        issued_at=issue.issued_at,
        by=by,
        meeting=meeting.uid if meeting else None,
        partner=partner.uid if partner else None,
        first_on=issue.first_on,
        last_on=issue.last_on,
        subject=Bilingual(meeting.subject_ar, meeting.subject_fr) if meeting else None,
        fingerprint=issue.fingerprint,
        code=issue.code,
        hashes=issue.hashes,
        office=OfficeId(issue.office_id),
        is_withdrawn=issue.kind == DocumentKind.SESSION
        and meeting is not None
        and _is_gone(meeting),
    )
