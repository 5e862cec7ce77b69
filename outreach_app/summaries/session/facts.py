"""Computes the plan of a session summary from the store: the meeting's day, then what came since.

Source: the house's phrases, truth.
"""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.errors import NotAllowed
from outreach_app.i18n import gettext as _
from outreach_app.models import Commitment, Meeting, Partner, Point, Referral
from outreach_app.queries.meetings import find_last_meeting_with, meeting_number
from outreach_app.queries.records import get_own_office
from outreach_app.rules.kinds import CommitmentOwner
from outreach_app.rules.names import Bilingual
from outreach_app.rules.statuses import (
    CommitmentStatus,
    MeetingStatus,
    PointReaction,
    commitment_status,
)
from outreach_app.summaries.prose.store_words import office_facts, point_words, words_of, written
from outreach_app.summaries.session.history import RecordT, Values, status_on
from outreach_app.summaries.session.plan import (
    CommitmentFacts,
    EarlierFacts,
    NextMeetingFacts,
    PointFacts,
    ReferralFacts,
    SessionPlan,
    StateCount,
)
from outreach_app.summaries.session.presence import (
    bodies_present,
    kinds_present,
    name_of,
    names_present,
    partners_present,
)
from outreach_app.summaries.session.situation import Situation, place_of
from outreach_app.summaries.session.writer import STATES
from outreach_app.survivors import survivor

# Up to so many commitments of the meeting before are named one by one.
_FEW = 4


def plan_session(session: Session, meeting: Meeting, today: date) -> SessionPlan:
    """Return the facts of a held meeting, with what came of it until today.

    Raises NotAllowed (`not_held`) for any other meeting.
    """
    if meeting.status != MeetingStatus.HELD:
        message = _("The meeting has not been held: there is no summary of it yet.")
        raise NotAllowed(message, code="not_held")
    office, contents = get_own_office(session), _Contents.of(session, meeting)
    kinds = kinds_present(meeting)
    return SessionPlan(
        office=office_facts(office),
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
        bodies=bodies_present(meeting, kinds),
        kinds_present=kinds,
        earlier=_earlier_commitments(session, meeting),
        points=contents.point_facts(),
        commitments=contents.commitment_facts(),
        referrals=contents.referral_facts(),
        next_meeting=_next_meeting(session, meeting),
        assessment=words_of(
            meeting.assessment, meeting.assessment_language, meeting.assessment_translation
        ),
        situation=Situation(
            contents.points, contents.commitments, contents.referrals, find_next(session, meeting)
        ).lines(meeting, today),
        names_present=names_present(meeting),
        opening_phrase=Bilingual(office.opening_ar, office.opening_fr),
        closing_phrase=Bilingual(office.closing_ar, office.closing_fr),
    )


