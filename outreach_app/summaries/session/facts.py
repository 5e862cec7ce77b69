"""Computes the plan of a session summary from the store."""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.errors import NotAllowed
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.models import Commitment, Meeting, Point, Referral
from outreach_app.queries.meetings import find_last_meeting_with, meeting_number
from outreach_app.queries.records import get_own_office
from outreach_app.rules.names import Bilingual
from outreach_app.rules.statuses import OPEN_COMMITMENTS
from outreach_app.summaries.prose.facts import Words
from outreach_app.summaries.prose.store_words import office_facts, point_words, words_of
from outreach_app.summaries.session.plan import (
    CommitmentFacts,
    KindPresent,
    NextMeeting,
    PointFacts,
    ReferralFacts,
    SessionPlan,
)
from outreach_app.survivors import survivor


def plan_session(session: Session, meeting: Meeting) -> SessionPlan:
    """The facts of a held meeting. Raises NotAllowed (`not_held`) for any other."""
    if meeting.status != "held":
        message = _("The meeting has not been held: there is no summary of it yet.")
        raise NotAllowed(message, code="not_held")
    contents = _Contents.of(meeting)
    earlier = _earlier_commitments(session, meeting)
    return SessionPlan(
        office=office_facts(get_own_office(session)),
        number=meeting_number(meeting),
        kind=meeting.kind,
        channel=meeting.channel,
        held_on=meeting.held_on,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        place=Bilingual(meeting.place_ar, meeting.place_fr),
        subject=Bilingual(meeting.subject_ar, meeting.subject_fr),
        headcount=meeting.headcount,
        women=meeting.women,
        bodies=meeting.bodies,
        kinds_present=_kinds_present(meeting),
        earlier_done=sum(row.status == "cst.done" for row in earlier),
        earlier_open=sum(row.status in OPEN_COMMITMENTS for row in earlier),
        points=contents.point_facts(),
        commitments=contents.commitment_facts(),
        referrals=contents.referral_facts(),
        next_meeting=_next_meeting(session, meeting),
        assessment=words_of(
            meeting.assessment, meeting.assessment_language, meeting.assessment_translation
        ),
    )


@dataclass(frozen=True, slots=True)
class _Contents:
    """What a meeting holds, deleted records left out, in order."""

    points: list[Point]
    commitments: list[Commitment]
    referrals: list[Referral]

    @classmethod
    def of(cls, meeting: Meeting) -> "_Contents":
        return cls(
            [point for point in meeting.points if not point.is_deleted],
            [row for row in meeting.commitments if not row.is_deleted],
            [row for row in meeting.referrals if not row.is_deleted],
        )

    def point_facts(self) -> tuple[PointFacts, ...]:
        return tuple(
            PointFacts(
                number=number,
                kind=point.kind,
                topic=point.topic,
                words=point_words(point),
                reaction=point.reaction,
                reply=words_of(point.reply, point.reply_language),
                commitments=tuple(
                    place for place, row in enumerate(self.commitments, 1) if row.point is point
                ),
                referrals=tuple(row.destination for row in self.referrals if row.point is point),
            )
            for number, point in enumerate(self.points, start=1)
        )

    def commitment_facts(self) -> tuple[CommitmentFacts, ...]:
        return tuple(
            CommitmentFacts(
                number=number,
                words=Words(row.text, Language(row.language), row.translation),
                owner=row.owner,
                due_on=row.due_on,
                status=row.status,
                reason=row.status_reason,
            )
            for number, row in enumerate(self.commitments, start=1)
        )

    def referral_facts(self) -> tuple[ReferralFacts, ...]:
        return tuple(
            ReferralFacts(
                number=number,
                to=row.destination,
                topic=row.topic,
                sent_on=row.sent_on,
                answered_on=row.answered_on,
                answer=words_of(row.answer, row.answer_language),
            )
            for number, row in enumerate(self.referrals, start=1)
        )


def _kinds_present(meeting: Meeting) -> tuple[KindPresent, ...]:
    """Counted from those present where they are listed, else the kinds alone."""
    rows = [row for row in meeting.attendances if row.is_present and not row.is_deleted]
    partners = dict.fromkeys(survivor(row.partner) for row in rows)
    counts = Counter(partner.type or partner.category for partner in partners)
    if counts:
        return tuple(KindPresent(code, count) for code, count in counts.items())
    return tuple(KindPresent(code, None) for code in meeting.kinds_present)


def _earlier_commitments(session: Session, meeting: Meeting) -> list[Commitment]:
    """The commitments of the last meeting held before with one of the same partners."""
    partners = [row.partner.uid for row in meeting.attendances if not row.is_deleted]
    previous = find_last_meeting_with(session, partners, before=meeting.held_on)
    return _Contents.of(previous).commitments if previous else []


def _next_meeting(session: Session, meeting: Meeting) -> NextMeeting | None:
    statement = select(Meeting).where(Meeting.follows_id == meeting.id, ~Meeting.is_deleted)
    following = session.scalars(statement.order_by(Meeting.held_on)).first()
    if following is None:
        return None
    place = Bilingual(following.place_ar, following.place_fr)
    return NextMeeting(following.held_on, following.starts_at, place)
