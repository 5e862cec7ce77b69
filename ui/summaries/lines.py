"""The texts of a line in lists of sessions, partners and issued summaries."""

from dataclasses import dataclass
from uuid import UUID

from outreach_app import clock
from outreach_app.field_words import CLAIM_KIND_WORDS
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.claims import ClaimRow
from outreach_app.queries.issues import IssueRow
from outreach_app.queries.meetings import MeetingRow
from outreach_app.queries.partners import PartnerRow
from outreach_app.queries.people import PersonRow
from outreach_app.queries.rumours import RumourRow
from outreach_app.rules.dates import date_words
from ui.document_words import document_words
from ui.record_lines import meeting_title
from ui.words import either, own_words, word_of


@dataclass(frozen=True, slots=True)
class SubjectLine:
    """An optional number, words and a day, and the record they open."""

    record: UUID
    number: str
    title: str
    day: str


def line_of_meeting(row: MeetingRow) -> SubjectLine:
    """Return a held meeting, under its subject or else its kind."""
    title = meeting_title(row)
    return SubjectLine(row.uid, isolate(row.number), _capital(title), date_words(row.held_on))


def line_of_partner(row: PartnerRow) -> SubjectLine:
    """Return a partner, with the day it was last met."""
    day = date_words(row.last_met_on) if row.last_met_on else ""
    return SubjectLine(row.uid, "", _capital(either(row.name)), day)


def line_of_person(row: PersonRow) -> SubjectLine:
    """Return a person by name and capacity, only by capacity if the name was withheld."""
    words = [either(bilingual) for bilingual in (row.name, row.capacity)]
    title = " · ".join(_capital(each) for each in words if each)
    return SubjectLine(row.uid, "", title or _("A person without a name"), "")


def line_of_claim(row: ClaimRow) -> SubjectLine:
    """Return a claim by its kind and number, with the day of the erasure."""
    day = date_words(row.erased_on) if row.erased_on else ""
    kind = word_of(CLAIM_KIND_WORDS, row.kind)
    return SubjectLine(row.uid, isolate(row.number), kind, day)


def line_of_rumour(row: RumourRow) -> SubjectLine:
    """Return a rumour by its words, with the day it was heard."""
    title = own_words(row.text, row.translation, row.language)
    return SubjectLine(row.uid, isolate(row.number), title, date_words(row.heard_on))


def line_of_issue(row: IssueRow) -> SubjectLine:
    """Return an issued summary, with its edition and first day."""
    edition = _("edition {number}").format(number=isolate(str(row.edition)))
    subject = either(row.subject) if row.subject else ""
    title = f"{_capital(edition)} · {subject}" if subject else _capital(edition)
    day = clock.local(row.issued_at).date()
    return SubjectLine(row.meeting or row.uid, isolate(row.number), title, date_words(day))


def line_of_registered(row: IssueRow) -> SubjectLine:
    """Return an issued document of any kind, with its edition and its day."""
    edition = _("edition {number}").format(number=isolate(str(row.edition)))
    title = f"{document_words(row.kind)} · {edition}"
    day = clock.local(row.issued_at).date()
    return SubjectLine(row.uid, isolate(row.number), title, date_words(day))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
