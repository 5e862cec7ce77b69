"""Computes the plan of a covering note from the register of what was given out."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.errors import NotAllowed, NotFound
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.models import Meeting
from outreach_app.queries.issues import IssueRow, list_issues
from outreach_app.queries.records import get_own_office, get_record
from outreach_app.queries.retention import is_destroyed
from outreach_app.rules.document_numbers import DocumentKind, order_of
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.forms.covering_plan import CoveringPlan, PieceFacts
from outreach_app.summaries.hand_outs.plan import HeldFacts
from outreach_app.summaries.prose.several_days import count_days, last_of
from outreach_app.summaries.prose.store_words import office_facts


def plan_covering(session: Session, numbers: Sequence[str]) -> CoveringPlan:
    """Collect the documents of these numbers, each as it was given out last.

    The number of the note is given with its edition. Raises NotFound for a number that was not
    given out, NotAllowed (`no_recipient`) where nobody is named in the settings to send to, and
    (`withdrawn`) for the summary of a session that is no longer recorded as held.
    """
    office = get_own_office(session)
    recipient = Bilingual(office.recipient_ar, office.recipient_fr)
    if recipient.ar is None and recipient.fr is None:
        message = _("First enter in Settings to whom documents are sent.")
        raise NotAllowed(message, code="no_recipient")
    found = {row.number: row for row in reversed(list_issues(session)) if row.office == office.id}
    for number in numbers:
        if number not in found:
            message = _("No document was issued under the number {number}.")
            raise NotFound(message.format(number=isolate(number)))
        if found[number].is_withdrawn:
            message = _(
                "The session of summary {number} was deleted since, or is no longer recorded as "
                "held: the summary cannot be sent. Leave it out."
            )
            raise NotAllowed(message.format(number=isolate(number)), code="withdrawn")
    return CoveringPlan(
        office=office_facts(office),
        number="",
        recipient=recipient,
        pieces=tuple(_pieces(session, [found[number] for number in dict.fromkeys(numbers)])),
    )


def _pieces(session: Session, rows: Sequence[IssueRow]) -> Iterable[PieceFacts]:
    """Yield the documents by kind, those of one kind by number."""
    order = list(DocumentKind)
    rows = sorted(rows, key=lambda row: (order.index(DocumentKind(row.kind)), order_of(row.number)))
    for number, row in enumerate(rows, start=1):
        is_summary = row.kind == DocumentKind.SESSION
        yield PieceFacts(
            *(number, row.kind, row.number, clock.local(row.issued_at).date()),
            *(row.first_on, row.last_on),
            held=_held(session, row.meeting) if is_summary else None,
            is_carried_out=is_destroyed(session, row.fingerprint) or None,
            is_over=(row.kind == DocumentKind.PROGRAMME and _was_over(row)) or None,
            edition=row.edition if row.edition > 1 else None,
        )


def _was_over(row: IssueRow) -> bool:
    """Return whether the period of a document was over on the day it was given out."""
    return row.last_on is not None and row.last_on < clock.local(row.issued_at).date()


def _held(session: Session, meeting: UUID | None) -> HeldFacts:
    """Return what a summary is about; of a meeting that is gone nothing is known."""
    if meeting is None:
        return HeldFacts("", "")
    found = get_record(session, Meeting, meeting)
    last_on = last_of(found)
    days = count_days(found.held_on, last_on) if last_on else None
    return HeldFacts(found.kind, found.channel, days, found.held_on, last_on)
