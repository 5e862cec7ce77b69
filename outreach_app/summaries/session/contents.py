"""The contents of a meeting from its journal: points, commitments and referrals of that day."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from outreach_app.models import Commitment, Meeting, Partner, Point, Referral
from outreach_app.queries.histories import list_values
from outreach_app.rules.kinds import CommitmentOwner
from outreach_app.rules.statuses import PointReaction
from outreach_app.summaries.prose.meeting_kinds import UNIT_KINDS
from outreach_app.summaries.prose.store_words import point_words, words_of, written
from outreach_app.summaries.session.history import RecordT, Values
from outreach_app.summaries.session.plan import PointFacts, ReferralFacts
from outreach_app.summaries.session.presence import (
    calls_woman,
    is_alone,
    is_received,
    kind_of,
    name_of,
    number_present,
    partners_present,
    rank_of,
)
from outreach_app.summaries.session.promises import CommitmentFacts
from outreach_app.summaries.session.situation import place_of
from outreach_app.survivors import survivor


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents of a meeting with the values from its journal, without deleted records.

    Commitments and referrals made at the meeting come first, then later ones.
    """

    meeting: Meeting
    points: list[Values[Point]]
    commitments: list[Values[Commitment]]
    referrals: list[Values[Referral]]

    @classmethod
    def of(cls, session: Session, meeting: Meeting) -> "Contents":
        points = [row for row in meeting.points if not row.is_deleted]
        commitments = [row for row in meeting.commitments if not row.is_deleted]
        referrals = [row for row in meeting.referrals if not row.is_deleted]
        journal = list_values(session, [*points, *commitments, *referrals])
        return cls(
            meeting,
            [Values.told(row, journal) for row in points],
            [Values.told(row, journal) for row in commitments],
            [Values.told(row, journal) for row in referrals],
        )

    def point_facts(self) -> tuple[PointFacts, ...]:
        facts = []
        for number, values in enumerate(self.points, start=1):
            point, then = values.record, values.of_meeting(self.meeting)
            # A translation that was written later still is one of the words of that day.
            is_same = point.reply == then.text("reply")
            translation = point.reply_translation if is_same else then.text("reply_translation")
            reply = words_of(then.text("reply"), then.text("reply_language"), translation)
            raiser = self._raiser(point)
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
                    raised_by=name_of(raiser),
                    raiser_kind=kind_of(raiser),
                    raiser_rank=rank_of(self.meeting, raiser),
                    is_raiser_woman=calls_woman(raiser),
                    is_unsent=self._is_unsent(point),
                )
            )
        return tuple(facts)

    def _is_unsent(self, point: Point) -> bool | None:
        """Return whether a point was referred that day, and no day of sending was noted with it.

        A day noted later is told in the situation, unless it is that of the meeting itself.
        """
        held_on = self.meeting.held_on
        asked = [row for row in self._of_meeting(self.referrals) if row.record.point is point]
        are_out = any(
            row.of_meeting(self.meeting).day("sent_on")
            or (row.record.sent_on and row.record.sent_on <= held_on)
            for row in asked
        )
        return (bool(asked) and not are_out) or None

    def _raiser(self, point: Point) -> Partner | None:
        """Return who raised a point; None if not recorded, or if one person raised all of them.

        How many came may be unknown.
        """
        people = self.meeting.headcount
        are_some = any(values.record.raised_by is None for values in self.points)
        are_several = number_present(self.meeting) > 1 or people is None or people > 1
        is_told = are_several or are_some or self.meeting.kind in UNIT_KINDS
        if point.raised_by is None or not is_told:
            return None
        return survivor(point.raised_by)

    @property
    def expects_raisers(self) -> bool:
        """Return whether each of several who were present may have raised a point.

        So it is if no partner is listed, though a profession may be, or one of whom it is not known
        that it came alone. Where one is told of the points it raised, the others wait for a word.
        """
        meeting = self.meeting
        if partners_present(meeting):
            is_one = is_alone(meeting) if meeting.attended is not None else is_received(meeting)
            are_several = not is_one
        else:
            are_several = meeting.headcount != 0
        is_noted = any(self._raiser(values.record) for values in self.points)
        return are_several or is_noted

    def commitment_facts(self) -> tuple[CommitmentFacts, ...]:
        facts = []
        for number, values in enumerate(self._of_meeting(self.commitments), start=1):
            due_on = values.of_meeting(self.meeting).day("due_on")
            facts.append(promise_of(number, values.record, due_on))
        return tuple(facts)

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

    @property
    def numbered(self) -> list[Commitment]:
        """The commitments in the order of their numbers: those of the day, then later ones."""
        rows = sorted(self.commitments, key=lambda values: values.is_after(self.meeting))
        return [values.record for values in rows]

    def _of_meeting(self, rows: list[Values[RecordT]]) -> list[Values[RecordT]]:
        return [row for row in rows if not row.is_after(self.meeting)]


def promise_of(number: int, row: Commitment, due_on: date | None) -> CommitmentFacts:
    """Return a promise as it was made, at a meeting or on a remark, to be kept by a day."""
    debtor = survivor(row.partner) if row.partner is not None else None
    return CommitmentFacts(
        number=number,
        words=written(row.text, row.language, row.translation),
        owner=row.owner,
        due_on=due_on,
        debtor=name_of(debtor),
        authority=_authority(row),
        debtor_kind=kind_of(debtor),
        debtor_rank=rank_of(row.meeting, debtor) if row.meeting else None,
        is_debtor_woman=calls_woman(debtor),
    )


def _authority(row: Commitment) -> str | None:
    """Return the authority that owes a commitment: as recorded, else its point's only one."""
    if row.authority is not None or row.owner != CommitmentOwner.AUTHORITY or row.point is None:
        return row.authority
    source = row.meeting or row.point
    asked = {
        referral.destination
        for referral in source.referrals
        if referral.point is row.point and not referral.is_deleted
    }
    return asked.pop() if len(asked) == 1 else None
