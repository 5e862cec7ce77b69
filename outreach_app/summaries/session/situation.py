"""The situation after a meeting, line by line, each with its day."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from uuid import UUID

from outreach_app.models import Commitment, Meeting, Point, Referral
from outreach_app.queries.replies import ReplyRow
from outreach_app.queries.rumours import RumourRow
from outreach_app.rules.kinds import PointKind
from outreach_app.rules.statuses import (
    CommitmentStatus,
    PointReaction,
    commitment_status,
    is_done_late,
)
from outreach_app.summaries.prose.store_words import reason_words, words_of, written
from outreach_app.summaries.session.history import Values
from outreach_app.summaries.session.next_meeting import Following
from outreach_app.summaries.session.plan import News, SituationFacts
from outreach_app.summaries.session.promises import AgainFacts, CommitmentFacts, RenewedFacts
from outreach_app.summaries.session.rumour_lines import lines_of, typed


@dataclass(frozen=True, slots=True)
class Situation:
    """The points, commitments and referrals of a meeting, and its follow-up meeting.

    `of_earlier` are the outcomes of earlier commitments, `earlier_waiting` the unchanged ones;
    `replies` are those of headquarters, `rumours` those recorded from points, by the point, `owed`
    the commitments by their id, with who owes them, `again` the later meetings at which points
    were raised again, by the point, `renewed` when a commitment was promised
    again, by its id.
    """

    points: list[Values[Point]]
    commitments: list[Values[Commitment]]
    referrals: list[Values[Referral]]
    next_meeting: Following | None
    of_earlier: tuple[SituationFacts, ...] = ()
    earlier_waiting: tuple[SituationFacts, ...] = ()
    replies: Sequence[ReplyRow] = ()
    rumours: Mapping[UUID, RumourRow] = field(default_factory=dict)
    owed: Mapping[UUID, CommitmentFacts] = field(default_factory=dict)
    again: Mapping[UUID, Sequence[AgainFacts]] = field(default_factory=dict)
    renewed: Mapping[UUID, RenewedFacts | None] = field(default_factory=dict)

    def lines(self, meeting: Meeting, today: date) -> tuple[SituationFacts, ...]:
        """Return the events until today, numbered, by subject and day.

        What is open is added from the day after the meeting on: that day the tables tell it.
        """
        found = [
            *self._of_points(meeting),
            *self._raised_again(),
            *self._of_referrals(meeting),
            *self._of_commitments(meeting, today),
            *(self.next_meeting.news(today) if self.next_meeting else ()),
            *self.of_earlier,
        ]
        if today > (meeting.last_on or meeting.held_on):
            found += [*self._still_open(meeting, found), *self.earlier_waiting]
        # That nothing further was done comes after what was done that day.
        found.sort(key=lambda line: (*_place(line), line.code == PointReaction.NO_FOLLOW_UP))
        return tuple(replace(line, number=number) for number, line in enumerate(found, start=1))

    def _of_points(self, meeting: Meeting) -> Iterator[SituationFacts]:
        for number, values in enumerate(self.points, start=1):
            point, then = values.record, values.of_meeting(meeting)
            known = (then.text("reply"), then.text("reply_translation"))
            # The same words, typed in the other language, are no other reply.
            is_reply_new = point.reply is not None and _plain(point.reply) not in map(_plain, known)
            is_reaction_new = point.reaction is not None and point.reaction != then.text("reaction")
            reacted_on = point.reacted_on or values.last_set("reaction")
            is_told = point.given_on is not None and point.given_on > meeting.held_on
            # Thanks need no reaction. "Answered" is redundant next to the reply, or to whom it was
            # given that day.
            is_answered = point.reaction == PointReaction.ANSWERED
            is_said = is_reply_new or (is_told and point.given_on == reacted_on)
            if point.kind == PointKind.THANKS or (is_answered and is_said):
                is_reaction_new = False
            days = set()
            yield from lines_of(number, self.rumours.get(point.uid), point.given_on)
            yield from self._from_headquarters(number, point)
            if is_reply_new:
                on = point.reacted_on or values.last_set("reply")
                words = words_of(point.reply, point.reply_language, point.reply_translation)
                days.add(on)
                yield SituationFacts(number, News.REPLIED, on, point=number, words=words)
            if is_reaction_new:
                days.add(reacted_on)
                line = SituationFacts(number, News.REACTED, reacted_on, point=number)
                yield replace(line, code=point.reaction)
            if point.given_on is not None and is_told:
                days.add(point.given_on)
                told = SituationFacts(number, News.TOLD, point.given_on, point=number)
                told = replace(told, is_reply=(point.reply is not None or is_answered) or None)
                told = replace(told, words=typed(point.given_to), how=typed(point.given_how))
                rumour = self.rumours.get(point.uid)
                is_it = rumour and rumour.back_on == point.given_on and not point.given_how
                yield replace(told, code=rumour.back_channel if rumour and is_it else None)
            is_closed_after = point.closed_on is not None and point.closed_on > meeting.held_on
            if point.closed_on is not None and is_closed_after and point.closed_on not in days:
                yield SituationFacts(number, News.CLOSED, point.closed_on, point=number)

    def _raised_again(self) -> Iterator[SituationFacts]:
        """Yield the meetings at which points were raised again, with what came of them there."""
        for number, values in enumerate(self.points, start=1):
            for later in self.again.get(values.record.uid, ()):
                on = later.met.held_on if later.met else later.received_on or date.min
                line = SituationFacts(number, News.RAISED_AGAIN, on, point=number)
                yield replace(line, again=later)

    def _from_headquarters(self, number: int, point: Point) -> Iterator[SituationFacts]:
        """Yield the replies of headquarters to a point."""
        for reply in self.replies:
            if reply.point == point.uid:
                words = words_of(reply.text, reply.language, reply.translation)
                line = SituationFacts(number, News.HEADQUARTERS, reply.replied_on, point=number)
                yield replace(line, words=words)

    def _is_over(self, referral: Referral) -> bool | None:
        """Return whether the same service answered since on the point, as to another referral."""
        since = referral.sent_on or referral.made_on or date.min
        return (
            any(
                values.record.point is referral.point is not None
                and values.record.destination == referral.destination
                and values.record.answered_on is not None
                and values.record.answered_on >= since
                for values in self.referrals
            )
            or None
        )

    def _of_referrals(self, meeting: Meeting) -> Iterator[SituationFacts]:
        for number, values in enumerate(self.referrals, start=1):
            row = values.record
            point = place_of(row.point, self.points)
            line = SituationFacts(number, News.SENT, date.min, point=point, code=row.destination)
            answered_on = row.answered_on or (values.last_set("answer") if row.answer else None)
            since = row.sent_on or row.made_on
            if answered_on is None:
                if since is not None and since > meeting.held_on:
                    yield replace(line, on=since, is_over=self._is_over(row))
                continue
            told_on = None
            if row.made_on is not None and values.is_after(meeting):
                told_on = row.made_on
                yield replace(line, news=News.REFERRED, on=told_on)
            line = replace(line, sent_on=row.sent_on if row.sent_on != told_on else None)
            words = words_of(row.answer, row.answer_language, row.answer_translation)
            yield replace(line, news=News.ANSWERED, on=answered_on, words=words)

    def _of_commitments(self, meeting: Meeting, today: date) -> Iterator[SituationFacts]:
        own = [values for values in self.commitments if not values.is_after(meeting)]
        later = [values for values in self.commitments if values.is_after(meeting)]
        for number, values in enumerate([*own, *later], start=1):
            row = values.record
            point = place_of(row.point, self.points)
            line = SituationFacts(number, News.STATE, date.min, commitment=number)
            found: list[SituationFacts] = []
            if values.is_after(meeting) and row.made_on is not None:
                words = written(row.text, row.language, row.translation)
                due_on = values.first.day("due_on")
                promised = replace(line, news=News.PROMISED, on=row.made_on, point=point)
                promised = replace(promised, words=words, due_on=due_on)
                found.append(owed_by(promised, self.owed.get(row.uid)))
            was_due = values.of_meeting(meeting).day("due_on")
            if row.due_on not in (was_due, None):
                on = values.last_set("due_on")
                news = News.DUE if was_due else News.FIRST_DUE
                found.append(replace(line, news=news, on=on, due_on=row.due_on))
            found += state_of(line, values, today)
            yield from found[:-1]
            yield from (replace(each, renewed=self.renewed.get(row.uid)) for each in found[-1:])

    def _still_open(self, meeting: Meeting, told: list[SituationFacts]) -> list[SituationFacts]:
        """Return the commitments and referrals of the day itself without any later event."""
        commitments = {line.commitment for line in told}
        referrals = {line.number for line in told if line.news in (News.SENT, News.ANSWERED)}
        own = [values for values in self.commitments if not values.is_after(meeting)]
        waiting = SituationFacts(0, News.STATE, meeting.held_on, code=CommitmentStatus.OPEN)
        sent = SituationFacts(0, News.UNDATED, meeting.held_on)
        sought = SituationFacts(0, News.LOOKED_INTO, meeting.held_on)
        return [
            *(replace(sought, point=number) for number in self._looked_into(told)),
            *(
                replace(
                    waiting,
                    number=number,
                    commitment=number,
                    due_on=values.record.due_on,
                    renewed=self.renewed.get(values.record.uid),
                )
                for number, values in enumerate(own, start=1)
                if number not in commitments
            ),
            *(
                replace(
                    _sent(values.record, sent),
                    number=number,
                    point=place_of(values.record.point, self.points),
                    code=values.record.destination,
                    is_over=self._is_over(values.record),
                )
                for number, values in enumerate(self.referrals, start=1)
                if number not in referrals
            ),
        ]

    def _looked_into(self, told: list[SituationFacts]) -> Iterator[int]:
        """Yield the points handed on to be looked into, of which nothing came."""
        besides = (News.RUMOUR, News.RAISED_AGAIN)
        followed = {line.point for line in told if line.news not in besides}
        referred = {values.record.point for values in self.referrals}
        for number, values in enumerate(self.points, start=1):
            point = values.record
            if point.reaction != PointReaction.LOOKED_INTO or number in followed:
                continue
            is_found_out = point.reply or (point.rumour and point.rumour.findings)
            if not is_found_out and point.closed_on is None and point not in referred:
                yield number


def owed_by(line: SituationFacts, promise: CommitmentFacts | None) -> SituationFacts:
    """Return the line of a promise with who owes it."""
    if promise is None:
        return line
    return replace(
        line,
        owner=promise.owner,
        debtor=promise.debtor,
        authority=promise.authority,
        debtor_kind=promise.debtor_kind,
        debtor_rank=promise.debtor_rank,
        is_debtor_woman=promise.is_debtor_woman,
    )


def _plain(words: str | None) -> str | None:
    """Return a text without its spacing and final stop."""
    return " ".join(words.split()).rstrip(".") if words else None


def _sent(referral: Referral, undated: SituationFacts) -> SituationFacts:
    """Return when a referral was sent, or that its day was not noted."""
    sent_on = referral.sent_on
    return replace(undated, news=News.SENT, on=sent_on) if sent_on else undated


def _place(line: SituationFacts) -> tuple[int, int, date]:
    """Return the sort position of a line: earlier promises, new ones, points, the next meeting."""
    if line.promise is not None:
        return (0, 0, line.dated[0]) if line.dated else (0, line.is_waiting, line.on)
    if line.commitment is not None:
        # That a day has passed comes after the line on which it was set.
        day = max(line.on, line.due_on) if line.is_late and line.due_on else line.on
        return 1, line.commitment, day
    if line.is_of_next_meeting:
        return 4, 0, line.on
    return (2, line.point, line.on) if line.point is not None else (3, line.number, line.on)


def place_of(point: Point | None, points: list[Values[Point]]) -> int | None:
    """Return the number of a point among those of its meeting; None for none."""
    numbers = {values.record: number for number, values in enumerate(points, start=1)}
    return numbers.get(point) if point is not None else None


def state_of(
    line: SituationFacts, values: Values[Commitment], today: date
) -> Iterator[SituationFacts]:
    """Yield the state of a commitment since its day, unless it simply waits."""
    row = values.record
    state = commitment_status(row.status, row.due_on, today)
    is_begun = row.status in (CommitmentStatus.PARTLY, CommitmentStatus.IN_PROGRESS)
    if state == CommitmentStatus.OVERDUE and row.due_on is not None and not is_begun:
        since = row.due_on + timedelta(days=1)
        yield replace(line, code=state, on=since, words=reason_words(row), due_on=row.due_on)
    elif state != CommitmentStatus.OPEN:
        on = row.status_on or values.last_set("status")
        is_past = state == CommitmentStatus.OVERDUE
        is_late = is_done_late(state, row.status_on, row.due_on) or is_past or None
        told = replace(line, code=row.status, on=on, words=reason_words(row), is_late=is_late)
        is_undated = on == date.min or None
        told = replace(told, due_on=row.due_on if is_past else None, is_undated=is_undated)
        yield replace(told, is_entered=row.status_on is None or None)
