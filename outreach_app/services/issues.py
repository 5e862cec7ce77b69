"""Use cases of issues: number a document, and record that it was issued."""

import base64
import hmac
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.errors import Conflict
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.journal import current_device
from outreach_app.models import Issue, Meeting, Partner, StationSecret
from outreach_app.queries.issues import number_of
from outreach_app.queries.records import get_own_office, get_record
from outreach_app.rights import Right, use_case
from outreach_app.rules.document_numbers import DocumentKind, DocumentNumber
from outreach_app.services.printed_parts import find_changed, keep_parts

_CODE_PURPOSE = b"outreach document code"
_CODE_BYTES = 10


@dataclass(frozen=True, slots=True)
class IssueDraft:
    """A document to issue: its kind, the fingerprint of its facts, and its subject.

    One without a subject gets a number of its own for each set of facts. `taken` are the numbers of
    the documents that are recorded with it, before it. `parts` are the names of its parts, each
    with its content, if a later version has to name those that differ. `figures` are the printed
    numbers of a document for the public.
    """

    kind: DocumentKind
    fingerprint: str
    meeting: UUID | None = None
    partner: UUID | None = None
    first_on: date | None = None
    last_on: date | None = None
    last_session_on: date | None = None
    taken: tuple[DocumentNumber, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    figures: tuple[str, ...] = ()

    @property
    def has_subject(self) -> bool:
        """Whether other facts would make another version under the same number."""
        return (self.meeting or self.partner or self.last_on) is not None


@dataclass(frozen=True, slots=True)
class Edition:
    """The edition of a document: number, version, first moment (UTC) and printed code.

    `replaces` is the moment of the version before, None for the first; `changed` names the parts
    that differ from it, as far as they are known.
    """

    number: DocumentNumber
    version: int
    issued_at: datetime
    code: str
    replaces: datetime | None
    changed: tuple[str, ...] = ()


def plan_edition(session: Session, draft: IssueDraft, now: datetime) -> Edition:
    """Return the edition that a document has, or would have if it were issued now.

    The same facts printed again are the same edition, with its time: the same bytes on paper.
    """
    last = _find_last(session, draft)
    if last is not None and last.fingerprint == draft.fingerprint:
        before = _find_last(session, draft, before=last.edition)
        replaces, changed = _replaced(session, draft, before)
        return Edition(number_of(last), last.edition, last.issued_at, last.code, replaces, changed)
    issued_at = now.replace(microsecond=0)
    number = number_of(last) if last else _next_number(session, draft, issued_at)
    version = last.edition + 1 if last else 1
    code = _code(session, f"{number} {version} {draft.fingerprint}")
    return Edition(number, version, issued_at, code, *_replaced(session, draft, last))


def _replaced(
    session: Session, draft: IssueDraft, before: Issue | None
) -> tuple[datetime | None, tuple[str, ...]]:
    """Return the moment of the version before, and the parts that differ from it."""
    if before is None:
        return None, ()
    return before.issued_at, find_changed(session, before.uid, draft.parts)


def find_issue(session: Session, draft: IssueDraft, edition: Edition) -> Issue | None:
    """Return the issue that a document was recorded as under an edition, None before.

    Raises Conflict if another document took its number since the edition was planned.
    """
    planned = plan_edition(session, draft, edition.issued_at)
    if (planned.number, planned.version) != (edition.number, edition.version):
        message = _("Another document took the number {number} in the meantime. Try again.")
        raise Conflict(message.format(number=isolate(str(edition.number))))
    last = _find_last(session, draft)
    return last if last is not None and last.edition == edition.version else None


@use_case(Right.ISSUE, is_logged=False)
def record_issue(
    session: Session,
    draft: IssueDraft,
    edition: Edition,
    hashes: Iterable[str],
    uid: UUID | None = None,
) -> Issue:
    """Record that a document was issued under an edition, as files with these SHA-256 hashes.

    A new issue gets the `uid`, under which the access log knows it already. Raises Conflict if
    another document took its number since the edition was planned.
    """
    last = find_issue(session, draft, edition)
    if last is None:
        last = _new_issue(session, draft, edition)
        if uid is not None:
            last.uid = uid
    last.hashes = tuple(dict.fromkeys((*last.hashes, *hashes)))
    session.flush()
    keep_parts(session, last.uid, draft.parts)
    return last


def _new_issue(session: Session, draft: IssueDraft, edition: Edition) -> Issue:
    number = edition.number
    issue = Issue(
        office_id=get_own_office(session).id,
        kind=draft.kind,
        number_year=number.year,
        number_sequence=number.sequence,
        number_station=number.station,
        edition=edition.version,
        meeting=get_record(session, Meeting, draft.meeting) if draft.meeting else None,
        partner=get_record(session, Partner, draft.partner) if draft.partner else None,
        first_on=draft.first_on,
        last_on=draft.last_on,
        last_session_on=draft.last_session_on,
        fingerprint=draft.fingerprint,
        code=edition.code,
        hashes=(),
        figures=draft.figures,
        issued_at=edition.issued_at,
    )
    session.add(issue)
    return issue


def _find_last(session: Session, draft: IssueDraft, before: int | None = None) -> Issue | None:
    """Return the last version on the same subject; without one, that of the same facts.

    `before` is the version to look before.
    """
    office = get_own_office(session)
    statement = select(Issue).where(
        Issue.office_id == office.id, Issue.kind == draft.kind, ~Issue.is_deleted
    )
    if draft.has_subject:
        statement = (
            statement.outerjoin(Issue.meeting)
            .outerjoin(Issue.partner)
            .where(Meeting.uid == draft.meeting, Partner.uid == draft.partner)
            .where(Issue.first_on == draft.first_on, Issue.last_on == draft.last_on)
        )
    else:
        statement = statement.where(Issue.fingerprint == draft.fingerprint)
    if before is not None:
        statement = statement.where(Issue.edition < before)
    newest = statement.order_by(Issue.edition.desc(), Issue.id.desc()).limit(1)
    return session.scalars(newest).one_or_none()


def _next_number(session: Session, draft: IssueDraft, issued_at: datetime) -> DocumentNumber:
    """Return a meeting's own number for its summary, else the next of the kind's series."""
    if draft.kind is DocumentKind.SESSION and draft.meeting is not None:
        meeting = get_record(session, Meeting, draft.meeting)
        year, sequence = meeting.number_year or 0, meeting.number_sequence or 0
        return DocumentNumber("", year, sequence, meeting.number_station or "")
    year, station = clock.local(issued_at).year, current_device(session).letter
    last = select(func.max(Issue.number_sequence)).where(
        Issue.office_id == get_own_office(session).id,
        Issue.kind == draft.kind,
        Issue.number_year == year,
        Issue.number_station == station,
    )
    first = DocumentNumber(draft.kind.mark, year, (session.scalar(last) or 0) + 1, station)
    alike = [it.sequence for it in draft.taken if replace(it, sequence=first.sequence) == first]
    return replace(first, sequence=max((first.sequence, *(each + 1 for each in alike))))


def _code(session: Session, said: str) -> str:
    """Return 80 bits to print, `XXXX-XXXX-XXXX-XXXX`, that only this store can compute."""
    device = current_device(session)
    secret = session.get_one(StationSecret, device.uid).signing_seed
    made = hmac.digest(secret, b"%s %s" % (_CODE_PURPOSE, said.encode()), sha256)
    letters = base64.b32encode(made[:_CODE_BYTES]).decode()
    return "-".join(letters[place : place + 4] for place in range(0, len(letters), 4))
