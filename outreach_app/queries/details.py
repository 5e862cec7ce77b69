"""The details of one meeting or one partner."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from outreach_app.errors import NotFound
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.models import Attendance, Meeting, Partner, Person, Point
from outreach_app.queries.attendances import PARTNERS_PRESENT
from outreach_app.queries.commitment_lists import list_commitments_with
from outreach_app.queries.commitments import CommitmentRow, commitment_row
from outreach_app.queries.meetings import MeetingRow, list_meetings_by_id
from outreach_app.queries.partners import PartnerRow, list_partners_by_id
from outreach_app.queries.people import PersonRow, list_people_by_id
from outreach_app.queries.points import PointRow, point_row
from outreach_app.queries.records import get_record
from outreach_app.queries.referrals import ReferralRow, referral_row
from outreach_app.queries.replies import ReplyRow, list_replies_of
from outreach_app.queries.reviews import ClarificationRow, ReviewRow, clarification_row, review_row
from outreach_app.queries.rumours import RumourRow
from outreach_app.queries.rumours_to_tell import list_rumours_to_tell
from outreach_app.queries.translations import list_texts
from outreach_app.survivors import group_ids, is_shown, survivor


@dataclass(frozen=True, slots=True)
class MeetingDetails:
    """One meeting with all its contents, in order; `partners` are those present.

    `replies` are headquarters' answers to its points, `reviews` those to the whole; `untranslated`
    is by language the number of its texts that lack it, each counted once as in its summary,
    `to_tell` the rectified rumours that it opens with, `loose` the commitments and referrals that
    answer no point.
    """

    row: MeetingRow
    status_reason: str | None
    assessment: str | None
    assessment_language: str | None
    partners: tuple[PartnerRow, ...]
    points: tuple[PointRow, ...]
    commitments: tuple[CommitmentRow, ...]
    referrals: tuple[ReferralRow, ...]
    replies: tuple[ReplyRow, ...]
    reviews: tuple[ReviewRow, ...]
    clarifications: tuple[ClarificationRow, ...]
    untranslated: Mapping[Language, int]
    to_tell: tuple[RumourRow, ...]
    loose: frozenset[UUID]


@dataclass(frozen=True, slots=True)
class PartnerDetails:
    """One partner with its people and everything discussed with it, newest first."""

    row: PartnerRow
    note: str | None
    receipt_number: str | None
    receipt_on: date | None
    is_receipt_final: bool | None
    people: tuple[PersonRow, ...]
    meetings: tuple[MeetingRow, ...]
    points: tuple[PointRow, ...]
    commitments: tuple[CommitmentRow, ...]
    referrals: tuple[ReferralRow, ...]


def get_meeting_details(session: Session, uid: UUID, today: date) -> MeetingDetails:
    """Return a meeting with all its contents. Raises NotFound, also for a deleted one."""
    meeting = get_record(session, Meeting, uid)
    if meeting.is_deleted:
        raise _not_found(uid)
    rows = [row for row in meeting.attendances if not row.is_deleted]
    present = list(dict.fromkeys(survivor(row.partner).id for row in rows))
    partners = list_partners_by_id(session, present)
    return MeetingDetails(
        row=list_meetings_by_id(session, [meeting.id])[meeting.id],
        status_reason=meeting.status_reason,
        assessment=meeting.assessment,
        assessment_language=meeting.assessment_language,
        partners=tuple(partners[record_id] for record_id in present if record_id in partners),
        points=tuple(point_row(point) for point in meeting.points if not point.is_deleted),
        commitments=tuple(
            commitment_row(row, today) for row in meeting.commitments if not row.is_deleted
        ),
        referrals=tuple(referral_row(row) for row in meeting.referrals if not row.is_deleted),
        replies=tuple(list_replies_of(session, uid)),
        reviews=tuple(review_row(row) for row in meeting.reviews if not row.is_deleted),
        clarifications=tuple(
            clarification_row(row) for row in meeting.clarifications if not row.is_deleted
        ),
        untranslated={page: _count_untranslated(meeting, page) for page in Language},
        to_tell=tuple(list_rumours_to_tell(session, meeting)),
        loose=frozenset(
            (
                *(row.uid for row in meeting.commitments if row.point_id is None),
                *(row.uid for row in meeting.referrals if row.point_id is None),
            )
        ),
    )


def _count_untranslated(meeting: Meeting, page: Language) -> int:
    lacking = (it for it in list_texts(meeting) if it.language is not page and not it.translation)
    return len({it.words for it in lacking})


def get_partner_details(session: Session, uid: UUID, today: date) -> PartnerDetails:
    """Return a partner, or the one it was merged into, with everything about it.

    Raises NotFound, also for a deleted one.
    """
    partner = survivor(get_record(session, Partner, uid))
    if partner.is_deleted:
        raise _not_found(uid)
    people = (
        select(Person.id)
        .where(Person.partner_id.in_(group_ids(session, Partner, [partner.uid])), is_shown(Person))
        .order_by(Person.id)
    )
    meetings = _meetings_with(session, [partner.uid])
    rows = list_meetings_by_id(session, [meeting.id for meeting in meetings])
    return PartnerDetails(
        row=list_partners_by_id(session, [partner.id])[partner.id],
        note=partner.withheld.note if partner.withheld else None,
        receipt_number=partner.receipt_number,
        receipt_on=partner.receipt_on,
        is_receipt_final=partner.is_receipt_final,
        people=tuple(list_people_by_id(session, session.scalars(people)).values()),
        meetings=tuple(rows[meeting.id] for meeting in meetings),
        points=tuple(point_row(row) for m in meetings for row in m.points if not row.is_deleted),
        commitments=tuple(
            sorted(
                list_commitments_with(session, [partner.uid], today),
                key=lambda row: row.held_on,
                reverse=True,
            )
        ),
        referrals=tuple(
            referral_row(row) for m in meetings for row in m.referrals if not row.is_deleted
        ),
    )


def list_open_commitments_with(
    session: Session, partners: list[UUID], today: date, but_of: UUID | None = None
) -> list[CommitmentRow]:
    """Return the open commitments to these partners, by due day.

    Those made in the meeting `but_of` are left out.
    """
    rows = list_commitments_with(session, partners, today)
    others = [row for row in rows if row.meeting is None or row.meeting != but_of]
    return sorted(
        (row for row in others if not row.is_closed), key=lambda row: row.due_on or date.max
    )


def _not_found(uid: UUID) -> NotFound:
    return NotFound(_("There is no such record: {uid}.").format(uid=uid))


def _meetings_with(session: Session, partners: list[UUID]) -> list[Meeting]:
    statement = (
        select(Meeting)
        .join(Meeting.attendances)
        .where(
            Attendance.partner_id.in_(group_ids(session, Partner, partners)),
            ~Attendance.is_deleted,
            ~Meeting.is_deleted,
        )
        .order_by(Meeting.held_on.desc(), Meeting.id.desc())
        .distinct()
        .options(
            PARTNERS_PRESENT,
            selectinload(Meeting.points).selectinload(Point.replies),
            selectinload(Meeting.referrals),
        )
    )
    return list(session.scalars(statement))
