"""Records past their retention term, by kind. Each query takes the cut-off day `newest`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import Session, joinedload

from outreach_app import clock
from outreach_app.access_log import LOG_ENTITY, Act
from outreach_app.models import (
    AccessRow,
    Claim,
    Commitment,
    Issue,
    Meeting,
    OwnedRecord,
    Partner,
    Person,
    Point,
    Publication,
    Rumour,
    SavedDraft,
)
from outreach_app.queries.claims import claim_number
from outreach_app.queries.commitments import is_open
from outreach_app.queries.days import day_of_version
from outreach_app.queries.issues import number_of
from outreach_app.queries.meetings import meeting_number
from outreach_app.queries.records import get_own_office
from outreach_app.queries.remarks import is_remark, remark_number
from outreach_app.queries.rumours import rumour_number
from outreach_app.queries.trees import find_holder, tree_of
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.rules.exchanges import told_as
from outreach_app.rules.retention import Kept, due_on

RecordT = TypeVar("RecordT", bound=OwnedRecord)
DRAFT_ENTITY = "draft"
# Between a document's number and its version.
_VERSION = " v"
# Proofs of lawful erasure and destruction stay.
_PROOFS = (DocumentKind.ERASURE, DocumentKind.ELIMINATION, DocumentKind.DESTRUCTION)


@dataclass(frozen=True, slots=True)
class DueRow:
    """A record past its term: when it was due, and the day from which the term ran.

    `key` is the uid of a record of the noun `entity`, the key of a draft, the name of a backup, or
    the last row of the access log or of the log of files, of which `count` rows are due. `code` is
    a catalogue code, the kind of a document, or None. Of the rows of a log, and of what lasted
    several days, the days are those of the last, and `first_on` is the day of the first. `days` is
    how many a meeting, or that of a summary, lasted.
    """

    kind: Kept
    entity: str
    key: str
    day: date
    due_on: date
    number: str = ""
    code: str | None = None
    count: int = 1
    first_on: date | None = None
    days: int = 1


def due_meetings(session: Session, newest: date) -> Iterator[tuple[Meeting, date]]:
    """Yield the meetings of this office up to a day that have no open commitments."""
    last_on = func.coalesce(Meeting.last_on, Meeting.held_on)
    statement = select(Meeting).where(
        *_of_own_office(session, Meeting),
        last_on <= newest,
        ~_is_promised(Commitment.meeting_id == Meeting.id),
    )
    for meeting in session.scalars(statement.order_by(Meeting.held_on, Meeting.id)):
        yield meeting, meeting.last_on or meeting.held_on


def count_held_back(session: Session, newest: date) -> int:
    """Count the meetings and remarks up to a day that stay because a commitment is open."""
    meetings = select(func.count()).where(
        *_of_own_office(session, Meeting),
        Meeting.held_on <= newest,
        _is_promised(Commitment.meeting_id == Meeting.id),
    )
    remarks = select(func.count()).where(
        *_of_own_office(session, Point),
        is_remark(),
        Point.received_on <= newest,
        _is_promised(Commitment.point_id == Point.id),
    )
    return (session.scalar(meetings) or 0) + (session.scalar(remarks) or 0)


def due_remarks(session: Session, newest: date) -> Iterator[tuple[Point, date]]:
    """Yield the remarks of this office up to a day that have no open commitments."""
    statement = select(Point).where(*_of_own_office(session, Point), is_remark())
    statement = statement.where(
        Point.received_on <= newest, ~_is_promised(Commitment.point_id == Point.id)
    )
    for point in session.scalars(statement.order_by(Point.received_on, Point.id)):
        if point.received_on is not None:
            yield point, point.received_on


def due_rumours(session: Session, newest: date) -> Iterator[tuple[Rumour, date]]:
    """Yield the rumours that this office heard up to a day."""
    statement = select(Rumour).where(*_of_own_office(session, Rumour), Rumour.heard_on <= newest)
    for rumour in session.scalars(statement.order_by(Rumour.heard_on, Rumour.id)):
        yield rumour, rumour.heard_on


def due_publications(session: Session, newest: date) -> Iterator[tuple[Publication, date]]:
    """Yield the publications of this office up to a day."""
    day = Publication.published_on
    statement = select(Publication).where(*_of_own_office(session, Publication), day <= newest)
    for publication in session.scalars(statement.order_by(day, Publication.id)):
        yield publication, publication.published_on


def due_claims(session: Session, newest: date) -> Iterator[tuple[Claim, date]]:
    """Yield the claims answered up to a day."""
    statement = select(Claim).where(*_of_own_office(session, Claim), Claim.answered_on <= newest)
    for claim in session.scalars(statement.order_by(Claim.answered_on, Claim.id)):
        if claim.answered_on is not None:
            yield claim, claim.answered_on


def due_issues(session: Session, newest: date) -> Iterator[tuple[Issue, date]]:
    """Yield the documents issued up to a day, without proofs of erasure and destruction."""
    statement = select(Issue).options(joinedload(Issue.meeting))
    statement = statement.where(*_of_own_office(session, Issue), Issue.kind.not_in(_PROOFS))
    for issue in session.scalars(statement.order_by(Issue.issued_at, Issue.id)):
        day = clock.local(issue.issued_at).date()
        if day <= newest:
            yield issue, day


def due_partners(session: Session, newest: date) -> Iterator[tuple[Partner, date]]:
    """Yield the partners deleted up to a day on which nothing depends any more."""
    return _due_deleted(session, Partner, newest, Partner.merged_into_id.is_(None))


def due_trash(session: Session, newest: date) -> Iterator[tuple[OwnedRecord, date]]:
    """Yield the other records deleted up to a day on which nothing depends any more."""
    yield from _due_deleted(session, Meeting, newest)
    yield from _due_deleted(session, Person, newest, Person.merged_into_id.is_(None))
    yield from _due_deleted(session, Rumour, newest)
    yield from _due_deleted(session, Publication, newest)
    yield from _due_deleted(session, Point, newest, is_remark())


def due_log(session: Session, months: int, newest: date) -> list[DueRow]:
    """Return the rows of the access log up to a day as one item, or an empty list."""
    rows = select(AccessRow.n, AccessRow.at).where(AccessRow.act != Act.CUT).order_by(AccessRow.n)
    found: list[tuple[int, date]] = []
    with session.execute(rows.execution_options(yield_per=500)) as read:
        for n, at in read:
            day = clock.local(at).date()
            if day > newest:
                break
            found.append((n, day))
    if not found:
        return []
    days, key = [day for _n, day in found], str(found[-1][0])
    due = due_on(max(days), months)
    row = DueRow(Kept.LOG, LOG_ENTITY, key, max(days), due, count=len(found), first_on=min(days))
    return [row]


def due_drafts(session: Session, months: int, newest: date) -> Iterator[DueRow]:
    """Yield the drafts that were typed up to a day and never recorded."""
    for draft in session.scalars(select(SavedDraft).order_by(SavedDraft.saved_at)):
        day = clock.local(draft.saved_at).date()
        if day <= newest:
            yield DueRow(Kept.DRAFT, DRAFT_ENTITY, draft.key, day, due_on(day, months))


def number_and_code(record: OwnedRecord) -> tuple[str, str | None]:
    """Return the number that a record has on paper, and its catalogue code.

    An exchange has the code of its channel, a document its kind; a summary has its meeting's code.
    """
    match record:
        case Meeting():
            code: str | None = told_as(record.kind, record.channel)
            told = meeting_number(record), code
        case Point():
            told = remark_number(record), record.topic
        case Rumour():
            told = rumour_number(record), record.topic
        case Publication():
            told = "", record.kind
        case Partner():
            told = "", record.category
        case Person():
            told = "", record.partner.category
        case Issue():
            told = version_of(str(number_of(record)), record.edition), _kind_of(record)
        case Claim():
            told = claim_number(record), None
        case _:
            told = "", None
    return told


def first_day(record: OwnedRecord, last_on: date) -> date | None:
    """Return the first day of what lasted several days up to one; None for all else."""
    if isinstance(record, Meeting) and record.held_on < last_on == record.last_on:
        return record.held_on
    return None


def days_lasted(record: OwnedRecord) -> int:
    """Return how many days a meeting lasted, or that of a summary; 1 for all else."""
    meeting = record.meeting if isinstance(record, Issue) else record
    if not isinstance(meeting, Meeting) or meeting.last_on is None:
        return 1
    return (meeting.last_on - meeting.held_on).days + 1


def _kind_of(issue: Issue) -> str:
    meeting = issue.meeting
    if meeting is None or issue.kind != DocumentKind.SESSION:
        return issue.kind
    return told_as(meeting.kind, meeting.channel)


def version_of(number: str, edition: int) -> str:
    """Return the number of a document, from its second version on with that: `05/2025 v2`."""
    return f"{number}{_VERSION}{edition}" if edition > 1 else number


def split_version(number: str) -> tuple[str, int]:
    """Return the number and the version of a document."""
    known, _mark, edition = number.partition(_VERSION)
    return known, int(edition or 1)


def _due_deleted(
    session: Session, model: type[RecordT], newest: date, *conditions: ColumnElement[bool]
) -> Iterator[tuple[RecordT, date]]:
    """Yield deleted records; one numbered this year waits, as it may be its series' last."""
    own, this_year = get_own_office(session).id, clock.local(clock.now()).year
    statement = select(model).where(model.office_id == own, model.is_deleted, *conditions)
    for record in session.scalars(statement.order_by(model.id)):
        day = day_of_version(record.version)
        is_of_this_year = getattr(record, "number_year", None) == this_year
        if day > newest or is_of_this_year:
            continue
        if find_holder(session, tree_of(session, record)) is None:
            yield record, day


def _of_own_office(session: Session, model: type[OwnedRecord]) -> tuple[ColumnElement[bool], ...]:
    return (model.office_id == get_own_office(session).id, ~model.is_deleted)


def _is_promised(link: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return the condition that a commitment of a record, which `link` joins, is open.

    Asked of each record in turn: headquarters has few, and the open commitments of a country.
    """
    return exists().where(link, is_open(), ~Commitment.is_deleted)
