"""Comparison of a file with the register of issued documents."""

import re
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from outreach_app import clock, i18n
from outreach_app.database import Database, StoreSession
from outreach_app.documents.requests import IDENTIFIER
from outreach_app.i18n import Language, isolate
from outreach_app.i18n import gettext as _
from outreach_app.models import Issue, Office
from outreach_app.queries.issues import (
    IssueRow,
    find_by_code,
    find_by_hash,
    find_last_edition,
    issue_rows,
)
from outreach_app.queries.registered_offices import known_offices
from outreach_app.rules.dates import date_words
from outreach_app.rules.kinds import OfficeRole
from outreach_app.rules.names import Bilingual
from outreach_app.untrusted_files import MAX_DOCUMENT, read_regular

# Only bytes are searched: the metadata of a PDF/A is plain text in the file, and programs that
# change the pages preserve it.
_CODE = re.compile(rf"{IDENTIFIER}([A-Z2-7]{{4}}(?:-[A-Z2-7]{{4}}){{3}})".encode())


class Verdict(StrEnum):
    """The result of looking a file up in the register."""

    ISSUED = "issued"
    SUPERSEDED = "superseded"
    ALTERED = "altered"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Verification:
    """A verdict, the issue that the file is or claims to be, and its last version.

    `office` issued it; headquarters' register contains issues of many offices.
    """

    verdict: Verdict
    issue: IssueRow | None = None
    last: IssueRow | None = None
    office: Bilingual | None = None

    @property
    def is_genuine(self) -> bool:
        """Whether the file is identical, byte for byte, to an issued one."""
        return self.verdict in (Verdict.ISSUED, Verdict.SUPERSEDED)

    @property
    def is_withdrawn(self) -> bool:
        """Return whether the register no longer has the session that the document calls held."""
        return self.issue is not None and self.issue.is_withdrawn


def verify_file(database: Database, path: Path) -> Verification:
    """Return whether a file was issued unchanged. Raises UnreadableFile."""
    content = read_regular(path, MAX_DOCUMENT)
    with database.read() as session:
        issue = find_by_hash(session, sha256(content).hexdigest())
        if issue is not None:
            last = find_last_edition(session, issue)
            verdict = Verdict.ISSUED if last is issue else Verdict.SUPERSEDED
            return _verification(session, verdict, issue, last)
        claimed = _CODE.search(content)
        issue = find_by_code(session, claimed[1].decode()) if claimed else None
        if issue is not None:
            return _verification(session, Verdict.ALTERED, issue, issue)
        return Verification(Verdict.UNKNOWN)


def verification_words(found: Verification) -> str:
    """Return the sentence on a verified file, with advice."""
    issue, last, office = found.issue, found.last, found.office
    if issue is None or last is None or office is None:
        return _(
            "This file is not among the documents issued here. An editable copy or a file that "
            "was saved again is not verified: verify the PDF. If another office issued it, ask "
            "that office."
        )
    words = {
        Verdict.ISSUED: _(
            "This file has not changed since it was issued: number {number}, version {version}, "
            "{day}, {office}."
        ),
        Verdict.SUPERSEDED: _(
            "This file has not changed since it was issued: number {number}, version {version}, "
            "{day}, {office}. Version {last}, of {last_day}, has replaced it since: ask for that "
            "one."
        ),
        Verdict.ALTERED: _(
            "This file differs from the document issued as number {number}, version {version}, "
            "{day}, {office}: it was changed since. Do not rely on it; ask for the document "
            "again."
        ),
    }[found.verdict]
    words = words.format(
        number=isolate(issue.number),
        version=isolate(str(issue.edition)),
        day=_day(issue),
        office=office.ar if i18n.current() is Language.ARABIC else office.fr,
        last=isolate(str(last.edition)),
        last_day=_day(last),
    )
    return f"{words} {_withdrawn_words()}" if found.is_withdrawn else words


def _withdrawn_words() -> str:
    return _(
        "But the session that it reports was deleted since, or is no longer recorded as held: do "
        "not rely on the document any more, and ask that office."
    )


def _verification(
    session: StoreSession, verdict: Verdict, issue: Issue, last: Issue
) -> Verification:
    row, last_row = issue_rows(session, [issue, last])
    office = session.get_one(Office, issue.office_id)
    return Verification(verdict, row, last_row, _named(session, office))


def _named(session: StoreSession, office: Office) -> Bilingual:
    """Return the name of an office; a precinct's with its noun."""
    name = known_offices(session).name_of(office)
    if office.role != OfficeRole.PRECINCT:
        return name
    return Bilingual(f"الدائرة الأمنية {name.ar}", f"arrondissement de police {name.fr}")


def _day(row: IssueRow) -> str:
    return date_words(clock.local(row.issued_at).date())
