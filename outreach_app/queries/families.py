"""Records whose history is shown with a record's own."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.errors import NotFound
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.models import (
    Attendance,
    Clarification,
    Commitment,
    Finding,
    Meeting,
    Partner,
    Person,
    Point,
    Publication,
    Reading,
    Record,
    Review,
    Rumour,
)
from outreach_app.models.sources import Source
from outreach_app.rules.dates import date_text
from outreach_app.rules.names import Bilingual
from outreach_app.vocabulary import label
from outreach_app.vocabulary import phrase as phrase_of


@dataclass(frozen=True, slots=True)
class Relative:
    """A record and its title within its family: None for one that needs no title."""

    record: Record
    title: Bilingual | None = None


def list_family(session: Session, uid: UUID) -> list[Relative]:
    """Return a record that has a history (partner, person, meeting …), then its dependants.

    Deleted records are included. Raises NotFound.
    """
    for model in (Partner, Person, Meeting, Rumour, Publication, Point):
        record = session.scalars(select(model).where(model.uid == uid)).one_or_none()
        match record:
            case Meeting():
                return [Relative(record), *_of_meeting(record)]
            case Partner() | Person():
                return [Relative(record), *map(Relative, filter(None, [record.identity]))]
            case Rumour():
                return [Relative(record), *map(_of_finding, record.findings)]
            case Publication():
                return [Relative(record), *map(_of_reading, record.readings)]
            case Point():
                return [Relative(record), *_following(record)]
            case _:
                continue
    raise NotFound(_("There is no such record: {uid}.").format(uid=uid))


def _of_meeting(meeting: Meeting) -> Iterator[Relative]:
    for attendance in meeting.attendances:
        yield _of_attendance(attendance)
    for point in meeting.points:
        yield _of_point(point)
    yield from _following(meeting)
    said: tuple[Review | Clarification, ...] = (*meeting.reviews, *meeting.clarifications)
    for record in said:
        yield Relative(record, Bilingual(record.text, record.text) if record.text else None)


def _following(source: Source) -> Iterator[Relative]:
    for commitment in source.commitments:
        yield Relative(commitment, _in_languages(commitment))
    for referral in source.referrals:
        yield _named_by(referral, referral.destination)


def _of_attendance(attendance: Attendance) -> Relative:
    person = attendance.person
    holder = (person.identity if person else None) or attendance.partner.bearer
    return Relative(attendance, Bilingual(holder.name_ar, holder.name_fr))


def _of_finding(finding: Finding) -> Relative:
    return _named_by(finding, finding.result) if finding.result else Relative(finding)


def _of_reading(reading: Reading) -> Relative:
    day = date_text(reading.read_on)
    return Relative(reading, Bilingual(day, day))


def _of_point(point: Point) -> Relative:
    if point.text:
        return Relative(point, _in_languages(point))
    if point.phrase:
        phrase = phrase_of(point.phrase)
        return Relative(point, Bilingual(phrase.ar, phrase.fr))
    return _named_by(point, point.topic)


def _in_languages(record: Point | Commitment) -> Bilingual:
    """Return what was written, with its translation if there is one."""
    if record.language == Language.FRENCH:
        return Bilingual(record.translation, record.text)
    return Bilingual(record.text, record.translation)


def _named_by(record: Record, code: str) -> Relative:
    return Relative(record, Bilingual(label(code, Language.ARABIC), label(code, Language.FRENCH)))
