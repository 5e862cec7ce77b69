"""Rows of meetings."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sqlalchemy import ColumnElement, Select, String, cast, func, literal_column, select
from sqlalchemy.orm import Session, selectinload

from outreach_app.errors import NotFound
from outreach_app.i18n import gettext as _
from outreach_app.models import Attendance, Meeting, Partner
from outreach_app.queries.attendances import PARTNERS_PRESENT, PartnerName, list_partner_names
from outreach_app.queries.outcomes import NO_OUTCOME, Outcome, list_outcomes
from outreach_app.queries.records import get_own_office
from outreach_app.rules.document_numbers import DocumentNumber
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.names import Bilingual
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import MEETINGS_TO_COME, MeetingStatus, next_meeting_statuses
from outreach_app.survivors import group_ids, survivor


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting in a list; `number` as printed, "" until it is held; `office` its local id.

    `partners` are those invited or present; `kept` is the number of its `commitments` that were
    kept. `review` is its review state.
    """

    uid: UUID
    reference: str | None
    number: str
    status: str
    held_on: date
    starts_at: time | None
    ends_at: time | None
    kind: str
    channel: str
    place: Bilingual
    subject: Bilingual
    headcount: int | None
    women: int | None
    bodies: int | None
    partners: tuple[PartnerName, ...]
    points: int
    commitments: int
    kept: int
    source: str | None
    office: OfficeId
    review: str
    version: str

    @property
    def is_held(self) -> bool:
        return self.status == MeetingStatus.HELD

    @property
    def is_to_come(self) -> bool:
        """Whether the meeting can still be moved."""
        return self.status in MEETINGS_TO_COME

    @property
    def next_statuses(self) -> tuple[MeetingStatus, ...]:
        """The statuses that the meeting can take next."""
        return next_meeting_statuses(self.status)


def meeting_number(meeting: Meeting) -> str:
    """Return `07/2026`, or `07-B/2026` from a second PC; "" before the meeting is held."""
    if meeting.number_sequence is None:
        return ""
    number = DocumentNumber(
        "", meeting.number_year or 0, meeting.number_sequence, meeting.number_station or ""
    )
    return str(number)


def held_in(period: Period) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions of a meeting held in a period: every count of meetings uses them."""
    return Meeting.held_on.between(period.first, period.last), *is_held()


def count_held(session: Session, period: Period) -> int:
    """Count the meetings held in a period."""
    return session.scalar(select(func.count()).select_from(Meeting).where(*held_in(period))) or 0


def is_held() -> tuple[ColumnElement[bool], ...]:
    """Return the conditions of a meeting that was held."""
    return Meeting.status == MeetingStatus.HELD, ~Meeting.is_deleted


def month_of_meeting() -> ColumnElement[str]:
    """Return the month of a meeting, e.g. `2026-10`."""
    return func.substr(cast(Meeting.held_on, String), literal_column("1"), literal_column("7"))


def list_meetings(session: Session, limit: int | None = None) -> list[MeetingRow]:
    """Return the rows of all meetings, newest first."""
    statement = (
        select(Meeting)
        .where(~Meeting.is_deleted)
        .order_by(Meeting.held_on.desc(), Meeting.id.desc())
        .limit(limit)
    )
    return list(_rows(session, statement).values())


def list_meetings_by_id(session: Session, ids: Iterable[int]) -> dict[int, MeetingRow]:
    """Return the rows of meetings by local id, without deleted ones."""
    return _rows(session, select(Meeting).where(Meeting.id.in_(list(ids)), ~Meeting.is_deleted))


def get_meeting(session: Session, name: str) -> Meeting:
    """Return the meeting of a uid or of a sender's reference. Raises NotFound."""
    meeting = find_by_reference(session, name) or _find_by_uid(session, name)
    if meeting is None:
        raise NotFound(_("There is no such record: {uid}.").format(uid=name))
    return meeting


def find_by_reference(session: Session, reference: str) -> Meeting | None:
    """Return this office's meeting with a sender's reference; the last written if two have it."""
    own = get_own_office(session).id
    statement = (
        select(Meeting)
        .where(Meeting.reference == reference, Meeting.office_id == own, ~Meeting.is_deleted)
        .order_by(Meeting.id.desc())
        .limit(1)
    )
    return session.scalars(statement).one_or_none()