@dataclass(frozen=True, slots=True)
class _Contents:
    """What a meeting holds with the values its journal gave, deleted records left out, in order.

    Commitments and referrals are those of the meeting, then those that were made after it.
    """

    meeting: Meeting
    points: list[Values[Point]]
    commitments: list[Values[Commitment]]
    referrals: list[Values[Referral]]

    @classmethod
    def of(cls, session: Session, meeting: Meeting) -> "_Contents":
        return cls(
            meeting,
            [Values.of(session, row) for row in meeting.points if not row.is_deleted],
            [Values.of(session, row) for row in meeting.commitments if not row.is_deleted],
            [Values.of(session, row) for row in meeting.referrals if not row.is_deleted],
        )

    def point_facts(self) -> tuple[PointFacts, ...]:
        facts = []
        for number, values in enumerate(self.points, start=1):
            point, then = values.record, values.of_meeting(self.meeting)
            # A translation that was written later still is one of the words of that day.
            is_same = point.reply == then.text("reply")
            translation = point.reply_translation if is_same else then.text("reply_translation")
            reply = words_of(then.text("reply"), then.text("reply_language"), translation)
            told = point.given_on is not None and point.given_on <= self.meeting.held_on
            facts.append(
                PointFacts(
                    number=number,
                    kind=point.kind,
                    topic=point.topic,
                    words=point_words(point),
                    reaction=then.text("reaction") or (PointReaction.ANSWERED if told else None),
                    reply=reply,
                    commitments=tuple(
                        place
                        for place, row in enumerate(self._of_meeting(self.commitments), start=1)
                        if row.record.point is point
                    ),
                    referrals=tuple(
                        row.record.destination
                        for row in self._of_meeting(self.referrals)
                        if row.record.point is point
                    ),
                )
            )
        return tuple(facts)

    def commitment_facts(self) -> tuple[CommitmentFacts, ...]:
        facts = []
        for number, values in enumerate(self._of_meeting(self.commitments), start=1):
            due_on = values.of_meeting(self.meeting).day("due_on")
            facts.append(self._promise(number, values.record, due_on))
        return tuple(facts)

    def earlier_facts(self, day: date) -> EarlierFacts | None:
        """Return how the commitments made until a day stood on it; None without any.

        They are named where there are few; of many, those of a state that are few and were not
        kept: what is not done is what counts.
        """
        rows = [
            row
            for row in self.commitments
            if row.record.made_on is None or row.record.made_on <= day
        ]
        found: dict[str, list[CommitmentFacts]] = {}
        for number, values in enumerate(rows, start=1):
            due_on = values.until(max(day, self.meeting.held_on)).day("due_on")
            status, since = status_on(values, self.meeting, day)
            code = commitment_status(status, due_on, day)
            promise = replace(self._promise(number, values.record, due_on), since=since)
            found.setdefault(code, []).append(promise)
        are_few = len(rows) <= _FEW
        states = tuple(
            StateCount(code, len(promises), tuple(promises) if are_named else ())
            for code in (f"cst.{name}" for name in STATES)
            if (promises := found.get(code))
            for are_named in [are_few or (code != CommitmentStatus.DONE and len(promises) <= _FEW)]
        )
        return EarlierFacts(self.meeting.held_on, states) if states else None

    def _promise(self, number: int, row: Commitment, due_on: date | None) -> CommitmentFacts:
        debtor = self._debtor(row)
        return CommitmentFacts(
            number=number,
            words=written(row.text, row.language, row.translation),
            owner=row.owner,
            due_on=due_on,
            debtor=name_of(debtor),
            authority=self._authority(row),
            debtor_kind=(debtor.type or debtor.category) if debtor else None,
        )

    def _debtor(self, commitment: Commitment) -> Partner | None:
        """Return the partner who owes a commitment: the one noted, else the only one present."""
        if commitment.partner is not None:
            return survivor(commitment.partner)
        present = partners_present(self.meeting)
        is_clear = commitment.owner == CommitmentOwner.PARTNER and len(present) == 1
        return present[0] if is_clear else None

    def _authority(self, commitment: Commitment) -> str | None:
        """Return the authority that owes a commitment: the one noted, else its point's only one."""
        if commitment.authority is not None or commitment.owner != CommitmentOwner.AUTHORITY:
            return commitment.authority
        asked = {
            row.record.destination
            for row in self.referrals
            if row.record.point is not None and row.record.point is commitment.point
        }
        return asked.pop() if len(asked) == 1 else None

    def referral_facts(self) -> tuple[ReferralFacts, ...]:
        return tuple(
            ReferralFacts(
                number=number,
                to=values.record.destination,
                topic=values.record.topic,
                point=place_of(values.record.point, self.points),
            )
            for number, values in enumerate(self._of_meeting(self.referrals), start=1)
        )

    def _of_meeting(self, rows: list[Values[RecordT]]) -> list[Values[RecordT]]:
        return [row for row in rows if not row.is_after(self.meeting)]


def find_previous(session: Session, meeting: Meeting) -> Meeting | None:
    """Return the last meeting with a same partner before this one; None where there was none."""
    partners = [row.partner.uid for row in meeting.attendances if not row.is_deleted]
    return find_last_meeting_with(session, partners, before=meeting.held_on)


def _earlier_commitments(session: Session, meeting: Meeting) -> EarlierFacts | None:
    """Return how the commitments of the last meeting with a same partner stood that day."""
    previous = find_previous(session, meeting)
    if previous is None:
        return None
    return _Contents.of(session, previous).earlier_facts(meeting.held_on)


def find_next(session: Session, meeting: Meeting) -> Values[Meeting] | None:
    """Return the meeting set to follow, as its journal gives it; None where none was."""
    statement = select(Meeting).where(Meeting.follows_id == meeting.id, ~Meeting.is_deleted)
    following = session.scalars(statement.order_by(Meeting.held_on)).first()
    return Values.of(session, following) if following is not None else None


def _next_meeting(session: Session, meeting: Meeting) -> NextMeetingFacts | None:
    following = find_next(session, meeting)
    if following is None:
        return None
    row, then = following.record, following.first
    held_on = then.day("held_on")
    if held_on is None:
        return None
    agreed = (then.text("place_ar"), then.text("place_fr"))
    # The same place named in the other language later is still the one agreed on.
    is_same = all(before in (None, now) for before, now in zip(agreed, _places(row), strict=True))
    place = Bilingual(*(_places(row) if is_same else agreed))
    return NextMeetingFacts(held_on, then.hour("starts_at"), place, then.text("channel"))


def _places(meeting: Meeting) -> tuple[str | None, str | None]:
    return meeting.place_ar, meeting.place_fr
