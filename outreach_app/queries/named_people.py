"""Which meetings name in their text a person whom the store knows."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, selectinload

from outreach_app.models import Commitment, Identity, Meeting, Point, Record, Referral
from outreach_app.models.base import snapshot
from outreach_app.queries.meetings import meeting_number
from outreach_app.rules.folding import fold_words


@dataclass(frozen=True, slots=True)
class NamingMeeting:
    """A meeting, and the names that its text says as the store writes them."""

    uid: UUID
    number: str
    held_on: date
    names: tuple[str, ...]


def list_meetings_naming_people(session: Session, changed: Select[UUID]) -> list[NamingMeeting]:
    """Return the meetings with a changed record that name somebody in full, newest first.

    `changed` selects the uids of records. Names are compared as search compares them.
    """
    names = _known_names(session)
    parts = (Point, Commitment, Referral)
    touched = (Meeting.id.in_(select(m.meeting_id).where(m.uid.in_(changed))) for m in parts)
    statement = (
        select(Meeting)
        .options(*map(selectinload, (Meeting.points, Meeting.commitments, Meeting.referrals)))
        .where(or_(Meeting.uid.in_(changed), *touched))
        .order_by(Meeting.held_on.desc(), Meeting.id.desc())
    )
    found = []
    for meeting in session.scalars(statement) if names else ():
        text = f" {fold_words(_text(meeting))} "
        said = tuple(name for folded, name in names.items() if f" {folded} " in text)
        if said:
            found.append(NamingMeeting(meeting.uid, meeting_number(meeting), meeting.held_on, said))
    return found


def _known_names(session: Session) -> dict[str, str]:
    """Return full names by their folded form; a single word would be met where nobody is meant."""
    rows = session.execute(select(Identity.name_ar, Identity.name_fr)).all()
    names = {fold_words(name): name for row in rows for name in row if name}
    return {folded: name for folded, name in names.items() if " " in folded}


def _text(meeting: Meeting) -> str:
    """Return every word of a meeting that travels: what events say of it and of its parts."""
    records: list[Record] = [meeting, *meeting.points, *meeting.commitments, *meeting.referrals]
    return "\n".join(word for record in records for word in _words(record))


def _words(record: Record) -> list[str]:
    words: list[str] = []
    for value in snapshot(record).values():
        values = value.values() if isinstance(value, dict) else [value]
        words += [word for word in values if isinstance(word, str)]
    return words