def find_last_meeting_with(session: Session, partners: Collection[UUID]) -> Meeting | None:
    """Return the last meeting that one of these partners attended."""
    statement = (
        select(Meeting)
        .where(*_was_held_with(session, partners))
        .options(PARTNERS_PRESENT)
        .options(*map(selectinload, (Meeting.points, Meeting.commitments, Meeting.referrals)))
        .order_by(Meeting.held_on.desc(), Meeting.id.desc())
        .limit(1)
    )
    return session.scalars(statement).one_or_none()


def find_same(
    session: Session, held_on: date, starts_at: time | None, partners: Collection[UUID]
) -> Meeting | None:
    """Return a meeting held on a day, at an hour or at none, with just these partners, or None."""
    statement = (
        select(Meeting)
        .where(Meeting.held_on == held_on, Meeting.starts_at == starts_at, *is_held())
        .options(PARTNERS_PRESENT)
    )
    for meeting in session.scalars(statement):
        there = {survivor(row.partner).uid for row in meeting.attendances if not row.is_deleted}
        if there == set(partners):
            return meeting
    return None


def list_meetings_with(
    session: Session, partners: Collection[UUID], until: date
) -> Sequence[Meeting]:
    """Return the meetings until a day that one of these partners attended, with their points."""
    statement = (
        select(Meeting)
        .where(Meeting.held_on <= until, *_was_held_with(session, partners))
        .options(PARTNERS_PRESENT)
        .options(*map(selectinload, (Meeting.points, Meeting.commitments, Meeting.referrals)))
    )
    return session.scalars(statement).all()


def _was_held_with(session: Session, partners: Collection[UUID]) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions for a held meeting that one of these partners attended."""
    attended = (
        select(Attendance.meeting_id)
        .where(Attendance.partner_id.in_(group_ids(session, Partner, partners)))
        .where(Attendance.is_present, ~Attendance.is_deleted)
    )
    return Meeting.id.in_(attended), *is_held()


def find_last_number(session: Session, office_id: int, year: int, station: str) -> int:
    """Return the last number that a station gave in a year, or 0; deleted meetings count."""
    statement = select(func.max(Meeting.number_sequence)).where(
        Meeting.office_id == office_id,
        Meeting.number_year == year,
        Meeting.number_station == station,
    )
    return session.scalar(statement) or 0


def _find_by_uid(session: Session, name: str) -> Meeting | None:
    try:
        uid = UUID(name)
    except ValueError:
        return None
    return session.scalars(
        select(Meeting).where(Meeting.uid == uid, ~Meeting.is_deleted)
    ).one_or_none()


def _rows(session: Session, statement: Select[Meeting]) -> dict[int, MeetingRow]:
    """Return the rows of the selected meetings, in their order, by local id."""
    ids = statement.with_only_columns(Meeting.id)
    partners = list_partner_names(session, ids)
    outcomes = list_outcomes(session, ids)
    return {
        meeting.id: _row(
            meeting, partners.get(meeting.id, ()), outcomes.get(meeting.id, NO_OUTCOME)
        )
        for meeting in session.scalars(statement)
    }


def _row(meeting: Meeting, partners: tuple[PartnerName, ...], outcome: Outcome) -> MeetingRow:
    return MeetingRow(
        uid=meeting.uid,
        reference=meeting.reference,
        number=meeting_number(meeting),
        status=meeting.status,
        held_on=meeting.held_on,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        kind=meeting.kind,
        channel=meeting.channel,
        place=Bilingual(meeting.place_ar, meeting.place_fr),
        subject=Bilingual(meeting.subject_ar, meeting.subject_fr),
        headcount=meeting.headcount,
        women=meeting.women,
        bodies=meeting.bodies,
        partners=partners,
        points=outcome.points,
        commitments=outcome.commitments,
        kept=outcome.kept,
        source=meeting.source,
        office=OfficeId(meeting.office_id),
        review=meeting.review,
        version=meeting.version,
    )
