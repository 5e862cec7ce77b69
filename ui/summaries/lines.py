"""What a list of sessions, partners or issued summaries says on one line."""

from dataclasses import dataclass
from uuid import UUID

from outreach_app import clock, vocabulary
from outreach_app.i18n import current, isolate
from outreach_app.i18n import gettext as _
from outreach_app.queries.issues import IssueRow
from outreach_app.queries.meetings import MeetingRow
from outreach_app.queries.partners import PartnerRow
from ui.words import either


@dataclass(frozen=True, slots=True)
class Line:
    """A number or none, words and a day, and the record they lead to."""

    record: UUID
    number: str
    title: str
    day: str


def line_of_meeting(row: MeetingRow) -> Line:
    """Return a held meeting, under its subject or else its kind."""
    title = either(row.subject_ar, row.subject_fr) or vocabulary.label(row.kind, current())
    return Line(row.uid, isolate(row.number), _capital(title), isolate(f"{row.held_on:%d/%m/%Y}"))


def line_of_partner(row: PartnerRow) -> Line:
    """Return a partner, with the day it was last met."""
    day = isolate(f"{row.last_met_on:%d/%m/%Y}") if row.last_met_on else ""
    return Line(row.uid, "", _capital(either(row.name_ar, row.name_fr)), day)


def line_of_issue(row: IssueRow) -> Line:
    """Return an issued summary, with its edition and the day it was first given out."""
    edition = _("edition {number}").format(number=isolate(str(row.edition)))
    subject = either(row.subject_ar, row.subject_fr)
    title = f"{_capital(edition)} · {subject}" if subject else _capital(edition)
    day = clock.local(row.issued_at)
    return Line(row.meeting, isolate(row.number), title, isolate(f"{day:%d/%m/%Y}"))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
