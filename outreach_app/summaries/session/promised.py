"""A commitment made before a meeting, and how it stood on a day."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from outreach_app.models import Commitment, Meeting, Point
from outreach_app.queries.meetings import meeting_number
from outreach_app.queries.reminders import texts_held
from outreach_app.rules.folding import fold_words
from outreach_app.rules.raised_again import are_one_matter, recalled_day
from outreach_app.rules.statuses import (
    OPEN_COMMITMENTS,
    CommitmentStatus,
    commitment_status,
    is_done_late,
)
from outreach_app.summaries.prose.facts import Words
from outreach_app.summaries.prose.several_days import last_of
from outreach_app.summaries.prose.store_words import written
from outreach_app.summaries.session.contents import promise_of
from outreach_app.summaries.session.history import Status, Values, status_on
from outreach_app.summaries.session.presence import partners_present
from outreach_app.summaries.session.promises import CommitmentFacts, MadeFacts, MeetingMet
from outreach_app.survivors import survivor

# What was not begun, and what was, wholly or in part, and not kept.
UNBEGUN = (CommitmentStatus.OPEN, CommitmentStatus.OVERDUE)
BEGUN = (CommitmentStatus.IN_PROGRESS, CommitmentStatus.PARTLY)


@dataclass(frozen=True, slots=True)
class Promised:
    """A commitment that was made at an earlier meeting, or on a remark received outside meetings.

    `told_on` is the day on which one of those present was met last, that of its own meeting at
    least; of a remark, the day on which its partner was, or None if it was not met yet.
    """

    values: Values[Commitment]
    told_on: date | None

    @property
    def record(self) -> Commitment:
        return self.values.record

    @property
    def words(self) -> set[str]:
        """Return its words as they may be printed, folded: as typed, and their translation."""
        return {fold_words(words) for words in (self.record.text, self.record.translation) if words}

    @property
    def partners(self) -> set[UUID]:
        """Return whom it was promised with: those present, or the author of the remark."""
        if self.record.meeting is not None:
            return {partner.uid for partner in partners_present(self.record.meeting)}
        raiser = self.record.point.raised_by if self.record.point else None
        return {survivor(raiser).uid} if raiser is not None else set()

    @property
    def came_on(self) -> date:
        """Return the day of its meeting, or the one on which its remark was received."""
        if self.record.meeting is not None:
            return self.record.meeting.held_on
        remark = self.record.point
        return (remark.received_on if remark else None) or date.min

    @property
    def made_on(self) -> date:
        """Return the day on which it was made: that of its meeting or remark, unless a later."""
        return max(self.record.made_on or self.came_on, self.came_on)

    @property
    def made(self) -> MadeFacts:
        """Return the day on which it was made, and the meeting or remark that it is of."""
        meeting = self.record.meeting
        if meeting is None:
            return MadeFacts(self.made_on, None, self.came_on)
        return MadeFacts(self.made_on, met_at(meeting))

    def is_before(self, meeting: Meeting) -> bool:
        """Return whether it was made before a meeting."""
        return self._is_before(meeting.held_on)

    def _is_before(self, day: date) -> bool:
        # Of what was promised on a remark no hour is known: it is told from the next day on.
        return self.made_on < day if self.record.meeting is None else self.made_on <= day

    @property
    def was_told_closed(self) -> bool:
        """Return whether it was closed, and recorded so, by the day one of its partners was met."""
        if self.told_on is None or not self._is_before(self.told_on):
            return False
        # A register that was imported later has all of its history from one day.
        known_by = max(self.told_on, self.values.writes[0][0])
        known = status_on(self.values, self.made_on, self.told_on, known_by)
        return known.code not in OPEN_COMMITMENTS

    def is_same_as(self, other: "Promised") -> bool:
        """Return whether the other one promises the same on the same matter, before it or after.

        « Passer deux fois par semaine » may be said of one building, then of another.
        """
        mine, theirs = self.record, other.record
        is_of_same = (mine.owner, mine.partner_id) == (theirs.owner, theirs.partner_id)
        return (
            is_of_same
            and bool(self.words & other.words)
            and (
                _are_on_one_matter(theirs.point, mine.point)
                or self.reminds_of(other)
                or other.reminds_of(self)
            )
        )

    def reminds_of(self, earlier: "Promised") -> bool:
        """Return whether its point recalls that of another by its day, in whichever language."""
        mine, theirs = self.record.point, earlier.record.point
        if mine is None or theirs is None or mine.topic != theirs.topic:
            return False
        texts = (text for text in (mine.text, mine.translation) if text)
        return earlier.came_on in {recalled_day(text, self.came_on) for text in texts}

    def stood(self, day: date) -> Status:
        """Return its state on a day and since when."""
        status = status_on(self.values, self.made_on, day)
        if status.code in BEGUN:
            # What was begun is told so, after its day too.
            return status
        return replace(status, code=commitment_status(status.code, self.due_on(day), day))

    def is_late(self, day: date) -> bool | None:
        """Return whether it was kept after its day, by the day typed, or was begun and not kept."""
        status, due_on = status_on(self.values, self.made_on, day), self.due_on(day)
        if status.code in BEGUN:
            return (due_on is not None and due_on < day) or None
        return (status.is_typed and is_done_late(status.code, status.since, due_on)) or None

    def why(self, day: date) -> Words | None:
        """Return what was recorded with its state on a day, be it later: why, or what was done."""
        noted = self.values.until(max(day, self.came_on))
        if noted.text("status") != self.stood(day).code:
            noted = self.values.until(date.max)
        reason = noted.text("status_reason")
        translation = noted.text("status_reason_translation")
        return written(reason, "", translation) if reason else None

    def due_on(self, day: date) -> date | None:
        """Return the due date, as known on a day."""
        return self.values.until(max(day, self.came_on)).day("due_on")

    def put_off_from(self, day: date) -> date | None:
        """Return its first due date, if it had another one on a day."""
        first = self.values.until(max(self.values.writes[0][0], self.came_on)).day("due_on")
        return first if first != self.due_on(day) else None


def as_it_stood(row: Promised, number: int, day: date) -> CommitmentFacts:
    """Return a promise with its state on a day."""
    status = row.stood(day)
    return replace(
        promise_of(number, row.record, row.due_on(day)),
        since=status.noted_on,
        why=row.why(day) if status.code not in UNBEGUN else None,
        is_late=row.is_late(day),
        is_entered=(status.noted_on is not None and not status.is_typed) or None,
    )


def met_at(meeting: Meeting) -> MeetingMet:
    """Return how an earlier or later meeting is named."""
    number = meeting_number(meeting)
    return MeetingMet(meeting.kind, meeting.channel, meeting.held_on, number, last_of(meeting))


def _are_on_one_matter(one: Point | None, other: Point | None) -> bool:
    """Return whether two points that promises were made on are one matter; none is of any.

    Either may hold the words of the other: « Un participant : “…” ».
    """
    if one is None or other is None or one is other:
        return one is other
    said, told = texts_held(one), texts_held(other)
    is_one = are_one_matter(said, told) or are_one_matter(told, said)
    return one.topic == other.topic and is_one
